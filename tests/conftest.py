"""What holds for every test: a busy machine is no fault, so nothing here has a time limit."""

from hypothesis import settings

settings.register_profile("courage", deadline=None)
settings.load_profile("courage")
