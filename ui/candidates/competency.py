"""What a question is about, by name; a pillar by its icon and colour, too."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from app.interviews.model import Competency
from app.interviews.wording import competency_name
from app.reflections.model import Pillar
from ui.theme import tokens
from ui.widgets import drawing
from ui.widgets.chips import paint_pillar

_PILLARS = {each.value: each for each in Pillar}


class CompetencyChip(QLabel):
    """On a pill, or, where it is not `filled`, plain."""

    def __init__(self, competency: Competency = Competency.TRUST, *, filled: bool = True) -> None:
        super().__init__()
        self._filled = filled
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_competency(competency)

    def show_competency(self, competency: Competency) -> None:
        """Shows another one."""
        self._pillar = _PILLARS.get(competency.value)
        self.setText(competency_name(competency))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        icon = tokens.scaled(14) + 6 if self._pillar is not None else 0
        beside = icon + (8 + 11 if self._pillar is not None else 22) * self._filled
        return QSize(beside + drawing.width_of(self.text(), tokens.font("caption")), tokens.scaled(24))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, area = QPainter(self), QRectF(self.rect())
        if self._pillar is not None:
            paint_pillar(painter, area, self._pillar, filled=self._filled)
            return
        if self._filled:
            drawing.box(painter, area, area.height() / 2, tokens.color("sunk"))
        words = area.adjusted(11 * self._filled, 0, 0, 0)
        drawing.text(painter, words, self.text(), tokens.font("caption"), tokens.color("ink2"))
