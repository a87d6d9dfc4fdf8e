"""Overlay: a panel over the dimmed window that keeps the keyboard until it is closed."""

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from ui.theme import tokens
from ui.widgets import tab_loop
from ui.widgets.panes import Panel, ScrollPage


class OverlayPanel(QFrame):
    """The sheet on top: `surface` with a `stroke` border."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(tokens.color("lineStrong"), 1))
        painter.setBrush(tokens.color("surface"))
        painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 14, 14)


class SheetBody(ScrollPage):
    """What a sheet of this width holds: as high as that is, and it scrolls where the window is lower."""

    changed = Signal()  # it wants another height

    def __init__(self, widget: QWidget, width: int, least: int = 0) -> None:
        super().__init__(widget)
        self._width, self._least = width, least

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_used = super().eventFilter(watched, event)
        if event.type() == QEvent.Type.LayoutRequest and watched is self.widget():
            self.updateGeometry()
            self.changed.emit()
        return is_used

    def sizeHint(self) -> QSize:
        inside = self.widget()
        assert inside is not None  # noqa: S101  it was given one
        width = tokens.scaled(self._width)
        wanted = inside.heightForWidth(width - 2 - self.ROOM) if inside.hasHeightForWidth() else -1
        return QSize(width, max(wanted if wanted >= 0 else inside.sizeHint().height(), tokens.scaled(self._least)))


class Overlay(QWidget):
    """Covers its parent. Esc or a click beside the panel closes it and gives the focus back."""

    closed = Signal()

    def __init__(self, parent: QWidget, width: int, top: int, bottom: int = 24) -> None:
        """So wide where there is room, and so far at least from the top and the bottom of `parent`."""
        super().__init__(parent)
        self._window = parent
        self._width, self._top, self._bottom = width, top, bottom
        self._before: QWidget | None = None
        self.panel = OverlayPanel(self)
        self.inner = QVBoxLayout(self.panel)
        self.inner.setContentsMargins(1, 1, 1, 1)
        self.inner.setSpacing(0)
        parent.installEventFilter(self)
        self.hide()

    def open(self) -> None:
        """Shows it, on top of everything: a panel beside something of the page closes."""
        for panel in self.window().findChildren(Panel):
            panel.close_panel()
        self._before = QApplication.focusWidget()
        self.setGeometry(self._window.rect())
        self._place()
        self.raise_()
        self.show()

    def close_overlay(self, *, give_focus_back: bool = True) -> None:
        """Hides it."""
        if self.isHidden():
            return
        self.hide()
        if give_focus_back:
            tab_loop.give_back(Qt.FocusReason.PopupFocusReason, self._before)
        self._before = None
        self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._window and self.isVisible():
            self.setGeometry(self._window.rect())
            self._place()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), tokens.color("scrim"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.panel.geometry().contains(event.position().toPoint()):
            self.close_overlay()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_overlay()
        event.accept()

    def focusNextPrevChild(self, next: bool) -> bool:
        return tab_loop.go_round(self.panel, forward=next)

    def _place(self) -> None:
        width = min(self._width, self.width() - 32)
        self.panel.setFixedWidth(width)
        height = min(self.panel.sizeHint().height(), self.height() - self._top - self._bottom)
        self.panel.setGeometry(QRect((self.width() - width) // 2, self._top, width, height))
