"""The rope of a delegation: its marks are one tab stop, arrow keys go from one to the next, Enter opens one."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.delegation.history import Strand
from ui.rope import layout, paint
from ui.rope.labels import Label, label
from ui.rope.layout import ABOVE, Happening, Mark, Room, Sign
from ui.rope.words import label_words, summary
from ui.theme import tokens
from ui.widgets import drawing
from ui.widgets.buttons import Pressable
from ui.widgets.labels import plain_tooltip
from ui.widgets.tab_loop import put_after, stop_before

_EDGE, _APART, _AFTER_WIDE = 14, 15, 30  # pixels
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class RopeView(QWidget):
    """Shows what it is given; says which mark somebody wants to see or to take away."""

    opened = Signal(object)  # a MarkButton
    removal_asked = Signal(str)  # the id of a touch

    def __init__(self) -> None:
        super().__init__()
        self._found: Sequence[Happening] = ()
        self._strands: Sequence[Strand] = ()
        self._today = date.min
        self._rope = layout.Rope(())
        self._above: list[Label] = []
        self._below: list[Label] = []
        self.marks: list[MarkButton] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_history(self, found: Sequence[Happening], strands: Sequence[Strand], today: date) -> None:
        """Draws this. The focus stays on the mark that had it, or goes to the one before."""
        if (found, strands, today) == (self._found, self._strands, self._today):
            return
        focused = next((at for at, each in enumerate(self.marks) if each.hasFocus()), None)
        self._found, self._strands, self._today = found, strands, today
        self.setAccessibleName(summary([each for each in found if each.sign is not Sign.TODAY]))
        self._place()
        if focused is not None and self.marks:
            self.marks[min(focused, len(self.marks) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)

    def sizeHint(self) -> QSize:
        return QSize(tokens.scaled(600), tokens.scaled(paint.FULL.height))

    def minimumSizeHint(self) -> QSize:
        return QSize(tokens.scaled(200), tokens.scaled(paint.FULL.height))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._place()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint.paint_rope(painter, self._rope)
        paint.paint_labels(painter, self._above, self._below)

    def focus_touch(self, id: str) -> None:
        """Puts the keyboard on the mark of this touch, if it is there."""
        for each in self.marks:
            if each.mark.of.touch == id:
                each.setFocus(Qt.FocusReason.OtherFocusReason)

    def _place(self) -> None:
        edge = tokens.scaled(_EDGE)
        room = Room(edge, max(self.width() - edge, edge + 1), tokens.scaled(_APART), tokens.scaled(_AFTER_WIDE))
        self._rope = layout.place(self._found, self._strands, room)
        self._above, self._below = label(self._rope, _measure, room)
        shown = [each for each in self._rope.marks if each.of.sign is not Sign.TODAY]
        while len(self.marks) > len(shown):
            gone = self.marks.pop()
            gone.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Tab is not led by what is going
            gone.hide()
            gone.deleteLater()
        if len(self.marks) < len(shown):
            self.marks += [self._made() for _ in range(len(shown) - len(self.marks))]
            put_after(stop_before(self), self)  # Tab comes to them where they stand
        for button, mark in zip(self.marks, shown, strict=True):
            button.show_mark(mark)
        self._leave_one_stop()
        self.update()

    def _made(self) -> "MarkButton":
        made = MarkButton(self)
        made.clicked.connect(lambda: self.opened.emit(made))
        made.stepped.connect(lambda to: self._step(made, to))
        made.removal_asked.connect(self.removal_asked)
        made.show()
        return made

    def _step(self, button: "MarkButton", to: int | None) -> None:
        """One further or back; to the first (0) or the last (None)."""
        at = self.marks.index(button)
        wanted = {0: 0, None: len(self.marks) - 1}.get(to, at + (to or 0))
        if 0 <= wanted < len(self.marks):
            self._leave_one_stop(wanted)
            self.marks[wanted].setFocus(Qt.FocusReason.TabFocusReason)

    def _leave_one_stop(self, at: int | None = None) -> None:
        """Tab stops at one of them: the one that has the keyboard, or the last, which is nearest to today."""
        if at is None:
            at = next((number for number, each in enumerate(self.marks) if each.hasFocus()), self._nearest())
        for number, each in enumerate(self.marks):
            each.setFocusPolicy(Qt.FocusPolicy.StrongFocus if number == at else Qt.FocusPolicy.ClickFocus)

    def _nearest(self) -> int:
        return max((at for at, each in enumerate(self.marks) if each.mark.of.on <= self._today), default=0)


class MarkButton(Pressable):
    """A mark that can be pressed and heard; the rope paints it."""

    ring_radius = 6
    stepped = Signal(object)  # by how much; 0 for the first, None for the last
    removal_asked = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent)
        self.mark = Mark(Happening(Sign.TODAY, date.min, "", "", ""), 0)

    def show_mark(self, mark: Mark) -> None:
        """Stands for this one from now on."""
        self.mark = mark
        self.say(mark.of.name)
        self.setAccessibleDescription(mark.of.note)
        said = f"{mark.of.name}\n{mark.of.note}" if mark.of.note else mark.of.name
        self.setToolTip(plain_tooltip(said))
        self.setGeometry(paint.mark_area(mark).toAlignedRect())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.stepped.emit(_STEPS[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.stepped.emit(0 if key == Qt.Key.Key_Home else None)
        elif key == Qt.Key.Key_Delete and self.mark.of.touch is not None:
            self.removal_asked.emit(self.mark.of.touch)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        event.accept()
        self.click()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.underMouse():
            drawing.box(QPainter(self), QRectF(self.rect()), self.ring_radius, None, tokens.color("lineStrong"))


def _measure(given: Happening, verb: str) -> float:
    """How wide its label is: one line above the rope, the wider of two below."""
    font = tokens.font("caption")
    if verb and given.sign in ABOVE:
        return drawing.width_of(label_words(given), font)
    return max(drawing.width_of(verb, font), drawing.width_of(given.day, font))
