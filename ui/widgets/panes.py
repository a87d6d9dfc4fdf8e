"""What holds other widgets: a page that scrolls, a card, a panel that opens over the page, and rows and columns."""

from collections.abc import Sequence
from types import EllipsisType
from typing import TypeVar

from PySide6 import QtCore
from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, QSize
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui.theme import tokens
from ui.widgets import drawing, tab_loop
from ui.widgets.by_name import set_by_name
from ui.widgets.scroll_bar import scroll_as_ours, show_what_is_behind

Item = QWidget | QLayout | int | EllipsisType
Margins = int | tuple[int, int, int, int]
Layout = TypeVar("Layout", bound=QBoxLayout)


def column(*items: Item, spacing: int = 0, margins: Margins = 0) -> QVBoxLayout:
    """Items below each other: widgets, layouts, ints (fixed space) or `...` (stretch)."""
    return _fill(QVBoxLayout(), items, spacing, margins)


def row(*items: Item, spacing: int = 0, margins: Margins = 0) -> QHBoxLayout:
    """Items beside each other: widgets, layouts, ints (fixed space) or `...` (stretch)."""
    return _fill(QHBoxLayout(), items, spacing, margins)


def _fill(layout: Layout, items: Sequence[Item], spacing: int, margins: Margins) -> Layout:
    layout.setSpacing(spacing)
    left, top, right, bottom = (margins,) * 4 if isinstance(margins, int) else margins
    layout.setContentsMargins(left, top, right, bottom)
    for item in items:
        if isinstance(item, QWidget):
            layout.addWidget(item)
        elif isinstance(item, QLayout):
            layout.addLayout(item)
        elif isinstance(item, int):
            layout.addSpacing(item)
        else:
            layout.addStretch(1)
    return layout


_AROUND_FOCUS = 24  # pixels above and below what has the focus


class ScrollPage(QScrollArea):
    """A page that scrolls up and down, and to whatever gets the focus."""

    ROOM = 10  # pixels at its right edge, for the bar or instead of it

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        set_by_name(self, horizontalScrollBarPolicy="ScrollBarAlwaysOff", focusPolicy="NoFocus")
        scroll_as_ours(self)
        show_what_is_behind(self)
        self._page = widget
        self.setWidget(widget)
        widget.setAutoFillBackground(False)
        # What is on the page is as wide with the bar as without it.
        self.verticalScrollBar().rangeChanged.connect(self._make_room)
        self._make_room()
        application = QApplication.instance()
        assert isinstance(application, QApplication)  # noqa: S101  a widget is never made without one
        application.focusChanged.connect(self._on_focus_changed)

    def _make_room(self) -> None:
        self.setViewportMargins(0, 0, 0 if self.scrolls() else self.ROOM, 0)

    def scrolls(self) -> bool:
        """Whether there is more on it than it has room for."""
        bar = self.verticalScrollBar()
        return bar.maximum() > bar.minimum()

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is None or not self.scrolls():
            return
        if QApplication.mouseButtons() != QtCore.Qt.MouseButton.NoButton:
            return  # what the mouse is on stays under the mouse
        if not self._page.isAncestorOf(now) or now.height() >= self.height():
            return
        if now.height() + 2 * _AROUND_FOCUS <= self.viewport().height():
            # All of it: `ensureWidgetVisible` is content with the caret of a field.
            at = now.mapTo(self._page, now.rect().center())
            self.ensureVisible(at.x(), at.y(), 0, now.height() // 2 + _AROUND_FOCUS)
        else:
            self.ensureWidgetVisible(now, 0, _AROUND_FOCUS)


class Card(QFrame):
    """A sheet of work: surface, one line around it."""

    def __init__(self, parent: QWidget | None = None, *, fill: str = "surface", border: str = "line") -> None:
        super().__init__(parent)
        self._fill, self._border = fill, border

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        fill, border = tokens.color(self._fill), tokens.color(self._border)
        drawing.box(painter, QRectF(self.rect()), tokens.radius("xl"), fill, border)


class Panel(Card):
    """Opens over the page beside what it belongs to, and never outlasts it: nothing is above a curtain or another page.

    Escape or a click elsewhere closes it and gives the focus back.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, border="stroke")
        self._focus_before: QWidget | None = None
        self.anchor: QWidget | None = None  # what it was opened beside
        self.hide()

    def sizeHint(self) -> QSize:
        """Of a fixed width, it is as high as what wraps in it needs there."""
        hint, inside = super().sizeHint(), self.layout()
        width = self.maximumWidth()
        if inside is None or self.minimumWidth() != width:
            return hint
        return QSize(width, inside.totalHeightForWidth(width) if inside.hasHeightForWidth() else hint.height())

    def open_at(self, anchor: QWidget, below: bool = True) -> None:
        """Opens beside `anchor`, inside the window, and takes the focus. Not where that is out of sight by now."""
        if not anchor.isVisible():
            return
        window = anchor.window()
        self.anchor = anchor
        self.setParent(window)
        self._focus_before = QApplication.focusWidget() or anchor
        self.show()  # first: while it is hidden it does not notice what is shown or hidden in it
        self.adjustSize()
        self.move(self._place(anchor, window, below))
        self.raise_()
        tab_loop.focus_first(self)
        self._watch(True)

    def close_panel(self) -> None:
        """Closes it and gives the focus back."""
        if self.isHidden():
            return
        self._watch(False)
        inside = self.isAncestorOf(QApplication.focusWidget() or self)
        self.hide()
        if inside:
            tab_loop.give_back(QtCore.Qt.FocusReason.OtherFocusReason, self._focus_before, self.anchor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == QtCore.Qt.Key.Key_Escape:
            self.close_panel()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:
        return tab_loop.go_round(self, forward=next)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_press = event.type() == QEvent.Type.MouseButtonPress and self._is_outside(watched)
        if is_press or (event.type() == QEvent.Type.Hide and watched is self.anchor):
            self.close_panel()
        return False

    def _is_outside(self, watched: QObject) -> bool:
        if not isinstance(watched, QWidget):
            return False
        inside: QWidget | None = watched
        while inside is not None and inside is not self and not self.isAncestorOf(inside):
            panel = _panel_around(inside)  # one that was opened from inside of this one counts as inside
            inside = panel.anchor if panel is not None else None
        return inside is None

    def _place(self, anchor: QWidget, window: QWidget, below: bool) -> QPoint:
        corner = anchor.mapTo(window, QPoint(0, anchor.height() + 6 if below else -self.height() - 6))
        right = max(8, window.width() - self.width() - 8)
        bottom = max(8, window.height() - self.height() - 8)
        above = anchor.mapTo(window, QPoint(0, -self.height() - 6)).y()
        if corner.y() > bottom and above >= 8:  # nothing lies on what it belongs to, where there is room for both
            corner.setY(above)
        return QPoint(min(max(8, corner.x()), right), min(max(8, corner.y()), bottom))

    def _watch(self, watching: bool) -> None:
        application = QApplication.instance()
        assert application is not None  # noqa: S101  a widget is never made without one
        if watching:
            application.installEventFilter(self)
        else:
            application.removeEventFilter(self)


def _panel_around(widget: QWidget) -> Panel | None:
    around: QWidget | None = widget
    while around is not None and not isinstance(around, Panel):
        around = around.parentWidget()
    return around
