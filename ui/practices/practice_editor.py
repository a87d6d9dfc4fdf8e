"""The fields of a practice, in the place of its row."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app import limits
from app.practices.model import Decision, Practice
from app.practices.wording import checklist_name, decision_name
from app.translation import tr
from ui.practices.day_pill import DayPill
from ui.practices.presenter import PracticesPresenter
from ui.practices.reactions import Reactions
from ui.reflection.flow import Flow
from ui.reflection.one_of import OneOf
from ui.reflection.saved import SavedLine
from ui.session import Session
from ui.widgets.buttons import Button
from ui.widgets.chips import Pill
from ui.widgets.fields import Field, LineField
from ui.widgets.labels import Label
from ui.widgets.panes import Card, Panel, column, row
from ui.widgets.segmented import Segmented
from ui.widgets.tab_loop import put_after
from ui.wording import first_weekday


class PracticeEditor(Card):
    """Every field saves itself. Escape or Ctrl+Enter closes it."""

    def __init__(self, presenter: PracticesPresenter, session: Session) -> None:
        super().__init__()
        self._presenter, self._draft = presenter, presenter.draft
        self.name = Field(tr("Name"), placeholder=tr("Second pair of eyes"), compact=True)
        self.rhythm = Field(tr("When it happens"), placeholder=tr("Before anything leaves the team"), compact=True)
        self.serves = Field(tr("Whom it serves"), placeholder=tr("Customers, and whoever wrote it"), compact=True)
        self.reactions = Reactions(session)
        options = [(each.value, decision_name(each)) for each in Decision]
        self.decision = Segmented(options, tr("What to do about it"), allows_none=True)
        self.note = LineField(tr("A line about the decision"), tr("A line about it, if you like"), most=limits.LINE)
        self.again = DayPill(tr("Looked at again"), first_weekday(session.preferences.first_weekday))
        self.checklist = _ChecklistPill(presenter)
        self.done = Button(tr("Done"), keys=tr("Ctrl ↵"), size="small")
        self.put_away = Button(tr("Move to the trash"), "quiet", icon="trash", size="small")
        self._compose()
        self._wire()
        self._fill_fields()

    def follow(self, row_before: QWidget) -> None:
        """Tab comes to it after this row."""
        put_after(row_before, self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._presenter.finish()
        else:
            super().keyPressEvent(event)

    def _compose(self) -> None:
        pills = QWidget()
        again = row(Label(tr("Looked at again"), "caption", "ink2"), 10, self.again)
        with_checklist = row(Label(tr("Checklist"), "caption", "ink2"), 10, self.checklist)
        sides = []
        for each in (again, with_checklist):
            side = QWidget()
            side.setLayout(each)
            sides.append(side)
        pills.setLayout(Flow(*sides, across=24, between=10))
        foot = row(SavedLine(self._draft.autosave), ..., self.put_away, 8, self.done)
        self.setLayout(
            column(
                *_labelled(tr("Name"), self.name),
                row(
                    column(*_labelled(tr("When it happens"), self.rhythm)),
                    12,
                    column(*_labelled(tr("Whom it serves"), self.serves)),
                ),
                *(Label(tr("How it reads, and to whom"), "caption", "ink2"), 8, self.reactions, 18),
                *(Label(tr("What to do about it"), "caption", "ink2"), 8, row(self.decision, ...), 4, self.note, 20),
                *(pills, 20, foot),
                margins=(20, 18, 20, 14),
            )
        )

    def _wire(self) -> None:
        draft = self._draft
        for field, most in ((self.name, limits.NAME), (self.rhythm, limits.LINE), (self.serves, limits.LINE)):
            field.take_at_most(most)
        self.name.textEdited.connect(lambda words: draft.edit(name=words))
        self.rhythm.textEdited.connect(lambda words: draft.edit(rhythm=words))
        self.serves.textEdited.connect(lambda words: draft.edit(serves=words))
        self.note.textEdited.connect(lambda words: draft.edit(decision_note=words))
        for field_before, after in ((self.name, self.rhythm), (self.rhythm, self.serves)):
            field_before.returnPressed.connect(after.setFocus)
        self.reactions.changed.connect(lambda given: draft.edit(reactions=given))
        self.decision.chosen.connect(self._on_decided)
        self.again.chosen.connect(lambda day: draft.edit(look_again_on=day))
        self.checklist.chosen.connect(lambda id: draft.edit(checklist=id))
        self.done.clicked.connect(self._presenter.finish)
        self.put_away.clicked.connect(self._presenter.put_away)
        draft.replaced.connect(self._fill_fields)
        draft.edited.connect(self._show_decision)
        self._presenter.changed.connect(self._show_decision)

    def _on_decided(self, key: str) -> None:
        self._presenter.decide(self._draft.record.id, Decision(key) if key else None)

    def _fill_fields(self) -> None:
        practice: Practice | None = self._draft.record
        if practice is None:
            return
        texts = ((self.name, practice.name), (self.rhythm, practice.rhythm), (self.serves, practice.serves))
        for field, words in (*texts, (self.note, practice.decision_note)):
            if field.text() != words:
                field.setText(words)
                field.setCursorPosition(0 if field is not self.name else len(words))
        self.reactions.show_reactions(practice.reactions)
        self.again.show_day(practice.look_again_on)
        self._show_decision()

    def _show_decision(self) -> None:
        practice: Practice | None = self._draft.record
        if practice is not None:
            self.decision.choose(practice.decision.value if practice.decision else "")
            self.checklist.show_checklist(practice.checklist)


class _ChecklistPill(Pill):
    """Which checklist belongs to it."""

    chosen = Signal(object)  # the id of a checklist, or None

    def __init__(self, presenter: PracticesPresenter) -> None:
        super().__init__("", name=tr("Checklist"))
        self._shelf = presenter.shelf
        self._panel: Panel | None = None
        self._id: str | None = None
        self.clicked.connect(self._open)

    def show_checklist(self, id: str | None) -> None:
        """Shows this one as chosen, without a signal."""
        self._id = id
        found = self._shelf.checklist(id)
        self.say(checklist_name(found.name) if found is not None else tr("None"))

    def _open(self) -> None:
        if self._panel is not None:
            self._panel.deleteLater()
        known = self._shelf.checklists
        options: list[tuple[object, str]] = [
            (None, tr("None")),
            *((each.id, checklist_name(each.name)) for each in known),
        ]
        choice = OneOf(options)
        choice.choose(self._id if self._shelf.checklist(self._id) is not None else None)
        choice.chosen.connect(self._on_chosen)
        self._panel = Panel(self)
        self._panel.setLayout(column(choice, margins=18))
        self._panel.open_at(self)

    def _on_chosen(self, id: object) -> None:
        chosen = id if isinstance(id, str) else None
        self.show_checklist(chosen)
        if self._panel is not None:
            self._panel.close_panel()
        self.chosen.emit(chosen)


def _labelled(words: str, field: QWidget) -> tuple[QWidget | int, ...]:
    return (Label(words, "caption", "ink2"), 6, field, 14)
