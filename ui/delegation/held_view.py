"""Work that the owner still does: what it is, how much of a month it takes, why it is still theirs, for whom it is."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app import limits
from app.delegation.model import HeldTask
from app.translation import tr
from ui.clock import today
from ui.delegation.day_choice import DayChoice
from ui.delegation.deeds import Deeds
from ui.delegation.hours_field import HoursField
from ui.delegation.presenter import DelegationPresenter
from ui.reflection.flow import Flow
from ui.reflection.people import PersonPill
from ui.session import Session
from ui.theme import tokens
from ui.widgets.buttons import Button
from ui.widgets.fields import Field
from ui.widgets.labels import Label, Paragraph
from ui.widgets.panes import ScrollPage, column, row
from ui.widgets.writing import WritingArea

_MOST, _MEASURE = 6, 600


class HeldView(QWidget):
    """Saves as it is typed."""

    trash_asked = Signal()

    def __init__(self, presenter: DelegationPresenter, deeds: Deeds, session: Session) -> None:
        super().__init__()
        self._presenter, self._deeds = presenter, deeds
        self._shown: str | None = None
        weekday = session.preferences.first_weekday
        self.title = Field(tr("What it is"), placeholder=tr("Quarterly plan, first draft"))
        self.work = Field(tr("Kind of work"), placeholder=tr("Monthly report"), compact=True)
        for each in (self.title, self.work):
            each.take_at_most(limits.NAME)
        self._known = QWidget()
        self._names = Flow(across=6, between=6)
        self._known.setLayout(column(8, self._names))
        self.hours = HoursField(tr("Hours a month"))
        self.since = DayChoice(tr("Kept since"), weekday)
        self.person = PersonPill(session, tr("Meant for"), tr("No one yet"))
        self.why = WritingArea(
            tr("Why it is still mine"), tr("What would have to be true to let it go"), 3, style="readingS"
        )
        self.hand_over = Button(tr("Hand it over"), "primary")
        self.put_away = Button(tr("Move to the trash"), "quiet", icon="trash")
        self._compose()
        self._wire()

    def focus_widget(self) -> QWidget:
        """Where typing begins."""
        return self.title

    def show_chosen(self) -> None:
        """Fills the fields; those that are being typed in stay as they are."""
        given = self._presenter.held_task
        if given is None:
            return
        is_other = given.id != self._shown
        for field, text in ((self.title, given.title), (self.work, given.work)):
            if is_other or not field.hasFocus():
                field.setText(text)
        if (is_other or not self.why.hasFocus()) and self.why.text() != given.why:
            self.why.replace_text(given.why)
        if is_other or not self.hours.hasFocus():
            self.hours.show_minutes(given.minutes_a_month)
        self._shown = given.id
        self.since.show_day(given.date, today())
        self.person.show_person(given.person)
        self._offer(given)

    def _compose(self) -> None:
        def labelled(words: str, *fields: QWidget) -> QWidget:
            holder = QWidget()
            holder.setLayout(column(Label(words, "caption", "ink2"), 5, *fields))
            return holder

        self.work.setFixedWidth(tokens.scaled(200))
        line = QWidget()
        line.setLayout(
            Flow(
                labelled(tr("Kind of work"), self.work),
                labelled(tr("Hours a month"), self.hours),
                labelled(tr("Kept since"), _as_high_as_a_field(self.since)),
                labelled(tr("Meant for"), _as_high_as_a_field(self.person)),
                across=18,
                between=14,
            )
        )
        intro = tr("Work that you still do, and that could be somebody’s by now. Naming it is the first step.")
        body = QWidget()
        body.setMaximumWidth(tokens.scaled(_MEASURE))
        body.setLayout(
            column(
                *(Label(tr("Still mine"), "page"), 6, Paragraph(intro, "small", "ink2"), 20),
                *(labelled(tr("What it is"), self.title), 14, line, self._known, 14),
                *(labelled(tr("Why it is still mine"), self.why), 20),
                row(self.hand_over, 8, self.put_away, ...),
            )
        )
        holder = QWidget()
        holder.setLayout(column(body, ..., margins=(28, 4, 28 - ScrollPage.ROOM, 28)))
        self.setLayout(column(ScrollPage(holder)))

    def _wire(self) -> None:
        deeds = self._deeds
        self.title.textEdited.connect(lambda text: deeds.change_held(title=text))
        self.work.textEdited.connect(lambda text: deeds.change_held(work=text))
        self.why.textChanged.connect(self._on_why)
        self.hours.given.connect(lambda minutes: deeds.change_held(minutes_a_month=minutes))
        self.since.chosen.connect(lambda day: deeds.change_held(date=day))
        self.person.chosen.connect(lambda: deeds.change_held(person=self.person.person()))
        self.hand_over.clicked.connect(deeds.hand_over)
        self.put_away.clicked.connect(deeds.put_away)

    def _on_why(self) -> None:
        given = self._presenter.held_task  # which may be another one than the fields were filled with
        if given is not None and given.id == self._shown and given.why != self.why.text():
            self._deeds.change_held(why=self.why.text())

    def _offer(self, given: HeldTask) -> None:
        """The kinds that are in use, while none is named."""
        wanted = [] if given.work.strip() else self._presenter.works[:_MOST]
        if [each.words() for each in self._known.findChildren(Button) if each.isVisibleTo(self._known)] == wanted:
            return
        self._names.clear()
        for name in wanted:
            button = Button(name, size="small")
            button.clicked.connect(lambda _=False, name=name: self._take(name))
            self._names.addWidget(button)
            button.show()
        self._known.setVisible(bool(wanted))

    def _take(self, name: str) -> None:
        self.work.setText(name)
        self.work.setFocus()
        self._deeds.change_held(work=name)


def _as_high_as_a_field(pill: QWidget) -> QWidget:
    holder = QWidget()
    holder.setFixedHeight(tokens.scaled(36))
    holder.setLayout(row(pill, ...))
    return holder
