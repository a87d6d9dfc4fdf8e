"""No word of a reflection is lost when another is taken in hand, whatever is under way and whatever was refused."""

from datetime import date

from pytestqt.qtbot import QtBot

from tests.app.reflections.journals import reflection
from tests.ui.sessions import ask
from ui.autosave import Saving
from ui.reflection.draft import Draft
from ui.session import Session


def texts(qtbot: QtBot, session: Session, *ids: str) -> list[str]:
    return ask(qtbot, session, lambda journal: [journal.reflections.get(id).content.text for id in ids])


def test_words_typed_during_a_save_are_kept_though_another_is_taken(
    qtbot: QtBot, session: Session, draft: Draft
) -> None:
    first = draft.reflection.id
    draft.edit(text="a")
    draft.flush()
    draft.edit(text="ab")  # the answer to the save has not come
    draft.begin(date(2026, 3, 5))
    assert not draft.is_settled
    qtbot.waitUntil(lambda: draft.is_settled)
    assert texts(qtbot, session, first) == ["ab"]


def test_words_that_were_refused_are_in_hand_again_with_their_reflection(
    qtbot: QtBot, session: Session, draft: Draft
) -> None:
    first = draft.reflection
    draft.edit(text="a\ud800")  # half a letter: no database takes it
    draft.flush()
    qtbot.waitUntil(lambda: draft.autosave.state is Saving.FAILED)
    draft.begin(date(2026, 3, 5))
    second = draft.reflection.id
    draft.edit(text="b")
    draft.load(first)
    assert draft.reflection.content.text == "a\ud800"
    draft.edit(text="a")
    draft.flush()
    qtbot.waitUntil(lambda: draft.is_settled)
    assert texts(qtbot, session, first.id, second) == ["a", "b"]


def test_a_word_that_is_taken_back_at_once_makes_no_reflection(qtbot: QtBot, session: Session, draft: Draft) -> None:
    draft.edit(text="a")
    draft.edit(text="")
    draft.flush()
    qtbot.waitUntil(lambda: draft.is_settled)
    assert not draft.is_kept
    assert ask(qtbot, session, lambda journal: journal.reflections.count()) == (0, 0)


def test_what_is_read_again_does_not_undo_what_waits(qtbot: QtBot, session: Session, draft: Draft) -> None:
    given = reflection("before")
    draft.load(given)
    draft.edit(text="after")
    draft.load(given)  # as it was read before the save
    assert draft.reflection.content.text == "after"
