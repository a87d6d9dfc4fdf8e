"""Noticing: phrases that blame, found in a writing area once nobody types; what is written is only read."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QTextBlock, QTextCursor

from app.phrasing.model import Finding, Rule
from app.phrasing.rules import Phrasebook, find
from ui.widgets.writing import WritingArea

PAUSE = 1000  # milliseconds without a key
_LONGEST = 50_000  # signs of a paragraph that is still looked through: 0.1 seconds


class Noticed(NamedTuple):
    """A rule, and the words in the document, which the cursor follows while others change."""

    words: QTextCursor
    rule: Rule

    @property
    def is_there(self) -> bool:
        """Whether the words are still in the document; what is typed in their place would be behind the cursor."""
        return self.words.anchor() < self.words.position()

    def is_same(self, other: "Noticed") -> bool:
        """Whether both are the same words under the same rule."""
        begins, ends = self.words.selectionStart(), self.words.selectionEnd()
        overlaps = begins < other.words.selectionEnd() and other.words.selectionStart() < ends
        return overlaps and self.rule.id == other.rule.id


class Noticing(QObject):
    """Looks at paragraphs that are new since the last time; `nearest` is the finding nearest to the cursor, or None."""

    changed = Signal()  # `nearest` is another one

    def __init__(self, area: WritingArea, book: Callable[[], Phrasebook | None]) -> None:
        super().__init__(area)
        self._area, self._book = area, book
        self.nearest: Noticed | None = None
        self._found: list[Noticed] = []
        self._dismissed: list[Noticed] = []
        self._known: dict[str, list[Finding]] = {}
        self._document, self._revision = area.document(), -1
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.look)
        area.textChanged.connect(self._on_typed)
        area.cursorPositionChanged.connect(self._on_cursor_moved)
        area.installEventFilter(self)

    def look(self) -> None:
        """Looks now. Without a phrasebook nothing is found."""
        self._pause.stop()
        self._let_go()
        book, known = self._book(), {}
        found: list[Noticed] = []
        block = self._document.begin()
        while book is not None and block.isValid():
            if 1 < block.length() <= _LONGEST:
                text = block.text()
                before = self._known.get(text)
                known[text] = find(text, book) if before is None else before
                found += _noticed(block, text, known[text])
            block = block.next()
        self._known, self._revision = known, self._document.revision()
        self._dismissed = [each for each in self._dismissed if each.is_there]
        self._found = [each for each in found if not any(map(each.is_same, self._dismissed))]
        self._underline()
        self._show_nearest()

    def look_soon(self) -> None:
        """Looks after a pause, if the text is read by somebody. Another text has nothing to do with what was found."""
        self._let_go()
        if self._area.hasFocus():
            self._pause.start()

    def look_anew(self) -> None:
        """Looks now, by other rules."""
        self._known = {}
        self.look()

    def dismiss(self) -> None:
        """Leaves the nearest alone for as long as this text is in the area."""
        if self.nearest is not None:
            self._dismissed.append(self.nearest)
            self.look()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and self._revision != self._area.document().revision():
            self._pause.start()
        return False

    def _let_go(self) -> None:
        """Forgets the text before, once there is another."""
        if self._area.document() is not self._document:
            self._document, self._revision = self._area.document(), -1
            self._found, self._dismissed = [], []
            self._show_nearest()

    def _on_typed(self) -> None:
        self._pause.start()
        if not all(each.is_there for each in self._found):
            self._found = [each for each in self._found if each.is_there]
            self._underline()

    def _underline(self) -> None:
        self._area.underline([each.words for each in self._found])

    def _on_cursor_moved(self) -> None:
        if self._revision == self._area.document().revision():  # else somebody types
            self._show_nearest()

    def _show_nearest(self) -> None:
        at = self._area.textCursor().position()
        before, self.nearest = self.nearest, min(self._found, key=lambda each: _distance(each, at), default=None)
        is_same = before is self.nearest or (before and self.nearest and self.nearest.is_same(before))
        if not is_same:
            self.changed.emit()


def _noticed(block: QTextBlock, text: str, findings: Sequence[Finding]) -> Iterator[Noticed]:
    places = _in_document(text, (place for each in findings for place in (each.start, each.end)))
    for finding, start, end in zip(findings, places, places, strict=True):
        words = QTextCursor(block)
        words.setPosition(block.position() + start)
        words.setPosition(block.position() + end, QTextCursor.MoveMode.KeepAnchor)
        words.setKeepPositionOnInsert(True)  # what is typed behind the words is none of them
        yield Noticed(words, finding.rule)


def _in_document(text: str, places: Iterable[int]) -> Iterator[int]:
    """Places of a text, in order, as documents count: what is beyond the first plane of Unicode counts two there."""
    reached = more = 0
    for place in places:
        more += sum(each > "\uffff" for each in text[reached:place])
        reached = place
        yield place + more


def _distance(noticed: Noticed, at: int) -> int:
    return max(noticed.words.selectionStart() - at, at - noticed.words.selectionEnd(), 0)
