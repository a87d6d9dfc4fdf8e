"""Somebody is erased from the window: what is told, what is chosen, what is typed, and what is left."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app import settings
from app.journal import Journal
from app.reflections.model import Filter
from tests.app.people.test_store import person
from tests.app.reflections.journals import NOW, plan, reflection
from tests.ui.sessions import ask, close_session, open_session
from ui.people.erase_sheet import EraseSheet
from ui.people.mention_rows import from_a_word, to_a_word
from ui.session import Change, Session

Key, Modifier = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def session(qtbot: QtBot, tmp_path: Path) -> Iterator[Session]:
    """Open, on a journal in which Sandra Koch is mentioned three times, and Anna Koch is known, too."""
    given = [
        reflection("Sandra Koch asked. Then Sandra left.", NOW.date(), plan("she asks", "wait", "Sandra Koch")),
        reflection("Koch again", people=("Sandra Koch", "Anna Koch")),
    ]
    made = open_session(qtbot, tmp_path / "journal", given)
    yield made
    close_session(qtbot, made)


@pytest.fixture
def sheet(qtbot: QtBot, session: Session) -> EraseSheet:
    page = QWidget()
    page.resize(1100, 760)
    qtbot.addWidget(page)
    page.show()
    made = EraseSheet(session, "Sandra Koch", page)
    with qtbot.waitActive(page):
        page.activateWindow()
    made.open_sheet()
    qtbot.waitUntil(lambda: made.presenter.preview is not None)
    return made


def texts(journal: Journal) -> list[str]:
    return sorted(each.content.text for each in journal.reflections.find(Filter()))


def erase(qtbot: QtBot, sheet: EraseSheet) -> str:
    sheet.typed.setText("sandra koch")
    with qtbot.waitSignal(sheet.erased) as told:
        sheet.erase.click()
    assert told.args is not None
    return str(told.args[0])


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def test_it_tells_what_goes_and_what_stays(sheet: EraseSheet) -> None:
    assert sheet.goes.text() == "1 plan with them"
    assert sheet.stays.text() == "1 reflection names them; it stays, without the name."
    assert sheet.heading.text() == "3 places in other texts mention them"
    assert [each.choice.key() for each in sheet.mentions.rows] in (
        ["initials", "initials", "keep"],
        ["keep", "initials", "initials"],
    )


def test_nothing_goes_until_the_name_is_typed(qtbot: QtBot, sheet: EraseSheet, session: Session) -> None:
    sheet.typed.setText("Sandra")
    sheet.erase.click()
    assert "name" in sheet.error.text()
    assert focused() is sheet.typed
    assert ask(qtbot, session, lambda journal: journal.people.names()) == ["Anna Koch", "Sandra Koch"]


def test_one_mention_is_kept_and_the_rest_gets_other_words(qtbot: QtBot, sheet: EraseSheet, session: Session) -> None:
    changed: list[str] = []
    session.changed.connect(lambda change, _: changed.append(change.kind))
    first = next(each for each in sheet.mentions.rows if each.mention.said == "Sandra Koch")
    first.choice.chosen.emit("keep")
    assert not sheet.alias.isEnabled()
    sheet.for_all.chosen.emit("alias")
    assert sheet.alias.isEnabled()
    sheet.alias.setText("someone")
    sheet.alias.textEdited.emit("someone")
    said = erase(qtbot, sheet)
    assert said == "Sandra Koch is erased."
    assert not sheet.isVisible()
    assert ask(qtbot, session, texts) == ["Koch again", "Sandra Koch asked. Then someone left."]
    assert ask(qtbot, session, lambda journal: journal.people.names()) == ["Anna Koch"]
    assert {"reflection", "person", "preference", "topic"} <= set(changed)


def test_words_with_the_name_in_them_are_refused_beside_their_field(qtbot: QtBot, sheet: EraseSheet) -> None:
    sheet.for_all.chosen.emit("alias")
    sheet.alias.setText("our Sandra")
    sheet.alias.textEdited.emit("our Sandra")
    sheet.typed.setText("Sandra Koch")
    sheet.erase.click()
    qtbot.waitUntil(lambda: bool(sheet.alias_error.text()))
    assert "our Sandra" in sheet.alias_error.text()
    assert focused() is sheet.alias
    assert sheet.isVisible()


def test_older_backups_are_named_and_go_once_a_new_one_is_made(
    qtbot: QtBot, session: Session, sheet: EraseSheet
) -> None:
    made: list[object] = []
    assert session.keeping is not None
    session.keeping.back_up(session, lambda: made.append(None), made.append)
    qtbot.waitUntil(lambda: bool(made))
    sheet.presenter.ask()
    qtbot.waitUntil(lambda: bool(sheet.presenter.backups))
    (old,) = sheet.presenter.backups
    assert sheet.backups_heading.text() == "1 earlier backup may have the name"
    sheet.with_backups.setChecked(True)
    assert erase(qtbot, sheet) == "Sandra Koch is erased."
    assert not old.path.exists()
    assert len(list(old.path.parent.glob("*.backup"))) == 1


def test_what_the_window_remembers_of_the_name_of_the_journal_follows(
    qtbot: QtBot, session: Session, sheet: EraseSheet
) -> None:
    session.prefer(session, name="Sandra and I")
    settings.keep(name="Sandra and I")
    sheet.presenter.ask()
    assert erase(qtbot, sheet)
    assert session.preferences.name == settings.load().name == "S. and I"


def test_by_keyboard_alone(qtbot: QtBot, sheet: EraseSheet, session: Session) -> None:
    QTest.keyClick(focused(), Key.Key_Tab)
    assert focused().accessibleName() == "Initials"
    QTest.keyClick(focused(), Key.Key_Right)
    assert sheet.for_all.key() == "alias"
    for _ in range(40):
        if focused() is sheet.typed:
            break
        QTest.keyClick(focused(), Key.Key_Tab)
    QTest.keyClicks(focused(), "Sandra Koch")
    with qtbot.waitSignal(sheet.erased):
        QTest.keyClick(focused(), Key.Key_Return)
    assert "A colleague asked. Then a colleague left." in ask(qtbot, session, texts)


def test_escape_leaves_everything_as_it_was(qtbot: QtBot, sheet: EraseSheet, session: Session) -> None:
    QTest.keyClick(focused(), Key.Key_Escape)
    assert not sheet.isVisible()
    assert ask(qtbot, session, lambda journal: journal.people.names()) == ["Anna Koch", "Sandra Koch"]


def test_many_mentions_come_a_few_at_a_time_and_all_are_chosen_for(qtbot: QtBot, session: Session) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(900, 600)
    page.show()
    given = [reflection(f"Tom {number}") for number in range(60)]
    done: list[object] = []

    def work(journal: Journal) -> None:
        journal.reflections.add_all(given, NOW)
        journal.people.save(person("Tom"), NOW)

    session.write(session, Change("reflection"), work, done.append)
    qtbot.waitUntil(lambda: bool(done))
    sheet = EraseSheet(session, "Tom", page)
    sheet.open_sheet()
    qtbot.waitUntil(lambda: bool(sheet.mentions.rows))
    assert (len(sheet.mentions.rows), sheet.mentions.more.words()) == (25, "Show 25 more")
    sheet.mentions.more.click()
    assert (len(sheet.mentions.rows), sheet.mentions.more.words()) == (50, "Show 10 more")
    sheet.for_all.chosen.emit("alias")
    sheet.typed.setText("Tom")
    with qtbot.waitSignal(sheet.erased):
        sheet.erase.click()
    assert not any("Tom" in each for each in ask(qtbot, session, texts))


@pytest.mark.parametrize(
    ("cut", "is_begun"), [("…n a question", "…a question"), ("… was going", "…was going"), ("…einhausen", "…einhausen")]
)
def test_what_comes_before_a_mention_begins_with_a_word(cut: str, is_begun: str) -> None:
    assert from_a_word(cut) == is_begun


@pytest.mark.parametrize(
    ("cut", "is_ended"), [("to use it a…", "to use it…"), ("our page. Th…", "our page…"), ("einhausen…", "einhausen…")]
)
def test_what_comes_after_a_mention_ends_with_a_word(cut: str, is_ended: str) -> None:
    assert to_a_word(cut) == is_ended
