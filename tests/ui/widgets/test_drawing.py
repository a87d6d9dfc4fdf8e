"""A line of text stands where Qt's own drawing would put it, in any script."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from ui.theme import tokens
from ui.widgets import drawing

AREA = QRectF(3, 5, 280, 31)
WORDS = ("Hello", "two\nlines", "a\tb", "مرحبا!", "(שלום) abc.", "abc שלום, 12", "\u200fabc!", "日本 x!", "😀 a")
PLACES = (
    (drawing.LEFT, Qt.AlignmentFlag.AlignLeft),
    (drawing.CENTER, Qt.AlignmentFlag.AlignHCenter),
    (drawing.RIGHT, Qt.AlignmentFlag.AlignRight),
)


def picture(paint: Callable[[QPainter], None]) -> QImage:
    """What is painted on a white ground."""
    image = QImage(300, 45, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint(painter)
    painter.end()
    return image


@pytest.mark.parametrize("words", WORDS)
@pytest.mark.parametrize(("where", "flag"), PLACES)
def test_a_line_stands_where_qt_puts_it(words: str, where: float, flag: Qt.AlignmentFlag) -> None:
    font, ink = tokens.font("control"), QColor("#224466")

    def by_qt(painter: QPainter) -> None:
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        painter.setFont(font)
        painter.setPen(ink)
        painter.drawText(AREA, int(flag | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), words)

    ours = picture(lambda painter: drawing.text(painter, AREA, words, font, ink, where))
    assert ours == picture(by_qt)
    assert ours != picture(lambda _: None)
