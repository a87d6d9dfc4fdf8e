"""What handed-over work asks of a day: what is due on it, and what is worth a question."""

from datetime import timedelta

import pytest

from app.delegation import coming_back, cycle
from app.delegation.model import Legitimate, TouchKind
from app.handed_over import CLOSES_WITHIN, QUIET
from app.journal import Journal
from app.prompts.library import load
from app.prompts.model import Occasion
from app.today import knowledge
from app.watch import Due, Watched, watched
from tests.app.delegation.making import brief, debrief, delegation, touch
from tests.app.reflections.journals import NOW, TODAY, reflection

DAY = timedelta(days=1)
OF_WORK = {Occasion.TOOK_BACK, Occasion.DELIVERED, Occasion.STAYED_OUT}


def asked(journal: Journal) -> set[Occasion]:
    return OF_WORK.intersection(knowledge(journal, TODAY).occasions)


def test_check_ins_of_today_deliveries_and_debriefs_are_on_the_watch(journal: Journal) -> None:
    met = delegation(begun=TODAY - 5 * DAY, title="Met", brief=brief(TODAY))
    due = delegation(begun=TODAY - 5 * DAY, title="Today", brief=brief(TODAY, TODAY + DAY))
    late = delegation(begun=TODAY - 5 * DAY, title="Late", brief=brief(due_on=TODAY - 2 * DAY))
    done = delegation(begun=TODAY - 5 * DAY, title="Done", brief=brief(due_on=TODAY))
    draft = delegation(begun=None, title="Draft", brief=brief(TODAY))
    for each in (met, due, late, done, draft):
        journal.delegations.save(each, NOW)
    journal.touches.save(touch(met, TouchKind.AGREED_CHECK_IN, TODAY), NOW)
    journal.touches.save(touch(done, TouchKind.DELIVERED, TODAY - DAY), NOW)
    assert watched(journal, TODAY) == [
        Watched(due=Due.CHECK_IN, on=TODAY, id=due.id, person="Jonas", words="Today"),
        Watched(due=Due.DELIVERY, on=TODAY - 2 * DAY, id=late.id, person="Jonas", words="Late"),
        Watched(due=Due.DEBRIEF, on=TODAY - DAY, id=done.id, person="Jonas", words="Done"),
    ]
    journal.debriefs.save(debrief(done, TODAY), NOW)
    assert [each.words for each in watched(journal, TODAY)] == ["Today", "Late"]


@pytest.mark.parametrize(("ago", "is_there"), [(0, True), (7, True), (8, False)])
def test_a_cycle_that_closed_in_the_last_week_is_on_the_watch(journal: Journal, ago: int, is_there: bool) -> None:
    first, last = delegation(begun=TODAY - 60 * DAY), delegation(begun=TODAY - 30 * DAY)
    again = touch(last, TouchKind.TOOK_BACK, TODAY - ago * DAY)
    for each, taken in ((first, touch(first, TouchKind.TOOK_BACK, TODAY - 40 * DAY)), (last, again)):
        journal.delegations.save(each, NOW)
        journal.touches.save(taken, NOW)
    given = Watched(due=Due.CYCLE, on=TODAY - ago * DAY, id=last.id, person="Jonas", words="Reporting")
    assert watched(journal, TODAY) == ([given] if is_there else [])
    journal.preferences.change(cycles_put_off={again.id: TODAY})
    assert watched(journal, TODAY) == []


@pytest.mark.parametrize(
    ("ago", "reason", "is_asked"),
    [(1, None, True), (7, None, True), (0, None, False), (8, None, False), (1, Legitimate.SAFETY, False)],
)
def test_a_take_back_of_the_last_week_asks_about_the_fear(
    journal: Journal, ago: int, reason: Legitimate | None, is_asked: bool
) -> None:
    given = delegation(begun=TODAY - 9 * DAY)
    journal.delegations.save(given, NOW)
    journal.touches.save(touch(given, TouchKind.TOOK_BACK, TODAY - ago * DAY, reason=reason), NOW)
    assert asked(journal) == ({Occasion.TOOK_BACK} if is_asked else set())


def test_a_delivery_asks_until_it_is_talked_through_and_once_a_week(journal: Journal) -> None:
    given = delegation(begun=TODAY - 9 * DAY)
    journal.delegations.save(given, NOW)
    journal.touches.save(touch(given, TouchKind.DELIVERED, TODAY - DAY), NOW)
    assert asked(journal) == {Occasion.DELIVERED}
    question = next(each.id for each in load() if Occasion.DELIVERED in each.occasions)
    journal.reflections.save(reflection("x", TODAY - 3 * DAY, prompt=question), NOW)
    assert asked(journal) == set()
    journal.reflections.save(reflection("x", TODAY - 8 * DAY), NOW)
    journal.debriefs.save(debrief(given, TODAY - DAY), NOW)
    assert asked(journal) == set()


@pytest.mark.parametrize(
    ("what", "ago", "is_asked"),
    [
        (TouchKind.DROPPED_IN, 10, False),
        (TouchKind.DROPPED_IN, 11, True),
        (TouchKind.AGREED_CHECK_IN, 1, True),
        (TouchKind.HELD, 1, True),
    ],
)
def test_ten_days_of_staying_out_ask_what_made_it_easy(
    journal: Journal, what: TouchKind, ago: int, is_asked: bool
) -> None:
    given = delegation(begun=TODAY - 12 * DAY)
    journal.delegations.save(given, NOW)
    journal.touches.save(touch(given, what, TODAY - ago * DAY), NOW)
    assert asked(journal) == ({Occasion.STAYED_OUT} if is_asked else set())


def test_what_was_handed_over_lately_is_not_quiet_yet(journal: Journal) -> None:
    journal.delegations.save(delegation(begun=TODAY - QUIET + DAY), NOW)
    assert asked(journal) == set()
    journal.delegations.save(delegation(begun=TODAY - QUIET), NOW)
    assert asked(journal) == {Occasion.STAYED_OUT}


def test_a_cycle_is_looked_for_as_long_as_a_day_says_that_it_closed() -> None:
    assert cycle.MYSELF + coming_back.LATELY == CLOSES_WITHIN
