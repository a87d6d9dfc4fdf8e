"""All prompts are seen and changed by keyboard, and whatever was done can be taken back."""

import time
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.journal import Journal
from app.prompts.library import load
from app.prompts.own import Entry
from app.reflections.model import Pillar
from app.settings import Look
from tests.app.reflections.journals import NOW
from tests.ui.prompts.desk import CONTROL, Desk, Key, Modifier, focused
from tests.ui.sessions import ask
from ui.prompts.rows import PromptRows
from ui.prompts.sheet import PromptSheet
from ui.prompts.wanted import State
from ui.settings.page import SettingsPage
from ui.shell import inside as inside_module
from ui.theme import appearance
from ui.widgets.buttons import IconButton, LinkButton

NUMBER = len(load())
SCRIPTS = (
    "ماذا تركت اليوم لغيرك؟",
    "מה השארת היום לאחרים?",
    "👩🏽‍💻🏳️‍🌈 what did you leave alone, and what did 李雷 do?",
    "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenpoliturbeauftragter" * 4 + "?",
    "<b>What</b> & <img src='file:///x'> %s {name}?",
    " ".join(["What did you leave alone"] * 40) + "?",
)


# Opening and closing


def test_it_is_made_when_it_is_first_asked_for(desk: Desk) -> None:
    assert desk.window.findChild(PromptSheet) is None
    before = focused()
    sheet = desk.open()
    assert sheet.isVisible()
    assert focused() is sheet.list
    desk.press(Key.Key_Escape)
    assert not sheet.isVisible()
    assert focused() is before


def test_its_own_keys_close_it_and_it_opens_where_it_was_left(desk: Desk) -> None:
    desk.open()
    desk.choose(desk.second.question)
    desk.press(Key.Key_O, CONTROL | Modifier.ShiftModifier)
    assert not desk.sheet.isVisible()
    desk.open()
    assert desk.sheet.presenter.id == desk.second.id


def test_the_palette_opens_it(desk: Desk) -> None:
    desk.press(Key.Key_K, CONTROL)
    QTest.keyClicks(focused(), "prompts")
    desk.press(Key.Key_Return)
    assert desk.sheet.isVisible()


def test_the_settings_say_how_many_there_are_and_open_it(desk: Desk) -> None:
    desk.window.inside.run("settings")
    page = desk.window.page()
    assert isinstance(page, SettingsPage)
    said = page.writing.prompt_row.words
    assert said.text() == f"{NUMBER} that came along, none of your own."
    page.writing.prompts.setFocus()
    desk.press(Key.Key_Space)
    desk.sheet.new.click()
    desk.type("What now?")
    desk.press(Key.Key_Escape)
    desk.wait(desk.own)
    desk.wait(lambda: said.text() == f"{NUMBER} that came along, 1 of your own.")
    desk.press(Key.Key_Escape)
    assert focused() is page.writing.prompts


def test_all_of_it_is_one_list_and_not_a_widget_a_row(desk: Desk) -> None:
    sheet = desk.open()
    assert len(desk.listed()) == NUMBER
    assert len(sheet.list.findChildren(QWidget)) < 20


def test_tab_goes_round_inside_and_every_stop_has_a_name(desk: Desk) -> None:
    sheet = desk.open()
    for is_editing, number in ((False, 11), (True, 13)):
        sheet.list.setFocus()
        if is_editing:
            desk.press(Key.Key_F2)
        first, seen = focused(), list[str]()
        while not seen or focused() is not first:
            assert sheet.isAncestorOf(focused())
            seen.append(focused().accessibleName())
            desk.press(Key.Key_Tab)
        assert all(seen)
        assert len(seen) == number  # of radio buttons, the chosen one


def test_f6_goes_from_the_field_to_the_list_to_the_question(desk: Desk) -> None:
    sheet = desk.open()
    desk.press(Key.Key_F6)
    assert sheet.reading.question.focusProxy() is focused()
    desk.press(Key.Key_F6)
    assert focused() is sheet.filters.field
    desk.press(Key.Key_F6)
    assert focused() is sheet.list
    assert sheet.isVisible()


def test_a_screen_reader_hears_all_of_a_row(desk: Desk) -> None:
    sheet = desk.open()
    sheet.deeds.retire.click()
    desk.wait(desk.own)
    said = sheet.list.rows.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == f"{desk.first.question} {desk.first.pillar.title()}. Retired"


# Looking for one


def test_the_list_is_narrowed_by_words_pillar_and_what_became_of_them(desk: Desk) -> None:
    sheet = desk.open()
    desk.press(Key.Key_F, CONTROL)
    QTest.keyClicks(focused(), "WHAT week")
    words = desk.listed()
    assert 0 < len(words) < NUMBER
    prompts = {each.question: each for each in load()}
    assert all("week" in f"{each} {prompts[each].purpose}".lower() for each in words)
    sheet.filters.pillars.checks[Pillar.TRUST].click()
    assert desk.listed() == [each for each in words if prompts[each].pillar is Pillar.TRUST]
    sheet.filters.field.clear()
    sheet.filters.pillars.checks[Pillar.RESPECT].click()
    assert desk.listed() == [each for each in prompts if prompts[each].pillar is not Pillar.ACCOUNTABILITY]
    sheet.presenter.look_for(state=State.OWN)
    assert desk.listed() == []
    assert not sheet.list.isVisible()
    sheet.left.show_all.click()
    assert desk.listed() == list(prompts)
    assert sheet.presenter.entry is not None


def test_the_state_is_chosen_by_keyboard(desk: Desk) -> None:
    sheet = desk.open()
    sheet.deeds.retire.click()
    desk.wait(desk.own)
    sheet.filters.state.setFocus()
    desk.press(Key.Key_Space)
    desk.press(Key.Key_Down)
    desk.press(Key.Key_Down)
    assert sheet.filters.state.words() == "Retired"
    assert desk.listed() == [desk.first.question]


def test_from_the_field_down_to_the_list_and_by_enter_to_the_words(desk: Desk) -> None:
    sheet = desk.open()
    sheet.filters.field.setFocus()
    desk.press(Key.Key_Down)
    assert focused() is sheet.list
    desk.press(Key.Key_Down)
    assert desk.second.question == sheet.reading.question.text()
    desk.press(Key.Key_Return)
    assert focused() is sheet.editor.question
    assert sheet.editor.question.text() == desk.second.question


def test_what_is_known_of_one_is_said(desk: Desk) -> None:
    desk.open()
    said = desk.read()
    assert desk.first.purpose in said
    assert "Last written about" in said
    assert "Not yet" not in said
    desk.choose(desk.second.question)
    assert "Not yet" in desk.read()
    late = next(each for each in load() if each.occasions)
    desk.choose(late.question)
    assert "On any day" not in desk.read()


# Changing one


def test_one_is_edited_and_its_original_comes_back_word_for_word(desk: Desk) -> None:
    sheet = desk.open()
    desk.press(Key.Key_F2)
    desk.write_anew("What did he cut,\n  and what followed?")
    desk.press(Key.Key_Return)
    assert focused() is sheet.editor.purpose
    desk.write_anew("To see it.")
    desk.press(Key.Key_Return, CONTROL)
    assert not sheet.is_editing
    (kept,) = desk.own()
    assert (kept.question, kept.purpose, kept.replaces) == (
        "What did he cut, and what followed?",
        "To see it.",
        desk.first.id,
    )
    desk.wait(lambda: "Edited" in desk.read())
    assert desk.first.question in desk.read()
    assert desk.listed()[0] == sheet.reading.question.text() == kept.question
    sheet.deeds.restore.click()
    assert desk.own() == []
    desk.wait(lambda: sheet.reading.question.text() == desk.first.question)
    assert not sheet.deeds.restore.isVisible()
    desk.undo()
    assert [each.question for each in desk.own()] == [kept.question]
    desk.wait(lambda: sheet.reading.question.text() == kept.question)


def test_pillar_and_moment_are_chosen_by_arrow_keys(desk: Desk) -> None:
    sheet = desk.open()
    desk.press(Key.Key_F2)
    sheet.editor.pillars.radios[desk.first.pillar].setFocus()
    desk.press(Key.Key_Right)
    sheet.editor.moments.radios[desk.first.moment].setFocus()
    desk.press(Key.Key_Right)
    desk.press(Key.Key_Escape)
    (kept,) = desk.own()
    assert kept.pillar is not desk.first.pillar
    assert kept.moment is not desk.first.moment
    assert kept.question == desk.first.question


def test_without_a_question_the_last_one_stays_and_the_rest_is_kept(desk: Desk) -> None:
    sheet = desk.open()
    desk.press(Key.Key_F2)
    desk.write_anew(" ")
    assert sheet.editor.hint.text() == "Without a question, the last one stays."
    sheet.editor.purpose.setFocus()
    desk.write_anew("To look again.")
    desk.press(Key.Key_Escape)
    (kept,) = desk.own()
    assert (kept.question, kept.purpose) == (desk.first.question, "To look again.")
    desk.press(Key.Key_F2)
    assert sheet.editor.question.text() == desk.first.question


def test_hints_are_given_and_stand_in_nobodys_way(desk: Desk) -> None:
    sheet = desk.open()
    desk.press(Key.Key_F2)
    assert sheet.editor.hint.text() == ""
    desk.write_anew("Why " + "so " * 30)
    assert len(sheet.editor.hint.text().split(".")) == 4
    assert sheet.editor.question.accessibleDescription() == sheet.editor.hint.text()
    desk.press(Key.Key_Escape)
    assert desk.own()[0].question.startswith("Why so so")


def test_one_is_retired_asked_again_and_either_is_undone(desk: Desk) -> None:
    sheet = desk.open()
    sheet.deeds.retire.click()
    (kept,) = desk.own()
    assert kept.retired
    desk.wait(lambda: "Retired" in desk.read())
    assert desk.first.id not in [each.id for each in desk.session.prompts.asked]
    desk.undo()
    assert desk.own() == []
    desk.wait(lambda: "Retired" not in desk.read())
    sheet.deeds.retire.click()
    desk.wait(lambda: sheet.deeds.retire.words() == "Ask again")
    sheet.deeds.retire.click()
    assert desk.own() == []
    desk.undo()
    assert [each.retired for each in desk.own()] == [True]


def test_what_is_in_hand_stays_in_the_list_until_something_else_is_looked_for(desk: Desk) -> None:
    sheet = desk.open()
    sheet.presenter.look_for(state=State.ASKED)
    sheet.deeds.retire.click()
    desk.wait(lambda: "Retired" in desk.read())
    assert desk.listed()[0] == desk.first.question
    sheet.presenter.look_for(text="what")
    assert desk.first.question not in desk.listed()


def test_when_all_are_retired_it_says_that_all_are_asked(desk: Desk) -> None:
    sheet = desk.open()

    def retire_all(journal: Journal) -> None:
        for each in load():
            journal.prompts.change(each, NOW, retired=True)

    desk.session.change_prompts(desk.window, retire_all, lambda: None)
    desk.wait(lambda: "All prompts are retired, so all of them are asked." in desk.read())
    assert len(desk.session.prompts.asked) == NUMBER
    assert sheet.presenter.all_are_retired


# Writing one


def test_a_new_one_is_written_by_keyboard_and_stands_at_the_top(desk: Desk) -> None:
    sheet = desk.open()
    sheet.filters.pillars.checks[Pillar.ACCOUNTABILITY].click()
    sheet.list.setFocus()
    desk.press(Key.Key_N, CONTROL)
    assert focused() is sheet.editor.question
    desk.type("What did we agree on?")
    desk.press(Key.Key_Return, CONTROL)
    (kept,) = desk.own()
    assert (kept.question, kept.pillar, kept.replaces) == ("What did we agree on?", Pillar.ACCOUNTABILITY, None)
    desk.wait(lambda: desk.listed()[0] == kept.question)
    desk.wait(lambda: "Your own" in desk.read())
    assert kept.id in [each.id for each in desk.session.prompts.asked]
    assert sheet.list.currentIndex().row() == 0
    assert not sheet.deeds.restore.isVisible()


@pytest.mark.parametrize("question", SCRIPTS)
def test_any_script_is_kept_and_shown_letter_for_letter(desk: Desk, question: str) -> None:
    sheet = desk.open()
    sheet.new.click()
    desk.type(question)
    desk.press(Key.Key_Escape)
    assert [each.question for each in desk.own()] == [question]
    desk.wait(lambda: sheet.reading.question.text() == question)
    assert not sheet.grab().isNull()
    assert sheet.reading.question.width() <= sheet.reading.width()


def test_a_row_is_painted_at_once_however_long_a_question_was_imported(desk: Desk) -> None:
    sheet = desk.open()
    huge = PromptRows(sheet)
    huge.show([Entry(replace(desk.first, question="word \u05d0 " * 1_500_000))])
    sheet.list.setModel(huge)
    begin = time.monotonic()
    sheet.list.grab()
    assert time.monotonic() - begin < 1


def test_a_new_one_without_a_word_leaves_nothing(desk: Desk) -> None:
    sheet = desk.open()
    desk.press(Key.Key_N, CONTROL)
    sheet.editor.pillars.radios[Pillar.TRUST].click()
    desk.press(Key.Key_Escape)
    assert desk.own() == []
    assert sheet.reading.question.text() == desk.first.question


def test_what_a_new_one_is_for_waits_for_its_question(desk: Desk) -> None:
    sheet = desk.open()
    desk.press(Key.Key_N, CONTROL)
    sheet.editor.purpose.setFocus()
    desk.type("To see what we agreed on.")
    desk.press(Key.Key_Escape)
    (kept,) = desk.own()
    assert (kept.question, kept.purpose) == ("", "To see what we agreed on.")
    assert len(desk.listed()) == len(desk.session.prompts.asked) == NUMBER
    desk.press(Key.Key_N, CONTROL)
    assert sheet.editor.purpose.text() == kept.purpose
    desk.type("What did we agree on?")
    desk.press(Key.Key_Escape)
    assert [(each.id, each.question) for each in desk.own()] == [(kept.id, "What did we agree on?")]


def test_what_was_taken_back_before_it_had_a_question_is_gone(desk: Desk) -> None:
    sheet = desk.open()
    desk.press(Key.Key_N, CONTROL)
    sheet.editor.purpose.setFocus()
    desk.type("To see.")
    sheet.flush()
    assert len(desk.own()) == 1
    desk.write_anew("")
    desk.press(Key.Key_Escape)
    assert desk.own() == []


def test_one_of_your_own_is_put_away_and_brought_back(desk: Desk) -> None:
    sheet = desk.open()
    desk.press(Key.Key_N, CONTROL)
    desk.type("What did we agree on?")
    desk.press(Key.Key_Escape)
    desk.wait(lambda: "Your own" in desk.read())
    desk.press(Key.Key_Delete)
    assert desk.own() == []
    desk.wait(lambda: len(desk.listed()) == NUMBER)
    assert sheet.reading.question.text() == desk.first.question
    assert not sheet.deeds.put_away.isVisible()
    desk.undo()
    assert len(desk.own()) == 1
    desk.wait(lambda: sheet.reading.question.text() == "What did we agree on?")


def test_one_that_came_along_cannot_be_put_away(desk: Desk) -> None:
    sheet = desk.open()
    desk.press(Key.Key_Delete)
    assert desk.own() == []
    assert len(desk.listed()) == NUMBER
    assert sheet.presenter.id == desk.first.id


# Nothing typed is lost


def test_what_is_typed_saves_itself(desk: Desk) -> None:
    sheet = desk.open()
    desk.press(Key.Key_F2)
    desk.write_anew("What now?")
    assert not sheet.is_settled
    desk.wait(lambda: sheet.is_settled)
    assert [each.question for each in desk.own()] == ["What now?"]
    assert sheet.is_editing
    assert focused() is sheet.editor.question


@pytest.mark.parametrize("leave", ["close", "journal", "another", "search"])
def test_whatever_comes_next_saves_first(desk: Desk, leave: str) -> None:
    sheet = desk.open()
    desk.press(Key.Key_F2)
    desk.write_anew("What now?")
    if leave == "close":
        close = next(each for each in sheet.findChildren(IconButton) if each.accessibleName() == "Close")
        close.click()
    elif leave == "another":
        desk.choose(desk.second.question)
    else:
        desk.window.inside.run(leave)
    assert [each.question for each in desk.own()] == ["What now?"]
    assert sheet.isVisible() == (leave == "another")
    assert not sheet.is_editing


def test_locking_keeps_what_is_typed(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    started, saved = list[object](), list[str]()
    monkeypatch.setattr(inside_module, "start_anew", lambda folder, _: started.append(folder))
    changed = desk.session.changed
    desk.open()
    desk.press(Key.Key_F2)
    desk.write_anew("What now?")
    changed.connect(lambda *_: saved.append(desk.session.question_of(desk.first.id)))
    desk.window.inside.run("lock")
    assert not desk.sheet.isVisible()
    desk.wait(lambda: started)
    assert saved == ["What now?"]


def test_building_the_pages_anew_waits_until_it_is_saved(desk: Desk) -> None:
    sheet = desk.open()
    desk.press(Key.Key_F2)
    desk.write_anew("What now?")
    assert not sheet.is_settled
    waited: list[bool] = []
    desk.window.inside.when_saved(lambda: waited.append(sheet.is_settled))
    desk.wait(lambda: waited)
    assert waited == [True]
    assert ask(desk.qtbot, desk.session, lambda journal: journal.prompts.count()) == (1, 0)


def refuse(desk: Desk, statement: str) -> None:
    """Has the database refuse prompts, or take them again."""
    done: list[bool] = []
    desk.session.manage(
        desk.window,
        lambda journal: journal.vault.connection.connection.dbapi_connection.execute(statement),  # type: ignore[union-attr]
        lambda _: done.append(True),
    )
    desk.wait(lambda: done)


def test_what_could_not_be_saved_is_saved_later_also_when_another_is_in_hand(desk: Desk) -> None:
    sheet = desk.open()
    refuse(desk, "CREATE TEMP TRIGGER full BEFORE INSERT ON prompt BEGIN SELECT RAISE(ABORT, 'full'); END")
    desk.press(Key.Key_F2)
    desk.write_anew("What now?")
    desk.choose(desk.second.question)
    desk.wait(sheet.toast.isVisible)
    assert sheet.toast.accessibleName() == "Not saved yet. Your words are still here."
    assert not sheet.is_settled
    refuse(desk, "DROP TRIGGER full")
    sheet.flush()
    desk.wait(lambda: sheet.is_settled)
    assert [(each.replaces, each.question) for each in desk.own()] == [(desk.first.id, "What now?")]


def test_what_was_done_can_be_taken_back_after_closing(desk: Desk) -> None:
    sheet = desk.open()
    sheet.deeds.retire.click()
    desk.wait(sheet.toast.isVisible)
    desk.press(Key.Key_Escape)
    toast = desk.window.inside.workspace.toast
    assert toast.isVisible()
    undo = toast.findChild(LinkButton)
    assert undo is not None
    undo.click()
    assert desk.own() == []


# Looks


@pytest.mark.parametrize("size", [100, 150])
@pytest.mark.parametrize(("width", "height"), [(1360, 828), (1024, 668), (820, 560)])
def test_everything_has_its_place_in_every_window(desk: Desk, size: int, width: int, height: int) -> None:
    appearance.apply(Look.DARK, size)
    sheet = desk.open()
    desk.window.resize(width, height)
    for is_editing in (False, True):
        if is_editing:
            desk.press(Key.Key_F2)
        QApplication.processEvents()
        panel = sheet.panel.rect()
        for each in (sheet.new, sheet.filters, sheet.list, sheet.foot.done, sheet.deeds, sheet.editor.moments):
            if each.isVisible():
                corner = each.mapTo(sheet.panel, each.rect().bottomRight())
                assert panel.left() <= corner.x() <= panel.right()
        there = sheet.foot.done if sheet.is_editing else sheet.deeds.edit
        assert panel.contains(there.mapTo(sheet.panel, there.rect().bottomRight()))
