"""How the tests hand work over: by keys, with the journal asked for what it keeps."""

from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.delegation.model import Delegation, HeldTask
from app.journal import Journal
from app.people.model import Authority, Level, Person
from app.practices.model import Checklist, Step, Version
from app.reflections.model import Filter
from tests.app.reflections.journals import NOW, new_id
from tests.ui.sessions import ask
from tests.ui.shell.windows import Window
from ui.handover.page import HandOverPage
from ui.session import Session
from ui.widgets.buttons import LinkButton
from ui.widgets.writing import WritingArea

Key, Modifier = Qt.Key, Qt.KeyboardModifier
CONTROL = Modifier.ControlModifier
HELD, CHECKLIST = new_id(), new_id()
T = TypeVar("T")


def today() -> date:
    return date.today()  # noqa: DTZ011  the day on the wall


def fill(journal: Journal) -> None:
    """Jonas, what he may decide in reporting, a checklist of two steps, and a task that is still the owner's."""
    new: dict[str, Any] = {"date": today(), "created_at": NOW, "updated_at": NOW}
    journal.people.save(Person(id=new_id(), name="Jonas", **new), NOW)
    level = Level(id=new_id(), person="Jonas", work="Reporting", authority=Authority.RECOMMEND, **new)
    journal.levels.save(level, NOW)
    steps = tuple(Step(text=each) for each in ("Pull the numbers", "Send by noon"))
    versions = (Version(date=today(), steps=steps),)
    journal.checklists.save(Checklist(id=CHECKLIST, name="Monthly report", versions=versions, **new), NOW)
    journal.held_tasks.save(HeldTask(id=HELD, title="Board report", work="reporting", person="Jonas", **new), NOW)


def kept(journal: Journal) -> list[Delegation]:
    """All delegations outside the trash."""
    return journal.delegations.find(Filter())


class Desk:
    """An open window with the page in it."""

    def __init__(self, qtbot: QtBot, session: Session, window: Window) -> None:
        self.qtbot, self.session, self.window = qtbot, session, window

    @property
    def page(self) -> HandOverPage:
        found = self.window.page()
        assert isinstance(found, HandOverPage)
        return found

    def begin(self) -> None:
        """Ctrl+D, wherever one is."""
        self.wait(lambda: QApplication.focusWidget() is not None)
        self.press(Key.Key_D, CONTROL)
        self.wait(lambda: self.page.presenter.is_loaded)

    def ask(self, work: Callable[[Journal], T]) -> T:
        """What the journal says, once everything that was typed is there."""
        self.page.flush()
        self.wait(lambda: self.page.is_settled)
        return ask(self.qtbot, self.session, work)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Modifier.NoModifier) -> None:
        """A key where the focus is."""
        QTest.keyClick(focused(), key, modifier)

    def tab_to(self, name: str) -> None:
        """Tab, until the control with this name has the keyboard."""
        for _ in range(60):
            if focused().accessibleName().startswith(name):
                return
            self.press(Key.Key_Tab)
        raise AssertionError(f"no way by Tab to {name}")

    def type(self, words: str) -> None:
        """Words where the focus is, in any script."""
        at = focused()
        if isinstance(at, WritingArea):
            at.insertPlainText(words)
        else:
            assert isinstance(at, QLineEdit)
            at.insert(words)
            at.textEdited.emit(at.text())

    def undo(self) -> None:
        """Presses Undo in the toast."""
        toast = self.window.inside.workspace.toast
        self.wait(toast.isVisible)
        button = toast.findChild(LinkButton)
        assert button is not None
        button.click()

    def said(self) -> str:
        """What the toast says."""
        return self.window.inside.workspace.toast.accessibleName()

    def wait(self, is_so: Callable[[], object]) -> None:
        """Until it is so."""
        self.qtbot.waitUntil(lambda: bool(is_so()))


def focused() -> QWidget:
    """The widget with the keyboard."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget
