"""Day One: its JSON export, alone, in the zip with the photos, or in a folder.

The format is the one Day One writes since version 2: `{"metadata": …, "entries": […]}`, an entry with
`uuid`, `creationDate` (UTC), `timeZone`, `text` (Markdown), `tags`, `starred`, and lists of what is attached.
"""

import re
from collections import Counter
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from zoneinfo import ZoneInfo

from app.exchange.json_text import MalformedJson, load
from app.exchange.reading import Reading, imported_id, storable
from app.exchange.sources import texts
from app.fields import MalformedRecord
from app.reflections import rules
from app.reflections.model import Content, Reflection
from app.translation import tr

SOURCE = "dayone"
STARRED = "starred"
_MEDIA = ("photos", "videos", "audios", "pdfAttachments")
_MEDIA_FOLDERS = frozenset({"photos", "videos", "audios", "pdfs"})
_READ = frozenset({"uuid", "creationDate", "modifiedDate", "timeZone", "text", "tags", "starred", *_MEDIA})
_SAME_WORDS_AGAIN = "richText"
_HOW_IT_WAS_MADE = re.compile("creation(Device|OS).*|duration|editingTime|sourceString", re.DOTALL)
_WORDS_SHOWN = 40
_LOOKED_AT = 400
_MOST_ATTACHED = 1_000


def read(path: Path) -> Reading[Reflection]:
    """The entries of one or several Day One journals, each on its local day in its own zone.

    Photos and other files are left out, and each is reported. Raises CannotRead, NotText, NotUnderstood.
    """
    reading = Reading[Reflection]()
    seen: set[str] = set()
    for name, text in texts(path, reading, _is_no_attachment):
        _Export(name, reading, seen).read(text)
    return reading.conclude(path)


def _is_no_attachment(name: str) -> bool:
    """Attached files are known from the entries; they are not opened."""
    return _MEDIA_FOLDERS.isdisjoint(name.split("/")[:-1])


class _Export:
    """One JSON file, and what adds up while it is read."""

    def __init__(self, name: str, reading: Reading[Reflection], seen: set[str]) -> None:
        self._name = name
        self._reading = reading
        self._seen = seen
        self._left_out: Counter[str] = Counter()
        self._unknown_zones: Counter[str] = Counter()
        self._attached = {
            "photos": tr("The photo {file} was left out."),
            "videos": tr("The video {file} was left out."),
            "audios": tr("The recording {file} was left out."),
            "pdfAttachments": tr("The PDF {file} was left out."),
        }
        self._at_entry = tr("{file}, {date}, “{words}”")

    def read(self, text: str) -> None:
        entries = self._reading.read_each(self._name, self._entries(text), self._reflection)
        self._reading.records.extend(entries)
        if self._unknown_zones:
            unknown = tr("The time zone “{name}” is unknown; UTC was taken. Entries: {count}.")
            self._reading.report_counts(self._name, unknown, self._unknown_zones)
        self._reading.report_left_out(self._name, self._left_out)

    def _entries(self, text: str) -> list[object]:
        try:
            found = load(text)
        except MalformedJson:
            found = None
        entries = found.get("entries") if isinstance(found, dict) else None
        if isinstance(entries, list):
            return entries
        self._reading.report(self._name, tr("It is not an export of Day One in JSON and was left out."))
        return []

    def _reflection(self, entry: object) -> Reflection:
        if not isinstance(entry, dict):
            raise MalformedRecord("entries")
        source_id = _text(entry, "uuid")
        if not source_id or source_id in self._seen:
            raise MalformedRecord("uuid")
        created = _instant(entry, "creationDate")
        reflection = Reflection(
            id=imported_id(SOURCE, source_id),
            content=self._content(entry, created),
            created_at=created,
            updated_at=_instant(entry, "modifiedDate") if entry.get("modifiedDate") is not None else created,
            source=SOURCE,
            source_id=source_id,
        )
        self._seen.add(source_id)
        self._report_attachments(entry, reflection)
        self._count_left_out(entry, reflection)
        return reflection

    def _content(self, entry: dict[str, object], created: datetime) -> Content:
        text, tags = _text(entry, "text"), _tags(entry)
        zone = self._zone(entry.get("timeZone"))
        try:
            local = created.astimezone(zone)
        except OverflowError:
            raise MalformedRecord("creationDate") from None
        return Content(date=local.date(), time=local.strftime("%H:%M"), zone=zone.key, text=text, tags=tags)

    def _zone(self, name: object) -> ZoneInfo:
        zone = _known_zone(name) if isinstance(name, str) else None
        if zone:
            return zone
        self._unknown_zones[storable(name) if isinstance(name, str) else ""] += 1
        return ZoneInfo("UTC")

    # What is reported

    def _report_attachments(self, entry: dict[str, object], reflection: Reflection) -> None:
        for kind, sentence in self._attached.items():
            attached = entry.get(kind) or []
            files = attached if isinstance(attached, list) else [attached]
            for each in files[:_MOST_ATTACHED]:
                self._reading.report(self._where(reflection), sentence.format(file=_file_name(each)))
            if len(files) > _MOST_ATTACHED:
                more = tr("{count} more").format(count=len(files) - _MOST_ATTACHED)
                self._reading.report(self._where(reflection), sentence.format(file=more))

    def _where(self, reflection: Reflection) -> str:
        day, text = reflection.content.date, reflection.content.text[:_LOOKED_AT]
        words = rules.title(Content(date=day, text=text)).lstrip("# ")[:_WORDS_SHOWN].rstrip()
        facts = {"file": self._name, "date": day.isoformat(), "words": words or reflection.source_id}
        return self._at_entry.format(**facts)

    def _count_left_out(self, entry: dict[str, object], reflection: Reflection) -> None:
        """Counts what has no place here. How an entry was made is nothing that a person wrote: it is not missed."""
        filled = {key for key, value in entry.items() if value}
        kinds = {key for key in filled - _READ if not _HOW_IT_WAS_MADE.fullmatch(key)}
        if reflection.content.text.strip():
            kinds.discard(_SAME_WORDS_AGAIN)
        self._left_out.update(kinds)


@lru_cache(maxsize=1024)
def _known_zone(name: str) -> ZoneInfo | None:
    try:
        return ZoneInfo(name)
    except (ValueError, OSError, LookupError):  # not found, not a time zone file, or not a name at all
        return None


def _text(entry: dict[str, object], field: str) -> str:
    value = entry.get(field)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise MalformedRecord(field)
    return storable(value)


def _instant(entry: dict[str, object], field: str) -> datetime:
    try:
        instant = datetime.fromisoformat(_text(entry, field))
        if instant.tzinfo is None:
            raise MalformedRecord(field)
        return instant.astimezone(UTC).replace(microsecond=0)
    except (ValueError, OverflowError):
        raise MalformedRecord(field) from None


def _tags(entry: dict[str, object]) -> tuple[str, ...]:
    tags = entry.get("tags")
    given = [] if tags is None else tags
    if not isinstance(given, list) or not all(isinstance(tag, str) for tag in given):
        raise MalformedRecord("tags")
    starred = [STARRED] if entry.get("starred") is True else []
    return rules.names([storable(tag) for tag in given] + starred)


def _file_name(attachment: object) -> str:
    """`identifier/md5.type`: what the text points to, and the name of the file in the export."""
    if not isinstance(attachment, dict):
        return "?"
    kind = attachment.get("type") or attachment.get("format")
    identifier, md5 = attachment.get("identifier"), attachment.get("md5")
    file = ".".join(part for part in (md5, kind) if isinstance(part, str) and part)
    return storable("/".join(part for part in (identifier, file) if isinstance(part, str) and part)) or "?"
