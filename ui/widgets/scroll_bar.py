"""Scroll bars as narrow as a line, without arrows, for everything that scrolls."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar

from ui.theme import sheet
from ui.widgets.by_name import set_by_name
from ui.widgets.dressing import Dressed

EXTENT = 10  # pixels


class ScrollBar(Dressed, QScrollBar):
    """Dressed no sooner than it is seen, since a style sheet takes a moment."""

    def __init__(self, *, across: bool = False) -> None:
        super().__init__()
        self._across = across
        if across:
            set_by_name(self, orientation="Horizontal")

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width(), EXTENT) if self._across else QSize(EXTENT, hint.height())

    def dress(self) -> None:
        """Takes its colours from the tokens in force."""
        wanted = sheet.scroll_bar()
        if self.styleSheet() != wanted:
            self.setStyleSheet(wanted)


def scroll_as_ours(area: QAbstractScrollArea) -> None:
    """Gives it our upright bar."""
    area.setVerticalScrollBar(ScrollBar())


def show_what_is_behind(area: QAbstractScrollArea) -> None:
    """Has it no ground of its own."""
    clear = QPalette()
    for role in (QPalette.ColorRole.Window, QPalette.ColorRole.Base):
        clear.setColor(role, QColor(0, 0, 0, 0))
    area.setPalette(clear)
