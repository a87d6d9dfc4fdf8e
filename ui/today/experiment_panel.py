"""One trust experiment, opened beside the page: to begin it, to answer it, to change its words, or to let it go."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.experiments import rules
from app.experiments.model import Experiment
from app.translation import tr
from ui import clock
from ui.reflection.saved import SavedLine
from ui.session import Session
from ui.theme import tokens
from ui.today.aside import StripItem
from ui.today.experiment_fields import ExperimentFields
from ui.today.experiments import Experiments
from ui.today.look_back import Agreed, LookBack
from ui.today.week_presenter import new_experiment, seen_of
from ui.today.week_read import Compared, compare
from ui.today.week_words import day_of
from ui.widgets.buttons import Button, LinkButton
from ui.widgets.choices import Toggle
from ui.widgets.labels import Label, Paragraph
from ui.widgets.panes import Panel, column, row
from ui.wording import day_name

_WIDTH = 600


class ExperimentPanel(Panel):
    """Saves as it is typed, through the same keeper as the review."""

    said = Signal(str, object)  # something done, and how to undo it

    def __init__(self, parent: QWidget, session: Session, experiments: Experiments) -> None:
        super().__init__(parent)
        self._session, self._experiments = session, experiments
        self._experiment = new_experiment(clock.today())
        self._compared: Compared | None = None
        self._title, self._day = Label("", "heading"), Label("", "small", "ink2")
        self.look_back, self.fields = LookBack(), ExperimentFields(session)
        self._stop = Agreed(tr("I would stop if"))
        self._ending = Paragraph("", "small", "ink3")
        self._change = LinkButton(tr("Change its words"))
        self.private = Toggle(tr("Not for export"))
        self._delete = Button(tr("Move to the trash"), "quiet", icon="trash", size="small")
        self._saved = SavedLine(experiments.autosave)
        self.setFixedWidth(tokens.scaled(_WIDTH))
        self._lay_out()
        self.look_back.answered.connect(self._on_answered)
        self.fields.edited.connect(self._on_edited)
        self.fields.said.connect(self.said)
        self.private.clicked.connect(lambda on: self._on_edited({"private": on}))
        self._change.clicked.connect(lambda: self._show(changes=True))
        self._delete.clicked.connect(self._on_deleted)

    def open_new(self, anchor: QWidget) -> None:
        """Opens on an empty form: the first word begins the experiment, today."""
        self._experiment, self._compared = new_experiment(clock.today()), None
        self._open(anchor, changes=True)

    def open_for(self, id: str, anchor: Callable[[], QWidget]) -> None:
        """Opens on the experiment with this id, beside what is in sight by the time that it was read."""
        self._experiments.autosave.flush()

        def show(found: tuple[Experiment, Compared]) -> None:
            self._experiment, self._compared = found
            self._open(anchor(), changes=False)

        def ask(journal: Any) -> tuple[Experiment, Compared]:
            found = journal.experiments.get(id)
            return found, compare(journal, found, clock.today())

        self._session.read(self, ask, show)

    def _lay_out(self) -> None:
        head = row(self._title, 8, self._day, ..., 16, self.fields.ideas, 12, self.fields.person, self._change)
        private = row(Label(tr("Not for export"), "caption", "ink2"), self.private, spacing=8)
        foot = row(self._saved, ..., private, self._delete, spacing=16)
        self.setLayout(
            column(
                head,
                8,
                self.look_back,
                self.fields,
                6,
                self._stop,
                self._ending,
                14,
                foot,
                margins=(24, 18, 24, 16),
            )
        )

    def _open(self, anchor: QWidget, *, changes: bool) -> None:
        self._show(changes=changes)
        self.open_at(anchor, below=not isinstance(anchor, StripItem))
        if changes:
            self.fields.when.setFocus()

    def _show(self, *, changes: bool) -> None:
        """Its form, or what is seen of it."""
        self.look_back.setVisible(not changes)
        self._change.setVisible(not changes)
        for each in (self.fields, self.fields.ideas, self.fields.person):
            each.setVisible(changes)
        self._show_parts()
        if changes and self.isVisible():
            self.fields.when.setFocus()
        self._fit()

    def _show_parts(self) -> None:
        shown, today = self._experiment, clock.today()
        self._title.setText(tr("Trust experiment"))
        self._day.setText(day_of(shown, today))
        self.look_back.show_experiment(shown, self._compared, today)
        self.fields.show_experiment(shown)
        self._delete.setVisible(not rules.is_empty(shown))
        self.private.setChecked(shown.private)
        is_form = self.look_back.isHidden()
        self._stop.say("" if is_form else shown.stop.strip())
        ends = tr("Its last day is {day}. An answer before then ends it today.").format(day=day_name(shown.ends_on))
        is_early = not is_form and shown.is_running and today < shown.ends_on
        self._ending.setText(ends if is_early else "")
        self._ending.setVisible(is_early)

    def _fit(self) -> None:
        layout = self.layout()
        if self.isVisible() and layout is not None:
            layout.activate()
            self.adjustSize()

    def _on_answered(self, seen: str, note: str) -> None:
        self._keep(seen_of(self._experiment, seen, note, clock.today()))

    def _on_edited(self, fields: dict[str, Any]) -> None:
        self._keep(replace(self._experiment, **fields))

    def _keep(self, experiment: Experiment) -> None:
        if experiment != self._experiment:
            self._experiment = experiment
            self._experiments.keep(experiment)
            self._show_parts()

    def _on_deleted(self) -> None:
        id = self._experiment.id
        self.close_panel()

        def undo() -> None:
            self._experiments.restore(id, lambda: None)

        self._experiments.delete(id, lambda: self.said.emit(tr("Moved to the trash"), undo))
