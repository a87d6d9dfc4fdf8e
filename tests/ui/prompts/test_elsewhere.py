"""What is done to a prompt is seen wherever it is asked or was answered."""

import pytest
from PySide6.QtWidgets import QLabel

from app.prompts.model import Prompt
from app.reflections.model import Pillar
from tests.app.reflections.journals import NOW, reflection
from tests.ui.prompts.desk import CONTROL, Desk, Key, Modifier, focused
from tests.ui.sessions import ask
from tests.ui.shell.windows import yesterday
from ui.journal.page import JournalPage
from ui.session import REFLECTION, Change
from ui.today.presenter import TodayPresenter
from ui.widgets.buttons import IconButton
from ui.widgets.writing import WritingArea


def presenter(desk: Desk) -> TodayPresenter:
    found = desk.window.today().findChild(TodayPresenter)
    assert found is not None
    return found


def in_hand(desk: Desk) -> Prompt:
    prompt = presenter(desk).prompt
    assert prompt is not None
    return prompt


def pencil(desk: Desk) -> IconButton:
    return next(
        each for each in desk.window.today().findChildren(IconButton) if each.accessibleName() == "Edit this prompt"
    )


def edit_today(desk: Desk, words: str) -> None:
    desk.press(Key.Key_E, CONTROL | Modifier.ShiftModifier)
    assert focused() is desk.sheet.editor.question
    desk.write_anew(words)
    desk.press(Key.Key_Return, CONTROL)


def write_today(desk: Desk, words: str) -> None:
    area = focused()
    assert isinstance(area, WritingArea)
    area.insertPlainText(words)
    desk.window.today().flush()
    desk.wait(lambda: desk.window.today().is_settled)


def shown_in(page: JournalPage) -> list[str]:
    return [each.text() for each in page.reader.view.findChildren(QLabel) if each.isVisible()]


# On Today


@pytest.mark.parametrize("way", ["keys", "pencil"])
def test_the_question_in_hand_is_edited_and_stays_in_hand(desk: Desk, way: str) -> None:
    before, area = in_hand(desk), focused()
    if way == "pencil":
        pencil(desk).click()
        assert focused() is desk.sheet.editor.question
        desk.press(Key.Key_Escape)
    edit_today(desk, "What is it today?")
    assert not desk.sheet.isVisible()
    desk.wait(lambda: desk.question_of_today() == "What is it today?")
    assert in_hand(desk).id == before.id
    assert focused() is area or way == "pencil"
    assert [each.replaces for each in desk.own()] == [before.id]


def test_its_pillar_goes_along_while_nothing_is_written(desk: Desk) -> None:
    before = in_hand(desk)
    other = next(each for each in Pillar if each is not before.pillar)
    desk.session.change_prompts(
        desk.window, lambda journal: journal.prompts.change(before, NOW, pillar=other), lambda: None
    )
    desk.wait(lambda: in_hand(desk).pillar is other)
    assert presenter(desk).draft.reflection.content.pillar is other
    write_today(desk, "three words here")
    desk.session.change_prompts(
        desk.window, lambda journal: journal.prompts.change(before, NOW, pillar=before.pillar), lambda: None
    )
    desk.wait(lambda: in_hand(desk).pillar is before.pillar)
    assert presenter(desk).draft.reflection.content.pillar is other


def test_it_does_not_change_because_others_came_or_went(desk: Desk) -> None:
    before = in_hand(desk)
    sheet = desk.open()
    sheet.new.click()
    desk.type("What else is there?")
    desk.press(Key.Key_Escape)
    desk.own()
    sheet.presenter.retire(before.id)
    desk.wait(lambda: len(desk.session.prompts.asked) == len(desk.session.prompts.entries) - 1)
    desk.press(Key.Key_Escape)
    elsewhere = reflection("Written elsewhere.", yesterday(3))
    desk.session.write(
        desk.window, Change(REFLECTION), lambda journal: journal.reflections.add_all([elsewhere], NOW), lambda _: None
    )
    ask(desk.qtbot, desk.session, lambda journal: journal.reflections.get(elsewhere.id))
    desk.wait(lambda: yesterday(3) in presenter(desk).state.pulls)
    assert in_hand(desk).id == before.id
    assert desk.question_of_today() == before.question
    presenter(desk).ask_something_else()
    assert in_hand(desk).id != before.id


def own_in_hand(desk: Desk) -> Prompt:
    """Writes a prompt and has Today ask it."""
    sheet = desk.open()
    sheet.new.click()
    desk.type("What did we agree on?")
    desk.press(Key.Key_Escape)
    (kept,) = desk.own()
    desk.wait(lambda: kept.id in desk.session.prompts.known)
    desk.press(Key.Key_Escape)
    prompt = desk.session.prompts.known[kept.id]
    presenter(desk).draft.edit(prompt=prompt.id, pillar=prompt.pillar)
    presenter(desk).asked.emit()
    assert desk.question_of_today() == "What did we agree on?"
    return prompt


def test_one_that_is_put_away_makes_room_for_another_while_nothing_is_written(desk: Desk) -> None:
    mine = own_in_hand(desk)
    desk.open().presenter.put_away(mine.id)
    desk.wait(lambda: mine.id not in desk.session.prompts.known)
    desk.wait(lambda: in_hand(desk).id != mine.id)
    assert desk.question_of_today() == in_hand(desk).question


def test_one_that_was_answered_today_shows_no_question_when_it_is_put_away(desk: Desk) -> None:
    mine = own_in_hand(desk)
    write_today(desk, "three words here")
    desk.open().presenter.put_away(mine.id)
    desk.wait(lambda: desk.question_of_today() == "")
    assert not pencil(desk).isVisible()
    assert presenter(desk).draft.reflection.content.prompt == mine.id
    desk.undo()
    desk.wait(lambda: desk.question_of_today() == "What did we agree on?")


def test_free_writing_has_nothing_to_edit(desk: Desk) -> None:
    assert pencil(desk).isVisible()
    presenter(desk).write_freely()
    assert not pencil(desk).isVisible()
    assert "edit-prompt" not in desk.window.today().doings()


# In the journal


def test_the_reader_shows_the_words_that_are_asked_now(desk: Desk) -> None:
    page = desk.journal()
    assert desk.first.question in shown_in(page)
    desk.open()
    desk.press(Key.Key_F2)
    desk.write_anew("What was cut?")
    desk.press(Key.Key_Escape)
    desk.press(Key.Key_Escape)
    desk.wait(lambda: "What was cut?" in shown_in(page))
    assert desk.first.question not in shown_in(page)
    page.reader.edit()
    assert page.reader.editor is not None
    assert page.reader.editor._question.text() == "What was cut?"


def test_the_reader_shows_no_question_rather_than_a_wrong_one(desk: Desk) -> None:
    mine = own_in_hand(desk)
    write_today(desk, "three words here")
    page = desk.journal()
    assert "What did we agree on?" in shown_in(page)
    desk.open().presenter.put_away(mine.id)
    desk.wait(lambda: "What did we agree on?" not in shown_in(page))
    assert not any(each.question in shown_in(page) for each in desk.session.prompts.known.values())
    assert page.draft.reflection.content.prompt == mine.id
    desk.undo()
    desk.wait(lambda: "What did we agree on?" in shown_in(page))
