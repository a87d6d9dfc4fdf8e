"""The map in its window, on a journal with two people and three kinds of work."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.delegation.model import TouchKind
from app.journal import Journal
from app.people.model import Authority, Level, Person
from tests.app.delegation.making import DAY, delegation, held, touch
from tests.app.reflections.journals import NOW, new_id
from tests.ui.sessions import ask_to_write, close_session, open_session
from tests.ui.shell.windows import Window
from ui.clock import today
from ui.practice_map.page import PracticeMapPage
from ui.reference import PRACTICE_MAP, Reference
from ui.session import Session


def fill(journal: Journal) -> None:
    """Jonas reports, Priya has a report now; the plan is the owner's alone; the rota is nobody's yet."""
    new: dict[str, Any] = {"date": today(), "created_at": NOW, "updated_at": NOW}
    for name in ("Jonas", "Priya"):
        journal.people.save(Person(id=new_id(), name=name, **new), NOW)
    done = [delegation("Jonas", today() - (60 + each) * DAY, title=f"Report {each}") for each in range(7)]
    for each in done:
        journal.delegations.save(each, NOW)
        journal.touches.save(touch(each, TouchKind.DELIVERED, today()), NOW)
    journal.delegations.save(delegation("Priya", today() - 9 * DAY, title="May report"), NOW)
    journal.held_tasks.save(held("Plan, first draft", work="Plan", minutes_a_month=390), NOW)
    for person, work, authority in (("Jonas", "Reporting", Authority.DECIDE_WITH_ME), ("Priya", "Rota", None)):
        level = Level(id=new_id(), person=person, work=work, authority=authority, **new)
        journal.levels.save(level, NOW)


class Chart:
    """The window, with the map in it and the keyboard at its first cell."""

    def __init__(self, qtbot: QtBot, session: Session) -> None:
        self.qtbot, self.session = qtbot, session
        self.window = Window(session)
        qtbot.addWidget(self.window)
        self.window.show()
        with qtbot.waitActive(self.window):
            self.window.activateWindow()
        self.window.inside.workspace.open(Reference(PRACTICE_MAP))
        found = self.window.page()
        assert isinstance(found, PracticeMapPage)
        self.page = found
        self.wait(lambda: found.is_filled and found.grid.hasFocus())

    def at(self) -> str:
        """The cell that the keyboard is at, as it is heard."""
        return str(self.page.grid.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole))

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """A key where the focus is."""
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key, modifier)

    def go_to(self, work: str, person: str) -> None:
        """The keyboard is at this cell."""
        self.page.grid.go_to(self.page.presenter.cells.index_of(work, person))

    def card(self) -> Any:
        """The card, once it is open."""
        self.wait(lambda: self.page.peek.card is not None)
        return self.page.peek.card

    def wait(self, is_so: Any) -> None:
        """Until it is so."""
        self.qtbot.waitUntil(lambda: bool(is_so()))


@pytest.fixture
def chart(qtbot: QtBot, tmp_path: Path) -> Iterator[Chart]:
    session = open_session(qtbot, tmp_path / "journal")
    ask_to_write(qtbot, session, fill)
    yield Chart(qtbot, session)
    close_session(qtbot, session)


def focused() -> QWidget:
    """The widget with the keyboard."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget
