"""people: whom the journal knows, and what is kept of each."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from app.cli.answer import Answer, columns
from app.cli.page import Facts, page
from app.cli.request import Request
from app.one_on_ones.rules import Item, Meeting
from app.people.model import Agreement, Feedback, Level, Person, Side
from app.titles import one_line
from app.translation import tr

if TYPE_CHECKING:
    from app.journal import Journal


def people(request: Request) -> Answer:
    """Everybody, or all that is kept of one. Raises NoSuchName and NameNotUnique."""
    from app.cli.lookup import called
    from app.people.record import PERSON_KIND

    with request.open() as journal, journal.reading():
        found = journal.people.everyone()
        if request.arguments.what == "show":
            given = called(request.arguments.name, found, PERSON_KIND.title)
            return _shown(_kept(journal, given, request.today))
        rows = [_row(journal, each, request.today) for each in found]
    lines = [columns(_cell(row, name) for name in ("id", "name", "role", "next", "last")) for row in rows]
    return Answer(rows, "\n".join(lines))


def _row(journal: "Journal", given: Person, today: date) -> dict[str, Any]:
    """`next` is the day of the next one-on-one, `last` that of the last reflection that names them."""
    upcoming, last = _next(journal, given, today), _last(journal, given)
    return {
        "id": given.id,
        "name": given.name,
        "role": given.role,
        "archived_on": given.archived_on.isoformat() if given.archived_on else None,
        "next": upcoming.on.isoformat() if upcoming else None,
        "last": last.isoformat() if last else None,
    }


def _cell(row: dict[str, Any], name: str) -> str:
    if name == "next" and row["archived_on"]:
        return tr("archived")
    return row[name] or ""


def _next(journal: "Journal", given: Person, today: date) -> Meeting | None:
    from app.agenda import next_meeting

    return next_meeting(journal, given, today) if given.archived_on is None else None


def _last(journal: "Journal", given: Person) -> date | None:
    from app.reflections.model import Filter

    return next((each.date for each in journal.reflections.headings(Filter(person=given.name), 1)), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kept:
    """All that is kept of somebody; records newest first, `agreements` with the one in force in front."""

    person: Person
    next: Meeting | None
    last: date | None
    agreements: list[Agreement]
    levels: list[Level]
    feedback: list[Feedback]
    items: list[Item]


def _kept(journal: "Journal", given: Person, today: date) -> _Kept:
    from app.agenda import items

    upcoming = _next(journal, given, today)
    return _Kept(
        person=given,
        next=upcoming,
        last=_last(journal, given),
        agreements=journal.agreements.where(person=given.name),
        levels=journal.levels.where(person=given.name),
        feedback=journal.feedback.where(person=given.name),
        items=items(journal, given.name, upcoming.on if upcoming else today, today),
    )


def _shown(given: _Kept) -> Answer:
    from app.cli.one_on_one_commands import item_of, row_of
    from app.exchange.kinds import to_record

    value = {
        "person": to_record(given.person),
        "next": row_of(given.person.name, given.next) if given.next else None,
        "last": given.last.isoformat() if given.last else None,
        "agreements": [to_record(each) for each in given.agreements],
        "levels": [to_record(each) for each in given.levels],
        "feedback": [to_record(each) for each in given.feedback],
        "agenda": [item_of(each) for each in given.items],
    }
    return Answer(value, _page(given))


def _page(given: _Kept) -> str:
    person, upcoming = given.person, given.next
    when = " ".join(filter(None, (upcoming.on.isoformat(), upcoming.time))) if upcoming else None
    facts: Facts = [
        (tr("Role"), person.role),
        (tr("Since"), person.since),
        (tr("Until"), person.until),
        (tr("Archived on"), person.archived_on),
        (tr("Next one-on-one"), when),
        (tr("Last in the journal"), given.last),
    ]
    parts = [*_trust(person), *_agreement(given.agreements), *_levels(given.levels), *_feedback(given.feedback)]
    return page(person.name, facts, "\n\n".join([*parts, *_open(given.items)]))


def _trust(given: Person) -> Iterator[str]:
    if given.trust:
        yield "## " + tr("What trust looks like, in their words")
        yield given.trust
        told = " · ".join(filter(None, (str(given.trust_on or ""), one_line(given.trust_note))))
        if told:
            yield told


def _agreement(given: list[Agreement]) -> Iterator[str]:
    from app.exchange.bodies import points

    if not given:
        return
    newest, *earlier = given
    yield "## " + tr("Working agreement, from {day} on").format(day=newest.date.isoformat())
    said = {
        tr("I will"): points(newest.mine),
        tr("They will"): points(newest.theirs),
        tr("How we signal that it slips"): newest.signal,
    }
    for heading, words in said.items():
        if words:
            yield f"### {heading}"
            yield words
    if newest.look_again_on is not None:
        yield tr("Looked at again: {day}").format(day=newest.look_again_on.isoformat())
    if earlier:
        yield tr("Earlier versions: {number}").format(number=len(earlier))


def _levels(given: list[Level]) -> Iterator[str]:
    newest = {each.work.casefold(): each for each in reversed(given)}
    if newest:
        yield "## " + tr("How much is theirs to decide")
        yield "\n".join(_level(each) for _, each in sorted(newest.items()))


def _level(given: Level) -> str:
    decided = given.authority or tr("not talked about")
    since = tr("since {day}").format(day=given.date.isoformat())
    return "- " + ": ".join(filter(None, (one_line(given.work), f"{decided} ({since})", one_line(given.note))))


def _feedback(given: list[Feedback]) -> Iterator[str]:
    if given:
        yield "## " + tr("Feedback")
        yield "\n".join(_said(each) for each in given)


def _said(given: Feedback) -> str:
    giver = tr("from me") if given.giver is Side.ME else tr("from them")
    facts = (given.date.isoformat(), giver, tr("asked for") if given.asked else "", given.pillar or "")
    return f"- {', '.join(filter(None, facts))}: {' '.join(given.text.split())}"


def _open(given: list[Item]) -> Iterator[str]:
    from app.cli.one_on_one_commands import agenda_parts

    parts = list(agenda_parts(given, "###"))
    if parts:
        yield "## " + tr("On the next agenda")
        yield from parts
