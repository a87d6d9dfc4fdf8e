"""Beside the review: the pillars of the week, and something of it that went right."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.day_names import weekday_name
from app.reflections.model import OpenCommitment, Outcome, Pillar
from app.reflections.wording import pillar_name
from app.translation import tr
from ui.theme import tokens
from ui.today.week_read import Looked
from ui.today.week_words import about_pillars
from ui.widgets import drawing
from ui.widgets.chips import paint_pillar
from ui.widgets.labels import Label, Line, Paragraph
from ui.widgets.panes import column

_ORDER = (Pillar.TRUST, Pillar.ACCOUNTABILITY, Pillar.RESPECT)
_BAR = 6


class _Bar(QWidget):
    """A pillar by name, icon, number and length."""

    def __init__(self, pillar: Pillar, number: int, most: int) -> None:
        super().__init__()
        self._pillar, self._number, self._share = pillar, number, number / most if most else 0
        self.setAccessibleName(f"{pillar_name(pillar)}: {number}")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(tokens.scaled(200), tokens.scaled(24) + _BAR + 3)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        words = QRectF(0, 0, self.width(), tokens.scaled(24))
        paint_pillar(painter, words, self._pillar, filled=False)
        font = tokens.font("control", tabular=True)
        drawing.text(painter, words, str(self._number), font, tokens.color("ink"), drawing.RIGHT)
        bar = QRectF(0, self.height() - _BAR, self.width(), _BAR)
        drawing.box(painter, bar, 3, tokens.color("sunk"), tokens.color("line"))
        if self._share:
            bar.setWidth(max(_BAR, bar.width() * self._share))
            color = tokens.values()["pillars"][self._pillar.value]["color"]
            drawing.box(painter, bar, 3, tokens.color(color))


class BesideReview(QWidget):
    """What the week holds that is worth a glance while it is looked back on."""

    def __init__(self) -> None:
        super().__init__()
        self._right, self._pillars = QVBoxLayout(), QVBoxLayout()
        self._shown: tuple[object, ...] = ()
        self.setLayout(column(self._right, self._pillars, 22, Line(), 23))

    def show_week(self, looked: Looked) -> None:
        """Shows the pillars, and the line of the last plan that was kept, where one was written."""
        if looked.week is None:
            return
        kept = went_right(looked.plans)
        if self._shown == (kept, looked.week.pillars):
            return
        self._shown = (kept, looked.week.pillars)
        for layout in (self._right, self._pillars):
            _clear(layout)
        if kept is not None:
            self._show_kept(kept)
        self._show_pillars(looked.week.pillars)

    def _show_kept(self, kept: OpenCommitment) -> None:
        plan, day = kept.commitment, kept.commitment.followed_up_on
        self._right.addWidget(Label(tr("Something that went right"), "heading"))
        self._right.addSpacing(10)
        quote = tr("“{words}”").format(words=plan.outcome_note.strip())
        self._right.addWidget(Paragraph(quote, "readingS", "ink"))
        self._right.addSpacing(4)
        weekday = weekday_name(day.weekday()) if day is not None else ""
        about = tr("Plan with {person}, {day}") if plan.person else tr("A plan you kept, {day}")
        self._right.addWidget(Label(about.format(person=plan.person, day=weekday), "caption", "ink2"))
        for each in (22, Line(), 23):
            self._right.addWidget(each) if isinstance(each, QWidget) else self._right.addSpacing(each)

    def _show_pillars(self, pillars: Mapping[Pillar, int]) -> None:
        most = max(pillars.values())
        self._pillars.addWidget(Label(tr("The pillars this week"), "heading"))
        for each in _ORDER:
            self._pillars.addSpacing(8)
            self._pillars.addWidget(_Bar(each, pillars[each], most))
        self._pillars.addSpacing(14)
        self._pillars.addWidget(Paragraph(about_pillars(pillars), "small", "ink2"))


def went_right(plans: Sequence[OpenCommitment]) -> OpenCommitment | None:
    """The latest plan of the week that was done and has a line about it."""
    done = [each for each in plans if each.commitment.outcome is Outcome.DONE and each.commitment.outcome_note.strip()]
    return done[-1] if done else None


def _clear(layout: QVBoxLayout) -> None:
    while (old := layout.takeAt(0)) is not None:
        if (widget := old.widget()) is not None:
            widget.hide()
            widget.deleteLater()
