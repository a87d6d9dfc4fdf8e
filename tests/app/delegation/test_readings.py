"""Fears, payback, authority, the practice map, what lasted: numbers with their records, and None while it is early."""

from dataclasses import replace
from datetime import date
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.delegation.authority import ladders
from app.delegation.cycle import cycles
from app.delegation.fears import fears
from app.delegation.history import History, histories, history
from app.delegation.lasting import decided, that, to_ask
from app.delegation.model import Brief, CameTrue, Change, ChangeKind, EarlierBrief, Lasted, Legitimate, TouchKind
from app.delegation.payback import payback
from app.delegation.period import Period
from app.delegation.practice_map import practice_map
from app.delegation.work import Practised
from app.people.model import Authority
from tests.app.delegation.making import DAY, Written, debrief, delegation, held, journals, touch
from tests.app.people.people import level
from tests.app.reflections.journals import TODAY

BACK, GIVEN, DELIVERED = TouchKind.TOOK_BACK, TouchKind.HANDED_BACK, TouchKind.DELIVERED
CHECK_IN = TouchKind.AGREED_CHECK_IN
BEGUN = TODAY - 73 * DAY  # a fifth of 365 days


def feared(ago: int, came_true: CameTrue | None, likelihood: int | None = 6, was: int | None = 4) -> History:
    of = delegation(begun=BEGUN, fear="They will ask", likelihood=likelihood, quality=3)
    return history(of, [], [debrief(of, TODAY - ago * DAY, came_true=came_true, quality=was)])


def test_fears_against_what_happened() -> None:
    given_histories = [feared(at, CameTrue.NO) for at in (4, 3, 2)] + [feared(1, CameTrue.YES, 1, 1)]
    few = fears([*given_histories, feared(0, None, was=None)])
    assert (len(few.fears), few.lacking, few.likelihood, few.share_not_true, few.better_by) == (4, 1, None, None, None)
    enough = fears([*reversed(given_histories), feared(0, CameTrue.PARTLY)])
    assert [each.came_true for each in enough.fears] == [CameTrue.NO] * 3 + [CameTrue.YES, CameTrue.PARTLY]
    assert (enough.likelihood, enough.share_not_true, enough.better_by) == (5.0, 0.6, 0.4)
    assert len(enough.that(CameTrue.NO)) == 3
    assert [each.debrief.date for each in fears(given_histories, Period(TODAY - 3 * DAY, TODAY - 2 * DAY)).fears] == [
        TODAY - 3 * DAY,
        TODAY - 2 * DAY,
    ]
    quiet = delegation(begun=BEGUN)
    assert fears([history(quiet, [], [debrief(quiet, TODAY, came_true=CameTrue.NO)])]).fears == ()


def paid(*logged: tuple[TouchKind, int, int | None], monthly: int | None = 365) -> tuple[object, ...] | None:
    """Payback of one piece of work that took so much each month: spent, now a month, saved, when it is even."""
    of = delegation(begun=BEGUN)
    given_touches = [touch(of, what, BEGUN + at * DAY, minutes=minutes) for what, at, minutes in logged]
    task = held(minutes_a_month=monthly, delegation=of.id)
    found = payback([history(of, given_touches)], [task, held(minutes_a_month=60)], TODAY)
    return None if found is None else (found.spent, found.minutes_a_month, found.saved, found.even_on)


@pytest.mark.parametrize(
    ("logged", "found"),
    [
        ([(CHECK_IN, 1, None)], (None, 365, 876.0, None)),
        ([(CHECK_IN, 1, 24), (CHECK_IN, 9, 12)], (36, 365, 876.0, BEGUN + 3 * DAY)),
        ([(CHECK_IN, 1, 25)], (25, 365, 876.0, BEGUN + 3 * DAY)),
        ([(CHECK_IN, 1, 900)], (900, 365, 876.0, TODAY + 2 * DAY)),
        ([(CHECK_IN, 1, 900), (BACK, 10, None)], (900, 0, 120.0, None)),
        ([(CHECK_IN, 1, 100), (BACK, 10, None)], (100, 0, 120.0, BEGUN + 9 * DAY)),
        ([(BACK, 10, 240), (GIVEN, 20, None)], (240, 365, 756.0, BEGUN + 30 * DAY)),
        ([(BACK, 10, 240), (DELIVERED, 20, None)], (240, 0, 120.0, None)),
        ([(DELIVERED, 10, 120), (GIVEN, 20, None)], (120, 365, 876.0, BEGUN + 10 * DAY)),
        ([(CHECK_IN, 90, 900)], (None, 365, 876.0, None)),
    ],
)
def test_payback(logged: list[tuple[TouchKind, int, int | None]], found: tuple[object, ...]) -> None:
    assert paid(*logged) == found


def test_no_payback_without_an_estimate_or_a_hand_over() -> None:
    assert paid((CHECK_IN, 1, 30), monthly=None) is None
    assert paid((CHECK_IN, 1, 30), monthly=0) is None
    draft = delegation(begun=None)
    assert payback([history(draft, [])], [held(minutes_a_month=60, delegation=draft.id)], TODAY) is None


def test_payback_counts_what_was_spent_on_all_work_like_it() -> None:
    one, same, other = delegation(begun=BEGUN), delegation(begun=BEGUN, work="reporting"), delegation("Priya", BEGUN)
    logged = [touch(each, CHECK_IN, TODAY, minutes=30) for each in (one, same, other)]
    found = payback(histories([one, same, other], logged, []), [held(minutes_a_month=60, delegation=one.id)], TODAY)
    assert found is not None
    assert found.touches == tuple(logged[:2])


def test_a_ladder_has_levels_and_what_was_handed_over() -> None:
    low, mid, high = Authority.RECOMMEND, Authority.DECIDE_WITH_ME, Authority.YOURS
    of = delegation(
        begun=TODAY - 20 * DAY,
        brief=Brief(authority=high),
        earlier=(
            EarlierBrief(until=TODAY - 25 * DAY, brief=Brief(authority=Authority.LOOK_INTO_IT)),
            EarlierBrief(until=TODAY - 10 * DAY, brief=Brief(authority=mid)),
            EarlierBrief(until=TODAY - 5 * DAY, brief=Brief(authority=mid)),
        ),
    )
    spoken, confirmed = level("reporting ", low, TODAY - 20 * DAY), level("Reporting", high, TODAY)
    draft, unnamed = delegation(begun=None, brief=Brief(authority=low)), delegation(work="", brief=Brief(authority=low))
    found = ladders([confirmed, spoken], [of, draft, unnamed])
    (ladder,) = found.values()
    assert ladder is found[Practised("Jonas", "reporting")]
    assert [(each.authority, each.since) for each in ladder.rungs] == [
        (mid, TODAY - 20 * DAY),
        (low, TODAY - 20 * DAY),
        (high, TODAY - 5 * DAY),
        (high, TODAY),
    ]
    assert (ladder.now, ladder.since) == (high, TODAY - 5 * DAY)
    assert ladder.rungs[1].record is spoken


def test_the_practice_map() -> None:
    def completed(person: str | None, work: str, ago: int) -> History:
        of = delegation(person, BEGUN - 400 * DAY, work)
        return history(of, [touch(of, DELIVERED, TODAY - ago * DAY)])

    given_histories = [
        completed("Jonas", "Reporting", 10),
        completed("Jonas", "reporting", 400),
        completed(None, "Rota", 5),
        history(delegation("Priya", BEGUN, "Reporting"), []),
    ]
    tasks = [held(work=name, minutes_a_month=minutes) for name, minutes in (("Plan", 240), ("Rota", None), ("", 9))]
    spoken = [level("Reporting", Authority.RECOMMEND), level("Hiring", None)]
    year = Period(TODAY - 365 * DAY, TODAY)
    rows = {each.work: each for each in practice_map(given_histories, tasks, spoken, ["Jonas", "Priya"], year)}
    assert list(rows) == ["Hiring", "Plan", "Reporting", "Rota"]
    assert [name for name, row in rows.items() if row.is_only_owner] == ["Plan"]
    assert [row.minutes_a_month for row in rows.values()] == [None, 240, None, None]
    jonas, priya = rows["Reporting"].cells
    assert (jonas.count, jonas.last, jonas.level) == (1, TODAY - 10 * DAY, Authority.RECOMMEND)
    assert jonas.ever == (given_histories[1], given_histories[0])
    assert (priya.count, priya.last, priya.level, priya.under_way) == (0, None, None, (given_histories[3],))


def test_the_owner_who_delivered_it_after_all_is_the_only_one() -> None:
    of = delegation(begun=BEGUN, work="Plan")
    taken = [touch(of, BACK, TODAY - 2 * DAY), touch(of, DELIVERED, TODAY)]
    (row,) = practice_map([history(of, taken)], [], [], ["Jonas"])
    assert row.is_only_owner
    (not_done,) = practice_map([history(of, taken[:1])], [], [], ["Jonas"])
    assert not not_done.is_only_owner


def changed(ago: int | None, *texts: str, person: str | None = "Jonas", work: str = "", **more: object) -> History:
    of = delegation(person, BEGUN, work)
    changes = tuple(Change(what=ChangeKind.PRACTICE, text=each, **more) for each in texts)  # type: ignore[arg-type]
    closed = None if ago is None else TODAY - ago * DAY
    return history(of, [], [debrief(of, closed, changes=changes)])


def asked(given_histories: list[History], history_: History) -> list[str]:
    return [each.change.text for each in to_ask(given_histories, history_.delegation, history_.debriefs[0])]


def test_the_next_debrief_asks_about_the_last_changes() -> None:
    now = changed(None, "new", work="Rota")
    older, last = changed(20, "old"), changed(10, "a", "", "b")
    unlike, alike = changed(5, "other", person="Priya"), changed(3, "same kind", person="Priya", work="rota")
    assert asked([older, last, unlike, now], now) == ["a", "b"]
    assert asked([older, last, alike, now], now) == ["same kind"]
    assert asked([older, last, now], last) == ["old"]
    assert asked([older, last, now], older) == []
    answered = changed(4, "answered", lasted=Lasted.PARTLY, asked_on=TODAY - DAY)
    assert asked([older, answered, now], now) == []
    answered_here = changed(4, "answered", lasted=Lasted.PARTLY, asked_on=TODAY)
    assert asked([older, answered_here, now], now) == ["answered"]


def test_what_lasted() -> None:
    held_on, unasked = changed(9, "a", lasted=Lasted.HELD), changed(12, "b", "c")
    all_of_them = decided([held_on, unasked, changed(None, "open")])
    assert [each.change.text for each in all_of_them] == ["b", "c", "a"]
    assert [each.change.text for each in that(all_of_them, Lasted.HELD)] == ["a"]
    assert [each.at for each in that(all_of_them, None)] == [0, 1]


def everything(written: Written, today: date) -> object:
    found = histories(written.delegations, written.touches, written.debriefs)
    rows = practice_map(found, written.held, written.levels, ["Jonas", "Priya"])
    paid_back = payback(found, written.held, today)
    return (
        sorted(repr((each.take_backs, each.kept, each.delivered, each.fear)) for each in cycles(found, written.held)),
        [(row.work, row.minutes_a_month, row.is_only_owner, [each.ever for each in row.cells]) for row in rows],
        sorted(each.debrief.id for each in fears(found).fears),
        paid_back and (paid_back.spent, paid_back.saved, paid_back.even_on),
    )


@given(journals(), st.randoms(use_true_random=False))
def test_no_reading_depends_on_the_order_of_logging(written: Written, luck: Random) -> None:
    touches, debriefs, tasks = list(written.touches), list(written.debriefs), list(written.held)
    for each in (touches, debriefs, tasks):
        luck.shuffle(each)
    again = replace(written, touches=touches, debriefs=debriefs, held=tasks)
    assert everything(again, TODAY) == everything(written, TODAY)


@given(journals(), st.sampled_from(Legitimate))
def test_a_take_back_that_becomes_legitimate_is_like_none_in_every_count(written: Written, reason: Legitimate) -> None:
    excused = [replace(each, reason=reason) if each.what is BACK else each for each in written.touches]
    found = histories(written.delegations, excused, written.debriefs)
    assert cycles(found, written.held) == []
    assert all(each.take_backs == () for each in found)
