"""No word of a prompt is lost when another is taken in hand."""

from pytestqt.qtbot import QtBot

from app.reflections.model import Pillar
from tests.ui.sessions import ask
from ui.prompts.draft import PromptDraft
from ui.session import Session


def test_words_typed_during_a_save_are_kept_though_another_is_taken(qtbot: QtBot, session: Session) -> None:
    draft = PromptDraft(session, session)
    draft.begin(Pillar.TRUST)
    first = draft.id
    draft.edit(question="What did I leave alone?")
    draft.flush()
    draft.edit(question="What did I leave alone today?")  # the answer to the save has not come
    draft.begin(Pillar.RESPECT)
    assert draft.id != first
    qtbot.waitUntil(lambda: draft.is_settled)
    kept = ask(qtbot, session, lambda journal: journal.prompts.get(first))
    assert kept.question == "What did I leave alone today?"
