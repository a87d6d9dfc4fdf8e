"""jrnl: its text journals and its JSON, which give the same reflections.

The format is the one jrnl (https://jrnl.sh) writes and reads, in versions 2 to 4: an entry begins with
`[date] title`; the title is the first line or, in an entry of one line, the first sentence; a star
at the end of the first line marks the entry; `@word` is a tag.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path

from app.exchange.json_text import MalformedJson, load
from app.exchange.reading import MOST_MALFORMED, Reading, imported_id, storable
from app.exchange.sources import texts
from app.fields import MalformedRecord
from app.moments import parse_day
from app.reflections import rules
from app.reflections.model import Content, Reflection
from app.translation import tr

SOURCE = "jrnl"
STARRED = "starred"
_HEADER = re.compile(r"^\[([^\[\]\n]{1,64})\](?:[ \t]|$)", re.MULTILINE)
_LIKE_A_DATE = re.compile(r"\d[^\d]+\d")
_MOMENT = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)(?:[ T](?P<hour>\d\d?):(?P<minute>\d\d)(?::[0-5]\d)?(?: ?(?P<half>[ap])\.?m\.?)?)?",
    re.ASCII | re.IGNORECASE,
)
_CLOCK = re.compile(r"(\d\d):(\d\d)", re.ASCII)
_TAG = re.compile(r"@(?<!\S@)([-+*#/\w]+)")  # not inside a word; in this order it is found many times as fast
# A sentence ends with its mark, closing quote and brackets, and white space; an East Asian mark needs no space.
_SENTENCE_END = re.compile(
    r"""[.!?\u2026\u203c\u203d\u2047-\u2049\u22ef\ufe52\ufe57]['"\u2019\u201d]?[\])]*\s+|[\uff01\uff0e\uff1f\uff61\u3002]"""
)
_JSON_FIELDS = ("title", "body", "date", "time", "tags", "starred")


@dataclass(frozen=True, slots=True)
class _Entry:
    day: date
    at: time | None
    title: str
    body: str
    tags: list[str]
    starred: bool


def read(path: Path) -> Reading[Reflection]:
    """The entries of a journal in text or JSON, or of a zip or folder of such files.

    An entry has the date and time of its header, in no known zone. A second import, or one of the same
    journal in the other form, gives the same `source_id`s; a folder with both forms gives each entry twice,
    with the same ids. Raises CannotRead, NotText, NotUnderstood.
    """
    reading = Reading[Reflection]()
    for name, text in texts(path, reading):
        seen: Counter[str] = Counter()
        reading.records.extend(_reflection(entry, seen) for entry in _entries(name, text, reading))
    return reading.conclude(path)


def _entries(name: str, text: str, reading: Reading[Reflection]) -> Iterator[_Entry]:
    if text.lstrip().startswith("{"):
        try:
            found = load(text)
        except MalformedJson:
            pass  # a text journal may begin with a brace, too
        else:
            yield from _in_json(name, found, reading)
            return
    yield from _in_text(name, text.replace("\r\n", "\n"), reading)


# Text


def _in_text(name: str, text: str, reading: Reading[Reflection]) -> Iterator[_Entry]:
    begun: tuple[date, time | None] | None = None
    begin, lookalikes = 0, []
    for header in _HEADER.finditer(text):
        moment = _moment(header[1])
        if moment:
            if begun:
                yield _text_entry(*begun, text[begin : max(begin, header.start() - 1)])
            else:
                _report_preamble(name, text[: header.start()], reading)
            begun, begin = moment, header.end()
        elif begun and _LIKE_A_DATE.search(header[1]):
            lookalikes.append(header.start())
    if begun:
        yield _text_entry(*begun, text[begin:])
    else:
        reading.report(name, tr("No line begins with a date in brackets, as entries of jrnl do."))
    _report_lookalikes(name, text, lookalikes, reading)


def _report_lookalikes(name: str, text: str, starts: list[int], reading: Reading[Reflection]) -> None:
    if not starts:
        return
    where = tr("{file}, line {line}")
    what = tr("It looks like a new entry, but has no date: kept as text of the one before.")
    line, counted = 1, 0
    for start in starts[:MOST_MALFORMED]:
        line += text.count("\n", counted, start)
        counted = start
        reading.report(where.format(file=name, line=line), what)
    if len(starts) > MOST_MALFORMED:
        reading.report(name, tr("There are more lines that look like new entries."))


def _report_preamble(name: str, text: str, reading: Reading[Reflection]) -> None:
    words = text.strip()
    if words:
        first = text[: text.index(words)].count("\n") + 1
        count = words.count("\n") + 1
        what = tr("Text before the first entry was left out. Lines: {count}.").format(count=count)
        reading.report(tr("{file}, line {line}").format(file=name, line=first), what)


def _moment(text: str) -> tuple[date, time | None] | None:
    """Day and time of a header, seconds dropped as the JSON has none."""
    match = _MOMENT.fullmatch(text.strip())
    if not match:
        return None
    try:
        day = date.fromisoformat(match["day"])
        if match["hour"] is None:
            return day, None
        return day, time(_hour(int(match["hour"]), match["half"]), int(match["minute"]))
    except ValueError:
        return None


def _hour(hour: int, half: str | None) -> int:
    if half is None:
        return hour
    if not 1 <= hour <= 12:
        raise ValueError
    return hour % 12 + (12 if half in "pP" else 0)


def _text_entry(day: date, at: time | None, text: str) -> _Entry:
    tags = [tag.lower() for tag in _TAG.findall(text)]
    text = text.lstrip()
    first, newline, rest = text.partition("\n")
    starred = first.rstrip().endswith("*")
    if starred:
        text = f"{first.strip(' *')}\n{rest}".lstrip()  # a star alone is no title: the next line is
        first, newline, rest = text.partition("\n")
    if not newline and (end := _SENTENCE_END.search(text)):
        first, rest = text[: end.end()], text[end.end() :]
    return _Entry(day, at, first, rest, tags, starred)


# JSON


def _in_json(name: str, found: object, reading: Reading[Reflection]) -> Iterator[_Entry]:
    """Entries of a whole journal, or of a file that holds a single one."""
    entries = found.get("entries", [found]) if isinstance(found, dict) else None
    if not isinstance(entries, list):
        reading.report(name, tr("It is not a journal in the JSON of jrnl."))
        return
    yield from reading.read_each(name, entries, _json_entry)
    fields = (key for entry in entries if isinstance(entry, dict) for key in entry if key not in _JSON_FIELDS)
    reading.report_left_out(name, Counter(fields))


def _json_entry(entry: object) -> _Entry:
    if not isinstance(entry, dict):
        raise MalformedRecord("entries")
    if "title" not in entry:
        raise MalformedRecord("title")
    tags = entry.get("tags", [])
    if not isinstance(tags, list):
        raise MalformedRecord("tags")
    return _Entry(
        day=_day(_text(entry, "date")),
        at=_clock(_text(entry, "time")),
        title=_text(entry, "title"),
        body=_text(entry, "body"),
        tags=[_without_symbol(tag) for tag in tags],
        starred=entry.get("starred") is True,
    )


def _text(entry: dict[str, object], field: str) -> str:
    value = entry.get(field, "")
    if not isinstance(value, str):
        raise MalformedRecord(field)
    return storable(value).replace("\r\n", "\n")


def _day(text: str) -> date:
    try:
        return parse_day(text)
    except ValueError:
        raise MalformedRecord("date") from None


def _clock(text: str) -> time | None:
    if not text:
        return None
    match = _CLOCK.fullmatch(text)
    if not match:
        raise MalformedRecord("time")
    try:
        return time(int(match[1]), int(match[2]))
    except ValueError:
        raise MalformedRecord("time") from None


def _without_symbol(tag: object) -> str:
    """jrnl lists tags with their symbol, which a person may have chosen."""
    if not isinstance(tag, str):
        raise MalformedRecord("tags")
    tag = storable(tag).lower()
    return tag if tag[:1].isalnum() else tag[1:]


# Both


def _reflection(entry: _Entry, seen: Counter[str]) -> Reflection:
    title, starred = _without_star(entry.title.strip())
    body = entry.body.strip()
    tags = sorted(set(entry.tags)) + [STARRED] * (starred or entry.starred)
    instant = datetime.combine(entry.day, entry.at or time(), UTC)
    source_id = _source_id(entry, title + body, seen)
    return Reflection(
        id=imported_id(SOURCE, source_id),
        content=Content(
            date=entry.day,
            time=entry.at.strftime("%H:%M") if entry.at else None,
            text="\n\n".join(part for part in (title, body) if part),
            tags=rules.names(tags),
        ),
        created_at=instant,
        updated_at=instant,
        source=SOURCE,
        source_id=source_id,
    )


def _without_star(title: str) -> tuple[str, bool]:
    """The title without the star before or after it, and whether there was one."""
    if title.startswith("* ") or title.endswith("*"):
        return title.strip("* "), True
    return title, False


def _source_id(entry: _Entry, words: str, seen: Counter[str]) -> str:
    """SHA-256 of day, time and words without white space, and from the second equal one of a file on its number.

    White space does not count because versions of jrnl divide title and body at different places; no time counts
    as midnight, which is what jrnl itself writes for it in JSON.
    """
    canonical = f"{entry.day.isoformat()} {entry.at or time()} {''.join(words.split())}"
    digest = hashlib.sha256(canonical.encode()).hexdigest()
    seen[digest] += 1
    return digest if seen[digest] == 1 else f"{digest}-{seen[digest]}"
