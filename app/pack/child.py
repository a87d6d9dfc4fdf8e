"""Sets a pack in a process of its own, which can be stopped and gives its memory back; nothing is written to disk.

The two speak in blocks: eight bytes of length, big-endian, then that many bytes. The child gets one block of JSON and
answers with one of JSON, the PDF and each page. While it works, the end of its input means that nobody waits any more.
"""

import json
import os
import subprocess
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import BinaryIO, cast

import app
from app import process
from app.pack import TYPESET_COMMAND
from app.pack.contents import Pack
from app.pack.typeset import Fonts, Sheet, Template, draw, typeset_sheet

_LENGTH = 8


class TypesettingStopped(Exception):
    """It was cancelled, or the process ended without an answer."""


@dataclass(frozen=True, slots=True)
class Pages:
    """A finished PDF, each page of it as a PNG if that was asked for, and whether every letter could be had."""

    pdf: bytes
    pngs: tuple[bytes, ...]
    fonts: Fonts
    count: int


class Typesetting:
    """One run. It begins at once; `wait` in any thread, and `cancel` in any other."""

    def __init__(self, given: Pack | Sheet, *, pages: bool, ppi: int) -> None:
        """Begins to set it; with `pages`, each page comes as a PNG of `ppi` pixels per inch, too."""
        sheet = given if isinstance(given, Sheet) else Sheet.of(given)
        self._question = json.dumps({**asdict(sheet), "ppi": ppi if pages else None}).encode()
        self._process = subprocess.Popen(
            process.own_command(TYPESET_COMMAND),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=Path(app.__file__).parents[1],
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )

    def wait(self) -> Pages:
        """The pages. To be called once. Raises TypesettingStopped."""
        try:
            with self._process:
                try:
                    return self._ask()
                finally:
                    self._process.kill()
        except (OSError, EOFError, ValueError, KeyError):
            raise TypesettingStopped from None

    def cancel(self) -> None:
        """Ends it at once; whoever waits gets TypesettingStopped. Does nothing where it has ended."""
        self._process.kill()

    def _ask(self) -> Pages:
        # Closing its input would tell the child that nobody waits.
        to, back = cast(BinaryIO, self._process.stdin), cast(BinaryIO, self._process.stdout)
        _write(to, self._question)
        answer = json.loads(_read(back))
        pdf = _read(back)
        pngs = tuple(_read(back) for _ in range(answer["drawn"]))
        return Pages(pdf, pngs, Fonts(answer["fonts"]), answer["count"])


def serve(question: BinaryIO, answer: BinaryIO, leave: Callable[[], None]) -> None:
    """The child's part: one question, one answer. Calls `leave` when the input ends before the answer is out.

    Raises EOFError, TypeError, ValueError or KeyError for what is no question, RuntimeError for what cannot be set.
    """
    asked = json.loads(_read(question))
    threading.Thread(target=_watch, args=(question.fileno(), leave), daemon=True).start()
    sheet = Sheet(asked["words"], asked["prepared_at"], Template(asked["template"]))
    done = typeset_sheet(sheet)
    pngs = draw(sheet, done.fonts, asked["ppi"]) if asked["ppi"] else ()
    _write(answer, json.dumps({"fonts": done.fonts, "count": done.pages, "drawn": len(pngs)}).encode())
    for block in (done.pdf, *pngs):
        _write(answer, block)


def _watch(question: int, leave: Callable[[], None]) -> None:
    # Not through the stream: at the end of the program that would wait for this thread.
    with suppress(OSError):
        os.read(question, 1)
    leave()


def _write(stream: BinaryIO, block: bytes) -> None:
    stream.write(len(block).to_bytes(_LENGTH, "big"))
    stream.write(block)
    stream.flush()


def _read(stream: BinaryIO) -> bytes:
    """One block, whole. Raises EOFError."""
    length = int.from_bytes(_exactly(stream, _LENGTH), "big")
    return _exactly(stream, length)


def _exactly(stream: BinaryIO, length: int) -> bytes:
    data = stream.read(length)
    if len(data) != length:
        raise EOFError
    return data
