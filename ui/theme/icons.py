"""Tabler's outline icons in the colours of the look in force, sharp at every device ratio."""

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QColor, QPainter
from PySide6.QtSvg import QSvgRenderer

from ui.theme import tokens

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

_WIDTH = 'stroke-width="2"'
_LARGEST_SMALL = 24  # up to here the rope of the mark has to be thicker to be seen


def draw(painter: QPainter, name: str, area: QRectF, ink: QColor) -> None:
    """Draws an icon into a square area; its stroke fits the size. Raises FileNotFoundError."""
    _renderer(name, ink.name(), _stroke(area.width())).render(painter, area)


def app_icon() -> "QIcon":
    """The mark of the program, for the window and the system."""
    from PySide6.QtGui import QIcon, QPixmap  # a window is painted without them

    icon = QIcon()
    for size in (16, 24, 32, 48, 64, 128, 256):
        made = QPixmap(size, size)
        made.fill(QColor(0, 0, 0, 0))
        painter = QPainter(made)
        _mark("app-small" if size <= _LARGEST_SMALL else "app").render(painter, QRectF(0, 0, size, size))
        painter.end()
        icon.addPixmap(made)
    return icon


def draw_mark(painter: QPainter, area: QRectF) -> None:
    """The mark of the program: the same in every look."""
    _mark("app").render(painter, area)


def _stroke(size: float) -> float:
    widths: dict[str, float] = tokens.values()["icon"]
    nearest = min(widths, key=lambda each: abs(int(each) - size))
    return widths[nearest]


@cache
def _renderer(name: str, ink: str, stroke: float) -> QSvgRenderer:
    source = (tokens.RESOURCES / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    tinted = source.replace("currentColor", ink).replace(_WIDTH, f'stroke-width="{stroke}"')
    return QSvgRenderer(QByteArray(tinted.encode()))


@cache
def _mark(name: str) -> QSvgRenderer:
    return QSvgRenderer(str(tokens.RESOURCES / "icons" / f"{name}.svg"))
