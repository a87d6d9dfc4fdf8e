"""What was said, in a column: a few lines of it, and all of it where somebody asks."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.translation import tr
from ui.theme import tokens
from ui.widgets.buttons import LinkButton
from ui.widgets.excerpt import MOST_LINES, Excerpt, broken
from ui.widgets.panes import column, row
from ui.widgets.passage import Passage


class FoldedNotes(QWidget):
    """Whether there is more than fits into the lines is asked at each width."""

    unfolded = Signal()

    def __init__(self, text: str, of: str) -> None:
        """`of` says whose words they are, to a screen reader."""
        super().__init__()
        self._text = text.strip()
        self._is_open = False
        self._few, self._all = Excerpt(self._text, "readingS", "ink"), Passage("", "readingS")
        self._all.setAccessibleName(of)
        self.more = LinkButton(tr("All of it"), tone="ink2", style="caption")
        self.more.setAccessibleName(tr("All of it: {of}").format(of=of))
        self._foot = QWidget()
        self._foot.setLayout(row(self.more, ...))
        self.setLayout(column(self._few, self._all, self._foot))
        self._all.hide()
        self._foot.hide()
        self.more.clicked.connect(self._turn)

    def height_at(self, width: int) -> int:
        """How high it is where it is so wide."""
        is_long = len(broken(self._text, tokens.font("readingS"), width).starts) > MOST_LINES or "\n" in self._text
        self._foot.setVisible(is_long)
        high = self._all.heightForWidth(width) if self._is_open else self._few.heightForWidth(width)
        return high + (self._foot.sizeHint().height() if is_long else 0)

    def _turn(self) -> None:
        self._is_open = not self._is_open
        if self._is_open and not self._all.text():
            self._all.setText(self._text)
        self._few.setVisible(not self._is_open)
        self._all.setVisible(self._is_open)
        self.more.say(tr("Less of it") if self._is_open else tr("All of it"))
        self.unfolded.emit()
