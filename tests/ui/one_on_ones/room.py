"""How the tests sit in a one-on-one: by keys and buttons, with the journal asked for what it keeps."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.journal import Journal
from app.one_on_ones.model import FollowUp, Involvement, OneOnOne, State, Topic
from app.people.model import Agreement, Cadence, Feedback, Person, Rhythm, Side
from tests.app.reflections.journals import NOW, new_id
from tests.ui.sessions import ask
from tests.ui.shell.windows import Window
from ui.one_on_ones.agenda_row import AgendaRow
from ui.one_on_ones.page import OneOnOnePage
from ui.reference import ONE_ON_ONE, Reference
from ui.session import Session
from ui.widgets.buttons import LinkButton
from ui.widgets.writing import WritingArea

Key, Modifier = Qt.Key, Qt.KeyboardModifier
CONTROL, SHIFT = Modifier.ControlModifier, Modifier.ShiftModifier
DAY = timedelta(days=1)
T = TypeVar("T")


def today() -> date:
    return date.today()  # noqa: DTZ011  the day on the wall


def record(days: int = 0, **more: Any) -> dict[str, Any]:
    """What every record has, so many days old."""
    return {"id": new_id(), "date": today() - days * DAY, "created_at": NOW, "updated_at": NOW, **more}


def topic(text: str, side: Side = Side.ME, days: int = 1, person: str = "Jonas", **more: Any) -> Topic:
    return Topic(**record(days), person=person, raised_by=side, text=text, **more)


def promise(text: str, due: int | None, days: int = 7, **more: Any) -> FollowUp:
    on = None if due is None else today() + due * DAY
    return FollowUp(**record(days), person="Jonas", owner=Side.THEM, text=text, due_on=on, **more)


def fill(journal: Journal) -> None:
    """Two meetings behind, one today by the rhythm, and something of every origin."""
    rhythm = Rhythm(cadence=Cadence.WEEKLY, first=today() - 14 * DAY, time="10:30")
    for name, its in (("Jonas", rhythm), ("Priya", None)):
        journal.people.save(Person(**record(60), name=name, rhythm=its), NOW)
    for days, said in ((14, Involvement.TOO_MUCH), (7, Involvement.RIGHT)):
        held = OneOnOne(
            **record(days),
            person="Jonas",
            state=State.HELD,
            planned_for=today() - days * DAY,
            involvement=said,
            private_notes="I talked too long.",
        )
        journal.one_on_ones.save(held, NOW)
    for each in (topic("Conference budget", Side.THEM), topic("Who it is for"), topic("Am I hovering?", days=16)):
        journal.topics.save(each, NOW)
    for due in (promise("Rota", -1), promise("The book", 9)):
        journal.follow_ups.save(due, NOW)
    journal.agreements.save(Agreement(**record(90), person="Jonas", look_again_on=today()), NOW)
    journal.feedback.save(Feedback(**record(3), person="Jonas", giver=Side.THEM, text="You waited. That helped."), NOW)


class Room:
    """An open window with a one-on-one in it."""

    def __init__(self, qtbot: QtBot, session: Session, window: Window) -> None:
        self.qtbot, self.session, self.window = qtbot, session, window
        self.went_to: list[Reference] = []

    @property
    def page(self) -> OneOnOnePage:
        found = self.window.page()
        assert isinstance(found, OneOnOnePage)
        return found

    def open(self, person: str) -> None:
        """Goes to the next one with them."""
        ids = {each.name: each.id for each in self.ask(lambda journal: journal.people.everyone())}
        self.window.inside.workspace.open(Reference(ONE_ON_ONE, ids[person]))
        self.wait(lambda: self.page.presenter.person == person)

    def stay(self) -> None:
        """The page of the person is built elsewhere: notes where the window would go to."""
        self.page.referred.disconnect()
        self.page.referred.connect(self.went_to.append)

    def ask(self, work: Callable[[Journal], T]) -> T:
        """What the journal says, once everything that was written is there."""
        shown = self.window.inside.workspace.current
        if isinstance(shown, OneOnOnePage):
            self.wait(lambda: shown.is_settled)
        return ask(self.qtbot, self.session, work)

    def topics(self, person: str = "Jonas") -> dict[str, Topic]:
        return {each.text: each for each in self.ask(lambda journal: journal.topics.where(person=person))}

    def follow_ups(self) -> dict[str, FollowUp]:
        return {each.text: each for each in self.ask(lambda journal: journal.follow_ups.where(person="Jonas"))}

    def meetings(self, person: str = "Jonas") -> list[OneOnOne]:
        """Newest first."""
        return self.ask(lambda journal: journal.one_on_ones.where(person=person))

    def listed(self) -> list[str]:
        """The agenda, row by row, as a screen reader says it."""
        return [each.accessibleName() for each in self.page.agenda.list.rows()]

    def row(self, title: str) -> AgendaRow:
        return next(each for each in self.page.agenda.list.rows() if each.accessibleName().startswith(title))

    def choose(self, title: str) -> None:
        """Clicks the words of a row."""
        row = self.row(title)
        QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(row.width() // 2, 12))

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Modifier.NoModifier) -> None:
        """A key where the focus is."""
        QTest.keyClick(focused(), key, modifier)

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
