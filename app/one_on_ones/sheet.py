"""Sheet: an agenda as both may read it. It has no place for what only the owner reads, so it cannot carry that."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from app.day_names import in_words
from app.one_on_ones import wording
from app.one_on_ones.model import FollowUp, Topic
from app.one_on_ones.rules import Item
from app.translation import tr


@dataclass(frozen=True, slots=True)
class Line:
    """One thing to talk about; `small` is whose it is, how old, by when, or how it ended."""

    text: str
    small: str = ""
    is_closed: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """Lines below one heading."""

    heading: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """With whom, when, and what there is to talk about."""

    person: str
    on: date
    hours: str
    parts: tuple[Part, ...]


def sheet(
    person: str, on: date, time: str | None, minutes: int, items: Iterable[Item], promised: Iterable[FollowUp]
) -> Sheet:
    """The agenda of that day, and what was promised on it; what is marked as private stays out."""
    shared = [each for each in items if not each.of.private]
    parts = [
        Part(wording.heading(origin, person), tuple(_line(each, person, on) for each in found))
        for origin, found in groupby(shared, key=lambda each: each.origin)
    ]
    lines = tuple(_promise(each, person) for each in promised if not each.private)
    if lines:
        parts.append(Part(tr("Promised"), lines))
    return Sheet(person, on, wording.hours(time, minutes) if time is not None else "", tuple(parts))


def title(given: Sheet) -> str:
    """ "One-on-one with Jonas"."""
    return tr("One-on-one with {person}").format(person=given.person)


def when(given: Sheet) -> str:
    """ "Thursday 12 March 2026, 10:30 to 11:00"."""
    day = wording.full_day(given.on)
    return tr("{day}, {hours}").format(day=day, hours=given.hours) if given.hours else day


def as_text(given: Sheet) -> str:
    """All of it as plain text, a line each."""
    lines = [title(given), when(given)]
    for part in given.parts:
        lines += ["", part.heading]
        for each in part.lines:
            mark = "[x]" if each.is_closed else "[ ]"
            words = " ".join(each.text.split())
            lines.append(f"{mark} {words} ({each.small})" if each.small else f"{mark} {words}")
    return "\n".join(lines) + "\n"


def _line(item: Item, person: str, on: date) -> Line:
    small = wording.on_paper(item, person, on)
    if not isinstance(item.of, Topic | FollowUp):
        return Line(wording.look_again(), small, item.is_closed)
    return Line(item.text, small, item.is_closed)


def _promise(given: FollowUp, person: str) -> Line:
    who = wording.who(given.owner, person)
    due = tr("{who}, by {day}").format(who=who, day=in_words(given.due_on)) if given.due_on else who
    return Line(given.text, due, given.done_on is not None)
