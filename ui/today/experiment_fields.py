"""The form of a trust experiment: when, I will, by what it is seen to work, what would stop it, with whom."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.experiments.model import Experiment
from app.prompts.model import Idea
from app.reflections.model import Pillar
from app.today import week
from app.translation import tr
from ui import clock
from ui.reflection.beside import Beside
from ui.reflection.fields import show_line
from ui.reflection.people import PersonPill
from ui.session import Session
from ui.today.ideas import IdeasPanel, words_of_ideas
from ui.widgets.buttons import LinkButton
from ui.widgets.fields import LineField
from ui.widgets.labels import Label
from ui.widgets.panes import column, row

_WORDS_BESIDE = 960  # an idea has up to sixty characters, and is read whole
_NAMES = ("when", "will", "sign", "stop")


class ExperimentFields(QWidget):
    """Says what is typed as it is typed. `ideas` and `person` belong to it and stand where the page puts them."""

    edited = Signal(object)  # the fields of an Experiment by name
    said = Signal(str, object)  # something done, and how to undo it

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._experiment: Experiment | None = None
        self._panel: IdeasPanel | None = None
        self.when = LineField(tr("When"), tr("this happens"), "reading")
        self.will = LineField(tr("I will"), tr("do what, in a few words"), "reading")
        self.sign = LineField(tr("I will know it works when"))
        self.stop = LineField(tr("I would stop if"))
        self.person = PersonPill(session)
        self.ideas = LinkButton(tr("Three ideas"))
        self.setLayout(
            column(
                Beside(
                    row(Label(tr("When"), "reading"), self.when, spacing=10),
                    row(Label(tr("I will"), "reading"), self.will, spacing=10),
                    between=10,
                    at_least=_WORDS_BESIDE,
                ),
                10,
                Beside(_captioned(self.sign), _captioned(self.stop), between=24),
            )
        )
        self.setFocusProxy(self.when)
        for each in self._lines():
            each.textEdited.connect(self._tell)
        self.person.chosen.connect(self._tell)
        self.ideas.clicked.connect(self._ask_for_ideas)

    def show_experiment(self, experiment: Experiment | None) -> None:
        """Fills itself, an empty one where there is none; what stands there already is left alone."""
        self._experiment = experiment
        for name, line in zip(_NAMES, self._lines(), strict=True):
            show_line(line, getattr(experiment, name) if experiment is not None else "")
        self.person.show_person(experiment.person if experiment is not None else None)

    def _lines(self) -> tuple[LineField, ...]:
        return self.when, self.will, self.sign, self.stop

    def _tell(self) -> None:
        typed: dict[str, object] = {name: line.text() for name, line in zip(_NAMES, self._lines(), strict=True)}
        self.edited.emit({**typed, "person": self.person.person()})

    def _ask_for_ideas(self) -> None:
        today = clock.today()
        self._session.read(self, lambda journal: week(journal, today).pillars, lambda used: self._offer(used, today))

    def _offer(self, used: Mapping[Pillar, int], today: date) -> None:
        if self._panel is None:
            self._panel = IdeasPanel(self)
            self._panel.chosen.connect(self._take)
        self._panel.offer(used, today)
        self._panel.open_at(self.ideas)

    def _take(self, idea: Idea) -> None:
        """Undo brings back what stood there; one's own words stay in any case."""
        before = self._experiment
        fields = filled_with(idea, before, words_of_ideas())
        if not fields:
            self.said.emit(tr("Every field has words of your own, so they stay."), None)
            return
        self.edited.emit(fields)
        undone = {name: getattr(before, name) if before is not None else None for name in fields}
        undone |= {name: undone[name] or "" for name in _NAMES if name in undone}
        # What was put in comes into sight, to be changed; the page first makes room for what it says of it.
        QTimer.singleShot(0, self.when, self.when.setFocus)
        self.said.emit(tr("The idea is in the fields that had no words of your own"), lambda: self.edited.emit(undone))


def filled_with(idea: Idea, experiment: Experiment | None, known: set[str]) -> dict[str, object]:
    """What an idea puts into the fields: those that are empty, and those that hold `known`, the words of an idea."""
    fields: dict[str, object] = {}
    for name in _NAMES:
        typed = getattr(experiment, name).strip() if experiment is not None else ""
        if not typed or typed in known:
            fields[name] = getattr(idea, name)
    return {**fields, "pillar": idea.pillar} if fields else {}


def _captioned(line: LineField) -> QVBoxLayout:
    return column(Label(line.accessibleName(), "caption", "ink2"), line)
