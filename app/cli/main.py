"""Runs one command from its arguments to its exit status: 0 done, 1 refused, 2 wrong usage, 130 interrupted."""

import io
import os
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TextIO

from app import process, reports
from app.cli import children, parser
from app.cli.answer import put, show
from app.cli.request import Request
from app.cli.secrets import Secrets
from app.errors import AppError
from app.put_off import put_off
from app.sentences import sentence
from app.translation import tr


def main(arguments: Sequence[str]) -> int:
    """The exit status. Never raises, but for SystemExit on wrong usage."""
    process.protect()
    put_off()
    if children.is_asked_for(arguments):
        return children.run(arguments)
    prepare_streams()
    now = datetime.now(UTC).replace(microsecond=0)
    try:
        return _run(arguments, now)
    except AppError as error:
        return _refuse(sentence(error))
    except (KeyboardInterrupt, EOFError):
        # Ctrl+C, or Ctrl+D where a secret was asked for.
        return 130
    except Exception as error:  # noqa: BLE001  whatever it is, the person gets one line
        return _refuse(_fault(error, now))


def _run(arguments: Sequence[str], now: datetime) -> int:
    parsing = parser.build()
    try:
        asked = parsing.parse_args(arguments)
    except SystemExit:
        put("")
        raise
    parser.check_together(parsing, asked)
    request = Request(asked, Secrets(from_stdin=asked.passphrase_stdin), now, datetime.now().astimezone().date())
    answer = asked.command(request)
    show(answer, as_json=asked.json)
    return 0 if answer.refusal is None else _refuse(sentence(answer.refusal))


def prepare_streams() -> None:
    """UTF-8 with plain line ends; a stream that was closed from outside becomes one that nobody reads."""
    sys.stdout = sys.stdout or _nowhere()
    sys.stderr = sys.stderr or _nowhere()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def _nowhere() -> TextIO:
    return Path(os.devnull).open("w", encoding="utf-8")


def _refuse(line: str) -> int:
    print(line, file=sys.stderr)
    return 1


def _fault(error: Exception, now: datetime) -> str:
    report = reports.write(error, now)
    if report is None:
        return tr("Something went wrong inside Courage Journal ({kind}).").format(kind=type(error).__name__)
    said = tr("Something went wrong inside Courage Journal. A report without your words is in {path}.")
    return said.format(path=report)
