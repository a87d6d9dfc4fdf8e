"""Handing over: seven steps left, the note that grows beside them right."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QTextEdit, QWidget

from app.delegation.record import DELEGATION as DELEGATION_KIND
from app.delegation.record import HELD_TASK
from app.people.record import LEVEL, PERSON_KIND
from app.practices.record import CHECKLIST
from app.translation import tr
from ui.handover.giving import Giving
from ui.handover.handed import Handed
from ui.handover.head import Head
from ui.handover.note_pane import NotePane
from ui.handover.presenter import HandOverPresenter
from ui.handover.step_head import OUT
from ui.handover.stepped_list import SteppedList
from ui.page import Page
from ui.reference import DELEGATION, Reference
from ui.reflection.saved import SavedLine
from ui.session import Session
from ui.theme import tokens
from ui.widgets.buttons import Button
from ui.widgets.labels import Line
from ui.widgets.panes import ScrollPage, column, row

_NOTE, _NOTE_AT_LEAST, _NOTE_SHARE = 468, 320, 0.406
_PADDING = 11  # of the quiet button whose words begin at the edge of the page
_MOST_WIDE = 720  # of the steps: a line is not read well when it is longer


class HandOverPage(Page):
    """Has no place in the rail: it belongs to Delegation."""

    shows = frozenset({DELEGATION_KIND.name, HELD_TASK.name, CHECKLIST.name, LEVEL.name, PERSON_KIND.name})
    beneath = DELEGATION

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.presenter = HandOverPresenter(session, self)
        self._wants_focus = False
        self._is_left = self._is_meant = False
        self._build()
        self._wire()
        self._show()

    @property
    def is_settled(self) -> bool:
        return self.presenter.keeping.is_settled and self.giving.is_settled

    @property
    def is_filled(self) -> bool:
        return self.presenter.is_loaded

    def refresh(self) -> None:
        self.presenter.look()

    def flush(self) -> None:
        self.presenter.flush()

    def go_to(self, reference: Reference) -> None:
        self._is_meant = True
        self.presenter.open(reference)

    def focus_start(self) -> None:
        if self._is_left and not self._is_meant and self.presenter.is_begun:
            self.presenter.begin()  # whoever comes without saying what is meant means a new one
        self._is_left = self._is_meant = False
        self._wants_focus = self.presenter.is_awaiting
        self._give_focus()

    def panes(self) -> list[QWidget]:
        left = self.handed.go if self.presenter.was_just_handed else self.head.title
        return [left, self.note.owner]

    def doings(self) -> Mapping[str, Callable[[], None]]:
        doings: dict[str, Callable[[], None]] = {"begin": self._begin}
        if not self.presenter.was_just_handed:
            doings |= {"finish": self._finish, "next-item": self._go_on}
        return doings

    def foot_height(self) -> int:
        return self.foot.height()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._is_left = True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = event.size().width()
        self.note.setFixedWidth(max(_NOTE_AT_LEAST, min(tokens.scaled(_NOTE), round(width * _NOTE_SHARE))))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl+Right goes on to the next step where there is no next word to go to."""
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        goes_on = event.matches(QKeySequence.StandardKey.MoveToNextWord) and _is_at_end(watched)
        if goes_on:
            event.ignore()
        return goes_on

    def _build(self) -> None:
        session = self.session
        self.head = Head(self.presenter, session)
        self.steps = SteppedList(self.presenter, session.preferences.first_weekday)
        self.handed, self.note = Handed(), NotePane()
        self.giving = Giving(session, self.presenter.note, self)
        self.back = Button(tr("Back"), "quiet", icon="arrow-left")
        self.foot = QWidget()
        saved = SavedLine(self.presenter.keeping.autosave)
        foot = row(self.back, ..., saved, ..., margins=(0, 16, 0, 15))
        self.foot.setLayout(column(row(_PADDING, Line()), foot))
        self.body = QStackedWidget()
        self.body.addWidget(self.steps)
        self.body.addWidget(self.handed)
        head, below = QWidget(), QWidget()
        self._sides = [column(self.head, margins=(32, 20, 32, 0)), column(self.foot, margins=(32 - _PADDING, 0, 32, 0))]
        for holder, layout in zip((head, below), self._sides, strict=True):
            holder.setLayout(layout)
        self.steps.column.setContentsMargins(32 - OUT, 0, 32 - OUT - ScrollPage.ROOM, 4)
        left = QWidget()
        left.setLayout(column(head, 4, self.body, below))
        left.setMaximumWidth(tokens.scaled(_MOST_WIDE) + 64)
        self.next = Button(tr("Next step"), "primary", keys=tr("Ctrl →"))
        self.finish = Button("", "primary", keys=tr("Ctrl ↵"))
        foot.addWidget(self.next)
        foot.addWidget(self.finish)
        whole = row(left, ..., self.note)
        whole.setStretch(0, 1000)
        self.setLayout(whole)
        for kind in (QLineEdit, QTextEdit):
            for field in self.findChildren(kind):
                field.installEventFilter(self)

    def _wire(self) -> None:
        presenter = self.presenter
        for signal in (presenter.taken, presenter.turned, presenter.edited, presenter.loaded):
            signal.connect(self._show)
        presenter.loaded.connect(self._on_loaded)
        presenter.person_wanted.connect(self._ask_for_whom)
        for each in (presenter, self.giving):
            each.said.connect(self.said)
        self.head.title.gone_on.connect(self.steps.focus_open)
        for signal in (self.next.clicked, self.steps.gone_on):
            signal.connect(self._go_on)
        self.finish.clicked.connect(self._finish)
        self.back.clicked.connect(self._go_back)
        self.handed.go_asked.connect(self._go_back)
        self.handed.begin_asked.connect(self._begin)
        self.note.search_asked.connect(lambda: self.asked.emit("search"))
        self.note.copy.clicked.connect(self.giving.copy)
        self.note.print.clicked.connect(self.giving.print)
        self.note.save.clicked.connect(self.giving.save)
        self.note.signed.connect(self._sign)

    def _show(self) -> None:
        at = self.presenter
        was = self.body.currentWidget()
        self.body.setCurrentWidget(self.handed if at.was_just_handed else self.steps)
        if at.was_just_handed:
            self.handed.show_delegation(at.delegation)
        is_last = at.step is None or at.step is at.steps[-1]
        self.next.setVisible(not at.was_just_handed and not is_last)
        self.finish.setVisible(not at.was_just_handed and is_last)
        person = at.delegation.person
        said = tr("Hand over to {person}").format(person=person) if person else tr("Hand over")
        self.finish.say(tr("Done") if at.is_amending else said)
        self.note.show_note(at.note())
        if was is self.steps and self.body.currentWidget() is self.handed:
            self.handed.go.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_on(self) -> None:
        self.presenter.go_on()
        if self.presenter.step is None:
            self.finish.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.steps.focus_open()

    def _finish(self) -> None:
        if self.presenter.is_handed_over:
            self._go_back()
        else:
            self.presenter.hand_over()

    def _go_back(self) -> None:
        at = self.presenter
        self.referred.emit(Reference(DELEGATION, at.delegation.id if at.is_begun else None))

    def _begin(self) -> None:
        self.presenter.begin()
        self.presenter.look()
        self.head.title.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _ask_for_whom(self) -> None:
        self.said.emit(tr("Say first who gets it."), None)
        self.head.person.setFocus(Qt.FocusReason.OtherFocusReason)
        self.head.person.click()

    def _sign(self, name: str) -> None:
        self.session.prefer(self, signs_as=name)
        self.note.show_note(self.presenter.note())

    def _on_loaded(self) -> None:
        if self.note.owner.text() != self.session.preferences.signs_as:
            self.note.owner.setText(self.session.preferences.signs_as)
        if self._wants_focus and self.isVisible():
            self._wants_focus = False
            self._give_focus()
        self.filled.emit()

    def _give_focus(self) -> None:
        if self.presenter.was_just_handed:
            self.handed.go.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self.presenter.delegation.title:
            self.head.title.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.steps.focus_open()


def _is_at_end(field: QObject) -> bool:
    if isinstance(field, QTextEdit):
        return field.textCursor().atEnd()
    return isinstance(field, QLineEdit) and field.cursorPosition() == len(field.text())
