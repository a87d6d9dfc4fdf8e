"""Beside the first steps: the rope of the three pillars, what the step is for, and what is promised."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.translation import tr
from ui.theme import tokens
from ui.unlock.mark import Mark
from ui.widgets import drawing
from ui.widgets.labels import Label, Paragraph
from ui.widgets.panes import column, row
from ui.widgets.rope import OnboardingRope

WIDTH = 480
_MARGIN, _RIGHT = 56, 40


class Panel(QWidget):
    """The left side of the first start."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(WIDTH)
        self._headline = Paragraph(style="display", tone="ink")
        self._words = Paragraph(style="reading", tone="ink2")
        promises = (
            _Promise("device-laptop", tr("Stays on this computer. No account, no server.")),
            _Promise("shield-lock", tr("Encrypted before it reaches the disk.")),
        )
        self._told = QWidget()
        self._told.setLayout(
            column(
                OnboardingRope(),
                column(self._headline, 12, self._words, margins=(_MARGIN, 55, _MARGIN, 0)),
                ...,
                column(*promises, spacing=10, margins=(_MARGIN, 16, 24, 44)),
            )
        )
        self._held: QWidget | None = None
        self._place = column()
        head = row(Mark(28), 10, Label(tr("Courage Journal"), "heading"), ..., margins=(_MARGIN, 40, 0, 0))
        self.setLayout(column(head, 30, self._told, self._place))
        self._place.setContentsMargins(_MARGIN, 0, _RIGHT, 0)

    def hold(self, widget: QWidget) -> None:
        """Shows this in place of all that it says itself."""
        self._told.hide()
        self._held = widget
        self._place.addWidget(widget)
        self._place.addStretch(1)

    def let_go(self) -> None:
        """Shows again what it says itself; what it held belongs to whoever takes it."""
        if self._held is not None:
            self._place.removeWidget(self._held)
            self._place.takeAt(0)
            self._held = None
            self._told.show()

    def say(self, headline: str, words: str) -> None:
        """What this step is for."""
        self._headline.setText(headline)
        self._words.setText(words)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        drawing.fill(painter, QRectF(self.rect()), tokens.color("rail"))
        drawing.fill(painter, QRectF(self.width() - 1, 0, 1, self.height()), tokens.color("line"))


class _Promise(QWidget):
    def __init__(self, icon: str, words: str) -> None:
        super().__init__()
        self._icon = icon
        self.setLayout(row(Paragraph(words, "small"), margins=(30, 0, 0, 0)))

    def paintEvent(self, event: QPaintEvent) -> None:
        middle = tokens.line_height("small") / 2
        drawing.icon(QPainter(self), self._icon, 0, middle, 18, tokens.color("ink3"))
