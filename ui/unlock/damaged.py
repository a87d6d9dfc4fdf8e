"""A journal that is damaged: the facts, what may be lost, and the safe thing first."""

import platform
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app import __version__
from app.errors import DamagedJournal
from app.moments import format_instant
from app.sentences import finding
from app.translation import tr
from ui import wording
from ui.keys.backup_words import entries, moment_of
from ui.refusals import printable
from ui.session import Session
from ui.theme import icons, tokens
from ui.unlock.closeness import Closeness
from ui.widgets.buttons import Button, LinkButton
from ui.widgets.labels import Label, Line, Paragraph
from ui.widgets.panes import ScrollPage, column, row

if TYPE_CHECKING:
    from app.vault.rescue import Damage

WIDTH = 680
_MEASURE = 540
_FACT = 176


class Damaged(QWidget):
    """Says what is known, and offers to restore. Escape goes back to the door."""

    restore_asked = Signal(object)  # the path of a backup, or None to choose one
    went_back = Signal()

    def __init__(self, session: Session, folder: Path, name: str, error: DamagedJournal) -> None:
        super().__init__()
        self._folder, self._name, self._error = folder, name, error
        self._damage: Damage | None = None
        self.restore = Button(tr("Restore a backup"), "primary", icon="history", size="large")
        self.another = Button(tr("Choose another backup…"), size="large")
        self.another.hide()  # until there is one that it would be another than
        self.back = Button(tr("Back"), "quiet", size="large")
        self.copy = LinkButton(tr("Copy details for support"))
        self._facts = column()
        self._words = Paragraph(_first_words(), "reading")
        self._lay_out()
        self.restore.clicked.connect(self._on_restore)
        self.another.clicked.connect(lambda: self.restore_asked.emit(None))
        self.back.clicked.connect(self.went_back)
        self.copy.clicked.connect(self._on_copy)
        code = error.finding
        session.outside(self, lambda: _look(folder, code), self._on_found, lambda _: self._show_facts())

    def focus_start(self) -> None:
        """Puts the focus on the safe thing."""
        self.restore.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.went_back.emit()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        kept = tr("The damaged copy is renamed and kept beside the restored one. Nothing is deleted.")
        inside = column(
            row(_BrokenFile(), ...),
            10,
            Label(tr("This journal is damaged"), "display"),
            9,
            row(self._words, margins=(0, 0, tokens.scaled(WIDTH - _MEASURE), 0)),
            30,
            self._facts,
            28,
            row(self.restore, self.another, self.back, ..., spacing=8),
            18,
            Paragraph(kept, "small"),
        )
        body = QWidget()
        body.setFixedWidth(tokens.scaled(WIDTH))
        body.setLayout(inside)
        said = Label(tr("The details hold no journal text"), "caption", "ink3")
        below = row(..., self.copy, said, ..., spacing=16)
        whole = column(..., row(..., body, ...), ..., 12, below, margins=(24 + ScrollPage.ROOM, 32, 24, 29))
        holder = QWidget()
        holder.setLayout(whole)
        page = ScrollPage(holder)
        self._closeness = Closeness(page, whole, inside)
        self.setLayout(column(page))

    def _on_found(self, damage: "Damage") -> None:
        self._damage = damage
        self._show_facts()
        if damage.last_backup is not None:
            moment = moment_of(damage.last_backup.created_at)
            self.restore.say(tr("Restore the backup of {moment}").format(moment=moment))
            self.another.show()
            self._words.setText(_words_with_backup())

    def _show_facts(self) -> None:
        facts = [
            (tr("Journal"), printable(self._name) or tr("Your journal"), printable(str(self._folder))),
            (tr("What failed"), _capital(finding(self._error.finding)), self._written()),
            (tr("Last good backup"), *self._last_backup()),
            (tr("Not in the backup"), *self._lost()),
        ]
        self._facts.addWidget(Line())
        for title, fact, more in facts:
            self._facts.addWidget(_Fact(title, fact, more))
            self._facts.addWidget(Line())

    def _written(self) -> str:
        if self._damage is None or self._damage.size is None or self._damage.changed_at is None:
            return ""
        size, moment = wording.size_name(self._damage.size), moment_of(self._damage.changed_at)
        return tr("{size}, last written {moment}").format(size=size, moment=moment)

    def _last_backup(self) -> tuple[str, str]:
        last = self._damage.last_backup if self._damage else None
        if last is None:
            return tr("None beside this journal"), tr("One on a drive can be chosen as a file")
        readable = tr("{entries}, {size}, whole when it was read just now")
        said = readable.format(entries=entries(last.records), size=wording.size_name(last.size))
        return moment_of(last.created_at), said

    def _lost(self) -> tuple[str, str]:
        if self._damage is None or self._damage.last_backup is None:
            return tr("Nothing can be said without a backup"), ""
        if not self._damage.may_lose:
            return tr("Nothing"), tr("The journal was not written to after it")
        return tr("What was written after it"), tr("It stays in the damaged copy")

    def _on_restore(self) -> None:
        last = self._damage.last_backup if self._damage else None
        self.restore_asked.emit(last.path if last else None)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(details(self._error, self._damage))
        self.copy.say(tr("Copied"))


class _Fact(QWidget):
    def __init__(self, title: str, fact: str, more: str) -> None:
        super().__init__()
        name = Label(title, "small", "ink3")
        name.setFixedWidth(tokens.scaled(_FACT))
        words = column(Paragraph(fact, "body", "ink", weight=500))
        if more:
            words.addWidget(Paragraph(more, "small", "ink3"))
        self.setLayout(row(column(2, name, ...), words, margins=(0, 13, 0, 13)))
        self.setAccessibleName(tr("{title}: {fact}").format(title=title, fact=fact))


class _BrokenFile(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(24, 28)

    def paintEvent(self, event: QPaintEvent) -> None:
        icons.draw(QPainter(self), "file-broken", QRectF(-4, 0, 28, 28), tokens.color("brick"))


def details(error: DamagedJournal, damage: "Damage | None") -> str:
    """What support may know: codes, versions, sizes and times; no names, no places, no text."""
    lines = [
        f"courage-journal {__version__}",
        f"{platform.system()} {platform.release()}, Python {platform.python_version()}",
        f"finding {error.finding}",
    ]
    if damage is not None and damage.changed_at is not None:
        lines.append(f"database {damage.size} {format_instant(damage.changed_at)}")
    if damage is not None and damage.last_backup is not None:
        last = damage.last_backup
        lines.append(f"backup {last.size} {format_instant(last.created_at)} {last.records}")
    return "\n".join(lines)


def _first_words() -> str:
    return tr("Something in it no longer matches its seal, so nothing was opened. Nothing has left this computer.")


def _words_with_backup() -> str:
    return tr(
        "Something in it no longer matches its seal, so nothing was opened. There is a backup that is whole. Nothing "
        "has left this computer."
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _look(folder: Path, code: str) -> "Damage":
    from app.vault.rescue import damage

    return damage(folder, code)
