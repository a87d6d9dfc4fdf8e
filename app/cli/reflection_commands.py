"""add, list, show, search: writing and finding."""

from datetime import date
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from app.cli.answer import Answer, columns
from app.cli.request import Request, check_period
from app.cli.secrets import decoded
from app.errors import CannotRead, FutureDate, NothingToSave
from app.reflections import rules
from app.reflections.model import KIND, Commitment, Content, Filter, Reflection

if TYPE_CHECKING:
    from app.exchange.kinds import AnyRecord


def add(request: Request) -> Answer:
    """Saves one reflection and answers its id. Raises FutureDate, NothingToSave, TooLong, NotText, CannotRead."""
    asked = request.arguments
    if asked.date is not None and asked.date > request.today:
        raise FutureDate(asked.date)
    secret = request.secret()
    given = _reflection(request, _text(request))
    if rules.is_empty(given):
        raise NothingToSave
    rules.check_lengths(given)
    with request.open_with(secret) as journal:
        journal.write(lambda journal: journal.reflections.save(given, request.now))
    return Answer({"id": given.id}, given.id)


def list_(request: Request) -> Answer:
    """Records, newest first. Raises PeriodBackwards."""
    from app.exchange.kinds import to_record

    asked = request.arguments
    check_period(asked.since, asked.until)
    wanted = Filter(since=asked.since, until=asked.until, person=asked.person, tag=asked.tag, pillar=asked.pillar)
    with request.open() as journal, journal.reading():
        kinds = [asked.kind] if asked.kind else list(journal.stores)
        if asked.json:
            found = [each for kind in kinds for each in journal.stores[kind].find(wanted, asked.limit)]
            return Answer([to_record(each) for each in _newest(found, asked.limit)])
        lines = [
            _line(each) for kind in kinds if kind != KIND for each in journal.stores[kind].find(wanted, asked.limit)
        ]
        if KIND in kinds:
            headings = journal.reflections.headings(wanted, asked.limit)
            lines += [(each.date, (each.id, each.date, KIND, each.title)) for each in headings]
    lines.sort(key=itemgetter(0), reverse=True)
    return Answer(None, "\n".join(columns(line) for _, line in lines[: asked.limit]))


def show(request: Request) -> Answer:
    """One record."""
    from app.exchange import markdown
    from app.exchange.kinds import to_record

    with request.open() as journal, journal.reading():
        found = journal.get(request.arguments.id)
    return Answer(to_record(found), markdown.render(found))


def search(request: Request) -> Answer:
    """Records with all the words, newest first."""
    with request.open() as journal, journal.reading():
        hits = journal.search(request.arguments.query, request.arguments.limit)
    rows = [
        {"id": hit.id, "kind": hit.kind, "date": hit.date.isoformat(), "title": hit.title, "snippet": hit.snippet}
        for hit in hits
    ]
    lines = [columns((hit.id, hit.date, hit.kind, hit.snippet)) for hit in hits]
    return Answer(rows, "\n".join(lines))


def _newest(found: "list[AnyRecord]", limit: int | None) -> "list[AnyRecord]":
    """Stable: within a day, the order of each kind stays as it is."""
    from app.exchange.kinds import facts

    return sorted(found, key=lambda each: facts(each).day, reverse=True)[:limit]


def _line(each: "AnyRecord") -> tuple[date, tuple[object, ...]]:
    from app.exchange.kinds import facts

    known = facts(each)
    return known.day, (each.id, known.day, known.kind, known.title)


def _reflection(request: Request, text: str) -> Reflection:
    asked = request.arguments
    return Reflection(
        id=uuid4().hex,
        content=Content(
            date=asked.date or request.today,
            text=text,
            notice=asked.notice or "",
            prompt=asked.prompt,
            pillar=asked.pillar,
            pull=asked.pull,
            pull_kind=asked.pull_kind,
            tags=rules.names(asked.tag),
            people=rules.names(asked.person),
            private=asked.private,
        ),
        created_at=request.now,
        updated_at=request.now,
        commitments=(Commitment(id=uuid4().hex, when=asked.when, will=asked.will),) if asked.will else (),
    )


def _text(request: Request) -> str:
    asked = request.arguments
    if asked.text_file is None:
        return asked.text or ""
    if asked.text_file == "-":
        return request.secrets.rest()
    try:
        return decoded(Path(asked.text_file).read_bytes(), asked.text_file)
    except OSError as error:
        raise CannotRead(Path(asked.text_file)) from error
