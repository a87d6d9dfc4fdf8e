"""What holds for every test: a busy machine is no fault, so nothing here has a time limit, and no midnight comes."""

import os
import time
from datetime import UTC, datetime

from hypothesis import settings

# A window is drawn without a screen, unless a test starts the program on one of its own.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# Here, and in every program that is started from here, it is about noon when a run begins, so that the day that a test
# has read stays today until it ends. The processes that share one run begin in the zone of the first.
if "PYTEST_XDIST_WORKER" not in os.environ:
    os.environ["TZ"] = f"Noon{datetime.now(UTC).hour - 12:+d}"
if hasattr(time, "tzset"):
    time.tzset()

# So that the whole of it stays short. With COURAGE_FULL=1 each property is tried ten times as often.
settings.register_profile("short", deadline=None, max_examples=40)
settings.register_profile("full", deadline=None, max_examples=400)
settings.load_profile("full" if os.environ.get("COURAGE_FULL") else "short")
