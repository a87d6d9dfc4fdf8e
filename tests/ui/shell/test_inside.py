"""The inside of an open journal, used by keyboard."""

from collections import Counter

import pytest
import shiboken6
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.app.experiments.experiments import experiment
from tests.ui.sessions import ask
from tests.ui.shell.windows import Window, yesterday
from ui.journal.page import JournalPage
from ui.people.page import PeoplePage
from ui.reference import JOURNAL, TODAY
from ui.session import EXPERIMENT, Change, Session, now
from ui.shell import inside as inside_module
from ui.shell.actions import ACTIONS
from ui.shell.curtain import Curtain
from ui.shell.overlay import Overlay
from ui.shell.palette import Palette
from ui.shell.shortcut_sheet import ShortcutSheet
from ui.today.date_title import DateTitle, DayPanel
from ui.today.experiment_panel import ExperimentPanel
from ui.today.review import Review
from ui.widgets.fields import PassphraseField
from ui.widgets.messages import MessageBar

Key, Modifier = Qt.Key, Qt.KeyboardModifier
CTRL = Modifier.ControlModifier


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Modifier.NoModifier) -> None:
    QTest.keyClick(focused(), key, modifier)


def test_it_opens_on_today_with_the_cursor_in_the_writing_area(window: Window) -> None:
    assert window.inside.workspace.current_key == TODAY
    assert focused().accessibleName() == "Reflection"


def test_a_message_keeps_to_the_sides_of_the_page_below_it(qtbot: QtBot, window: Window) -> None:
    for width in (1360, 1024):
        window.resize(width, 668)
        QApplication.processEvents()
        window.inside.workspace.say("alert-circle", "The disk is full.")
        QApplication.processEvents()
        bar = window.inside.workspace.findChildren(MessageBar)[-1]
        title = window.page().findChild(DateTitle)
        assert title is not None
        assert bar.mapTo(window, QPoint()).x() == title.mapTo(window, QPoint()).x()


def test_pages_by_shortcut_and_back(qtbot: QtBot, window: Window) -> None:
    press(Key.Key_2, CTRL)
    assert window.inside.workspace.current_key == JOURNAL
    press(Key.Key_1, CTRL)
    assert window.inside.workspace.current_key == TODAY


def test_leaving_a_page_saves_what_was_typed_there(qtbot: QtBot, window: Window, session: Session) -> None:
    QTest.keyClicks(focused(), "half a thought")
    assert not window.page().is_settled
    press(Key.Key_2, CTRL)
    found = ask(qtbot, session, lambda journal: journal.search("half a thought", 5))
    assert [hit.title for hit in found] == ["half a thought"]


def test_the_palette_goes_to_pages_and_gives_the_focus_back(qtbot: QtBot, window: Window) -> None:
    before = focused()
    press(Key.Key_K, CTRL)
    palette = window.findChild(Palette)
    assert palette is not None
    assert palette.isVisible()
    press(Key.Key_Escape)
    assert not palette.isVisible()
    assert focused() is before
    press(Key.Key_K, CTRL)
    QTest.keyClicks(focused(), "journal")
    press(Key.Key_Return)
    assert window.inside.workspace.current_key == JOURNAL


def test_the_palette_finds_words_and_opens_the_entry(qtbot: QtBot, window: Window) -> None:
    press(Key.Key_K, CTRL)
    palette = window.findChild(Palette)
    assert palette is not None
    QTest.keyClicks(focused(), "before lunch")
    qtbot.waitUntil(lambda: palette.chosen_words().startswith("I gave the report"))
    press(Key.Key_Return)
    assert window.inside.workspace.current_key == JOURNAL
    assert not palette.isVisible()


def test_the_palette_finds_a_trust_experiment_and_opens_it_on_today(
    qtbot: QtBot, window: Window, session: Session
) -> None:
    given = experiment("leave the forecast alone", begun_on=yesterday(30))
    done: list[object] = []
    session.write(session, Change(EXPERIMENT), lambda journal: journal.experiments.save(given, now()), done.append)
    qtbot.waitUntil(lambda: bool(done))
    press(Key.Key_2, CTRL)
    press(Key.Key_K, CTRL)
    palette = window.findChild(Palette)
    assert palette is not None
    QTest.keyClicks(focused(), "forecast")
    qtbot.waitUntil(lambda: "forecast" in palette.chosen_words())
    press(Key.Key_Return)
    assert window.inside.workspace.current_key == TODAY
    qtbot.waitUntil(lambda: any(each.isVisible() for each in window.findChildren(ExperimentPanel)))


def test_the_palette_knows_people_by_their_names(qtbot: QtBot, window: Window) -> None:
    press(Key.Key_K, CTRL)
    palette = window.findChild(Palette)
    assert palette is not None
    QTest.keyClicks(focused(), "jon")
    qtbot.waitUntil(lambda: palette.chosen_words() == "Jonas")
    press(Key.Key_Return)
    page = window.page()
    assert isinstance(page, PeoplePage)
    qtbot.waitUntil(lambda: page.presenter.whole is not None and page.presenter.whole.person.name == "Jonas")
    page._view().mentions.click()  # and from there to what names them
    journal = window.page()
    assert isinstance(journal, JournalPage)
    qtbot.waitUntil(lambda: journal.browser.is_loaded and journal.browser.id is not None)
    assert journal.browser.wanted.person == "Jonas"


def test_the_weekly_review_is_opened_from_anywhere(qtbot: QtBot, window: Window) -> None:
    press(Key.Key_2, CTRL)
    window.inside.run("review")
    assert window.inside.workspace.current_key == TODAY
    qtbot.waitUntil(lambda: any(each.isVisible() for each in window.findChildren(Review)))


def test_the_palette_says_when_nothing_is_found(qtbot: QtBot, window: Window) -> None:
    press(Key.Key_K, CTRL)
    palette = window.findChild(Palette)
    assert palette is not None
    QTest.keyClicks(focused(), "zzzz")
    assert palette.chosen_words() == ""
    press(Key.Key_Return)
    assert palette.isVisible()


def test_every_action_is_on_the_shortcut_sheet(qtbot: QtBot, window: Window) -> None:
    press(Key.Key_F1)
    sheet = window.findChild(ShortcutSheet)
    assert sheet is not None
    assert sheet.isVisible()
    said = Counter(each.text() for each in sheet.findChildren(QLabel))
    assert all(said[each.words()] for each in ACTIONS)
    groups = {each.group() for each in ACTIONS} - {each.words() for each in ACTIONS}
    assert {said[each] for each in groups} == {1}
    press(Key.Key_Escape)
    assert not sheet.isVisible()


def test_f6_goes_round_the_panes(qtbot: QtBot, window: Window) -> None:
    seen = []
    for _ in range(4):
        press(Key.Key_F6)
        seen.append(focused().accessibleName())
    assert len(set(seen)) >= 3
    assert seen[-1] == "Reflection"


def test_the_rail_narrows_and_widens(qtbot: QtBot, window: Window) -> None:
    rail = window.inside.workspace.rail
    wide = rail.width()
    press(Key.Key_B, CTRL)
    assert rail.width() < wide
    press(Key.Key_B, CTRL)
    assert rail.width() == wide


def test_locking_saves_closes_and_starts_anew(
    qtbot: QtBot, window: Window, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[tuple[object, str]] = []
    monkeypatch.setattr(inside_module, "start_anew", lambda folder, place: started.append((folder, place)))
    QTest.keyClicks(focused(), "the last words")
    press(Key.Key_L, CTRL)
    curtain = window.findChild(Curtain)
    assert curtain is not None
    assert curtain.isVisible()
    qtbot.waitUntil(lambda: bool(started))
    assert started == [(session.folder, "here")]
    assert not session.is_open


def open_days(window: Window) -> DayPanel:
    window.inside.run("day")
    (panel,) = window.findChildren(DayPanel)
    assert panel.isVisible()
    return panel


def test_no_panel_is_above_the_curtain(qtbot: QtBot, window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[object] = []
    monkeypatch.setattr(inside_module, "start_anew", lambda folder, _: started.append(folder))
    panel = open_days(window)
    window.inside.lock()
    assert not panel.isVisible()
    qtbot.waitUntil(lambda: bool(started))


def test_no_panel_stays_over_another_page(window: Window) -> None:
    panel = open_days(window)
    window.inside.run(JOURNAL)
    assert not panel.isVisible()
    assert focused().accessibleName() == "Entries"


@pytest.mark.parametrize("key", ["search", "shortcuts", "help", "prompts"])
def test_no_panel_is_above_what_lies_over_the_page(window: Window, key: str) -> None:
    panel = open_days(window)
    window.inside.run(key)
    assert not panel.isVisible()
    (overlay,) = (each for each in window.findChildren(Overlay) if each.isVisible())
    assert overlay.isAncestorOf(focused())


def test_an_overlay_closes_also_when_what_had_the_focus_is_gone(qtbot: QtBot, window: Window) -> None:
    had_focus = QPushButton(window.page())
    had_focus.show()
    had_focus.setFocus()
    window.inside.run("shortcuts")
    shiboken6.delete(had_focus)
    press(Key.Key_Escape)
    assert not any(each.isVisible() for each in window.findChildren(Overlay))


def test_nothing_can_be_done_behind_the_curtain(qtbot: QtBot, window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[object] = []
    monkeypatch.setattr(inside_module, "start_anew", lambda folder, _: started.append(folder))
    window.inside.lock()
    window.inside.run(JOURNAL)
    assert window.inside.workspace.current_key == TODAY
    qtbot.waitUntil(lambda: bool(started))
    assert len(started) == 1


def test_what_is_typed_during_a_save_is_saved_before_locking_without_an_alarm(
    qtbot: QtBot, window: Window, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[object] = []
    monkeypatch.setattr(inside_module, "start_anew", lambda folder, _: started.append(folder))
    QTest.keyClicks(focused(), "first")
    window.page().flush()
    QTest.keyClicks(focused(), " and last")
    window.inside.lock()
    qtbot.waitUntil(lambda: bool(started))
    curtain = window.findChild(Curtain)
    assert curtain is not None
    assert not any(each.isVisible() for each in curtain.findChildren(PassphraseField))
    assert window.page().is_settled
