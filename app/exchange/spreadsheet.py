"""Records as tables for spreadsheets: one CSV file a kind, a line each. What comes back without loss is the JSON."""

import csv
import errno
import json
import os
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from app.errors import CannotWrite, DiskFull
from app.exchange.kinds import KINDS, AnyRecord, facts, to_record
from app.translation import tr

_README = "README.md"
# With one of these at its beginning a text is worked out by a spreadsheet, whoever wrote it.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def write(folder: Path, records: Iterable[AnyRecord]) -> int:
    """Writes a file for each kind of which there are records into an empty folder that is there; returns the number of
    records. The first line has the names of the fields. They come sorted by kind.

    Only the person can read them. Raises CannotWrite and DiskFull, and leaves then what was written.
    """
    count = 0
    try:
        with ExitStack() as files:
            files.enter_context(_opened(folder / _README, "utf-8")).write(_read_me())
            writers: dict[str, Any] = {}
            for each in records:
                kind, record = facts(each).kind, to_record(each)
                if kind not in writers:
                    # By its mark at the beginning spreadsheets know UTF-8.
                    writers[kind] = csv.writer(files.enter_context(_opened(folder / f"{kind}.csv", "utf-8-sig")))
                    writers[kind].writerow(record)
                writers[kind].writerow(map(_cell, record.values()))
                count += 1
    except OSError as error:
        raise DiskFull(folder) if error.errno in (errno.ENOSPC, errno.EDQUOT) else CannotWrite(folder) from None
    return count


def is_export(folder: Path) -> bool:
    """Whether the folder holds tables of ours and nothing else. Raises OSError."""
    read_me, known = folder / _README, {f"{kind}.csv" for kind in KINDS}
    if not read_me.is_file() or read_me.read_bytes() != _read_me().encode():
        return False
    return all(each.name in known and each.is_file() for each in folder.iterdir() if each != read_me)


def _cell(value: object) -> str:
    """A text as it is, behind an apostrophe where it would be a formula; what is no text as JSON; nothing for null."""
    if value is None:
        return ""
    if not isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    return f"'{value}" if value.startswith(_FORMULA) else value


def _opened(path: Path, encoding: str) -> Any:
    return open(path, "x", encoding=encoding, newline="", opener=lambda name, flags: os.open(name, flags, 0o600))


def _read_me() -> str:
    return tr(
        "# A journal as tables\n"
        "\n"
        "These files were written by Courage Journal. **They are not encrypted**: whoever can open this folder can\n"
        "read everything in it, private records included. Keep it where only you can get at it, and delete it\n"
        "when it has served its purpose. The journal itself stays encrypted, where it is.\n"
        "\n"
        "There is one table for each kind of record, with a line for each. What is a list or has parts stands in one\n"
        "cell, as JSON. A text that a spreadsheet would take for a formula has an apostrophe before it. To bring\n"
        "records back into a journal, export them as JSON.\n"
    )
