"""The large field below a question."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor

from app import limits
from ui.widgets.writing import WritingArea


class AskedArea(WritingArea):
    """Where no further word is, the keys that go by words go to the next question, or to the one before."""

    def __init__(self, name: str, placeholder: str = "") -> None:
        super().__init__(name, placeholder, 4, grows=False, most=limits.INTERVIEW_NOTES)

    def write_on(self) -> None:
        """The cursor at the end of what is written."""
        self.moveCursor(QTextCursor.MoveOperation.End)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            cursor = self.textCursor()
            ahead = event.matches(QKeySequence.StandardKey.MoveToNextWord) and cursor.atEnd()
            back = event.matches(QKeySequence.StandardKey.MoveToPreviousWord) and cursor.atStart()
            if ahead or back:
                event.ignore()
                return False
        return super().event(event)
