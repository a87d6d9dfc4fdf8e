"""What was agreed for a day as a calendar (iCalendar, RFC 5545): when, and what it is about; nothing that is private.

There is no field here for what the owner fears or notes, and of a private delegation the calendar says no word.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import IO

from app.delegation.dues import Meeting, planned
from app.delegation.history import History, Stage
from app.moments import stamp
from app.titles import one_line
from app.translation import tr

_OCTETS = 75  # of a line, its break not counted


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One event: on a day, at a time on the clock of wherever its owner is, or at none."""

    uid: str
    on: date
    time: str | None
    minutes: int | None
    words: str
    changed_at: datetime
    is_private: bool


def check_ins(known: Iterable[History], today: date) -> Iterator[Event]:
    """Each check-in that was planned for work that is in other hands now."""
    for history in known:
        of = history.delegation
        if history.stage is not Stage.HANDED_OVER:
            continue
        for number, each in enumerate(planned(history, today), start=1):
            if each.state is not Meeting.OFF:
                yield Event(
                    uid=f"{of.id}-{number}@courage-journal",
                    on=each.check_in.on,
                    time=each.check_in.time,
                    minutes=each.check_in.minutes,
                    words=_words("" if of.private else of.title, None if of.private else of.person),
                    changed_at=of.updated_at,
                    is_private=of.private,
                )


def write(stream: IO[bytes], events: Iterable[Event]) -> int:
    """Writes the calendar, in UTF-8, and returns the number of events. The same events give the same bytes.

    Raises OSError.
    """
    count = 0
    _put(stream, ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Courage Journal//Courage Journal//EN"])
    for each in events:
        _put(stream, _lines(each))
        count += 1
    _put(stream, ["END:VCALENDAR"])
    return count


def _words(title: str, person: str | None) -> str:
    said = one_line(title)
    about = tr("Check-in: {title}").format(title=said) if said else tr("Check-in")
    return tr("{about} ({person})").format(about=about, person=person) if person else about


def _lines(given: Event) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{given.uid}"
    yield f"DTSTAMP:{stamp(given.changed_at)}"
    day = given.on.isoformat().replace("-", "")
    if given.time is None:
        yield f"DTSTART;VALUE=DATE:{day}"
        yield "TRANSP:TRANSPARENT"
    else:
        yield f"DTSTART:{day}T{given.time.replace(':', '')}00"
        if given.minutes is not None:
            yield f"DURATION:PT{given.minutes}M"
    yield f"SUMMARY:{_escaped(given.words)}"
    yield "CLASS:PRIVATE"
    yield "END:VEVENT"


def _escaped(text: str) -> str:
    """As a value: in one line, without what no calendar can hold."""
    plain = "".join(each if each.isprintable() else " " for each in text)
    return plain.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")


def _put(stream: IO[bytes], lines: Iterable[str]) -> None:
    for line in lines:
        stream.write(b"\r\n ".join(_pieces(line)) + b"\r\n")


def _pieces(line: str) -> Iterator[bytes]:
    """A line folded: no piece is too long with the blank before it, and none begins inside a character."""
    piece = b""
    for each in line:
        written = each.encode()
        if len(piece) + len(written) > _OCTETS - 1:
            yield piece
            piece = b""
        piece += written
    yield piece
