"""Blank lines of a text that is written, as small as they are when it is read."""

from collections.abc import Iterator

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextCursor, QTextDocument

from ui.theme import tokens

_BETWEEN_PARAGRAPHS = 10
_BLANK = 6
_FIXED = QTextBlockFormat.LineHeightTypes.FixedHeight.value


class BlankLines(QObject):
    """Keeps the form of each block of a document in step with its words: a blank line that another follows is small.

    A change of form joins the edit that made it necessary, so that undo takes back both at once.
    """

    def __init__(self, document: QTextDocument, style: str) -> None:
        super().__init__(document)
        self._document, self._style = document, style
        self._changed: tuple[int, int] | None = None
        document.contentsChange.connect(self._on_contents_change)
        document.contentsChanged.connect(self._on_contents_changed)

    def form_all(self) -> None:
        """Gives every block its form, as for a text that is new here."""
        cursor = QTextCursor(self._document)
        cursor.beginEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.setBlockFormat(self._usual())  # all at once: then the small ones alone are another's
        self._form(cursor, self._document.begin(), self._document.characterCount())
        cursor.endEditBlock()
        self._changed = None

    def is_small(self, block: QTextBlock) -> bool:
        """Whether this is a blank line that parts two others."""
        return block.length() == 1 and block.next().isValid()

    def gap(self) -> int:
        """Pixels between two lines with a blank line between them."""
        return tokens.scaled(_BETWEEN_PARAGRAPHS) + tokens.scaled(_BLANK)

    def _on_contents_change(self, position: int, _removed: int, added: int) -> None:
        begin, end = self._changed or (position, position)
        self._changed = min(begin, position), max(end, position + added)

    def _on_contents_changed(self) -> None:
        if self._changed is None:
            return
        (begin, end), self._changed = self._changed, None
        first = self._document.findBlock(begin)
        before = first.previous()  # which a block that is new now follows
        first = before if before.isValid() else first
        if self._differs(first, end):
            cursor = QTextCursor(self._document)
            cursor.joinPreviousEditBlock()
            self._form(cursor, first, end)
            cursor.endEditBlock()

    def _differs(self, block: QTextBlock, end: int) -> bool:
        return next(self._wrong(block, end), None) is not None

    def _form(self, cursor: QTextCursor, block: QTextBlock, end: int) -> None:
        for each, form in self._wrong(block, end):
            cursor.setPosition(each.position())
            cursor.setBlockFormat(form)

    def _wrong(self, block: QTextBlock, end: int) -> Iterator[tuple[QTextBlock, QTextBlockFormat]]:
        """Each block up to the end that has another form than is its own, and that one."""
        small, usual = self._small(), self._usual()
        while block.isValid() and block.position() <= end:
            form = small if self.is_small(block) else usual
            if block.blockFormat() != form:
                yield block, form
            block = block.next()

    def _small(self) -> QTextBlockFormat:
        form = QTextBlockFormat()
        form.setLineHeight(tokens.scaled(_BLANK), _FIXED)
        form.setBottomMargin(0)
        return form

    def _usual(self) -> QTextBlockFormat:
        form = QTextBlockFormat()
        form.setLineHeight(tokens.line_height(self._style), _FIXED)
        form.setBottomMargin(tokens.scaled(_BETWEEN_PARAGRAPHS))
        return form
