"""import, export, pack: formats in and out."""

import os
import secrets
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.cli.answer import Answer, notice
from app.cli.request import Request, check_period
from app.errors import AlreadyExists, CannotWrite, FolderNotEmpty
from app.translation import tr
from app.vault.files import complete_file, remove_abandoned, writing

if TYPE_CHECKING:
    from app.exchange.calendar import Event
    from app.exchange.kinds import AnyRecord
    from app.exchange.reading import Reading
    from app.journal import Journal

_MONTH = timedelta(days=30)


def import_(request: Request) -> Answer:
    """Brings in what another journal wrote; what is already here is left as it is, and who is erased is not back."""
    from app.exchange.importing import bring_in, without_erased

    asked = request.arguments
    secret = request.secret()
    reading = _reader(asked.source)(asked.path)
    with request.open_with(secret) as journal:
        with journal.reading():
            reading = without_erased(journal, reading, request.today)
        report = bring_in(journal, reading, request.now, dry_run=asked.dry_run, progress=_progress)
    problems = [{"where": each.where, "what": each.what} for each in report.problems]
    value = {"new": report.new, "known": report.known, "not_understood": len(problems), "problems": problems}
    for each in report.problems:
        notice(f"{each.where}: {each.what}")
    return Answer(value, "new {new}, known {known}, not understood {not_understood}".format_map(value))


def export(request: Request) -> Answer:
    """Writes the records, in the clear, where they were asked for."""
    from app.exchange.kinds import KINDS

    asked = request.arguments
    check_period(asked.since, asked.until)
    _check_target(asked.to, force=asked.force)
    with request.open() as journal, journal.reading():
        records = (each for kind in KINDS for each in journal.stores[kind].every())
        chosen = _chosen(records, request, _hidden(journal))
        with writing(asked.to):
            remove_abandoned(asked.to)
            if asked.format == "json":
                from app.exchange import json_file

                with complete_file(asked.to) as partial, partial.open("wb") as stream:
                    count = json_file.write(stream, chosen, journal.vault.journal_id, request.now)
            elif asked.format == "ics":
                from app.exchange import calendar

                with complete_file(asked.to) as partial, partial.open("wb") as stream:
                    count = calendar.write(stream, _agreed(journal, request))
            else:
                count = _write_folder(asked.to, asked.format, chosen)
    notice(tr("What you have exported is not encrypted: anyone who opens it can read it."))
    return Answer({"records": count, "path": str(asked.to)}, str(count))


def pack(request: Request) -> Answer:
    """Makes the coaching pack of a period and saves it as a PDF."""
    from app.pack import make
    from app.pack.contents import Naming, Options, Paper, Section
    from app.pack.saving import save
    from app.pack.typeset import Fonts

    asked = request.arguments
    until = asked.until or request.today
    since = asked.since or until - _MONTH
    check_period(since, until)
    _check_target(asked.output, force=asked.force)
    options = Options(
        since=since,
        until=until,
        naming=Naming(asked.names),
        wish=asked.wish or "",
        paper=Paper(asked.paper),
        sections=frozenset(asked.sections or Section),
        prepared_on=request.today,
    )
    secret = request.secret()
    password = request.secrets.password() if asked.pdf_password_stdin else None
    with request.open_with(secret) as journal:
        made = make.make(journal, options, password)
    save(made.pdf, asked.output)
    if made.fonts is Fonts.INCOMPLETE:
        notice(tr("Some signs are in no font of this computer: in the PDF they are boxes."))
    return Answer(
        {"pages": made.pages, "left_out": made.left_out, "path": str(asked.output)},
        f"pages {made.pages}, left out {made.left_out}",
    )


def _write_folder(target: Path, form: str, chosen: "Iterable[AnyRecord]") -> int:
    from app.exchange import markdown, spreadsheet

    write = spreadsheet.write if form == "csv" else markdown.write
    staged, before = (target.with_name(f".{target.name}.{secrets.token_hex(4)}.partial") for _ in range(2))
    staged.mkdir(mode=0o700)
    try:
        _check_replaceable(target)
        count = write(staged, chosen)
        with suppress(FileNotFoundError):
            target.rename(before)
        try:
            staged.rename(target)
        except OSError:
            before.rename(target)
            raise
    finally:
        shutil.rmtree(staged, ignore_errors=True)
    shutil.rmtree(before, ignore_errors=True)
    return count


def _check_replaceable(target: Path) -> None:
    """Whatever else than an export of ours is in the folder, nobody meant to lose."""
    from app.exchange import markdown, spreadsheet

    is_ours = target.is_dir() and (markdown.is_export(target) or spreadsheet.is_export(target))
    if target.is_dir() and any(target.iterdir()) and not is_ours:
        raise FolderNotEmpty(target)
    if os.path.lexists(target) and not target.is_dir():
        raise CannotWrite(target)


def _reader(source: str) -> "Callable[[Path], Reading[Any]]":
    from app.exchange import dayone, jrnl, json_file

    read: Mapping[str, Callable[[Path], Reading[Any]]] = {
        "dayone": dayone.read,
        "jrnl": jrnl.read,
        "json": json_file.read,
    }
    return read[source]


def _progress(done: int, of: int) -> None:
    notice(f"\r{done} / {of}", end="")


def _check_target(path: Path, *, force: bool) -> None:
    with writing(path):
        if os.path.lexists(path) and not force:
            raise AlreadyExists(path)
        if not path.absolute().parent.is_dir():
            raise CannotWrite(path)


def _agreed(journal: "Journal", request: Request) -> "Iterator[Event]":
    """The check-ins and one-on-ones of the period that was asked for; unless it is to have nothing private, of private
    ones, too.
    """
    from app.delegation.history import histories
    from app.exchange.calendar import check_ins, one_on_ones
    from app.reflections.model import Filter

    every, asked = Filter(), request.arguments
    known = histories(journal.delegations.find(every), journal.touches.find(every), journal.debriefs.find(every))
    agreed = (each for each in check_ins(known, request.today) if _is_within(each.on, request))
    meetings = one_on_ones(journal.people.everyone(), journal.one_on_ones.find(every), asked.since, asked.until)
    for each in (*agreed, *meetings):
        if not (asked.without_private and each.is_private):
            yield each


def _is_within(day: date, request: Request) -> bool:
    asked = request.arguments
    return (asked.since is None or asked.since <= day) and (asked.until is None or day <= asked.until)


def _hidden(journal: "Journal") -> frozenset[str]:
    """The ids of private delegations: what is of one is as private."""
    return frozenset(each.id for each in journal.delegations.every() if each.private)


def _chosen(records: "Iterable[AnyRecord]", request: Request, hidden: frozenset[str]) -> "Iterator[AnyRecord]":
    """Those of the period that was asked for, as much of them as goes there."""
    from app.exchange.kinds import facts, without_private

    asked = request.arguments
    for each in records:
        if _is_within(facts(each).day, request):
            kept = without_private(each, hidden) if asked.without_private else each
            if kept is not None:
                yield kept
