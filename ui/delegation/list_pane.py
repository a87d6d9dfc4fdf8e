"""The left side of the page: all work by stage."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.delegation.history import Stage
from app.translation import tr, trn
from ui.delegation.lines import ORDER, Line, stage_name, stage_words
from ui.delegation.list_row import ListRow
from ui.delegation.presenter import DelegationPresenter
from ui.theme import tokens
from ui.widgets.buttons import Button, IconButton, LinkButton
from ui.widgets.labels import Label, Paragraph
from ui.widgets.list_or_map import LIST, ListOrMap
from ui.widgets.panes import ScrollPage, column, row
from ui.widgets.tab_loop import put_after

_AT_FIRST = 15  # rows of a stage, and fewer of work that is over; more are shown where they are asked for
_OVER = {Stage.DEBRIEFED: 5, Stage.TAKEN_BACK: 5}
_SIDE, _EDGE = 20, 8
_HEAD = 24
_AROUND, _AROUND_WORDS = 6, 15  # pixels above and below a stage


class ListPane(QWidget):
    """Rows stay the same widgets as long as what they stand for is there, so that no focus is lost."""

    hand_over_asked = Signal()
    keep_asked = Signal()
    map_asked = Signal()
    opened = Signal()  # the chosen one is to be looked at

    def __init__(self, presenter: DelegationPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self._seen: str | None = None  # which one was brought into sight
        self.hand_over = Button(tr("Hand over"), icon="plus")
        self.switch = ListOrMap(LIST, compact=True)
        self.stages = {each: StageList(each) for each in ORDER}
        self.keep = IconButton("plus", tr("Add work that is still mine"), size=24, tone="ink2")
        self.stages[Stage.STILL_MINE].head.addWidget(self.keep)
        holder = QWidget()
        holder.setLayout(
            column(*self.stages.values(), ..., margins=(_SIDE - _EDGE, 0, _SIDE - _EDGE - ScrollPage.ROOM, 20))
        )
        head = row(Label(tr("Delegation"), "page"), ..., self.hand_over, margins=(_SIDE, 20, _SIDE, 8))
        self._scroll = ScrollPage(holder)
        self._ways = QWidget()
        self._ways.setLayout(row(self.switch, ..., margins=(_SIDE, 4, _SIDE, 8)))
        self.setLayout(column(head, self._ways, self._scroll))
        self.setAccessibleName(tr("Delegation"))
        self.hand_over.clicked.connect(self.hand_over_asked)
        self.keep.clicked.connect(self.keep_asked)
        self.switch.turned.connect(self.map_asked)
        for each in self.stages.values():
            each.chosen.connect(self._choose)
            each.stepped.connect(self._step)
            each.more_asked.connect(self._show)
        presenter.changed.connect(self._show)

    @property
    def rows(self) -> list[ListRow]:
        """All rows in their order."""
        return [row for each in self.stages.values() for row in each.rows.values()]

    def focus_widget(self) -> QWidget:
        """The chosen row; while there is none, the button."""
        return next((each for each in self.rows if each.line.id == self._presenter.id), self.hand_over)

    def _show(self) -> None:
        groups: Mapping[Stage, list[Line]] = self._presenter.groups()
        is_empty = not any(groups.values())
        for stage, each in self.stages.items():
            each.show_lines(groups[stage], self._presenter.id, explains=is_empty)
        for control in (self.hand_over, self._ways):
            control.setVisible(not is_empty)
        if self._presenter.id != self._seen:
            self._seen = self._presenter.id
            QTimer.singleShot(0, self, self._bring_into_sight)
        before: QWidget = self.keep
        for each in self.stages.values():
            put_after(before, each.body)
            before = each.more if each.more.isVisibleTo(each) else next(reversed(each.rows.values()), before)

    def _bring_into_sight(self) -> None:
        chosen = self.focus_widget()
        if isinstance(chosen, ListRow):
            if any(each.hasFocus() for each in self.rows):  # the keyboard goes along, whoever has chosen it
                chosen.setFocus(Qt.FocusReason.OtherFocusReason)
            self._scroll.ensureWidgetVisible(chosen, 0, chosen.height())
            for each in self.stages.values():
                if next(iter(each.rows), None) == chosen.line.id:
                    self._scroll.ensureVisible(0, each.y(), 0, 0)  # the first of a stage with the name of the stage

    def _choose(self, id: str) -> None:
        self._presenter.choose(id)
        self.opened.emit()

    def _step(self, by: int) -> None:
        self._presenter.step(by)
        self.focus_widget().setFocus(Qt.FocusReason.TabFocusReason)


class StageList(QWidget):
    """One stage: its name, how many there are, and the rows."""

    chosen = Signal(str)
    stepped = Signal(int)
    more_asked = Signal()

    def __init__(self, stage: Stage) -> None:
        super().__init__()
        self._stage, self._shows_all = stage, False
        self.rows: dict[str, ListRow] = {}
        self._number = Label("", "caption", "ink2", tabular=True)
        self.head = row(
            Label(stage_name(stage), "caption", "ink2", weight=600), ..., self._number, margins=(_EDGE, 0, _EDGE, 0)
        )
        self.head.setSpacing(4)
        self.head.addStrut(tokens.scaled(_HEAD))  # with a button at its end or without
        self._words = Paragraph(stage_words(stage), "small", "ink2")
        self._hint = QWidget()
        self._hint.setLayout(column(self._words, margins=(_EDGE, 2, _EDGE, 0)))
        self.body = QWidget()
        self._column = QVBoxLayout(self.body)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.more = LinkButton("")
        self._foot = QWidget()
        self._foot.setLayout(row(self.more, ..., margins=(_EDGE, 2, _EDGE, 0)))
        self._all = column(self.head, 3, self._hint, self.body, self._foot)
        self.setLayout(self._all)
        self.more.clicked.connect(self._show_all)

    def show_lines(self, lines: list[Line], chosen: str | None, *, explains: bool) -> None:
        """Shows these; where there are none anywhere, what would stand here."""
        around = _AROUND_WORDS if explains else _AROUND
        self._all.setContentsMargins(0, _AROUND, 0, around)
        is_always_there = self._stage is Stage.STILL_MINE
        self.setVisible(bool(lines) or is_always_there or (explains and bool(stage_words(self._stage))))
        self._hint.setVisible(not lines and (explains or is_always_there))
        self._number.setText(str(len(lines)) if lines else "")
        at = next((number for number, each in enumerate(lines) if each.id == chosen), 0)
        shown = lines if self._shows_all else lines[: max(_OVER.get(self._stage, _AT_FIRST), at + 1)]
        self._drop({each.id for each in shown})
        for number, each in enumerate(shown):
            made = self.rows.get(each.id) or self._add(each)
            made.show_line(each, is_chosen=each.id == chosen)
            if self._column.indexOf(made) != number:
                self._column.insertWidget(number, made)
        self.rows = {each.id: self.rows[each.id] for each in shown}
        left = len(lines) - len(shown)
        self._foot.setVisible(left > 0)
        self.more.say(trn("Show {count} more", "Show {count} more", left).format(count=left))

    def _add(self, line: Line) -> ListRow:
        made = ListRow(line)
        made.clicked.connect(lambda: self.chosen.emit(made.line.id))
        made.stepped.connect(self.stepped)
        self.rows[line.id] = made
        return made

    def _drop(self, staying: set[str]) -> None:
        for id in [each for each in self.rows if each not in staying]:
            gone = self.rows.pop(id)
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()

    def _show_all(self) -> None:
        self._shows_all = True
        self.more_asked.emit()
