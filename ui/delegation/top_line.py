"""The line above the work: the way back, a quiet banner where it keeps coming back, and the search."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.translation import tr
from ui.delegation.comes_back import ComesBack, words_of
from ui.theme import tokens
from ui.widgets import drawing
from ui.widgets.buttons import IconButton, LinkButton
from ui.widgets.labels import Paragraph
from ui.widgets.messages import Icon
from ui.widgets.panes import column, row

_HIGH, _SIDES = 36, (13, 4, 6, 4)
_EDGE, _APART = 28, 16


class TopLine(QWidget):
    """The banner stands left of the search where there is room for both, else below it."""

    put_off = Signal()

    def __init__(self, back: LinkButton, search: QWidget, comes_back: ComesBack) -> None:
        super().__init__()
        self._back, self._search, self._comes_back = back, search, comes_back
        self.banner = CycleBanner()
        self._line = row(back, ..., search)
        self._all = column(self._line, self.banner, margins=(_EDGE, 20, _EDGE, 16), spacing=10)
        self.setLayout(self._all)
        self.banner.hide()
        self.banner.not_now.clicked.connect(self._put_off)

    def refresh(self) -> None:
        """Says what there is to say of the chosen work."""
        cycle = self._comes_back.cycle
        self.banner.setVisible(cycle is not None)
        if cycle is not None:
            self.banner.say(words_of(cycle))
            self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        back = 0 if self._back.isHidden() else self._back.sizeHint().width() + _APART
        beside = 2 * _EDGE + back + self._search.width() + _APART
        is_beside = self.banner.width_of_line() + beside <= self.width()
        into, at = (self._line, 1) if is_beside else (self._all, 1)
        if into.indexOf(self.banner) < 0:
            (self._all if is_beside else self._line).removeWidget(self.banner)
            into.insertWidget(at, self.banner)

    def _put_off(self) -> None:
        self._comes_back.put_off()
        self.refresh()
        self.put_off.emit()


class CycleBanner(QWidget):
    """One line where there is room; its words wrap where there is not."""

    def __init__(self) -> None:
        super().__init__()
        self._words = Paragraph("", "small", "ink")
        self.see, self.not_now = LinkButton(tr("See the cycle")), IconButton("x", tr("Not now"), size=24, tone="ink3")
        line = row(Icon("repeat", tone="ink2"), 11, self._words, 16, self.see, 10, self.not_now, margins=_SIDES)
        line.setStretch(2, 1)
        line.setAlignment(self._words, Qt.AlignmentFlag.AlignVCenter)
        self.setLayout(line)
        self.setMinimumHeight(tokens.scaled(_HIGH))
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def say(self, words: str) -> None:
        """Says this."""
        self._words.setText(words)
        self.setAccessibleName(words)
        self.see.setAccessibleDescription(words)
        self.updateGeometry()

    def width_of_line(self) -> int:
        """How wide it is in one line."""
        words = drawing.width_of(self._words.text(), tokens.font("small")) + 2
        buttons = self.see.sizeHint().width() + 10 + self.not_now.sizeHint().width()
        return words + tokens.scaled(16) + 11 + 16 + buttons + _SIDES[0] + _SIDES[2]

    def sizeHint(self) -> QSize:
        return QSize(self.width_of_line(), tokens.scaled(_HIGH))

    def minimumSizeHint(self) -> QSize:
        return QSize(tokens.scaled(200), tokens.scaled(_HIGH))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        inside = self.layout()
        wrapped = inside.totalHeightForWidth(width) if inside is not None else 0
        return max(tokens.scaled(_HIGH), wrapped)

    def paintEvent(self, _event: QPaintEvent) -> None:
        ground, line = tokens.color("sunk"), tokens.color("line")
        drawing.box(QPainter(self), QRectF(self.rect()), tokens.radius("m"), ground, line)
