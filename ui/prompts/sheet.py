"""All prompts over the dimmed page: the list at the left, one of them at the right, read or changed."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QKeyCombination, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QSizePolicy, QStackedWidget, QWidget

from app.translation import tr, trn
from ui.autosave import Saving
from ui.prompts.editor import Editor, EditorFoot
from ui.prompts.list_pane import ListPane
from ui.prompts.presenter import PromptsPresenter
from ui.prompts.reading import Deeds, Reading
from ui.session import Session
from ui.shell.overlay import Overlay
from ui.theme import tokens
from ui.widgets import tab_loop
from ui.widgets.buttons import Button, IconButton
from ui.widgets.labels import ElidedLabel, Label, Line
from ui.widgets.messages import Toast
from ui.widgets.panes import column, row

_WIDTH, _HEIGHT, _TOP = 928, 620, 32
_TOAST = 80  # below the sheet, where it covers nothing that can be pressed
_LIST, _SHARE = 344, 0.42  # of the sheet at most, where text is large
_READING, _EDITING, _NOTHING = range(3)


class PromptSheet(Overlay):
    """Every change saves itself. Escape ends the editing, and then closes."""

    left_behind = Signal(str, object)  # what was said when it closed, with its undo: the page goes on saying it

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent, tokens.scaled(_WIDTH), _TOP, _TOAST)
        self._session = session
        self.presenter = PromptsPresenter(session, self)
        self.left = ListPane(self.presenter)
        self.filters, self.list = self.left.filters, self.left.list
        self.reading, self.deeds = Reading(), Deeds()
        self.editor, self.foot = Editor(self.presenter.draft), EditorFoot(self.presenter.draft)
        self.new = Button(tr("New prompt"), icon="plus", size="small")
        self._about, self._close = ElidedLabel("", "small", "ink2"), IconButton("x", tr("Close"))
        self._bodies, self._feet = QStackedWidget(), QStackedWidget()
        self._closes_when_finished = False
        self._said: tuple[str, object] = ("", None)
        self.setAccessibleName(tr("Prompts"))
        self._lay_out()
        self.toast = Toast(self)
        self._connect()
        self._show()

    @property
    def is_settled(self) -> bool:
        """Whether everything typed here is on the disk."""
        return self.presenter.draft.is_settled

    @property
    def is_editing(self) -> bool:
        """Whether the fields are there."""
        return self._bodies.currentIndex() == _EDITING

    def flush(self) -> None:
        """Saves now what is not saved yet."""
        self.presenter.draft.flush()

    def toggle(self) -> None:
        """Opens it where it was left, or closes it."""
        if self.isVisible():
            self.close_overlay()
            return
        self._open()
        self.list.setFocus(Qt.FocusReason.PopupFocusReason)

    def show_own(self, id: str) -> None:
        """Opens it on one of the owner's own prompts, by the id of its record."""
        found = next((each.prompt.id for each in self.presenter.entries if each.own and each.own.id == id), None)
        if found is not None:
            self.presenter.take(found)
        self._open()
        self.list.setFocus(Qt.FocusReason.PopupFocusReason)

    def edit(self, id: str) -> None:
        """Opens it with the fields of this prompt; when they are done it closes."""
        self._open()
        self.presenter.take(id)
        if self.presenter.entry is not None:
            self._edit()
            self._closes_when_finished = True

    def close_overlay(self, *, give_focus_back: bool = True) -> None:
        self._finish(focuses=False)
        is_said = self.toast.isVisible()
        super().close_overlay(give_focus_back=give_focus_back)
        if is_said:
            self.toast.hide()
            self.left_behind.emit(*self._said)

    def event(self, event: QEvent) -> bool:
        # These keys are this sheet's while it is open, and not the page's behind it.
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and self._deed_of(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if (do := self._deed_of(event)) is not None:
            do()
            event.accept()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:
        return tab_loop.go_round(self, forward=next)  # with the toast below the panel

    def _deed_of(self, event: QKeyEvent) -> Callable[[], None] | None:
        return self._deeds().get(event.keyCombination())

    def _deeds(self) -> Mapping[QKeyCombination, Callable[[], None]]:
        key, control = Qt.Key, Qt.KeyboardModifier.ControlModifier
        while_editing = (
            {
                QKeyCombination(key.Key_Escape): self._finish,
                QKeyCombination(control, key.Key_Return): self._finish,
                QKeyCombination(control | Qt.KeyboardModifier.KeypadModifier, key.Key_Enter): self._finish,
            }
            if self.is_editing
            else {QKeyCombination(key.Key_F2): self._edit}
        )
        return {
            **while_editing,
            QKeyCombination(control, key.Key_N): self._begin,
            QKeyCombination(control, key.Key_F): self.filters.field.setFocus,
            QKeyCombination(key.Key_F6): self._go_to_next_pane,
        }

    def _lay_out(self) -> None:
        heading = Label(tr("Prompts"), "title")
        head = row(heading, 14, self._about, ..., 12, self.new, 8, self._close, margins=(16, 14, 14, 12))
        for body in (self.reading, self.editor, QWidget()):
            self._bodies.addWidget(body)
        for foot in (self.deeds, self.foot):
            self._feet.addWidget(foot)
        self._rule = Line()
        right = column(self._bodies, self._rule, self._feet)
        right.setStretch(0, 1)
        self._feet.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        sides = _Sides()
        sides.setLayout(row(self.left, Line(vertical=True), right))
        self.inner.addLayout(column(head, Line(), sides))

    def _place(self) -> None:
        width = min(tokens.scaled(_WIDTH), self.width() - 32)
        self.left.setFixedWidth(min(tokens.scaled(_LIST), round(width * _SHARE)))
        super()._place()

    def _connect(self) -> None:
        presenter = self.presenter
        presenter.listed.connect(self._show)
        presenter.taken.connect(self._show)
        presenter.said.connect(self._say)
        presenter.draft.autosave.changed.connect(self._on_saving)
        self.list.chosen.connect(self._take)
        self.list.edit_asked.connect(self._edit)
        self.list.put_away_asked.connect(self._put_away)
        self.new.clicked.connect(self._begin)
        self._close.clicked.connect(self.close_overlay)
        self.deeds.edit_asked.connect(self._edit)
        self.deeds.retire_asked.connect(lambda retired: presenter.retire(presenter.id or "", retired=retired))
        self.deeds.restore_asked.connect(lambda: presenter.restore(presenter.id or ""))
        self.deeds.put_away_asked.connect(self._put_away)
        self.foot.finished.connect(self._finish)

    def _say(self, text: str, undo: Callable[[], object] | None = None) -> None:
        self._said = text, undo
        if self.isVisible():
            self.toast.say(text, undo)
        else:
            self.left_behind.emit(text, undo)

    def _on_saving(self, state: Saving) -> None:
        if state is Saving.FAILED and not self.is_editing:  # beside the fields it is said anyway
            self._say(tr("Not saved yet. Your words are still here."))

    def _open(self) -> None:
        if self.presenter.entry is None:
            self.presenter.take(next((each.prompt.id for each in self.presenter.shown), None))
        self.presenter.read_use()
        self.open()

    def _show(self) -> None:
        """Shows what is in hand as the journal has it; fields are filled by the draft."""
        presenter, entry = self.presenter, self.presenter.entry
        own = sum(each.is_own for each in presenter.entries)
        came = tr("{count} that came along").format(count=len(presenter.entries) - own)
        mine = trn("{count} of your own", "{count} of your own", own).format(count=own)
        self._about.setText(tr("{came}, {mine}").format(came=came, mine=mine) if own else came)
        if entry is not None:
            self.reading.show_entry(entry, presenter.used, all_are_retired=presenter.all_are_retired)
            self.deeds.show_entry(entry)
        if not self.is_editing:
            self._show_body(_READING if entry is not None else _NOTHING)

    def _show_body(self, body: int) -> None:
        self._bodies.setCurrentIndex(body)
        self._feet.setCurrentIndex(1 if body == _EDITING else 0)
        for each in (self._rule, self._feet):
            each.setVisible(body != _NOTHING)

    def _take(self, id: str) -> None:
        self._finish(focuses=False)
        self.presenter.take(id)

    def _begin(self) -> None:
        self._finish(focuses=False)
        self.presenter.begin()
        self._show_fields()

    def _edit(self) -> None:
        if self.presenter.entry is not None and not self.is_editing:
            self.presenter.take(self.presenter.id)
            self._show_fields()

    def _show_fields(self) -> None:
        self._show_body(_EDITING)
        self.editor.verticalScrollBar().setValue(0)
        self.editor.question.moveCursor(QTextCursor.MoveOperation.End)
        self.editor.question.setFocus(Qt.FocusReason.OtherFocusReason)

    def _finish(self, *, focuses: bool = True) -> None:
        """Saves, and goes back to reading."""
        if not self.is_editing:
            return
        closes, self._closes_when_finished = self._closes_when_finished and focuses, False
        self._show_body(_READING if self.presenter.entry is not None else _NOTHING)
        self.presenter.finish()
        if closes:
            self.close_overlay()
        elif focuses:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put_away(self) -> None:
        if self.presenter.id is not None:
            self.presenter.put_away(self.presenter.id)
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_to_next_pane(self) -> None:
        there = self.editor.question if self.is_editing else self.reading.question
        focused = QApplication.focusWidget()
        panes: list[QWidget] = [self.filters.field, self.list, there]
        at = next((at for at, pane in enumerate(panes) if pane is focused or pane.focusProxy() is focused), -1)
        panes[(at + 1) % len(panes)].setFocus(Qt.FocusReason.ShortcutFocusReason)


class _Sides(QWidget):
    """As high as the sheet likes to be; a low window makes it lower."""

    def sizeHint(self) -> QSize:
        return QSize(tokens.scaled(_WIDTH), tokens.scaled(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def hasHeightForWidth(self) -> bool:
        return False
