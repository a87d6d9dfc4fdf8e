"""A list of what there is to read or to set, beside it: says which part is shown, and goes to another."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.translation import tr
from ui.theme import tokens
from ui.widgets import drawing
from ui.widgets.buttons import Pressable
from ui.widgets.panes import column

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class Contents(QWidget):
    """Titles with their icons. One tab stop; arrow keys choose."""

    chosen = Signal(int)

    def __init__(self, parts: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.entries = [_Entry(title, icon) for title, icon in parts]
        self.setLayout(column(*self.entries, spacing=2))
        for index, entry in enumerate(self.entries):
            entry.clicked.connect(lambda _=False, index=index: self.chosen.emit(index))
            entry.stepped.connect(lambda step, index=index: self._step(index + step))
        self.follow(0)

    def follow(self, current: int) -> None:
        """Shows which part is shown."""
        for index, entry in enumerate(self.entries):
            entry.show_current(index == current)
        self.setFocusProxy(self.entries[current])

    def _step(self, index: int) -> None:
        if 0 <= index < len(self.entries):
            self.chosen.emit(index)
            self.follow(index)
            self.entries[index].setFocus(Qt.FocusReason.TabFocusReason)


class _Entry(Pressable):
    stepped = Signal(int)
    ring_is_inside = True

    def __init__(self, title: str, icon: str) -> None:
        self._icon, self._is_current = icon, False
        super().__init__(title)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.ring_radius = tokens.radius("l")

    def show_current(self, current: bool) -> None:
        """Whether this is the part that is shown. Only that entry is reached by Tab."""
        self._is_current = current
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if current else Qt.FocusPolicy.ClickFocus)
        self.setAccessibleDescription(tr("shown now") if current else "")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(tokens.scaled(180), tokens.scaled(36))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(step)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        area = QRectF(self.rect())
        if self._is_current or self.underMouse():
            fill = tokens.color("select" if self._is_current else "hover")
            drawing.box(painter, area, tokens.radius("l"), fill)
        size = tokens.scaled(18)
        drawing.icon(painter, self._icon, 10, area.center().y(), size, tokens.color("ink3"))
        ink = tokens.color("ink" if self._is_current else "ink2")
        words = QRectF(22 + size, 0, area.width() - 30 - size, area.height())
        drawing.text(painter, words, self.words(), tokens.font("control"), ink)
