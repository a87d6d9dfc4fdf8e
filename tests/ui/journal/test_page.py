"""The journal page: finding, reading, changing, deleting."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import partial

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.reflections.model import Filter, Pillar, Reflection
from app.settings import Look
from tests.app.reflections.journals import NOW, reflection
from tests.ui.journal.conftest import PageOf
from tests.ui.journal.entries import NEWEST, entries, full_entry
from tests.ui.sessions import ask
from ui.journal.browser import Browser
from ui.journal.entries import HEADING, in_words
from ui.journal.page import JournalPage
from ui.journal.reading_text import ReadingText
from ui.reference import Reference
from ui.session import REFLECTION, Change
from ui.theme import appearance
from ui.widgets.choices import Radio
from ui.widgets.labels import Label, Paragraph


def shows(page: JournalPage, given: Reflection) -> Callable[[], bool]:
    def is_shown() -> bool:
        current = page.list_pane.list.currentIndex()
        in_list = current.isValid() and current.data(HEADING).id == given.id
        return in_list and page.draft.reflection.id == given.id

    return is_shown


def kept(qtbot: QtBot, page: JournalPage, given: Reflection) -> Reflection:
    return ask(qtbot, page.session, lambda journal: journal.reflections.get(given.id))


def ignore(_: object) -> None:
    pass


def press(page: JournalPage, key: Qt.Key) -> None:
    QTest.keyClick(page.list_pane.list, key)


def words_of(page: JournalPage) -> list[str]:
    QApplication.processEvents()
    return [each.text() for each in page.reader.view.findChildren(ReadingText) if not each.isHidden()]


def test_the_newest_is_shown_at_first(page_of: PageOf) -> None:
    given = entries(3)
    page = page_of(given)
    assert shows(page, given[0])()
    assert words_of(page) == ["Entry 0."]


def test_all_of_an_entry_is_shown(page_of: PageOf) -> None:
    page = page_of([full_entry()])
    assert words_of(page) == [
        "I opened his file just to look.",
        "Me, standing next to it.\n\nJonas noticed.",
    ]
    labels = {each.text() for each in page.findChildren(Label) if each.isVisible()}
    assert {"Jonas", "Pull 8, redo", "Partly", "writing, silence"} <= labels
    assert "Planned with Tomás" in everything_said(page)
    assert "When I want to open the draft, I will write the worry here first" in everything_said(page)
    assert any(each.endswith("17:51") for each in labels)
    assert any(each.startswith("Friday, 27 February") for each in labels)


def everything_said(page: JournalPage) -> str:
    return " ".join(each.text() for each in page.findChildren(Paragraph))


def test_arrow_keys_walk_the_list(qtbot: QtBot, page_of: PageOf) -> None:
    given = entries(5)
    page = page_of(given)
    page.focus_start()
    press(page, Qt.Key.Key_Down)
    press(page, Qt.Key.Key_Down)
    qtbot.waitUntil(shows(page, given[2]))
    page.doings()["previous"]()
    qtbot.waitUntil(shows(page, given[1]))


def test_the_ends_of_a_long_list_are_one_key_away(qtbot: QtBot, page_of: PageOf) -> None:
    given = entries(1500)
    page = page_of(given)
    press(page, Qt.Key.Key_End)
    qtbot.waitUntil(shows(page, given[-1]))
    assert page.browser.number == 1
    assert len(page.browser.entries.headings) < 1500
    press(page, Qt.Key.Key_Home)
    qtbot.waitUntil(shows(page, given[0]))
    assert page.browser.number == 1500


def test_rows_come_as_one_scrolls(qtbot: QtBot, page_of: PageOf) -> None:
    page = page_of(entries(500))
    assert len(page.browser.entries.headings) == 100
    bar = page.list_pane.list.verticalScrollBar()
    bar.setValue(bar.maximum())
    qtbot.waitUntil(lambda: len(page.browser.entries.headings) == 300)


def is_other(browser: Browser, at: int, id: str) -> bool:
    return browser.entries.headings[at].id != id


def test_only_so_many_rows_are_held_however_far_one_scrolls(qtbot: QtBot, page_of: PageOf) -> None:
    given = entries(3000)
    page = page_of(given)
    browser, view = page.browser, page.list_pane.list
    bar = view.verticalScrollBar()
    while browser.entries.headings[-1].id != given[-1].id:
        last = browser.entries.headings[-1].id
        bar.setValue(bar.maximum())
        top = view.indexAt(view.viewport().rect().topLeft()).data(HEADING).id
        qtbot.waitUntil(partial(is_other, browser, -1, last))
        assert view.indexAt(view.viewport().rect().topLeft()).data(HEADING).id == top
        assert len(browser.entries.headings) <= 1000
    assert browser.number == 3000
    assert page.draft.reflection.id == given[0].id
    while browser.entries.headings[0].id != given[0].id:
        first = browser.entries.headings[0].id
        bar.setValue(0)
        qtbot.waitUntil(partial(is_other, browser, 0, first))
    assert [each.id for each in browser.entries.headings] == [
        each.id for each in given[: len(browser.entries.headings)]
    ]
    page.doings()["next"]()
    qtbot.waitUntil(shows(page, given[1]))


def test_a_record_thousands_of_rows_down_is_gone_to(qtbot: QtBot, page_of: PageOf) -> None:
    given = entries(3000)
    page = page_of(given)
    page.go_to(Reference(page="journal", id=given[2500].id))
    qtbot.waitUntil(shows(page, given[2500]))
    assert page.browser.number == 500
    assert len(page.browser.entries.headings) < 1000


def test_what_is_read_stays_where_it_is_when_newer_rows_come(qtbot: QtBot, page_of: PageOf) -> None:
    given = entries(600)
    page = page_of(given)
    page.go_to(Reference(page="journal", id=given[400].id))
    qtbot.waitUntil(shows(page, given[400]))
    view = page.list_pane.list
    before = len(page.browser.entries.headings)
    view.verticalScrollBar().setValue(30)
    top = view.indexAt(view.viewport().rect().topLeft())
    id, at = top.data(HEADING).id, view.visualRect(top).top()
    qtbot.waitUntil(lambda: len(page.browser.entries.headings) > before)
    row = page.browser.entries.index(page.browser.entries.row_of(id))
    assert view.visualRect(row).top() == at


def test_a_day_is_gone_to(qtbot: QtBot, page_of: PageOf) -> None:
    given = entries(300)
    page = page_of(given)
    page.go_to(Reference(page="journal", day=NEWEST - timedelta(days=451)))
    qtbot.waitUntil(shows(page, given[151]))


def test_going_to_what_the_filter_leaves_out_drops_the_filter(qtbot: QtBot, page_of: PageOf) -> None:
    given = entries(20)
    page = page_of(given)
    page.browser.filter_by(Filter(tag="even"))
    qtbot.waitUntil(lambda: page.browser.total == 10)
    page.go_to(Reference(page="journal", id=given[3].id))
    qtbot.waitUntil(shows(page, given[3]))
    assert page.browser.wanted == Filter()


def test_a_filter_is_chosen_by_keyboard(qtbot: QtBot, page_of: PageOf) -> None:
    page = page_of(entries(20))
    filters = page.list_pane.filters
    QTest.keyClick(filters.pillar, Qt.Key.Key_Space)
    chosen = next(each for each in page.window().findChildren(Radio) if each.text() == "Trust")
    QTest.keyClick(chosen, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: page.browser.total == 7)
    assert page.browser.wanted == Filter(pillar=Pillar.TRUST)
    assert filters.pillar.words() == "Trust"


def test_only_what_is_not_for_export(qtbot: QtBot, page_of: PageOf) -> None:
    page = page_of(entries(20))
    QTest.mouseClick(page.list_pane.filters.private, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.browser.total == 2)
    QTest.mouseClick(page.list_pane.filters.private, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.browser.total == 20)


def test_a_filter_that_nothing_fits_says_so(qtbot: QtBot, page_of: PageOf) -> None:
    page = page_of(entries(20))
    page.browser.filter_by(Filter(tag="absent"))
    qtbot.waitUntil(lambda: page.browser.total == 0)
    assert page.list_pane.nothing_found.isVisible()
    page.browser.filter_by(Filter())
    qtbot.waitUntil(lambda: page.browser.total == 20)
    assert page.list_pane.list.isVisible()


def test_an_empty_journal_shows_how_to_begin(qtbot: QtBot, page_of: PageOf) -> None:
    page = page_of([])
    qtbot.waitUntil(lambda: any(each.text() == "Nothing written yet" for each in page.findChildren(Label)))
    with qtbot.waitSignal(page.asked) as asked:
        page.reader.begin_asked.emit()
    assert asked.args == ["new"]


def test_an_entry_is_edited_in_place(qtbot: QtBot, page_of: PageOf) -> None:
    given = full_entry()
    page = page_of([given])
    page.doings()["edit"]()
    editor = page.reader.editor
    assert editor is not None
    QTest.keyClicks(editor.text, " More.")
    page.doings()["finish"]()
    assert words_of(page)[1].endswith("Jonas noticed. More.")
    qtbot.waitUntil(lambda: page.is_settled)
    found = kept(qtbot, page, given)
    assert found.content.text == "Me, standing next to it.\n\nJonas noticed. More."
    assert found.commitments == given.commitments


def test_opening_and_leaving_the_fields_changes_nothing(qtbot: QtBot, page_of: PageOf) -> None:
    given = full_entry()
    page = page_of([given])
    page.doings()["edit"]()
    editor = page.reader.editor
    assert editor is not None
    QTest.keyClick(editor.text, Qt.Key.Key_Escape)
    assert not page.reader.is_editing
    assert page.is_settled
    assert kept(qtbot, page, given) == given


def test_another_day_moves_the_entry_in_the_list(qtbot: QtBot, page_of: PageOf) -> None:
    given = entries(30)
    page = page_of(given)
    page.doings()["edit"]()
    page.draft.edit(date=NEWEST - timedelta(days=40))
    page.reader.finish()
    qtbot.waitUntil(lambda: page.browser.entries.row_of(given[0].id) == 13)
    assert shows(page, given[0])()


def test_selecting_another_saves_what_was_typed(qtbot: QtBot, page_of: PageOf) -> None:
    given = entries(3)
    page = page_of(given)
    page.doings()["edit"]()
    editor = page.reader.editor
    assert editor is not None
    QTest.keyClicks(editor.text, " Typed.")
    press(page, Qt.Key.Key_Down)
    qtbot.waitUntil(shows(page, given[1]))
    assert not page.reader.is_editing
    assert kept(qtbot, page, given[0]).content.text == "Entry 0. Typed."
    assert kept(qtbot, page, given[1]) == given[1]
    qtbot.waitUntil(lambda: page.browser.entries.headings[0].title == "Entry 0. Typed.")


def test_not_for_export_works_at_once(qtbot: QtBot, page_of: PageOf) -> None:
    given = entries(3)[1:]
    page = page_of(given)
    QTest.mouseClick(page.reader.view.private.toggle, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.is_settled)
    assert kept(qtbot, page, given[0]).content.private
    qtbot.waitUntil(lambda: page.browser.entries.headings[0].private)


@pytest.mark.parametrize(("at", "neighbour"), [(0, 1), (1, 2), (2, 1)])
def test_deleting_goes_to_the_neighbour_and_can_be_undone(
    qtbot: QtBot, page_of: PageOf, at: int, neighbour: int
) -> None:
    given = entries(3)
    page = page_of(given)
    page.go_to(Reference(page="journal", id=given[at].id))
    qtbot.waitUntil(shows(page, given[at]))
    with qtbot.waitSignal(page.said) as said:
        press(page, Qt.Key.Key_Delete)
    qtbot.waitUntil(shows(page, given[neighbour]))
    assert kept(qtbot, page, given[at]).deleted_at is not None
    assert page.browser.total == 2
    assert said.args is not None
    said.args[1]()
    qtbot.waitUntil(shows(page, given[at]))
    assert kept(qtbot, page, given[at]).deleted_at is None


def test_deleting_the_last_one_leaves_an_empty_journal(qtbot: QtBot, page_of: PageOf) -> None:
    page = page_of(entries(1))
    press(page, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: page.browser.total == 0 and page.browser.id is None)
    assert page.doings() == {}


def test_what_somebody_else_writes_appears(qtbot: QtBot, page_of: PageOf) -> None:
    given = entries(3)
    page = page_of(given)
    other = QObject()
    new = reflection("Written on Today.", NEWEST + timedelta(days=1))
    page.session.write(other, Change(REFLECTION, new.id), lambda journal: journal.reflections.save(new, NOW), ignore)
    qtbot.waitUntil(lambda: page.browser.total == 4)
    assert page.browser.entries.headings[0].id == new.id
    assert shows(page, given[0])()


def test_what_somebody_else_deletes_goes(qtbot: QtBot, page_of: PageOf) -> None:
    given = entries(3)
    page = page_of(given)
    id = given[0].id
    other = QObject()
    page.session.write(other, Change(REFLECTION, id), lambda journal: journal.reflections.delete(id, NOW), ignore)
    qtbot.waitUntil(shows(page, given[1]))


def test_enter_reads_and_e_edits(page_of: PageOf) -> None:
    page = page_of(entries(3))
    press(page, Qt.Key.Key_Return)
    assert page.focusWidget() is page.reader.view.text
    press(page, Qt.Key.Key_E)
    assert page.reader.is_editing


HOSTILE = "<b>Bold</b> <img src=file:///etc/passwd> \\\\host\\share &amp;"


def test_what_was_typed_is_shown_as_typed(page_of: PageOf) -> None:
    given = reflection(HOSTILE, NEWEST, notice=HOSTILE, tags=(HOSTILE,), people=(HOSTILE,))
    page = page_of([given])
    assert words_of(page) == [HOSTILE, HOSTILE]
    assert page.list_pane.list.currentIndex().data() == in_words(page.browser.entries.headings[0])
    for each in page.findChildren(Label):
        assert each.textFormat() is Qt.TextFormat.PlainText


def test_a_row_is_said_in_one_sentence(page_of: PageOf) -> None:
    page = page_of([full_entry()])
    year = "" if date.today().year == 2026 else " 2026"  # noqa: DTZ011  the day on the wall
    said = page.list_pane.list.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == f"Friday, 27 February{year}. Me, standing next to it. Trust. Jonas. Pull 8"


@pytest.mark.parametrize("text_size", [100, 150])
@pytest.mark.parametrize("size", [(1152, 828), (964, 668)])
def test_nothing_is_wider_than_the_page(page_of: PageOf, size: tuple[int, int], text_size: int) -> None:
    appearance.apply(Look.LIGHT, text_size)
    entry = full_entry()
    earlier = replace(entry, content=replace(entry.content, date=date(2025, 9, 24)))  # whose year is said
    page = page_of([earlier])
    page.resize(*size)
    QApplication.processEvents()
    assert page.width() == size[0]
    page.doings()["edit"]()
    QApplication.processEvents()
    assert page.width() == size[0]
    assert page.reader.view.width() <= page.reader.width() - 64


def test_blame_is_noticed_while_an_entry_is_changed(qtbot: QtBot, page_of: PageOf) -> None:
    page = page_of([reflection("It was her fault.", NEWEST)])
    page.reader.edit()
    editor = page.reader.editor
    assert editor is not None
    height = editor.height()
    qtbot.waitUntil(lambda: editor.note.isVisible())
    assert editor.text.underlined() == ["It was her fault"]
    assert editor.text.text() == "It was her fault."
    assert abs(editor.height() - height) <= 4
    assert page.draft.is_settled
    with qtbot.waitSignal(page.said):
        editor.note.never.click()
    qtbot.waitUntil(lambda: editor.note.isHidden())
