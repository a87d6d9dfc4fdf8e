"""Row 10: what was typed is nowhere in the clear, in thirty journeys through the commands and the window."""

from tests.stress.again import outcome_of
from tests.stress.figures import Result, cases

WHAT = "canaries in every file and disguise"
JOURNEYS = (
    "tests/flows/test_privacy.py::test_after_a_long_session_no_word_is_left_in_the_clear_and_all_is_private",
    "tests/flows/test_privacy.py::test_a_first_journal_in_a_world_without_a_mask_is_private",
    "tests/flows/window/test_privacy.py::test_a_session_leaves_no_word_in_the_clear",
    "tests/flows/window/test_privacy.py::test_the_sample_ends_with_the_lock_and_leaves_nothing",
    "tests/flows/window/test_privacy.py::test_what_a_killed_window_leaves_of_the_sample_goes_at_the_next_start",
)
_TIMES = 6


def run(scale: float) -> Result:
    """Five journeys, six times each in full. Their short form is where they are."""
    return outcome_of(JOURNEYS, times=cases(_TIMES, scale))
