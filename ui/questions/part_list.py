"""What was chosen, in its order: the parts of a kit, or what one gets ready for."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.interviews import kits
from app.interviews.model import KitPart
from app.interviews.wording import part_name
from ui.questions.choosing import PartDeeds, Placing
from ui.questions.part_row import EDGE, PartRow
from ui.theme import tokens
from ui.widgets.keyboard import has_keyboard
from ui.widgets.tab_loop import put_after


class PartList(QWidget):
    """One tab stop and what is in its row. Rows stay the same widgets while their parts change places."""

    entered = Signal()  # the question of the part in hand is to be gone to
    pressed = Signal()  # a part was chosen that has one to look at

    def __init__(self, presenter: Placing, deeds: PartDeeds, name: str, before: QWidget) -> None:
        """`before` is where Tab stops before the list."""
        super().__init__()
        self._presenter, self._deeds, self._before = presenter, deeds, before
        self.rows: list[PartRow] = []
        self._keys: list[tuple[str, int]] = []  # what each row stands for
        self._drop_at: int | None = None
        self._mark = _DropMark(self)
        self.setAccessibleName(name)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def focus_widget(self) -> QWidget | None:
        """The row in hand, or the first."""
        return next((each for each in self.rows if each.is_current), None)

    def write(self) -> None:
        """The keyboard goes to the words of the part in hand."""
        if (current := next((each for each in self.rows if each.is_current), None)) is not None:
            self._enter(current)

    def show_parts(self, parts: Sequence[KitPart], notes: Sequence[str] = ()) -> None:
        """Shows these, each with a word on it where there is one."""
        lost_focus = self._arrange(parts)
        questions, in_hand = self._presenter.questions, self._presenter.at
        stop = in_hand if in_hand is not None and in_hand < len(self.rows) else 0
        for at, (made, part) in enumerate(zip(self.rows, parts, strict=True)):
            words, competency = kits.words(part, questions), kits.competency(part, questions)
            made.show_part(words, part_name(part.what), competency, part.minutes, notes[at] if notes else "")
            made.show_current(at == stop, is_selected=at == in_hand)
        lost_focus = lost_focus or any(each.hasFocus() and not each.is_current for each in self.rows)
        if lost_focus and (there := self.focus_widget()) is not None:
            there.setFocus(Qt.FocusReason.OtherFocusReason)

    def _arrange(self, parts: Sequence[KitPart]) -> bool:
        """Has a row for each part, in its place; whether one went that had the focus."""
        keys: list[tuple[str, int]] = []
        for part in parts:
            name = part.question or part.what.value
            keys.append((name, sum(each == name for each, _ in keys)))
        lost_focus = False
        if keys == self._keys:
            return lost_focus
        known = dict(zip(self._keys, self.rows, strict=True))
        for key in self._keys:
            if key not in keys:
                gone = known.pop(key)
                lost_focus = lost_focus or has_keyboard(gone)
                self._column.removeWidget(gone)
                gone.hide()
                gone.deleteLater()
        self._keys = keys
        self.rows = [
            known.get(key) or self._add(is_own_line=not part.question) for key, part in zip(keys, parts, strict=True)
        ]
        for at, made in enumerate(self.rows):
            self._column.insertWidget(at, made)
            made.show()
            made.raise_()  # a screen reader goes by the order of the children
        self._mark.raise_()
        put_after(self._before, self)
        return lost_focus

    def _add(self, *, is_own_line: bool) -> PartRow:
        made = PartRow(is_own_line=is_own_line)
        deeds, at = self._deeds, self.rows_index
        made.clicked.connect(lambda: self._choose(at(made)))
        made.stepped.connect(lambda by: self._step(at(made) + by))
        made.moved.connect(lambda by: self._move(at(made), by))
        made.taken_out.connect(lambda: deeds.take_out(at(made)))
        made.timed.connect(lambda minutes: deeds.change_part(at(made), minutes=minutes))
        made.worded.connect(lambda words: deeds.change_part(at(made), text=words))
        made.entered.connect(lambda: self._enter(made))
        made.dragged.connect(self._drag)
        made.dropped.connect(lambda stays: self._drop(at(made), stays=stays))
        return made

    def rows_index(self, of: PartRow) -> int:
        """Which part this row stands for."""
        return self.rows.index(of)

    def _choose(self, at: int) -> None:
        self._presenter.choose_part(at)
        if self.rows[at].line is None:
            self.pressed.emit()

    def _enter(self, made: PartRow) -> None:
        if made.line is not None:
            made.line.setFocus(Qt.FocusReason.OtherFocusReason)
            made.line.end(False)
        else:
            self._presenter.choose_part(self.rows_index(made))
            self.entered.emit()

    def _move(self, at: int, by: int) -> None:
        self._deeds.move(at, at + by)
        there = self.focus_widget()
        if there is not None and not has_keyboard(there):  # of two lines of one's own only the words change places
            there.setFocus(Qt.FocusReason.TabFocusReason)

    def _step(self, at: int) -> None:
        if 0 <= at < len(self.rows):
            self._presenter.choose_part(at)
            self.rows[at].setFocus(Qt.FocusReason.TabFocusReason)

    def _drag(self, to: QPoint) -> None:
        """Shows between which parts it would go."""
        y = self.mapFromGlobal(to).y()
        self._drop_at = sum(y > each.geometry().center().y() for each in self.rows)
        below = self.rows[self._drop_at].y() if self._drop_at < len(self.rows) else self.rows[-1].geometry().bottom()
        self._mark.setGeometry(QRect(EDGE, max(below - 1, 0), self.width() - 2 * EDGE, 2))
        self._mark.show()

    def _drop(self, at: int, *, stays: bool) -> None:
        to, self._drop_at = self._drop_at, None
        self._mark.hide()
        if stays and to is not None:
            self._deeds.move(at, to - (to > at))
            self._presenter.choose_part(min(to - (to > at), len(self.rows) - 1))


class _DropMark(QWidget):
    """Where what is dragged would go."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), tokens.color("teal"))
