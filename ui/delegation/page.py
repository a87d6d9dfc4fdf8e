"""Delegation: all work by stage left, and right the one that is looked at."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from app.delegation.record import DEBRIEF, DELEGATION, HELD_TASK, TOUCH
from app.translation import tr
from ui.advice.deeds import AdviceDeeds
from ui.autosave import Saving
from ui.clock import today
from ui.delegation.comes_back import ComesBack
from ui.delegation.deeds import Deeds
from ui.delegation.detail import Detail
from ui.delegation.held_view import HeldView
from ui.delegation.list_pane import ListPane
from ui.delegation.nothing import Nothing
from ui.delegation.presenter import DelegationPresenter
from ui.delegation.top_line import TopLine
from ui.page import Page
from ui.reference import CYCLE, HANDOVER, PEOPLE, PRACTICE_MAP, PRACTICES, Reference
from ui.reference import DEBRIEF as DEBRIEF_PAGE
from ui.reference import DELEGATION as KEY
from ui.session import LEVEL, PERSON, Session
from ui.theme import tokens
from ui.widgets.buttons import LinkButton, SearchButton
from ui.widgets.panes import column, row

if TYPE_CHECKING:
    from ui.session import Journal

_LIST, _SHARE, _BESIDE_FROM = 320, 0.36, 760


class DelegationPage(Page):
    """Both sides at once where there is room, else one over the other."""

    key = KEY
    shows = frozenset({HELD_TASK.name, DELEGATION.name, TOUCH.name, DEBRIEF.name, LEVEL, PERSON})

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.presenter = DelegationPresenter(session, self)
        self.deeds = Deeds(self.presenter)
        self.advice = AdviceDeeds(session, self)
        self.list = ListPane(self.presenter)
        self.detail = Detail(self.presenter, self.deeds, session.preferences.first_weekday)
        self.held: HeldView | None = None
        self._nothing: Nothing | None = None
        self.back = LinkButton(tr("All work"), icon="arrow-left")
        self._search = SearchButton(tr("Search or jump to…"), tr("Ctrl K"))
        self._search.setFixedWidth(tokens.scaled(272))
        self._awaited: str | None = None  # what somebody wants to see
        self._is_beside, self._is_over, self._begins_when_filled = True, False, False
        self._right = _Surface()
        self._views = QStackedWidget()
        self._views.addWidget(self.detail)
        self.comes_back = ComesBack(self.presenter, session)
        self.top = TopLine(self.back, self._search, self.comes_back)
        self._right.setLayout(column(self.top, self._views))
        sides = row(self.list, self._right)
        sides.setStretch(1, 1)
        self.setLayout(sides)
        for side in (self.list, self._right):
            side.hide()  # until it is filled: what is put into it in sight is laid out again with each part
        self._wire()

    @property
    def is_settled(self) -> bool:
        return self.presenter.kept.is_settled

    @property
    def is_filled(self) -> bool:
        return self.presenter.is_filled

    def refresh(self) -> None:
        self.presenter.ask()

    def flush(self) -> None:
        self.presenter.kept.flush()

    def go_to(self, reference: Reference) -> None:
        """Shows the piece of work that is meant."""
        if reference.id is not None:
            self.go_to_work(reference.id)

    def go_to_work(self, id: str) -> None:
        """Shows the held task or the delegation with this id, or the mark of a touch, once the journal has answered."""
        self._is_over = True
        self._awaited = id
        self.presenter.want(id)

    def focus_start(self) -> None:
        """The chosen row, from where all is reached by arrow keys and Tab."""
        self._begins_when_filled = not self.is_filled or self.presenter.is_awaiting
        if self._begins_when_filled:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        elif there := self.panes():
            there[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def panes(self) -> list[QWidget]:
        if self.presenter.is_empty:
            return [self.nothing.begin]
        sides = ((self.list, self.list.focus_widget()), (self._right, self._focus_of_right()))
        return [start for side, start in sides if not side.isHidden()]

    def doings(self) -> Mapping[str, Callable[[], None]]:
        """What can be done with what is shown."""
        doings: dict[str, Callable[[], None]] = {"keep-work": self._keep}
        if self.presenter.id is not None and not self.presenter.is_empty:
            doings["delete"] = self._put_away
            if self.presenter.history is not None:
                doings["edit"] = lambda: self._go(HANDOVER)
            if self.comes_back.cycle is not None:
                doings[CYCLE] = lambda: self._go(CYCLE)
        return doings

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self._is_beside and self._is_over:
            self.show_list()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self._greet_new_day()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._greet_new_day()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self.detail.logged.leave()  # its Undo would be taken for that of what is done elsewhere

    def _greet_new_day(self) -> None:
        """What is due is otherwise in a window that was left open over night."""
        if self.is_filled and self.presenter.shelf.day != today():
            self.presenter.ask()

    def _wire(self) -> None:
        presenter, deeds = self.presenter, self.deeds
        presenter.changed.connect(self._show)
        presenter.shelf.loaded.connect(self._on_loaded)
        presenter.kept.autosave.changed.connect(self._on_saving)
        for each in (deeds, self.advice):
            each.said.connect(self.said)
        self.advice.done.connect(presenter.ask)
        self.detail.advice.put_off.connect(self.advice.put_off)
        self.detail.advice.opened.connect(lambda id: self.referred.emit(Reference(DEBRIEF_PAGE, id=id)))
        deeds.draft_made.connect(lambda id: self.referred.emit(Reference(HANDOVER, id=id)))
        self.top.banner.see.clicked.connect(lambda: self._go(CYCLE))
        self.top.put_off.connect(lambda: self._focus_of_right().setFocus(Qt.FocusReason.OtherFocusReason))
        self.detail.said.connect(self.said)
        self.detail.referred.connect(self.referred)
        self.detail.brief_asked.connect(lambda: self._go(HANDOVER))
        self.detail.debrief_asked.connect(lambda: self._go(DEBRIEF_PAGE))
        self.detail.person_asked.connect(self._open_person)
        self.detail.checklist_asked.connect(lambda id: self.referred.emit(Reference(PRACTICES, id=id)))
        self.list.hand_over_asked.connect(self._hand_over)
        self.list.keep_asked.connect(self._keep)
        self.list.opened.connect(self._show_right)
        self.list.map_asked.connect(lambda: self.referred.emit(Reference(PRACTICE_MAP)))
        self.back.clicked.connect(self.show_list)
        self._search.clicked.connect(lambda: self.asked.emit("search"))

    def _show(self) -> None:
        if not self.is_filled:
            return
        presenter = self.presenter
        if presenter.held_task is not None:
            view = self._held_view()
            view.show_chosen()
            self._views.setCurrentWidget(view)
        elif presenter.is_empty:
            self._views.setCurrentWidget(self.nothing)
        elif presenter.history is not None:
            self.detail.show_chosen()
            self._views.setCurrentWidget(self.detail)
            self._go_to_mark()
        self._fit()
        self.top.refresh()

    def _go_to_mark(self) -> None:
        """The keyboard goes to the touch that was asked for, once its rope is there."""
        awaited = self._awaited
        if awaited is not None and self.deeds.touch(awaited) is not None:
            self._awaited = None
            QTimer.singleShot(0, self, lambda: self.detail.rope.focus_touch(awaited))

    @property
    def nothing(self) -> Nothing:
        """What stands there while there is no work; made when that is first so."""
        if self._nothing is None:
            self._nothing = Nothing(offers_sample=not self.session.is_sample)
            self._nothing.begin.clicked.connect(self._hand_over)
            self._nothing.keep.clicked.connect(self._keep)
            self._nothing.sample_asked.connect(lambda: self.asked.emit("sample"))
            self._views.addWidget(self._nothing)
        return self._nothing

    def _hand_over(self) -> None:
        self.asked.emit(HANDOVER)

    def _held_view(self) -> HeldView:
        """Made when held work is first looked at."""
        if self.held is None:
            self.held = HeldView(self.presenter, self.deeds, self.session)
            self._views.addWidget(self.held)
        return self.held

    def _focus_of_right(self) -> QWidget:
        view = self._views.currentWidget()
        return view.focus_widget() if isinstance(view, Detail | HeldView) else self.nothing.begin

    def _keep(self) -> None:
        self.deeds.keep_work()
        self._show_right()
        self._held_view().title.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put_away(self) -> None:
        focused = QApplication.focusWidget()
        self.deeds.put_away()
        if focused is not None and self.list.isAncestorOf(focused):
            self.focus_start()  # its row is gone

    def _go(self, page: str) -> None:
        if self.presenter.id is not None:
            self.referred.emit(Reference(page, id=self.presenter.id))

    def _open_person(self, name: str) -> None:
        def open_them(found: str | None) -> None:
            if found is not None:
                self.referred.emit(Reference(PEOPLE, id=found))

        def find(journal: "Journal") -> str | None:
            return next((each.id for each in journal.people.everyone() if each.name == name), None)

        self.session.read(self, find, open_them)

    def _on_loaded(self) -> None:
        if self._begins_when_filled and self.isVisible() and self.hasFocus():
            self._begins_when_filled = False
            self.focus_start()
        self.filled.emit()

    def _on_saving(self, state: Saving) -> None:
        if state is Saving.FAILED:
            self.said.emit(tr("Not saved yet. Your words are still here."), None)

    def _show_right(self) -> None:
        if not self._is_beside:
            self._is_over = True
            self._fit()
            self._focus_of_right().setFocus(Qt.FocusReason.OtherFocusReason)

    def show_list(self) -> None:
        """Back to the list, where the work lies over it."""
        self._is_over = False
        self._fit()
        self.list.focus_widget().setFocus(Qt.FocusReason.OtherFocusReason)

    def _fit(self) -> None:
        if not self.is_filled:
            return
        self._is_beside = self.width() >= tokens.scaled(_BESIDE_FROM)
        is_over = self._is_over or self.presenter.is_empty
        self._right.setVisible(self._is_beside or is_over)
        if is_over and not self._is_beside and self.list.isAncestorOf(QApplication.focusWidget() or self):
            self._focus_of_right().setFocus(Qt.FocusReason.OtherFocusReason)  # or the rail would get it
        self.list.setVisible(self._is_beside or not is_over)
        self.back.setVisible(not self._is_beside and not self.presenter.is_empty)
        if self._is_beside:
            self.list.setFixedWidth(min(tokens.scaled(_LIST), round(self.width() * _SHARE)))
        else:
            self.list.setMinimumWidth(0)
            self.list.setMaximumWidth(16777215)


class _Surface(QWidget):
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), tokens.color("surface"))
        painter.fillRect(0, 0, 1, self.height(), tokens.color("line"))
