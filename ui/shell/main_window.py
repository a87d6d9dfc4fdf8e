"""The window: the gate while the journal is locked, and from then on what is inside it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QByteArray, QCoreApplication, QEvent, QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget

from app import settings
from app.settings import Look
from ui import collecting
from ui.doorbell.bell import Bell
from ui.reference import SETTINGS, TODAY
from ui.session import Session
from ui.shell.actions import action
from ui.theme import appearance, tokens
from ui.unlock.gate import Gate

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from ui.shell.inside import Inside
    from ui.shell.looking_ahead import LookingAhead
    from ui.triggers.watch import Watch

_SIZE = QSize(1360, 828)
_LEAST = QSize(820, 560)
_A_MOMENT = 300  # milliseconds, in which the page that was just opened is painted


class MainWindow(QMainWindow):
    """One journal, locked or open. To lock, the program starts anew: it goes from locked to open only."""

    painted = Signal()  # for the first time

    def __init__(self, session: Session, folder: Path, *, place: str = "", notice: str = "") -> None:
        super().__init__()
        self._session = session
        self._stack = QStackedWidget()
        self.inside: Inside | None = None
        self._to_be: Inside | None = None
        self._ahead: LookingAhead | None = None
        self._is_painted = False
        self._watch: Watch | None = None
        self.setWindowTitle("Courage Journal")
        self.setMinimumSize(_LEAST)
        self.setCentralWidget(self._stack)
        self.resize(_SIZE)
        self.restoreGeometry(QByteArray.fromBase64((place or settings.load().place).encode()))
        # After locking, the window comes back where it was, but never takes the keyboard from what is used now.
        if place:
            self.setAttribute(QtCore.Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self._gate: Gate | None = Gate(session, folder, settings.load())
        self._gate.look_chosen.connect(self._on_look_chosen)
        if notice:
            self._gate.show_unlock(notice)
        self._stack.addWidget(self._gate)
        self._gate.focus_start()  # what it chose before it was in a window is forgotten
        session.awaited.connect(self._look_ahead)
        session.opened.connect(self._on_opened)
        session.renewed.connect(self._renew)
        self.painted.connect(self._finish)

    def dress(self) -> None:
        """Puts the look and the size of text in force that the settings say."""
        kept, before = settings.load(), tokens.text_size_in_force()
        appearance.apply(kept.look, kept.text_size)
        if kept.text_size != before and self.inside is not None:
            # Widths that grow with the text were chosen when the pages were made.
            self.inside.when_saved(lambda: self._make_inside(SETTINGS))

    @property
    def gate(self) -> Gate | None:
        """The gate, as long as the journal is locked."""
        return self._gate

    def answer(self, bell: Bell) -> None:
        """Comes to the front whenever it is rung for at the journal in hand."""
        bell.rung.connect(self._come_to_the_front)
        self.painted.connect(bell.listen)
        if self._gate is not None:
            self._gate.journal_chosen.connect(bell.move)

    def await_sample(self) -> None:
        """Opens the sample as soon as the gate is painted."""
        if self._gate is not None:
            self._gate.show_opening()
            self.painted.connect(self._gate.open_sample)

    def place(self) -> str:
        """Where the window is, as text that another start understands."""
        return bytes(self.saveGeometry().toBase64().data()).decode()

    def closeEvent(self, event: QCloseEvent) -> None:
        settings.keep(place=self.place())
        if self.inside is None:
            event.accept()
        else:
            event.ignore()
            self.inside.quit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self, self.painted.emit)

    def _finish(self) -> None:
        """Adds what nothing can ask for before there is something to see."""
        QGuiApplication.styleHints().colorSchemeChanged.connect(self.dress)
        if self._gate is not None:
            self._gate.addAction(self._action("quit", self.close))
            self._gate.addAction(self._action("help", self._show_help))

    def _action(self, key: str, do: Callable[[], object]) -> "QAction":
        from PySide6.QtGui import QAction, QKeySequence

        shown = action(key)
        made = QAction(shown.words(), self._gate)
        made.setShortcuts([QKeySequence(keys) for keys in shown.shortcuts])
        made.triggered.connect(do)
        return made

    def _show_help(self) -> None:
        """The help of the gate, or what was open of it closes."""
        from ui.help.at_gate import show_or_close  # most days nobody asks for it

        if self._gate is not None:
            show_or_close(self._gate)

    def _come_to_the_front(self) -> None:
        self.setWindowState(self.windowState() & ~QtCore.Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()
        # Where the system gives the keyboard to nobody who asks, it at least says that somebody does.
        QApplication.alert(self)

    def _on_look_chosen(self, look: Look) -> None:
        appearance.apply(look, settings.load().text_size)

    def _on_opened(self) -> None:
        self._make_inside(TODAY)

    def _renew(self, said: str) -> None:
        """Makes the pages anew, and says why: what was in their fields would come back with the next key."""

        def make_anew() -> None:
            if self.inside is not None:
                self._make_inside(self.inside.workspace.current_key)
                self.inside.workspace.toast.say(said)

        QTimer.singleShot(0, self, make_anew)  # who says so is among what is made anew

    def _look_ahead(self) -> None:
        """Uses the time in which somebody types and the key is derived; before that there is nothing to show in it."""
        from ui.shell.looking_ahead import (  # the first paint does without
            FIRST_NEEDED,
            PARTS,
            LookingAhead,
            load_names,
            loads,
        )

        if self.inside is not None:
            return
        paints = [partial(self._paint_ahead, part) for part in range(PARTS)]
        builds: list[Callable[[], object]] = [self._build_inside, self._build_today, self._lay_out, *paints]
        self._ahead = LookingAhead([*loads(FIRST_NEEDED), load_names, *builds], self)

    def _build_inside(self) -> None:
        self._to_be = self._new_inside()

    def _build_today(self) -> None:
        if self._to_be is not None:
            self._to_be.workspace.prepare(TODAY)

    def _lay_out(self) -> None:
        from ui.shell.looking_ahead import lay_out

        if self._to_be is not None:
            lay_out(self._to_be, self._stack.size())

    def _paint_ahead(self, part: int) -> None:
        from ui.shell.looking_ahead import paint_ahead

        if self._to_be is not None:
            paint_ahead(self._to_be, part)

    def _new_inside(self) -> "Inside":
        from ui.shell.inside import Inside  # what is inside is not needed to paint the gate

        made = Inside(self._session, self)
        self._stack.addWidget(made)
        return made

    def _make_inside(self, page: str) -> None:
        if self._ahead is not None:
            self._ahead.stop()
            self._ahead = None
        # What was there before stays in sight until there is something to see. Of the window itself, updates would be
        # painted once for it and once more for what is in it.
        self._stack.setUpdatesEnabled(False)
        before, self.inside = self.inside or self._gate, self._to_be or self._new_inside()
        self._gate = self._to_be = None
        self.inside.workspace.fill(page)
        self._stack.setCurrentWidget(self.inside)
        if before is not None:
            self._stack.removeWidget(before)
            before.deleteLater()
        self.inside.begin(page, self._let_paint)
        collecting.leave_out_what_stays()  # what opening has loaded would be looked at within the next moments

    def _let_paint(self) -> None:
        QTimer.singleShot(0, self, self._paint)  # once all is laid out that came with the same answer

    def _paint(self) -> None:
        # Every part that came into sight meanwhile has asked to be painted; with all the rest it is, and not once more.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.UpdateLater)
        self._stack.setUpdatesEnabled(True)
        if self._watch is None:
            QTimer.singleShot(_A_MOMENT, self, self._begin_watching)

    def _begin_watching(self) -> None:
        from ui.triggers.watch import watch_here  # while it is locked there is nothing to lock

        if self._watch is not None:
            return
        self._watch = watch_here(self)
        self._watch.came.connect(self._on_came)
        self._watch.noticing.connect(lambda known: self._session.will_lock_on(known, self))
        self._watch.begin(self.windowHandle())

    def _on_came(self) -> None:
        if self.inside is not None:
            self.inside.lock()
