"""Row 11: after the lock, the memory of the window holds no key, no passphrase and no word."""

from tests.stress.again import outcome_of
from tests.stress.figures import Result, cases

WHAT = "memory after the lock"
JOURNEYS = ("tests/flows/window/test_privacy.py::test_the_memory_holds_nothing_of_the_journal_after_the_lock",)
_TIMES = 10


def run(scale: float) -> Result:
    """Ten locks in full. The short form is where the journey is."""
    return outcome_of(JOURNEYS, times=cases(_TIMES, scale))
