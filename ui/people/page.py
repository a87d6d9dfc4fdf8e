"""People: a list of them, and one of them at a time."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.delegation.record import DEBRIEF, DELEGATION, HELD_TASK, TOUCH
from app.errors import NameTaken
from app.interviews.record import ALIGNMENT
from app.people.model import Person
from app.translation import tr
from ui.page import Page
from ui.people.details_panel import DetailsPanel
from ui.people.empty import Empty
from ui.people.list_view import ListView
from ui.people.person_view import PersonView
from ui.people.presenter import PeoplePresenter
from ui.reference import JOINING_AND_ERASING, Reference
from ui.refusals import refusal
from ui.session import (
    AGREEMENT,
    EXPERIMENT,
    FEEDBACK,
    FOLLOW_UP,
    LEVEL,
    ONE_ON_ONE,
    PERSON,
    REFLECTION,
    TOPIC,
    Session,
)
from ui.theme import tokens
from ui.widgets.buttons import Button, SearchButton
from ui.widgets.labels import Label
from ui.widgets.panes import column, row

if TYPE_CHECKING:
    from ui.people.erase_sheet import EraseSheet
    from ui.people.join_sheet import JoinSheet

_SEARCH = 304


class PeoplePage(Page):
    """Whoever was looked at last is shown when the page is come back to; its name in the rail leads to the list."""

    shows = frozenset({AGREEMENT, EXPERIMENT, FEEDBACK, FOLLOW_UP, LEVEL, ONE_ON_ONE, PERSON, REFLECTION, TOPIC}) | {
        each.name for each in (ALIGNMENT, DEBRIEF, DELEGATION, HELD_TASK, TOUCH)
    }

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.presenter = PeoplePresenter(session, self)
        self._has_arrived = False
        self._sheet: EraseSheet | JoinSheet | None = None  # what is open over the page
        self.add = Button(tr("Add a person"), icon="user-plus")
        self._search = SearchButton(tr("Search or jump to…"), tr("Ctrl K"))
        self.list, self.empty = ListView(), Empty(offers_sample=not session.is_sample)
        self.details = DetailsPanel(self)
        self._changed: Person | None = None  # whose details are open; None for somebody new
        self.person: PersonView | None = None
        self._everyone = QWidget()
        self._views = QStackedWidget()
        self._lay_out()
        self._wire()

    @property
    def is_filled(self) -> bool:
        return self.presenter.is_filled

    @property
    def is_settled(self) -> bool:
        return self.presenter.typed.is_settled

    def refresh(self) -> None:
        self.presenter.ask()

    def flush(self) -> None:
        if self.details.isVisible():  # what is typed there is kept where it can be
            self.details.give()
        if self.person is not None:
            self.person.flush()
        self.presenter.typed.flush()

    def go_to(self, reference: Reference) -> None:
        if reference.id is not None:
            self._has_arrived = True
            self._open(reference.id)

    def focus_start(self) -> None:
        if not self._has_arrived and self.presenter.id is not None:
            self.close_person()
        self._has_arrived = False
        (self._start() if self.is_filled else self).setFocus(Qt.FocusReason.OtherFocusReason)

    def panes(self) -> list[QWidget]:
        if self.person is None or self._views.currentWidget() is not self.person:
            return [self._start()]
        beside = (self.person.card.rhythm, self.person.feedback.add, self.person.head.menu)
        return [self.person.head.back, next(each for each in beside if each.isVisible())]

    def helped_by(self) -> str:
        return "" if self._sheet is None else JOINING_AND_ERASING

    def doings(self) -> Mapping[str, Callable[[], None]]:
        return {"add-person": self._add}

    def showEvent(self, event: QShowEvent) -> None:
        self._has_arrived = True
        super().showEvent(event)

    def close_person(self) -> None:
        """Back to the list, where the person is."""
        id = self.presenter.id
        self.flush()
        self.presenter.leave()
        self._show()
        self.list.focus_row(id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.presenter.id is not None and self.person is not None:
            if not self.person.finish():
                self.close_person()
        else:
            super().keyPressEvent(event)

    def _open(self, id: str, then: Callable[[], object] = lambda: None) -> None:
        def is_shown() -> None:
            self._start().setFocus(Qt.FocusReason.OtherFocusReason)
            then()

        self.presenter.open(id, is_shown)

    def _open_rhythm(self, id: str) -> None:
        self._open(id, lambda: self._view().open_rhythm())

    def _view(self) -> PersonView:
        """Made when somebody is first looked at."""
        if self.person is None:
            view = self.person = PersonView(self.presenter, self.session.preferences.first_weekday)
            view.referred.connect(self.referred)
            view.said.connect(self.said)
            view.search_asked.connect(lambda: self.asked.emit("search"))
            view.head.back_asked.connect(self.close_person)
            view.head.details_asked.connect(self._change_details)
            view.head.archive_asked.connect(lambda: self._do_to_person(self.presenter.archive))
            view.head.join_asked.connect(lambda: self._do_to_person(self._join))
            view.head.erase_asked.connect(lambda: self._do_to_person(self._erase))
            view.head.returned.connect(lambda: self._do_to_person(self.presenter.bring_back))
            self._views.addWidget(view)
        return self.person

    def _do_to_person(self, do: Callable[[Person], object]) -> None:
        if self.presenter.whole is not None:
            do(self.presenter.whole.person)

    def _erase(self, person: Person) -> None:
        from ui.people.erase_sheet import EraseSheet  # hardly ever asked for

        self._open_sheet(EraseSheet(self.session, person.name, self))

    def _join(self, person: Person) -> None:
        from ui.people.join_sheet import JoinSheet  # hardly ever asked for

        def is_joined(kept: Person) -> None:
            said = tr("They are one now: {name}").format(name=kept.name)
            self._open(kept.id, lambda: self.said.emit(said, None))

        sheet = JoinSheet(self.session, person.name, self)
        sheet.joined.connect(is_joined)
        self._open_sheet(sheet)

    def _open_sheet(self, sheet: "EraseSheet | JoinSheet") -> None:
        self.flush()
        self._sheet = sheet
        sheet.closed.connect(self._on_sheet_closed)
        sheet.open_sheet()

    def _on_sheet_closed(self) -> None:
        if self._sheet is not None:
            self._sheet.deleteLater()
        self._sheet = None

    def _start(self) -> QWidget:
        if self.person is not None and self._views.currentWidget() is self.person:
            return self.person.head.back
        if self._people.currentWidget() is self.empty:
            return self.empty.add
        return self.list.start()

    def _lay_out(self) -> None:
        self._search.setFixedWidth(tokens.scaled(_SEARCH))
        head = row(Label(tr("People"), "page"), ..., self.add, 12, self._search, margins=(32, 20, 32, 0))
        people = QStackedWidget()
        self._people = people
        for each in (self.list, self.empty):
            people.addWidget(each)
        self._everyone.setLayout(column(head, 23, people))
        self._views.addWidget(self._everyone)
        self.setLayout(column(self._views))

    def _wire(self) -> None:
        presenter = self.presenter
        presenter.listed.connect(self._on_listed)
        presenter.shown.connect(self._show)
        presenter.said.connect(self.said)
        self._search.clicked.connect(lambda: self.asked.emit("search"))
        self.add.clicked.connect(self._add)
        self.empty.add.clicked.connect(self._add)
        self.empty.sample_asked.connect(lambda: self.asked.emit("sample"))
        self.list.chosen.connect(lambda id: self._open(id))
        self.list.rhythm_asked.connect(self._open_rhythm)
        self.list.back_asked.connect(lambda id: self._do_in_list(self.presenter.bring_back, id))
        self.list.erase_asked.connect(lambda id: self._do_in_list(self._erase, id))
        self.details.given.connect(self._on_given)

    def _on_listed(self) -> None:
        known = self.presenter.known
        self.list.show_people(known)
        self._people.setCurrentWidget(self.list if known else self.empty)
        self.add.setVisible(bool(known))
        self._show()
        if self.hasFocus():  # it was come to before anybody was known
            self._start().setFocus(Qt.FocusReason.OtherFocusReason)
        self.filled.emit()

    def _show(self) -> None:
        """The list, or whoever is looked at."""
        whole = self.presenter.whole
        if whole is None:
            self._views.setCurrentWidget(self._everyone)
            return
        view = self._view()
        is_other = self._views.currentWidget() is not view
        view.show_whole()
        self._views.setCurrentWidget(view)
        if is_other:
            view.scroll_to_top()

    def _change_details(self) -> None:
        if self.presenter.whole is not None and self.person is not None:
            self._changed = self.presenter.whole.person
            self.details.open_for(self._changed, self.person.head.menu)

    def _add(self) -> None:
        self._changed = None
        if self.presenter.id is not None:
            self.close_person()
        self.details.open_new(self.empty.add if self._start() is self.empty.add else self.add)

    def _on_given(self, name: str, role: str, since: str) -> None:
        def refused(error: Exception) -> None:
            if isinstance(error, NameTaken):
                self.details.refuse_name(refusal(error))
            else:
                self.session.faulted.emit(error)

        done = self.details.close_panel
        if self._changed is None:
            self.presenter.add(name, role, since, done, refused)
        else:
            self.presenter.change(replace(self._changed, name=name, role=role, since=since), done, refused)

    def _do_in_list(self, do: Callable[[Person], object], id: str) -> None:
        if (person := self.presenter.person(id)) is not None:
            do(person)
