"""The agenda: what there is to talk about, below the headings that say why it is there."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.one_on_ones.agenda_row import AgendaRow, Row
from ui.widgets.labels import ElidedLabel, Label
from ui.widgets.panes import row


@dataclass(frozen=True, slots=True)
class Group:
    """Rows below one heading; without a heading it stands by itself."""

    heading: str
    rows: tuple[Row, ...]


class AgendaList(QWidget):
    """One tab stop: arrow keys go from row to row, Space closes, Enter goes on to the notes."""

    reached = Signal(str)  # the id of an item; "" for the meeting as a whole
    ticked = Signal(str)
    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._groups: Sequence[Group] = ()
        self._rows: dict[str, AgendaRow] = {}
        self._heads: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_groups(self, groups: Sequence[Group]) -> None:
        """These, and no others. A row that was there stays the same widget, with the focus that it has."""
        if groups == self._groups:
            return
        had_focus = any(each.hasFocus() for each in self._rows.values())
        self._groups = groups
        wanted = {shown.id: shown for group in groups for shown in group.rows}
        self._empty()
        for id in [id for id in self._rows if id not in wanted]:
            gone = self._rows.pop(id)
            gone.hide()
            gone.deleteLater()
        for number, group in enumerate(groups):
            self._add(group, is_first=number == 0)
        self._order()
        if had_focus and not any(each.hasFocus() for each in self._rows.values()):
            self.focus_chosen()

    def chosen(self) -> AgendaRow | None:
        """The row in hand."""
        ids = [shown.id for group in self._groups for shown in group.rows if shown.is_chosen]
        return self._rows[ids[0]] if ids else next(iter(self._in_order()), None)

    def focus_chosen(self) -> None:
        """Brings the keyboard to it."""
        if (found := self.chosen()) is not None:
            found.setFocus(Qt.FocusReason.TabFocusReason)

    def rows(self) -> list[AgendaRow]:
        """The rows in their order."""
        return self._in_order()

    def _empty(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None and widget in self._heads:
                widget.hide()
                widget.deleteLater()
        self._heads.clear()

    def _add(self, group: Group, *, is_first: bool) -> None:
        if group.heading:
            head = QWidget()
            count = Label(str(len(group.rows)), "caption", "ink2", tabular=True, weight=600)
            words = ElidedLabel(group.heading, "caption", "ink2", weight=600)
            head.setLayout(row(words, 8, count, margins=(8, 0 if is_first else 16, 8, 6)))
            head.layout().setStretch(0, 1)  # type: ignore[union-attr]  # it was given one in the line above
            self._heads.append(head)
            self._column.addWidget(head)
        elif not is_first:
            self._column.addSpacing(10)
        for shown in group.rows:
            self._column.addWidget(self._row(shown))

    def _row(self, shown: Row) -> AgendaRow:
        if (kept := self._rows.get(shown.id)) is not None:
            kept.show_row(shown)
            return kept
        made = self._rows[shown.id] = AgendaRow(shown)
        made.reached.connect(self.reached)
        made.ticked.connect(self.ticked)
        made.entered.connect(self.entered)
        made.stepped.connect(lambda step: self._step(made, step))
        return made

    def _in_order(self) -> list[AgendaRow]:
        return [self._rows[shown.id] for group in self._groups for shown in group.rows]

    def _order(self) -> None:
        ordered = self._in_order()
        for each in ordered:
            each.raise_()  # a screen reader goes by the order of the children
        for before, after in pairwise(ordered):
            QWidget.setTabOrder(before, after)

    def _step(self, of: AgendaRow, step: int) -> None:
        ordered = self._in_order()
        at = ordered.index(of) + step
        ordered[max(0, min(at, len(ordered) - 1))].setFocus(Qt.FocusReason.TabFocusReason)
