"""A history says in whose hands the work was, whatever the order in which it was logged."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.delegation.cycle import cycles
from app.delegation.dues import due_now, planned
from app.delegation.history import WITH_OWNER, Ending, History, Stage, histories, history
from app.delegation.hover import hover
from app.delegation.model import Delegation, Legitimate, TouchKind
from tests.app.delegation.making import DAY, TURNS, Written, days, debrief, delegation, journals, touch, touches_of
from tests.app.reflections.journals import NOW, TODAY

T, H, D = TURNS
PEEK = TouchKind.DROPPED_IN
MONDAY = date(2026, 3, 2)


def lived(*days: str, begun: date | None = MONDAY) -> History:
    """The history of some days, each as the letters of what was logged on it."""
    of = delegation(begun=begun)
    letters = {"T": T, "H": H, "D": D, "p": PEEK}
    given = [touch(of, letters[letter], MONDAY + at * DAY) for at, day in enumerate(days) for letter in day]
    return history(of, given)


def order(found: History) -> str:
    return "".join({T: "T", H: "H", D: "D", PEEK: "p"}[each.what] for each in found.touches)


def strands(found: History) -> list[tuple[int, int | None]]:
    ends = [None if each.ends is None else (each.ends - MONDAY).days for each in found.strands]
    return list(zip(((each.begins - MONDAY).days for each in found.strands), ends, strict=True))


@given(journals(), st.randoms(use_true_random=False))
def test_the_order_of_logging_does_not_matter(written: Written, luck: Random) -> None:
    before = histories(written.delegations, written.touches, written.debriefs)
    moved = [
        replace(each, created_at=NOW + at * DAY, updated_at=NOW - at * DAY) for at, each in enumerate(written.touches)
    ]
    luck.shuffle(moved)
    after = histories(written.delegations, moved, reversed(written.debriefs))

    def shape(found: History) -> object:
        touches = [(each.touch.id, each.before, each.after) for each in found.events]
        ends = [(each.begins, each.ends, each.ending, each.ended_by and each.ended_by.id) for each in found.strands]
        return touches, ends, found.stage, found.completed_on, found.talked_through

    assert [shape(each) for each in after] == [shape(each) for each in before]


@given(journals())
def test_a_note_changes_nothing(written: Written) -> None:
    plain = [each for each in written.touches if each.what is not TouchKind.NOTE]
    with_notes = histories(written.delegations, written.touches, written.debriefs)
    without = histories(written.delegations, plain, written.debriefs)
    for one, other in zip(with_notes, without, strict=True):
        assert (one.strands, one.stage, one.talked_through) == (other.strands, other.stage, other.talked_through)
        assert one.delivery == other.delivery
        assert planned(one, TODAY) == planned(other, TODAY)
        assert due_now(one, TODAY) == due_now(other, TODAY)
    assert hover(with_notes, TODAY) == hover(without, TODAY)
    assert [each.last_on for each in cycles(with_notes, written.held)] == [
        each.last_on for each in cycles(without, written.held)
    ]


@given(journals())
def test_strands_and_stage_agree_with_each_other(written: Written) -> None:
    for found in histories(written.delegations, written.touches, written.debriefs):
        assert sorted(each.id for each in found.touches) == sorted(
            each.id for each in written.touches if each.delegation == found.delegation.id
        )
        assert bool(found.strands) == (found.delegation.handed_over_on is not None)
        assert (found.stage is Stage.DRAFT) == (not found.strands)
        assert all(each.ends is not None for each in found.strands[:-1])
        if found.strands:
            assert (found.strands[-1].ends is None) == (found.stage is Stage.HANDED_OVER)
        for one, next_one in zip(found.strands, found.strands[1:], strict=False):
            assert one.ends is not None
            assert one.begins <= one.ends <= next_one.begins
            assert next_one.begun_by is not None
        assert (found.talked_through is not None) == (found.stage is Stage.DEBRIEFED)
        assert all(each.before in WITH_OWNER or each.is_on_theirs for each in found.events)


@pytest.mark.parametrize(
    ("days", "in_order", "held", "stage"),
    [
        ([""], "", [(0, None)], Stage.HANDED_OVER),
        (["", "Tp"], "pT", [(0, 1)], Stage.TAKEN_BACK),
        (["", "T", "", "Hp"], "THp", [(0, 1), (3, None)], Stage.HANDED_OVER),
        (["", "HT"], "TH", [(0, 1), (1, None)], Stage.HANDED_OVER),
        (["T", "TH"], "THT", [(0, 0), (1, 1)], Stage.TAKEN_BACK),
        (["", "DT"], "TD", [(0, 1)], Stage.AWAITING_DEBRIEF),
        (["", "DH"], "DH", [(0, 1), (1, None)], Stage.HANDED_OVER),
        (["D", "H", "D"], "DHD", [(0, 0), (1, 2)], Stage.AWAITING_DEBRIEF),
        (["D", "T", "T"], "DTT", [(0, 0)], Stage.TAKEN_BACK),
        (["T", "H", "T", "H", "p"], "THTHp", [(0, 0), (1, 2), (3, None)], Stage.HANDED_OVER),
    ],
)
def test_hands_change_as_it_was_meant(days: list[str], in_order: str, held: list[object], stage: Stage) -> None:
    found = lived(*days)
    assert (order(found), strands(found), found.stage) == (in_order, held, stage)


def test_what_is_dated_before_the_hand_over_changes_nothing() -> None:
    of = delegation(begun=MONDAY)
    found = history(of, [touch(of, T, MONDAY - DAY), touch(of, PEEK, MONDAY)])
    assert [each.is_on_theirs for each in found.events] == [False, True]
    assert (found.stage, found.take_backs) == (Stage.HANDED_OVER, ())
    assert lived("D", begun=None).stage is Stage.DRAFT


@pytest.mark.parametrize(
    ("days", "completed"), [(["", "D"], 1), (["", "T", "D"], None), (["", "D", "H"], None), ([], None)]
)
def test_what_the_owner_delivered_they_did_not_complete(days: list[str], completed: int | None) -> None:
    found = lived(*days)
    assert found.completed_on == (None if completed is None else MONDAY + completed * DAY)


@given(st.data())
def test_deleting_a_touch_undoes_its_effect(data: st.DataObject) -> None:
    of = delegation(begun=TODAY - 60 * DAY)
    others = data.draw(touches_of(of))
    one = touch(of, data.draw(st.sampled_from(TouchKind)), data.draw(days))
    before, with_it = history(of, others), history(of, [one, *others])
    assert history(of, [each for each in with_it.touches if each.id != one.id]) == before
    if one.what not in TURNS:
        assert tuple(each for each in with_it.events if each.touch is not one) == before.events
        assert replace(with_it, events=before.events) == before


def test_a_legitimate_reason_ends_the_strand_and_counts_nowhere() -> None:
    of = delegation(begun=MONDAY)
    law = touch(of, T, MONDAY + DAY, reason=Legitimate.LAW)
    found = history(of, [law])
    assert (found.stage, found.take_backs, strands(found)) == (Stage.TAKEN_BACK, (), [(0, 1)])
    assert found.strands[0].ended_by is law
    plain = touch(of, T, MONDAY + DAY)
    assert history(of, [law, plain]).take_backs == (plain,)


@pytest.mark.parametrize(
    ("days", "closed", "stage", "ending"),
    [
        (["", "D"], 1, Stage.DEBRIEFED, Ending.DELIVERED),
        (["", "", "D"], 1, Stage.DEBRIEFED, Ending.DELIVERED),
        (["", ""], 1, Stage.DEBRIEFED, Ending.DEBRIEFED),
        (["", "T"], 2, Stage.DEBRIEFED, Ending.TOOK_BACK),
        (["", "D", "H"], 1, Stage.HANDED_OVER, None),
        (["", "D", "H"], 2, Stage.HANDED_OVER, None),
        (["", "D", "H"], 3, Stage.DEBRIEFED, Ending.DEBRIEFED),
        (["", "D", "", "T"], 2, Stage.TAKEN_BACK, Ending.DELIVERED),
    ],
)
def test_a_closed_debrief_stands_until_hands_change(days: list[str], closed: int, stage: Stage, ending: Ending) -> None:
    without = lived(*days)
    talk, opened = debrief(without.delegation, MONDAY + closed * DAY), debrief(without.delegation, None)
    found = history(without.delegation, without.touches, [opened, talk])
    assert (found.stage, found.strands[-1].ending) == (stage, ending)
    assert found.open_debrief is opened
    assert history(without.delegation, without.touches, [opened]) == replace(without, debriefs=(opened,))


@given(st.dates(), st.dates(), st.integers(0, 400), st.integers(0, 400))
def test_working_days_are_those_a_calendar_has(begun: date, since: date, length: int, window: int) -> None:
    def later(day: date, by: int) -> date:
        return date.fromordinal(min(day.toordinal() + by, date.max.toordinal()))

    of: Delegation = delegation(begun=begun)
    end, until = later(begun, length), later(since, window)
    found = history(of, [touch(of, D, end)])
    spans = {begun.toordinal() + each for each in range((end - begun).days + 1)}
    wanted = {since.toordinal() + each for each in range((until - since).days + 1)}
    assert found.days_with_them(since, until) == sum(date.fromordinal(day).weekday() < 5 for day in spans & wanted)


def test_a_day_on_which_it_went_to_and_fro_counts_once() -> None:
    assert lived("", "TH", "TH", "D").days_with_them(MONDAY, TODAY) == 4
    assert lived("", "T", "", "H").days_with_them(MONDAY, MONDAY + timedelta(days=4)) == 4
    assert lived("").days_with_them(date.max, date.max) == 1
    assert lived("").days_with_them(MONDAY, MONDAY - DAY) == 0
