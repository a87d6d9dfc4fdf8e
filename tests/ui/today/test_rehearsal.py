"""Today asks an invented journal first: then nothing has to be compiled while somebody waits for the real one."""

from datetime import date, timedelta
from pathlib import Path

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from app.journal import Journal
from app.vault.engine import COMPILED
from tests.app.reflections.journals import NOW, found, plan, reflection
from tests.ui.sessions import close_session, raise_again
from ui.session import Session
from ui.today.presenter import TodayPresenter


def test_what_today_asks_was_compiled_while_the_passphrase_was_typed(qtbot: QtBot, tmp_path: Path) -> None:
    today = date.today()  # noqa: DTZ011  the day on the wall
    key = found(tmp_path / "journal")
    with Journal.open(tmp_path / "journal", key, NOW) as journal, journal.transaction():
        days = (today, today - timedelta(days=1))
        journal.reflections.add_all(
            [reflection("words", day, plan("when", "will", "Jonas"), pull=3) for day in days], NOW
        )
    COMPILED.clear()
    session, rehearsed = Session(), list[int]()
    presenter = TodayPresenter(session)
    session.outside(QObject(session), lambda: len(COMPILED), rehearsed.append, raise_again)
    qtbot.waitUntil(lambda: bool(rehearsed))
    session.open(tmp_path / "journal", lambda: key, presenter.ask, raise_again)
    with qtbot.waitSignal(presenter.shown):
        pass
    assert len(presenter.state.written) == 1
    assert rehearsed == [len(COMPILED)]
    assert rehearsed[0] > 20
    close_session(qtbot, session)
