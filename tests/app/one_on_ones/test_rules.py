"""Whatever is done to meetings, in whatever order: nothing that is open is lost, and the next one is known."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import islice, pairwise
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from app.one_on_ones import rules
from app.one_on_ones.model import FollowUp, Involvement, OneOnOne, State, Topic
from app.one_on_ones.rules import Origin
from app.people.model import Agreement, Cadence, Rhythm, Side
from tests.app.reflections.journals import NOW, TODAY, new_id

DAY = timedelta(days=1)
WEEKLY = Rhythm(cadence=Cadence.WEEKLY, first=date(2026, 2, 12), time="10:30")
NEAR = st.integers(-60, 60).map(lambda days: TODAY + days * DAY)


def meeting(day: date, state: State = State.HELD, **more: Any) -> OneOnOne:
    return OneOnOne(id=new_id(), date=day, person="Jonas", state=state, created_at=NOW, updated_at=NOW, **more)


def topic(day: date, raised_by: Side = Side.ME, closed_on: date | None = None) -> Topic:
    return Topic(
        id=new_id(),
        date=day,
        person="Jonas",
        raised_by=raised_by,
        text="Ask",
        closed_on=closed_on,
        created_at=NOW,
        updated_at=NOW,
    )


def follow_up(day: date, due_on: date | None = None, done_on: date | None = None, of: str | None = None) -> FollowUp:
    return FollowUp(
        id=new_id(),
        date=day,
        person="Jonas",
        owner=Side.THEM,
        text="Send",
        due_on=due_on,
        done_on=done_on,
        one_on_one=of,
        created_at=NOW,
        updated_at=NOW,
    )


meetings = st.lists(
    st.builds(meeting, NEAR, st.sampled_from(State), planned_for=st.none() | NEAR, moved_from=st.just(())), max_size=8
)
topics = st.lists(st.builds(topic, NEAR, st.sampled_from(Side), st.none() | NEAR), max_size=8)
follow_ups = st.lists(st.builds(follow_up, NEAR, st.none() | NEAR, st.none() | NEAR), max_size=8)
rhythms = st.builds(Rhythm, cadence=st.sampled_from(Cadence), first=NEAR)


@given(topics, follow_ups, meetings, st.integers(0, 60))
def test_everything_open_is_on_the_agenda_of_today_and_of_every_later_day(
    raised: list[Topic], promised: list[FollowUp], records: list[OneOnOne], ahead: int
) -> None:
    on = TODAY + ahead * DAY
    found = [each.of.id for each in rules.agenda(raised, promised, None, records, on, TODAY)]
    wanted = [each.id for each in raised if each.closed_on is None]
    wanted += [each.id for each in promised if each.done_on is None]
    assert set(wanted) <= set(found)
    assert len(found) == len(set(found))


@given(topics, meetings, NEAR)
def test_a_later_agenda_has_what_an_earlier_one_left_open(
    raised: list[Topic], records: list[OneOnOne], on: date
) -> None:
    open_then = [each.of.id for each in rules.agenda(raised, [], None, records, on, TODAY) if not each.is_closed]
    later = max(on, TODAY) + 7 * DAY
    assert set(open_then) <= {each.of.id for each in rules.agenda(raised, [], None, records, later, TODAY)}


def test_what_was_carried_over_says_how_often() -> None:
    records = [meeting(date(2026, 2, 26)), meeting(date(2026, 3, 5)), meeting(date(2026, 2, 19), State.MISSED)]
    raised = [topic(date(2026, 2, 24)), topic(date(2026, 3, 3), Side.THEM), topic(date(2026, 3, 6), Side.THEM)]
    items = rules.agenda(raised, [], None, records, date(2026, 3, 12), TODAY)
    assert [(each.origin, each.carried, each.whose) for each in items] == [
        (Origin.FROM_THEM, 0, Side.THEM),
        (Origin.CARRIED_OVER, 2, Side.ME),
        (Origin.CARRIED_OVER, 1, Side.THEM),
    ]


def test_what_is_closed_stays_on_the_agenda_of_its_day() -> None:
    closed = topic(date(2026, 3, 6), closed_on=TODAY)
    (item,) = rules.agenda([closed], [], None, [], date(2026, 3, 12), TODAY)
    assert item.is_closed
    assert rules.agenda([closed], [], None, [], date(2026, 3, 12), TODAY + DAY) == []
    assert len(rules.agenda([closed], [], None, [], TODAY, TODAY + DAY)) == 1


def test_what_is_due_and_what_is_not_yet() -> None:
    agreement = Agreement(
        id=new_id(), date=date(2026, 2, 5), person="Jonas", look_again_on=TODAY, created_at=NOW, updated_at=NOW
    )
    promised = [follow_up(TODAY, TODAY + 9 * DAY), follow_up(TODAY - DAY, TODAY), follow_up(TODAY - 2 * DAY)]
    items = rules.agenda([], promised, agreement, [], TODAY, TODAY)
    assert [each.origin for each in items] == [Origin.DUE, Origin.DUE, Origin.DUE, Origin.LATER]
    assert items[0].of is agreement
    assert not any(isinstance(each.of, Agreement) for each in rules.agenda([], [], agreement, [], TODAY - DAY, TODAY))


def test_what_is_promised_in_a_meeting_is_not_on_its_agenda() -> None:
    held = meeting(TODAY)
    promised = follow_up(TODAY, of=held.id)
    assert rules.agenda([], [promised], None, [held], TODAY, TODAY, held.id) == []
    assert len(rules.agenda([], [promised], None, [held], TODAY + 7 * DAY, TODAY)) == 1


def test_a_second_meeting_of_the_day_has_what_was_promised_in_the_first() -> None:
    first, second = meeting(TODAY), meeting(TODAY, State.PLANNED)
    promised = follow_up(TODAY, of=first.id)
    assert len(rules.agenda([], [promised], None, [first, second], TODAY, TODAY, second.id)) == 1


def test_more_than_half_is_mine() -> None:
    def mostly(*sides: Side) -> bool:
        return rules.is_mostly_mine(rules.agenda([topic(TODAY, side) for side in sides], [], None, [], TODAY, TODAY))

    assert mostly(Side.ME, Side.ME, Side.THEM)
    assert not mostly(Side.ME, Side.THEM)
    assert not mostly(Side.ME)
    assert not mostly()


@given(rhythms, NEAR)
def test_the_days_of_a_rhythm_are_of_one_weekday_and_none_is_left_out(rhythm: Rhythm, since: date) -> None:
    days = list(islice(rules.days_of(rhythm, since), 5))
    assert all(later - day == rules.every(rhythm.cadence) for day, later in pairwise(days))
    assert (days[0] - rhythm.first) % rules.every(rhythm.cadence) == timedelta(0)
    assert days[0] >= max(since, rhythm.first)
    assert days[0] - rules.every(rhythm.cadence) < max(since, rhythm.first)


def test_a_rhythm_at_the_end_of_the_calendar_ends() -> None:
    assert list(rules.days_of(replace(WEEKLY, first=date(9999, 12, 30)), TODAY)) == [date(9999, 12, 30)]


@given(st.none() | rhythms, meetings)
def test_the_next_one_is_never_past_and_never_one_that_is_done(rhythm: Rhythm | None, records: list[OneOnOne]) -> None:
    found = rules.next_meeting(rhythm, records, TODAY)
    if found is None:
        assert rhythm is None
        assert not [each for each in records if each.state is State.PLANNED and each.date >= TODAY]
        return
    assert found.on >= TODAY
    over = {day for each in records if each.state is not State.PLANNED for day in (each.date, each.planned_for)}
    assert found.record is not None or found.on not in over
    assert all(found.on <= each.date for each in records if each.state is State.PLANNED and each.date >= TODAY)


def test_one_that_was_moved_takes_the_place_of_its_day() -> None:
    planned = meeting(date(2026, 3, 12), State.PLANNED, planned_for=date(2026, 3, 12))
    later = rules.moved(planned, date(2026, 3, 13), "09:00")
    found = rules.next_meeting(WEEKLY, [later], TODAY)
    assert found is not None
    assert (found.on, found.time, found.record) == (date(2026, 3, 13), "09:00", later)
    assert later.moved_from == (date(2026, 3, 12),)
    following = rules.next_meeting(WEEKLY, [replace(later, state=State.HELD)], TODAY)
    assert following is not None
    assert following.on == date(2026, 3, 19)


@given(st.lists(NEAR, min_size=1, max_size=5))
def test_moving_keeps_the_first_day_and_no_day_twice(days: list[date]) -> None:
    given_ = meeting(TODAY, State.PLANNED, planned_for=TODAY)
    for day in days:
        given_ = rules.moved(given_, day, None)
    assert given_.date == days[-1]
    assert len(set(given_.moved_from)) == len(given_.moved_from)
    assert given_.date not in given_.moved_from
    assert given_.date == TODAY or TODAY in given_.moved_from


def test_what_nobody_said_anything_about() -> None:
    records = [meeting(date(2026, 2, 19)), meeting(date(2026, 3, 2), State.PLANNED, planned_for=date(2026, 2, 26))]
    found = rules.unanswered(WEEKLY, records, TODAY)
    assert [each.on for each in found] == [date(2026, 3, 5), date(2026, 3, 2)]
    assert rules.unanswered(WEEKLY, [], TODAY) == []


def test_what_they_said_lately() -> None:
    said = [Involvement.TOO_MUCH, None, Involvement.TOO_LITTLE, Involvement.RIGHT, Involvement.TOO_MUCH]
    records = [meeting(TODAY - number * DAY, involvement=each) for number, each in enumerate(said, start=1)]
    assert rules.lately(records, TODAY) == [Involvement.TOO_MUCH, Involvement.TOO_LITTLE, Involvement.RIGHT]
    assert rules.lately(records, TODAY - 3 * DAY) == [Involvement.RIGHT, Involvement.TOO_MUCH]
