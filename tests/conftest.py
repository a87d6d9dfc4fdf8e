"""What holds for every test: a busy machine is no fault, so nothing here has a time limit."""

import os

from hypothesis import settings

# A window is drawn without a screen, unless a test starts the program on one of its own.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# So that the whole of it stays short. With COURAGE_FULL=1 each property is tried ten times as often.
settings.register_profile("short", deadline=None, max_examples=40)
settings.register_profile("full", deadline=None, max_examples=400)
settings.load_profile("full" if os.environ.get("COURAGE_FULL") else "short")
