"""Text to read at length: it can be selected, copied and walked by a screen reader, and never changed."""

from PySide6.QtCore import QMimeData, QSize, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextBlockFormat,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit

from ui.theme import tokens
from ui.widgets.caret import Caret
from ui.widgets.dressing import Dressed
from ui.widgets.field_menu import open_menu

_SEPARATORS = "\u2028\u2029\ufdd0\ufdd1"


def as_typed(raw: str) -> str:
    """Raw text of a document with line ends for its separators. Qt's plain text would also turn no-break spaces."""
    # At every key of a long entry: a hundred times as quick as `translate`.
    for separator in _SEPARATORS:
        raw = raw.replace(separator, "\n")
    return raw


class Passage(Dressed, QTextEdit):
    """Plain words in the line height of a style, as high as they are long."""

    def __init__(self, text: str = "", style: str = "reading", tone: str = "ink") -> None:
        super().__init__()
        self._style, self._tone = style, tone
        self._heights: dict[int, int] = {}  # by width: a layout asks for several, and long words take their time
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self._caret = Caret(self, self.cursorRect)  # says where the keyboard is, as in a field
        self.setCursorWidth(0)
        self.cursorPositionChanged.connect(self._on_cursor_moved)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.dress_if_changed()
        self.setText(text)

    def text(self) -> str:
        """The words as they were given."""
        return as_typed(self.document().toRawText())

    def setText(self, text: str) -> None:
        """Shows other words, as plain text whatever is in them."""
        self.setPlainText(text)
        self._set_line_height()
        self.updateGeometry()

    def set_tone(self, tone: str) -> None:
        """Shows the words in the colour of this token."""
        self._tone = tone
        self.dress()

    def dress(self) -> None:
        """Takes font, colour and line height from the tokens in force."""
        self.setFont(tokens.font(self._style))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Text, tokens.color(self._tone))
        palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        self.setPalette(palette)
        self._set_line_height()
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        width = min(width, self.maximumWidth())
        if width not in self._heights:
            self._wrap(width)
            self._heights[width] = round(self.document().size().height())
        return self._heights[width]

    def sizeHint(self) -> QSize:
        width = self.width() if self.width() > 1 else tokens.scaled(600)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(tokens.scaled(60), tokens.line_height(self._style))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        # A layout may have asked for the height at another width since, which leaves the words wrapped for that one.
        self._wrap(self.viewport().width())
        super().paintEvent(event)
        self._caret.paint(QPainter(self.viewport()))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._caret.begin()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._caret.end()
        self.viewport().update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        open_menu(self.createStandardContextMenu(event.pos()), event.globalPos())

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the page scrolls, not the passage

    def createMimeDataFromSelection(self) -> QMimeData:
        copied = QMimeData()
        copied.setText(as_typed(self.textCursor().selectedText()))
        return copied

    def _on_cursor_moved(self) -> None:
        if self.hasFocus():
            self._caret.begin()

    def _set_line_height(self) -> None:
        form = QTextBlockFormat()
        form.setLineHeight(tokens.line_height(self._style), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(form)
        self._heights.clear()

    def _wrap(self, width: int) -> None:
        if self.document().textWidth() != width:
            self.document().setTextWidth(width)
