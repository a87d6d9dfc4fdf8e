"""What is behind an answer: records of one's own, each to be looked at, or taken away again."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.translation import tr
from ui.other_side import lookup
from ui.other_side.deeds import Deeds
from ui.other_side.lookup import Own
from ui.other_side.presenter import OtherSidePresenter
from ui.widgets.buttons import IconButton
from ui.widgets.labels import Label
from ui.widgets.panes import column, row
from ui.widgets.record_row import RecordRow
from ui.widgets.tab_loop import put_after


class Sources(QWidget):
    """Not there as long as there are none."""

    opened = Signal(str)  # the id of a record

    def __init__(self, presenter: OtherSidePresenter, deeds: Deeds, before: QWidget) -> None:
        """`before` is where Tab stops before it."""
        super().__init__()
        self._presenter, self._deeds, self._before = presenter, deeds, before
        self._ids: Sequence[str] = ()
        self.rows: dict[str, _Row] = {}
        self._list = QVBoxLayout()
        self._list.setSpacing(6)
        self.setLayout(column(Label(tr("From your journal"), "caption", "ink2"), 6, self._list))
        self.hide()

    def show_sources(self, ids: Sequence[str]) -> None:
        """Shows these, once they were read."""
        self.setVisible(bool(ids))
        if ids == self._ids:
            return
        self._ids = ids
        for id, gone in list(self.rows.items()):
            if id not in ids:
                self._list.removeWidget(gone)
                gone.hide()
                gone.deleteLater()
                del self.rows[id]
        for id in ids:
            if id not in self.rows:
                self.rows[id] = self._add(id)
        put_after(self._before, self)
        lookup.behind(self._presenter.session, self, ids, lambda found: self._on_read(ids, found))

    def _on_read(self, ids: Sequence[str], found: Sequence[Own | None]) -> None:
        for id, each in zip(ids, found, strict=True):
            if (made := self.rows.get(id)) is not None:
                made.show_own(each)

    def _add(self, id: str) -> "_Row":
        made = _Row()
        made.record.clicked.connect(lambda: self.opened.emit(id))
        made.remove.clicked.connect(lambda: self._deeds.drop_source(id))
        self._list.addWidget(made)
        made.show()
        return made


class _Row(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.record = RecordRow()
        self.remove = IconButton("x", tr("Take away"), size=20, tone="ink3", icon_size=14)
        line = row(self.record, 8, column(self.remove, ...))
        line.setStretch(0, 1)
        self.setLayout(line)

    def show_own(self, own: Own | None) -> None:
        """What it is; of one that is gone, that."""
        if own is None:
            self.record.show_record(tr("Not in the journal any more"), "")
        else:
            self.record.show_record(own.title, own.passage)
        self.record.setEnabled(own is not None)
        self.remove.call("x", tr("Take away: {what}").format(what=self.record.words()))
