"""The journal's own file: all of it as JSON, one record a line, and back without loss.

The format is described by resources/formats/courage-journal-1-kinds.schema.json.
"""

import json
from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path
from typing import IO

from app.errors import NewerVersion
from app.exchange.json_text import MalformedJson, load
from app.exchange.kinds import AnyRecord, from_record, to_record
from app.exchange.reading import Reading
from app.exchange.sources import texts
from app.fields import MalformedRecord, as_id, as_instant
from app.moments import format_instant
from app.people.model import Person
from app.reflections.model import Reflection
from app.translation import tr

FORMAT = "courage-journal"
VERSION = 1
_HEAD = ("format", "version", "exported_at", "journal_id", "records")
_ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False)


def write(stream: IO[bytes], records: Iterable[AnyRecord], journal_id: str, exported_at: datetime) -> int:
    """Writes the file, in UTF-8, and returns the number of records. They come sorted by kind, then by id.

    The same records always give the same bytes after the first line. Raises OSError.
    """
    head = {"format": FORMAT, "version": VERSION, "exported_at": format_instant(exported_at), "journal_id": journal_id}
    stream.write(f'{_ENCODER.encode(head)[:-1]},\n "records": ['.encode())
    count = 0
    for record in records:
        stream.write(b",\n" if count else b"\n")
        stream.write(_ENCODER.encode(to_record(record)).encode())
        count += 1
    stream.write(b"\n]}\n")
    return count


def read(path: Path) -> Reading[AnyRecord]:
    """The records of a file of ours, or of a zip or folder of such files, with their ids as they are.

    A record that does not have the documented shape, or repeats what has to be unique, is reported and left out.
    Raises CannotRead, NotText, NotUnderstood, and NewerVersion.
    """
    reading = Reading[AnyRecord]()
    taken = _Taken()
    for name, text in texts(path, reading):
        reading.records.extend(reading.read_each(name, _records(name, text, reading), taken.read))
    return reading.conclude(path)


def _records(name: str, text: str, reading: Reading[AnyRecord]) -> list[object]:
    try:
        found = load(text)
    except MalformedJson:
        found = None
    if not isinstance(found, dict) or found.get("format") != FORMAT or not _is_version(found.get("version")):
        reading.report(name, tr("It is not a file of Courage Journal and was left out."))
        return []
    if found["version"] > VERSION:
        raise NewerVersion(name, found["version"], VERSION)
    _check_head(name, found, reading)
    records = found.get("records")
    return records if isinstance(records, list) else []


def _is_version(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 1


def _check_head(name: str, found: dict[str, object], reading: Reading[AnyRecord]) -> None:
    """Reports what is wrong around the records; they are read all the same."""
    checks = {
        "exported_at": _is(as_instant, found.get("exported_at")),
        "journal_id": _is(as_id, found.get("journal_id")),
        "records": isinstance(found.get("records"), list),
        tr("unknown fields"): found.keys() <= set(_HEAD),
    }
    for field, fine in checks.items():
        if not fine:
            reading.report(name, tr("It is malformed: {field}.").format(field=field))


def _is(convert: Callable[[object], object], value: object) -> bool:
    try:
        convert(value)
    except ValueError:
        return False
    return True


class _Taken:
    """What has to be unique among all records: ids, of each sort, names, and where something was imported from."""

    def __init__(self) -> None:
        self._keys: set[tuple[str, str]] = set()

    def read(self, record: object) -> AnyRecord:
        """What is in a record that repeats nothing of an earlier one. Raises MalformedRecord."""
        found = from_record(record)
        keys = [("id", found.id), *_more_keys(found)]
        new = set(keys)
        if len(new) != len(keys) or not self._keys.isdisjoint(new):
            field = next((key[0] for key in keys if key in self._keys), "commitments, revisions")
            raise MalformedRecord(f"{field} is taken by an earlier one")
        self._keys |= new
        return found


def _more_keys(found: AnyRecord) -> list[tuple[str, str]]:
    match found:
        case Reflection():
            return _keys_of_parts(found)
        case Person():
            return [("name", found.name)]
    return []


def _keys_of_parts(reflection: Reflection) -> list[tuple[str, str]]:
    keys = [("commitments", each.id) for each in reflection.commitments]
    keys += [("revisions", each.id) for each in reflection.revisions]
    if reflection.source is not None and reflection.source_id is not None:
        keys.append(("source_id", f"{reflection.source}\0{reflection.source_id}"))
    return keys
