"""What can be seen of an open journal beside its pages as they open: each scene is reached by itself."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from app.errors import NoSuchRecord
from app.journal import Journal
from app.pack.agenda import page as agenda_page
from app.pack.contents import Paper
from app.pack.typeset import draw, typeset_sheet
from app.reflections.model import Filter
from tests.screenshots import cycles, delegations, handing_over, interviews, mapping, meetings, others, practices, talks
from ui.coaching.page import CoachingPage
from ui.journal.page import JournalPage
from ui.one_on_ones.head_line import Hours
from ui.one_on_ones.page import OneOnOnePage
from ui.one_on_ones.title import MeetingTitle
from ui.page import Page
from ui.people.erase_sheet import EraseSheet
from ui.people.join_sheet import JoinSheet
from ui.people.page import PeoplePage
from ui.people.person_view import PersonView
from ui.practices.compare_sheet import CompareSheet
from ui.prompts.sheet import PromptSheet
from ui.reference import ONE_ON_ONE, Reference
from ui.reflection.fields import TextField
from ui.reflection.margin_note import MarginNote
from ui.session import now
from ui.settings.page import SettingsPage
from ui.shell.inside import Inside
from ui.shell.palette import Palette
from ui.today.aside import StripItem
from ui.today.date_title import DateTitle
from ui.today.experiment_note import ExperimentNote
from ui.today.look_back import LookBack
from ui.today.page import TodayPage
from ui.today.review import Review
from ui.widgets.buttons import Pressable
from ui.widgets.panes import Panel, ScrollPage
from ui.widgets.segmented import Segmented
from ui.widgets.writing import WritingArea

_WORDS = (
    "Honestly, not the numbers. Those have been right three months running. What I wait for is a sign that he has "
    "noticed who will read it. Last month I filled that silence and rewrote it.\n\n"
    "Perhaps it is one sentence: who it is for, and what they can do"
)
_BLAME = (
    "The summary went out with last year's chart. Jonas never listens when I say it once, and it was his fault that "
    "the client saw it. I should have known."
)
Scene = tuple[str, Callable[[Inside], object]]


def scenes() -> Iterator[Scene]:
    """Name and way there, in an order in which none disturbs a later one."""
    for key in ("today", "journal", "people", "coaching", "settings"):
        yield key, partial(_page, key=key)
    yield "people-row", _focus_row
    yield "people-add", lambda inside: _people(inside).add.click()
    yield "person", lambda inside: _person(inside, "Jonas")
    yield "person-lower", _person_lower
    yield "person-number", _person_number
    yield "person-bare", lambda inside: _person(inside, "Ravi")
    yield "person-archived", lambda inside: _person(inside, "Lena")
    yield "person-unanswered", lambda inside: _person(inside, "Priya")
    yield "person-menu", lambda inside: _person_view(inside).head.menu.click()
    yield "person-trust", lambda inside: _person_view(inside).trust.edit()
    yield "person-edit", lambda inside: _person_view(inside).agreement.begin()
    yield "person-versions", lambda inside: _press_if_there(_person_view(inside).agreement.earlier)
    yield "person-level", lambda inside: _press_if_there(*_person_view(inside).ladder.rows.values())
    yield (
        "person-feedback",
        lambda inside: _press_if_there(*(each.change for each in _person_view(inside).feedback.rows.values())),
    )
    yield "person-rhythm", lambda inside: _person_view(inside).open_rhythm()
    yield "person-agenda", lambda inside: _person_view(inside).card.add.click()
    yield from practices.SCENES
    yield from interviews.SCENES
    yield from delegations.SCENES
    yield from cycles.SCENES
    yield from handing_over.SCENES
    yield from talks.SCENES
    yield from others.SCENES
    yield "coaching-entries", _choose_entries
    yield "today-days", lambda inside: _press(inside, "today", DateTitle)
    yield "today-kind", lambda inside: _press_named(inside, "today", "Kind")
    yield "today-who", lambda inside: _press_named(inside, "today", "With whom")
    yield "today-strip", lambda inside: _press(inside, "today", StripItem)
    yield "journal-editing", _edit
    yield "journal-no-match", _filter_all_away
    yield "settings-writing", lambda inside: _scroll_settings(inside, 1)
    yield "settings-backups", lambda inside: _scroll_settings(inside, 3)
    yield "settings-keys", lambda inside: _scroll_settings(inside, 4)
    yield "settings-keys-computer", _allow_computer
    yield "settings-privacy", lambda inside: _scroll_settings(inside, 5)
    yield "settings-candidates", _candidates_erased
    yield "settings-phrases", _phrases
    yield "settings-phrase-form", _phrase_form
    yield "search", lambda inside: inside.run("search")
    yield "search-found", _search
    yield "shortcuts", lambda inside: inside.run("shortcuts")
    yield "help-today", lambda inside: _help(inside, "today", 0)
    yield "help-settings", lambda inside: _help(inside, "settings", 0)
    yield "help-privacy", lambda inside: _help(inside, "settings", 2)
    yield "prompts", lambda inside: _prompts(inside)
    yield "prompts-edited", lambda inside: _prompts(inside, further=3)
    yield "prompts-editing", _edit_prompt
    yield "prompts-new", _new_prompt
    yield "prompts-scripts", lambda inside: _prompts(inside, further=6)
    yield "prompts-states", lambda inside: _prompts(inside).filters.state.click()
    yield "prompts-nothing", lambda inside: _prompts(inside).filters.field.setText("nothing says this")
    yield "prompts-retired", _retire_prompt
    yield "today-written", _write
    yield "today-toast", lambda inside: inside.workspace.toast.say("Moved to the trash", lambda: None)
    yield (
        "today-message",
        lambda inside: inside.workspace.say(
            "alert-circle", "The daily backup could not be made: the disk is full.", "Open settings"
        ),
    )
    yield "today-blame", _blame
    yield "journal-blame", _blame_in_journal
    yield "today-experiment", _open_experiment
    yield "today-finished", lambda inside: _page(inside, "today").doings()["finish"]()
    yield "erase", _erase
    yield "erase-lower", _erase_lower
    yield "join", _join
    yield "trash", _trash
    yield "one-on-one", _meet_and_write
    yield "one-on-one-past", lambda inside: _meet(inside, meetings.LAST)
    yield "one-on-one-empty", lambda inside: _meet(inside, meetings.EMIL)
    yield "one-on-one-item", _meet_and_edit
    yield "one-on-one-all", lambda inside: _meet_and_press(inside, MeetingTitle)
    yield "one-on-one-moving", lambda inside: _meet_and_press(inside, Hours)
    yield "one-on-one-adding", _meet_and_add
    yield "one-on-one-agenda", _agenda_page
    yield "review", _review
    yield "review-lower", _review_lower
    yield "review-ideas", lambda inside: _press_in(_review(inside), "Three ideas")
    yield "review-written", _write_review
    yield "review-closed", lambda inside: _review(inside).doings()["finish"]()
    yield from mapping.SCENES  # the last: they put other work in place of what is there


def leave(inside: Inside) -> None:
    """Closes what a scene has opened."""
    for panel in inside.window().findChildren(Panel):
        panel.close_panel()
    for drawn in inside.findChildren(QLabel, _DRAWN):
        drawn.deleteLater()
    for made in _MADE:
        for each in inside.findChildren(made):
            each.close_overlay()
            each.deleteLater()
    for sheet in inside.findChildren(CompareSheet):
        sheet.close_overlay()
    for key in _OVERLAYS:
        if any(each.isVisible() and type(each).__name__ == _OVERLAYS[key] for each in inside.findChildren(QWidget)):
            inside.run(key)


_OF_SAMPLE = "Jonas"
_DRAWN = "drawn"
_OVERLAYS = {
    "search": "Palette",
    "shortcuts": "ShortcutSheet",
    "help": "HelpSheet",
    "prompts": "PromptSheet",
    "trash": "TrashSheet",
}
_MADE = (EraseSheet, JoinSheet)  # made for one person, and closed for good


def _page(inside: Inside, key: str) -> Page:
    inside.run(key)
    page = inside.workspace.current
    assert page is not None
    while isinstance(page, TodayPage) and not page.is_filled:
        QApplication.processEvents()
    QTest.qWait(50)  # until all of it has its place
    return page


def _people(inside: Inside) -> PeoplePage:
    page = _page(inside, "people")
    assert isinstance(page, PeoplePage)
    while not page.is_filled:
        QApplication.processEvents()
    if page.presenter.id is not None:
        page.close_person()
    QTest.qWait(50)
    return page


def _focus_row(inside: Inside) -> None:
    page = _people(inside)
    QTest.keyClick(page.list.start(), Qt.Key.Key_Down)


def _person(inside: Inside, name: str) -> PeoplePage:
    """Somebody called so, or else whoever has most to show."""
    page = _people(inside)
    known = sorted(page.presenter.known, key=lambda each: -each.open_items)
    chosen = next((each.person for each in known if each.person.name == name), known[0].person if known else None)
    if chosen is not None:
        page.list.chosen.emit(chosen.id)
        while page.person is None or page.presenter.id != chosen.id:
            QApplication.processEvents()
        QTest.qWait(100)
    return page


def _press_if_there(*pressed: Pressable) -> None:
    for each in [each for each in pressed if not each.isHidden()][:1]:
        each.click()


def _person_view(inside: Inside) -> PersonView:
    page = _person(inside, "Jonas")
    assert page.person is not None
    page.person.finish()
    return page.person


def _person_lower(inside: Inside) -> None:
    for found in _person(inside, "Jonas").findChildren(ScrollPage):
        found.verticalScrollBar().setValue(found.verticalScrollBar().maximum())


def _person_number(inside: Inside) -> None:
    view = _person_view(inside)
    QTest.qWait(400)  # what they were handed comes behind all else
    for found in view.findChildren(ScrollPage):
        found.ensureWidgetVisible(view.work.evidence, 0, 40)
    QTest.qWait(100)
    for each in list(view.work.evidence.numbers.buttons.values())[:1]:
        each.setFocus()
        each.click()


def _help(inside: Inside, page: str, further: int) -> None:
    _page(inside, page)
    inside.run("help")
    for _ in range(further):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Down)


def _prompts(inside: Inside, further: int = 0) -> PromptSheet:
    sheet = inside.findChild(PromptSheet)
    if sheet is None or not sheet.isVisible():
        _page(inside, "today")
        inside.run("prompts")
        sheet = inside.findChild(PromptSheet)
    assert sheet is not None
    sheet.left.show_all.click()
    sheet.presenter.take(sheet.presenter.shown[further].prompt.id)
    sheet.list.scrollToTop()
    return sheet


def _edit_prompt(inside: Inside) -> None:
    sheet = _prompts(inside)
    sheet.deeds.edit.click()


def _new_prompt(inside: Inside) -> None:
    sheet = _prompts(inside)
    sheet.new.click()


def _retire_prompt(inside: Inside) -> None:
    sheet = _prompts(inside, further=1)
    sheet.deeds.retire.click()
    QTest.qWait(300)


def _press(inside: Inside, key: str, kind: type[Pressable]) -> None:
    page = _page(inside, key)
    for found in page.findChildren(kind):
        if found.isVisible():
            found.click()
            return


def _press_named(inside: Inside, key: str, name: str) -> None:
    page = _page(inside, key)
    for found in page.findChildren(Pressable):
        if found.isVisible() and (found.accessibleName().startswith(name) or found.words().startswith(name)):
            found.click()
            return


def _write(inside: Inside) -> None:
    page = _page(inside, "today")
    for found in page.findChildren(QLineEdit):
        match found.accessibleName():
            case "What pulled you to step in?":
                QTest.keyClicks(found, "The chart still used last year's colours.")
            case "When":
                QTest.keyClicks(found, "Jonas shares the summary,")
    for slider in page.findChildren(QWidget):
        if slider.accessibleName() == "Strength of the pull":
            QTest.keyClick(slider, Qt.Key.Key_6)
    for choice in page.findChildren(Segmented):
        choice.choose("done")
    area = next(each for each in page.findChildren(WritingArea) if each.isVisible())
    area.insertPlainText(_WORDS)
    page.flush()
    area.setFocus()


def _blame(inside: Inside) -> None:
    page = _page(inside, "today")
    area = next(each for each in page.findChildren(TextField) if each.isVisible())
    area.selectAll()
    area.insertPlainText(_BLAME)
    _notice(page)


def _blame_in_journal(inside: Inside) -> None:
    page = _page(inside, "journal")
    assert isinstance(page, JournalPage)
    page.browser.filter_by(Filter())
    while not any(each.isVisible() for each in page.findChildren(TextField)):
        QApplication.processEvents()
        if page.draft.is_kept and page.reader.isVisible():
            page.reader.edit()
    next(each for each in page.findChildren(TextField) if each.isVisible()).append("\n" + _BLAME)
    _notice(page)


def _notice(page: Page) -> None:
    page.flush()
    for note in page.findChildren(MarginNote):
        note.noticing.look()


def _review(inside: Inside) -> Page:
    page = _page(inside, "today")
    inside.run("review")
    while not any(each.isVisible() for each in page.findChildren(Review)):
        QApplication.processEvents()
    QTest.qWait(100)
    return page


def _review_lower(inside: Inside) -> Page:
    page = _review(inside)
    for found in page.findChildren(ScrollPage):
        found.verticalScrollBar().setValue(found.verticalScrollBar().maximum())
    return page


def _write_review(inside: Inside) -> None:
    page = _review_lower(inside)
    for choice in (each.choice for each in page.findChildren(LookBack) if each.isVisible()):
        choice.choose("mixed")
        choice.chosen.emit("mixed")
    fields = {"When": "a draft lands in the folder,", "I will": "leave it shut until he asks"}
    fields |= {"I will know it works when": "he sends it himself", "I would stop if": "a wrong figure goes out"}
    fields["One line about what you saw"] = "Four tries. Twice they had the answer before I had the question."
    for found in page.findChildren(QLineEdit):
        if found.isVisible() and (words := fields.get(found.accessibleName())):
            QTest.keyClicks(found, words)
    page.flush()


def _press_in(page: Page, name: str) -> None:
    for found in page.findChildren(Pressable):
        if found.isVisible() and found.words().startswith(name):
            found.click()
            return


def _open_experiment(inside: Inside) -> None:
    page = _page(inside, "today")
    for found in (*page.findChildren(ExperimentNote), *page.findChildren(StripItem)):
        if isinstance(found, ExperimentNote) and found.isVisible():
            found.way_in.click()
            return
        if isinstance(found, StripItem) and found.isVisible() and found.words() == "Trust experiment":
            found.click()
            return


def _choose_entries(inside: Inside) -> None:
    page = _page(inside, "coaching")
    assert isinstance(page, CoachingPage)
    while page.presenter.shown.is_setting:
        QApplication.processEvents()
    page.options.pick.click()
    while not page.options.entries.isVisible() and page.options.pick.isVisible():
        QApplication.processEvents()


def _erase(inside: Inside) -> EraseSheet:
    name, page = _somebody(inside), _page(inside, "today")
    sheet = EraseSheet(page.session, name, page)
    sheet.open_sheet()
    refused: list[Exception] = []
    sheet.presenter.refused.connect(refused.append)  # in a journal with nobody in it
    while sheet.presenter.preview is None and not refused:
        QApplication.processEvents()
    QTest.qWait(300)
    for row in sheet.mentions.rows[1:2]:
        row.choice.choose("keep")
        row.choice.chosen.emit("keep")
    return sheet


def _erase_lower(inside: Inside) -> None:
    sheet = _erase(inside)
    for found in sheet.findChildren(ScrollPage):
        found.verticalScrollBar().setValue(found.verticalScrollBar().maximum())
    sheet.typed.setFocus()


def _join(inside: Inside) -> None:
    name, page = _somebody(inside), _page(inside, "today")
    sheet = JoinSheet(page.session, name, page)
    sheet.open_sheet()
    QTest.qWait(300)
    for other in list(sheet.others.values())[:1]:
        other.click()
    QTest.qWait(300)


def _somebody(inside: Inside) -> str:
    """Who is mentioned most, or in the journal of hostile words whoever has the longest name."""
    found: list[Counter[str]] = []
    page = _page(inside, "today")
    page.session.read(page, _named, found.append)
    while not found:
        QApplication.processEvents()
    (counted,) = found
    return max(counted, key=lambda name: (len(name) > 60, counted[name]), default="Nobody")


def _named(journal: Journal) -> Counter[str]:
    texts = [each.content.text for each in journal.reflections.every()]
    return Counter({name: 1 + sum(name in text for text in texts) for name in journal.people.names()})


def _trash(inside: Inside) -> None:
    page = _page(inside, "journal")
    assert isinstance(page, JournalPage)
    page.browser.filter_by(Filter())
    for _ in range(2):
        QTest.qWait(200)
        inside.run("delete")
    QTest.qWait(200)
    inside.run("trash")
    QTest.qWait(200)


def _edit(inside: Inside) -> None:
    page = _page(inside, "journal")
    assert isinstance(page, JournalPage)
    page.reader.edit()


def _filter_all_away(inside: Inside) -> None:
    page = _page(inside, "journal")
    assert isinstance(page, JournalPage)
    page.reader.finish()
    page.browser.filter_by(Filter(tag="nothing has this tag"))


def _scroll_settings(inside: Inside, section: int) -> None:
    page = _page(inside, "settings")
    assert isinstance(page, SettingsPage)
    page.list.entries[section].click()


def _candidates_erased(inside: Inside) -> None:
    page = _page(inside, "settings")
    assert isinstance(page, SettingsPage)
    page.session.prefer(page, candidates_erased={f"{now() - timedelta(days=12):%Y-%m-%d}": 3})
    page.list.entries[-1].click()
    page.refresh()
    page.privacy.candidates.after.stop().setFocus(Qt.FocusReason.TabFocusReason)


def _allow_computer(inside: Inside) -> None:
    page = _page(inside, "settings")
    assert isinstance(page, SettingsPage)
    if page.keys in page.sections:
        page.list.entries[4].click()
        page.keys.computer.setChecked(False)
        page.keys.computer.click()


def _meet(inside: Inside, *wanted: str) -> Page:
    """The first of these ids or names that the journal has."""
    answers: list[list[str]] = []
    inside._session.read(inside, lambda journal: _ids(journal, wanted), answers.append)
    while not answers:
        QApplication.processEvents()
    page = inside.workspace.current
    assert page is not None
    if answers[0]:
        inside.workspace.open(Reference(ONE_ON_ONE, answers[0][0]))
        page = inside.workspace.current
        assert isinstance(page, OneOnOnePage)
        QTest.qWait(50)
        inside._session.read(inside, lambda _: [], answers.append)  # after all that the page has asked
        while len(answers) < 2 or not page.is_filled:
            QApplication.processEvents()
        QTest.qWait(50)
    return page


def _ids(journal: Journal, wanted: Sequence[str]) -> list[str]:
    known = {each.name: each.id for each in journal.people.everyone()}
    found = []
    for each in wanted:
        with suppress(NoSuchRecord):
            found.append(journal.get(known.get(each, each)).id)
    return found


def _meet_and_write(inside: Inside) -> None:
    page = _meet(inside, meetings.SELECTED, meetings.HOSTILE, _OF_SAMPLE)
    if isinstance(page, OneOnOnePage):
        page.notes.focus_notes()
        page.notes.notes.insertPlainText(" ")
        page.presenter.written.flush()


def _meet_and_edit(inside: Inside) -> None:
    page = _meet(inside, meetings.SELECTED, meetings.HOSTILE)
    if isinstance(page, OneOnOnePage):
        page.notes.edit.click()


def _meet_and_press(inside: Inside, kind: type[Pressable]) -> None:
    for found in _meet(inside, meetings.TODAYS, meetings.HOSTILE).findChildren(kind):
        found.click()


def _meet_and_add(inside: Inside) -> None:
    page = _meet(inside, meetings.SELECTED, meetings.HOSTILE)
    if not isinstance(page, OneOnOnePage):
        return
    page.doings()["add-topic"]()
    page.doings()["add-follow-up"]()
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, "Ask Nadia what she reads first")


def _agenda_page(inside: Inside) -> None:
    """The page itself, as it would be printed, over the window."""
    page = _meet(inside, meetings.TODAYS, meetings.HOSTILE, _OF_SAMPLE)
    if not isinstance(page, OneOnOnePage):
        return
    given = agenda_page(page.sharing.sheet(), Paper.A4, date.today())  # noqa: DTZ011  the day on the wall
    drawn = QLabel(inside)
    drawn.setObjectName(_DRAWN)
    picture = QPixmap()
    picture.loadFromData(draw(given, typeset_sheet(given).fonts, 70)[0])
    drawn.setPixmap(picture)
    drawn.adjustSize()
    drawn.show()


def _phrases(inside: Inside) -> None:
    page = _page(inside, "settings")
    assert isinstance(page, SettingsPage)
    page.list.entries[1].click()
    page.writing.phrases.click()
    panel = page.writing.panel
    assert panel is not None
    panel.add.click()
    assert panel.form is not None
    panel.form.phrase.setText("typical (sales / accounting)")
    panel.form.question.setText("What do they need from us to be on time?")
    panel.form.proceed()


def _phrase_form(inside: Inside) -> None:
    page = _page(inside, "settings")
    assert isinstance(page, SettingsPage)
    page.list.entries[1].click()
    page.writing.phrases.click()
    panel = page.writing.panel
    assert panel is not None
    panel.add.click()
    assert panel.form is not None
    panel.form.phrase.setText("(typical")
    panel.form.proceed()


def _search(inside: Inside) -> None:
    palette = inside.findChild(Palette)
    assert palette is not None
    if not palette.isVisible():
        inside.run("search")
    line = palette.findChild(QLineEdit)
    assert line is not None
    QTest.keyClicks(line, "jon")
