"""Session: the journal as pages see it, with a real journal behind it."""

import threading
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from app.errors import DiskFull, JournalInUse, WrongRecoveryKey
from app.journal import Journal, Records
from app.reflections.model import Filter, Reflection
from app.vault.slots import RecoveryKey
from tests.app.reflections.journals import NOW, found, reflection
from tests.ui.sessions import ask, close_session, open_session, raise_again
from ui.session import PREFERENCES, REFLECTION, Change, Session


def save(session: Session, owner: QObject, given: Reflection, done: list[Reflection]) -> None:
    session.write(
        owner, Change(REFLECTION, given.id), lambda journal: journal.reflections.save(given, NOW), done.append
    )


def test_a_write_is_told_to_everybody_with_its_origin(qtbot: QtBot, session: Session) -> None:
    heard: list[tuple[Change, QObject]] = []
    session.changed.connect(lambda change, origin: heard.append((change, origin)))
    owner, done, given = QObject(), list[Reflection](), reflection("kept")
    save(session, owner, given, done)
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [(Change(REFLECTION, given.id), owner)]
    assert done[0].content.text == "kept"
    assert [each.content.text for each in ask(qtbot, session, lambda journal: journal.reflections.find(Filter()))] == [
        "kept"
    ]


def test_a_write_of_who_is_gone_is_done_and_told_all_the_same(qtbot: QtBot, session: Session) -> None:
    heard: list[Change] = []
    session.changed.connect(lambda change, _: heard.append(change))
    owner, done, given = QObject(), list[Reflection](), reflection("the last words")
    save(session, owner, given, done)
    shiboken6.delete(owner)
    qtbot.waitUntil(lambda: bool(heard))
    assert done == []
    assert ask(qtbot, session, lambda journal: journal.reflections.get(given.id)).content.text == "the last words"


def test_a_failure_that_nobody_takes_is_a_fault(qtbot: QtBot, session: Session) -> None:
    with qtbot.waitSignal(session.faulted) as fault:
        session.read(session, lambda journal: journal.reflections.get("f" * 32), lambda _: None)
    assert type(fault.args[0]).__name__ == "NoSuchRecord"


def test_a_failure_of_who_is_gone_is_a_fault(qtbot: QtBot, session: Session) -> None:
    owner, heard = QObject(), list[Exception]()

    def fail(_: Journal) -> None:
        raise ValueError("no")

    with qtbot.waitSignal(session.faulted) as faulted:
        session.write(owner, Change(REFLECTION), fail, print, heard.append)
        shiboken6.delete(owner)
    assert isinstance(faulted.args[0], ValueError)
    assert heard == []


def test_a_change_of_anything_is_told_for_every_kind_once_preferences_are_read(qtbot: QtBot, session: Session) -> None:
    heard: list[str] = []
    session.changed.connect(lambda change, _: heard.append(change.kind))

    def work(journal: Journal) -> str:
        journal.write(lambda journal: journal.preferences.change(wish="a quiet week"))
        return "done"

    session.change_anything(session, work, lambda said: heard.append(f"{said}: {session.preferences.wish}"), print)
    qtbot.waitUntil(lambda: "preference" in heard)
    assert heard[0] == "done: a quiet week"
    assert {"reflection", "experiment", "prompt", "person", "topic"} <= set(heard)


def test_a_failed_change_of_anything_is_a_fault_where_who_asked_is_gone(qtbot: QtBot, session: Session) -> None:
    owner, heard = QObject(), list[Exception]()

    def fail(_: Journal) -> None:
        raise ValueError("no")

    with qtbot.waitSignal(session.faulted) as faulted:
        session.change_anything(owner, fail, print, heard.append)
        shiboken6.delete(owner)
    assert isinstance(faulted.args[0], ValueError)
    assert heard == []


def test_a_failed_write_changes_nothing_and_tells_nobody(qtbot: QtBot, session: Session) -> None:
    heard: list[Change] = []
    session.changed.connect(lambda change, _: heard.append(change))
    errors: list[Exception] = []

    def work(journal: Journal) -> None:
        journal.reflections.save(reflection("half"), NOW)
        raise OSError

    session.write(session, Change(REFLECTION), work, lambda _: None, errors.append)
    qtbot.waitUntil(lambda: bool(errors))
    assert heard == []
    assert ask(qtbot, session, lambda journal: journal.reflections.count()) == (0, 0)


def test_preferences_hold_at_once_and_after_opening_again(qtbot: QtBot, tmp_path: Path) -> None:
    session = open_session(qtbot, tmp_path / "journal")
    with qtbot.waitSignal(session.changed) as changed:
        session.prefer(session, name="Maya’s journal", lock_after=10)
        assert session.preferences.name == "Maya’s journal"
    assert changed.args == [Change(PREFERENCES), session]
    kept = ask(qtbot, session, lambda journal: journal.preferences.get())
    assert (kept.name, kept.lock_after) == ("Maya’s journal", 10)
    close_session(qtbot, session)


def test_preferences_that_a_full_disk_kept_out_go_along_with_the_next(qtbot: QtBot, tmp_path: Path) -> None:
    session = open_session(qtbot, tmp_path / "journal")
    errors = list[Exception]()
    session.faulted.connect(errors.append)

    def statement(text: str) -> None:
        ask(qtbot, session, lambda journal: journal.vault.connection.exec_driver_sql(text).close())

    pages = ask(
        qtbot, session, lambda journal: journal.vault.connection.exec_driver_sql("PRAGMA page_count").scalar_one()
    )
    statement(f"PRAGMA max_page_count = {pages}")
    wish = "words " * 20_000
    session.prefer(session, wish=wish)
    qtbot.waitUntil(lambda: bool(errors))
    assert isinstance(errors[0], DiskFull)
    statement("PRAGMA max_page_count = 1000000")
    with qtbot.waitSignal(session.changed):
        session.prefer(session, name="Mine")
    kept = ask(qtbot, session, lambda journal: journal.preferences.get())
    assert (kept.name, kept.wish) == ("Mine", wish)
    close_session(qtbot, session)


def test_a_wrong_secret_leaves_it_locked(qtbot: QtBot, tmp_path: Path) -> None:
    found(tmp_path / "one")
    session, errors = Session(), list[Exception]()
    session.open(tmp_path / "one", lambda: found(tmp_path / "two"), lambda: None, errors.append)
    qtbot.waitUntil(lambda: bool(errors))
    assert isinstance(errors[0], WrongRecoveryKey)
    assert not session.is_open


def test_what_was_foreseen_is_answered_by_opening_itself(qtbot: QtBot, tmp_path: Path) -> None:
    key, other = found(tmp_path / "one"), found(tmp_path / "two")
    session, errors, heard = Session(), list[Exception](), list[object]()
    gone, asked = QObject(), list[type[object]]()

    def ask_first(records: Records) -> tuple[int, int]:
        asked.append(type(records))
        return records.reflections.count()

    session.foresee(session, ask_first, heard.append)
    session.foresee(gone, ask_first, lambda _: heard.append("who is gone"))
    shiboken6.delete(gone)
    session.open(tmp_path / "one", lambda: other, lambda: None, errors.append)
    qtbot.waitUntil(lambda: bool(errors))
    assert heard == []
    session.opened.connect(lambda: heard.append("opened"))
    session.open(tmp_path / "one", lambda: key, lambda: heard.append("done"), raise_again)
    qtbot.waitUntil(lambda: heard[-1:] == ["opened"])
    assert heard == [(0, 0), "done", "opened"]
    assert asked == [Records, Records, Journal, Journal]  # of an invented journal first
    session.foresee(session, ask_first, heard.append)
    assert ask(qtbot, session, lambda _: len(asked)) == 4
    close_session(qtbot, session)


def test_what_is_foreseen_while_the_key_is_derived_is_answered_and_rehearsed_no_more(
    qtbot: QtBot, tmp_path: Path
) -> None:
    key, is_foreseen, asked = found(tmp_path / "journal"), threading.Event(), list[type[object]]()
    session = Session()

    def derived() -> RecoveryKey:
        assert is_foreseen.wait(60)
        return key

    with qtbot.waitSignal(session.opened):
        session.open(tmp_path / "journal", derived, lambda: None, raise_again)
        session.foresee(session, lambda records: asked.append(type(records)), lambda _: None)
        is_foreseen.set()
    assert ask(qtbot, session, lambda _: list(asked)) == [Journal]
    close_session(qtbot, session)


def test_where_a_foreseen_question_fails_the_journal_is_open_and_nobody_is_answered(
    qtbot: QtBot, tmp_path: Path
) -> None:
    key, heard = found(tmp_path / "journal"), list[object]()
    session = Session()
    session.foresee(session, lambda records: records.reflections.count(), heard.append)
    session.foresee(session, lambda records: records.reflections.get("f" * 32), heard.append)
    with qtbot.waitSignal(session.opened):
        session.open(tmp_path / "journal", lambda: key, lambda: None, raise_again)
    assert session.is_open
    assert heard == []
    close_session(qtbot, session)


def test_one_that_cannot_be_read_is_closed_again(qtbot: QtBot, tmp_path: Path) -> None:
    key, errors = found(tmp_path / "journal"), list[Exception]()
    with Journal.open(tmp_path / "journal", key, NOW) as journal, journal.transaction():
        journal.vault.connection.exec_driver_sql("DROP TABLE preference")
    session = Session()
    for number in (1, 2):
        session.open(tmp_path / "journal", lambda: key, lambda: None, errors.append)
        qtbot.waitUntil(lambda number=number: len(errors) == number)  # type: ignore[misc]  # that of this round
    assert not session.is_open
    assert not any(isinstance(each, JournalInUse) for each in errors)
    Journal.open(tmp_path / "journal", key, NOW).close()


def test_what_it_creates_is_open_but_not_entered(qtbot: QtBot, tmp_path: Path) -> None:
    session, keys, entered = Session(), list[str](), list[bool]()
    session.opened.connect(lambda: entered.append(True))
    session.create(
        tmp_path / "journal", "quiet ladder pepper harbour", keys.append, lambda error: pytest.fail(str(error))
    )
    qtbot.waitUntil(lambda: bool(keys), timeout=30_000)
    assert session.is_open
    assert entered == []
    session.enter()
    assert entered == [True]
    close_session(qtbot, session)
    again = Session()
    with qtbot.waitSignal(again.opened):
        again.open(tmp_path / "journal", lambda: RecoveryKey(keys[0]), lambda: None, raise_again)
    close_session(qtbot, again)


def test_closing_waits_for_what_was_asked_before(qtbot: QtBot, tmp_path: Path) -> None:
    session = open_session(qtbot, tmp_path / "journal")
    done, closed, given = list[Reflection](), list[bool](), reflection("the last words")
    save(session, session, given, done)
    session.close(lambda: closed.append(True))
    qtbot.waitUntil(lambda: bool(closed))
    assert done[0].id == given.id
    assert not session.is_open
