"""The right side of the journal: one entry, read or changed in the same place."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.translation import tr
from ui.journal.browser import Browser
from ui.journal.editor import Editor
from ui.journal.entry_view import EntryView
from ui.journal.measure import Measure
from ui.journal.nothing import Nothing
from ui.reflection.draft import Draft
from ui.reflection.saved import SavedLine
from ui.session import PROMPT, Change, Session
from ui.theme import tokens
from ui.widgets.buttons import Button, IconButton, SearchButton
from ui.widgets.labels import ElidedLabel, Label, Line
from ui.widgets.messages import Icon
from ui.widgets.panes import ScrollPage, column, row
from ui.wording import day_name

_READING, _EDITING, _NOTHING = range(3)


class Reader(QWidget):
    """Shows the draft's entry once it has one."""

    search_asked = Signal()
    stepped = Signal(int)
    delete_asked = Signal()
    begin_asked = Signal()
    said = Signal(str, object)  # something done, and how to undo it
    sample_asked = Signal()

    def __init__(self, draft: Draft, session: Session, browser: Browser) -> None:
        super().__init__()
        self._draft, self._browser, self._session = draft, browser, session
        self.view = EntryView(draft, session)
        self.editor: Editor | None = None
        self._reading = Measure(self.view)
        self._scroll = ScrollPage(self._reading)
        self._editing = QWidget()
        self._editing.setLayout(column())
        self._nothing = Nothing(offers_sample=not session.is_sample)
        self._nothing.begin_asked.connect(self.begin_asked)
        self._nothing.sample_asked.connect(self.sample_asked)
        self._bodies, self._feet = QStackedWidget(), QStackedWidget()
        for body in (self._scroll, ScrollPage(self._editing), self._nothing):
            self._bodies.addWidget(body)
        self._compose()
        draft.replaced.connect(self._on_replaced)
        session.changed.connect(self._on_changed)
        browser.loaded.connect(self._show_number)
        browser.selected.connect(self._show_number)

    @property
    def is_editing(self) -> bool:
        """Whether the fields are there."""
        return self._bodies.currentIndex() == _EDITING

    def edit(self) -> None:
        """Turns the entry into its fields, with the cursor in the words."""
        if self._bodies.currentIndex() != _READING:
            return
        if self.editor is None:
            self._build_editor()
        assert self.editor is not None  # noqa: S101  built above
        self._show_body(_EDITING)
        self.editor.text.moveCursor(QTextCursor.MoveOperation.End)
        self.editor.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def finish(self) -> None:
        """Saves, and goes back to reading."""
        if self.is_editing:
            self._draft.flush()
            self.view.show_entry()
            self._show_foot()
            self._show_body(_READING)
            self.focus_text()

    def show_nothing(self, *, is_empty: bool) -> None:
        """No entry is selected; `is_empty` where the journal has none."""
        self._nothing.set_empty(is_empty)
        self._show_body(_NOTHING)

    def focus_text(self) -> None:
        """Puts the keyboard where the entry is read."""
        (self.view.text or self._edit).setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side = self._reading.fit(event.size().width())
        if self.editor is not None:
            self._editing_measure.fit(event.size().width())
        self._head.setContentsMargins(side - 6, 20, 32, 0)
        self._foot.setContentsMargins(side, 0, side, 0)
        self._editing_foot.setContentsMargins(side, 0, side, 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), tokens.color("surface"))

    def _compose(self) -> None:
        self._newer = IconButton("chevron-up", tr("Newer entry"), size=28)
        self._older = IconButton("chevron-down", tr("Older entry"), size=28)
        self._number = Label("", "caption", "ink3", tabular=True)
        search = SearchButton(tr("Search or jump to…"), tr("Ctrl K"))
        search.setMaximumWidth(tokens.scaled(304))
        self._newer.clicked.connect(lambda: self.stepped.emit(-1))
        self._older.clicked.connect(lambda: self.stepped.emit(1))
        search.clicked.connect(self.search_asked)
        self._head = row(self._newer, self._older, 6, self._number, 12, ..., search)
        self._head.setStretchFactor(search, 1000)
        self._feet.setFixedHeight(tokens.scaled(56))
        self._feet.addWidget(self._reading_foot())
        self._feet.addWidget(self._making_foot())
        self._rule = Line()
        self.setLayout(column(self._head, 12, self._bodies, self._rule, self._feet))

    def _reading_foot(self) -> QWidget:
        self._tag_icon = Icon("tag", size=14)
        self._tags = ElidedLabel("", "caption", "ink2")
        self._written = ElidedLabel("", "caption", "ink3")
        self._edit = Button(tr("Edit"), icon="pencil", size="small")
        self._edit.clicked.connect(self.edit)
        self._foot = row(self._tag_icon, 6, self._tags, ..., 12, self._written, 15, self._edit)
        foot = QWidget()
        foot.setLayout(self._foot)
        return foot

    def _making_foot(self) -> QWidget:
        done = Button(tr("Done"), "primary", keys=tr("Ctrl ↵"), size="small")
        delete = Button(tr("Move to the trash"), "quiet", icon="trash", size="small")
        done.clicked.connect(self.finish)
        delete.clicked.connect(self.delete_asked)
        self._editing_foot = row(SavedLine(self._draft.autosave), ..., delete, 8, done)
        foot = QWidget()
        foot.setLayout(self._editing_foot)
        return foot

    def _build_editor(self) -> None:
        self.editor = Editor(self._draft, self._session)
        self.editor.finished.connect(self.finish)
        self.editor.note.said.connect(self.said)
        self._editing_measure = Measure(self.editor)
        self._editing_measure.fit(self.width())
        layout = self._editing.layout()
        assert layout is not None  # noqa: S101  it was given one
        layout.addWidget(self._editing_measure)

    def _show_body(self, body: int) -> None:
        self._bodies.setCurrentIndex(body)
        self._feet.setCurrentIndex(1 if body == _EDITING else 0)
        for each in (self._rule, self._feet):
            each.setVisible(body != _NOTHING)
        self._show_number()

    def _on_replaced(self) -> None:
        if not self._draft.is_kept:
            return
        self.view.show_entry()
        self._show_foot()
        if not self.is_editing:
            self._show_body(_READING)
            self._scroll.verticalScrollBar().setValue(0)

    def _on_changed(self, change: Change, _: QObject) -> None:
        """The question above the words may say something else now, or be gone."""
        if change.kind == PROMPT and self._draft.is_kept:
            self.view.show_question()
            if self.editor is not None:
                self.editor.show_question()

    def _show_foot(self) -> None:
        content = self._draft.reflection.content
        self._tags.setText(", ".join(content.tags))
        self._tag_icon.setVisible(bool(content.tags))
        when = tr("Written {day}, {time}").format(day=day_name(content.date), time=content.time) if content.time else ""
        self._written.setText(when)

    def _show_number(self) -> None:
        number, total = self._browser.number, self._browser.total
        is_shown = bool(number) and self._bodies.currentIndex() != _NOTHING
        self._number.setText(tr("{number} of {total}").format(number=number, total=total) if is_shown else "")
        for each in (self._newer, self._older):
            each.setVisible(is_shown)
        self._newer.setEnabled(number < total)
        self._older.setEnabled(number > 1)
