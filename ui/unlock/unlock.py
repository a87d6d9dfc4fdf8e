"""The door of a journal that exists: the passphrase, and the other ways in."""

from datetime import datetime
from pathlib import Path

from PySide6 import QtCore
from PySide6.QtCore import QPointF, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QSpacerItem, QVBoxLayout, QWidget

from app.translation import tr
from ui import wording
from ui.keys.below_field import below_field
from ui.refusals import printable, refusal
from ui.session import Session
from ui.theme import tokens
from ui.unlock import whereabouts
from ui.unlock.mark import Mark
from ui.unlock.secret_words import passphrase
from ui.widgets import drawing
from ui.widgets.buttons import Button, LinkButton
from ui.widgets.by_name import set_by_name
from ui.widgets.fields import FieldError, PassphraseField
from ui.widgets.labels import Label, Line, Paragraph
from ui.widgets.panes import ScrollPage, column, row

WIDTH = 360
_NOON, _EVENING, _NIGHT = 12, 18, 4
_ROOM_BELOW = 129  # as much as the other way in takes, where there is none
_ROOM_FOR_WORDS = 48  # beside it, above and below alike
_A_MOMENT = 8  # milliseconds, in which the derivation begins; beside it nothing that is drawn takes any time


class Unlock(QWidget):
    """Asks for the passphrase of the journal in `folder`. Where there is none any more, it offers to begin one."""

    unlocked = Signal()
    damaged = Signal(object)  # the DamagedJournal
    faulted = Signal(object)
    recovery_asked = Signal()
    restore_asked = Signal()
    another_asked = Signal()
    new_asked = Signal()

    def __init__(self, session: Session, folder: Path, name: str, notice: str = "") -> None:
        super().__init__()
        self._session, self._folder = session, folder
        self.field = PassphraseField(tr("Passphrase"), height=44)
        self.error = FieldError(room_below=6)
        self.unlock = Button(tr("Unlock"), "primary", icon="corner-down-left", size="wide", icon_after=True)
        self.computer = Button(tr("Unlock with this computer"), icon="key", size="wide")
        self._allows_computer = whereabouts.allows_computer(folder)
        self.notice = Paragraph(notice, "small", "ink2", is_centred=True)
        if not notice:
            self.notice.hide()
        self.links = self._links()
        self._room = _room(self._room_below())
        self.field.textEdited.connect(self._on_typed)
        self.unlock.clicked.connect(self._on_unlock)
        self.computer.clicked.connect(self._on_computer)
        self._begins = QTimer(self, singleShot=True, interval=_A_MOMENT)  # while it runs, nothing else is begun
        self._begins.timeout.connect(lambda: self._set_busy(self.unlock, tr("Unlocking")))
        self._lay_out(name)

    def focus_start(self) -> None:
        """Puts the cursor where the passphrase goes."""
        self.field.setFocus()

    def say(self, said: str, *, is_about_field: bool = True) -> None:
        """Says below the field what is the matter."""
        self.field.set_error(bool(said) and is_about_field)
        self.error.say(said)
        # What is said takes its room from below, so that nothing above it moves.
        taken = self.error.heightForWidth(tokens.scaled(WIDTH)) if said else 0
        left = max(0, self._room_below() - taken)
        self._room.changeSize(0, left, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Preferred)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (QtCore.Qt.Key.Key_Return, QtCore.Qt.Key.Key_Enter):
            self.unlock.click()
        else:
            super().keyPressEvent(event)

    def _links(self) -> list[LinkButton]:
        first = (tr("Use the recovery key"), self.recovery_asked)
        if not whereabouts.holds_journal(self._folder):
            first = (tr("Begin a new journal"), self.new_asked)
        rest = [(tr("Restore a backup"), self.restore_asked), (tr("Open another journal"), self.another_asked)]
        links = []
        for words, asked in [first, *rest]:
            link = LinkButton(words)
            link.clicked.connect(asked)
            links.append(link)
        return links

    def _lay_out(self, name: str) -> None:
        clock = datetime.now().astimezone()
        block = QWidget()
        block.setFixedWidth(tokens.scaled(WIDTH))
        greeting = Label(greeting_at(clock.hour), "display")
        set_by_name(greeting, alignment="AlignHCenter")
        about = Paragraph(describe(self._folder, name, clock), "body", is_centred=True)
        parts = column(row(..., Mark(56), ...), 23, greeting, 2, about, 36, self.notice)
        for item in (Label(tr("Passphrase"), "control"), self.field):
            parts.addWidget(item)
            parts.addSpacing(6 if item is not self.field else 0)
        parts.addLayout(below_field(self.error))
        parts.addSpacing(6)
        parts.addWidget(self.unlock)
        if self._allows_computer:
            parts.addLayout(self._other_way())
        block.setLayout(parts)
        holder = QWidget()
        holder.setLayout(self._around(block))
        self.setLayout(column(ScrollPage(holder)))

    def _other_way(self) -> QVBoxLayout:
        about = Paragraph(
            tr("Uses the key your system holds while you are signed in."), "small", "ink2", is_centred=True
        )
        either = row(Line(tone="lineStrong"), 12, Label(tr("or"), "small", "ink3"), 12, Line(tone="lineStrong"))
        for line in (0, 4):
            either.setStretch(line, 1)
        self.computer.setAccessibleDescription(about.text())
        return column(20, either, 20, self.computer, 10, about)

    def _room_below(self) -> int:
        return _ROOM_FOR_WORDS if self._allows_computer else _ROOM_BELOW

    def _around(self, block: QWidget) -> QVBoxLayout:
        links = row(..., spacing=15)
        for link in self.links:
            if link is not self.links[0]:
                links.addWidget(_Dot())
            links.addWidget(link)
        links.addStretch(1)
        around = column(..., row(..., block, ...), margins=(24 + ScrollPage.ROOM, 0, 24, 36))
        if self._allows_computer:
            around.insertItem(0, _room(_ROOM_FOR_WORDS))
        around.addItem(self._room)
        around.addStretch(1)
        around.addSpacing(12)
        around.addLayout(links)
        return around

    def _on_typed(self) -> None:
        self.say("")
        self._session.warm_up()

    def _on_computer(self) -> None:
        if self._begins.isActive():
            return
        self._set_busy(self.computer, tr("Asking this computer"))
        self._session.open_with_computer(self._folder, self._on_opened, self._on_failed)

    def _on_unlock(self) -> None:
        if not self._begins.isActive():
            text = self.field.text()
            self._session.open(self._folder, lambda: passphrase(text), self._on_opened, self._on_failed)
            self._begins.start()

    def _on_opened(self) -> None:
        self.field.take()
        self.unlocked.emit()

    def _on_failed(self, error: Exception) -> None:
        from app.errors import AppError, DamagedJournal, KeyringFailed

        self._set_ready()
        if isinstance(error, DamagedJournal):
            self.damaged.emit(error)
            return
        if not isinstance(error, AppError):
            self.faulted.emit(error)
        self.say(refusal(error), is_about_field=not isinstance(error, KeyringFailed))
        self.field.setFocus()
        self.field.selectAll()

    def _set_busy(self, button: Button, said: str) -> None:
        button.say(said)
        for each in self._controls():
            each.setEnabled(False)

    def _set_ready(self) -> None:
        self._begins.stop()
        self.unlock.say(tr("Unlock"))
        self.computer.say(tr("Unlock with this computer"))
        for each in self._controls():
            each.setEnabled(True)

    def _controls(self) -> tuple[QWidget, ...]:
        return (self.field, self.unlock, self.computer, *self.links)


def _room(height: int) -> QSpacerItem:
    return QSpacerItem(0, height, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Preferred)


class _Dot(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(4, 24)

    def paintEvent(self, event: QPaintEvent) -> None:
        drawing.dot(QPainter(self), QPointF(2, self.height() // 2), 2, tokens.color("ink3"))


def greeting_at(hour: int) -> str:
    """Good morning from four, good afternoon from noon, good evening from six."""
    if _NIGHT <= hour < _NOON:
        return tr("Good morning")
    return tr("Good afternoon") if _NOON <= hour < _EVENING else tr("Good evening")


def describe(folder: Path, name: str, now: datetime) -> str:
    """What a file's name and date reveal, and nothing else. `now` is aware."""
    called = printable(name).strip() or tr("Your journal")
    saved = whereabouts.last_saved(folder)
    if saved is None:
        return called
    when = wording.moment_name(saved, now.date())
    return tr("{name}, last saved {when}").format(name=called, when=when)
