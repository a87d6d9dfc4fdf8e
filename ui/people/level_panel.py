"""How much of one kind of work is theirs: the five steps to choose from, a note, since when; and all that was said."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from uuid import uuid4

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app import limits
from app.delegation.authority import Ladder, Rung, next_level
from app.people.model import Level
from app.people.rules import AUTHORITIES
from app.people.wording import authority_name
from app.translation import tr
from ui.clock import today
from ui.evidence.records import of_step
from ui.people.keeping import Typed
from ui.reflection.fields import show_line
from ui.reflection.flow import Flow
from ui.reflection.one_of import OneOf
from ui.session import now
from ui.theme import tokens
from ui.widgets.buttons import Button
from ui.widgets.day_pill import DayPill
from ui.widgets.fields import Field, LineField
from ui.widgets.labels import Label, Line, Paragraph
from ui.widgets.panes import Panel, ScrollPage, column, row
from ui.widgets.record_row import RecordRow
from ui.wording import day_name

_WIDTH, _MOST, _STEPS_HIGH = 380, 6, 112


class LevelPanel(Panel):
    """Saves as it is typed. What was said on an earlier day stays, and a change of today is said anew; each step opens
    its record: a level here, to be set right, and what was handed over on its page.
    """

    said = Signal(str, object)  # something done, and how to undo it
    referred = Signal(object)  # a Reference to go to

    def __init__(self, parent: QWidget, typed: Typed, weekday: int | None) -> None:
        super().__init__(parent)
        self._typed = typed
        self._level: Level | None = None
        self._last: Level | None = None  # what was said last of this kind of work
        self._title = Paragraph("", "heading", "ink")
        self.work = Field(tr("Kind of work"), placeholder=tr("Monthly report"), compact=True)
        self.work.take_at_most(limits.NAME)
        self._known = QWidget()
        self._flow = Flow(across=6, between=6)
        self._known.setLayout(self._flow)
        options = [(each, authority_name(each)) for each in AUTHORITIES]
        self.level = OneOf([*options, (None, tr("Not discussed yet"))])
        self.note = LineField(tr("Note"), tr("what was said, in a line"))
        self.day = DayPill(tr("Since"), weekday)
        self.steps: list[RecordRow] = []
        self._history, self._lines = QWidget(), column(spacing=6)
        said = QWidget()
        said.setLayout(self._lines)
        self._said = ScrollPage(said)
        self._history.setLayout(column(Line(), 10, self._said, 4))
        self.take_back = Button("", "quiet", icon="trash", size="small")
        self.setFixedWidth(tokens.scaled(_WIDTH))
        since = row(Label(tr("Since"), "caption", "ink2"), 8, self.day, ...)
        self._naming = QWidget()
        self._naming.setLayout(column(self.work, 8, self._known, 8))
        self.setLayout(
            column(
                *(self._title, 14, self._naming, self.level, 14, self.note, 12, since, 12, self._history, 8),
                row(self.take_back, ...),
                margins=20,
            )
        )
        self.level.chosen.connect(lambda authority: self._keep(authority=authority))
        self.note.textEdited.connect(lambda words: self._keep(note=words))
        self.day.chosen.connect(lambda day: self._keep(date=day))
        self.work.textEdited.connect(lambda words: self._keep(work=words))
        self.take_back.clicked.connect(self._take_back)

    def open_for(self, ladder: Ladder, anchor: QWidget) -> None:
        """Opens on a kind of work that something was said of."""
        self._last = ladder.levels[0] if ladder.levels else None
        self._level = next_level(ladder, today(), uuid4().hex, now())
        self.take_back.say(tr("Move the last change to the trash"))
        self._open(ladder.work, None, ladder.rungs, anchor)

    def open_new(self, person: str, known: Sequence[str], anchor: QWidget) -> None:
        """Opens on a new kind of work; `known` are those that something was said of with others."""
        self._last = None
        self._level = Level(id=uuid4().hex, date=today(), person=person, work="", created_at=now(), updated_at=now())
        self._open(tr("Add a kind of work"), known, (), anchor)

    def _open(self, title: str, known: Sequence[str] | None, said: Sequence[Rung], anchor: QWidget) -> None:
        """On a kind of work that is `known` already, or, where that is None, on the one that the title says."""
        self._title.setText(title)
        self.setAccessibleName(title)
        self._naming.setVisible(known is not None)
        self._offer(known or ())
        self._show_steps([*reversed(said)])
        self._show_level()
        self.open_at(anchor)

    def _show_level(self) -> None:
        assert self._level is not None  # noqa: S101  given before
        self.work.setText(self._level.work)
        self.level.choose(self._level.authority)
        show_line(self.note, self._level.note)
        self.day.show_day(self._level.date)
        self.take_back.setVisible(self._last is not None)

    def _show_steps(self, said: Sequence[Rung]) -> None:
        for gone in self.steps:
            gone.hide()
            gone.deleteLater()
        self.steps = []
        for each in said:
            shown = of_step(each.record, _line(each))
            made = RecordRow(shown.title, shown.words)
            made.clicked.connect(lambda _=False, opens=shown.opens: self._open_step(opens))
            self.steps.append(made)
            self._lines.addWidget(made)
            made.show()
        self._lines.activate()
        self._said.setFixedHeight(min(self._lines.sizeHint().height(), tokens.scaled(_STEPS_HIGH)))
        self._history.setVisible(bool(self.steps))

    def _open_step(self, opens: object) -> None:
        if not isinstance(opens, Level):
            self.close_panel()
            self.referred.emit(opens)
            return
        self._level = self._last = self._typed.newest(opens)
        self.take_back.say(tr("Move this step to the trash"))
        self._show_level()
        self.note.setFocus()

    def _offer(self, known: Sequence[str]) -> None:
        self._flow.clear()
        for each in known[:_MOST]:
            button = Button(each, size="small")
            button.clicked.connect(lambda _=False, name=each: self._take(name))
            self._flow.addWidget(button)
            button.show()
        self._known.setVisible(bool(known))

    def _take(self, name: str) -> None:
        self.work.setText(name)
        self._keep(work=name)
        self.work.setFocus()

    def _keep(self, **changes: Any) -> None:
        assert self._level is not None  # noqa: S101  the fields are filled with it
        self._level = replace(self._level, **changes)
        self._typed.keep(self._level, is_blank=not self._level.work.strip())

    def _take_back(self) -> None:
        last = self._last
        if last is None or self._level is None:
            return
        # What was changed since the panel was opened is the last change, and goes first.
        level = self._typed.newest(self._level if self._typed.is_waiting(self._level.id) else last)
        self.close_panel()
        said = tr("Moved to the trash")
        self._typed.delete(level, lambda: self.said.emit(said, lambda: self._typed.put(level)))


def _line(given: Rung) -> str:
    said = authority_name(given.authority) if given.authority else tr("Not discussed yet")
    return tr("{day}: {level}").format(day=day_name(given.since), level=said)
