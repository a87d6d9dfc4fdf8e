"""One delegation: rope first, actions directly below it, then what was agreed."""

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from app.delegation.history import History, Stage
from app.delegation.model import TouchKind
from app.translation import tr
from ui.advice.line import AdviceLine
from ui.clock import today
from ui.delegation.actions_row import ActionsRow
from ui.delegation.brief_view import BriefView
from ui.delegation.deeds import Deeds
from ui.delegation.head import Head
from ui.delegation.just_logged import JustLogged
from ui.delegation.mark_panel import MarkPanel
from ui.delegation.presenter import DelegationPresenter
from ui.delegation.take_back_sheet import TakeBackSheet
from ui.evidence.numbers import numbers_of_one
from ui.evidence.row import EvidenceRow
from ui.reference import Reference
from ui.rope.layout import Sign
from ui.rope.view import MarkButton, RopeView
from ui.rope.words import as_text, happenings
from ui.widgets.labels import Line
from ui.widgets.panes import ScrollPage, column

_AROUND_SHEET = 16  # pixels above and below the sheet that asks before work is taken back


class Detail(QWidget):
    """Shows what the presenter has chosen, if that is a delegation."""

    said = Signal(str, object)
    debrief_asked = Signal()
    brief_asked = Signal()  # what was agreed is to be changed
    person_asked = Signal(str)  # a name
    checklist_asked = Signal(str)
    referred = Signal(object)  # a Reference to go to

    def __init__(self, presenter: DelegationPresenter, deeds: Deeds, first_weekday: int | None) -> None:
        super().__init__()
        self._presenter, self._deeds, self._weekday = presenter, deeds, first_weekday
        self._shown: str | None = None
        self.head, self.rope, self.row = Head(), RopeView(), ActionsRow()
        self.logged = JustLogged(deeds, first_weekday)
        self.brief, self.advice = BriefView(), AdviceLine()
        self._line = Line()
        self.sheet: TakeBackSheet | None = None
        self.panel: MarkPanel | None = None
        self.evidence = EvidenceRow()
        holder = QWidget()
        parts = (
            self.head,
            24,
            self.rope,
            12,
            self.row,
            12,
            self.logged,
            self.advice,
            20,
            self._line,
            26,
            self.brief,
            20,
            self.evidence,
        )
        holder.setLayout(column(*parts, ..., margins=(28, 4, 28 - ScrollPage.ROOM, 28)))
        self.scroller = ScrollPage(holder)
        self.setLayout(column(self.scroller))
        self._wire()

    def focus_widget(self) -> QWidget:
        """What the keyboard comes to first: the mark nearest to today, or the way on."""
        marks = [each for each in self.rope.marks if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
        return marks[0] if marks and self.rope.isVisible() else self.row.go_on

    def show_chosen(self) -> None:
        """Shows it as it is by now."""
        told = self._presenter.history
        if told is None:
            return
        if told.delegation.id != self._shown:
            self._shown = told.delegation.id
            self.logged.leave()
            self.scroller.verticalScrollBar().setValue(0)
        is_draft = told.stage is Stage.DRAFT
        self.head.show_history(told, today())
        self.rope.setVisible(not is_draft)
        if not is_draft:
            self.rope.show_history(happenings(told, today()), told.strands, today())
        self._show_numbers(told)
        self.row.show_history(told)
        self.logged.refresh()
        whole = self._presenter.shelf.whole
        self.brief.show_delegation(told.delegation, whole.checklist if whole else "")
        self.advice.show_advice(whole.advice if whole else None)

    def take_back(self) -> None:
        """Asks first."""
        told = self._presenter.history
        if told is None:
            return
        if self.sheet is None:
            self.sheet = TakeBackSheet(self)
            self.sheet.taken_back.connect(
                lambda note, reason: self._deeds.log(TouchKind.TOOK_BACK, note=note, reason=reason)
            )
            self.sheet.held.connect(lambda note, instead: self._deeds.log(TouchKind.HELD, note=note, instead=instead))
        self._make_room_below(self.row.took_back, self.sheet.sizeHint().height())
        self.sheet.open_for(told.delegation.id, told.delegation.person, self.row.took_back, self.row)

    def _make_room_below(self, anchor: QWidget, high: int) -> None:
        """Scrolls as far as this takes, and not further than that `anchor` stays in sight."""
        top, bar = anchor.mapTo(self.scroller, QPoint(0, 0)).y(), self.scroller.verticalScrollBar()
        bottom = anchor.mapTo(self.window(), QPoint(0, anchor.height())).y()
        over = bottom + high + _AROUND_SHEET - self.window().height()
        bar.setValue(bar.value() + max(0, min(over, top)))

    def copy(self) -> None:
        """The history as text into the clipboard."""
        told = self._presenter.history
        if told is not None:
            found = [each for each in happenings(told, today()) if each.sign is not Sign.TODAY]
            QGuiApplication.clipboard().setText(as_text(told.delegation.title, found))
            self.said.emit(tr("The history is in the clipboard"), None)

    def _wire(self) -> None:
        self.row.happened.connect(lambda kind: self._deeds.log(kind))
        self.row.take_back_asked.connect(self.take_back)
        self.row.debrief_asked.connect(self.debrief_asked)
        self.row.copy_asked.connect(self.copy)
        self.row.trash_asked.connect(self._deeds.put_away)
        self.rope.opened.connect(self._open_mark)
        self.rope.removal_asked.connect(self._deeds.remove_touch)
        self._deeds.logged.connect(self._on_logged)
        for asking in (self.head.edit_asked, self.row.go_on.clicked):
            asking.connect(self.brief_asked)
        self.head.person_asked.connect(self.person_asked)
        self.brief.checklist_asked.connect(self.checklist_asked)
        self.evidence.opened.connect(self._open_record)
        self.logged.closed.connect(lambda: self.focus_widget().setFocus(Qt.FocusReason.OtherFocusReason))

    def _on_logged(self, id: str) -> None:
        if (touch := self._deeds.touch(id)) is not None:
            self.logged.open_for(touch)
            QTimer.singleShot(0, self.logged, lambda: self.scroller.ensureWidgetVisible(self.logged, 0, 24))

    def _show_numbers(self, told: History) -> None:
        found = self._presenter.numbers()
        self.evidence.setVisible(found is not None)
        if found is not None:
            self.evidence.show_numbers(numbers_of_one(found[0], told, found[1], today()))

    def _open_record(self, reference: Reference) -> None:
        """What is on this rope is here already."""
        if reference.id is not None and self._deeds.touch(reference.id) is not None:
            self.rope.focus_touch(reference.id)
        else:
            self.referred.emit(reference)

    def _open_mark(self, mark: MarkButton) -> None:
        if self.panel is None:
            self.panel = MarkPanel(self, self._deeds, self._weekday)
            self.panel.brief_asked.connect(self.brief_asked)
        self.panel.open_for(mark)
