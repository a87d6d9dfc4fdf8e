"""What holds for every test: a busy machine is no fault, so nothing here has a time limit."""

import os

from hypothesis import settings

# A window is drawn without a screen, unless a test starts the program on one of its own.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile("courage", deadline=None)
settings.load_profile("courage")
