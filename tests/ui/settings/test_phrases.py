"""The phrases that are noticed, switched and written by keyboard, and kept in the journal at once."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.phrasing.library import load
from app.phrasing.model import OwnPhrase
from app.preferences.model import Preferences
from tests.ui.sessions import ask
from ui.session import Session
from ui.settings.own_phrase import OwnPhraseForm
from ui.settings.page import SettingsPage
from ui.settings.phrases import PhrasePanel
from ui.widgets.buttons import IconButton

Key = Qt.Key
MINE = OwnPhrase("1", "typical (sales / accounting)", "What do they need?")


@pytest.fixture
def page(qtbot: QtBot, session: Session) -> SettingsPage:
    made = SettingsPage(session)
    qtbot.addWidget(made)
    made.resize(1152, 828)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


@pytest.fixture
def panel(page: SettingsPage) -> PhrasePanel:
    """Opened by keyboard."""
    page.writing.phrases.setFocus()
    press(Key.Key_Return)
    assert page.writing.panel is not None
    return page.writing.panel


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(*keys: Key) -> None:
    for key in keys:
        QTest.keyClick(focused(), key)


def kept(qtbot: QtBot, session: Session) -> Preferences:
    return ask(qtbot, session, lambda journal: journal.preferences.get())


def form(panel: PhrasePanel) -> OwnPhraseForm:
    assert panel.form is not None
    return panel.form


def button(panel: PhrasePanel, name: str) -> IconButton:
    (found,) = (each for each in panel.findChildren(IconButton) if each.accessibleName() == name and each.isVisible())
    return found


def test_noticing_is_switched_off(qtbot: QtBot, session: Session, page: SettingsPage) -> None:
    assert page.writing.blame.isChecked()
    page.writing.blame.setFocus()
    press(Key.Key_Space)
    assert not kept(qtbot, session).notices_blame
    session.prefer(session, notices_blame=True)
    qtbot.waitUntil(page.writing.blame.isChecked)


def test_every_phrase_can_be_left_alone(qtbot: QtBot, session: Session, panel: PhrasePanel) -> None:
    assert panel.isVisible()
    assert focused() is panel.add
    assert panel.checks.keys() == {each.id for each in load()}
    assert all(each.isChecked() for each in panel.checks.values())
    press(Key.Key_Tab)
    first = next(id for id, check in panel.checks.items() if check is focused())
    press(Key.Key_Space)
    assert kept(qtbot, session).phrases_off == (first,)
    press(Key.Key_Space)
    assert kept(qtbot, session).phrases_off == ()


def test_what_was_left_alone_elsewhere_has_no_tick(qtbot: QtBot, session: Session, panel: PhrasePanel) -> None:
    session.prefer(session, phrases_off=("my-fault",))
    qtbot.waitUntil(lambda: not panel.checks["my-fault"].isChecked())
    assert panel.checks["whose-fault"].isChecked()


def test_escape_gives_the_focus_back(page: SettingsPage, panel: PhrasePanel) -> None:
    press(Key.Key_Escape)
    assert panel.isHidden()
    assert page.writing.phrases.hasFocus()


def test_a_phrase_of_ones_own_is_added(qtbot: QtBot, session: Session, panel: PhrasePanel) -> None:
    press(Key.Key_Return)
    QTest.keyClicks(focused(), " typical (sales / accounting) ")
    press(Key.Key_Tab)
    QTest.keyClicks(focused(), "What do they need?")
    press(Key.Key_Return)
    assert panel.form is None
    assert focused() is panel.add
    (own,) = kept(qtbot, session).own_phrases
    assert (own.phrase, own.question) == (MINE.phrase, MINE.question)
    assert panel.checks[own.id].isChecked()
    panel.checks[own.id].click()
    assert kept(qtbot, session).phrases_off == (own.id,)


@pytest.mark.parametrize(
    ("phrase", "question", "said"),
    [
        ("", "What?", "There is no phrase yet. Write it as it is said."),
        ("(typical", "What?", "A phrase cannot be written like this: (typical."),
        ("typical", " ", "There is no question yet. Write the one that is behind it."),
    ],
)
def test_what_is_missing_is_said(
    qtbot: QtBot, session: Session, panel: PhrasePanel, phrase: str, question: str, said: str
) -> None:
    press(Key.Key_Return)
    form(panel).phrase.setText(phrase)
    form(panel).question.setText(question)
    press(Key.Key_Return)
    field = form(panel).phrase if question.strip() else form(panel).question
    assert focused() is field
    assert (form(panel).phrase_error.text() + form(panel).question_error.text()).startswith(said)
    QTest.keyClicks(field, "x")
    assert form(panel).phrase_error.text() + form(panel).question_error.text() == ""
    press(Key.Key_Escape)
    assert (panel.form, panel.isVisible(), focused()) == (None, True, panel.add)
    assert kept(qtbot, session).own_phrases == ()


def test_an_own_phrase_is_changed_and_removed_and_brought_back(
    qtbot: QtBot, session: Session, page: SettingsPage, panel: PhrasePanel
) -> None:
    session.prefer(session, own_phrases=(MINE, OwnPhrase("2", "as usual", "What was agreed?")))
    qtbot.waitUntil(lambda: "1" in panel.checks and panel.checks["1"].isVisible())
    button(panel, f"Edit “{MINE.phrase}”").setFocus()
    press(Key.Key_Return)
    assert form(panel).question.text() == MINE.question
    form(panel).phrase.setText("typical sales")
    press(Key.Key_Return)
    assert [each.phrase for each in kept(qtbot, session).own_phrases] == ["typical sales", "as usual"]
    with qtbot.waitSignal(page.said) as said:
        button(panel, "Remove “typical sales”").click()
    assert [each.id for each in kept(qtbot, session).own_phrases] == ["2"]
    assert focused() is panel.add
    assert said.args is not None
    said.args[1]()
    qtbot.waitUntil(lambda: "1" in panel.checks)
    assert {each.id for each in kept(qtbot, session).own_phrases} == {"1", "2"}
    session.prefer(session, own_phrases=())
    qtbot.waitUntil(lambda: not {"1", "2"} & panel.checks.keys())


def test_the_panel_fits_its_window(qtbot: QtBot, page: SettingsPage) -> None:
    page.resize(900, 500)
    page.writing.phrases.click()
    panel = page.writing.panel
    assert panel is not None
    assert page.rect().contains(panel.geometry())
