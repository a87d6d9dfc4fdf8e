"""Workers: work in order, answers on the GUI thread, none to who is gone."""

import sys
import threading
import weakref

import shiboken6
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from ui.tasks import Worker


def ignore(_: object) -> None:
    """For answers that nobody waits for."""


def test_work_is_done_elsewhere_in_order_and_answered_here(qtbot: QtBot) -> None:
    thread, owner = Worker("test"), QObject()
    here, answers = threading.get_ident(), list[tuple[int, int, int]]()
    for number in range(3):
        thread.submit(
            owner,
            lambda number=number: (number, threading.get_ident()),  # type: ignore[misc]  # the number of this round
            lambda answer: answers.append((*answer, threading.get_ident())),
            ignore,
        )
    qtbot.waitUntil(lambda: len(answers) == 3)
    assert [number for number, _, _ in answers] == [0, 1, 2]
    assert len({worker for _, worker, _ in answers} - {here}) == 1
    assert {answered for _, _, answered in answers} == {here}


def test_once_there_are_two_threads_neither_holds_the_other_up_for_long(qtbot: QtBot) -> None:
    usual, done = sys.getswitchinterval(), list[float]()
    sys.setswitchinterval(0.005)
    try:
        thread, owner = Worker("test"), QObject()
        thread.submit(owner, sys.getswitchinterval, done.append, ignore)
        qtbot.waitUntil(lambda: bool(done))
    finally:
        sys.setswitchinterval(usual)
    assert done[0] < 0.001


def test_an_error_goes_to_who_asked(qtbot: QtBot) -> None:
    thread, owner, errors = Worker("test"), QObject(), list[Exception]()

    def fail() -> None:
        raise OSError("full")

    thread.submit(owner, fail, ignore, errors.append)
    qtbot.waitUntil(lambda: bool(errors))
    assert str(errors[0]) == "full"


def test_who_is_gone_is_not_answered_and_the_next_is(qtbot: QtBot) -> None:
    thread, gone, stays = Worker("test"), QObject(), QObject()
    gate, heard = threading.Event(), list[str]()
    thread.submit(gone, gate.wait, lambda _: heard.append("gone"), ignore)
    thread.submit(stays, lambda: None, lambda _: heard.append("stays"), ignore)
    shiboken6.delete(gone)
    gate.set()
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == ["stays"]


def test_what_was_worked_on_is_let_go_of(qtbot: QtBot) -> None:
    class Text:
        """Stands for words that must not be kept in memory."""

    thread, owner, answered = Worker("test"), QObject(), list[None]()
    text = Text()
    alive = weakref.ref(text)
    thread.submit(owner, lambda text=text: text, lambda _: answered.append(None), ignore)  # type: ignore[misc]  # held by it
    del text
    qtbot.waitUntil(lambda: bool(answered))
    qtbot.waitUntil(lambda: alive() is None)
