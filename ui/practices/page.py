"""Practices left, and right the checklist of the one that is chosen."""

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from app.people.record import PERSON_KIND
from app.practices.record import CHECKLIST, PRACTICE, RUN
from app.translation import tr
from ui import places
from ui.autosave import Saving
from ui.page import Page
from ui.practices.checklist_pane import ChecklistPane
from ui.practices.checklists import ChecklistPresenter, Showing
from ui.practices.compare_sheet import CompareSheet
from ui.practices.list_pane import ListPane
from ui.practices.nothing import Nothing
from ui.practices.presenter import PracticesPresenter
from ui.practices.printing import SUFFIX, Printing, file_name
from ui.practices.shelf import Shelf
from ui.reference import PRACTICES, Reference
from ui.session import Session
from ui.theme import tokens
from ui.widgets.keyboard import has_keyboard
from ui.widgets.panes import row

_BESIDE_FROM = 880  # pixels of the page: below, the checklist lies over the practices
_WIDE, _SHARE = 455, 0.395


class PracticesPage(Page):
    """Both sides at once where there is room, else one over the other."""

    key = PRACTICES
    shows = frozenset({PRACTICE.name, CHECKLIST.name, RUN.name, PERSON_KIND.name})  # people may be called otherwise now

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.shelf = Shelf(session, self)
        self.practices = PracticesPresenter(session, self.shelf, self)
        self.checklists = ChecklistPresenter(session, self.shelf, self.practices, self)
        self.printing = Printing(session, self.shelf, self)
        self.list_pane = ListPane(self.practices, session)
        self.pane = ChecklistPane(self.checklists, session)
        self.nothing = Nothing(offers_sample=not session.is_sample)
        self._is_beside, self._is_over = True, False
        self._awaited: str | None = None
        self._begins_when_loaded = self._means_checklist = False
        both = QWidget()
        self._sides: QHBoxLayout = row(self.list_pane, self.pane)
        both.setLayout(self._sides)
        self._bodies = QStackedWidget()
        self._bodies.addWidget(both)
        self._bodies.addWidget(self.nothing)
        self.setLayout(row(self._bodies))
        self._compare: CompareSheet | None = None
        self._connect()

    @property
    def is_settled(self) -> bool:
        """Whether everything typed here is on the disk."""
        return self.practices.draft.is_settled and self.checklists.is_settled and self.printing.is_settled

    @property
    def is_filled(self) -> bool:
        """Whether the journal has answered."""
        return self.shelf.is_loaded

    def refresh(self) -> None:
        """Asks the journal again."""
        self.shelf.refresh()

    def flush(self) -> None:
        """Saves now what is not saved yet."""
        self.practices.flush()
        self.checklists.flush()

    def go_to(self, reference: Reference) -> None:
        """Shows the practice, the checklist or the run that is meant."""
        if reference.id is not None and not self._show(reference.id):
            self._awaited = reference.id  # the journal has not said yet that it is there

    def _show(self, id: str) -> bool:
        """Shows the record with this id, if it is known; whether it is."""
        if self.shelf.run(id) is not None:
            self.checklists.open_run(id)
            self._mean_checklist()
        elif self.shelf.checklist(id) is not None:
            self.checklists.show(id)
            self._mean_checklist()
        elif self.shelf.practice(id) is not None:
            self.practices.choose(id)
            self.show_practices()
        else:
            return False
        return True

    def _mean_checklist(self) -> None:
        self._means_checklist = True
        self.show_checklist()

    def focus_start(self) -> None:
        """The chosen practice, from where all is reached by arrow keys and Tab; or the checklist that is meant."""
        self._begins_when_loaded = not self.shelf.is_loaded or self._awaited is not None
        if self._begins_when_loaded:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        elif there := self.panes():
            there[-1 if self._means_checklist else 0].setFocus(Qt.FocusReason.OtherFocusReason)
            self._means_checklist = False

    def panes(self) -> list[QWidget]:
        """The practices and the checklist, or the one that is in sight."""
        if self._bodies.currentWidget() is self.nothing:
            return [self.nothing.begin]
        sides = ((self.list_pane, self.list_pane.list.focus_widget()), (self.pane, self.pane.focus_widget()))
        return [start for side, start in sides if not side.isHidden()]

    def doings(self) -> Mapping[str, Callable[[], None]]:
        """What can be done with what is shown."""
        doings = {"add-practice": self._add}
        if self.practices.is_editing or self.checklists.showing in (Showing.EDITING, Showing.RUNNING):
            doings["finish"] = self.finish
        in_pane = has_keyboard(self.pane)
        if in_pane and self.checklists.checklist is not None:
            doings |= {"edit": self.checklists.edit, "delete": self._put_away_in_pane}
        elif self.practices.practice is not None:
            doings |= {"edit": self.practices.edit, "delete": self.practices.put_away}
        if self.checklists.version and self.checklists.showing is not Showing.RUNNING:
            doings |= {"run": self._run, "print": self.print}
        return doings

    def finish(self) -> None:
        """Closes what is being typed in; everything is kept."""
        if has_keyboard(self.pane) and self.checklists.showing is Showing.RUNNING:
            self.checklists.runs.leave()
        elif has_keyboard(self.pane) or not self.practices.is_editing:
            self.checklists.finish()
        else:
            self.practices.finish()

    def show_checklist(self) -> None:
        """Brings the checklist into sight where it is not beside the practices."""
        self._is_over = True
        self._fit()
        self.pane.focus_widget().setFocus(Qt.FocusReason.OtherFocusReason)

    def show_practices(self) -> None:
        """Back to the practices, where the checklist lies over them."""
        self._is_over = False
        self._fit()
        self.list_pane.list.focus_widget().setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self._is_beside and self._is_over:
            self.show_practices()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _connect(self) -> None:
        self.shelf.loaded.connect(self._on_loaded)
        self.practices.editing_changed.connect(self._show_body)
        self.checklists.turned.connect(self._show_body)
        for presenter in (self.practices, self.checklists, self.printing):
            presenter.said.connect(self.said)
        for draft in (self.practices.draft, self.checklists.draft, self.checklists.runs.draft):
            draft.autosave.changed.connect(self._on_saving)
        self.list_pane.list.checklist_asked.connect(self.show_checklist)
        self.pane.closed.connect(self.show_practices)
        self.pane.view.compare_asked.connect(self.compare)
        self.pane.view.print_asked.connect(self.print)
        for asking in (self.pane, self.nothing):
            asking.search_asked.connect(lambda: self.asked.emit("search"))
        self.nothing.begin_asked.connect(self._add)
        self.nothing.checklist_asked.connect(self._begin_checklist)
        self.nothing.sample_asked.connect(lambda: self.asked.emit("sample"))

    def compare(self) -> None:
        """What is different between two versions."""
        checklist = self.checklists.checklist
        if checklist is None or len(checklist.versions) < 2:
            return
        if self._compare is None:
            self._compare = CompareSheet(self)
        self._compare.show_checklist(checklist, self.checklists.version)

    def print(self) -> None:
        """Asks where to, and saves the checklist there as a page to print."""
        checklist, number = self.checklists.checklist, self.checklists.version
        if checklist is None or not number:
            return
        chosen = places.save_file(self, tr("Save as a page to print"), _documents() / file_name(checklist))
        if chosen is None:
            return
        target = chosen if chosen.suffix.lower() == SUFFIX else chosen.with_name(chosen.name + SUFFIX)
        if target != chosen and target.exists():  # the dialog has asked about another name
            self.said.emit(tr("There is a file of that name already. Choose another name."), None)
            return
        self.printing.save(checklist, number, target)

    def _on_saving(self, state: Saving) -> None:
        is_said = self.practices.is_editing or self.checklists.showing in (Showing.EDITING, Showing.RUNNING)
        if state is Saving.FAILED and not is_said:  # beside the fields it is said anyway
            self.said.emit(tr("Not saved yet. Your words are still here."), None)

    def _on_loaded(self) -> None:
        awaited, self._awaited = self._awaited, None
        if awaited is not None:
            self._show(awaited)
        self._show_body()
        if self._begins_when_loaded and self.isVisible() and has_keyboard(self):
            self.focus_start()
        self.filled.emit()

    def _show_body(self) -> None:
        is_empty = self.shelf.is_empty and not self.practices.is_editing
        is_empty = is_empty and self.checklists.showing is not Showing.EDITING
        self._bodies.setCurrentIndex(1 if is_empty and self.shelf.is_loaded else 0)

    def _add(self) -> None:
        self._is_over = False
        self._fit()
        self.practices.begin()

    def _begin_checklist(self) -> None:
        self.checklists.begin()
        self.show_checklist()

    def _run(self) -> None:
        self.checklists.begin_run()
        self.show_checklist()

    def _put_away_in_pane(self) -> None:
        if self.checklists.showing is Showing.RUNNING:
            self.checklists.runs.put_away()
        else:
            self.checklists.put_away()

    def _fit(self) -> None:
        self._is_beside = self.width() >= tokens.scaled(_BESIDE_FROM)
        self.pane.setVisible(self._is_beside or self._is_over)
        self.list_pane.setVisible(self._is_beside or not self._is_over)
        self.pane.be_over(not self._is_beside)
        self.list_pane.list.offer_checklist(not self._is_beside)
        if self._is_beside:
            self.pane.setFixedWidth(min(tokens.scaled(_WIDE), round(self.width() * _SHARE)))
        else:
            self.pane.setMinimumWidth(0)
            self.pane.setMaximumWidth(16777215)


def _documents() -> Path:
    found = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(found) if found and Path(found).is_dir() else Path.home()
