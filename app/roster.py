"""What there is to see of people, asked across features: all of them for a list, and one of them in full."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from app import agenda
from app.interviews.model import Alignment
from app.journal import Records
from app.moments import shifted
from app.one_on_ones import rules as meetings
from app.one_on_ones.model import FollowUp, OneOnOne, State, Topic
from app.one_on_ones.rules import Item, Meeting
from app.people.model import Agreement, Feedback, Level, Person
from app.people.rules import Balance, balance
from app.reflections.model import Filter

_AHEAD = timedelta(days=35)  # so much at most is a meeting moved ahead of the day of the rhythm that it stands for

_NOTHING = balance((), date.min)


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Somebody in a list. `open_items` is how much waits to be talked about, the oldest of it in `oldest`.

    Of who is archived only the mentions are known: they are out of what is asked of a day. Those of others are counted
    on their own page.
    """

    person: Person
    mentions: int = 0
    next: Meeting | None = None
    open_items: int = 0
    oldest: str = ""
    last_named: date | None = None
    balance: Balance = _NOTHING


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """All that a page about somebody shows; records newest first. `agreements` begin with the one in force.

    `items` is the agenda of the next meeting, or of today where none is planned. `works` are the kinds of work that
    anything was said of with anybody. `sheet` is the alignment sheet in force.
    """

    person: Person
    mentions: int
    balance: Balance
    next: Meeting | None
    unanswered: tuple[Meeting, ...]
    items: tuple[Item, ...]
    agreements: tuple[Agreement, ...]
    levels: tuple[Level, ...]
    works: tuple[str, ...]
    feedback: tuple[Feedback, ...]
    meetings: tuple[OneOnOne, ...]
    sheet: Alignment | None = None


def everyone(journal: Records, today: date) -> list[Known]:
    """All people in the order of their names, by as many questions as for one."""
    people = journal.people.everyone()
    here = [each for each in people if each.archived_on is None]
    mentions = journal.people.mentions([each.id for each in people if each.archived_on is not None])
    shown, named = journal.people.shown(today), journal.people.last_named([each.id for each in here], today)
    planned, waiting = _planned(journal, today), _open(journal)
    known = {
        each.id: Known(
            person=each,
            next=meetings.next_meeting(each.rhythm, planned.get(each.name, ()), today),
            open_items=len(waiting.get(each.name, ())),
            oldest=next(iter(waiting.get(each.name, ())), ""),
            last_named=named.get(each.id),
            balance=balance(shown.get(each.id, ()), today),
        )
        for each in here
    }
    return [known.get(each.id) or Known(person=each, mentions=mentions.get(each.id, 0)) for each in people]


def whole(journal: Records, id: str, today: date) -> Whole:
    """One of them. Raises NoSuchRecord."""
    person = journal.people.get(id)
    found, is_here = agenda.between(journal, id), person.archived_on is None
    upcoming = found.next_meeting(today) if is_here else None
    meeting = upcoming.record.id if upcoming is not None and upcoming.record is not None else None
    return Whole(
        person=person,
        mentions=journal.people.mentions([id]).get(id, 0),
        balance=balance(journal.people.shown(today, id).get(id, ()), today),
        next=upcoming,
        unanswered=tuple(found.unanswered(today)) if is_here else (),
        items=tuple(found.items(upcoming.on if upcoming else today, today, meeting)),
        agreements=tuple(journal.agreements.where(person=person.name)),
        levels=tuple(journal.levels.where(person=person.name)),
        works=tuple(sorted({each.work for each in journal.levels.find(Filter())}, key=str.casefold)),
        feedback=found.feedback,
        meetings=tuple(each for each in found.one_on_ones if each.state is not State.PLANNED),
        sheet=next(iter(journal.alignments.where(person=person.name)), None),
    )


def _planned(journal: Records, today: date) -> Mapping[str, list[OneOnOne]]:
    """By name, the meetings that say anything of the days to come."""
    found: dict[str, list[OneOnOne]] = {}
    for each in journal.one_on_ones.find(Filter(since=shifted(today, -_AHEAD))):
        found.setdefault(each.person, []).append(each)
    return found


def _open(journal: Records) -> Mapping[str, list[str]]:
    """By name, the words of what waits to be talked about, the oldest first."""
    waiting: list[Topic | FollowUp] = [*journal.topics.where(closed_on=None), *journal.follow_ups.where(done_on=None)]
    waiting.sort(key=lambda each: (each.person, each.date, each.created_at, each.id))
    return {name: [each.text for each in rest] for name, rest in groupby(waiting, key=lambda each: each.person)}
