"""What was put away is seen and had back, whatever its kind, for as long as the trash keeps it."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from app.interviews.model import KitPart, PartKind
from app.journal import Journal
from app.prompts.model import Moment
from app.prompts.own import OwnPrompt
from app.reflections.model import Pillar
from tests.app.experiments.experiments import experiment
from tests.app.interviews.making import interview, kit
from tests.app.reflections.journals import reflection
from tests.ui.sessions import ask, ask_to_write
from tests.ui.shell.windows import Window, yesterday
from ui.prompts.sheet import PromptSheet
from ui.session import EXPERIMENT, Change, Session, now
from ui.shell.palette import Palette
from ui.trash.sheet import TrashSheet
from ui.widgets.labels import ElidedLabel

Key, Modifier = Qt.Key, Qt.KeyboardModifier
CTRL = Modifier.ControlModifier
OWN = OwnPrompt(
    id="c" * 32,
    pillar=Pillar.TRUST,
    moment=Moment.ACTING,
    question="What did the heron leave undone?",
    created_at=now(),
    updated_at=now(),
)


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Modifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifier)


def put_away(journal: Journal) -> None:
    """One of each kind, and an experiment without a word, which is nothing to be had back."""
    tried = experiment("leave the forecast alone", begun_on=yesterday(30))
    blank = replace(experiment("", begun_on=yesterday(30)), when="")
    for each in (tried, blank):
        journal.experiments.save(each, now())
        journal.experiments.delete(each.id, now())
    journal.prompts.save(OWN, now())
    journal.prompts.delete(OWN.id, now())
    written = reflection("The walk by the river", yesterday(3))
    journal.reflections.save(written, now())
    journal.reflections.delete(written.id, now())


def buttons(sheet: TrashSheet) -> list[QPushButton]:
    found = [each for each in sheet.findChildren(QPushButton) if each.accessibleName().startswith("Restore: ")]
    return [each for each in found if each.isVisible()]


def test_each_kind_is_there_and_comes_back(qtbot: QtBot, window: Window, session: Session) -> None:
    done: list[object] = []
    session.write(session, Change(EXPERIMENT), put_away, done.append)
    qtbot.waitUntil(lambda: bool(done))
    press(Key.Key_Delete, CTRL | Modifier.ShiftModifier)
    sheet = window.findChild(TrashSheet)
    assert sheet is not None
    qtbot.waitUntil(lambda: bool(buttons(sheet)))
    titles = {each.accessibleName().removeprefix("Restore: ") for each in buttons(sheet)}
    assert titles == {"leave the forecast alone", OWN.question, "The walk by the river"}
    assert any("kept until" in each.text() for each in sheet.findChildren(ElidedLabel))
    while there := buttons(sheet):
        there[0].click()
        qtbot.waitUntil(lambda: len(buttons(sheet)) < len(there))
    kept = ask(
        qtbot,
        session,
        lambda journal: {kind: len(found) for kind, store in journal.stores.items() if (found := store.trash())},
    )
    assert kept == {"experiment": 1}  # the one without a word
    assert session.prompts.known[OWN.id].question == OWN.question
    press(Key.Key_Escape)
    assert not sheet.isVisible()


def test_a_candidate_brings_the_kit_back_by_which_they_are_found(
    qtbot: QtBot, window: Window, session: Session
) -> None:
    given = kit(KitPart(what=PartKind.QUESTION, question="x", text="What did the heron do?", minutes=5), role="")
    talk, other = (interview(kit=given.id, candidate=each) for each in "DE")

    def work(journal: Journal) -> None:
        journal.kits.save(given, now())
        for each in (talk, other):
            journal.interviews.save(each, now())
        journal.kits.delete(given.id, now())

    ask_to_write(qtbot, session, work)
    press(Key.Key_Delete, CTRL | Modifier.ShiftModifier)
    sheet = window.findChild(TrashSheet)
    assert sheet is not None
    qtbot.waitUntil(lambda: bool(buttons(sheet)))
    there = {each.accessibleName().removeprefix("Restore: "): each for each in buttons(sheet)}
    assert set(there) == {"What did the heron do?", "Candidate D", "Candidate E"}
    there["Candidate D"].click()
    qtbot.waitUntil(lambda: len(buttons(sheet)) == 1)
    kept = ask(qtbot, session, lambda journal: (journal.kits.trash(), [i.id for i in journal.interviews.trash()]))
    assert kept == ([], [other.id])


def test_an_own_prompt_is_found_by_its_words_and_opened(qtbot: QtBot, window: Window, session: Session) -> None:
    done: list[object] = []
    session.change_prompts(session, lambda journal: journal.prompts.save(OWN, now()), lambda: done.append(None))
    qtbot.waitUntil(lambda: bool(done))
    press(Key.Key_K, CTRL)
    palette = window.findChild(Palette)
    assert palette is not None
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, "heron")
    qtbot.waitUntil(lambda: "heron" in palette.chosen_words())
    press(Key.Key_Return)
    sheet = window.findChild(PromptSheet)
    assert sheet is not None
    assert sheet.isVisible()
    assert sheet.presenter.id == OWN.id
