"""What a one-on-one means: when the next one is, what stands on its agenda, and what was carried over. Pure."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum, auto

from app.moments import shifted
from app.one_on_ones.model import FollowUp, Involvement, OneOnOne, State, Topic
from app.people.model import Agreement, Cadence, Rhythm, Side
from app.records.entry import Entry

_WEEKS = {Cadence.WEEKLY: 1, Cadence.FORTNIGHTLY: 2, Cadence.FOUR_WEEKLY: 4}


def every(cadence: Cadence) -> timedelta:
    """The time from one meeting to the next."""
    return timedelta(weeks=_WEEKS[cadence])


def days_of(rhythm: Rhythm, since: date) -> Iterator[date]:
    """The days on which there is a meeting by the rhythm, from that day on and never before its first, to the end of
    the calendar.
    """
    step = every(rhythm.cadence)
    behind = max(0, -((rhythm.first - since).days // step.days))
    day = shifted(rhythm.first, behind * step)
    while day < date.max:
        yield day
        day = shifted(day, step)


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """A meeting to come, or one that nobody has said anything about: by the rhythm, or by a `record` of its own."""

    on: date
    time: str | None
    minutes: int
    planned_for: date | None
    record: OneOnOne | None = None


def next_meeting(rhythm: Rhythm | None, records: Iterable[OneOnOne], today: date) -> Meeting | None:
    """The next that is to come, today included: the earlier of what was planned and what the rhythm has."""
    kept = list(records)
    planned = [_recorded(each) for each in kept if each.state is State.PLANNED and each.date >= today]
    return min([*planned, *_by_rhythm(rhythm, kept, today)], key=_when, default=None)


def unanswered(rhythm: Rhythm | None, records: Iterable[OneOnOne], today: date) -> list[Meeting]:
    """Those before today of which nobody said whether they took place, latest first.

    Of the rhythm only what came after the last that something is known of, so that a new rhythm asks for nothing old.
    """
    kept = list(records)
    found = [_recorded(each) for each in kept if each.state is State.PLANNED and each.date < today]
    known = max((each.date for each in kept if each.state is not State.PLANNED), default=None)
    if rhythm is not None and known is not None:
        stood_for = _days_stood_for(kept)
        for day in days_of(rhythm, shifted(known, timedelta(days=1))):
            if day >= today:
                break
            if day not in stood_for:
                found.append(_of_rhythm(rhythm, day))
    return sorted(found, key=_when, reverse=True)


def moved(given: OneOnOne, to: date, time: str | None) -> OneOnOne:
    """It takes place on another day; the one it was moved from is kept, once, and not where it is moved back to it."""
    if to == given.date:
        return replace(given, time=time)
    before = (*given.moved_from, given.date)
    kept = tuple(day for at, day in enumerate(before) if day != to and day not in before[:at])
    return replace(given, date=to, time=time, moved_from=kept, state=State.PLANNED)


class Origin(Enum):
    """Why something stands on an agenda, in the order in which agendas have it."""

    FROM_THEM = auto()
    FROM_ME = auto()
    CARRIED_OVER = auto()
    DUE = auto()
    LATER = auto()
    NOTED = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Gone(Entry):
    """What notes are about and what is there no more, or not as it was: only its id is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One line of an agenda, made of a record that is somewhere else.

    `whose` is who raised it, or who promised it. `since` is the day it was raised or promised; `carried` how many
    meetings that took place since then have left it open. `is_closed` is what was open on the day of the agenda, or
    closed on it, and is closed by now, `closed_on` a day.
    """

    origin: Origin
    of: Topic | FollowUp | Agreement | Gone
    text: str
    whose: Side
    since: date
    carried: int
    due_on: date | None = None
    closed_on: date | None = None

    @property
    def is_closed(self) -> bool:
        """Whether there is nothing left to say about it."""
        return self.closed_on is not None


def agenda(
    topics: Iterable[Topic],
    follow_ups: Iterable[FollowUp],
    agreement: Agreement | None,
    records: Sequence[OneOnOne],
    on: date,
    today: date,
    meeting: str | None = None,
) -> list[Item]:
    """What there is to talk about on a day, of everything that is kept about one person.

    Every open topic and follow-up is on the agenda of today and of every later day. An earlier day has what was open
    then. What was promised in the meeting with the id `meeting` is not on its agenda: it stands beside it. `agreement`
    is the one that is in force.
    """
    held = [each.date for each in records if each.state is State.HELD and each.date < on]
    items = [_topic(each, held) for each in topics if _was_open(each.date, each.closed_on, on, today)]
    items += [
        _follow_up(each, held, on)
        for each in follow_ups
        if _was_open(each.date, each.done_on, on, today) and (meeting is None or each.one_on_one != meeting)
    ]
    if agreement is not None and agreement.look_again_on is not None and agreement.look_again_on <= on:
        items.append(_agreement(agreement))
    return sorted(items, key=lambda each: (each.origin.value, each.since, each.of.created_at, each.of.id))


def noted_besides(
    meeting: OneOnOne, listed: Iterable[Item], topics: Iterable[Topic], follow_ups: Iterable[FollowUp]
) -> list[Item]:
    """What was noted something about in a meeting, and what its agenda has no more: no note is out of sight."""
    known: dict[str, Topic | FollowUp] = {each.id: each for each in topics}
    known |= {each.id: each for each in follow_ups}
    there = {each.of.id for each in listed}
    about = [each.about for each in meeting.notes if each.about is not None and each.about not in there]
    return [_noted(known.get(id), id, meeting) for id in about]


def is_mostly_mine(items: Iterable[Item]) -> bool:
    """Whether more than half of the topics that are open were raised by the owner; of a single one nothing is said."""
    raised = [each.whose for each in items if isinstance(each.of, Topic) and not each.is_closed]
    return len(raised) > 1 and raised.count(Side.ME) * 2 > len(raised)


def lately(records: Iterable[OneOnOne], before: date, most: int = 3) -> list[Involvement]:
    """What they said about my involvement in the meetings before that day, latest first."""
    said = [each for each in records if each.date < before and each.state is State.HELD and each.involvement]
    said.sort(key=lambda each: each.date, reverse=True)
    return [each.involvement for each in said[:most] if each.involvement is not None]


def _was_open(since: date, until: date | None, on: date, today: date) -> bool:
    """Whether the agenda of that day has it: open then, or closed on it. Today and later days have all that is open."""
    if on >= today:
        return until is None or until >= today
    return since <= on and (until is None or until >= on)


def _topic(given: Topic, held: Sequence[date]) -> Item:
    carried = _carried(given.date, given.closed_on, held)
    mine = Origin.FROM_ME if given.raised_by is Side.ME else Origin.FROM_THEM
    return Item(
        origin=Origin.CARRIED_OVER if carried else mine,
        of=given,
        text=given.text,
        whose=given.raised_by,
        since=given.date,
        carried=carried,
        closed_on=given.closed_on,
    )


def _follow_up(given: FollowUp, held: Sequence[date], on: date) -> Item:
    is_later = given.due_on is not None and given.due_on > on
    return Item(
        origin=Origin.LATER if is_later else Origin.DUE,
        of=given,
        text=given.text,
        whose=given.owner,
        since=given.date,
        carried=_carried(given.date, given.done_on, held),
        due_on=given.due_on,
        closed_on=given.done_on,
    )


def _agreement(given: Agreement) -> Item:
    return Item(
        origin=Origin.DUE,
        of=given,
        text="",
        whose=Side.ME,
        since=given.date,
        carried=0,
        due_on=given.look_again_on,
    )


def _noted(given: Topic | FollowUp | None, id: str, meeting: OneOnOne) -> Item:
    if isinstance(given, Topic):
        item = _topic(given, ())
    elif given is not None:
        item = _follow_up(given, (), meeting.date)
    else:
        instants = {"created_at": meeting.created_at, "updated_at": meeting.updated_at}
        gone = Gone(id=id, date=meeting.date, private=True, **instants)
        item = Item(
            origin=Origin.NOTED,
            of=gone,
            text="",
            whose=Side.ME,
            since=meeting.date,
            carried=0,
            closed_on=meeting.date,
        )
    return replace(item, origin=Origin.NOTED)


def _carried(since: date, until: date | None, held: Iterable[date]) -> int:
    return sum(since < day and (until is None or day < until) for day in held)


def _by_rhythm(rhythm: Rhythm | None, records: Sequence[OneOnOne], today: date) -> Iterator[Meeting]:
    """The next day of the rhythm that no record stands for, if there is one."""
    if rhythm is None:
        return
    stood_for = _days_stood_for(records)
    day = next((day for day in days_of(rhythm, today) if day not in stood_for), None)
    if day is not None:
        yield _of_rhythm(rhythm, day)


def _days_stood_for(records: Iterable[OneOnOne]) -> set[date]:
    return {day for each in records for day in (each.date, each.planned_for) if day is not None}


def _of_rhythm(rhythm: Rhythm, day: date) -> Meeting:
    return Meeting(on=day, time=rhythm.time, minutes=rhythm.minutes, planned_for=day)


def _recorded(each: OneOnOne) -> Meeting:
    return Meeting(on=each.date, time=each.time, minutes=each.minutes, planned_for=each.planned_for, record=each)


def _when(given: Meeting) -> tuple[date, str]:
    return given.on, given.time or ""
