"""One conversation: what is asked and noted left, how our ways land right; once it is finished, all of it together."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from app import limits
from app.interviews.model import ANCHORS, PartKind
from app.interviews.record import INTERVIEW, KIT
from app.translation import tr
from ui.candidates.printing import Summaries
from ui.clock import today
from ui.interview.afterwards import Afterwards
from ui.interview.beside import Beside
from ui.interview.deeds import Deeds
from ui.interview.foot import Foot
from ui.interview.head import Head
from ui.interview.panels import DayPanel, HiredPanel, NamePanel
from ui.interview.part_view import PartView
from ui.interview.presenter import InterviewPresenter
from ui.page import Page
from ui.reference import INTERVIEWS, PEOPLE, PRACTICES, SIDE_BY_SIDE, Reference
from ui.refusals import refusal
from ui.session import Session
from ui.theme import tokens
from ui.widgets.panes import column, row
from ui.wording import first_weekday

if TYPE_CHECKING:
    from ui.grounds.card import GroundsCard

_STRIP_BELOW = 1100  # of the page: with less, the notes would have too little beside the column


class Sheet(QWidget):
    """What is written on."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), tokens.color("surface"))


class InterviewPage(Page):
    """Has no place in the rail: it belongs to Interviews, and needs the room."""

    shows = frozenset({INTERVIEW.name, KIT.name})
    beneath = INTERVIEWS
    needs_room = True

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.presenter = InterviewPresenter(session, self)
        self.deeds = Deeds(session, self.presenter)
        self._is_narrow: bool | None = None
        self._wants_focus = self._is_filled = self._awaits = False
        self._card: GroundsCard | None = None
        self.summaries = Summaries(session, self)
        self._build()
        self._wire()

    @property
    def is_settled(self) -> bool:
        return self.presenter.is_settled and self.summaries.is_settled

    @property
    def is_filled(self) -> bool:
        return self._is_filled

    @property
    def is_awaited(self) -> bool:
        """Whether what was asked for is still to come."""
        return self._awaits

    def refresh(self) -> None:
        self.presenter.look()

    def flush(self) -> None:
        self.presenter.leave()

    def go_to(self, reference: Reference) -> None:
        if reference.id is not None:
            self._awaits = True
            self.presenter.open(reference.id, reference.part)

    def focus_start(self) -> None:
        self._wants_focus = self._awaits
        if self._awaits:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if self.presenter.interview is None:  # pages were made anew around it
            self.referred.emit(Reference(INTERVIEWS))
        else:
            self._give_focus()

    def panes(self) -> list[QWidget]:
        middle = self.part.notes if self.middle.currentWidget() is self.part else self.afterwards.stop()
        return [middle, self.beside.stop()]

    def foot_height(self) -> int:
        strip = self.beside.strip.height() if self.beside.strip.isVisible() else 0
        return strip + (self.foot.height() if self.foot.isVisible() else 0)

    def doings(self) -> Mapping[str, Callable[[], None]]:
        presenter = self.presenter
        if presenter.interview is None or (self._card is not None and self._card.isVisible()):
            return {}
        done: dict[str, Callable[[], None]] = {"next-item": partial(self._go_on, 1)}
        done["previous-item"] = partial(self._go_on, -1)
        if presenter.is_over:
            done["print"] = self.print
        else:
            done["finish"] = self.deeds.finish
        if presenter.can_run:
            done["pause"] = presenter.pause
        if self.middle.currentWidget() is self.part:
            done |= self._noting()
        return done

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.presenter.be_open(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.presenter.be_open(False)
        if self._card is not None:
            self._card.close_overlay(give_focus_back=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(event.size().width() < tokens.scaled(_STRIP_BELOW))

    def _noting(self) -> Mapping[str, Callable[[], None]]:
        presenter = self.presenter
        done: dict[str, Callable[[], None]] = {}
        part = presenter.part
        if part is not None:  # rating what is no question does nothing: the keys do not leave for another page instead
            done |= {f"rate-{each}": partial(presenter.rate, each) for each in range(1, ANCHORS + 1)}
        if part is not None and part.what is PartKind.QUESTION:
            done["not-asked"] = self.part.left_out.click
            numbers = range(min(len(part.follow_ups), limits.FOLLOW_UPS))
            done |= {f"follow-up-{each + 1}": partial(presenter.tick, each) for each in numbers}
        return done

    def _build(self) -> None:
        presenter = self.presenter
        weekday = first_weekday(self.session.preferences.first_weekday)
        self.head = Head(presenter, self._more())
        self.part, self.afterwards = PartView(presenter), Afterwards(presenter)
        self.foot, self.beside = Foot(presenter, self.part), Beside(presenter)
        self.name, self.hired = NamePanel(self), HiredPanel(self)
        self.day = DayPanel(self, weekday, today)
        self.middle = QStackedWidget()
        for each in (self.part, self.afterwards):
            self.middle.addWidget(each)
        sheet = Sheet()
        self._whole = QWidget()
        whole = column(self.head, self.middle, self.foot)
        whole.setStretch(1, 1)
        self._whole.setLayout(whole)
        sheet.setLayout(column(self._whole))
        inner = row(sheet, self.beside)
        inner.setStretch(0, 1)
        outer = column(inner, self.beside.strip)
        outer.setStretch(0, 1)
        self.setLayout(outer)
        self._whole.hide()  # until it is known of what
        self.beside.landings.hide()

    def _more(self) -> list[tuple[str, str, Callable[[], None]]]:
        return [
            (tr("Finish the conversation"), "check", self.deeds.finish),
            (tr("It goes on after all"), "refresh", self.deeds.reopen),
            (tr("Beside the others"), "table", self._compare),
            (tr("Print the summary"), "printer", self.print),
            (tr("They said yes"), "user-plus", self.open_hired),
            (tr("Open their page"), "users", self._open_person),
            (tr("Another day"), "calendar", self._move),
            (tr("Move to the trash"), "trash", self.deeds.delete),
        ]

    def _wire(self) -> None:
        presenter, deeds, foot = self.presenter, self.deeds, self.foot
        presenter.shown.connect(self._on_shown)
        presenter.counted.connect(self._on_counted)
        presenter.arrived.connect(self._on_arrived)
        presenter.missed.connect(self._on_missed)
        deeds.gone.connect(self._on_gone)
        deeds.said.connect(self.said)
        self.summaries.said.connect(self.said)
        foot.previous_asked.connect(partial(self._go_on, -1))
        foot.next_asked.connect(partial(self._go_on, 1))
        foot.finish_asked.connect(deeds.finish)
        foot.all_asked.connect(self._look_at_all)
        self.afterwards.part_asked.connect(self._open_part)
        self.part.ground_opened.connect(self._show_ground)
        self.head.candidate.clicked.connect(self._rename)
        self.head.kit.clicked.connect(self._go_back)
        self.name.given.connect(presenter.rename)
        self.day.chosen.connect(deeds.move)
        self.hired.given.connect(deeds.hire)
        deeds.hired.connect(self._on_hired)
        deeds.refused.connect(lambda error: self.hired.refuse(refusal(error)))
        self.afterwards.person_asked.connect(self._open_person)
        self.beside.search_asked.connect(lambda: self.asked.emit("search"))
        self.beside.landings.practices_asked.connect(lambda: self._refer(Reference(PRACTICES)))

    def _on_shown(self) -> None:
        presenter = self.presenter
        if presenter.interview is None:
            return
        shows_all = presenter.is_over and not presenter.looks_at_part
        was = self.middle.currentWidget()
        if shows_all:
            self.afterwards.show_now()
        else:
            self.part.show_now()
        self.middle.setCurrentWidget(self.afterwards if shows_all else self.part)
        for each in (self.head, self.foot, self.beside):
            each.show_now()
        self.foot.setVisible(not shows_all)
        self._whole.show()
        self.beside.landings.show()
        if was is not self.middle.currentWidget() and self.isVisible() and not self._awaits:
            self._give_focus()

    def _on_counted(self) -> None:
        self.head.show_time()
        if self.middle.currentWidget() is self.part:
            self.part.show_time()

    def _on_arrived(self) -> None:
        is_first, self._is_filled, self._awaits = not self._is_filled, True, False
        if self._wants_focus and self.isVisible():
            self._wants_focus = False
            if self.window().focusWidget() in (self, None):  # nobody has opened something over it meanwhile
                self._give_focus()
        if is_first:
            self.filled.emit()

    def _give_focus(self) -> None:
        if self.middle.currentWidget() is self.part:
            self.part.notes.write_on()
        else:
            self.afterwards.stop().setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_on(self, step: int) -> None:
        self.presenter.go_on(step)
        self._give_focus()

    def _open_part(self, at: int) -> None:
        self.presenter.go(at)
        self._give_focus()

    def _look_at_all(self) -> None:
        self.presenter.look_at_all()

    def _show_ground(self, id: str) -> None:
        from ui.grounds.card import GroundsCard  # most conversations do without

        if self._card is None:
            self._card = GroundsCard(self)
        self._card.show_ground(id)

    def _go_back(self) -> None:
        given = self.presenter.interview
        if given is not None:
            self._refer(Reference(INTERVIEWS, given.kit))

    def _rename(self) -> None:
        given = self.presenter.interview
        if given is not None:
            self.name.open_with(given.candidate, self.head.candidate)

    def _move(self) -> None:
        given = self.presenter.interview
        if given is not None:
            self.day.open_with(given.date, self.head.more)

    def open_hired(self) -> None:
        """The small sheet for the name that they go by."""
        self.hired.open_with("", self.head.more)

    def _open_person(self) -> None:
        if self.presenter.person is not None:
            self._refer(Reference(PEOPLE, self.presenter.person))

    def _on_hired(self) -> None:
        self.hired.close_panel()
        if self.isVisible() and self.middle.currentWidget() is self.afterwards:
            there = self.afterwards.to_person
            # Once it has its place: what has the focus is scrolled to.
            QTimer.singleShot(0, there, lambda: there.setFocus(Qt.FocusReason.OtherFocusReason))

    def _compare(self) -> None:
        given = self.presenter.interview
        if given is not None:
            self._refer(Reference(SIDE_BY_SIDE, given.kit))

    def print(self) -> None:
        """The summary, as pages to print."""
        given = self.presenter.interview
        if given is not None:
            self.summaries.print([given], self.presenter.kit, today())

    def _refer(self, reference: Reference) -> None:
        self.flush()
        self.referred.emit(reference)

    def _on_missed(self) -> None:
        self.said.emit(tr("This is not in the journal any more."), None)
        self._forget()
        if self.isVisible():
            self.referred.emit(Reference(INTERVIEWS))

    def _on_gone(self, kit: str) -> None:
        self._forget()
        self.referred.emit(Reference(INTERVIEWS, kit))

    def _forget(self) -> None:
        self._whole.hide()
        self.beside.landings.hide()
        for each in (self.part, self.afterwards, self.beside.landings):
            each.forget()

    def _arrange(self, narrow: bool) -> None:
        if narrow == self._is_narrow:
            return
        self._is_narrow = narrow
        for each in (self.head, self.part, self.afterwards, self.foot, self.beside):
            each.set_narrow(narrow)
