"""A one-on-one: the agenda left, the notes in the middle, what was promised and said right."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.agenda import Source
from app.one_on_ones.model import State
from app.one_on_ones.record import FOLLOW_UP, ONE_ON_ONE, TOPIC
from app.people.model import Agreement
from app.people.record import AGREEMENT, FEEDBACK, PERSON_KIND
from app.translation import tr
from ui.one_on_ones.agenda_pane import AgendaPane
from ui.one_on_ones.beside import Beside
from ui.one_on_ones.deeds import Deeds
from ui.one_on_ones.head_line import HeadLine
from ui.one_on_ones.item_panel import ItemPanel, LookAgainPanel
from ui.one_on_ones.meetings_panel import MeetingsPanel
from ui.one_on_ones.notes_pane import NotesPane
from ui.one_on_ones.nothing import Nothing
from ui.one_on_ones.presenter import OneOnOnePresenter
from ui.one_on_ones.sharing import Sharing
from ui.one_on_ones.when_panel import WhenPanel
from ui.page import Page
from ui.reference import DEBRIEF, DELEGATION, JOURNAL, PEOPLE, PRACTICES, Reference
from ui.session import REFLECTION, Session
from ui.theme import tokens
from ui.widgets.panes import column, row
from ui.wording import first_weekday

_STRIP_BELOW = 1060  # of the page: with the narrow rail beside it, a window under 1120 has the strip
_PLACES = {REFLECTION: JOURNAL, "practice": PRACTICES, "debrief": DEBRIEF, "delegation": DELEGATION}


_SHARE = 0.36  # of the width, that the agenda has at most: the notes need theirs, however large the letters are


class Sheet(QWidget):
    """What is written on."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), tokens.color("surface"))


class OneOnOnePage(Page):
    """Has no place in the rail: it belongs to the person, and needs the room."""

    shows = frozenset({TOPIC.name, FOLLOW_UP.name, ONE_ON_ONE.name, PERSON_KIND.name, AGREEMENT.name, FEEDBACK.name})
    beneath = PEOPLE
    needs_room = True

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.presenter = OneOnOnePresenter(session, self)
        self.deeds = Deeds(self.presenter)
        self._is_narrow: bool | None = None
        self._writes_without = ""  # the id of the meeting in which notes are written without an agenda
        self._wants_focus = self._is_filled = self._awaits = False
        self._build()
        self._wire()

    @property
    def is_settled(self) -> bool:
        return self.presenter.written.is_settled and self.sharing.is_settled

    @property
    def is_filled(self) -> bool:
        return self._is_filled

    def refresh(self) -> None:
        self.presenter.look()

    def flush(self) -> None:
        self.presenter.leave()

    def go_to(self, reference: Reference) -> None:
        if reference.id is not None:
            self._awaits = True
            self.presenter.open(reference.id)

    def focus_start(self) -> None:
        self._wants_focus = self._awaits
        if not self._awaits:
            self._give_focus()

    def panes(self) -> list[QWidget]:
        middle = self.notes if self.middle.currentIndex() == 0 else self.nothing
        self.agenda.setFocusProxy(self.agenda.list.chosen() or self.agenda.title)
        self.beside.setFocusProxy(self.beside.stop())
        return [self.agenda, middle, self.beside.strip if self._is_narrow else self.beside]

    def foot_height(self) -> int:
        strip = self.beside.strip
        return strip.height() if strip.isVisible() else 0

    def doings(self) -> Mapping[str, Callable[[], None]]:
        if self.presenter.found is None:
            return {}
        return {
            "finish": self._finish,
            "next-item": self._go_on,
            "add-topic": self.agenda.add.begin,
            "add-follow-up": self.beside.start_promise,
            "meetings": self._open_meetings,
            "agenda-pdf": self.sharing.export,
            "agenda-copy": self.sharing.copy,
        }

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(event.size().width() < tokens.scaled(_STRIP_BELOW))
        self.agenda.keep_within(int(event.size().width() * _SHARE))

    def _build(self) -> None:
        presenter, deeds = self.presenter, self.deeds
        weekday = first_weekday(self.session.preferences.first_weekday)
        self.agenda, self.notes = AgendaPane(presenter, deeds), NotesPane(presenter, deeds)
        self.beside = Beside(presenter, deeds, weekday)
        self.sharing = Sharing(self.session, presenter, self)
        self.nothing = Nothing(offers_sample=not self.session.is_sample)
        self.head = HeadLine(presenter, self._more())
        self.meetings, self.when = MeetingsPanel(self, presenter), WhenPanel(self, weekday)
        self.item, self.again = ItemPanel(self, deeds, weekday), LookAgainPanel(self, deeds, weekday)
        self.middle = QStackedWidget()
        self.middle.addWidget(self.notes)
        self.middle.addWidget(self.nothing)
        middle = Sheet()
        middle.setLayout(column(self.head, self.middle))
        right = row(middle, self.beside)
        right.setStretch(0, 1)
        inner = row(self.agenda, right)
        inner.setStretch(1, 1)
        self.setLayout(column(inner, self.beside.strip))

    def _more(self) -> list[tuple[str, str, Callable[[], None]]]:
        return [
            (tr("Another day or time"), "calendar", self._move),
            (tr("It did not take place"), "x", self.deeds.miss),
            (tr("It is open again"), "refresh", self.deeds.plan_again),
            (tr("One outside the rhythm"), "plus", self._plan),
            (tr("Save the agenda as PDF"), "file-export", self.sharing.export),
            (tr("Copy the agenda"), "copy", self.sharing.copy),
            (tr("Move to the trash"), "trash", self.deeds.delete),
        ]

    def _wire(self) -> None:
        presenter, deeds = self.presenter, self.deeds
        presenter.shown.connect(self._on_shown)
        presenter.arrived.connect(self._on_arrived)
        for form in (self.agenda.add, self.beside.promises, self.beside.heard):
            presenter.left.connect(form.end)
        presenter.missed.connect(lambda: self.said.emit(tr("This is not in the journal any more."), None))
        for each in (deeds, self.sharing):
            each.said.connect(self.said)
        presenter.gone.connect(self._on_gone)
        deeds.finished.connect(self._go_back)
        self.agenda.title.clicked.connect(self._open_meetings)
        self.agenda.entered.connect(self._enter)
        self.agenda.look_again_asked.connect(self._look_again)
        self.head.search_asked.connect(lambda: self.asked.emit("search"))
        self.head.hours.clicked.connect(self._move)
        self.notes.next_asked.connect(self._go_on)
        self.notes.edit_asked.connect(self.item.open_for)
        self.notes.source_asked.connect(self._go_to_source)
        self.notes.agreement_asked.connect(self._go_back)
        self.beside.promises.opened.connect(self.item.open_for)
        self.beside.finish_asked.connect(self._finish)
        self.meetings.chosen.connect(presenter.take)
        self.meetings.plan_asked.connect(self._plan)
        self.when.moved.connect(deeds.move)
        self.when.planned.connect(deeds.plan)
        self.nothing.add_asked.connect(self.agenda.add.begin)
        self.nothing.write_asked.connect(self._write_in_general)
        self.nothing.sample_asked.connect(lambda: self.asked.emit("sample"))

    def _on_shown(self) -> None:
        if not self.presenter.is_nothing_yet:
            self.middle.setCurrentIndex(0)
        elif self._writes_without != self.presenter.meeting.id:
            self.nothing.show_person(self.presenter.person)
            self.middle.setCurrentIndex(1)
        self.beside.finish.setVisible(self.middle.currentIndex() == 0)  # one filled button on a page

    def _on_arrived(self) -> None:
        is_first, self._is_filled, self._awaits = not self._is_filled, True, False
        if self._wants_focus:
            self._wants_focus = False
            self._give_focus()
        if is_first:
            self.filled.emit()

    def _give_focus(self) -> None:
        if self.middle.currentIndex() == 1:
            self.nothing.add.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.agenda.list.focus_chosen()

    def _enter(self) -> None:
        item = self.presenter.item()
        if item is not None and item.is_closed and self.notes.answer.isVisible() and not self.notes.answer.text():
            self.notes.answer.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._write_in_general()

    def _write_in_general(self) -> None:
        self._writes_without = self.presenter.meeting.id
        self.middle.setCurrentIndex(0)
        self.beside.finish.show()
        self.notes.focus_notes()

    def _go_on(self) -> None:
        if (ahead := self.presenter.next_item()) is not None:
            self.presenter.select(ahead.of.id)
            self.notes.focus_notes()

    def _finish(self) -> None:
        if self.presenter.meeting.state is State.PLANNED:
            self.flush()
            self.deeds.finish()
        else:
            self._go_back()

    def _on_gone(self) -> None:
        self.notes.forget()
        self.referred.emit(Reference(PEOPLE))

    def _go_back(self) -> None:
        self.flush()
        self.referred.emit(Reference(PEOPLE, self.presenter.person_id))

    def _go_to_source(self, source: Source) -> None:
        self.flush()
        if (page := _PLACES.get(source.kind)) is not None:
            self.referred.emit(Reference(page, source.id))

    def _open_meetings(self) -> None:
        self.meetings.open_below(self.agenda.title)

    def _move(self) -> None:
        self.when.open_to_move(self.presenter.meeting, self.head.hours)

    def _plan(self) -> None:
        self.when.open_to_plan(self.presenter.meeting.minutes, self.agenda.title)

    def _look_again(self, given: Agreement) -> None:
        self.again.open_for(given, self.agenda.list.chosen() or self.agenda.title)

    def _arrange(self, narrow: bool) -> None:
        if narrow == self._is_narrow:
            return
        self._is_narrow = narrow
        for each in (self.agenda, self.notes, self.head, self.beside):
            each.set_narrow(narrow)
