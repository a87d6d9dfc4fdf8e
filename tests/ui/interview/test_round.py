"""A whole round by the keyboard alone: two conversations by a kit, what they say side by side, and one who comes."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.interviews.bank import TRUST_QUESTION
from app.interviews.model import KitPart, PartKind, Recommendation
from app.reflections.model import Filter
from tests.app.interviews.making import kit, line
from tests.app.reflections.journals import NOW
from tests.ui.interview.talk import ALT, CONTROL, NONE, SHIFT, Key, focused
from tests.ui.sessions import ask, ask_to_write
from tests.ui.shell.windows import Window
from ui.interview.page import InterviewPage
from ui.session import Session
from ui.side_by_side.page import SideBySidePage

TRUST = KitPart(what=PartKind.QUESTION, question=TRUST_QUESTION, minutes=8)
SAID = "Left a junior alone with a release."


class Round:
    """A window, and nothing but keys."""

    def __init__(self, qtbot: QtBot, session: Session) -> None:
        self.qtbot, self.session = qtbot, session
        self.window = Window(session)
        qtbot.addWidget(self.window)
        self.window.show()
        with qtbot.waitActive(self.window):
            self.window.activateWindow()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        self.qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
        QTest.keyClick(focused(), key, modifier)

    def tab_to(self, name: str) -> None:
        """Tab until something of this name has the keyboard."""
        for _ in range(60):
            if focused().accessibleName().startswith(name):
                return
            self.press(Key.Key_Tab)
        raise AssertionError(name)

    def press_at(self, name: str) -> None:
        self.tab_to(name)
        self.press(Key.Key_Return)

    def talk(self) -> InterviewPage:
        """Begins a conversation, asks, notes, rates and finishes."""
        self.press(Key.Key_7, CONTROL)
        self.qtbot.waitUntil(lambda: "start-interview" in self.window.page().doings())
        self.press(Key.Key_Return, CONTROL | SHIFT)
        self.qtbot.waitUntil(lambda: _is_there(self.window.page()))
        self.press(Key.Key_Right, CONTROL)
        QTest.keyClicks(focused(), SAID)
        self.press(Key.Key_1, ALT)
        self.press(Key.Key_3, CONTROL)
        self.press(Key.Key_Right, CONTROL)
        self.press(Key.Key_Return, CONTROL)
        self.qtbot.waitUntil(lambda: focused().accessibleName().startswith("Change"))
        page = self.window.page()
        assert isinstance(page, InterviewPage)
        return page


def test_a_round(qtbot: QtBot, session: Session) -> None:
    made = kit(line(), TRUST, line("Next steps", what=PartKind.CLOSING))
    ask_to_write(qtbot, session, lambda journal: journal.kits.save(made, NOW))
    round_ = Round(qtbot, session)
    round_.talk()
    talk = round_.talk()
    round_.press_at("More about this conversation")
    round_.press_at("Beside the others")
    qtbot.waitUntil(lambda: isinstance(round_.window.page(), SideBySidePage) and round_.window.page().is_filled)
    round_.tab_to("Strong no")
    round_.press(Key.Key_Down)
    round_.press(Key.Key_Down)
    round_.tab_to("Candidate ")
    round_.press(Key.Key_Return)
    qtbot.waitUntil(lambda: _is_there(round_.window.page()))
    kept = ask(qtbot, session, lambda journal: journal.interviews.find(Filter()))
    assert {each.candidate for each in kept} == {"A", "B"}
    assert [each.recommendation for each in kept if each.recommendation] == [Recommendation.YES]
    round_.press_at("More about this conversation")
    round_.press_at("They said yes")
    QTest.keyClicks(focused(), "Hana")
    round_.press(Key.Key_Return)
    qtbot.waitUntil(lambda: focused() is talk.afterwards.to_person)
    people = ask(qtbot, session, lambda journal: journal.people.everyone())
    assert [(each.name, each.trust) for each in people] == [("Hana", SAID)]


def _is_there(page: object) -> bool:
    return isinstance(page, InterviewPage) and page.is_filled and not page.is_awaited
