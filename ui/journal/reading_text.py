"""The words of an entry as they are read: paragraphs with air between them."""

from PySide6.QtGui import QTextBlockFormat, QTextCursor

from ui.theme import tokens
from ui.widgets.passage import Passage

_BETWEEN = 10
_BLANK = 6


class ReadingText(Passage):
    """A new line begins a paragraph; a blank line parts them a little more, however many there are."""

    def setText(self, text: str) -> None:
        super().setText(text)
        self._part_paragraphs()

    def dress(self) -> None:
        """As a passage, with its paragraphs apart."""
        super().dress()
        self._part_paragraphs()

    def _part_paragraphs(self) -> None:
        line, blank = QTextBlockFormat(), QTextBlockFormat()
        fixed = QTextBlockFormat.LineHeightTypes.FixedHeight.value
        line.setLineHeight(tokens.line_height("reading"), fixed)
        line.setTopMargin(_BETWEEN)
        blank.setLineHeight(_BLANK, fixed)
        nothing = QTextBlockFormat()
        nothing.setLineHeight(1, fixed)
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        block = self.document().begin()
        was_blank, is_first = True, True
        while block.isValid():
            is_blank = not block.text().strip()
            form = (nothing if was_blank else blank) if is_blank else line
            cursor.setPosition(block.position())
            cursor.setBlockFormat(self._first(form) if is_first else form)
            was_blank, is_first = is_blank, False
            block = block.next()
        cursor.endEditBlock()
        self.updateGeometry()

    def _first(self, form: QTextBlockFormat) -> QTextBlockFormat:
        plain = QTextBlockFormat(form)
        plain.setTopMargin(0)
        return plain
