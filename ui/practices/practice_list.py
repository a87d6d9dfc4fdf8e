"""The practices below each other; the one that is being edited has its fields in its place."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.practices.model import Practice
from app.translation import tr
from ui.practices.practice_editor import PracticeEditor
from ui.practices.practice_row import PracticeRow
from ui.practices.presenter import PracticesPresenter
from ui.practices.words import look_again
from ui.session import Session
from ui.widgets.keyboard import has_keyboard
from ui.widgets.panes import column


class PracticeList(QWidget):
    """Rows stay the same widgets as long as their practice is there, so that no focus is lost."""

    checklist_asked = Signal()
    editing = Signal(object)  # the fields, which are to be in sight

    def __init__(self, presenter: PracticesPresenter, session: Session, before: QWidget) -> None:
        """`before` is where Tab stops before the list."""
        super().__init__()
        self._presenter, self._session, self._before = presenter, session, before
        self.rows: dict[str, PracticeRow] = {}
        self.editor: PracticeEditor | None = None
        self.offers_checklist = False
        self._order: list[str] = []
        self.setAccessibleName(tr("Practices"))
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self.setLayout(column(self._column, ...))
        presenter.changed.connect(self._show)
        presenter.chosen.connect(self._show)
        presenter.editing_changed.connect(self._on_editing)

    def focus_widget(self) -> QWidget:
        """What the keyboard comes to first: the fields, or the chosen row."""
        if self._presenter.is_editing and self.editor is not None:
            return self.editor.name
        return self.rows.get(self._presenter.id or "", next(iter(self.rows.values()), self._before))

    def offer_checklist(self, offered: bool) -> None:
        """Whether the chosen row leads to the checklists: where they are not beside it."""
        if offered != self.offers_checklist:
            self.offers_checklist = offered
            self._show()

    def _show(self) -> None:
        shown = self._presenter.shown
        self._drop({each.id for each in shown})
        for each in shown:
            row = self.rows.get(each.id) or self._add(each.id)
            row.show_practice(each, look_again(each, self._presenter.shelf.today))
        self._place([self.rows[each.id] for each in shown])
        self._mark(shown)
        self._keep_in_order(shown)

    def _place(self, wanted: list[PracticeRow]) -> None:
        """Puts the rows into their order, where that is another one; the fields follow theirs."""
        stands = [item.widget() for at in range(self._column.count()) if (item := self._column.itemAt(at)) is not None]
        if [each for each in stands if isinstance(each, PracticeRow)] != wanted:
            for at, row in enumerate(wanted):
                self._column.insertWidget(at, row)
            if self.editor is not None and self.editor in stands:
                self._put_editor(self.editor)

    def _put_editor(self, editor: PracticeEditor) -> None:
        row = self.rows.get(self._presenter.id or "")
        self._column.removeWidget(editor)
        self._column.insertWidget(self._column.indexOf(row) + 1 if row is not None else -1, editor)

    def _mark(self, shown: list[Practice]) -> None:
        """Which is chosen, and between which a line stands: not beside the chosen one."""
        for at, each in enumerate(shown):
            is_chosen = each.id == self._presenter.id
            before_chosen = at + 1 < len(shown) and shown[at + 1].id == self._presenter.id
            has_line = not is_chosen and not before_chosen and at + 1 < len(shown)
            row = self.rows[each.id]
            row.show_chosen(is_chosen, has_line=has_line, offers_checklist=self.offers_checklist)
            row.setVisible(not (is_chosen and self._presenter.is_editing))

    def _keep_in_order(self, shown: list[Practice]) -> None:
        """Tab goes down the list, though rows come late."""
        order = [each.id for each in shown]
        if order == self._order:
            return
        self._order = order
        rows = [self.rows[each] for each in order]
        for before, row in zip([self._before, *(each.edit for each in rows)], rows, strict=False):
            QWidget.setTabOrder(before, row)
            row.order_stops()

    def _add(self, id: str) -> PracticeRow:
        row = PracticeRow()
        row.clicked.connect(lambda: self._presenter.choose(id))
        row.stepped.connect(self._step)
        row.edit_asked.connect(lambda: self._edit(id))
        row.put_away_asked.connect(self._presenter.put_away)
        row.decided.connect(lambda decision: self._presenter.decide(id, decision))
        row.checklist_asked.connect(self.checklist_asked)
        self.rows[id] = row
        return row

    def _drop(self, staying: set[str]) -> None:
        for id in [each for each in self.rows if each not in staying]:
            row = self.rows.pop(id)
            had_focus = has_keyboard(row)
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
            if had_focus:
                self.focus_widget().setFocus(Qt.FocusReason.OtherFocusReason)

    def _step(self, by: int) -> None:
        self._presenter.step(by)
        self.focus_widget().setFocus(Qt.FocusReason.TabFocusReason)

    def _edit(self, id: str) -> None:
        self._presenter.choose(id)
        self._presenter.edit()

    def _on_editing(self) -> None:
        self._show()
        if self._presenter.is_editing:
            self._open_editor()
        elif self.editor is not None and self.editor.isVisible():
            had_focus = has_keyboard(self.editor)
            self.editor.hide()
            self._column.removeWidget(self.editor)
            if had_focus:
                self.focus_widget().setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_editor(self) -> None:
        if self.editor is None:
            self.editor = PracticeEditor(self._presenter, self._session)
        self._put_editor(self.editor)
        self.editor.show()
        self.editor.follow(self.rows[self._presenter.id or ""])
        self.editor.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.editing.emit(self.editor)
