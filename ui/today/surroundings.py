"""Beside the work of Today: a column at its right, or where it is narrow a strip whose items open upward."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.translation import tr
from ui.session import Session
from ui.theme import tokens
from ui.today.aside import StripItem, Weeks
from ui.today.experiment_note import ExperimentNote, beside_strip, running_id
from ui.today.experiment_panel import ExperimentPanel
from ui.today.pillars import BesideReview
from ui.today.watch import Watch
from ui.today.week_presenter import WeekPresenter
from ui.widgets.labels import Line
from ui.widgets.panes import Panel, ScrollPage, column, row

WIDTH = 304


class Surroundings(QWidget):
    """The column. `strip` belongs to it and stands where the page puts it."""

    said = Signal(str, object)  # something done to an experiment, and how to undo it

    def __init__(self, session: Session, week: WeekPresenter) -> None:
        super().__init__()
        self._session, self._week = session, week
        self._experiment: ExperimentPanel | None = None
        self.watch, self.weeks, self.note, self.of_review = Watch(), Weeks(), ExperimentNote(), BesideReview()
        self.strip_watch = StripItem(tr("On your watch today"))
        self.strip_experiment, self.strip_weeks = StripItem(tr("Trust experiment")), StripItem(tr("Last five weeks"))
        self._upward = [self._panel(), self._panel()]
        self._is_narrow = False
        self._lay_out()
        for item, panel in zip((self.strip_watch, self.strip_weeks), self._upward, strict=True):
            item.clicked.connect(partial(self._open_upward, item, panel))
        self.note.opened.connect(self.open_experiment)
        self.strip_experiment.clicked.connect(lambda: self.open_experiment(running_id(week.looked)))
        week.shown.connect(self._show_week)
        week.edited.connect(self._show_week)

    def set_narrow(self, narrow: bool) -> None:
        """The strip in place of the column, or the other way round."""
        self._is_narrow = narrow
        self.setVisible(not narrow)
        self.strip.setVisible(narrow)
        for at, parts in enumerate(self._parts):
            home = self._upward[at].layout() if narrow else self._places[at]
            assert home is not None  # noqa: S101  both were given one
            for part in parts:
                home.addWidget(part)

    def open_experiment(self, id: str, beside: QWidget | None = None) -> None:
        """The experiment with this id, or an empty form for one; beside that widget where neither note is in sight."""
        if self._experiment is None:
            self._experiment = ExperimentPanel(self, self._session, self._week.experiments)
            self._experiment.said.connect(self.said)
        if id:
            self._experiment.open_for(id, lambda: self._anchor(beside))
        else:
            self._experiment.open_new(self._anchor(beside))

    def _anchor(self, beside: QWidget | None) -> QWidget:
        shown = (self.strip_experiment, self.note)  # neither goes away when the experiment is begun or ends
        return next((each for each in shown if each.isVisible()), beside or self)

    def _show_week(self) -> None:
        """Beside the review stand its pillars, on other days what is open, which it has itself, and the experiment."""
        looked, reviews = self._week.looked, self._week.reviews
        self.note.show_week(looked)
        for each in (self._of_days, self.strip_watch, self._of_experiment, self.strip_experiment):
            each.setVisible(not reviews)
        self.strip_experiment.say_beside(beside_strip(looked))
        self.of_review.show_week(looked)
        self.of_review.setVisible(reviews)

    def close_panels(self) -> None:
        """Closes what was opened upward."""
        for panel in self._upward:
            panel.close_panel()

    def _lay_out(self) -> None:
        self.setFixedWidth(tokens.scaled(WIDTH) + 8 + 32)
        self._parts = (self.watch,), (self.of_review, self.weeks)
        self._places = column(self.watch), column(self.of_review, self.weeks, spacing=0)
        first, last = self._places
        self._of_days, self._of_experiment = QWidget(), QWidget()
        self._of_days.setLayout(column(first, 22, Line(), 23))
        self._of_experiment.setLayout(column(self.note, 22, Line(), 23))
        inside = QWidget()
        inside.setLayout(
            column(
                *(3, self._of_days, self._of_experiment, last, ...),
                margins=(8, 0, 32 - ScrollPage.ROOM, 12),
            )
        )
        self.setLayout(column(ScrollPage(inside)))
        self.strip = QWidget()
        self.strip.setFixedHeight(tokens.scaled(52))
        items = row(self.strip_watch, ..., self.strip_experiment, 28, self.strip_weeks, margins=(28, 0, 36, 0))
        self.strip.setLayout(column(Line(), items))

    def _open_upward(self, item: StripItem, panel: Panel) -> None:
        panel.open_at(item, below=False)

    def _panel(self) -> Panel:
        panel = Panel(self)
        panel.setFixedWidth(tokens.scaled(WIDTH) + 40)
        panel.setLayout(column(margins=20))
        return panel
