"""How the tests sit in a conversation: by keys and buttons, with the journal asked for what it keeps."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.interviews.model import Competency, FollowUpQuestion, Interview, Landed, PartKind
from app.journal import Journal
from tests.app.interviews.making import ANCHORS, asked, interview, kit
from tests.app.reflections.journals import NOW
from tests.ui import sessions
from tests.ui.sessions import ask, ask_to_write, raise_again
from tests.ui.shell.windows import Window
from ui.interview.page import InterviewPage
from ui.reference import INTERVIEW, Reference
from ui.session import Session

Key, Modifier = Qt.Key, Qt.KeyboardModifier
CONTROL, ALT, SHIFT = Modifier.ControlModifier, Modifier.AltModifier, Modifier.ShiftModifier
NONE = Modifier.NoModifier
DAY = timedelta(days=1)
T = TypeVar("T")
KIT = kit(minutes=45)


def today() -> date:
    return date.today()  # noqa: DTZ011


def talk(**more: Any) -> Interview:
    """Opening, two questions, closing; two practices."""
    tell = ("Who was it?", "What then?")
    first = asked(
        Competency.TRUST,
        text="What does trust look like to you?",
        anchors=ANCHORS,
        follow_ups=tuple(FollowUpQuestion(text=each) for each in tell),
    )
    second = asked(Competency.ACCOUNTABILITY, text="A promise you could not keep?", anchors=ANCHORS)
    ends = [asked(None, what=what, text=what.value, minutes=5) for what in (PartKind.OPENING, PartKind.CLOSING)]
    given: dict[str, Any] = {"date": today(), "kit": KIT.id, "candidate": "C", "at": 1}
    given["sheet"] = (Landed(practice="Checklists"), Landed(practice="One-on-ones"))
    return interview(ends[0], first, second, ends[1], **{**given, **more})


def seen_to(given: Interview) -> Interview:
    """With evidence for everything."""
    parts = tuple(
        replace(each, notes="Told them on Tuesday.", rating=3) if each.competency else each for each in given.parts
    )
    return replace(given, parts=parts)


class Talk:
    """An open window with a conversation in it."""

    def __init__(self, qtbot: QtBot, session: Session, *given: Interview, id: str = "") -> None:
        """On the first of them, or on the one with this id that is there already."""
        self.qtbot, self.session = qtbot, session
        ask_to_write(qtbot, session, lambda journal: _save(journal, given))
        self.window = Window(session)
        qtbot.addWidget(self.window)
        self.window.resize(1360, 828)
        self.window.show()
        with qtbot.waitActive(self.window):
            self.window.activateWindow()
        self.open(id or given[0].id)

    @property
    def page(self) -> InterviewPage:
        found = self.window.page()
        assert isinstance(found, InterviewPage)
        return found

    def open(self, id: str) -> None:
        self.window.inside.workspace.open(Reference(INTERVIEW, id))
        self.wait(lambda: self.page.presenter.interview is not None and self.page.presenter.interview.id == id)
        self.wait(lambda: not self.page.is_awaited)

    def drop(self) -> None:
        """As if the program had been killed: from now on nothing of it comes to the disk."""
        self.page.presenter.keeping.autosave.touch = lambda: None  # type: ignore[method-assign]
        self.window.hide()

    def stay(self) -> list[Reference]:
        """Other pages are not gone to: what would be is noted."""
        went: list[Reference] = []
        self.page.referred.disconnect()
        self.page.referred.connect(went.append)
        return went

    def kept(self) -> Interview:
        """What the journal has, once everything is there."""
        page, given = self.page, self.page.presenter.interview
        assert given is not None
        page.flush()
        self.wait(lambda: page.is_settled)
        return ask(self.qtbot, self.session, lambda journal: journal.interviews.get(given.id))

    def ask(self, work: Callable[[Journal], T]) -> T:
        return ask(self.qtbot, self.session, work)

    def write(self, work: Callable[[Journal], object]) -> None:
        ask_to_write(self.qtbot, self.session, work)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        """A key where the focus is."""
        QTest.keyClick(focused(), key, modifier)

    def type(self, words: str) -> None:
        """Words into the notes."""
        assert focused() is self.page.part.notes
        self.page.part.notes.insertPlainText(words)

    def wait(self, is_so: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(is_so()))


def focused() -> QWidget:
    """The widget with the keyboard."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def reopen(qtbot: QtBot, folder: Path) -> Session:
    """The journal that is in the folder, open again."""
    session = Session()
    with qtbot.waitSignal(session.opened):
        session.open(folder, lambda: sessions._made_once()[1], lambda: None, raise_again)
    return session


def _save(journal: Journal, given: tuple[Interview, ...]) -> None:
    journal.kits.save(KIT, NOW)
    for each in given:
        journal.interviews.save(each, NOW)
