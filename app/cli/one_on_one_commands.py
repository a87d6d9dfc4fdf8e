"""one-on-ones: what is to come, what was, and the agenda of each."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from app.cli.answer import Answer, columns
from app.cli.page import Facts, page
from app.cli.request import Request, check_period
from app.one_on_ones.model import FollowUp, Note, OneOnOne, State
from app.one_on_ones.rules import Item, Meeting, Origin
from app.people.model import Agreement, Person, Side
from app.titles import one_line
from app.translation import tr

if TYPE_CHECKING:
    from app.journal import Journal


def one_on_ones(request: Request) -> Answer:
    """All one-on-ones, those to come by the rhythm of each person included, or one with its agenda.

    Raises PeriodBackwards, NoSuchName and NameNotUnique.
    """
    asked = request.arguments
    check_period(asked.since, asked.until)
    with request.open() as journal, journal.reading():
        if asked.what == "show":
            person, meeting = _asked_for(journal, asked.name, request.today)
            return _shown(journal, person, meeting, request.today)
        found = [each for each in _every(journal, request.today) if _is_asked_for(each, request)]
    found.sort(key=lambda each: (each[1].on, each[1].time or "", each[0]), reverse=True)
    rows = [row_of(person, meeting) for person, meeting in found[: asked.limit]]
    lines = [columns(row[name] or "" for name in ("id", "date", "time", "person", "state")) for row in rows]
    return Answer(rows, "\n".join(lines))


def _every(journal: "Journal", today: date) -> Iterator[tuple[str, Meeting]]:
    """Every meeting that has a record, and the next of each person that has none."""
    from app.agenda import between
    from app.reflections.model import Filter

    for each in journal.one_on_ones.find(Filter()):
        yield each.person, _recorded(each)
    for person in journal.people.everyone():
        upcoming = between(journal, person.id).next_meeting(today) if person.archived_on is None else None
        if upcoming is not None and upcoming.record is None:
            yield person.name, upcoming


def _recorded(given: OneOnOne) -> Meeting:
    return Meeting(on=given.date, time=given.time, minutes=given.minutes, planned_for=given.planned_for, record=given)


def _is_asked_for(given: tuple[str, Meeting], request: Request) -> bool:
    from app.search.words import folded

    (person, meeting), asked = given, request.arguments
    if asked.person is not None and folded(person) != folded(asked.person):
        return False
    return (asked.since is None or asked.since <= meeting.on) and (asked.until is None or meeting.on <= asked.until)


def row_of(person: str, given: Meeting) -> dict[str, Any]:
    """A meeting as `--json` has it in a list; without an id where only the rhythm has it."""
    record = given.record
    return {
        "id": record.id if record else None,
        "date": given.on.isoformat(),
        "time": given.time,
        "minutes": given.minutes,
        "person": person,
        "state": record.state if record else State.PLANNED,
        "planned_for": given.planned_for.isoformat() if given.planned_for else None,
        "involvement": record.involvement if record else None,
    }


def _asked_for(journal: "Journal", asked: str, today: date) -> tuple[Person, Meeting]:
    """The meeting with this id, or the next with whoever is called so; where none is to come, the last.

    Raises NoSuchName and NameNotUnique.
    """
    from app.agenda import between
    from app.cli.lookup import called
    from app.errors import NoSuchName
    from app.people.record import PERSON_KIND
    from app.reflections.model import Filter

    record = next((each for each in journal.one_on_ones.find(Filter()) if each.id == asked), None)
    if record is not None:
        return between(journal, record.id).person, _recorded(record)
    person = called(asked, journal.people.everyone(), PERSON_KIND.title)
    meeting = between(journal, person.id).next_meeting(today)
    if meeting is None:
        past = journal.one_on_ones.where(person=person.name)
        if not past:
            raise NoSuchName(asked)
        meeting = _recorded(past[0])
    return person, meeting


def _shown(journal: "Journal", given: Person, meeting: Meeting, today: date) -> Answer:
    from app.agenda import between
    from app.exchange.kinds import to_record

    record, person = meeting.record, given.name
    agenda = between(journal, given.id).items(meeting.on, today, record.id if record else None)
    agreed = journal.follow_ups.where(one_on_one=record.id) if record else []
    value = row_of(person, meeting) | {
        "record": to_record(record) if record else None,
        "agenda": [item_of(each) for each in agenda],
        "follow_ups": [to_record(each) for each in agreed],
    }
    facts: Facts = [
        (tr("Begins"), meeting.time),
        (tr("Minutes"), meeting.minutes),
        (tr("State"), value["state"]),
        (tr("Moved from"), ", ".join(day.isoformat() for day in record.moved_from) if record else None),
        (tr("My involvement lately"), record.involvement if record else None),
    ]
    title = tr("{person}, {day}").format(person=person, day=meeting.on.isoformat())
    parts = [*agenda_parts(agenda), *_notes(journal, record, agenda), *_agreed(agreed)]
    return Answer(value, page(title, facts, "\n\n".join(parts)))


def item_of(given: Item) -> dict[str, Any]:
    """An item of an agenda as `--json` has it."""
    from app.exchange.kinds import facts

    return {
        "id": given.of.id,
        "kind": facts(given.of).kind,
        "section": given.origin.name.lower().replace("_", "-"),
        "text": given.text,
        "whose": given.whose,
        "since": given.since.isoformat(),
        "carried_over": given.carried,
        "due_on": given.due_on.isoformat() if given.due_on else None,
        "closed": given.is_closed,
    }


def agenda_parts(given: Sequence[Item], mark: str = "##") -> Iterator[str]:
    """The items under the heading of each section that has any; `mark` makes a heading of it."""
    headings = {
        Origin.FROM_THEM: tr("From them"),
        Origin.FROM_ME: tr("From me"),
        Origin.CARRIED_OVER: tr("Carried over"),
        Origin.DUE: tr("Due"),
        Origin.LATER: tr("Later"),
    }
    for origin, heading in headings.items():
        lines = [f"- {'[x]' if each.is_closed else '[ ]'} {_line(each)}" for each in given if each.origin is origin]
        if lines:
            yield f"{mark} {heading}"
            yield "\n".join(lines)


def _line(given: Item) -> str:
    whose = tr("mine") if given.whose is Side.ME else tr("theirs")
    due = tr("due {day}").format(day=given.due_on.isoformat()) if given.due_on else ""
    carried = tr("carried over: {times}").format(times=given.carried) if given.carried else ""
    since = tr("since {day}").format(day=given.since.isoformat())
    said = tr("Working agreement, to be looked at again") if isinstance(given.of, Agreement) else one_line(given.text)
    return f"{said} ({', '.join(filter(None, (whose, since, due, carried)))})"


def _notes(journal: "Journal", record: OneOnOne | None, agenda: list[Item]) -> Iterator[str]:
    if record is None:
        return
    known = {each.of.id: each.text for each in agenda}
    if record.notes:
        yield "## " + tr("Notes for both")
        for each in record.notes:
            yield from _note(journal, each, known)
    if record.private_notes:
        yield "## " + tr("Private notes")
        yield record.private_notes


def _note(journal: "Journal", given: Note, known: dict[str, str]) -> Iterator[str]:
    about = given.about
    if about is not None:
        title = known.get(about) or _title(journal, about)
        yield f"### {one_line(title) if title else about}"
    yield given.text


def _title(journal: "Journal", id: str) -> str:
    from app.errors import NoSuchRecord
    from app.exchange.kinds import facts

    try:
        return facts(journal.get(id)).title
    except NoSuchRecord:
        return ""


def _agreed(given: list[FollowUp]) -> Iterator[str]:
    if given:
        yield "## " + tr("Follow-ups")
        yield "\n".join(map(follow_up_line, given))


def follow_up_line(given: FollowUp) -> str:
    """A promise as an item of a list: whether it is done, what, whose, and by when."""
    whose = tr("mine") if given.owner is Side.ME else tr("theirs")
    due = tr("due {day}").format(day=given.due_on.isoformat()) if given.due_on else ""
    return f"- {'[x]' if given.done_on else '[ ]'} {one_line(given.text)} ({', '.join(filter(None, (whose, due)))})"
