"""One of a few, all of them in sight."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from ui.theme import tokens
from ui.widgets import drawing
from ui.widgets.focus_ring import Ringed

_PADDING = {False: 14, True: 10}  # at each side of the words; in lists they stand closer
_HEIGHT = {False: 34, True: 30}
_CHECK = 14
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class Segmented(QWidget):
    """Options in one frame and one tab stop; arrow keys choose. Where none is allowed, choosing it again lets go.

    What is chosen has a tick; where `icons` are given by key, each option has its own instead.
    """

    chosen = Signal(str)  # the key, by a person; empty where the choice was let go

    def __init__(
        self,
        options: Sequence[tuple[str, str]],
        name: str,
        *,
        allows_none: bool = False,
        compact: bool = False,
        icons: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__()
        self._allows_none = allows_none
        self._is_stop = True
        self._key = ""
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        shown = icons or {}
        self._segments = {key: _Segment(text, name, compact, shown.get(key, "")) for key, text in options}
        for key, segment in self._segments.items():
            layout.addWidget(segment, 1)
            segment.lit.connect(self.update)
            segment.clicked.connect(lambda _=False, key=key: self._on_clicked(key))
            segment.stepped.connect(lambda step, key=key: self._on_stepped(key, step))
        self.choose("" if allows_none else options[0][0])

    def key(self) -> str:
        """The key of the chosen option; empty where none is."""
        return self._key

    def stop(self) -> QWidget:
        """Where Tab stops in it."""
        return self._segments[self._key] if self._key in self._segments else next(iter(self._segments.values()))

    def choose(self, key: str) -> None:
        """Shows this option as chosen, without a signal; an empty key lets go."""
        self._key = key
        for each, segment in self._segments.items():
            segment.show_chosen(each == key)
        self._put_stop()
        self.update()

    def make_stop(self, is_stop: bool) -> None:
        """Whether Tab stops in it at all: in a list, only the chosen row's does."""
        self._is_stop = is_stop
        self._put_stop()

    def _put_stop(self) -> None:
        stop = self.stop()
        for segment in self._segments.values():
            stops = self._is_stop and segment is stop
            segment.setFocusPolicy(Qt.FocusPolicy.StrongFocus if stops else Qt.FocusPolicy.ClickFocus)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        area = QRectF(self.rect())
        drawing.box(painter, area, tokens.radius("m"), tokens.color("surface"))
        frame = QPainterPath()
        frame.addRoundedRect(area, tokens.radius("m"), tokens.radius("m"))
        painter.setClipPath(frame)
        for segment in self._segments.values():
            self._paint_segment(painter, segment)
        painter.setClipping(False)
        edge = "stroke" if self.isEnabled() else "line"
        drawing.box(painter, area, tokens.radius("m"), None, tokens.color(edge))

    def _paint_segment(self, painter: QPainter, segment: "_Segment") -> None:
        area = segment.geometry()
        if segment.isChecked():
            painter.fillRect(area, tokens.color("tealSoft"))
        elif segment.underMouse() and segment.isEnabled():
            painter.fillRect(area, tokens.color("hover"))
        if area.left() > 0:
            painter.fillRect(
                area.left(), 0, 1, self.height(), tokens.color("lineStrong" if self.isEnabled() else "line")
            )

    def _on_clicked(self, key: str) -> None:
        if key != self._key:
            self._choose_by_person(key)
        elif self._allows_none:
            self._choose_by_person("")
        else:
            self.choose(key)

    def _on_stepped(self, key: str, step: int) -> None:
        keys = list(self._segments)
        reached = keys[(keys.index(key) + step) % len(keys)]
        self._choose_by_person(reached)
        self._segments[reached].setFocus(Qt.FocusReason.TabFocusReason)

    def _choose_by_person(self, key: str) -> None:
        self.choose(key)
        self.chosen.emit(key)


class _Segment(Ringed, QRadioButton):
    stepped = Signal(int)
    lit = Signal()  # the mouse came or went

    def __init__(self, text: str, group: str, compact: bool, icon: str) -> None:
        super().__init__()
        self._words, self._compact, self._icon = text, compact, icon
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.setAccessibleDescription(group)

    def show_chosen(self, chosen: bool) -> None:
        self.setAutoExclusive(False)  # so that a choice can be let go; the frame keeps it one at a time
        self.setChecked(chosen)
        self.setAutoExclusive(True)  # by which a screen reader knows it for one of several
        self.updateGeometry()

    def hitButton(self, position: QPoint) -> bool:
        return self.rect().contains(position)

    def sizeHint(self) -> QSize:
        words = drawing.width_of(self._words, tokens.font("control"))
        return QSize(words + self._mark_room() + 2 * _PADDING[self._compact] + 1, tokens.scaled(_HEIGHT[self._compact]))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def enterEvent(self, _event: object) -> None:
        self.lit.emit()

    def leaveEvent(self, _event: object) -> None:
        self.lit.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _STEPS:
            self.stepped.emit(_STEPS[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        font = tokens.font("control")
        ink = tokens.color(self._tone())
        words = drawing.width_of(self._words, font)
        mark = self._mark_room()
        left = max(4.0, (self.width() - words - mark) / 2)
        if mark:
            drawing.icon(painter, self._icon or "check", left, self.height() / 2, tokens.scaled(_CHECK), ink)
        area = QRectF(left + mark, 0, self.width() - left - mark - 4, self.height())
        drawing.text(painter, area, self._words, font, ink)

    def _mark_room(self) -> int:
        return tokens.scaled(_CHECK) + 6 if self._icon or self.isChecked() else 0

    def _tone(self) -> str:
        if not self.isEnabled():
            return "inkDisabled"
        return "teal" if self.isChecked() else "ink2"
