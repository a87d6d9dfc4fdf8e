"""The week once it is closed: its numbers, what is carried on, the experiment, and a way back in."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from app.reflections.wording import intention
from app.translation import tr, trn
from ui.today.numbers import numbers_of
from ui.today.week_presenter import WeekPresenter
from ui.today.week_words import day_of, finding_name, sentence_of
from ui.widgets.buttons import Button
from ui.widgets.labels import Label, Line, Paragraph
from ui.widgets.panes import Card, column, row
from ui.widgets.quiet_row import QuietRow

_MOST = 4


class WeekSummary(Card):
    """Quiet, and everything in it can be opened again."""

    reopened = Signal()
    turned_away = Signal()  # to write without the review

    def __init__(self, presenter: WeekPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self._numbers, self._rest = QuietRow(line=False), QVBoxLayout()
        self.again = Button(tr("Open it again"), "secondary", icon="pencil")
        self.write = Button(tr("Write an entry"), "quiet", icon="plus")
        self.again.clicked.connect(self.reopened)
        self.write.clicked.connect(self.turned_away)
        self.setLayout(
            column(
                Label(tr("The week is closed"), "title"),
                6,
                Paragraph(tr("It is saved and encrypted. Nothing in it needs you before next week."), "small", "ink2"),
                22,
                self._numbers,
                self._rest,
                24,
                row(self.again, 8, self.write, ...),
                margins=(32, 28, 32, 28),
            )
        )
        presenter.shown.connect(self._show_week)
        self._show_week()

    def focus_start(self) -> None:
        """Puts the focus on the way back in."""
        self.again.setFocus()

    def _show_week(self) -> None:
        looked = self._presenter.looked
        while (old := self._rest.takeAt(0)) is not None:
            if (widget := old.widget()) is not None:
                widget.deleteLater()
        if looked.week is not None:
            self._numbers.show_numbers(numbers_of(looked.week))
        carried = [each.commitment for each in looked.plans if each.commitment.is_open]
        said = [intention(each.when, each.will) for each in carried[:_MOST]]
        self._say(tr("Carried into next week"), said)
        more = len(carried) - len(said)
        if more > 0:
            self._rest.addSpacing(4)
            self._rest.addWidget(
                Label(trn("And one more.", "And {count} more.", more).format(count=more), "small", "ink2")
            )
        if looked.current is not None:
            current = looked.current
            seen = finding_name(current.outcome) if current.outcome is not None else day_of(current, looked.today)
            heading = tr("This week’s trust experiment: {seen}").format(seen=seen)
            self._say(heading, [sentence_of(current), *filter(None, [current.outcome_note.strip()])])
        if looked.next is not None:
            begins = day_of(looked.next, looked.today)
            heading = tr("The next experiment: {day}").format(day=begins)
            self._say(heading, [sentence_of(looked.next)])

    def _say(self, heading: str, lines: list[str]) -> None:
        if not lines:
            return
        self._rest.addSpacing(18)
        self._rest.addWidget(Line())
        self._rest.addSpacing(16)
        self._rest.addWidget(Label(heading, "caption", "ink3"))
        for each in lines:
            self._rest.addSpacing(4)
            self._rest.addWidget(Paragraph(each, "readingS", "ink"))
