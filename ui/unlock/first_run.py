"""The first start: three steps beside the rope, and then the journal."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from app.settings import Look
from app.translation import tr
from ui.session import Session
from ui.theme import tokens
from ui.unlock.choose_passphrase import ChoosePassphrase
from ui.unlock.form import WIDTH, Form
from ui.unlock.panel import Panel

if TYPE_CHECKING:
    from ui.unlock.ready import Ready

_AROUND_FORM = 48


class FirstRun(QWidget):
    """Makes a journal, at first meant for `folder`. `made` says where it is, `finished` what it is called."""

    made = Signal(object)  # the folder
    finished = Signal(str)
    look_chosen = Signal(object)
    faulted = Signal(object)
    went_back = Signal()
    restore_asked = Signal()
    another_asked = Signal()
    sample_asked = Signal()

    def __init__(self, session: Session, folder: Path, look: Look, *, has_way_back: bool = False) -> None:
        super().__init__()
        self._session, self._look, self._key = session, look, ""
        self._named, self._written, self._opens_by_computer = "", "", False
        self.panel = Panel()
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(self.panel)
        first = ChoosePassphrase(session, folder, has_way_back=has_way_back)
        first.made.connect(self._on_made)
        first.faulted.connect(self.faulted)
        first.went_back.connect(self.went_back)
        first.restore_asked.connect(self.restore_asked)
        first.another_asked.connect(self.another_asked)
        first.sample_asked.connect(self.sample_asked)
        self.step: Form = first
        self._ready: Ready | None = None
        self._is_apart = False
        self._show(first, *_words_of_passphrase())

    def focus_start(self) -> None:
        """Puts the cursor where typing begins."""
        self.step.focus_start()

    def say_no_sample(self, said: str) -> None:
        """Why the sample could not be opened."""
        if isinstance(self.step, ChoosePassphrase):
            self.step.say_no_sample(said)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._is_apart:
            self.step.keyPressEvent(event)  # Enter and Escape mean the same among the choices
        else:
            super().keyPressEvent(event)

    def _arrange(self) -> None:
        """The panel, where there is room for it; it has the choices where the form is too low for them."""
        has_panel = self.width() >= self.panel.width() + tokens.scaled(WIDTH) + _AROUND_FORM
        self.panel.setVisible(has_panel)
        if self._ready is not None:
            self._set_apart(self._ready, has_panel and self._ready.whole_height() > self.height())

    def _set_apart(self, ready: "Ready", is_apart: bool) -> None:
        if is_apart == self._is_apart:
            return
        self._is_apart = is_apart
        focused = QApplication.focusWidget()
        if is_apart:
            self.panel.hold(ready.give_choices())
        else:
            self.panel.let_go()
            ready.take_choices()
        ready.choices.show()  # a layout would do so only in a while
        if focused is not None and ready.choices.isAncestorOf(focused):
            focused.setFocus()

    def _on_made(self, key: str) -> None:
        self._key = key
        self.made.emit(self._session.folder)
        self._show_key()

    def _show_key(self) -> None:
        from ui.unlock.store_key import StoreKey

        step = StoreKey(self._session, self._key)
        step.stored.connect(self._show_ready)
        self._show(step, *_words_of_key())

    def _show_ready(self) -> None:
        from ui.unlock.ready import Ready

        step = Ready(self._session, self._look, self._named, self._written, opens_by_computer=self._opens_by_computer)
        step.finished.connect(self.finished)
        step.faulted.connect(self.faulted)
        step.look_chosen.connect(self._on_look)
        step.went_back.connect(lambda: self._leave_ready(step))
        self._show(step, *_words_of_ready())
        self._ready = step
        self._layout.activate()
        self._arrange()
        self.focus_start()

    def _leave_ready(self, step: "Ready") -> None:
        self._named, self._written = step.name.text(), step.answer.text()
        self._opens_by_computer = step.computer.isChecked()
        self._set_apart(step, is_apart=False)
        self._ready = None
        self._show_key()

    def _on_look(self, look: Look) -> None:
        self._look = look
        self.look_chosen.emit(look)

    def _show(self, step: Form, headline: str, words: str) -> None:
        self.panel.say(headline, words)
        old, self.step = self.step, step
        if old is not step:
            self._layout.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._layout.addWidget(step, 1)
        if old is not step:
            step.show()
            self.focus_start()


def _words_of_passphrase() -> tuple[str, str]:
    words = tr(
        "A private place to notice the pull to step in, and to practise letting good people carry what is theirs."
    )
    return tr("The courage to\nrely on others"), words


def _words_of_key() -> tuple[str, str]:
    words = tr(
        "If the passphrase is ever lost, this key opens your journal. Nobody else has a copy, and that includes us."
    )
    return tr("A second key,\nkept somewhere else"), words


def _words_of_ready() -> tuple[str, str]:
    words = tr("No streaks, no scores, and nobody reading along. Five minutes in the morning is plenty.")
    return tr("One question,\nand you have begun"), words
