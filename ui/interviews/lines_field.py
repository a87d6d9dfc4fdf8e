"""A few lines of words below each other: written one after the other, and as many as are needed."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app import limits
from app.translation import tr
from ui.widgets.fields import LineField
from ui.widgets.moving import claims_move, move_of
from ui.widgets.panes import column


class LinesField(QWidget):
    """There is always one more than was written, until no more are taken. What is left empty is no line."""

    changed = Signal(object)  # the lines, as a tuple

    def __init__(self, name: str, placeholder: str) -> None:
        super().__init__()
        self._name, self._placeholder = name, placeholder
        self.fields: list[_Line] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(2)
        self.setLayout(column(self._column))
        self.setAccessibleName(name)

    def lines(self) -> tuple[str, ...]:
        """As they are written now."""
        return tuple(each.text() for each in self.fields if each.text().strip())

    def show_lines(self, lines: Sequence[str]) -> None:
        """Shows these, without a signal."""
        while self.fields:
            self._drop(self.fields[-1])
        for words in lines:
            self._put(len(self.fields), words)
        self._leave_one_more()

    def _put(self, at: int, words: str) -> "_Line":
        made = _Line(self._name, self._placeholder)
        made.setText(words)
        made.setCursorPosition(0)
        made.textEdited.connect(self._on_edited)
        made.gone_on.connect(lambda: self._go_on(made))
        made.emptied.connect(lambda: self._take_away(made))
        made.moved.connect(lambda by: self._move(made, by))
        self.fields.insert(at, made)
        self._column.insertWidget(at, made)
        made.show()  # a layout would do so only in a while
        return made

    def _on_edited(self) -> None:
        self._leave_one_more()
        self.changed.emit(self.lines())

    def _go_on(self, field: "_Line") -> None:
        at = self.fields.index(field) + 1
        if at == len(self.fields) or self.fields[at].text():
            if len(self.fields) >= limits.FOLLOW_UPS:
                field.focusNextChild()
                return
            self._put(at, "")
            self._order()
        self.fields[at].setFocus(Qt.FocusReason.TabFocusReason)

    def _take_away(self, field: "_Line") -> None:
        at = self.fields.index(field)
        if len(self.fields) > 1:
            self.fields[max(at - 1, 0) if at else 1].setFocus(Qt.FocusReason.TabFocusReason)
            self._drop(field)
            self._leave_one_more()

    def _move(self, field: "_Line", by: int) -> None:
        at = self.fields.index(field)
        if 0 <= at + by < len(self.fields):
            self.fields.insert(at + by, self.fields.pop(at))
            self._column.insertWidget(at + by, field)
            self._order()
            self.changed.emit(self.lines())

    def _drop(self, field: "_Line") -> None:
        self.fields.remove(field)
        self._column.removeWidget(field)
        field.hide()
        field.deleteLater()

    def _leave_one_more(self) -> None:
        if not self.fields or (self.fields[-1].text() and len(self.fields) < limits.FOLLOW_UPS):
            self._put(len(self.fields), "")
        self._order()

    def _order(self) -> None:
        """Tab and a screen reader go down the lines."""
        for number, each in enumerate(self.fields, 1):
            each.raise_()
            each.setAccessibleName(tr("{field}, line {number}").format(field=self._name, number=number))
        for before, after in zip(self.fields, self.fields[1:], strict=False):
            QWidget.setTabOrder(before, after)


class _Line(LineField):
    """Enter goes on, Backspace takes an empty one away, Alt and arrows move it."""

    gone_on = Signal()
    emptied = Signal()
    moved = Signal(int)

    def __init__(self, name: str, placeholder: str) -> None:
        super().__init__(name, placeholder, most=limits.LINE)

    def event(self, event: QEvent) -> bool:
        return claims_move(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.gone_on.emit()
        elif key == Qt.Key.Key_Backspace and not self.text():
            self.emptied.emit()
        elif (by := move_of(event)) is not None:
            self.moved.emit(by)
        else:
            super().keyPressEvent(event)
