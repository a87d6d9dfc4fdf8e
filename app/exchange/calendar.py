"""What was agreed for a day as a calendar (iCalendar, RFC 5545): when, and what it is about; nothing that is private.

There is no field here for what the owner fears or notes, and of what is private the calendar says no word.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import IO

from app.delegation.dues import Meeting, planned
from app.delegation.history import History, Stage
from app.moments import stamp
from app.one_on_ones import rules
from app.one_on_ones.model import OneOnOne, State
from app.people.model import Person
from app.titles import one_line
from app.translation import tr

_OCTETS = 75  # of a line, its break not counted


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One event: on a day, at a time on the clock of wherever its owner is, or at none.

    With `weeks` it comes again each time that so many have passed, until the day `until`, but not on `never_on`.
    """

    uid: str
    on: date
    time: str | None
    minutes: int | None
    words: str
    changed_at: datetime
    is_private: bool
    weeks: int | None = None
    until: date | None = None
    never_on: tuple[date, ...] = ()


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


def one_on_ones(
    people: Iterable[Person], records: Iterable[OneOnOne], since: date | None = None, until: date | None = None
) -> Iterator[Event]:
    """The one-on-ones of a period with everybody who is not archived: each rhythm once, as what comes again, without
    the days that a record stands for; and each record, unless it says that the meeting did not take place.
    """
    of: dict[str, list[OneOnOne]] = defaultdict(list)
    for each in records:
        of[each.person].append(each)
    for person in people:
        if person.archived_on is None:
            rhythm = _rhythm(person, of[person.name], since, until)
            meetings = (each for each in of[person.name] if each.state is not State.MISSED)
            if rhythm is not None:
                yield rhythm
            yield from (_meeting(each, person) for each in meetings if _is_within(each.date, since, until))


def _is_within(day: date, since: date | None, until: date | None) -> bool:
    """Whether a day is in a period, both of its ends inclusive."""
    return (since is None or since <= day) and (until is None or day <= until)


def _rhythm(person: Person, records: Iterable[OneOnOne], since: date | None, until: date | None) -> Event | None:
    if person.rhythm is None:
        return None
    days = rules.days_of(person.rhythm, since or person.rhythm.first)
    first = next(days, None)
    if first is None or not _is_within(first, since, until):
        return None
    weeks = rules.every(person.rhythm.cadence).days // 7
    taken = {day for each in records for day in (each.date, each.planned_for) if day is not None}
    is_of_it = (day for day in taken if day >= first and (day - first).days % (7 * weeks) == 0)
    return Event(
        uid=f"{person.id}-one-on-ones@courage-journal",
        on=first,
        time=person.rhythm.time,
        minutes=person.rhythm.minutes,
        words=_with(person.name, is_private=person.private),
        changed_at=person.updated_at,
        is_private=person.private,
        weeks=weeks,
        until=until,
        never_on=tuple(sorted(day for day in is_of_it if _is_within(day, since, until))),
    )


def _meeting(given: OneOnOne, person: Person) -> Event:
    is_private = given.private or person.private
    return Event(
        uid=f"{given.id}@courage-journal",
        on=given.date,
        time=given.time,
        minutes=given.minutes,
        words=_with(person.name, is_private=is_private),
        changed_at=given.updated_at,
        is_private=is_private,
    )


def _with(person: str, *, is_private: bool) -> str:
    return tr("One-on-one") if is_private else tr("One-on-one with {person}").format(person=person)


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
    yield f"DTSTART{_days(given, given.on)}"
    if given.time is None:
        yield "TRANSP:TRANSPARENT"
    elif given.minutes is not None:
        yield f"DURATION:PT{given.minutes}M"
    if given.weeks is not None:
        end = f";UNTIL={_moment(given, given.until)}" if given.until is not None else ""
        yield f"RRULE:FREQ=WEEKLY;INTERVAL={given.weeks}{end}"
    if given.never_on:
        yield f"EXDATE{_days(given, *given.never_on)}"
    yield f"SUMMARY:{_escaped(given.words)}"
    yield "CLASS:PRIVATE"
    yield "END:VEVENT"


def _days(given: Event, *days: date) -> str:
    """Days as the value of a property, at the time of the event."""
    kind = ";VALUE=DATE" if given.time is None else ""
    return f"{kind}:{','.join(_moment(given, day) for day in days)}"


def _moment(given: Event, day: date) -> str:
    written = day.isoformat().replace("-", "")
    return written if given.time is None else f"{written}T{given.time.replace(':', '')}00"


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
