"""people: whom the journal knows, and what is kept of each."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from app.cli.answer import Answer, columns
from app.cli.page import Facts, page
from app.cli.request import Request
from app.interviews.model import Alignment
from app.one_on_ones.rules import Item
from app.people.model import Agreement, Feedback, Level, Person, Side
from app.titles import one_line
from app.translation import tr

if TYPE_CHECKING:
    from app.cli.handed import Handed
    from app.roster import Known, Whole


def people(request: Request) -> Answer:
    """Everybody, or all that is kept of one. Raises NoSuchName and NameNotUnique."""
    from app import roster
    from app.cli.handed import Handed
    from app.cli.lookup import called
    from app.people.record import PERSON_KIND

    today = request.today
    with request.open() as journal, journal.reading():
        if request.arguments.what == "show":
            given = called(request.arguments.name, journal.people.everyone(), PERSON_KIND.title)
            last = journal.people.last_named([given.id], today).get(given.id)
            handed = Handed(journal, given.id, today)
            return _shown(roster.whole(journal, given.id, today), last, handed)
        everyone = roster.everyone(journal, today)
        named = journal.people.last_named([each.person.id for each in everyone], today)
    rows = [_row(each, named.get(each.person.id)) for each in everyone]
    lines = [columns(_cell(row, name) for name in ("id", "name", "role", "next", "last")) for row in rows]
    return Answer(rows, "\n".join(lines))


def _row(given: "Known", last: date | None) -> dict[str, Any]:
    """`next` is the day of the next one-on-one, `last` that of the last reflection that names them."""
    person = given.person
    return {
        "id": person.id,
        "name": person.name,
        "role": person.role,
        "archived_on": person.archived_on.isoformat() if person.archived_on else None,
        "next": given.next.on.isoformat() if given.next else None,
        "last": last.isoformat() if last else None,
        "open_items": given.open_items,
    }


def _cell(row: dict[str, Any], name: str) -> str:
    if name == "next" and row["archived_on"]:
        return tr("archived")
    return row[name] or ""


def _shown(given: "Whole", last: date | None, handed: "Handed") -> Answer:
    from app.cli.one_on_one_commands import item_of, row_of
    from app.exchange.kinds import to_record

    value = {
        "person": to_record(given.person),
        "next": row_of(given.person.name, given.next) if given.next else None,
        "last": last.isoformat() if last else None,
        "mentions": given.mentions,
        "pillars": {each.value: number for each, number in given.balance.times.items()},
        "agreements": [to_record(each) for each in given.agreements],
        "alignment": to_record(given.sheet) if given.sheet is not None else None,
        "levels": [to_record(each) for each in given.levels],
        "feedback": [to_record(each) for each in given.feedback],
        "agenda": [item_of(each) for each in given.items],
        "one_on_ones": [to_record(each) for each in given.meetings],
    }
    return Answer(value | handed.value(), _page(given, last, handed))


def _page(given: "Whole", last: date | None, handed: "Handed") -> str:
    person, upcoming = given.person, given.next
    when = " ".join(filter(None, (upcoming.on.isoformat(), upcoming.time))) if upcoming else None
    facts: Facts = [
        (tr("Role"), person.role),
        (tr("Since"), person.since),
        (tr("Until"), person.until),
        (tr("Archived on"), person.archived_on),
        (tr("Next one-on-one"), when),
        (tr("Last in the journal"), last),
        (tr("Mentioned in the journal"), given.mentions),
    ]
    agreed = [*_agreement(given.agreements), *_alignment(given.sheet)]
    parts = [*_trust(person), *agreed, *_levels(given.levels), *_feedback(given.feedback)]
    return page(person.name, facts, "\n\n".join([*parts, *handed.parts(), *_open(given.items)]))


def _trust(given: Person) -> Iterator[str]:
    if given.trust:
        yield "## " + tr("What trust looks like, in their words")
        yield given.trust
        told = " · ".join(filter(None, (str(given.trust_on or ""), one_line(given.trust_note))))
        if told:
            yield told


def _agreement(given: Sequence[Agreement]) -> Iterator[str]:
    from app.exchange.headed import points

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


def _alignment(given: Alignment | None) -> Iterator[str]:
    from app.exchange.interview_bodies import alignment

    if given is not None:
        yield from alignment(given)


def _levels(given: Sequence[Level]) -> Iterator[str]:
    newest = {each.work.casefold(): each for each in reversed(given)}
    if newest:
        yield "## " + tr("How much is theirs to decide")
        yield "\n".join(_level(each) for _, each in sorted(newest.items()))


def _level(given: Level) -> str:
    decided = given.authority or tr("not talked about")
    since = tr("since {day}").format(day=given.date.isoformat())
    return "- " + ": ".join(filter(None, (one_line(given.work), f"{decided} ({since})", one_line(given.note))))


def _feedback(given: Sequence[Feedback]) -> Iterator[str]:
    if given:
        yield "## " + tr("Feedback")
        yield "\n".join(_said(each) for each in given)


def _said(given: Feedback) -> str:
    giver = tr("from me") if given.giver is Side.ME else tr("from them")
    facts = (given.date.isoformat(), giver, tr("asked for") if given.asked else "", given.pillar or "")
    return f"- {', '.join(filter(None, facts))}: {' '.join(given.text.split())}"


def _open(given: Sequence[Item]) -> Iterator[str]:
    from app.cli.one_on_one_commands import agenda_parts

    parts = list(agenda_parts(given, "###"))
    if parts:
        yield "## " + tr("On the next agenda")
        yield from parts
