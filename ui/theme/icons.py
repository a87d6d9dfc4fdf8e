"""Tabler's outline icons in the colours of the look in force, sharp at every device ratio."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from ui.theme import tokens

_WIDTH = 'stroke-width="2"'


def draw(painter: QPainter, name: str, area: QRectF, ink: QColor) -> None:
    """Draws an icon into a square area; its stroke fits the size. Raises FileNotFoundError."""
    _renderer(name, ink.name(), _stroke(area.width())).render(painter, area)


def pixmap(name: str, size: int, ink: QColor, ratio: float = 1.0) -> QPixmap:
    """An icon as a picture of `size` device-independent pixels."""
    made = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    draw(painter, name, QRectF(0, 0, size, size), ink)
    painter.end()
    return made


def app_icon() -> QIcon:
    """The mark of the program, for the window and the system."""
    icon = QIcon()
    for size in (16, 24, 32, 48, 64, 128, 256):
        made = QPixmap(size, size)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        draw_mark(painter, QRectF(0, 0, size, size))
        painter.end()
        icon.addPixmap(made)
    return icon


def draw_mark(painter: QPainter, area: QRectF) -> None:
    """The mark of the program: the same in every look."""
    _mark().render(painter, area)


class TintedIcon(QIconEngine):
    """An icon for Qt's own widgets that follows the look: its colour is asked for at each drawing."""

    def __init__(self, name: str, tone: str) -> None:
        super().__init__()
        self._name, self._tone = name, tone

    def paint(self, painter: QPainter, rect: object, mode: object, state: object) -> None:
        """Draws it in the tone of the look in force."""
        draw(painter, self._name, QRectF(rect), tokens.color(self._tone))  # type: ignore[call-overload]  # a QRect

    def clone(self) -> "TintedIcon":
        """Another like it."""
        return TintedIcon(self._name, self._tone)


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
def _mark() -> QSvgRenderer:
    return QSvgRenderer(str(tokens.RESOURCES / "icons" / "app.svg"))
