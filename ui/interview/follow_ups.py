"""The questions behind a question, as pills: ticked off once they were asked."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from app.interviews.model import Asked
from app.translation import tr
from ui.reflection.flow import Flow
from ui.theme import tokens
from ui.widgets import drawing
from ui.widgets.focus_ring import Ringed

_ACROSS, _DOWN, _CHECK = 12, 6, 14
_WRAPS = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere


class FollowUpPill(Ringed, QAbstractButton):
    """Its words wrap where the page is too narrow for them."""

    ring_radius = 8

    def __init__(self, words: str, place: str) -> None:
        super().__init__()
        self._room = 0
        self.words = words
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setText(words.replace("&", "&&"))
        self.setAccessibleName(words)
        self.setAccessibleDescription(place)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def set_room(self, room: int) -> None:
        """It is no wider than this."""
        if room != self._room:
            self._room = room
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        words = drawing.width_of(self.words, self._font()) + 1
        wide = words + self._beside()
        if not self._room or wide <= self._room:
            return QSize(wide, tokens.scaled(30))
        inside = QRect(0, 0, max(self._room - self._beside(), 1), 10_000)
        high = QFontMetrics(self._font()).boundingRect(inside, _WRAPS, self.words).height()
        return QSize(self._room, max(high + 2 * _DOWN, tokens.scaled(30)))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(tokens.scaled(60), self.sizeHint().width()), self.sizeHint().height())

    def nextCheckState(self) -> None:
        """What is asked is said by whoever shows it."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, area, checked = QPainter(self), QRectF(self.rect()), self.isChecked()
        if checked:
            border = tokens.color("teal") if self.underMouse() else None
            fill = "press" if self.isDown() else "tealSoft"
            drawing.box(painter, area, tokens.radius("m"), tokens.color(fill), border)
            middle = area.center().y()
            drawing.icon(painter, "check", _ACROSS, middle, tokens.scaled(_CHECK), tokens.color("teal"))
        else:
            fill = "press" if self.isDown() else "hover" if self.underMouse() else "surface"
            drawing.box(painter, area, tokens.radius("m"), tokens.color(fill), tokens.color("lineStrong"))
        painter.setFont(self._font())
        painter.setPen(tokens.color("teal" if checked else "ink2"))
        words = self.rect().adjusted(self._left(), 0, -_ACROSS + 1, 0)
        flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter) | int(_WRAPS)
        painter.drawText(words, flags, self.words)

    def _font(self) -> QFont:
        return tokens.font("control", weight=500 if self.isChecked() else 400)

    def _left(self) -> int:
        return _ACROSS + (tokens.scaled(_CHECK) + 6 if self.isChecked() else 0)

    def _beside(self) -> int:
        return _ACROSS * 2 + (tokens.scaled(_CHECK) + 6 if self.isChecked() else 0)


class FollowUps(QWidget):
    """As many beside each other as fit."""

    ticked = Signal(int)  # the number of one, from 0

    def __init__(self) -> None:
        super().__init__()
        self.pills: list[FollowUpPill] = []
        self._flow = Flow()
        self.setLayout(self._flow)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(tr("Follow-up questions"))

    def show_part(self, part: Asked) -> bool:
        """Those of this part; whether they are other ones than before."""
        is_new = [each.text for each in part.follow_ups] != [each.words for each in self.pills]
        if is_new:
            self._make(part)
        for pill, each in zip(self.pills, part.follow_ups, strict=True):
            if pill.isChecked() != each.asked:
                pill.setChecked(each.asked)
                pill.updateGeometry()
        return is_new

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make(self, part: Asked) -> None:
        self._flow.clear()
        self.pills = []
        for at, each in enumerate(part.follow_ups):
            place = tr("Follow-up {number} of {count}").format(number=at + 1, count=len(part.follow_ups))
            pill = FollowUpPill(each.text, place)
            pill.clicked.connect(lambda _=False, at=at: self.ticked.emit(at))
            self.pills.append(pill)
            self._flow.addWidget(pill)
        self._make_room()

    def _make_room(self) -> None:
        for pill in self.pills:
            pill.set_room(self.width())
