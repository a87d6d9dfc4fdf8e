"""Middle: the item in hand, what is noted about it for both, and what only the owner reads."""

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from app.agenda import Source
from app.one_on_ones import changes
from app.one_on_ones.model import FollowUp, Topic
from app.people.model import Agreement
from app.translation import tr
from ui.one_on_ones import words
from ui.one_on_ones.deeds import Deeds
from ui.one_on_ones.presenter import OneOnOnePresenter
from ui.reflection.fields import show_line
from ui.reflection.saved import SavedLine
from ui.theme import tokens
from ui.widgets import drawing
from ui.widgets.buttons import IconButton, LinkButton
from ui.widgets.chips import Avatar
from ui.widgets.fields import LineField
from ui.widgets.labels import ElidedLabel, Label, Paragraph
from ui.widgets.messages import Icon
from ui.widgets.panes import ScrollPage, column, row
from ui.widgets.writing import WritingArea

_LONG = 90  # letters of a title that fills two lines of the largest size


class NotesArea(WritingArea):
    """Ctrl+Right goes on to the next item where there is no next word to go to."""

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            goes_on = event.matches(QKeySequence.StandardKey.MoveToNextWord)
            if goes_on and self.textCursor().atEnd():
                event.ignore()
                return False
        return super().event(event)


class PrivateArea(NotesArea):
    """Has no frame of its own: the block around it shows where the keyboard is."""

    def _paint_frame(self) -> None:
        pass


class PrivateBlock(QWidget):
    """Sunk, with a lock, and one sentence of who never sees it."""

    def __init__(self) -> None:
        super().__init__()
        self.area = PrivateArea(tr("Private notes, only for you"), grows=False, minimum_lines=3, style="readingS")
        lock = Icon("lock", size=14, tone="ink3")
        head = row(
            *(lock, Label(tr("Private notes, only for you"), "caption", "ink2"), ...),
            ElidedLabel(tr("never in a shared print"), "caption", "ink2"),
            spacing=7,
            margins=(17, 9, 17, 0),
        )
        self.setLayout(column(head, self.area, margins=(0, 0, 0, 4)))
        self.area.installEventFilter(self)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        tone, width = ("focus", 2) if self.area.hasFocus() else ("line", 1)
        area = QRectF(self.rect())
        drawing.box(QPainter(self), area, tokens.radius("xl"), tokens.color("sunk"), tokens.color(tone), width)


class NotesPane(ScrollPage):
    """What is typed goes to the presenter as it is typed."""

    source_asked = Signal(object)  # a Source
    agreement_asked = Signal()
    next_asked = Signal()
    edit_asked = Signal(object, object)  # a Topic or FollowUp, and the button

    def __init__(self, presenter: OneOnOnePresenter, deeds: Deeds) -> None:
        inside = QWidget()
        super().__init__(inside)
        self._presenter, self._deeds = presenter, deeds
        self._shown: tuple[str, str | None] = "", None
        self._is_filling = False
        self._avatar, self._raised = Avatar("", size=22), ElidedLabel("", "caption", "ink2")
        self.source = LinkButton("", style="caption")
        self.edit = IconButton("pencil", tr("Change this item"), size=28, tone="ink3")
        self._title, self._long_title = Paragraph("", "page", "ink"), Paragraph("", "title", "ink")
        self.answer = LineField(tr("How it ended, in one line"), tr("How did it end?"))
        self._answer = QWidget()
        self._answer.setLayout(row(Label(tr("Answer"), "caption", "ink2"), self.answer, spacing=12))
        self.notes = NotesArea(tr("Notes, for both of you"), grows=False, minimum_lines=5)
        self.private = PrivateBlock()
        self.saved = SavedLine(presenter.written.autosave)
        self.next = LinkButton("", tone="ink2", style="caption")
        for each in (self.source, self.next):
            each.setMinimumWidth(tokens.scaled(60))  # long words end with an ellipsis, and do not widen the page
        self._lay_out(inside)
        self.setFocusProxy(self.notes)
        self._wire()

    def focus_notes(self) -> None:
        """Puts the cursor at the end of the notes."""
        self.notes.moveCursor(QTextCursor.MoveOperation.End)
        self.notes.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Shows no words any more."""
        self._is_filling = True
        for area in (self.notes, self.private.area):
            area.replace_text("")
        self._shown, self._is_filling = ("", None), False

    def set_narrow(self, narrow: bool) -> None:
        """Keeps the measure of the text where there is little room beside it."""
        side = 28 if narrow else 32
        self._column.setContentsMargins(side, 24, side - ScrollPage.ROOM, 20)

    def _lay_out(self, inside: QWidget) -> None:
        head = row(self._avatar, self._raised, self.source, self.edit, spacing=8)
        head.setStretch(1, 1)
        self._head = QWidget()
        self._head.setLayout(head)
        self._head.setFixedHeight(tokens.scaled(28))
        self._column = column(
            *(self._head, 4, self._title, self._long_title, 12, self._answer, 7),
            *(Label(tr("Notes, for both of you"), "caption", "ink2"), 6, self.notes, 16),
            *(self.private, 12, row(self.saved, ..., self.next)),
        )
        self._column.setStretchFactor(self.notes, 340)
        self._column.setStretchFactor(self.private, 148)
        inside.setLayout(self._column)
        self.set_narrow(False)

    def _wire(self) -> None:
        presenter = self._presenter
        self.notes.textChanged.connect(self._on_notes)
        self.private.area.textChanged.connect(self._on_private)
        self.answer.textEdited.connect(self._on_answer)
        self.answer.returnPressed.connect(self.focus_notes)
        self.source.clicked.connect(self._on_source)
        self.edit.clicked.connect(self._on_edit)
        self.next.clicked.connect(self.next_asked)
        presenter.shown.connect(self._show)

    def _show(self) -> None:
        presenter = self._presenter
        if presenter.found is None:
            return
        item, person = presenter.item(), presenter.person
        if item is None:
            self._say(tr("In general"), "", "", "")
        else:
            whose = words.avatar_of(item.whose, person)
            self._say(words.title(item), words.raised(item, person), whose, self._way_back())
        self.edit.setVisible(item is not None and isinstance(item.of, Topic | FollowUp))
        self._head.setVisible(item is not None)
        is_answered = item is not None and item.is_closed and isinstance(item.of, Topic)
        self._answer.setVisible(is_answered)
        if item is not None and isinstance(item.of, Topic):
            show_line(self.answer, item.of.answer)
        ahead = presenter.next_item()
        self.next.setVisible(ahead is not None)
        if ahead is not None:
            self.next.say(tr("Next on the list: {title}").format(title=_short(words.title(ahead))))
        self._fill()

    def _say(self, title: str, raised: str, whose: str, source: str) -> None:
        for each, is_shown in ((self._title, len(title) <= _LONG), (self._long_title, len(title) > _LONG)):
            if each.text() != title:
                each.setText(title)
            each.setVisible(is_shown)
        self._raised.setText(raised)
        self._avatar.setVisible(bool(whose))
        self._avatar.show_name(whose)
        self.source.say(source)
        self.source.setVisible(bool(source))

    def _way_back(self) -> str:
        item = self._presenter.item()
        if item is None:
            return ""
        source: Source | None = self._presenter.source(item)
        if isinstance(item.of, Agreement):
            return tr("Open the agreement")
        return words.came_from(source)

    def _fill(self) -> None:
        presenter = self._presenter
        place = presenter.meeting.id, presenter.item_id
        is_other, self._shown = place != self._shown, place
        self._is_filling = True
        said = changes.note_about(presenter.meeting, presenter.item_id)
        for area, text in ((self.notes, said), (self.private.area, presenter.meeting.private_notes)):
            if (is_other and area.text() != text) or area.text().strip() != text.strip():
                area.replace_text(text)
        self._is_filling = False

    def _on_notes(self) -> None:
        if not self._is_filling:
            self._presenter.write_note(self.notes.text())

    def _on_private(self) -> None:
        if not self._is_filling:
            self._presenter.write_private(self.private.area.text())

    def _on_answer(self, text: str) -> None:
        item = self._presenter.item()
        if item is not None and isinstance(item.of, Topic):
            self._deeds.answer(item.of, text)

    def _on_source(self) -> None:
        item = self._presenter.item()
        if item is None:
            return
        source = self._presenter.source(item)
        if source is not None:
            self.source_asked.emit(source)
        else:
            self.agreement_asked.emit()

    def _on_edit(self) -> None:
        item = self._presenter.item()
        if item is not None:
            self.edit_asked.emit(item.of, self.edit)


def _short(title: str) -> str:
    return title if len(title) <= 48 else title[:47].rstrip() + "…"
