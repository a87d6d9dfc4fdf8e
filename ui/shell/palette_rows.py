"""The rows of the palette: groups of entries, the part that matches in semibold."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from app.translation import tr
from ui.theme import icons, tokens
from ui.widgets.scroll_bar import scroll_as_ours, show_what_is_behind

_HEAD, _ROW = 36, 40
_MOST_SHOWN = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One row. `strong` are the parts of `words` to stand out, as (start, end)."""

    group: str
    icon: str
    words: str
    choose: Callable[[], None]
    beside: str = ""
    right: str = ""
    strong: tuple[tuple[int, int], ...] = field(default=())


class PaletteList(QScrollArea):
    """Entries below the headings of their groups; one is chosen, by arrow keys or the mouse."""

    chosen = Signal(object)  # an Entry
    moved = Signal(str)  # the entry that Enter goes to, in words

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        scroll_as_ours(self)
        show_what_is_behind(self)
        self._rows = _Rows()
        self._rows.clicked.connect(self.choose)
        self._rows.moved.connect(self.moved)
        self.setWidget(self._rows)
        self._rows.setAutoFillBackground(False)

    def show_entries(self, known: Sequence[Entry], found: Sequence[Entry], typed: str, *, keep_found: bool) -> None:
        """Shows what is known at once and what was found; the first is chosen. `typed` stands out in the known."""
        kept = self._rows.found if keep_found else tuple(found)
        self._rows.show_entries([_marked(each, typed) for each in known], kept)
        self.updateGeometry()
        self.verticalScrollBar().setValue(0)

    def move_choice(self, step: int) -> None:
        """Chooses an entry further down or up."""
        self._rows.move_by(step)
        top, bottom = self._rows.span_of_current()
        self.ensureVisible(0, bottom, 0, 8)
        self.ensureVisible(0, top, 0, 8)

    def choose(self) -> None:
        """Goes to the chosen entry, or does it."""
        if (entry := self._rows.current()) is not None:
            self.chosen.emit(entry)

    def sizeHint(self) -> QSize:
        return QSize(600, min(self._rows.minimumHeight(), tokens.scaled(_MOST_SHOWN)))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, tokens.scaled(60))


class _Rows(QWidget):
    clicked = Signal()
    moved = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.found: tuple[Entry, ...] = ()
        self._entries: list[Entry] = []
        self._tops: list[int] = []
        self._at = 0
        self.setMouseTracking(True)

    def show_entries(self, known: Sequence[Entry], found: tuple[Entry, ...]) -> None:
        self.found, self._entries, self._at = found, [*known, *found], 0
        self._tops, top, group = [], 4, ""
        for each in self._entries:
            if each.group != group:
                top += tokens.scaled(_HEAD)
                group = each.group
            self._tops.append(top)
            top += tokens.scaled(_ROW)
        self.setMinimumHeight(top + 8 if self._entries else tokens.scaled(72))
        self._tell()
        self.update()

    def current(self) -> Entry | None:
        return self._entries[self._at] if self._entries else None

    def move_by(self, step: int) -> None:
        if self._entries:
            last = len(self._entries) - 1
            self._at = max(0, min(last, self._at + step)) if abs(step) > 1 else (self._at + step) % (last + 1)
            self._tell()
            self.update()

    def span_of_current(self) -> tuple[int, int]:
        if not self._entries:
            return 0, 0
        top = self._tops[self._at]
        return (0 if self._at == 0 else top), top + tokens.scaled(_ROW)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._at = self._row_at(event.position().y())
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._entries and event.button() == Qt.MouseButton.LeftButton:
            self._at = self._row_at(event.position().y())
            self.clicked.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self._entries:
            painter.setFont(tokens.font("body"))
            painter.setPen(tokens.color("ink3"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, tr("Nothing with these words"))
            return
        group, visible = "", event.rect()
        for at, (entry, top) in enumerate(zip(self._entries, self._tops, strict=True)):
            if entry.group != group:
                group = entry.group
                self._paint_heading(painter, group, top)
            if top <= visible.bottom() and top + tokens.scaled(_ROW) >= visible.top():
                self._paint_entry(painter, entry, top, is_current=at == self._at)

    def _row_at(self, y: float) -> int:
        return max((at for at, top in enumerate(self._tops) if top <= y), default=0)

    def _tell(self) -> None:
        entry = self.current()
        self.moved.emit(", ".join(filter(None, (entry.words, entry.beside, entry.right))) if entry else "")

    def _paint_heading(self, painter: QPainter, group: str, top: int) -> None:
        painter.setFont(tokens.font("caption", weight=600))
        painter.setPen(tokens.color("ink3"))
        area = QRectF(20, top - tokens.scaled(_HEAD - 6), self.width() - 40, tokens.scaled(_HEAD - 6))
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, group)

    def _paint_entry(self, painter: QPainter, entry: Entry, top: int, *, is_current: bool) -> None:
        height = tokens.scaled(_ROW)
        if is_current:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.color("select"))
            painter.drawRoundedRect(QRectF(8, top, self.width() - 16, height), 10, 10)
        icons.draw(painter, entry.icon, QRectF(23, top + height / 2 - 9, 18, 18), tokens.color("ink2"))
        right = self._paint_right(painter, entry.right, top, height)
        room = right - 58 - (12 if entry.right else 0)
        used, is_cut = self._paint_words(painter, entry, QRectF(58, top, room, height))
        if entry.beside and used + 10 < room:
            painter.setFont(tokens.font("small"))
            painter.setPen(tokens.color("ink3"))
            area = QRectF(58 + used + 10, top, room - used - 10, height)
            # Behind words that fill the row, all of them end where the row ends.
            where = Qt.AlignmentFlag.AlignRight if is_cut else Qt.AlignmentFlag.AlignLeft
            painter.drawText(area, where | Qt.AlignmentFlag.AlignVCenter, entry.beside)

    def _paint_right(self, painter: QPainter, words: str, top: int, height: int) -> float:
        painter.setFont(tokens.font("caption"))
        painter.setPen(tokens.color("ink3"))
        area = QRectF(58, top, self.width() - 58 - 20, height)
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, words)
        return self.width() - 20 - painter.fontMetrics().horizontalAdvance(words)

    def _paint_words(self, painter: QPainter, entry: Entry, area: QRectF) -> tuple[float, bool]:
        """How wide they are, and whether they were cut."""
        painter.setPen(tokens.color("ink"))
        beside = QFontMetricsF(tokens.font("small")).horizontalAdvance(entry.beside) + 12 if entry.beside else 0
        room = area.width() - beside
        left = area.left()
        for words, is_strong in _parts(entry):
            font = tokens.font("body", weight=600 if is_strong else 400)
            metrics = QFontMetricsF(font)
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, area.left() + room - left)
            painter.setFont(font)
            painter.drawText(
                QRectF(left, area.top(), area.width(), area.height()), Qt.AlignmentFlag.AlignVCenter, shown
            )
            left += metrics.horizontalAdvance(shown)
            if shown != words:
                return left - area.left(), True
        return left - area.left(), False


def _parts(entry: Entry) -> list[tuple[str, bool]]:
    parts, at = [], 0
    for start, end in entry.strong:
        parts += [(entry.words[at:start], False), (entry.words[start:end], True)]
        at = end
    return [part for part in (*parts, (entry.words[at:], False)) if part[0]]


def _marked(entry: Entry, typed: str) -> Entry:
    start = entry.words.casefold().find(typed.casefold()) if typed else -1
    if start < 0 or len(entry.words) != len(entry.words.casefold()):
        return entry
    return Entry(
        group=entry.group,
        icon=entry.icon,
        words=entry.words,
        choose=entry.choose,
        beside=entry.beside,
        right=entry.right,
        strong=((start, start + len(typed)),),
    )
