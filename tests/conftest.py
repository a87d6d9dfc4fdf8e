"""What holds for every test: a busy machine is no fault, so nothing here has a time limit, and no midnight comes."""

import os
import time
from datetime import UTC, datetime

from hypothesis import settings

_LAST_HOUR = 23

# A window is drawn without a screen, unless a test starts the program on one of its own.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# A run that begins in the last hour of the day has eight in the evening, here and in every program started from here:
# the day that a test has read stays today until it ends. The processes of one run are all in the zone of the first.
if datetime.now().astimezone().hour == _LAST_HOUR and hasattr(time, "tzset"):
    os.environ["TZ"] = f"Evening{datetime.now(UTC).hour - 20:+d}"
    time.tzset()

# So that the whole of it stays short. With COURAGE_FULL=1 each property is tried ten times as often.
settings.register_profile("short", deadline=None, max_examples=40)
settings.register_profile("full", deadline=None, max_examples=400)
settings.load_profile("full" if os.environ.get("COURAGE_FULL") else "short")
