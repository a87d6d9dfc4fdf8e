"""One entry, changed where it is read: all of its fields, saved as one types."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.reflections.model import Pillar
from app.reflections.wording import pillar_name
from app.translation import tr
from ui import clock
from ui.reflection.draft import Draft
from ui.reflection.fields import NoticeArea, PrivateToggle, PullField, TextField
from ui.reflection.margin_note import MarginNote
from ui.reflection.one_of import OneOf
from ui.reflection.people import PullKindPill
from ui.reflection.plan import PlanFields
from ui.reflection.tags import TagsField
from ui.session import Session
from ui.widgets.chips import Pill
from ui.widgets.days import Calendar
from ui.widgets.labels import Label, Line, Paragraph
from ui.widgets.panes import Panel, column, row
from ui.wording import first_weekday, weekday_and_day

_LINES = 6


class Editor(QWidget):
    """The fields of a draft. Escape ends it, and keeps everything."""

    finished = Signal()

    def __init__(self, draft: Draft, session: Session) -> None:
        super().__init__()
        self._draft, self._session = draft, session
        self._question = Paragraph("", "caption", "ink3")
        self.text = TextField(draft, minimum_lines=_LINES, maximum_height=520)
        self.note = MarginNote(self.text, draft, session)
        plan = PlanFields(draft, session)
        self.setLayout(
            column(
                16,
                row(DatePill(draft, session), 8, PillarPill(draft), ..., 12, PrivateToggle(draft)),
                20,
                Line(),
                20,
                row(Label(tr("What pulled you to step in?"), "caption", "ink3"), ..., PullKindPill(draft, session)),
                6,
                NoticeArea(draft),
                22,
                PullField(draft),
                24,
                self._question,
                8,
                self.text,
                self.note,
                8,
                TagsField(draft, session),
                20,
                Line(),
                18,
                row(plan.hint, 16, ..., plan.person),
                6,
                plan,
                14,
                row(plan.asks, ...),
                32,
                ...,
            )
        )
        # The note takes its line from the room to write.
        self.note.shown.connect(lambda is_shown: self.text.set_minimum_lines(_LINES - is_shown))
        draft.replaced.connect(self.show_question)
        self.show_question()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.finished.emit()
        else:
            super().keyPressEvent(event)

    def show_question(self) -> None:
        """Shows the question that was answered, as it is asked now."""
        self._question.setText(self._session.question_of(self._draft.reflection.content.prompt) or tr("Reflection"))


class DatePill(Pill):
    """The day of the entry; opens a month to choose another, up to today."""

    def __init__(self, draft: Draft, session: Session) -> None:
        super().__init__("", name=tr("Day"))
        self._draft, self._session = draft, session
        self._calendar = Calendar()
        self._calendar.setFixedWidth(300)
        self._panel = Panel(self)
        self._panel.setLayout(column(self._calendar, margins=18))
        self._calendar.day_chosen.connect(self._on_day_chosen)
        self.clicked.connect(self._on_clicked)
        draft.replaced.connect(self._fill)
        self._fill()

    def _fill(self) -> None:
        self.say(weekday_and_day(self._draft.reflection.content.date))

    def _on_clicked(self) -> None:
        begin = first_weekday(self._session.preferences.first_weekday)
        day = self._draft.reflection.content.date
        self._calendar.ask(clock.today(), day, begin)
        self._panel.open_at(self)
        self._calendar.focus_day(day)

    def _on_day_chosen(self, day: date) -> None:
        # Nothing was written on a day that has not come yet.
        self._draft.edit(date=min(day, clock.today()))
        self._fill()
        self._panel.close_panel()


class PillarPill(Pill):
    """The pillar of the entry, or none."""

    def __init__(self, draft: Draft) -> None:
        super().__init__("", name=tr("Pillar"))
        self._draft = draft
        self._choice = OneOf([*((each, pillar_name(each)) for each in Pillar), (None, tr("No pillar"))])
        self._panel = Panel(self)
        self._panel.setLayout(column(self._choice, margins=18))
        self._choice.chosen.connect(self._on_chosen)
        self.clicked.connect(lambda: self._panel.open_at(self))
        draft.replaced.connect(self._fill)
        self._fill()

    def _fill(self) -> None:
        pillar = self._draft.reflection.content.pillar
        self._choice.choose(pillar)
        self.say(pillar_name(pillar) if pillar else tr("No pillar"))

    def _on_chosen(self, pillar: Pillar | None) -> None:
        self._draft.edit(pillar=pillar)
        self._fill()
        self._panel.close_panel()
