"""The practice map to take pictures of: as the design has it, crowded, and how to get to its card."""

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta
from functools import partial
from itertools import count
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.delegation.model import Brief, Delegation, HeldTask, Touch, TouchKind
from app.journal import Journal
from app.one_on_ones.model import Topic
from app.people.model import Authority, Level, Person, Side
from app.people.rules import AUTHORITIES
from app.reflections.model import Filter
from ui.practice_map.page import PracticeMapPage
from ui.reference import PRACTICE_MAP
from ui.session import Change
from ui.shell.inside import Inside

_NOW = datetime.now(UTC).replace(microsecond=0)
_TODAY = date.today()  # noqa: DTZ011  the day on the wall
_EVERY = Filter()
_ids = count(1)
_PEOPLE = ("Aiko", "Jonas", "Priya", "Ravi", "Tomás")
# By kind of work, for each who has completed it: how often, so many months ago, at which of five levels.
_DONE: dict[str, dict[str, tuple[int, int, int]]] = {
    "Reporting": {"Aiko": (1, 4, 2), "Jonas": (3, 1, 3), "Tomás": (1, 6, 1)},
    "Customer escalation": {"Aiko": (2, 2, 4)},
    "Design review": {"Priya": (7, 0, 3)},
    "Hiring interview": {"Aiko": (2, 5, 3), "Priya": (1, 5, 2)},
    "Release": {"Aiko": (11, 0, 5), "Jonas": (4, 1, 4)},
    "Policy change": {"Tomás": (2, 0, 4)},
}
_KEPT = {
    "Reporting": 390,
    "Quarterly plan": 240,
    "Customer escalation": 60,
    "Design review": 180,
    "Hiring interview": 120,
    "Vendor renewal": 90,
    "Board questions": 120,
}


def fill(journal: Journal) -> None:
    """What the design shows, in place of what is there."""
    for store in (journal.delegations, journal.held_tasks, journal.levels):
        for each in store.find(_EVERY):
            store.delete(each.id, _NOW)
    for person in journal.people.find(_EVERY):
        if person.name not in _PEOPLE:
            journal.people.delete(person.id, _NOW)
    known = set(journal.people.names())
    journal.people.add_all([Person(name=each, **_entry(0)) for each in _PEOPLE if each not in known], _NOW)
    held = [
        HeldTask(title=f"{work}, as always", work=work, minutes_a_month=at, **_entry(90)) for work, at in _KEPT.items()
    ]
    journal.held_tasks.add_all(held, _NOW)
    for work, done in _DONE.items():
        for name, (times, months, level) in done.items():
            _complete(journal, work, name, times, months * 30, AUTHORITIES[level - 1])
    said = Topic(person="Priya", raised_by=Side.THEM, text="How the quarterly plan gets made", **_entry(25))
    journal.topics.add_all([said], _NOW)


def crowd(journal: Journal, people: int = 40, works: int = 60, delegations: int = 500, touches: int = 20_000) -> None:
    """As much as a journal is held to, and more people than there is room for."""
    names = [f"Person {each:02}" for each in range(people)]
    known = set(journal.people.names())
    journal.people.add_all([Person(name=each, **_entry(0)) for each in names if each not in known], _NOW)
    made, happened = [], []
    for number in range(delegations):
        work, person = f"Work of kind {number * 7 % works:02}", names[number * 3 % people]
        begun, level = 20 + number % 300, AUTHORITIES[number % 5]
        given = _delegation(work, person, begun, level, f"Task {number}")
        made.append(given)
        often = max(1, touches // delegations)
        happened += [_touch(given, TouchKind.HELD, begun - each % begun) for each in range(often - 1)]
        happened += [_touch(given, TouchKind.DELIVERED, begun // 2)] if number % 3 else []
    journal.delegations.add_all(made, _NOW)
    journal.touches.add_all(happened, _NOW)


def _complete(journal: Journal, work: str, person: str, times: int, ago: int, level: Authority) -> None:
    for each in range(times):
        given = _delegation(work, person, ago + each * 20 + 12, level, f"{work}, {each + 1}")
        journal.delegations.add_all([given], _NOW)
        journal.touches.add_all([_touch(given, TouchKind.DELIVERED, ago + each * 20)], _NOW)
    journal.levels.add_all([Level(person=person, work=work, authority=level, **_entry(ago))], _NOW)


def _delegation(work: str, person: str, ago: int, level: Authority, title: str) -> Delegation:
    day = _TODAY - timedelta(days=ago)
    return Delegation(
        title=title, person=person, work=work, handed_over_on=day, brief=Brief(authority=level), **_entry(ago)
    )


def _touch(of: Delegation, what: TouchKind, ago: int) -> Touch:
    return Touch(delegation=of.id, what=what, **_entry(ago))


def _entry(ago: int) -> dict[str, Any]:
    id = f"{next(_ids) + 0xA90000:032x}"
    return {"id": id, "date": _TODAY - timedelta(days=ago), "created_at": _NOW, "updated_at": _NOW}


def _open(inside: Inside, *, filled_by: Callable[[Journal], object] | None = None) -> PracticeMapPage:
    if filled_by is not None:
        done: list[bool] = []
        inside._session.write(inside, Change("delegation"), filled_by, lambda _: done.append(True))
        while not done:
            QApplication.processEvents()
    inside.run(PRACTICE_MAP)
    page = inside.workspace.current
    assert isinstance(page, PracticeMapPage)
    shown: list[bool] = []
    page.presenter.shown.connect(lambda: shown.append(True))
    page.refresh()
    while not shown:
        QApplication.processEvents()
    QTest.qWait(150)
    return page


def _card(inside: Inside, *, work: str = "", person: str = "", column: int = 2) -> None:
    page = _open(inside)
    cells = page.presenter.cells
    index = cells.index_of(work, person)
    index = index if index.isValid() else cells.index(0, min(column, cells.columnCount() - 1))
    if index.isValid():
        page.grid.go_to(index)
        page.grid.asked.emit(index, Qt.FocusReason.MouseFocusReason)
        QTest.qWait(150)
        page.grid.setFocus()
        QTest.qWait(50)


def _walked(inside: Inside) -> None:
    page = _open(inside)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right):
        QTest.keyClick(page.grid, key)
    QTest.qWait(300)


def _period(inside: Inside) -> None:
    _open(inside).period.click()


def _further(inside: Inside) -> None:
    page = _open(inside)
    page.grid.horizontalScrollBar().setValue(page.grid.horizontalScrollBar().maximum() // 2)
    page.grid.verticalScrollBar().setValue(page.grid.verticalScrollBar().maximum() // 2)


SCENES: Sequence[tuple[str, Callable[[Inside], object]]] = (
    ("practice-map", _open),
    ("practice-map-first-card", _card),
    ("practice-map-designed", partial(_open, filled_by=fill)),
    ("practice-map-card", partial(_card, work="Quarterly plan", person="Priya")),
    ("practice-map-done-card", partial(_card, work="Release", person="Aiko")),
    ("practice-map-own-card", partial(_card, column=99)),
    ("practice-map-walked", _walked),
    ("practice-map-period", _period),
    ("practice-map-crowd", partial(_open, filled_by=crowd)),
    ("practice-map-crowd-further", _further),
)
