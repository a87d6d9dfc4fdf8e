"""Checklists and their runs: steps changed as one version, compared, gone through, printed, put away together."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.practices.model import Checklist, Mark, Run, Step, Version
from tests.app.practices.making import checklist, practice, run, steps
from tests.app.reflections.journals import TODAY
from tests.ui.practices.conftest import PageOf
from tests.ui.practices.keys import focused, heard, named, press, tab_to
from tests.ui.sessions import ask
from ui import places
from ui.practices.checklists import Showing
from ui.practices.compare_sheet import CompareSheet
from ui.practices.page import PracticesPage
from ui.widgets.labels import Label
from ui.wording import day_name

Key = Qt.Key
DONE, OUT, NOT_YET = Mark.FILLED, Mark.LEFT_OUT, Mark.NOT_YET
OLD = TODAY - timedelta(days=30)


def monthly() -> Checklist:
    versions = (
        Version(date=OLD, steps=steps("Pull the numbers", "Send by noon")),
        Version(date=TODAY, reason="After the debrief", steps=steps("Pull the numbers", "Ask Nadia", "Send by noon")),
    )
    return checklist(versions=versions)


def opened(page_of: PageOf, kept: Checklist, *runs: Run) -> PracticesPage:
    return page_of([practice("Monthly", checklist=kept.id), kept, *runs])


def stored(qtbot: QtBot, page: PracticesPage, id: str) -> Checklist:
    return ask(qtbot, page.session, lambda journal: journal.checklists.get(id))


def runs_of(qtbot: QtBot, page: PracticesPage, of: Checklist) -> list[Run]:
    return ask(qtbot, page.session, lambda journal: journal.runs.where(checklist=of.id))


def shown(page: PracticesPage) -> list[str]:
    QApplication.processEvents()
    return [each.text() for each in page.pane.view.findChildren(Label) if each.isVisible()]


def test_the_checklist_of_the_chosen_practice_is_shown(page_of: PageOf) -> None:
    kept = monthly()
    page = opened(page_of, kept, run(kept, marks=(DONE, OUT, DONE), finished_on=TODAY))
    assert page.checklists.showing is Showing.READING
    said = shown(page)
    day = day_name(TODAY)  # with its year from the next one on
    assert {"Monthly report", "Pull the numbers", "Ask Nadia", "new in 2", f"After the debrief, {day}"} <= set(said)
    assert said.count("new in 2") == 1
    (row,) = page.pane.view.runs.rows
    assert row.accessibleName() == f"Run of {day}, Me, step 2 left out"


def test_an_earlier_version_can_be_looked_at(page_of: PageOf) -> None:
    page = opened(page_of, monthly())
    page.pane.view.version.setFocus()
    press(Key.Key_Return)
    press(Key.Key_Down)
    press(Key.Key_Space)
    assert page.checklists.version == 1
    assert "Ask Nadia" not in shown(page)


def test_steps_are_changed_by_keyboard_as_one_new_version(qtbot: QtBot, page_of: PageOf) -> None:
    kept = monthly()
    page = opened(page_of, kept)
    said = heard(page)
    page.focus_start()
    tab_to(lambda widget: widget is page.pane.view.edit)
    press(Key.Key_Return)
    fields = page.pane.editor.fields
    assert focused() is fields[0].words
    press(Key.Key_Return)  # the next has words, so a new one comes between
    QTest.keyClicks(focused(), "Freeze the date")
    page.flush()
    QTest.keyClicks(focused(), ", tell all")
    QTest.keyClick(focused(), Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    tab_to(named("Why it changes"))
    QTest.keyClicks(focused(), "Numbers moved")
    page.doings()["finish"]()
    qtbot.waitUntil(lambda: bool(said) and page.is_settled)
    changed = stored(qtbot, page, kept.id)
    assert changed.versions[:2] == kept.versions
    (newest,) = changed.versions[2:]
    assert newest.steps == steps("Pull the numbers", "Ask Nadia", "Freeze the date, tell all", "Send by noon")
    assert (newest.reason, newest.date) == ("Numbers moved", page.shelf.today)
    assert said[0][0] == "Version 3 is in force"
    said[0][1]()
    assert stored(qtbot, page, kept.id).versions == kept.versions


def test_nothing_changed_makes_no_version(qtbot: QtBot, page_of: PageOf) -> None:
    kept = monthly()
    page = opened(page_of, kept)
    page.checklists.edit()
    press(Key.Key_Escape)
    assert page.checklists.showing is Showing.READING
    assert stored(qtbot, page, kept.id).versions == kept.versions


def test_a_step_is_taken_away_and_given_second_eyes(qtbot: QtBot, page_of: PageOf) -> None:
    kept = monthly()
    page = opened(page_of, kept)
    page.checklists.edit()
    page.pane.editor.fields[1].words.selectAll()
    QTest.keyClick(page.pane.editor.fields[1].words, Key.Key_Backspace)
    QTest.keyClick(page.pane.editor.fields[1].words, Key.Key_Backspace)
    assert focused() is page.pane.editor.fields[0].words
    eyes = page.pane.editor.fields[0].eyes
    eyes.show_person("Nadia")
    eyes.chosen.emit()
    page.checklists.finish()
    newest = stored(qtbot, page, kept.id).versions[-1]
    assert newest.steps == (Step(text="Pull the numbers", second_eyes="Nadia"), Step(text="Send by noon"))


def test_five_to_nine_are_asked_for_and_never_forced(page_of: PageOf) -> None:
    page = opened(page_of, checklist(steps(*"abcdefghij")))
    page.checklists.edit()
    assert "More than nine" in page.pane.editor.hint.text()
    QTest.mouseClick(page.pane.editor.fields[0].remove, Qt.MouseButton.LeftButton)
    assert page.pane.editor.hint.text() == ""


def test_a_checklist_begun_for_a_practice_belongs_to_it(qtbot: QtBot, page_of: PageOf) -> None:
    given = practice("Monthly")
    page = page_of([given])
    page.focus_start()
    tab_to(named("Begin a checklist"))
    press(Key.Key_Return)
    QTest.keyClicks(focused(), "Monthly report")
    press(Key.Key_Return)
    QTest.keyClicks(focused(), "Pull the numbers")
    page.flush()
    page.doings()["finish"]()
    qtbot.waitUntil(lambda: page.checklists.showing is Showing.READING and len(page.shelf.checklists) == 1)
    (made,) = page.shelf.checklists
    assert (made.name, made.versions[0].steps) == ("Monthly report", steps("Pull the numbers"))
    assert ask(qtbot, page.session, lambda journal: journal.practices.get(given.id)).checklist == made.id
    assert page.checklists.id == made.id


def test_a_run_is_gone_through_by_keyboard(qtbot: QtBot, page_of: PageOf) -> None:
    kept = monthly()
    page = opened(page_of, kept)
    said = heard(page)
    assert page.pane.view.go_on.words() == "Begin a run"
    page.pane.view.go_on.setFocus()
    press(Key.Key_Return)
    assert focused() is page.pane.run.ticks[0].tick
    assert runs_of(qtbot, page, kept) == []  # nothing was done in it
    press(Key.Key_Space)
    press(Key.Key_Down)
    press(Key.Key_Delete)
    press(Key.Key_Down)
    press(Key.Key_Return)
    press(Key.Key_Return)  # not yet, after all
    assert page.pane.run.ticks[1].tick.accessibleDescription() == "left out"
    tab_to(named("A line about this run"))
    QTest.keyClicks(focused(), "Late by a day")
    page.flush()
    qtbot.waitUntil(lambda: page.is_settled)
    (going_on,) = runs_of(qtbot, page, kept)
    assert (going_on.marks, going_on.version, going_on.by) == ((DONE, OUT, NOT_YET), 2, None)
    tab_to(named("Finish the run"))
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: bool(said) and page.is_settled)
    (over,) = runs_of(qtbot, page, kept)
    assert (over.finished_on, over.note) == (page.shelf.today, "Late by a day")
    assert page.checklists.showing is Showing.READING
    said[0][1]()
    qtbot.waitUntil(lambda: page.pane.view.go_on.words().startswith("Continue the"))


def test_the_run_that_is_not_finished_is_gone_on_with(page_of: PageOf) -> None:
    kept = monthly()
    going_on = run(kept, version=1, by="Jonas", marks=(DONE, NOT_YET))
    page = opened(page_of, kept, going_on, run(kept, finished_on=TODAY))
    assert page.pane.view.go_on.words().startswith("Continue the March")
    page.doings()["run"]()
    assert page.checklists.runs.run == going_on
    assert [each.tick.isChecked() for each in page.pane.run.ticks] == [True, False]
    assert focused() is page.pane.run.ticks[1].tick
    press(Key.Key_Escape)
    assert page.checklists.showing is Showing.READING


def test_a_checklist_takes_its_runs_along_and_both_come_back(qtbot: QtBot, page_of: PageOf) -> None:
    kept = monthly()
    page = opened(page_of, kept, run(kept))
    said = heard(page)
    page.pane.view.edit.setFocus()
    page.doings()["delete"]()
    qtbot.waitUntil(lambda: bool(said))
    assert ask(qtbot, page.session, lambda journal: (journal.checklists.count(), journal.runs.count())) == (
        (0, 1),
        (0, 1),
    )
    assert page.checklists.showing is Showing.LIST
    said[0][1]()
    qtbot.waitUntil(lambda: page.checklists.showing is Showing.READING and len(page.pane.view.runs.rows) == 1)


def test_a_run_goes_to_the_trash_and_comes_back(qtbot: QtBot, page_of: PageOf) -> None:
    kept = monthly()
    going_on = run(kept, marks=(DONE, NOT_YET, NOT_YET))
    page = opened(page_of, kept, going_on)
    said = heard(page)
    page.checklists.open_run(going_on.id)
    page.pane.run.put_away.click()
    qtbot.waitUntil(lambda: bool(said) and page.pane.view.runs.rows == [])
    said[0][1]()
    qtbot.waitUntil(lambda: len(page.pane.view.runs.rows) == 1)


def test_versions_are_compared(page_of: PageOf) -> None:
    page = opened(page_of, monthly())
    page.pane.view.compare.click()
    sheet = page.findChild(CompareSheet)
    assert sheet is not None
    texts = {each.text() for each in sheet.findChildren(Label)}
    assert {"Added as step 2", "Ask Nadia", "2 steps are as they were."} <= texts
    press(Key.Key_Escape)
    assert not sheet.isVisible()


def test_it_is_saved_as_one_page(
    qtbot: QtBot, page_of: PageOf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = opened(page_of, replace(monthly(), owner="Aiko"))
    said = heard(page)
    monkeypatch.setattr(places, "save_file", lambda *_: tmp_path / "report")
    page.doings()["print"]()
    qtbot.waitUntil(lambda: bool(said) and page.is_settled)
    assert said[0][0] == "Saved as report.pdf"
    found = PdfReader(tmp_path / "report.pdf")
    assert len(found.pages) == 1
    words = found.pages[0].extract_text()
    assert "Ask Nadia" in words
    assert "debrief" not in words
    page.doings()["print"]()
    assert said[1][0].startswith("There is a file of that name already.")
