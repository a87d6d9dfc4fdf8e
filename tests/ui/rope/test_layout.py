"""Marks stand in the order of time, in the room there is, apart from each other where that is possible."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from app.delegation.history import history
from app.delegation.model import Touch, TouchKind
from tests.app.delegation.making import DAY, brief, delegation, touch, touches_of
from tests.app.reflections.journals import TODAY
from ui.rope.labels import label
from ui.rope.layout import ABOVE, Happening, Room, Rope, Sign, place
from ui.rope.words import happenings

ROOM = Room(14, 762, 15, 30)
BEGUN = TODAY - 14 * DAY


def laid_out(what: Sequence[tuple[TouchKind, date]], room: Room = ROOM, due: date | None = TODAY + 9 * DAY) -> Rope:
    of = delegation(begun=BEGUN, brief=brief(TODAY, TODAY + 6 * DAY, due_on=due))
    told = history(of, [touch(of, kind, day) for kind, day in what])
    return place(happenings(told, TODAY), told.strands, room)


def signs(rope: Rope) -> list[Sign]:
    return [each.of.sign for each in rope.marks]


def of_sign(rope: Rope, sign: Sign) -> float:
    return next(each.x for each in rope.marks if each.of.sign is sign)


def test_where_there_is_room_a_day_is_as_long_as_another() -> None:
    rope = laid_out([(TouchKind.DROPPED_IN, BEGUN + 3 * DAY)])
    assert signs(rope) == [Sign.HANDED_OVER, Sign.PEEK, Sign.DUE_NOW, Sign.PLANNED, Sign.DUE]
    days = (0, 3, 14, 20, 23)
    assert [round(each.x) for each in rope.marks] == [round(14 + 748 * day / 23) for day in days]
    (strand,) = rope.strands
    assert (strand.left, strand.right) == (14, of_sign(rope, Sign.DUE_NOW))
    assert [round(each.right) for each in rope.to_come] == [762]


def test_taken_back_and_handed_back_twice_there_are_three_strands_and_two_gaps() -> None:
    turns = [TouchKind.TOOK_BACK, TouchKind.HANDED_BACK] * 2
    rope = laid_out([(kind, BEGUN + (2 + 2 * at) * DAY) for at, kind in enumerate(turns)])
    assert (len(rope.strands), len(rope.gaps)) == (3, 2)
    ends = [each.right for each in rope.strands[:2]]
    assert ends == [each.x for each in rope.marks if each.of.sign is Sign.TOOK_BACK]
    assert [each.left for each in rope.gaps] == ends


def test_on_one_day_the_hands_change_in_the_order_of_the_history() -> None:
    rope = laid_out([(TouchKind.HANDED_BACK, TODAY - DAY), (TouchKind.TOOK_BACK, TODAY - DAY)])
    assert signs(rope)[1:3] == [Sign.TOOK_BACK, Sign.HANDED_BACK]
    assert all(one.right < other.left for one, other in pairwise(rope.strands))


def test_overdue_the_strand_goes_on_beyond_the_bar() -> None:
    rope = laid_out([], due=TODAY - 4 * DAY)
    assert of_sign(rope, Sign.DUE) < rope.strands[-1].right
    due = next(each.of for each in rope.marks if each.of.sign is Sign.DUE)
    assert due.name.endswith("4 days ago")


def test_forty_marks_on_three_days_can_all_be_told_apart() -> None:
    kinds = (TouchKind.HELD, TouchKind.EDITED, TouchKind.ASKED, TouchKind.AGREED_CHECK_IN)
    rope = laid_out([(kinds[at % 4], BEGUN + (3 + at // 14) * DAY) for at in range(40)])
    places = [each.x for each in rope.marks if each.of.touch]
    assert len(places) == 40
    assert all(other - one >= 14.99 for one, other in pairwise(places))
    narrow = laid_out([(kinds[at % 4], BEGUN + (3 + at // 14) * DAY) for at in range(40)], Room(14, 300, 15, 30))
    assert all(other.x > one.x for one, other in pairwise(narrow.marks) if other.of.sign is not Sign.TODAY)


_TASK = delegation(begun=BEGUN, brief=brief(TODAY, due_on=TODAY + 9 * DAY))


@given(touches_of(_TASK, most=40), st.integers(60, 1600))
def test_whatever_happened_marks_keep_their_order_and_labels_do_not_meet(touches: list[Touch], width: int) -> None:
    told = history(_TASK, touches)
    room = Room(14, 14 + width, 15, 30)
    rope = place(happenings(told, TODAY), told.strands, room)
    places = [each.x for each in rope.marks]
    assert places == sorted(places)
    assert all(room.left - 0.01 <= each <= room.right + 0.01 for each in places)
    for strand in rope.strands:
        assert room.left - 0.01 <= strand.left <= strand.right <= room.right + 0.01
    for labels in label(rope, lambda of, verb: 7 * (len(verb) + len(of.day)), room):
        in_order = sorted(labels, key=lambda each: each.left)
        assert all(one.right < other.left for one, other in pairwise(in_order))


def test_on_collision_the_verb_goes_and_the_day_stays() -> None:
    near = [
        Happening(Sign.PEEK, BEGUN + timedelta(at), "Dropped in", f"{at} Mar", f"Dropped in, {at} March", touch=str(at))
        for at in (3, 4)
    ]
    rope = place([Happening(Sign.HANDED_OVER, BEGUN, "", "1 Mar", ""), *near], (), Room(0, 420, 15, 30))
    above, _ = label(rope, lambda _of, verb: 100 if verb else 40, Room(0, 420, 15, 30))
    assert sorted((each.day, each.verb) for each in above) == [("3 Mar", ""), ("4 Mar", "")]
    assert {each.of.sign for each in above} <= ABOVE


def test_on_the_first_day_some_of_the_strand_is_to_be_seen_beside_the_knot() -> None:
    of = delegation(begun=TODAY)
    told = history(of, [touch(of, TouchKind.HELD, TODAY)])
    rope = place(happenings(told, TODAY), told.strands, ROOM)
    (strand,) = rope.strands
    assert strand.right - strand.left == ROOM.after_wide
    assert of_sign(rope, Sign.HELD) == strand.right


def test_a_delivery_shortly_before_the_due_date_leaves_it_its_words() -> None:
    rope = laid_out([(TouchKind.DELIVERED, TODAY + 7 * DAY)], Room(14, 600, 15, 30))
    _, below = label(rope, lambda _of, verb: 54 if verb == "Delivered" else 38, Room(14, 600, 15, 30))
    said = {each.of.sign: each for each in below}
    delivered, due = said[Sign.DELIVERED], said[Sign.DUE]
    assert (bool(delivered.verb), bool(due.verb)) == (True, True)
    assert delivered.left < of_sign(rope, Sign.DELIVERED) < delivered.right <= due.left
