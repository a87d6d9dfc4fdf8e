"""The journal: every reflection, newest first, read and changed in place."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.reflections.model import Filter, Reflection
from app.translation import tr
from ui.autosave import Saving
from ui.journal.browser import Browser
from ui.journal.list_pane import ListPane
from ui.journal.reader import Reader
from ui.page import Page
from ui.reference import JOURNAL, Reference
from ui.reflection.draft import Draft
from ui.session import REFLECTION, Change, Session, now
from ui.widgets.panes import row

if TYPE_CHECKING:
    from ui.session import Journal


class JournalPage(Page):
    """A list and the entry that is selected in it. What is changed is saved before anything else is shown."""

    key = JOURNAL
    shows = frozenset({REFLECTION})

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.browser = Browser(session, self)
        self.draft = Draft(session, self)
        self.list_pane = ListPane(self.browser, session)
        self.reader = Reader(self.draft, session, self.browser)
        self.setLayout(row(self.list_pane, self.reader))
        self._connect()

    @property
    def is_settled(self) -> bool:
        """Whether everything typed here is on the disk."""
        return self.draft.is_settled

    def refresh(self) -> None:
        """Asks the journal again for the list and the year."""
        self.browser.refresh()
        self.list_pane.refresh_year()

    def flush(self) -> None:
        """Saves now what is not saved yet."""
        self.draft.flush()

    def go_to(self, reference: Reference) -> None:
        """Shows the record or the day that is meant, or what names a person."""
        if reference.id is not None:
            self.browser.go_to(reference.id)
        elif reference.day is not None:
            self.browser.go_to_day(reference.day)
        elif reference.person is not None:
            self.browser.select(None)  # so that the newest with them is read
            self.browser.filter_by(Filter(person=reference.person))

    def focus_start(self) -> None:
        """The list, from where all is reached by arrow keys."""
        self.list_pane.list.setFocus()

    def panes(self) -> list[QWidget]:
        """The list and the entry."""
        editor = self.reader.editor
        text = editor.text if editor is not None and self.reader.is_editing else self.reader.view.text
        return [self.list_pane.list, text or self.reader.view.private]

    def doings(self) -> Mapping[str, Callable[[], None]]:
        """What can be done with the entry that is shown."""
        if self.reader.is_editing:
            return {"finish": self.reader.finish, "delete": self._delete}
        steps = {"previous": lambda: self.browser.step(-1), "next": lambda: self.browser.step(1)}
        return {**steps, "edit": self.reader.edit, "delete": self._delete} if self.browser.id else {}

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.list_pane.fit(event.size().width())

    def _connect(self) -> None:
        self.browser.loaded.connect(self._on_loaded)
        self.browser.selected.connect(self._on_selected)
        self.draft.autosave.changed.connect(self._on_saving)
        self.draft.replaced.connect(self._on_replaced)
        self.list_pane.new_asked.connect(lambda: self.asked.emit("new"))
        self.list_pane.trash_asked.connect(lambda: self.asked.emit("trash"))
        entries = self.list_pane.list
        entries.entered.connect(self.reader.focus_text)
        entries.edit_asked.connect(self.reader.edit)
        entries.delete_asked.connect(self._delete)
        self.reader.search_asked.connect(lambda: self.asked.emit("search"))
        self.reader.begin_asked.connect(lambda: self.asked.emit("new"))
        self.reader.sample_asked.connect(lambda: self.asked.emit("sample"))
        self.reader.stepped.connect(self.browser.step)
        self.reader.delete_asked.connect(self._delete)
        self.reader.said.connect(self.said)

    def _on_loaded(self) -> None:
        headings = self.browser.entries.headings
        if self.browser.id is None and headings:
            self.browser.select(headings[0].id)
            self.browser.loaded.emit()
        elif not headings:
            self.reader.show_nothing(is_empty=not self.browser.is_filtered)

    def _on_selected(self, id: str | None) -> None:
        self.reader.finish()
        self.draft.flush()
        if id is not None:
            self.session.read(self, lambda journal: journal.reflections.get(id), self._on_read)

    def _on_read(self, found: Reflection) -> None:
        if found.id == self.browser.id:
            self.draft.load(found)

    def _on_replaced(self) -> None:
        """The entry that was shown is gone, by somebody else's hand."""
        if not self.draft.is_kept and self.browser.id is not None:
            self.browser.select(None)
            self.browser.refresh()

    def _on_saving(self, state: Saving) -> None:
        if state is Saving.SAVED:
            self.refresh()

    def _delete(self) -> None:
        id = self.browser.id
        if id is None:
            return
        self.reader.finish()
        self.flush()
        neighbour = self.browser.neighbour()

        def work(journal: "Journal") -> None:
            journal.reflections.delete(id, now())

        def is_deleted(_: None) -> None:
            self.browser.select(neighbour)
            self.refresh()
            self.said.emit(tr("Moved to the trash"), lambda: self._bring_back(id))

        self.session.write(self, Change(REFLECTION, id), work, is_deleted)

    def _bring_back(self, id: str) -> None:
        def work(journal: "Journal") -> None:
            journal.reflections.restore(id, now())

        def is_back(_: None) -> None:
            self.refresh()
            self.browser.go_to(id)

        self.session.write(self, Change(REFLECTION, id), work, is_back)
