"""The sheet of a report and the other side, to take pictures of, and how to get there."""

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.interviews.model import Alignment, Landed, Landing, Look
from app.journal import Journal
from app.practices.model import Practice
from app.reflections.model import Filter
from ui.alignment.page import AlignmentPage
from ui.reference import ALIGNMENT, Reference
from ui.shell.inside import Inside

_NOW = datetime.now(UTC).replace(microsecond=0)
_TODAY = date.today()  # noqa: DTZ011  the day on the wall
_DAY = timedelta(days=1)
_ids = count(0xD000)
_LANDED = (Landing.WELCOMES, Landing.NEUTRAL, Landing.DISTRUST, Landing.WELCOMES, Landing.NOT_ASKED)
_SAID = {
    0: "I like it when somebody else has looked. Then it is ours.",
    2: "At my last place, weekly meant you were being managed out.",
}


def fill(journal: Journal, kind: str, texts: Sequence[str]) -> None:
    """What a journal of that kind has of it: to be asked for once there are people and practices."""
    if kind == "real":
        people = {each.name for each in journal.people.everyone()}
        practices = journal.practices.find(Filter())
        if "Jonas" in people:
            journal.alignments.save(_sheet("Jonas", practices), _NOW)
    elif kind == "hostile":
        for each in journal.people.everyone():
            journal.alignments.save(_hostile_sheet(each.name, journal.practices.find(Filter()), texts), _NOW)


def _sheet(person: str, practices: Sequence[Practice]) -> Alignment:
    begun = _TODAY - 62 * _DAY
    known = sorted((each for each in practices if each.name.strip()), key=lambda each: (each.date, each.created_at))
    rows = tuple(
        Landed(practice=each.name, about=each.id, landing=_LANDED[at % 5], words=_SAID.get(at, ""))
        for at, each in enumerate(known[:5])
    )
    looks = (
        Look(on=begun + 30 * _DAY, done_on=begun + 31 * _DAY, note="The second pair of eyes is asked for by now."),
        Look(on=begun + 60 * _DAY),
        Look(on=begun + 90 * _DAY),
    )
    return Alignment(**_entry(begun), person=person, rows=rows, looks=looks)


def _hostile_sheet(person: str, practices: Sequence[Practice], texts: Sequence[str]) -> Alignment:
    said = [" ".join(each.split())[:480] for each in texts]
    rows = tuple(
        Landed(practice=each.name, about=each.id, landing=Landing.DISTRUST, words=said[at % len(said)])
        for at, each in enumerate(practices)
    )
    looks = tuple(Look(on=_TODAY - _DAY, done_on=_TODAY, note=each) for each in said[:6])
    return Alignment(**_entry(_TODAY - _DAY), person=person, rows=rows, looks=(*looks, Look(on=_TODAY, note=said[0])))


def _entry(on: date = _TODAY) -> dict[str, Any]:
    return {"id": f"{next(_ids):032x}", "date": on, "created_at": _NOW, "updated_at": _NOW}


def _settle(page: QWidget | None) -> None:
    while page is not None and (not page.is_filled or getattr(page, "is_awaited", False)):  # type: ignore[attr-defined]
        QApplication.processEvents()
    QTest.qWait(80)


def _alignment(inside: Inside, name: str = "Jonas") -> AlignmentPage | None:
    people: list[list[str]] = []
    inside._session.read(inside, lambda journal: [each.name for each in journal.people.everyone()], people.append)
    while not people:
        QApplication.processEvents()
    if not people[0]:
        return None
    inside.workspace.open(Reference(ALIGNMENT, person=name if name in people[0] else people[0][0]))
    page = inside.workspace.current
    _settle(page)
    return page if isinstance(page, AlignmentPage) else None


def _do(find: Callable[[Inside], Any], do: Callable[[Any], object]) -> Callable[[Inside], object]:
    def go(inside: Inside) -> None:
        page = find(inside)
        if page is not None:
            do(page)
            QTest.qWait(80)

    return go


SCENES: Sequence[tuple[str, Callable[[Inside], object]]] = (
    ("alignment", _alignment),
    ("alignment-new", lambda inside: _alignment(inside, "Priya")),
    ("alignment-lower", _do(_alignment, lambda page: page.looks.note.setFocus())),
)
