"""The card of what may not be asked, over the page: each ground, why it is left out, and what to ask instead."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.interviews.grounds import Ground, card, whose_law
from app.translation import tr
from ui.shell.overlay import Overlay, SheetBody
from ui.theme import tokens
from ui.widgets.buttons import IconButton
from ui.widgets.focus_ring import Ringed
from ui.widgets.labels import Label, Line, Paragraph
from ui.widgets.panes import ScrollPage, column, row
from ui.widgets.rows import paint_row_ground

_WIDTH, _TOP, _SIDE, _EDGE = 620, 48, 24, 12
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class GroundsCard(Overlay):
    """Arrow keys go from one to the next. Opened for one of them, that one is marked and in sight."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, tokens.scaled(_WIDTH), _TOP)
        self.setAccessibleName(tr("What may not be asked"))
        self.rows = [GroundRow(each) for each in card()]
        for at, made in enumerate(self.rows):
            made.stepped.connect(lambda by, at=at: self._step(at + by))
        self.close_button = IconButton("x", tr("Close"))
        self.close_button.clicked.connect(self.close_overlay)
        law = QWidget()
        law.setLayout(column(Paragraph(whose_law(), "small", "ink2"), margins=(_EDGE, 0, _EDGE, 10)))
        holder = QWidget()
        side = _SIDE - _EDGE
        holder.setLayout(column(law, *self.rows, ..., margins=(side, 14, side - ScrollPage.ROOM, 16)))
        title = Label(tr("What may not be asked"), "title")
        self.inner.addLayout(row(_SIDE, title, ..., self.close_button, 14, margins=(0, 14, 0, 12)))
        self.inner.addWidget(Line())
        self.body = SheetBody(holder, _WIDTH)
        self.body.changed.connect(self._place)
        self.inner.addWidget(self.body)

    def show_ground(self, id: str | None = None) -> None:
        """Opens it, at this ground where one is meant."""
        self.open()
        for each in self.rows:
            each.mark(each.id == id)
        there = next((each for each in self.rows if each.id == id), self.rows[0])
        self.body.verticalScrollBar().setValue(0)
        there.setFocus(Qt.FocusReason.PopupFocusReason)

    def _step(self, at: int) -> None:
        if 0 <= at < len(self.rows):
            self.rows[at].setFocus(Qt.FocusReason.TabFocusReason)


class GroundRow(Ringed, QWidget):
    """One ground."""

    ring_radius = 10
    ring_is_inside = True
    stepped = Signal(int)

    def __init__(self, ground: Ground) -> None:
        super().__init__()
        self.id, self._is_marked = ground.id, False
        said = {"name": ground.name, "why": ground.why, "instead": ground.instead}
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("{name}. {why} Instead: {instead}").format(**said))
        self.setLayout(
            column(
                *(Label(ground.name, "heading", wraps=True), 3, Paragraph(ground.why, "small", "ink2"), 5),
                *(Paragraph(ground.instead, "readingS", "ink"),),
                margins=(_EDGE, 11, _EDGE, 12),
            )
        )

    def mark(self, is_marked: bool) -> None:
        """Whether it is the one that is meant."""
        self._is_marked = is_marked
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(step)

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_row_ground(QPainter(self), QRectF(self.rect()), selected=self._is_marked)
