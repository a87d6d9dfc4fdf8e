"""The debrief of a piece of work: the sheet left, what held and what changes right."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.delegation.record import DEBRIEF, DELEGATION, TOUCH
from app.practices.record import CHECKLIST, PRACTICE
from app.titles import one_line
from app.translation import tr
from app.undoing import Made
from ui.advice.deeds import AdviceDeeds
from ui.debrief.beside import Beside
from ui.debrief.presenter import DebriefPresenter
from ui.debrief.sections import Feared, Involved, Points, Process
from ui.page import Page
from ui.reference import DEBRIEF as DEBRIEF_PAGE
from ui.reference import DELEGATION as DELEGATION_PAGE
from ui.reference import Reference
from ui.session import LEVEL, TOPIC, Session
from ui.theme import tokens
from ui.widgets.buttons import LinkButton, SearchButton
from ui.widgets.labels import ElidedLabel, Line
from ui.widgets.panes import Card, ScrollPage, column, row

if TYPE_CHECKING:
    from app.debriefing import Closed

_BESIDE, _AT_LEAST, _SHARE = 312, 260, 0.3


class DebriefPage(Page):
    """Has no place in the rail: it belongs to Delegation."""

    shows = frozenset({DEBRIEF.name, DELEGATION.name, TOUCH.name, CHECKLIST.name, PRACTICE.name, LEVEL, TOPIC})
    beneath = DELEGATION_PAGE

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._wants_focus = self._awaits = False
        self.presenter = presenter = DebriefPresenter(session, self)
        self.deeds = AdviceDeeds(session, self)
        self.back, self._title = LinkButton("", icon="arrow-left"), ElidedLabel("", "page")
        self.search = SearchButton(tr("Search or jump to…"), tr("Ctrl K"))
        self.points, self.process = Points(presenter), Process(presenter)
        self.involved, self.feared = Involved(presenter), Feared(presenter)
        self.beside = Beside(presenter)
        self._compose()
        self._wire()

    @property
    def is_settled(self) -> bool:
        return self.presenter.is_settled

    @property
    def is_filled(self) -> bool:
        return self.presenter.found is not None

    def refresh(self) -> None:
        self.presenter.look()

    def flush(self) -> None:
        self.presenter.flush()

    def go_to(self, reference: Reference) -> None:
        if reference.id is not None:
            self._awaits = True
            self.presenter.open(reference.id)

    def focus_start(self) -> None:
        self._wants_focus = self._awaits
        if not self._awaits:
            self._give_focus()

    def _give_focus(self) -> None:
        self._start().setFocus(Qt.FocusReason.OtherFocusReason)

    def _start(self) -> QWidget:
        """Where it begins; what is closed is read, and no key changes it by mistake."""
        given, found = self.presenter.debrief, self.presenter.found
        if given is None or given.closed_on is None:
            return self.points.choices[0].stop() if self.points.choices else self.process.helped
        return self.beside.advice.stop() if found is not None and found.advice is not None else self.back

    def panes(self) -> list[QWidget]:
        return [self.process.helped, self.beside.slots[0].kind]

    def doings(self) -> Mapping[str, Callable[[], None]]:
        given = self.presenter.debrief
        return {"finish": self.presenter.close} if given is not None and given.closed_on is None else {}

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = max(_AT_LEAST, min(tokens.scaled(_BESIDE), round(event.size().width() * _SHARE)))
        self.beside.setFixedWidth(wide)
        self.search.setFixedWidth(wide)

    def _compose(self) -> None:
        sheet = Card()
        parts = (self.points, Line(), self.process, Line(), self.involved, Line(), self.feared)
        sheet.setLayout(column(*parts, ..., spacing=18, margins=(24, 20, 24, 20)))
        sheet.setMaximumWidth(tokens.scaled(760))
        head = row(column(self.back, 2, self._title), 24, column(self.search, ...), margins=(32, 20, 32, 14))
        head.setStretch(0, 1)
        self._inside = inside = QWidget()
        for each in (inside, self.back):
            each.hide()  # until it is known of what
        body = row(column(sheet, ...), 40, column(16, self.beside, ...))
        body.setStretch(0, 1)
        body.setContentsMargins(32, 0, 32 - ScrollPage.ROOM, 24)
        inside.setLayout(body)
        whole = column(head, ScrollPage(inside))
        whole.setStretch(1, 1)
        self.setLayout(whole)

    def _wire(self) -> None:
        presenter = self.presenter
        presenter.taken.connect(self._on_taken)
        for signal in (presenter.taken, presenter.edited):
            signal.connect(self._mark_next)
        presenter.missed.connect(self._on_missed)
        presenter.closed.connect(self._on_closed)
        presenter.reopened.connect(self._on_reopened)
        self._wire_advice()
        self.beside.close_asked.connect(presenter.close)
        self.back.clicked.connect(self._go_back)
        self.search.clicked.connect(lambda: self.asked.emit("search"))

    def _wire_advice(self) -> None:
        block, deeds = self.beside.advice, self.deeds
        block.taken.connect(deeds.take)
        block.put_off.connect(deeds.put_off)
        block.opened.connect(lambda id: self.referred.emit(Reference(DEBRIEF_PAGE, id)))
        deeds.done.connect(self.presenter.look)
        deeds.said.connect(self.said)
        for each in (deeds, self.beside.changed):
            each.referred.connect(self.referred)

    def _on_taken(self) -> None:
        found = self.presenter.found
        if found is None:
            return
        of = found.history.delegation
        self.back.say(one_line(of.title) or tr("Delegation"))
        self._title.setText(tr("Debrief with {person}").format(person=of.person) if of.person else tr("Debrief"))
        for each in (self._inside, self.back):
            each.show()
        self._awaits = False
        if self._wants_focus and self.isVisible():
            self._wants_focus = False
            self._give_focus()
        self.filled.emit()

    def _mark_next(self) -> None:
        parts = (self.points, self.process, self.involved, self.feared)
        if self.presenter.debrief is not None and (left := [each for each in parts if not each.is_done()]):
            left[0].mark_next()

    def _on_closed(self, closed: "Closed") -> None:
        """What is suggested now stands here; where nothing is, there is nothing left to do here."""
        self.said.emit(tr("The debrief is closed"), lambda: self.presenter.reopen(closed))
        given, found = self.presenter.debrief, self.presenter.found
        if given is None or given.id != closed.debrief.id or not self.isVisible():
            return
        if found is not None and found.advice is not None:
            self.beside.advice.stop().setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._go_back()

    def _on_reopened(self, left: tuple[Made, ...]) -> None:
        changed = tr("The debrief is open again. What was changed by hand since stays as it is.")
        self.said.emit(changed if left else tr("The debrief is open again"), None)

    def _on_missed(self) -> None:
        self.said.emit(tr("This is not in the journal any more."), None)
        if self.presenter.found is None and self.isVisible():
            self._go_back()

    def _go_back(self) -> None:
        given = self.presenter.debrief
        self.referred.emit(Reference(DELEGATION_PAGE, given.delegation if given is not None else None))
