"""The quiet row: four to six numbers above a sheet, each with its caption."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.today import Week
from app.translation import tr, trn
from ui.theme import tokens
from ui.widgets import drawing
from ui.widgets.labels import Line
from ui.widgets.panes import column, row

_SIZE, _FULL = 18, 6


def numbers_of(week: Week) -> list[tuple[str, str]]:
    """What there is to count, each number with what it counts; what cannot be counted is left out."""
    shown = [
        (str(week.days_written), trn("day you wrote", "days you wrote", week.days_written)),
        (str(week.pulls), trn("pull noticed", "pulls noticed", week.pulls)),
    ]
    if week.strongest_pull is not None:
        shown.append((str(week.strongest_pull), tr("strongest pull")))
    if week.plans_answered:
        kept = tr("{kept} of {all}").format(kept=week.plans_kept, all=week.plans_answered)
        shown.append((kept, tr("plans kept")))
    return shown


class _Number(QWidget):
    def __init__(self, value: str, caption: str) -> None:
        super().__init__()
        self._value, self._caption = value, caption
        self.setAccessibleName(f"{value} {caption}")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        width = max(drawing.width_of(self._value, _font()), drawing.width_of(self._caption, tokens.font("caption")))
        return QSize(width + 1, tokens.scaled(44))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        half = tokens.scaled(24)
        drawing.text(painter, QRectF(0, 0, self.width(), half), self._value, _font(), tokens.color("ink"))
        below = QRectF(0, half, self.width(), self.height() - half)
        drawing.text(painter, below, self._caption, tokens.font("caption"), tokens.color("ink2"))


class QuietNumbers(QWidget):
    """One line above, no cards, no colour."""

    def __init__(self, *, line: bool = True) -> None:
        super().__init__()
        self._numbers: list[tuple[str, str]] = []
        self._row = row(spacing=24)
        self.setLayout(column(Line(), 14, self._row) if line else column(self._row))

    def show_numbers(self, numbers: Sequence[tuple[str, str]]) -> None:
        """Shows these, spread over the width."""
        if list(numbers) == self._numbers:
            return
        self._numbers = list(numbers)
        while (old := self._row.takeAt(0)) is not None:
            if (widget := old.widget()) is not None:
                widget.deleteLater()
        for at, (value, caption) in enumerate(numbers):
            if at:
                self._row.addStretch(1)
            self._row.addWidget(_Number(value, caption))
        self._row.addStretch(max(0, _FULL - len(numbers)))  # a few of them stand as close as many would


def _font() -> QFont:
    font = tokens.font("figure", tabular=True)
    font.setPixelSize(tokens.scaled(_SIZE))
    return font
