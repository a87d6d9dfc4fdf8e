"""Records as Markdown: one file each, readable without us, with every fact in front of the text."""

import errno
import json
import os
import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from app.errors import CannotWrite, DiskFull
from app.exchange.bodies import body, fields_said
from app.exchange.kinds import AnyRecord, facts, to_record
from app.records.entry import Entry
from app.translation import tr

_FIELDS = (
    *("id", "kind", "date", "time", "zone", "created_at", "updated_at", "deleted_at", "pillar", "pull", "pull_kind"),
    *("prompt", "tags", "people", "private", "source", "source_id", "notice", "commitments"),
    *("ends_on", "when", "will", "person", "sign", "stop", "outcome", "outcome_note", "closed_on"),  # of an experiment
    *("moment", "purpose", "replaces", "retired"),  # of a prompt
)
_SLUG_BYTES = 57  # with the day, eight digits of the id and the ending: 80
_YEAR = re.compile(r"[0-9]{4}")
_SHORT_ID = 8
# What JSON leaves as it is and YAML takes for a line break, for a byte order mark, or not at all.
_NOT_YAML = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")


def render(given: AnyRecord) -> str:
    """YAML between two lines of `---`, an empty line, and the text exactly as it is, to the end.

    Every value is JSON, which YAML reads; what is empty is left out. Earlier versions of a text are not in it. Of a
    record with several texts, each stands under a heading of its own.
    """
    record = to_record(given)
    names = [name for name in record if name not in fields_said(given)] if isinstance(given, Entry) else _FIELDS
    lines = [f"{name}: {_value(record[name])}\n" for name in names if not _is_empty(record.get(name))]
    return f"---\n{''.join(lines)}---\n\n{body(given)}"


def file_name(given: AnyRecord) -> str:
    """`<day> <words of the title> <start of the id>.md`: at most 80 bytes of UTF-8, safe on every system."""
    return _file_name(given, given.id[:_SHORT_ID])


def write(folder: Path, records: Iterable[AnyRecord]) -> int:
    """Writes one file each, in folders by year, into an empty folder that is there; returns their number.

    Only the person can read them. Raises CannotWrite and DiskFull, and leaves then what was written.
    """
    place, count = folder / "README.md", 0
    try:
        _write_file(place, _read_me())
        for each in records:
            year = folder / f"{facts(each).day.year:04}"
            place = year / file_name(each)
            _write_record(year, each)
            count += 1
    except OSError as error:
        raise DiskFull(place) if error.errno in (errno.ENOSPC, errno.EDQUOT) else CannotWrite(place) from None
    return count


def is_export(folder: Path) -> bool:
    """Whether the folder holds an export of ours and nothing else. Raises OSError."""
    read_me = folder / "README.md"
    if not read_me.is_file() or read_me.read_bytes() != _read_me().encode():
        return False
    others = [each for each in folder.iterdir() if each != read_me]
    return all(_YEAR.fullmatch(each.name) and _holds_texts_only(each) for each in others)


def _holds_texts_only(year: Path) -> bool:
    return year.is_dir() and not year.is_symlink() and all(each.suffix == ".md" for each in year.iterdir())


def _value(value: object) -> str:
    if isinstance(value, list):
        return f"[{', '.join(_value(item) for item in value)}]"
    if isinstance(value, dict):
        filled = {key: item for key, item in value.items() if not _is_empty(item)}
        return f"{{{', '.join(f'{_value(key)}: {_value(item)}' for key, item in filled.items())}}}"
    return _NOT_YAML.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(value, ensure_ascii=False))


def _is_empty(value: object) -> bool:
    return value is None or value is False or value == "" or value == []


def _file_name(given: AnyRecord, unique: str) -> str:
    known = facts(given)
    parts = (known.day.isoformat(), _slug(known.title), unique)
    return " ".join(part for part in parts if part) + ".md"


def _slug(title: str) -> str:
    """Letters, marks and digits of any script, joined by hyphens."""
    kept = (each if unicodedata.category(each)[0] in "LMN" else " " for each in unicodedata.normalize("NFKC", title))
    slug = "-".join("".join(kept).split())
    return slug.encode()[:_SLUG_BYTES].decode(errors="ignore").rstrip("-")


def _write_record(year: Path, given: AnyRecord) -> None:
    words = render(given)
    year.mkdir(mode=0o700, exist_ok=True)
    try:
        _write_file(year / file_name(given), words)
    except FileExistsError:
        _write_file(year / _file_name(given, given.id), words)


def _write_file(path: Path, text: str) -> None:
    with open(path, "xb", opener=lambda name, flags: os.open(name, flags, 0o600)) as file:
        file.write(text.encode())


def _read_me() -> str:
    return tr(
        "# A journal in plain text\n"
        "\n"
        "These files were written by Courage Journal. **They are not encrypted**: whoever can open this folder can\n"
        "read everything in it, private reflections included. Keep it where only you can get at it, and delete it\n"
        "when it has served its purpose. The journal itself stays encrypted, where it is.\n"
        "\n"
        "There is one file for each record, in a folder for each year. It begins with its facts, between two\n"
        "lines of three hyphens; after one empty line comes the text, exactly as it was written. Earlier versions of\n"
        "a text are not in here: the export as JSON has them.\n"
    )
