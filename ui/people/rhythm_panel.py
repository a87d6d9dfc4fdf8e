"""When the one-on-ones with somebody are: how often, from which day on, at what time, for how long."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QWidget

from app.people.model import Cadence, Person, Rhythm
from app.people.record import MINUTES
from app.people.wording import cadence_name
from app.translation import tr
from ui.clock import today
from ui.people.keeping import Typed
from ui.theme import tokens
from ui.widgets.buttons import Button
from ui.widgets.choices import Segmented
from ui.widgets.clock_field import ClockField
from ui.widgets.day_pill import DayPill
from ui.widgets.fields import Field
from ui.widgets.labels import Label, Paragraph
from ui.widgets.panes import Panel, column, row

_WIDTH = 500


class RhythmPanel(Panel):
    """A new rhythm holds from the first change on, or from the button on; later every change holds at once."""

    stop_asked = Signal()

    def __init__(self, parent: QWidget, typed: Typed, weekday: int | None) -> None:
        super().__init__(parent)
        self._typed = typed
        self._person: Person | None = None
        self.setAccessibleName(tr("Rhythm of the one-on-ones"))
        self._title = Paragraph("", "heading", "ink")
        self.cadence = Segmented([(each.value, cadence_name(each)) for each in Cadence], tr("How often"))
        self.first, self.time = DayPill(tr("First on"), weekday), ClockField(tr("Time"))
        self.minutes = Field(tr("Minutes"), compact=True)
        self.minutes.setValidator(QIntValidator(1, MINUTES[1], self.minutes))
        for each in (self.time, self.minutes):
            each.setFixedWidth(tokens.scaled(84))
        self.done = Button(tr("Set this rhythm"), size="small")
        self.stop = Button(tr("Stop the rhythm"), "quiet", size="small")
        self.setFixedWidth(tokens.scaled(_WIDTH))
        self.setLayout(
            column(
                *(self._title, 16, self.cadence, 16),
                row(
                    *(_caption(tr("First on")), 8, self.first, ...),
                    *(_caption(tr("Time")), 8, self.time, 18),
                    *(_caption(tr("Minutes")), 8, self.minutes),
                ),
                18,
                row(self.stop, ..., self.done),
                margins=20,
            )
        )
        self.cadence.chosen.connect(lambda key: self._keep(cadence=Cadence(key)))
        self.first.chosen.connect(lambda day: self._keep(first=day))
        self.time.given.connect(lambda time: self._keep(time=time))
        self.minutes.textEdited.connect(self._on_minutes)
        self.done.clicked.connect(self._finish)
        self.stop.clicked.connect(self._stop)

    def open_for(self, person: Person, anchor: QWidget) -> None:
        """Opens with the rhythm that there is, or with one to begin with: every week from today on."""
        self._person = self._typed.newest(person)
        rhythm = self._rhythm()
        self._title.setText(tr("One-on-ones with {name}").format(name=person.name))
        self.cadence.choose(rhythm.cadence.value)
        self.first.show_day(rhythm.first)
        self.time.show_time(rhythm.time)
        self.minutes.setText(str(rhythm.minutes))
        has_one = self._person.rhythm is not None
        self.done.say(tr("Done") if has_one else tr("Set this rhythm"))
        self.stop.setVisible(has_one)
        self.open_at(anchor)

    def _rhythm(self) -> Rhythm:
        found = self._person.rhythm if self._person is not None else None
        return found or Rhythm(cadence=Cadence.WEEKLY, first=today())

    def _on_minutes(self, typed: str) -> None:
        is_sound = typed.isdigit() and MINUTES[0] <= int(typed) <= MINUTES[1]
        self.minutes.set_error(bool(typed) and not is_sound)
        if is_sound:
            self._keep(minutes=int(typed))

    def _keep(self, **changes: Any) -> None:
        assert self._person is not None  # noqa: S101  the fields are filled with somebody's
        self._person = replace(self._typed.newest(self._person), rhythm=replace(self._rhythm(), **changes))
        self._typed.keep(self._person)

    def _finish(self) -> None:
        if self._person is not None and self._person.rhythm is None:
            self._keep()
        self._typed.flush()
        self.close_panel()

    def _stop(self) -> None:
        self.close_panel()
        self.stop_asked.emit()


def _caption(words: str) -> Label:
    return Label(words, "caption", "ink2")
