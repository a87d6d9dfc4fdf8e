"""Everything that takes the keyboard has a name, on every page and before them."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app import settings
from tests.app.reflections.journals import plan, reflection
from tests.ui.sessions import ask, close_session, open_session
from tests.ui.shell.windows import Window, yesterday
from ui.prompts.sheet import PromptSheet
from ui.session import Session
from ui.shell.actions import PAGES
from ui.shell.curtain import Curtain
from ui.shell.palette import Palette
from ui.shell.shortcut_sheet import ShortcutSheet
from ui.today.review import Review
from ui.unlock.gate import Gate


def nameless(holder: QWidget) -> list[str]:
    """What is shown, can have the focus and says nothing to a screen reader, by its class."""
    shown = (each for each in (holder, *holder.findChildren(QWidget)) if each.isVisibleTo(holder))
    takes_keys = (each for each in shown if each.focusPolicy() != Qt.FocusPolicy.NoFocus and not each.focusProxy())
    return [type(each).__name__ for each in takes_keys if not name_of(each)]


def name_of(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name).strip()


def test_a_field_without_a_name_would_be_found(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    QWidget(holder).setFocusPolicy(Qt.FocusPolicy.TabFocus)
    assert nameless(holder) == ["QWidget"]


def test_inside_a_journal(qtbot: QtBot, tmp_path: Path) -> None:
    given = [
        reflection(
            "He cut the right page.", yesterday(), plan("Jonas sends it", "wait"), people=("Jonas",), tags=("a",)
        ),
        reflection("I gave it back.", yesterday(8), plan("x", "y")),
    ]
    session = open_session(qtbot, tmp_path / "journal", given)
    window = Window(session)
    qtbot.addWidget(window)
    window.show()
    for key in PAGES:
        window.inside.run(key)
        ask(qtbot, session, lambda journal: journal.reflections.count())  # what the page asked before is answered
        assert nameless(window) == []
    window.inside.workspace.say("alert-circle", "Something to know", "See it", lambda: None)
    window.inside.workspace.toast.say("Moved to the trash", lambda: None)
    assert nameless(window) == []
    window.inside.run("journal")
    window.inside.run("edit")
    assert nameless(window) == []
    window.inside.run("review")
    qtbot.waitUntil(lambda: any(each.isVisible() for each in window.findChildren(Review)))
    assert nameless(window) == []
    for key, part in (("search", Palette), ("shortcuts", ShortcutSheet), ("prompts", PromptSheet)):
        window.inside.run(key)
        shown = window.findChild(part)
        assert shown is not None
        assert shown.isVisible()
        assert nameless(shown) == []
    curtain = window.findChild(Curtain)
    assert curtain is not None
    curtain.fall("Locking")
    curtain.say_not_saved()
    assert nameless(curtain) == []
    close_session(qtbot, session)


@pytest.mark.parametrize("view", ["show_first_run", "show_unlock", "show_recover", "show_restore"])
def test_before_a_journal(qtbot: QtBot, tmp_path: Path, view: str) -> None:
    session = Session()
    gate = Gate(session, tmp_path / "none", settings.load())
    qtbot.addWidget(gate)
    gate.show()
    show: Callable[[], None] = getattr(gate, view)
    show()
    assert nameless(gate) == []
    close_session(qtbot, session)
