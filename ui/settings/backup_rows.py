"""The backups there are, one row each: when, how much, whether it was proven, and its size."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLayout, QWidget

from app.translation import tr
from ui import wording
from ui.keys.backup_words import entries, moment_of
from ui.settings.sides import Sides
from ui.theme import tokens
from ui.widgets import drawing
from ui.widgets.buttons import LinkButton
from ui.widgets.labels import Label, Line
from ui.widgets.panes import column, row

if TYPE_CHECKING:
    from app.vault.backup import Backup

SHOWN = 3
_WHEN = 216


class BackupRows(QWidget):
    """The latest three, or all."""

    restore_asked = Signal()
    widened = Signal()  # more are shown now

    def __init__(self) -> None:
        super().__init__()
        self._found: Sequence[Backup] = ()
        self._shows_all = False
        self.heading = Label(tr("Latest"), "small", "ink2")
        self.all = LinkButton("")
        self.all.hide()
        self._rows = column()
        self.setLayout(column(row(self.heading, ..., self.all, margins=(0, 12, 0, 4)), Line(), self._rows))
        self.all.clicked.connect(self._on_all)

    def show_backups(self, found: "Sequence[Backup]") -> None:
        """Shows these, newest first."""
        self._found = found
        shown = self.shown()
        _empty(self._rows)
        for each in shown:
            line = BackupRow(each)
            line.restore.clicked.connect(self.restore_asked)
            self._rows.addWidget(line)
        if not found:
            none = Label(tr("None yet"), "small", "ink2")
            none.setContentsMargins(0, tokens.scaled(10), 0, tokens.scaled(10))
            self._rows.addWidget(none)
        self.all.say(tr("Show all {count}").format(count=len(found)))
        self.all.setVisible(len(found) > len(shown))

    def shown(self) -> "Sequence[Backup]":
        """Those that have a row."""
        return self._found if self._shows_all else self._found[:SHOWN]

    def _on_all(self) -> None:
        self._shows_all = True
        self.show_backups(self._found)
        self.widened.emit()


class BackupRow(QWidget):
    """One of them."""

    def __init__(self, backup: "Backup") -> None:
        super().__init__()
        moment = moment_of(backup.created_at)
        when = Label(moment, "control", tabular=True)
        when.setMinimumWidth(tokens.scaled(_WHEN))
        self.restore = LinkButton(tr("Restore…"))
        self.restore.setAccessibleName(tr("Restore the backup of {moment}").format(moment=moment))
        size = Label(wording.size_name(backup.size), "small", "ink2", tabular=True)
        count = Label(entries(backup.records), "small", "ink2", tabular=True)
        about = row(_Proof(backup.proven), size, self.restore, spacing=28)
        across = Sides(row(when, count, ...), about, padding=6)
        self.setLayout(column(across, Line()))


class _Proof(QWidget):
    def __init__(self, proven: bool) -> None:
        super().__init__()
        self._icon, self._tone = ("circle-check", "teal") if proven else ("alert-circle", "brick")
        words = tr("opened and checked") if proven else tr("damaged, not to be used")
        self.setLayout(row(Label(words, "small", "ink2" if proven else "brick"), margins=(tokens.scaled(20), 0, 0, 0)))

    def paintEvent(self, event: QPaintEvent) -> None:
        drawing.icon(QPainter(self), self._icon, 0, self.height() / 2, tokens.scaled(14), tokens.color(self._tone))


def _empty(layout: QLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
