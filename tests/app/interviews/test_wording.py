"""What is said of how long interviews are kept, and that everything that can be said has its words."""

from datetime import date

from app.interviews import wording
from app.interviews.model import Competency, Landing, PartKind, Recommendation
from app.preferences.model import KEPT_CHOICES
from tests.app.interviews.making import interview
from tests.app.reflections.journals import TODAY


def test_when_candidates_are_erased() -> None:
    days = [date(2026, 3, 10), date(2026, 3, 12)]
    assert wording.when_erased([], 6) == ""
    assert wording.when_erased(days[:1], 6) == "Erased on 10 September, six months after the conversation."
    assert (
        wording.when_erased(days[:1] * 3, 6) == "All 3 are erased on 10 September, six months after the conversation."
    )
    assert wording.when_erased(days, 3) == (
        "Each is erased three months after its conversation: the first on 10 June, the last on 12 June."
    )
    assert wording.erased_in_words(TODAY, 1) == "1 candidate was erased on 10 March"
    assert all(wording.kept_for(each) for each in KEPT_CHOICES)


def test_who_was_erased_lately_is_said_without_a_name() -> None:
    assert wording.erased_lately({}, TODAY) == ""
    assert wording.erased_lately({"2026-03-08": 1, "2026-03-10": 3}, TODAY) == (
        "3 candidates were erased on 10 March. 1 candidate was erased on 8 March."
    )
    assert wording.erased_lately({"2025-12-09": 2, "2026-03-10": 0}, TODAY) == ""
    assert wording.erased_lately({"2025-12-10": 2}, TODAY) == "2 candidates were erased on 10 December."


def test_each_choice_has_words_of_its_own() -> None:
    assert len({wording.competency_name(each) for each in Competency}) == len(Competency)
    assert len({wording.landing_name(each) for each in Landing}) == len(Landing)
    assert len({wording.part_name(each) for each in PartKind}) == len(PartKind)
    assert len({wording.recommendation_name(each) for each in Recommendation}) == len(Recommendation)
    states = (interview(), interview(finished_on=TODAY), interview(finished_on=TODAY, hired="Jonas"))
    assert [wording.state_name(each) for each in states] == ["Going on", "Finished", "Hired"]
    assert (wording.candidate_name("C"), wording.candidate_name(" ")) == ("Candidate C", "Candidate")
    assert (wording.minutes(1), wording.clock(511)) == ("1 minute", "8:31")
