"""What is behind a number: how it is counted, in a sentence or two, and the records that were counted."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.translation import tr
from ui.theme import tokens
from ui.widgets.buttons import LinkButton
from ui.widgets.labels import Label, Paragraph
from ui.widgets.panes import Panel, ScrollPage, column, row
from ui.widgets.record_row import RecordRow

_WIDTH, _MOST_HIGH, _AT_ONCE = 380, 300, 20
_RING = 5  # pixels around a record, or what scrolls would cut the ring of the keyboard off


class Record(NamedTuple):
    """A record in the list: what it is, words of it, and what is opened by it."""

    title: str
    words: str
    opens: object


class Behind(NamedTuple):
    """All that the panel says of one number."""

    title: str
    said: Sequence[str]
    records: Sequence[Record]


class BehindPanel(Panel):
    """Each record is opened by a press; of many, a few are shown first."""

    opened = Signal(object)  # what a record opens

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._records: Sequence[Record] = ()
        self.rows: list[RecordRow] = []
        self._title, self._said = Label("", "heading", wraps=True), Paragraph("", "small", "ink2")
        self.more = LinkButton("", tone="ink2")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(6)
        self._list = QWidget()
        self._inside = column(self._lines, 4, row(self.more, ...), ..., margins=_RING)
        self._list.setLayout(self._inside)
        self._scroll = ScrollPage(self._list)
        self.setFixedWidth(tokens.scaled(_WIDTH))
        head = column(self._title, 6, self._said, margins=(_RING, 0, ScrollPage.ROOM + _RING, 0))
        around = (20 - _RING, 16, 20 - ScrollPage.ROOM - _RING, 16 - _RING)
        self.setLayout(column(head, 10 - _RING, self._scroll, margins=around))
        self.more.clicked.connect(self._show_more)

    def open_for(self, given: Behind, anchor: QWidget) -> None:
        """Opens beside the number."""
        self._title.setText(given.title)
        self.setAccessibleName(given.title)
        self._said.setText("\n".join(given.said))
        self.setAccessibleDescription(" ".join(given.said))
        self._records = given.records
        for each in self.rows:
            each.hide()
            each.deleteLater()
        self.rows = []
        self._scroll.setVisible(bool(given.records))
        self._add()
        self._scroll.verticalScrollBar().setValue(0)
        self.open_at(anchor)

    def _add(self) -> None:
        """Shows the next few."""
        at = len(self.rows)
        for each in self._records[at : at + _AT_ONCE]:
            made = RecordRow(each.title, each.words)
            made.clicked.connect(lambda _=False, opens=each.opens: self._open(opens))
            self.rows.append(made)
            self._lines.addWidget(made)
            made.show()
        left = len(self._records) - len(self.rows)
        self.more.say(tr("{count} more").format(count=left))
        self.more.setVisible(left > 0)
        self.more.raise_()  # the children are in the order in which Tab goes
        self._inside.activate()  # what is hidden before it was shown takes room else
        height = self._list.sizeHint().height()
        self._scroll.setFixedHeight(min(height, tokens.scaled(_MOST_HIGH)))

    def _show_more(self) -> None:
        first = len(self.rows)
        self._add()
        self.rows[first].setFocus(Qt.FocusReason.TabFocusReason)

    def _open(self, opens: object) -> None:
        self.close_panel()
        self.opened.emit(opens)
