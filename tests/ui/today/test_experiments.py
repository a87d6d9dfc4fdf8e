"""Trust experiments on the other days: begun, answered, changed and put away beside the sheet."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.experiments.model import Finding
from tests.app.experiments.experiments import experiment
from tests.app.reflections.journals import reflection
from tests.ui.sessions import ask
from tests.ui.today.conftest import Open
from tests.ui.today.reviewing import TODAY, ago, keep, kept, press, running, saved, visible
from ui.reference import TODAY as TODAY_PAGE
from ui.reference import Reference
from ui.session import EXPERIMENT, Change, Session
from ui.today.experiment_note import ExperimentNote
from ui.today.experiment_panel import ExperimentPanel
from ui.today.experiments import Experiments
from ui.today.look_back import LookBack
from ui.today.page import TodayPage
from ui.widgets.labels import Paragraph

Key = Qt.Key
SENTENCE = "When someone brings me a problem, I will wait until they have finished."


def note_of(page: TodayPage) -> ExperimentNote:
    found = page.findChild(ExperimentNote)
    assert found is not None
    return found


def opened(qtbot: QtBot, page: TodayPage) -> ExperimentPanel:
    """The panel, once it is there with its words."""
    qtbot.waitUntil(lambda: any(each.isVisible() for each in page.window().findChildren(ExperimentPanel)))
    return next(each for each in page.window().findChildren(ExperimentPanel) if each.isVisible())


def type_into(panel: QWidget, name: str, words: str) -> None:
    QTest.keyClicks(visible(panel, name), words)


def test_the_one_that_runs_stands_beside_the_sheet_and_opens_when_pressed(
    qtbot: QtBot, session: Session, open_today: Open
) -> None:
    keep(qtbot, session, running())
    page = open_today()
    qtbot.waitUntil(lambda: note_of(page).sentence.accessibleName() == SENTENCE)
    note_of(page).sentence.click()
    panel = opened(qtbot, page)
    QTest.keyClick(visible(panel, "It worked"), Key.Key_Right)
    type_into(panel, "One line about what you saw", "Twice.")
    saved(qtbot, page)
    (found,) = kept(qtbot, session)
    assert (found.outcome, found.outcome_note, found.closed_on) == (Finding.MIXED, "Twice.", TODAY)
    qtbot.waitUntil(lambda: note_of(page).way_in.words() == "Begin a trust experiment")


def test_what_was_agreed_when_it_began_is_read_once_where_it_is_answered(
    qtbot: QtBot, session: Session, open_today: Open
) -> None:
    keep(qtbot, session, running(sign="they leave with an idea", stop="it is about safety"))
    page = open_today()
    qtbot.waitUntil(lambda: note_of(page).sentence.accessibleName() == SENTENCE)
    note_of(page).sentence.click()
    panel = opened(qtbot, page)
    for words in ("they leave with an idea", "it is about safety"):
        seen = [each.text() for each in panel.findChildren(Paragraph) if each.isVisible()]
        assert seen.count(words) == 1
    panel.close_panel()
    page.doings()["review"]()
    qtbot.waitUntil(lambda: any(each.isVisible() for each in page.findChildren(LookBack)))
    seen = [each.text() for each in page.findChildren(Paragraph) if each.isVisible()]
    assert seen.count("they leave with an idea") == 1


def test_the_one_that_waits_begins_when_the_other_is_answered(qtbot: QtBot, session: Session, open_today: Open) -> None:
    keep(qtbot, session, running(), experiment("leave it shut", begun_on=ago(-6)))
    page = open_today()
    qtbot.waitUntil(lambda: note_of(page).sentence.accessibleName() == SENTENCE)
    note_of(page).sentence.click()
    QTest.keyClick(visible(opened(qtbot, page), "It worked"), Key.Key_Space)
    expected = "When someone brings me a problem, I will leave it shut."
    qtbot.waitUntil(lambda: note_of(page).sentence.accessibleName() == expected)
    saved(qtbot, page)
    assert [(each.begun_on, each.outcome) for each in kept(qtbot, session)] == [
        (TODAY, None),
        (ago(9), Finding.WORKED),
    ]


def test_one_is_begun_in_a_panel_and_saved_as_it_is_typed(qtbot: QtBot, session: Session, open_today: Open) -> None:
    page = open_today()
    qtbot.waitUntil(lambda: is_seen(page, "Begin a trust experiment"))
    visible(page, "Begin a trust experiment").setFocus()
    QTest.keyClick(visible(page, "Begin a trust experiment"), Key.Key_Return)
    panel = opened(qtbot, page)
    assert QApplication.focusWidget() is visible(panel, "When")
    assert not is_seen(panel, "Move to the trash")
    type_into(panel, "When", "a draft lands")
    type_into(panel, "I will", "leave it shut")
    qtbot.waitUntil(lambda: page.is_settled)
    (found,) = kept(qtbot, session)
    assert (found.when, found.will, found.begun_on) == ("a draft lands", "leave it shut", TODAY)
    assert is_seen(panel, "Move to the trash"), "the panel stays where it is"
    type_into(panel, "I would stop if", "it hurts")
    saved(qtbot, page)
    assert kept(qtbot, session)[0].stop == "it hurts"
    QTest.keyClick(panel, Key.Key_Escape)
    expected = "When a draft lands, I will leave it shut."
    qtbot.waitUntil(lambda: note_of(page).sentence.accessibleName() == expected)
    assert QApplication.focusWidget() is note_of(page).way_in


def test_its_words_can_be_changed(qtbot: QtBot, session: Session, open_today: Open) -> None:
    given = running()
    keep(qtbot, session, given)
    page = open_today()
    page.go_to(Reference(page=TODAY_PAGE, id=given.id))
    panel = opened(qtbot, page)
    press(panel, "Change its words")
    type_into(panel, "I would stop if", "it hurts")
    saved(qtbot, page)
    (found,) = kept(qtbot, session)
    assert (found.stop, found.begun_on, found.will) == ("it hurts", given.begun_on, given.will)


def test_it_can_be_kept_out_of_what_is_exported(qtbot: QtBot, session: Session, open_today: Open) -> None:
    given = running()
    keep(qtbot, session, given)
    page = open_today()
    page.go_to(Reference(page=TODAY_PAGE, id=given.id))
    panel = opened(qtbot, page)
    assert not panel.private.isChecked()
    panel.private.click()
    saved(qtbot, page)
    (found,) = kept(qtbot, session)
    assert found.private
    page.go_to(Reference(page=TODAY_PAGE, id=given.id))
    qtbot.waitUntil(lambda: opened(qtbot, page).private.isChecked())


def test_it_goes_to_the_trash_and_comes_back(qtbot: QtBot, session: Session, open_today: Open) -> None:
    given = running()
    keep(qtbot, session, given)
    page = open_today()
    page.go_to(Reference(page=TODAY_PAGE, id=given.id))
    panel = opened(qtbot, page)
    with qtbot.waitSignal(page.said) as told:
        press(panel, "Move to the trash")
    assert kept(qtbot, session) == []
    told.args[1]()
    assert [each.id for each in kept(qtbot, session)] == [given.id]
    qtbot.waitUntil(lambda: note_of(page).sentence.accessibleName() == SENTENCE)


def test_what_is_typed_while_a_save_is_under_way_goes_to_the_trash_too(qtbot: QtBot, session: Session) -> None:
    experiments, given, deleted = Experiments(session), running(), list[None]()
    experiments.keep(given)
    experiments.autosave.flush()
    experiments.keep(replace(given, sign="they ask less"))
    experiments.delete(given.id, lambda: deleted.append(None))
    qtbot.waitUntil(lambda: bool(deleted) and experiments.autosave.is_settled)
    assert kept(qtbot, session) == []
    experiments.restore(given.id, lambda: deleted.append(None))
    qtbot.waitUntil(lambda: len(deleted) == 2)
    assert [each.sign for each in kept(qtbot, session)] == ["they ask less"]


def test_what_could_not_be_put_away_keeps_what_was_typed(qtbot: QtBot, session: Session) -> None:
    experiments, given = Experiments(session), running()
    ask_for = "CREATE TRIGGER experiment_stays BEFORE UPDATE ON experiment BEGIN SELECT RAISE(ABORT, 'no'); END"
    keep(qtbot, session, given)
    done: list[object] = []
    session.write(session, Change(EXPERIMENT), lambda it: it.vault.connection.exec_driver_sql(ask_for), done.append)
    qtbot.waitUntil(lambda: bool(done))
    experiments.keep(replace(given, sign="they ask less"))
    with qtbot.waitSignal(session.faulted):
        experiments.delete(given.id, lambda: None)
    done.clear()
    ask_for = "DROP TRIGGER experiment_stays"
    session.write(session, Change(EXPERIMENT), lambda it: it.vault.connection.exec_driver_sql(ask_for), done.append)
    qtbot.waitUntil(lambda: bool(done))
    experiments.autosave.flush()
    qtbot.waitUntil(lambda: experiments.autosave.is_settled)
    assert [each.sign for each in kept(qtbot, session)] == ["they ask less"]


def test_one_that_has_ended_can_be_read_again(qtbot: QtBot, session: Session, open_today: Open) -> None:
    ended = replace(running("look away"), outcome=Finding.WORKED, outcome_note="It did.", closed_on=ago(20))
    keep(qtbot, session, ended)
    page = open_today()
    page.go_to(Reference(page=TODAY_PAGE, id=ended.id))
    panel = opened(qtbot, page)
    assert visible(panel, "One line about what you saw").property("text") == "It did."
    qtbot.waitUntil(lambda: note_of(page).way_in.words() == "Begin a trust experiment")


def test_what_is_typed_into_the_line_is_saved_while_the_typing_goes_on(
    qtbot: QtBot, session: Session, open_today: Open
) -> None:
    given = running()
    keep(qtbot, session, given)
    page = open_today()
    page.go_to(Reference(page=TODAY_PAGE, id=given.id))
    panel = opened(qtbot, page)
    words = ""
    for _ in range(14):  # a key every 200 ms: there is never a pause
        type_into(panel, "One line about what you saw", "a")
        words += "a"
        qtbot.wait(200)
    (found,) = ask(qtbot, session, lambda journal: [journal.experiments.get(given.id)])
    assert len(found.outcome_note) >= len(words) - 10


@pytest.mark.parametrize("width", [964, 1152])
def test_the_panel_opens_inside_the_window(qtbot: QtBot, session: Session, open_today: Open, width: int) -> None:
    keep(qtbot, session, running(sign="they leave with an idea", stop="it is about safety"))
    page = open_today([reflection("x", ago(12), pull=5)])
    page.resize(width, 668)
    if width == 964:
        qtbot.waitUntil(lambda: any(is_strip(each) for each in page.findChildren(QWidget)))
        press(page, "Trust experiment, Day 10 of 14")
    else:
        qtbot.waitUntil(lambda: note_of(page).sentence.isVisible())
        note_of(page).sentence.click()
    panel = opened(qtbot, page)
    assert page.window().rect().contains(panel.geometry())
    inside = [each for each in panel.findChildren(QWidget) if each.isVisible() and each.parentWidget() is panel]
    assert all(panel.rect().contains(each.geometry()) for each in inside)
    assert {"they leave with an idea", "it is about safety"} <= {each.text() for each in panel.findChildren(Paragraph)}


@pytest.mark.parametrize("width", [964, 1152])
def test_the_panel_of_a_new_one_has_room_for_every_field(session: Session, open_today: Open, width: int) -> None:
    page = open_today([])
    page.resize(width, 668)
    panel = ExperimentPanel(page, session, Experiments(session, page))
    panel.open_new(page)
    QApplication.processEvents()
    parts = [each for each in panel.findChildren(QWidget) if each.isVisible()]
    assert [each for each in parts if each.height() < each.minimumSizeHint().height()] == []
    assert page.rect().contains(panel.geometry())


def is_seen(holder: QWidget, name: str) -> bool:
    return any(each.accessibleName() == name and each.isVisible() for each in holder.findChildren(QWidget))


def is_strip(widget: QWidget) -> bool:
    return widget.isVisible() and widget.accessibleName() == "Trust experiment, Day 10 of 14"
