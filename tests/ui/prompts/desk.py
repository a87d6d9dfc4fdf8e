"""How the tests reach the prompts: by keys and buttons, with the journal asked for what it keeps."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.prompts.library import load
from app.prompts.own import OwnPrompt
from tests.ui.sessions import ask
from tests.ui.shell.windows import Window
from ui.journal.page import JournalPage
from ui.prompts.rows import ENTRY
from ui.prompts.sheet import PromptSheet
from ui.session import Session
from ui.widgets.buttons import LinkButton
from ui.widgets.writing import WritingArea

Key, Modifier = Qt.Key, Qt.KeyboardModifier
CONTROL = Modifier.ControlModifier


class Desk:
    """An open window."""

    first, second = load()[:2]

    def __init__(self, qtbot: QtBot, session: Session, window: Window) -> None:
        self.qtbot, self.session, self.window = qtbot, session, window

    @property
    def sheet(self) -> PromptSheet:
        """The sheet of prompts, once it was asked for."""
        found = self.window.findChild(PromptSheet)
        assert found is not None
        return found

    def open(self) -> PromptSheet:
        """Opens it by its keys."""
        self.press(Key.Key_O, CONTROL | Modifier.ShiftModifier)
        self.qtbot.waitUntil(lambda: bool(self.sheet.presenter.used))
        return self.sheet

    def own(self) -> Sequence[OwnPrompt]:
        """What the journal keeps, after all that was asked for."""
        return ask(self.qtbot, self.session, lambda journal: journal.prompts.own())

    def listed(self) -> list[str]:
        """The questions in the list."""
        rows = self.sheet.list.rows
        return [rows.index(row).data(ENTRY).prompt.question for row in range(rows.rowCount())]

    def choose(self, question: str) -> None:
        """Selects the row with this question."""
        rows = self.sheet.list.rows
        self.sheet.list.setCurrentIndex(rows.index(self.listed().index(question)))

    def read(self) -> list[str]:
        """What is read at the right."""
        return [each.text() for each in self.sheet.reading.findChildren(QLabel) if each.isVisible()]

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Modifier.NoModifier) -> None:
        """A key where the focus is."""
        QTest.keyClick(focused(), key, modifier)

    def type(self, words: str) -> None:
        """Words into the area that has the focus, in any script."""
        area = focused()
        assert isinstance(area, WritingArea)
        area.insertPlainText(words)

    def write_anew(self, words: str) -> None:
        """Takes everything out of the area that has the focus, and types this."""
        area = focused()
        assert isinstance(area, WritingArea)
        area.selectAll()
        area.insertPlainText(words)

    def undo(self) -> None:
        """Presses Undo in the toast."""
        toast = self.sheet.toast
        self.qtbot.waitUntil(toast.isVisible)
        button = toast.findChild(LinkButton)
        assert button is not None
        button.click()

    def wait(self, is_so: Callable[[], object]) -> None:
        """Until it is so."""
        self.qtbot.waitUntil(lambda: bool(is_so()))

    def question_of_today(self) -> str:
        """What Today asks."""
        shown = self.window.findChild(QWidget, "question")
        assert shown is not None
        return str(shown.text()) if shown.isVisibleTo(self.window) else ""  # type: ignore[attr-defined]  # a Paragraph

    def journal(self) -> JournalPage:
        """The journal, with its newest entry read."""
        self.window.inside.run("journal")
        page = self.window.page()
        assert isinstance(page, JournalPage)
        self.wait(lambda: page.browser.id is not None and page.draft.reflection.id == page.browser.id)
        QApplication.processEvents()
        return page


def focused() -> QWidget:
    """The widget with the keyboard."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget
