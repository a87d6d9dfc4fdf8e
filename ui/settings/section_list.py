"""The list of sections at the left: follows where the page is, and goes there."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.translation import tr
from ui.settings.section import Section
from ui.theme import tokens
from ui.widgets import drawing
from ui.widgets.buttons import Pressable
from ui.widgets.labels import Label, Line, Paragraph
from ui.widgets.panes import column, row

WIDTH = 232
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class SectionList(QWidget):
    """One tab stop; arrow keys choose."""

    chosen = Signal(int)

    def __init__(self, sections: Sequence[Section]) -> None:
        super().__init__()
        self.setFixedWidth(WIDTH)
        self.entries = [_Entry(each.title, each.icon) for each in sections]
        kept = Paragraph(tr("Every change is kept as you make it."), "small", "ink3")
        heading = row(Label(tr("Settings"), "page"), margins=(20, 19, 12, 18))
        entries = column(*self.entries, spacing=2, margins=(12, 0, 12, 0))
        inner = column(heading, entries, ..., row(kept, margins=(20, 0, 20, 28)))
        self.setLayout(row(inner, Line(vertical=True)))
        for index, entry in enumerate(self.entries):
            entry.clicked.connect(lambda _=False, index=index: self.chosen.emit(index))
            entry.stepped.connect(lambda step, index=index: self._step(index + step))
        self.follow(0)

    def follow(self, current: int) -> None:
        """Shows where the page is."""
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

    def __init__(self, title: str, icon: str) -> None:
        self._icon, self._is_current = icon, False
        super().__init__(title)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.ring_radius = tokens.radius("l")

    def show_current(self, current: bool) -> None:
        """Whether the page is there. Only that entry is reached by Tab."""
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
