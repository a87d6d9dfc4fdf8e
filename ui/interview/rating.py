"""The rating of one answer: four cards with what an answer does that gets each, one of them or none."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QRadioButton, QSizePolicy, QWidget

from app.interviews.model import ANCHORS, Asked
from app.translation import tr
from ui.theme import tokens
from ui.widgets import drawing
from ui.widgets.focus_ring import Ringed
from ui.widgets.labels import Paragraph
from ui.widgets.marks import MARK, paint_radio
from ui.widgets.panes import column

_SIDE, _TOP, _BELOW = 15, 12, 14
_LEAST = 150  # pixels that a card needs for its words
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
_CHOOSING = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LET_GO = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class RatingCard(Ringed, QRadioButton):
    """Its number, and below it the anchor."""

    ring_radius = 10
    stepped = Signal(int)
    let_go = Signal()
    is_reached = False  # by an arrow key, which has chosen it: Space then says the same and lets go of nothing

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number = number
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleDescription(tr("How it was answered"))
        self._anchor = Paragraph("", "small", "ink2")
        self._anchor.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        above = _TOP + max(tokens.scaled(MARK), tokens.line_height("heading")) + 6
        self._inside = column(self._anchor, ..., margins=(_SIDE, above, _SIDE, _BELOW))
        self.setLayout(self._inside)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_anchor(self, words: str) -> None:
        """What an answer with this rating does."""
        if self._anchor.text() != words:
            self._anchor.setText(words)  # shown without words, too: with nothing in it the card would have no height
        said = tr("{number}: {anchor}").format(number=self._number, anchor=words) if words else str(self._number)
        self.setAccessibleName(said)

    def show_chosen(self, chosen: bool) -> None:
        """Whether it is this one."""
        self.setAutoExclusive(False)  # so that it can be let go
        self.setChecked(chosen)
        self.setAutoExclusive(True)  # by which a screen reader knows it for one of several
        self._anchor.set_tone("ink" if chosen else "ink2")

    def hitButton(self, position: QPoint) -> bool:
        return self.rect().contains(position)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._inside.totalHeightForWidth(width)

    def sizeHint(self) -> QSize:
        width = tokens.scaled(184)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(60, 2 * _TOP + tokens.scaled(MARK))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _STEPS:
            self.stepped.emit(_STEPS[Qt.Key(event.key())])
        elif event.key() in _LET_GO:
            self.let_go.emit()
        elif self.is_reached and event.key() in _CHOOSING:
            self.is_reached = False
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.is_reached = False

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, chosen = QPainter(self), self.isChecked()
        fill = "press" if self.isDown() else "tealSoft" if chosen else "hover" if self.underMouse() else "surface"
        border, width = ("teal", 2) if chosen else ("lineStrong", 1)
        area = QRectF(self.rect())
        drawing.box(painter, area, tokens.radius("l"), tokens.color(fill), tokens.color(border), width)
        side = tokens.scaled(MARK)
        number = QRectF(_SIDE, _TOP, area.width() - 2 * _SIDE - side, side)
        drawing.text(painter, number, str(self._number), tokens.font("heading"), tokens.color("ink"))
        paint_radio(painter, QRectF(area.width() - _SIDE - side, _TOP, side, side), chosen)


class Rating(QWidget):
    """One stop for Tab; arrow keys choose; choosing it again, or Delete, lets go."""

    rated = Signal(object)  # 1 to 4, or None

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Rating"))
        self._rating: int | None = None
        self._columns = 0
        self.cards = [RatingCard(each) for each in range(1, ANCHORS + 1)]
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(10)
        for number, card in enumerate(self.cards, 1):
            card.clicked.connect(lambda _=False, number=number: self._say(number))
            card.stepped.connect(lambda step, number=number: self._step(number, step))
            card.let_go.connect(lambda: self._say(self._rating))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._arrange(ANCHORS)

    def show_part(self, part: Asked) -> None:
        """The rating of this part, and its anchors."""
        self._rating = part.rating
        for number, card in enumerate(self.cards, 1):
            has = number <= len(part.anchors)
            card.show_anchor(part.anchors[number - 1].text if has else "")
            card.show_chosen(number == part.rating)
        stop = self.stop()
        for card in self.cards:
            card.setFocusPolicy(Qt.FocusPolicy.StrongFocus if card is stop else Qt.FocusPolicy.ClickFocus)
        self._grid.invalidate()
        self.updateGeometry()

    def stop(self) -> QWidget:
        """Where Tab stops in it."""
        return self.cards[(self._rating or 1) - 1]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = event.size().width()
        least = tokens.scaled(_LEAST)
        self._arrange(ANCHORS if width >= ANCHORS * least else 2 if width >= 2 * least else 1)

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for at, card in enumerate(self.cards):
            self._grid.addWidget(card, at // columns, at % columns)
        for each in range(ANCHORS):
            self._grid.setColumnStretch(each, int(each < columns))
        self.updateGeometry()

    def _step(self, number: int, step: int) -> None:
        reached = (number - 1 + step) % ANCHORS + 1
        if reached != self._rating:
            self._say(reached)
        self.cards[reached - 1].setFocus(Qt.FocusReason.TabFocusReason)
        self.cards[reached - 1].is_reached = True

    def _say(self, number: int | None) -> None:
        self.rated.emit(number)
