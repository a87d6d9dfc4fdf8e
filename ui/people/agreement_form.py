"""A working agreement to change together: promises of both sides, the signal, and when it is looked at again."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.people import rules
from app.people.model import Agreement
from app.translation import tr
from ui.people.day_pill import DayPill
from ui.people.keeping import Typed
from ui.people.promise_lines import PromiseLines
from ui.reflection.fields import show_line
from ui.reflection.saved import SavedLine
from ui.widgets.buttons import Button
from ui.widgets.fields import LineField
from ui.widgets.labels import Label, Paragraph
from ui.widgets.panes import column, row


class AgreementForm(QWidget):
    """Saves every change. Whoever closes it with the button has agreed on it today, changed or not."""

    finished = Signal(bool)  # whether it was agreed on

    def __init__(self, typed: Typed, name: str, weekday: int | None) -> None:
        super().__init__()
        self._typed = typed
        self.draft: Agreement | None = None
        they_need, i_need = tr("{name} needs from me").format(name=name), tr("I need from {name}").format(name=name)
        self.mine, self.theirs = PromiseLines(they_need), PromiseLines(i_need)
        self.signal = LineField(tr("How we signal that it slips"), tr("a word that either of us may say"))
        self.again = DayPill(tr("Looked at again on"), weekday, tr("no day"))
        self.agree, self.close_it = Button(tr("Agreed today"), size="small"), Button(tr("Close"), "quiet", size="small")
        halves = row(
            column(Paragraph(they_need, "caption", "ink2"), 2, self.mine, ...),
            column(Paragraph(i_need, "caption", "ink2"), 2, self.theirs, ...),
            spacing=24,
        )
        halves.setStretch(0, 1)
        halves.setStretch(1, 1)
        again = row(Label(tr("Looked at again on"), "caption", "ink2"), 8, self.again, ...)
        foot = row(SavedLine(typed.autosave), ..., self.close_it, 8, self.agree)
        caption = Label(tr("How we signal that it slips"), "caption", "ink2")
        self.setLayout(column(halves, 16, caption, 2, self.signal, 16, again, 14, foot))
        self.mine.edited.connect(lambda promises: self._keep(mine=promises))
        self.theirs.edited.connect(lambda promises: self._keep(theirs=promises))
        self.signal.textEdited.connect(lambda words: self._keep(signal=words))
        self.again.chosen.connect(lambda day: self._keep(look_again_on=day))
        self.agree.clicked.connect(self._agree)
        self.close_it.clicked.connect(lambda: self.finished.emit(False))

    def show_draft(self, draft: Agreement) -> None:
        """Fills itself with this version, to be changed."""
        self.draft = self._typed.newest(draft)
        self.mine.show_promises(self.draft.mine)
        self.theirs.show_promises(self.draft.theirs)
        show_line(self.signal, self.draft.signal)
        self.again.show_day(self.draft.look_again_on)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.finished.emit(False)
        else:
            super().keyPressEvent(event)

    def _keep(self, **changes: Any) -> None:
        assert self.draft is not None  # noqa: S101  the fields are filled with it
        self.draft = replace(self.draft, **changes)
        self._typed.keep(self.draft, is_blank=rules.is_blank(self.draft))

    def _agree(self) -> None:
        assert self.draft is not None  # noqa: S101  the fields are filled with it
        if not rules.is_blank(self.draft):
            self._keep()  # also where nothing was changed: it was looked at
        self.finished.emit(True)
