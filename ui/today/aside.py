"""Beside the sheet: what is still open from earlier days, and the last five weeks."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.reflections.model import OpenCommitment
from app.reflections.wording import intention
from app.translation import tr, trn
from ui.theme import icons, tokens
from ui.today.planned import plan_sentence
from ui.today.presenter import Shown
from ui.widgets.buttons import Pressable
from ui.widgets.chips import PullDot
from ui.widgets.days import FiveWeeks
from ui.widgets.drawing import text, width_of
from ui.widgets.labels import Label, Paragraph, plain_tooltip
from ui.widgets.panes import column, row
from ui.widgets.strip import StripItem as StripItem  # pages get it from here, too
from ui.wording import day_name

_MOST = 3


class OpenPlan(Pressable):
    """One plan of an earlier day that was not answered; pressing it asks about it."""

    ring_radius = 6

    def __init__(self, planned: OpenCommitment, today: date) -> None:
        sentence = plan_sentence(planned.commitment)
        self._act = intention("", planned.commitment.will) if planned.commitment.will.strip() else sentence
        days = (today - planned.made_on).days
        self._age = trn("{count} day", "{count} days", days).format(count=days)
        made_on = tr("Planned on {day}").format(day=day_name(planned.made_on))
        with_whom = planned.commitment.person
        self._about = tr("{planned}, with {person}").format(planned=made_on, person=with_whom) if with_whom else made_on
        super().__init__(self._act)
        self.setAccessibleName(f"{sentence} {self._about}, {self._age}")
        self.setToolTip(plain_tooltip(sentence))

    def sizeHint(self) -> QSize:
        return QSize(tokens.scaled(200), tokens.scaled(42))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        line = tokens.line_height("control")
        icons.draw(painter, "corner-down-right", QRectF(0, (line - 16) / 2, 16, 16), tokens.color("ink2"))
        small = tokens.font("small")
        age = width_of(self._age, small)
        width = self.width()
        tone = tokens.color("teal" if self.underMouse() else "ink")
        text(painter, QRectF(28, 0, width - 28 - age - 12, line), self._act, tokens.font("control"), tone)
        text(painter, QRectF(width - age, 0, age + 1, line), self._age, small, tokens.color("ink2"))
        about = QRectF(28, line, width - 28, tokens.line_height("small"))
        text(painter, about, self._about, small, tokens.color("ink2"))


class Watch(QWidget):
    """What is still open. It ends with a sentence that lets the reader go."""

    plan_chosen = Signal(str)  # the id of a commitment

    def __init__(self) -> None:
        super().__init__()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(11)
        self._rest = Paragraph("", "small", "ink3")
        self.setLayout(column(Label(tr("On your watch today"), "heading"), 20, self._rows, 13, row(28, self._rest)))

    def show_plans(self, plans: Sequence[OpenCommitment], number: int, today: date) -> None:
        """These, the last of them first, of `number` in all; they are asked about when they are chosen."""
        while (old := self._rows.takeAt(0)) is not None:
            if (widget := old.widget()) is not None:
                widget.deleteLater()
        for each in plans[: -_MOST - 1 : -1]:
            shown = OpenPlan(each, today)
            shown.clicked.connect(lambda _=False, id=each.commitment.id: self.plan_chosen.emit(id))
            self._rows.addWidget(shown)
        more = number - _MOST
        if not plans:
            self._rest.setText(tr("Nothing from earlier days. The rest is not yours to watch today."))
        elif more > 0:
            self._rest.setText(
                trn("One more waits in the journal.", "{count} more wait in the journal.", more).format(count=more)
            )
        else:
            self._rest.setText(tr("The rest is not yours to watch today."))


class Weeks(QWidget):
    """Five weeks of days, by the strength of the pull."""

    day_chosen = Signal(object)  # a date

    def __init__(self) -> None:
        super().__init__()
        self.days = FiveWeeks()
        self.days.day_chosen.connect(self.day_chosen)
        legend = row(Label(tr("Pull"), "caption", "ink3"), 3, *(PullDot(each) for each in (2, 4, 6, 9)), spacing=3)
        self.setLayout(column(row(Label(tr("Last five weeks"), "heading"), ..., legend), 12, self.days))

    def show_days(self, shown: Shown, first_weekday: int) -> None:
        """The days that the journal told of."""
        self.days.show_days(shown.today, shown.pulls, first_weekday)
