"""The large calm area to write in: plain text in generous lines, quick however long it grows."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QMimeData, QRect, QRectF, QSignalBlocker, QSize, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QTextEdit
from shiboken6 import isValid

from app import limits
from ui.theme import tokens
from ui.widgets import drawing, room
from ui.widgets.blank_lines import BlankLines
from ui.widgets.caret import Caret
from ui.widgets.dressing import Dressed
from ui.widgets.field_menu import open_menu
from ui.widgets.passage import as_typed
from ui.widgets.scroll_bar import scroll_as_ours

_CONTROL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
_FRAME = 2  # the border at its widest
_PADDING = {"reading": (18, 11), "readingS": (15, 9)}  # across, above and below; the border included
_ON_A_LINE = (_FRAME, 3)
_SPARE = {"reading": 24, "readingS": 4}  # below the lines of an area that is not full: room to begin a paragraph


class WritingArea(Dressed, QTextEdit):
    """Takes plain text only, whatever is pasted or dropped. Tab moves on; undo knows only this text's own past."""

    def __init__(
        self,
        name: str,
        placeholder: str = "",
        minimum_lines: int = 4,
        *,
        grows: bool = True,
        maximum_height: int = 480,
        style: str = "reading",
        most: int = limits.TEXT,
        lined: bool = False,
    ) -> None:
        """With `lined` it is words on a line, as on paper, and has no frame."""
        super().__init__()
        self._style, self._placeholder, self._most, self._lined = style, placeholder, most, lined
        self._padding = _ON_A_LINE if lined else _PADDING[style]
        self._minimum_lines, self._grows, self._maximum_height = minimum_lines, grows, maximum_height
        self.setAccessibleName(name)
        self.setAccessibleDescription(placeholder)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        scroll_as_ours(self)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        if grows:
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._lines = BlankLines(self.document(), style)
        self._caret = Caret(self, self._caret_place)
        beside = 0 if lined else _FRAME
        self.setViewportMargins(beside, _FRAME, beside, _FRAME)
        self.setCursorWidth(0)  # the caret is ours
        self.cursorPositionChanged.connect(self._on_cursor_moved)
        self._height = 0
        self._underlined: Sequence[QTextCursor] = ()
        self.dress_if_changed()
        self.replace_text("")

    def text(self) -> str:
        """The words as typed: unlike Qt's plain text, a no-break space stays one."""
        return as_typed(self.document().toRawText())

    def replace_text(self, text: str) -> None:
        """Shows another text, without a signal, in a document of its own: undo cannot bring the last one back."""
        before, document = self.document(), QTextDocument(self)
        document.setUndoRedoEnabled(False)
        document.setDefaultFont(self.font())
        document.setDocumentMargin(0)
        QTextCursor(document).insertText(text)
        self._lines = BlankLines(document, self._style)
        self._lines.form_all()
        self._pad(document)  # before it is laid out: afterwards an empty one would not be laid out anew
        document.setTextWidth(self.viewport().width())  # or it would be laid out for no width first
        document.setUndoRedoEnabled(True)
        document.setModified(False)
        self.underline(())
        with QSignalBlocker(self):
            self.setDocument(document)
        if isValid(before) and before.parent() is self:
            before.deleteLater()  # Qt lets go only of the very first one
        document.documentLayout().documentSizeChanged.connect(self._on_size_changed)
        self._on_size_changed()

    def set_minimum_lines(self, lines: int) -> None:
        """Is at least as high as so many lines."""
        if lines != self._minimum_lines:
            self._minimum_lines = lines
            self.updateGeometry()

    def set_placeholder(self, text: str) -> None:
        """Shows other words where nothing is written yet."""
        self._placeholder = text
        self.setAccessibleDescription(text)
        self.viewport().update()

    def underline(self, selected: Sequence[QTextCursor]) -> None:
        """Draws a dotted line below these words. It goes with them when text around changes, and is no part of it."""
        self._underlined = selected
        form = QTextCharFormat()
        form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        form.setUnderlineColor(tokens.color("ochre"))
        drawn = []
        for each in selected:
            line = QTextEdit.ExtraSelection()
            line.cursor, line.format = each, form
            drawn.append(line)
        self.setExtraSelections(drawn)

    def underlined(self) -> list[str]:
        """The words that have a line below them."""
        return [each.selectedText() for each in self._underlined]

    def dress(self) -> None:
        """Takes font, colours and line height from the tokens in force."""
        self.setFont(tokens.font(self._style))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Text, tokens.color("ink"))
        palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        palette.setColor(QPalette.ColorRole.Highlight, tokens.color("tealLine"))
        palette.setColor(QPalette.ColorRole.HighlightedText, tokens.color("ink"))
        self.setPalette(palette)
        self._set_line_height()
        self.underline(self._underlined)

    def sizeHint(self) -> QSize:
        return QSize(tokens.scaled(400), self._wanted_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(tokens.scaled(120), self._wanted_height() if self._grows else self._least_height())

    def createMimeDataFromSelection(self) -> QMimeData:
        copied = QMimeData()
        copied.setText(as_typed(self.textCursor().selectedText()))
        return copied

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasFormat("text/plain")

    def insertFromMimeData(self, source: QMimeData) -> None:
        if source.hasFormat("text/plain"):  # a file that was dropped has only its address: it stays outside
            if self._has_room_for(source.text()):
                self.textCursor().insertText(source.text())
            self.ensureCursorVisible()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if not event.commitString() or self._has_room_for(event.commitString()):
            super().inputMethodEvent(event)
        else:  # what was being composed has to end all the same
            super().inputMethodEvent(QInputMethodEvent())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_new_line = event.matches(QKeySequence.StandardKey.InsertParagraphSeparator)
        typed = "\n" if is_new_line else _letters(event)
        if typed and not self._has_room_for(typed):
            event.accept()
        elif is_new_line:
            # Qt would not begin a line below a blank one, but only take its form away.
            self.textCursor().insertBlock()
            self.ensureCursorVisible()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        open_menu(self.createStandardContextMenu(event.pos()), event.globalPos())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._caret.begin()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._caret.end()
        self.update()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:  # of the frame: paintEvent below is that of the viewport in it
            self._paint_frame()
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        self._caret.paint(painter)
        if self.document().isEmpty():
            first = QRect(self.cursorRect())
            room = self.viewport().width() - 2 * first.left()
            words = QRectF(first.left(), first.top(), room, first.height())
            drawing.text(painter, words, self._placeholder, self.font(), tokens.color("ink3"))

    def _has_room_for(self, text: str) -> bool:
        """Whether it fits in the place of what is selected; where it does not, that is said."""
        selected = self.textCursor().selectedText()
        # Qt counts in UTF-16, which is quick to ask for and never less.
        if self.document().characterCount() - 1 - len(selected) + 2 * len(text) <= self._most:
            return True
        if room.fits(self.text() + text, self._most + len(selected)):
            return True
        room.say_full(self, self.cursorRect().bottomLeft(), self._most)
        return False

    def _caret_place(self) -> QRect:
        place = self.cursorRect()
        if self._lines.is_small(self.textCursor().block()):  # Qt makes it as high as the letters that are not there
            place.setTop(place.bottom() + 1 - self._lines.gap())
        return place

    def _paint_frame(self) -> None:
        tone, width = ("focus", 2) if self.hasFocus() else ("stroke" if self.isEnabled() else "line", 1)
        if self._lined:
            QPainter(self).fillRect(0, self.height() - width, self.width(), width, tokens.color(tone))
            return
        fill = tokens.color("surface" if self.isEnabled() else "sunk")
        drawing.box(QPainter(self), QRectF(self.rect()), tokens.radius("l"), fill, tokens.color(tone), width)

    def _set_line_height(self) -> None:
        """Gives every block its form anew. Undo has then nothing to go back to, which a change of look may cost."""
        document = self.document()
        document.setUndoRedoEnabled(False)
        self._lines.form_all()
        document.setUndoRedoEnabled(True)

    def _pad(self, document: QTextDocument) -> None:
        across, above = (padding - _FRAME for padding in self._padding)
        frame = document.rootFrame()
        form = frame.frameFormat()
        form.setMargin(0)
        form.setLeftMargin(across)
        form.setRightMargin(across)
        form.setTopMargin(above)
        form.setBottomMargin(above + 4)
        frame.setFrameFormat(form)

    def _least_height(self) -> int:
        lines = self._minimum_lines * tokens.line_height(self._style)
        return lines + 2 * self._padding[1] + _SPARE[self._style]

    def _wanted_height(self) -> int:
        if not self._grows:
            return self._least_height()
        return min(max(self._least_height(), self._height), max(self._maximum_height, self._least_height()))

    def _on_size_changed(self) -> None:
        height = round(self.document().size().height()) + 2 * _FRAME
        if height != self._height:
            self._height = height
            self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep_caret_in_sight()

    def _on_cursor_moved(self) -> None:
        if self.hasFocus():
            self._caret.begin()
            self._keep_caret_in_sight()

    def _keep_caret_in_sight(self) -> None:
        """Scrolls the page around, too: an area that is higher than the page has its caret anywhere."""
        page = self.parentWidget()
        while page is not None and not isinstance(page, QScrollArea):
            page = page.parentWidget()
        inside = page.widget() if page is not None and self.hasFocus() else None
        if page is not None and inside is not None:
            caret = self.viewport().mapTo(inside, self.cursorRect().center())
            # Two lines around where one types. What was only opened leaves the page where it begins, if it can.
            around = 2.0 if self.document().isModified() else 0.5
            page.ensureVisible(caret.x(), caret.y(), 0, round(around * tokens.line_height(self._style)))


def _letters(event: QKeyEvent) -> str:
    """What a key types; AltGr is Ctrl and Alt on some systems, Ctrl alone is a command."""
    control, alt = (bool(event.modifiers() & each) for each in (_CONTROL, _ALT))
    return event.text() if event.text().isprintable() and control == alt else ""
