"""Above the map, and staying while it scrolls: what each column is. Below it: what its marks mean."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolTip, QWidget

from app.people.model import Authority
from app.people.wording import authority_name
from app.translation import tr
from ui.practice_map import painting
from ui.practice_map.cells import Cells
from ui.practice_map.columns import SIDE
from ui.practice_map.grid import Grid
from ui.reflection.flow import Flow
from ui.theme import tokens
from ui.widgets import drawing
from ui.widgets.panes import column

_HEAD = 44
_Paint = Callable[[QPainter, float, float], float]  # from the left, around a middle; answers where it ends


class Heads(QWidget):
    """Moves with the map from side to side."""

    def __init__(self, grid: Grid, cells: Cells) -> None:
        super().__init__()
        self._grid, self._cells = grid, cells
        self.setFixedHeight(tokens.scaled(_HEAD))
        grid.moved.connect(self.update)
        cells.modelReset.connect(self.update)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            columns, people = self._grid.columns, self._cells.map.people
            column = columns.at(event.pos().x())
            name = people[column - 1] if 0 < column <= len(people) else ""
            QToolTip.showText(event.globalPos(), painting.whole_if_cut(name, painting.room_of_name(columns)), self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painting.paint_heads(QPainter(self), self.height(), self._grid.columns, self._cells.map)


class Legend(QWidget):
    """Each mark with its meaning; in as many lines as it takes."""

    def __init__(self) -> None:
        super().__init__()
        lowest, highest = authority_name(Authority.LOOK_INTO_IT).lower(), authority_name(Authority.YOURS).lower()
        level = tr("level, from “{lowest}” to “{highest}”").format(lowest=lowest, highest=highest)
        self._items = [
            _Meaning(_paint_number, 9, tr("times completed, with the month of the last")),
            _Meaning(_paint_level, 44, level),
            _Meaning(painting.paint_dash, 12, tr("not yet")),
            _Meaning(painting.paint_ring, 20, tr("not yet, and nobody but you")),
        ]
        self.setLayout(column(Flow(*self._items, across=24, between=6), margins=(SIDE, 0, SIDE, 0)))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)


class _Meaning(QLabel):
    """A mark and its meaning; to those who hear it the words alone."""

    def __init__(self, paint: _Paint, width: int, said: str) -> None:
        super().__init__(said)
        self._paint, self._mark = paint, width
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        words = drawing.width_of(self.text(), tokens.font("small"))
        return QSize(tokens.scaled(self._mark) + tokens.scaled(8) + words + 1, tokens.scaled(22))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        left = self._paint(painter, 0, self.height() / 2) + tokens.scaled(8)
        area = QRectF(left, 0, self.width() - left, self.height())
        drawing.text(painter, area, self.text(), tokens.font("small"), tokens.color("ink2"))


def _paint_number(painter: QPainter, left: float, middle: float) -> float:
    font = tokens.font("control", weight=600)
    height, width = tokens.scaled(20), drawing.width_of("3", font)
    drawing.text(painter, QRectF(left, middle - height / 2, width + 1, height), "3", font, tokens.color("ink2"))
    return left + width


def _paint_level(painter: QPainter, left: float, middle: float) -> float:
    return painting.paint_level(painter, left, middle, Authority.DECIDE_WITH_ME)
