"""What a command answers, and the one place where it is printed."""

import json
import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from app.errors import AppError, CannotWrite
from app.translation import tr


@dataclass(frozen=True, slots=True)
class Answer:
    """The same answer twice: as text for a person, and as a value for `--json`.

    With a `refusal` only the value is shown, and the command fails.
    """

    value: Any
    text: str = ""
    refusal: AppError | None = field(default=None, kw_only=True)


def show(answer: Answer, *, as_json: bool) -> None:
    """Writes the answer to standard output, in UTF-8. A terminal gets no control characters of anybody's text."""
    if answer.refusal is not None and not as_json:
        return
    if as_json:
        text = json.dumps(answer.value, ensure_ascii=False) + "\n"
    else:
        text = answer.text if answer.text.endswith("\n") or not answer.text else answer.text + "\n"
        text = _for_terminal(text) if sys.stdout.isatty() else text
    put(text)


def put(text: str) -> None:
    """Writes to standard output, through its buffer. Raises CannotWrite, but not where the reader has had enough."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except OSError as error:
        # What is left in the buffer would fail once more when the process ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError):
            raise CannotWrite(Path(tr("Standard output"))) from None


def notice(text: str, end: str = "\n") -> None:
    """Something worth knowing, on standard error, when a person is there to read it."""
    if sys.stderr.isatty():
        print(_for_terminal(text), end=end, file=sys.stderr, flush=True)


def columns(cells: Iterable[object]) -> str:
    """One line of a table: cells parted by tabs, each in one line."""
    return "\t".join(_one_line(str(cell)) for cell in cells)


def _one_line(text: str) -> str:
    return " ".join("".join(each if each.isprintable() else " " for each in text).split())


def _for_terminal(text: str) -> str:
    return "".join(each if each.isprintable() or each in "\n\t\r" else "�" for each in text)
