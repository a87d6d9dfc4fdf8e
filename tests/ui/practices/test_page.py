"""The practices: chosen, decided, edited where they stand, put away; and what they put on an agenda."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.journal import Journal
from app.practices.model import Decision, Practice, Reading
from tests.app.practices.making import checklist, practice, reaction, run, steps
from tests.app.reflections.journals import NOW, TODAY
from tests.ui.practices.conftest import PageOf, add
from tests.ui.practices.keys import focused, heard, named, press, tab_to
from tests.ui.sessions import ask
from tests.ui.test_names import nameless
from ui.practices.page import PracticesPage
from ui.practices.practice_row import PracticeRow
from ui.practices.spans import Spans
from ui.reference import Reference
from ui.session import Change

Key = Qt.Key
DISTRUST, MIXED, CARE = Reading.DISTRUST, Reading.MIXED, Reading.CARE
MINUTE = timedelta(minutes=1)


def practices() -> list[Practice]:
    return [
        practice("Second pair of eyes", rhythm="Before it leaves", serves="Customers", created_at=NOW),
        practice(
            "Copy me on mail",
            reactions=(reaction("Priya", DISTRUST, "You read along."), reaction("Ravi", MIXED)),
            created_at=NOW + MINUTE,
        ),
        practice("Debrief", created_at=NOW + 2 * MINUTE),
    ]


def kept(qtbot: QtBot, page: PracticesPage, id: str) -> Practice:
    return ask(qtbot, page.session, lambda journal: journal.practices.get(id))


def listed(page: PracticesPage) -> list[str]:
    return [each.name for each in page.practices.shown]


def topics(qtbot: QtBot, page: PracticesPage, about: str) -> list[str]:
    return ask(qtbot, page.session, lambda journal: sorted(each.person for each in journal.topics.where(about=about)))


def row_of(page: PracticesPage, given: Practice) -> PracticeRow:
    return page.list_pane.list.rows[given.id]


def test_the_first_is_chosen_and_arrow_keys_choose_others(page_of: PageOf) -> None:
    given = practices()
    page = page_of(given)
    page.focus_start()
    assert focused() is row_of(page, given[0])
    assert row_of(page, given[1]).accessibleName() == "Copy me on mail, Mixed, “You read along.” Priya"
    press(Key.Key_Down)
    assert page.practices.practice == given[1]
    assert focused() is row_of(page, given[1])
    press(Key.Key_Up, 2)
    assert page.practices.practice == given[0]


def test_a_decision_is_kept_raises_topics_and_can_be_undone(qtbot: QtBot, page_of: PageOf) -> None:
    given = practices()
    page = page_of(given)
    said = heard(page)
    page.practices.choose(given[1].id)
    row_of(page, given[1]).setFocus()
    press(Key.Key_Tab)  # into the decision of the chosen row
    press(Key.Key_Right)
    qtbot.waitUntil(lambda: bool(said))
    text, undo = said[0]
    assert text == "Loosen. A topic for the next one-on-one with Priya and Ravi"
    assert kept(qtbot, page, given[1].id).decision is Decision.LOOSEN
    assert topics(qtbot, page, given[1].id) == ["Priya", "Ravi"]
    undo()
    assert kept(qtbot, page, given[1].id).decision is None
    assert topics(qtbot, page, given[1].id) == []
    qtbot.waitUntil(lambda: row_of(page, given[1]).decision.key() == "")


def test_only_the_chosen_row_stops_tab(page_of: PageOf) -> None:
    given = practices()
    page = page_of(given)
    page.list_pane.add.setFocus()
    press(Key.Key_Tab)  # from the head, which was there long before the rows
    seen = []
    for _ in range(4):
        seen.append(focused())
        press(Key.Key_Tab)
    rows = [each for each in seen if isinstance(each, PracticeRow)]
    assert seen[0] in rows
    assert rows == [row_of(page, given[0])]
    assert not any(row_of(page, each).isAncestorOf(widget) for each in given[1:] for widget in seen)


def test_a_practice_is_written_by_keyboard_alone(qtbot: QtBot, page_of: PageOf) -> None:
    page = page_of(practices())
    said = heard(page)
    page.doings()["add-practice"]()
    assert named("Name")(focused())
    QTest.keyClicks(focused(), "Weekly report")
    press(Key.Key_Return)
    QTest.keyClicks(focused(), "On Fridays")
    press(Key.Key_Return)
    QTest.keyClicks(focused(), "The board")
    tab_to(named("Add how it reads"))
    press(Key.Key_Space)
    assert named("Who said it")(focused())
    press(Key.Key_Space)
    qtbot.waitUntil(lambda: named("Find or add a name")(focused()))
    QTest.keyClicks(focused(), "Aiko")
    press(Key.Key_Return)
    assert named("Who said it")(focused())
    press(Key.Key_Tab)
    press(Key.Key_Left)  # from not asked to distrust
    tab_to(named("In their words"))
    QTest.keyClicks(focused(), "It reads like a test.")
    press(Key.Key_Tab, 2)  # past the button that adds another
    assert named("Keep")(focused())
    page.doings()["finish"]()
    qtbot.waitUntil(lambda: page.is_settled and bool(said) and bool(page.shelf.practices[-1].reactions))
    assert listed(page)[-1:] == ["Weekly report"]
    made = page.shelf.practices[-1]
    assert (made.rhythm, made.serves) == ("On Fridays", "The board")
    (added,) = made.reactions
    assert (added.person, added.reading, added.words) == ("Aiko", DISTRUST, "It reads like a test.")
    assert page.practices.id == made.id
    assert topics(qtbot, page, made.id) == ["Aiko"]
    assert said[0][0] == "A topic for the next one-on-one with Aiko"
    said[0][1]()
    assert topics(qtbot, page, made.id) == []


def test_what_is_typed_is_kept_while_another_is_chosen(qtbot: QtBot, page_of: PageOf) -> None:
    given = practices()
    page = page_of(given)
    page.practices.edit()
    editor = page.list_pane.list.editor
    assert editor is not None
    assert editor.isVisible()
    assert not row_of(page, given[0]).isVisible()
    QTest.keyClicks(editor.name, ", always")
    page.practices.choose(given[2].id)
    assert not page.practices.is_editing
    assert kept(qtbot, page, given[0].id).name == "Second pair of eyes, always"
    qtbot.waitUntil(lambda: row_of(page, given[0]).accessibleName().startswith("Second pair of eyes, always"))


def test_leaving_the_page_saves_what_is_typed(qtbot: QtBot, page_of: PageOf) -> None:
    given = practices()
    page = page_of(given)
    page.practices.edit()
    editor = page.list_pane.list.editor
    assert editor is not None
    editor.serves.setText("")
    QTest.keyClicks(editor.serves, "Everybody")
    assert not page.is_settled
    page.flush()
    assert kept(qtbot, page, given[0].id).serves == "Everybody"
    qtbot.waitUntil(lambda: page.is_settled)


def test_a_new_one_without_a_word_is_not_kept(qtbot: QtBot, page_of: PageOf) -> None:
    page = page_of(practices())
    page.practices.begin()
    press(Key.Key_Escape)
    assert listed(page) == ["Second pair of eyes", "Copy me on mail", "Debrief"]
    assert ask(qtbot, page.session, lambda journal: journal.practices.count()) == (3, 0)


def test_it_goes_to_the_trash_and_comes_back(qtbot: QtBot, page_of: PageOf) -> None:
    given = practices()
    page = page_of(given)
    said = heard(page)
    page.practices.choose(given[1].id)
    row_of(page, given[1]).setFocus()
    press(Key.Key_Delete)
    qtbot.waitUntil(lambda: listed(page) == ["Second pair of eyes", "Debrief"] and bool(said))
    assert page.practices.practice == given[2]
    assert focused() is row_of(page, given[2])
    said[0][1]()
    qtbot.waitUntil(lambda: page.practices.id == given[1].id)
    assert listed(page) == ["Second pair of eyes", "Copy me on mail", "Debrief"]


def test_what_is_put_away_while_it_is_edited_is_gone(qtbot: QtBot, page_of: PageOf) -> None:
    given = practices()
    page = page_of(given)
    said = heard(page)
    page.practices.edit()
    editor = page.list_pane.list.editor
    assert editor is not None
    QTest.keyClicks(editor.name, ", always")
    editor.put_away.click()
    qtbot.waitUntil(lambda: bool(said) and listed(page) == ["Copy me on mail", "Debrief"])
    said[0][1]()
    qtbot.waitUntil(lambda: listed(page)[:1] == ["Second pair of eyes, always"])


def test_a_day_that_has_come_is_marked_and_days_to_come_are_told_below(page_of: PageOf) -> None:
    first, second, third = practices()
    given = [replace(first, look_again_on=TODAY), second, replace(third, look_again_on=TODAY + timedelta(days=40000))]
    page = page_of(given)
    assert "To be looked at again since 10 March" in row_of(page, given[0]).accessibleName()
    assert "looked at again" not in row_of(page, given[2]).accessibleName()
    assert "“Debrief” is looked at again on" in page.list_pane.note.text()


@pytest.mark.parametrize("width", [1152, 964, 700])
def test_nothing_of_a_practice_is_cut(page_of: PageOf, width: int) -> None:
    words = "Customers, and whoever wrote it, and all who come after them"
    said = (reaction("Priya", DISTRUST, words),)
    page = page_of([practice(words, rhythm=words, serves=words, reactions=said, decision_note=words), *practices()])
    page.resize(width, 668)
    for _ in range(3):
        QApplication.processEvents()
    spans = [each for each in page.list_pane.list.findChildren(Spans) if each.isVisible()]
    assert len(spans) > 6
    assert [each.text() for each in spans if each.height() < each.heightForWidth(each.width())] == []


def test_what_somebody_else_changes_is_shown(qtbot: QtBot, page_of: PageOf) -> None:
    given = practices()
    page = page_of(given)

    def rename(journal: Journal) -> None:
        journal.practices.save(replace(given[2], name="Debrief after each"), NOW)

    page.session.write(page.session, Change("practice"), rename, lambda _: None)
    qtbot.waitUntil(lambda: "Debrief after each" in listed(page))


def test_a_practice_a_checklist_and_a_run_can_be_gone_to(qtbot: QtBot, page_of: PageOf) -> None:
    kept_list = checklist(steps("a", "b"))
    going_on = run(kept_list)
    given = practices()
    page = page_of([*given, kept_list, going_on])
    page.go_to(Reference("practices", given[2].id))
    assert page.practices.practice == given[2]
    later = practice("Report")
    add(qtbot, page.session, [later])  # nobody has told the page
    page.go_to(Reference("practices", later.id))
    page.refresh()
    qtbot.waitUntil(lambda: page.practices.practice == later)
    page.go_to(Reference("practices", kept_list.id))
    assert page.checklists.id == kept_list.id
    page.go_to(Reference("practices", going_on.id))
    assert page.checklists.runs.run == going_on
    page.focus_start()
    assert page.pane.isAncestorOf(focused()), "the run that is meant"
    page.focus_start()
    assert page.list_pane.isAncestorOf(focused()), "another visit begins where it always does"


def test_nothing_yet_says_how_to_begin(qtbot: QtBot, page_of: PageOf) -> None:
    page = page_of([])
    assert page.nothing.isVisible()
    assert nameless(page) == []
    page.focus_start()
    assert focused() is page.nothing.begin
    press(Key.Key_Return)
    assert not page.nothing.isVisible()
    assert named("Name")(focused())
    press(Key.Key_Escape)
    assert page.nothing.isVisible()


def test_everything_that_takes_the_keyboard_has_a_name(qtbot: QtBot, page_of: PageOf) -> None:
    kept_list = checklist(steps("a", "b"), steps("a", "c"))
    page = page_of([*practices(), kept_list, run(kept_list)])
    page.practices.edit()
    assert nameless(page) == []
    page.checklists.show(kept_list.id)
    assert nameless(page) == []
    page.checklists.edit()
    assert nameless(page) == []
    page.checklists.begin_run()
    assert nameless(page) == []
    page.checklists.show(kept_list.id)
    page.compare()
    assert nameless(page) == []


def test_where_there_is_little_room_the_checklist_lies_over_the_practices(page_of: PageOf) -> None:
    kept_list = checklist(steps("a"))
    first, *others = practices()
    page = page_of([replace(first, checklist=kept_list.id), *others, kept_list])
    page.resize(700, 600)
    QApplication.processEvents()
    assert page.list_pane.isVisible()
    assert not page.pane.isVisible()
    row_of(page, first).checklist.click()
    assert page.pane.isVisible()
    assert not page.list_pane.isVisible()
    press(Key.Key_Escape)
    assert page.list_pane.isVisible()
    page.resize(1152, 828)
    QApplication.processEvents()
    assert page.list_pane.isVisible()
    assert page.pane.isVisible()
