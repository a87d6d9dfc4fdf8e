"""The page of the pack: what is chosen left is what the pages right hold."""

from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from app.pack.contents import Section
from app.reflections.model import Reflection
from app.settings import Look
from tests.app.reflections.journals import plan, reflection
from tests.ui.coaching.conftest import Open, add, days_ago, wait_for_pages
from tests.ui.sessions import ask
from ui.coaching.page import CoachingPage
from ui.coaching.period import Period, Stretch
from ui.session import Session
from ui.theme import appearance
from ui.widgets.choices import Toggle
from ui.widgets.day_grid import DayButton


def some() -> list[Reflection]:
    return [
        reflection("Jonas noticed before I did.", days_ago(1), plan("the draft comes", "ask first"), people=("Jonas",)),
        reflection("I gave it back before lunch.", days_ago(0), people=("Priya Rao",)),
        reflection("Nobody else reads this.", days_ago(0), private=True),
        reflection("Long ago.", date(2019, 7, 3)),
    ]


def many(count: int = 40) -> list[Reflection]:
    return [reflection("A day. " * 120, days_ago(0), people=("Jonas",)) for _ in range(count)]


class _Windows(QObject):
    """Remembers what was shown as a window."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[QObject] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(watched)
        return False


def test_nothing_of_it_is_a_window_for_a_moment(qapp: QApplication, qtbot: QtBot, session: Session) -> None:
    windows = _Windows()
    qapp.installEventFilter(windows)
    page = CoachingPage(session)
    qapp.removeEventFilter(windows)
    qtbot.addWidget(page)
    assert windows.shown == []


def text(page: CoachingPage) -> str:
    """What the PDF says, its lines as one."""
    pages = page.presenter.shown.pages
    assert pages is not None
    return " ".join(" ".join(each.extract_text() for each in PdfReader(BytesIO(pages.pdf)).pages).split())


def switch(qtbot: QtBot, page: CoachingPage, section: Section) -> str:
    page.options.rows[section].toggle.click()
    wait_for_pages(qtbot, page)
    return text(page)


def test_the_pages_hold_the_period_and_nothing_private(open_page: Open) -> None:
    page = open_page(some())
    said = text(page)
    assert "J. noticed before I did." in said
    assert "When the draft comes, I will ask first" in said
    assert "Nobody else" not in said
    assert "Long ago" not in said


def test_sections_go_in_and_stay_out(qtbot: QtBot, open_page: Open) -> None:
    page = open_page(some())
    page.options.wish.text.insertPlainText("To plan the Überprüfung")
    assert "noticed" not in switch(qtbot, page, Section.REFLECTIONS)
    assert "Überprüfung" in text(page)
    assert "Überprüfung" not in switch(qtbot, page, Section.WISH)
    assert page.options.wish.isHidden()
    assert "ask first" not in switch(qtbot, page, Section.COMMITMENTS)
    assert "Überprüfung" in switch(qtbot, page, Section.WISH)


def test_counts_are_those_of_the_period_whatever_goes_in(qtbot: QtBot, open_page: Open) -> None:
    page = open_page(some())
    plans, reflections = page.options.rows[Section.COMMITMENTS].toggle, page.options.rows[Section.REFLECTIONS].toggle
    assert (plans.accessibleDescription(), reflections.accessibleDescription()) == ("1 plan", "2 reflections")
    assert page.options.left_out.text() == "Entries marked not for export stay out: 1"
    switch(qtbot, page, Section.REFLECTIONS)
    assert reflections.accessibleDescription() == "2 reflections"
    page.presenter.choose(stretch=Stretch.EVERYTHING)
    wait_for_pages(qtbot, page)
    assert reflections.accessibleDescription() == "3 reflections"


def test_entries_stay_out_one_by_one_with_their_plans(qtbot: QtBot, open_page: Open) -> None:
    page = open_page(some())
    options = page.options
    options.pick.setFocus()
    options.pick.click()
    qtbot.waitUntil(options.entries.isVisible)
    entries = options.entries.list
    said = [entries.model().index(row, 0).data() for row in range(entries.model().rowCount())]
    assert [each.split(". ", 1)[1] for each in said] == ["I gave it back before lunch.", "Jonas noticed before I did."]
    assert entries.hasFocus()
    QTest.keyClick(entries, Qt.Key.Key_Down)
    QTest.keyClick(entries, Qt.Key.Key_Space)
    wait_for_pages(qtbot, page)
    assert "noticed" not in text(page)
    assert "ask first" not in text(page)
    assert "before lunch" in text(page)
    assert entries.model().index(1, 0).data().endswith("Stays out")
    assert entries.model().index(1, 0).data(Qt.ItemDataRole.CheckStateRole) is Qt.CheckState.Unchecked
    plans, reflections = options.rows[Section.COMMITMENTS].toggle, options.rows[Section.REFLECTIONS].toggle
    assert plans.accessibleDescription() == "0 of 1 chosen"
    assert reflections.accessibleDescription() == "1 of 2 chosen"
    QTest.mouseClick(
        entries.viewport(), Qt.MouseButton.LeftButton, pos=entries.visualRect(entries.model().index(0, 0)).center()
    )
    wait_for_pages(qtbot, page)
    assert page.presenter.shown.pages is None
    assert reflections.accessibleDescription() == "0 of 2 chosen"
    assert "stays out" in page.preview.sentence.text()
    options.entries.all_in.click()
    wait_for_pages(qtbot, page)
    assert "noticed" in text(page)
    QTest.keyClick(entries, Qt.Key.Key_Escape)
    assert not options.entries.isVisible()
    assert options.pick.hasFocus()


def test_entries_that_come_late_open_over_nothing_else(qtbot: QtBot, open_page: Open) -> None:
    page = open_page(some())
    page.options.pick.click()
    page.options.hide()
    qtbot.waitUntil(lambda: bool(page.options.entries.list.model().rowCount()))
    assert not page.options.entries.isVisible()


def test_people_are_called_as_chosen(qtbot: QtBot, open_page: Open) -> None:
    page = open_page(some())
    assert "With P. R." in text(page)
    QTest.keyClick(chosen(page), Qt.Key.Key_Left)
    wait_for_pages(qtbot, page)
    assert "With Priya Rao" in text(page)
    QTest.keyClick(chosen(page), Qt.Key.Key_Left)
    wait_for_pages(qtbot, page)
    assert "Person A noticed" in text(page)


def chosen(page: CoachingPage) -> QWidget:
    return next(each for each in page.options.naming.findChildren(QRadioButton) if each.isChecked())


def test_the_file_is_said_before_it_is_saved(open_page: Open) -> None:
    page = open_page(some())
    pages = page.presenter.shown.pages
    assert pages is not None
    assert page.options.size_line.text() == f"1 page, about {round(len(pages.pdf) / 1000)} kB"


def test_only_the_newest_choice_is_answered(qtbot: QtBot, open_page: Open) -> None:
    page = open_page(some())
    answers: list[str] = []

    def note() -> None:
        if not page.presenter.shown.is_setting:
            answers.append(text(page))

    page.presenter.changed.connect(note)
    for naming in ("full", "aliases", "initials", "full", "aliases"):
        page.options.naming.chosen.emit(naming)
        assert page.presenter.shown.is_setting
        assert page.preview.state.text() == "Setting the pages"
        assert "J. noticed" in text(page)  # the old pages stay
    wait_for_pages(qtbot, page)
    assert ["Person A noticed" in each for each in answers] == [True]
    assert page.preview.state.text() == ""


def test_a_question_under_way_is_taken_back(qtbot: QtBot, open_page: Open) -> None:
    page = open_page(many())
    page.presenter.ask_again()
    qtbot.waitUntil(lambda: page.presenter._running is not None)
    page.presenter.choose(sections=frozenset({Section.WISH}))
    wait_for_pages(qtbot, page)
    assert page.preview.number.text() == "1 of 1"


def test_nothing_is_set_for_a_page_that_nobody_sees(qtbot: QtBot, open_page: Open, session: object) -> None:
    page = open_page(some())
    page.presenter.choose(stretch=Stretch.EVERYTHING)
    page.hide()
    add(qtbot, page.session, [reflection("Written meanwhile.", days_ago(0))])
    assert page.presenter.shown.is_setting
    assert not page.presenter._pause.isActive()
    page.show()
    wait_for_pages(qtbot, page)
    assert "Long ago" in text(page)
    assert "Written meanwhile" in text(page)


def test_what_changes_elsewhere_comes_in(qtbot: QtBot, open_page: Open) -> None:
    page = open_page(some())
    add(qtbot, page.session, [reflection("One more.", days_ago(0))])
    wait_for_pages(qtbot, page)
    assert "One more." in text(page)


def test_an_empty_period_is_said_in_place_of_the_page(qtbot: QtBot, open_page: Open) -> None:
    page = open_page(some()[2:])
    assert page.preview.sentence.isVisible()
    assert page.preview.sentence.text().startswith("Nothing was written in this period")
    assert not page.preview.sheet.isVisible()
    assert page.options.size_line.text() == ""
    page.presenter.choose(stretch=Stretch.EVERYTHING)
    wait_for_pages(qtbot, page)
    assert page.preview.sheet.isVisible()
    assert not page.preview.sentence.isVisible()


def test_a_typesetter_that_ends_is_said_and_tried_again(qtbot: QtBot, open_page: Open) -> None:
    page = open_page(some())
    page.presenter.ask_again()
    qtbot.waitUntil(lambda: page.presenter._running is not None and page.presenter._running._running is not None)
    running = page.presenter._running
    assert running is not None
    running.cancel()  # as if the system had ended it: nobody has asked anew
    wait_for_pages(qtbot, page)
    assert page.preview.sentence.text().startswith("The pages could not be set.")
    assert page.preview.again.isVisible()
    page.preview.again.click()
    wait_for_pages(qtbot, page)
    assert not page.preview.sentence.isVisible()
    assert "noticed" in text(page)


def test_an_empty_journal_has_a_calm_page(qtbot: QtBot, open_page: Open) -> None:
    page = open_page()
    page.presenter.choose(stretch=Stretch.EVERYTHING)
    wait_for_pages(qtbot, page)
    assert page.preview.sentence.isVisible()


def test_the_wish_is_kept_in_the_journal(qtbot: QtBot, open_page: Open) -> None:
    page = open_page(some())
    page.options.wish.text.insertPlainText("To plan the April report")
    assert not page.is_settled
    page.flush()
    kept = ask(qtbot, page.session, lambda journal: journal.preferences.get().wish)
    assert kept == "To plan the April report"
    qtbot.waitUntil(lambda: page.is_settled)
    assert page.options.wish.saved.text().startswith("Saved")
    again = CoachingPage(page.session)
    qtbot.addWidget(again)
    assert again.options.wish.text.text() == "To plan the April report"


def test_a_wish_that_cannot_be_saved_stays_and_is_tried_again(qtbot: QtBot, open_page: Open) -> None:
    page = open_page(some())
    page.presenter.write_wish("half a sign \ud800")
    page.flush()
    qtbot.waitUntil(lambda: page.options.wish.saved.text().startswith("Not saved"))
    assert not page.is_settled
    page.presenter.write_wish("whole")
    page.options.wish.saved.retried.emit()
    qtbot.waitUntil(lambda: page.is_settled)


def test_a_very_long_wish_scrolls_in_its_field(qtbot: QtBot, open_page: Open) -> None:
    page = open_page(some())
    page.options.wish.text.insertPlainText("I can hand work over now. " * 400)
    wait_for_pages(qtbot, page)
    assert page.options.wish.text.height() < 140
    pages = page.presenter.shown.pages
    assert pages is not None
    assert pages.count > 2


def test_hostile_names_are_only_names(qtbot: QtBot, open_page: Open) -> None:
    names = ('<b>Jo</b> #eval("x")', "$x^2$ \\ @ref", "日本 太郎", "\u202eabc", "A" * 300, "👩‍👩‍👧")
    given = [reflection(f"With {name}.", days_ago(0), plan("x", "y", name), people=(name,)) for name in names]
    page = open_page(given)
    page.options.naming.chosen.emit("full")
    wait_for_pages(qtbot, page)
    assert '<b>Jo</b> #eval("x")' in text(page)
    assert page.presenter.shown.refused is None


def test_pages_are_turned_by_keys_buttons_and_wheel(qtbot: QtBot, open_page: Open) -> None:
    page = open_page(many())
    sheet, pages = page.preview.sheet, page.presenter.shown.pages
    assert pages is not None
    last = len(pages.pngs)
    assert last > 4
    assert page.preview.number.text() == f"1 of {last}"
    for key, at in (
        (Qt.Key.Key_PageUp, 1),
        (Qt.Key.Key_PageDown, 2),
        (Qt.Key.Key_Right, 3),
        (Qt.Key.Key_Up, 2),
        (Qt.Key.Key_End, last),
        (Qt.Key.Key_Down, last),
        (Qt.Key.Key_Home, 1),
    ):
        QTest.keyClick(sheet, key)
        assert page.preview.number.text() == f"{at} of {last}"
        assert sheet.accessibleName() == f"Page {at} of {last}"
    page.preview.on.click()
    assert page.preview.page == 1
    for _ in range(3):
        roll(sheet, -60)
    assert page.preview.page == 2
    roll(sheet, 360)
    assert (page.preview.page, page.preview.back.isEnabled(), page.preview.on.isEnabled()) == (0, False, True)


def roll(sheet: QWidget, angle: int) -> None:
    at = QPointF(20, 20)
    event = QWheelEvent(
        at,
        sheet.mapToGlobal(at),
        QPoint(),
        QPoint(0, angle),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(sheet, event)


def test_the_page_that_is_seen_stays_where_there_is_one(qtbot: QtBot, open_page: Open) -> None:
    page = open_page(many())
    page.preview.turn(3)
    page.options.naming.chosen.emit("full")
    wait_for_pages(qtbot, page)
    assert page.preview.page == 3
    switch(qtbot, page, Section.REFLECTIONS)
    assert page.preview.number.text() == "1 of 1"


@pytest.mark.parametrize("size", [(1152, 828), (964, 668), (700, 1200)])
def test_the_page_is_drawn_dot_for_dot_and_lies_whole_on_the_desk(
    qtbot: QtBot, open_page: Open, size: tuple[int, int]
) -> None:
    page = open_page(some())
    page.resize(*size)
    qtbot.waitUntil(lambda: page.width() == size[0])
    wait_for_pages(qtbot, page)
    sheet, pages = page.preview.sheet, page.presenter.shown.pages
    assert pages is not None
    drawn = QImage.fromData(pages.pngs[0])
    assert abs(drawn.width() - (sheet.width() - 2)) <= 1
    assert abs(drawn.height() - (sheet.height() - 2)) <= 1
    assert page.preview.desk.rect().contains(sheet.geometry())
    room = page.preview.desk
    assert max(sheet.width() / room.width(), sheet.height() / room.height()) > 0.95


def test_the_page_stays_white_in_the_dark(open_page: Open) -> None:
    page = open_page(some())
    appearance.apply(Look.DARK, 100)
    seen = page.preview.sheet.grab().toImage()
    assert seen.pixelColor(seen.width() // 2, 6).name() == "#ffffff"


def test_everything_can_be_named_and_described(open_page: Open) -> None:
    page = open_page(some())
    assert [each.accessibleName() for each in page.findChildren(Toggle)] == [
        "What I want from this session",
        "Plans and how they went",
        "Reflections",
        "Open with a password",
    ]
    sheet = page.preview.sheet
    assert (sheet.accessibleName(), sheet.accessibleDescription()) == ("Page 1 of 1", "2 reflections, 1 plan")
    assert page.options.period.accessibleName().startswith("Period: ")
    reached = [each for each in page.findChildren(QWidget) if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert [each for each in reached if each.isVisible() and not each.accessibleName()] == []


def test_the_words_of_a_row_switch_it(qtbot: QtBot, open_page: Open) -> None:
    page = open_page(some())
    row = page.options.rows[Section.REFLECTIONS]
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(20, 12))
    assert not row.is_on
    assert Section.REFLECTIONS not in page.presenter.choice.sections


def test_a_stretch_is_chosen_by_keyboard_and_holds_at_once(qtbot: QtBot, open_page: Open) -> None:
    page = open_page(some())
    QTest.keyClick(page.options.period, Qt.Key.Key_Return)
    panel = page.options.panel
    assert panel.isVisible()
    qtbot.waitUntil(panel.stretches[Stretch.SINCE_LAST_MONTH].hasFocus)
    for _ in range(4):
        QTest.keyClick(focused(), Qt.Key.Key_Down)
    assert panel.stretches[Stretch.EVERYTHING].isChecked()
    wait_for_pages(qtbot, page)
    assert page.options.period.words().startswith("3 July 2019 to ")
    assert panel.isVisible()
    QTest.keyClick(panel, Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert page.options.period.hasFocus()


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert isinstance(found, QRadioButton)
    return found


def test_days_are_chosen_one_by_one(qtbot: QtBot, open_page: Open) -> None:
    page = open_page(some())
    period = Period(date(2019, 7, 1), date(2019, 7, 20))
    page.presenter.choose(stretch=None, days=period)
    wait_for_pages(qtbot, page)
    page.options.period.click()
    panel = page.options.panel
    assert panel.other.isChecked()
    click_day(panel.until, date(2019, 7, 9))
    assert page.presenter.shown.period == Period(date(2019, 7, 1), date(2019, 7, 9))
    click_day(panel.since, date(2019, 7, 11))
    wait_for_pages(qtbot, page)
    assert page.options.period.words() == "11 July 2019"
    assert page.preview.sentence.isVisible()


def click_day(calendar: QWidget, day: date) -> None:
    next(each for each in calendar.findChildren(DayButton) if each.day() == day).click()


def test_f6_goes_to_the_options_and_to_the_page(open_page: Open) -> None:
    page = open_page(some())
    assert page.panes() == [page.options.period, page.preview.sheet]
    page.focus_start()
    assert page.options.period.hasFocus()


def test_the_next_pack_begins_from_the_choices_of_the_last(qtbot: QtBot, open_page: Open, session: Session) -> None:
    page = open_page(some())
    switch(qtbot, page, Section.REFLECTIONS)
    for words in ("Aliases", "US Letter"):
        next(each for each in page.options.findChildren(QRadioButton) if each.text() == words).click()
    wait_for_pages(qtbot, page)
    kept = ask(qtbot, session, lambda journal: journal.preferences.get())
    assert (kept.pack_naming, kept.pack_paper, kept.pack_left_out) == ("aliases", "letter", ("reflections",))
    following = open_page()
    assert not following.options.rows[Section.REFLECTIONS].is_on
    assert following.options.rows[Section.COMMITMENTS].is_on
    chosen = {each.text() for each in following.options.findChildren(QRadioButton) if each.isChecked()}
    assert {"Aliases", "US Letter"} <= chosen
    assert "noticed" not in text(following)


def test_choices_that_a_later_program_made_are_as_usual(qtbot: QtBot, session: Session) -> None:
    session.prefer(session, pack_naming="nicknames", pack_paper="a5", pack_left_out=("insights",))
    page = CoachingPage(session)
    qtbot.addWidget(page)
    assert page.presenter.choice.naming == "initials"
    assert page.presenter.choice.sections == frozenset(Section)
