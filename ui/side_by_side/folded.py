"""What was said, in a column: a few lines of it, and all of it where somebody asks."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.translation import tr
from ui.widgets.buttons import LinkButton
from ui.widgets.excerpt import Excerpt
from ui.widgets.panes import column, row
from ui.widgets.passage import Passage
from ui.widgets.tab_loop import stop_before


class FoldedNotes(QWidget):
    """Whether there is more than fits into the lines is asked at each width."""

    unfolded = Signal()

    def __init__(self, text: str, of: str) -> None:
        """`of` says whose words they are, to a screen reader."""
        super().__init__()
        self._text = text.strip()
        self._is_open = False
        self._of = of
        self._few = Excerpt(self._text, "readingS", "ink")
        self._all: Passage | None = None  # most are never asked for
        self.more = LinkButton(tr("All of it"), tone="ink2", style="caption")
        self.more.setAccessibleName(tr("All of it: {of}").format(of=of))
        self._foot = QWidget()
        self._foot.setLayout(row(self.more, ...))
        self.setLayout(column(self._few, self._foot))
        self._foot.hide()
        self.more.clicked.connect(self._turn)

    def height_at(self, width: int) -> int:
        """How high it is where it is so wide."""
        is_long = self._few.is_cut_at(width) or "\n" in self._text
        self._foot.setVisible(is_long)
        shown = self._all if self._is_open and self._all is not None else self._few
        high = shown.heightForWidth(width)
        return high + (self._foot.sizeHint().height() if is_long else 0)

    def _turn(self) -> None:
        self._is_open = not self._is_open
        if self._all is None:
            self._all = self._passage()
        self._few.setVisible(not self._is_open)
        self._all.setVisible(self._is_open)
        self.more.say(tr("Less of it") if self._is_open else tr("All of it"))
        self.unfolded.emit()

    def _passage(self) -> Passage:
        made = Passage(self._text, "readingS")
        made.setAccessibleName(self._of)
        layout = self.layout()
        assert isinstance(layout, QBoxLayout)  # noqa: S101  it was made so
        layout.insertWidget(1, made)
        made.stackUnder(self._foot)
        QWidget.setTabOrder(stop_before(self.more), made)
        return made
