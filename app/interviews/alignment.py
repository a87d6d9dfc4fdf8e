"""An alignment sheet of a report: how our practices land with them, and when that is looked at again. Pure."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta

from app.interviews.conversation import rows
from app.interviews.model import Alignment, Landed, Look
from app.moments import shifted
from app.practices.model import Practice

LOOKS = (30, 60, 90)  # days after it was made


def fresh(id: str, person: str, practices: Iterable[Practice], today: date, now: datetime) -> Alignment:
    """A sheet with a row for each of our practices, about which nothing was said yet."""
    return of_rows(id, person, rows(practices, today), today, now)


def of_rows(id: str, person: str, given: tuple[Landed, ...], today: date, now: datetime) -> Alignment:
    """A sheet with these rows, looked at again after 30, 60 and 90 days."""
    looks = tuple(Look(on=shifted(today, timedelta(days=each))) for each in LOOKS)
    return Alignment(id=id, date=today, created_at=now, updated_at=now, person=person, rows=given, looks=looks)


def brought_up(given: Alignment, practices: Iterable[Practice], today: date) -> Alignment:
    """The sheet with a row for each practice in force now, by the name that it has now, behind those that it has.

    A practice that is in force no more keeps its row where something was said about it.
    """
    in_force = {each.about: each for each in rows(practices, today)}
    kept = list[Landed]()
    for each in given.rows:
        now = in_force.pop(each.about, None) if each.about is not None else _named(in_force, each.practice)
        if now is not None:
            kept.append(replace(each, practice=now.practice, about=now.about))
        elif each.landing is not None or each.words.strip():
            kept.append(each)
    return replace(given, rows=(*kept, *in_force.values()))


def with_row(given: Alignment, at: int, row: Landed) -> Alignment:
    """The sheet with this row as it is now."""
    return replace(given, rows=tuple(row if n == at else each for n, each in enumerate(given.rows)))


def next_look(given: Alignment) -> Look | None:
    """The first of its looks that was not done."""
    return min((each for each in given.looks if each.done_on is None), key=lambda each: each.on, default=None)


def at_next(given: Alignment, today: date) -> int | None:
    """Which of its looks is done when it is looked at today: of those that are due the last one, else the first."""
    open_ = sorted((each.on, at) for at, each in enumerate(given.looks) if each.done_on is None)
    due = [at for day, at in open_ if day <= today]
    return due[-1] if due else open_[0][1] if open_ else None


def looked_at(given: Alignment, on: date, note: str = "") -> Alignment:
    """The sheet with a look done on this day: the next one, and with it whatever was due before this day.

    Where none is open, it is one more. The note stands at the one that was due last.
    """
    open_ = sorted((each.on, at) for at, each in enumerate(given.looks) if each.done_on is None)
    if not open_:
        return replace(given, looks=(*given.looks, Look(on=on, done_on=on, note=note)))
    done = [at for day, at in open_ if day <= on] or [open_[0][1]]
    looks = list(given.looks)
    for at in done:
        looks[at] = replace(looks[at], done_on=on)
    looks[done[-1]] = replace(looks[done[-1]], note=note)
    return replace(given, looks=tuple(looks))


def _named(in_force: dict[str | None, Landed], name: str) -> Landed | None:
    """The practice of this name, taken out; a row of an interview may know it by that alone."""
    about = next((id for id, each in in_force.items() if each.practice == name), None)
    return in_force.pop(about, None) if about is not None else None
