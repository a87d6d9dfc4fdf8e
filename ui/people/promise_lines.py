"""Promises to type, a line each, with an empty one at the end as long as there may be more."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app import limits
from app.translation import tr
from ui.reflection.fields import show_line
from ui.widgets.fields import LineField


class PromiseLines(QWidget):
    """Enter goes to the next line; Backspace in an empty one to the one before."""

    edited = Signal(object)  # the promises, a tuple

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self.lines: list[LineField] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self.show_promises(())

    def promises(self) -> tuple[str, ...]:
        """What is typed, without what is empty."""
        return tuple(filter(None, (" ".join(each.text().split()) for each in self.lines)))

    def show_promises(self, promises: Sequence[str]) -> None:
        """Shows these, where they are others than what is typed."""
        if self.lines and tuple(promises) == self.promises():
            return
        for at, words in enumerate([*promises, ""][: limits.PROMISES]):
            if at == len(self.lines):
                self._add()
            show_line(self.lines[at], words)
        while len(self.lines) > max(1, min(len(promises) + 1, limits.PROMISES)):
            self._take()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and watched in self.lines:
            at = self.lines.index(watched)
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
                self._go(at + 1)
                return True
            if event.key() == Qt.Key.Key_Backspace and not self.lines[at].text() and at:
                self._go(at - 1)
                return True
        return False

    def _go(self, at: int) -> None:
        if at < len(self.lines):
            self.lines[at].setFocus(Qt.FocusReason.TabFocusReason)

    def _on_edited(self) -> None:
        if self.lines[-1].text().strip() and len(self.lines) < limits.PROMISES:
            self._add()
        self.edited.emit(self.promises())

    def _add(self) -> None:
        name = tr("{side}, line {number}").format(side=self._name, number=len(self.lines) + 1)
        line = LineField(name, "" if self.lines else tr("one thing, in a few words"))
        line.textEdited.connect(self._on_edited)
        line.installEventFilter(self)
        self._column.addWidget(line)
        if self.lines:
            QWidget.setTabOrder(self.lines[-1], line)
        self.lines.append(line)
        line.show()

    def _take(self) -> None:
        line = self.lines.pop()
        self._column.removeWidget(line)
        line.hide()
        line.deleteLater()
