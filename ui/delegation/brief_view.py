"""What was agreed when the work was handed over; what the owner fears stands in a block of its own, for them only."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from app import limits
from app.delegation.model import Brief, Delegation
from app.people.wording import authority_name
from app.translation import tr
from ui.delegation.ladder import Ladder
from ui.theme import tokens
from ui.widgets import drawing
from ui.widgets.buttons import LinkButton
from ui.widgets.labels import Label, Paragraph
from ui.widgets.messages import Icon
from ui.widgets.panes import Panel, ScrollPage, column, row
from ui.wording import day_name

_BESIDE_FROM, _RIGHT, _BETWEEN = 680, 300, 48
_BELOW = 440  # a value is not far from its name


class BriefView(QWidget):
    """Two columns where there is room, else one. A part that says nothing is not there."""

    checklist_asked = Signal(str)  # the id of a checklist

    def __init__(self) -> None:
        super().__init__()
        self._given: Delegation | None = None
        self.why, self.support = Section(""), Section(tr("Support we agreed"))
        self.done, self.eyes = Points(tr("What done looks like")), Section(tr("Second pair of eyes"))
        self.checklist = LinkButton("")
        self.earlier = LinkButton(tr("As it was before"), icon="history", tone="ink2")
        self._nothing = Paragraph(tr("Nothing was written down about it yet."), "small", "ink2")
        self._ladder, self._decide = Ladder(), Paragraph("", "small", "ink2")
        self._theirs = Paragraph(tr("How much is theirs to decide"), "heading", "ink", weight=600)
        self.fear = FearBlock()
        self._left, self._right = QWidget(), QWidget()
        checklist = row(self.checklist, ...)
        foot = row(self.earlier, ...)
        self._left.setLayout(
            column(self._nothing, self.why, self.done, self.support, self.eyes, checklist, 4, foot, ..., spacing=0)
        )
        self._right.setLayout(column(self._theirs, 7, self._ladder, 4, self._decide, 22, self.fear, ...))
        self._sides = row(self._left, self._right, spacing=_BETWEEN)
        self._sides.setStretch(0, 1)
        self.setLayout(self._sides)
        self._panel: EarlierPanel | None = None
        self.checklist.clicked.connect(self._ask_checklist)
        self.earlier.clicked.connect(self._open_earlier)

    def show_delegation(self, given: Delegation, checklist: str) -> None:
        """Says what was agreed."""
        self._given = given
        told, person = given.brief, given.person
        self.why.name(tr("Why it grows {person}").format(person=person) if person else tr("Why this person"))
        self.why.say(told.why)
        self.done.list(told.done)
        self.support.say(told.support)
        self.eyes.say(told.second_eyes)
        self.checklist.say(checklist)
        self.checklist.setVisible(bool(checklist))
        self.earlier.setVisible(bool(given.earlier))
        says = told.why or told.done or told.support or told.second_eyes or checklist
        self._nothing.setVisible(not says)
        self._ladder.show_level(told.authority)
        may = _may(told) or ("" if told.authority else tr("Not discussed yet"))
        self._decide.setText(may)
        self._decide.setVisible(bool(may))
        self.fear.show_delegation(given)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_beside = event.size().width() >= tokens.scaled(_BESIDE_FROM)
        directions = QBoxLayout.Direction
        self._sides.setDirection(directions.LeftToRight if is_beside else directions.TopToBottom)
        self._sides.setSpacing(_BETWEEN if is_beside else 20)
        self._right.setMaximumWidth(tokens.scaled(_RIGHT if is_beside else _BELOW))
        self._right.setMinimumWidth(tokens.scaled(_RIGHT) if is_beside else 0)

    def _ask_checklist(self) -> None:
        if self._given is not None and self._given.brief.checklist is not None:
            self.checklist_asked.emit(self._given.brief.checklist)

    def _open_earlier(self) -> None:
        if self._given is None:
            return
        if self._panel is None:
            self._panel = EarlierPanel(self)
        self._panel.open_for(self._given, self.earlier)


class Section(QWidget):
    """A heading of the app, and words of the owner."""

    def __init__(self, heading: str) -> None:
        super().__init__()
        self._heading = Paragraph(heading, "heading", "ink", weight=600)
        self._words = Paragraph("", "readingS", "ink", selectable=True)
        self._words.setAccessibleName(heading)
        self.setLayout(column(self._heading, 6, self._words, 20))

    def name(self, heading: str) -> None:
        """Calls it otherwise."""
        self._heading.setText(heading)
        self._words.setAccessibleName(heading)

    def say(self, words: str) -> None:
        """Shows these words; without any it is not there."""
        self.setVisible(bool(words.strip()))
        if words != self._words.text():
            self._words.setText(words)


class Points(QWidget):
    """A heading of the app, and points of the owner below each other."""

    def __init__(self, heading: str) -> None:
        super().__init__()
        self._lines = [self._line(heading) for _ in range(limits.POINTS)]
        self.setLayout(
            column(Paragraph(heading, "heading", "ink", weight=600), 6, *(line for line, _ in self._lines), 17)
        )

    def list(self, points: tuple[str, ...]) -> None:
        """Shows these; without any it is not there."""
        said = [each for each in points if each.strip()]
        self.setVisible(bool(said))
        for at, (line, words) in enumerate(self._lines):
            words.setText(said[at] if at < len(said) else "")
            line.setVisible(at < len(said))

    def _line(self, heading: str) -> tuple[QWidget, Paragraph]:
        words = Paragraph("", "readingS", "ink", selectable=True)
        words.setAccessibleName(heading)
        line = QWidget()
        beside = row(column(Label("–", "readingS", "ink2"), ...), 9, words, margins=(0, 0, 0, 3))
        beside.setStretch(2, 1)
        line.setLayout(beside)
        return line, words


class FearBlock(QWidget):
    """What the owner fears, which nobody else sees."""

    def __init__(self) -> None:
        super().__init__()
        self._fear = Paragraph("", "readingS", "ink", selectable=True)
        self._fear.setAccessibleName(tr("What I fear"))
        self._likely, self._good = (
            Label("", "small", tabular=True, weight=500),
            Label("", "small", tabular=True, weight=500),
        )
        self._how_likely, self._how_good = QWidget(), QWidget()
        self._how_likely.setLayout(row(Label(tr("How likely, I think"), "small", "ink2"), ..., self._likely))
        self._how_good.setLayout(row(Label(tr("How good it will be"), "small", "ink2"), ..., self._good))
        only = row(
            Icon("lock", size=14, tone="ink3"),
            6,
            Paragraph(tr("Only you see this."), "caption"),
        )
        only.setStretch(2, 1)
        self.setLayout(
            column(
                *(Label(tr("What I fear"), "heading"), 6, self._fear, 6, self._how_likely, 4, self._how_good, 10, only),
                margins=(16, 14, 16, 14),
            )
        )

    def show_delegation(self, given: Delegation) -> None:
        """Says it; where nothing was written it is not there."""
        self.setVisible(bool(given.fear.strip()) or given.likelihood is not None or given.quality is not None)
        self._fear.setVisible(bool(given.fear.strip()))
        if given.fear != self._fear.text():
            self._fear.setText(given.fear)
        self._how_likely.setVisible(given.likelihood is not None)
        self._likely.setText(tr("{number} in 10").format(number=given.likelihood))
        self._how_good.setVisible(given.quality is not None)
        self._good.setText(tr("{number} of 5").format(number=given.quality))

    def paintEvent(self, _event: QPaintEvent) -> None:
        area, ground = QRectF(self.rect()), tokens.color("sunk")
        drawing.box(QPainter(self), area, tokens.radius("xl"), ground, tokens.color("line"))


class EarlierPanel(Panel):
    """Every earlier version, the latest first, as text."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("As it was before"))
        self.words = Paragraph("", "body", "ink", selectable=True)
        holder = QWidget()
        holder.setLayout(column(self.words, ...))
        self._scroll = ScrollPage(holder)
        self.setFixedWidth(tokens.scaled(420))
        self.setLayout(column(Label(tr("As it was before"), "heading"), 10, self._scroll, margins=(20, 16, 10, 16)))
        self._scroll.setFixedHeight(tokens.scaled(320))

    def open_for(self, given: Delegation, anchor: QWidget) -> None:
        """Opens with those of this one."""
        versions = sorted(given.earlier, key=lambda each: each.until, reverse=True)
        said = [(tr("Until {day}").format(day=day_name(each.until)), each.brief) for each in versions]
        self.words.setText("\n\n".join(_version(head, each) for head, each in said))
        self.open_at(anchor)


def _may(told: Brief) -> str:
    said = [told.may_decide.strip(), told.may_spend.strip()]
    return "\n".join(filter(None, said))


def _version(head: str, told: Brief) -> str:
    """A brief as lines."""
    due = tr("Due {day}").format(day=day_name(told.due_on)) if told.due_on else ""
    level = authority_name(told.authority) if told.authority else ""
    check_ins = ", ".join(day_name(each.on) for each in told.check_ins)
    check_ins = tr("Check-ins: {days}").format(days=check_ins) if check_ins else ""
    points = (f"– {each}" for each in told.done if each.strip())
    said = (head, told.why, *points, told.support, told.second_eyes, level, _may(told), check_ins, due)
    return "\n".join(each for each in said if each.strip())
