"""A brief that is changed after handing over keeps how it was, once a day."""

from datetime import timedelta

from app.delegation.amending import amended
from app.delegation.model import EarlierBrief
from tests.app.delegation.making import brief, delegation
from tests.app.reflections.journals import TODAY

DAY = timedelta(days=1)
FIRST, SECOND, THIRD = (brief(support=said) for said in ("A", "B", "C"))


def test_a_draft_has_no_history() -> None:
    assert not amended(delegation(begun=None, brief=FIRST), SECOND, TODAY).earlier


def test_each_day_keeps_what_it_began_with() -> None:
    given = delegation(begun=TODAY - 9 * DAY, brief=FIRST)
    once = amended(amended(given, SECOND, TODAY), THIRD, TODAY)
    assert (once.brief, once.earlier) == (THIRD, (EarlierBrief(until=TODAY, brief=FIRST),))
    twice = amended(once, FIRST, TODAY + DAY)
    assert [(each.until, each.brief) for each in twice.earlier] == [(TODAY, FIRST), (TODAY + DAY, THIRD)]


def test_what_comes_out_as_it_was_has_changed_nothing() -> None:
    given = delegation(begun=TODAY - 9 * DAY, brief=FIRST)
    assert amended(amended(given, SECOND, TODAY), FIRST, TODAY) == given
