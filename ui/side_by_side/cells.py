"""What stands in the table: heads of columns and of rows, what was said, how a practice landed, what is recommended."""

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.interviews import conversation
from app.interviews.model import Asked, Interview, Landed, Landing
from app.interviews.wording import candidate_name, landing_name
from app.titles import one_line
from app.translation import tr
from ui.candidates.competency import CompetencyChip
from ui.candidates.missing_block import MissingBlock
from ui.candidates.rating_box import RatingLine
from ui.candidates.recommendation import RecommendationChoice
from ui.side_by_side.folded import FoldedNotes
from ui.theme import tokens
from ui.widgets import drawing
from ui.widgets.buttons import Pressable
from ui.widgets.labels import Label, Paragraph
from ui.widgets.messages import Icon
from ui.widgets.panes import column, row
from ui.wording import day_name

ACROSS, DOWN, END = 20, 15, 12


class Cell(QWidget):
    """Knows how high it is at a width. `resized` says that it is another height now."""

    resized = Signal()

    def height_at(self, width: int) -> int:
        """How high it is where it is so wide."""
        layout = self.layout()
        assert layout is not None  # noqa: S101  each was given one
        return layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else layout.totalSizeHint().height()


class CandidateHead(Pressable):
    """ "Candidate A, 4 March"; pressed, it opens the conversation."""

    ring_radius = 6

    def __init__(self, interview: Interview) -> None:
        self._day = day_name(interview.date)
        super().__init__(candidate_name(interview.candidate))
        said = tr("{name}, {day}, open the conversation").format(name=self.words(), day=self._day)
        self.setAccessibleName(said)
        self.setToolTip(said)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        words = drawing.width_of(self.words(), _name_font())
        return QSize(words + 12 + drawing.width_of(self._day, tokens.font("caption")), tokens.line_height("title"))

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Where there is no room for both, the name alone: the tooltip has the day."""
        painter, font, small = QPainter(self), _name_font(), tokens.font("caption")
        day, words = drawing.width_of(self._day, small), drawing.width_of(self.words(), font)
        tone = tokens.color("teal" if self.underMouse() else "ink")
        drawing.text(painter, QRectF(0, 0, self.width(), self.height()), self.words(), font, tone)
        if words + 10 + day <= self.width():
            area = QRectF(words + 10, 2, day + 2, self.height())
            drawing.text(painter, area, self._day, small, tokens.color("ink2"))


def _name_font() -> QFont:
    return tokens.font("reading", weight=600)


class QuestionHead(Cell):
    """A question, and what it is about."""

    def __init__(self, part: Asked) -> None:
        super().__init__()
        about = [row(CompetencyChip(part.competency, filled=False), ...)] if part.competency is not None else []
        self.setLayout(column(Heading(part.text), 4, *about, ..., margins=(0, DOWN, ACROSS, DOWN)))


class Heading(Paragraph):
    """Medium weight, as heads of rows are."""

    def __init__(self, text: str) -> None:
        super().__init__(text, "small", "ink", weight=500)


class SaidCell(Cell):
    """The rating with its anchor, and what it rests on."""

    def __init__(self, part: Asked | None, candidate: str) -> None:
        super().__init__()
        notes = part.notes.strip() if part is not None else ""
        asked = one_line(part.text) if part is not None else ""
        self.setAccessibleName(tr("{name}: {question}").format(name=candidate_name(candidate), question=asked))
        shown: list[QWidget | int] = [RatingLine(part, short=True)]
        self._notes: FoldedNotes | None = None
        if part is not None and notes:
            of = tr("{name}: {question}").format(name=candidate_name(candidate), question=one_line(part.text))
            self._notes = FoldedNotes(notes, of)
            self._notes.unfolded.connect(self.resized)
            shown += [5, self._notes]
        self._line = shown[0]
        self.setLayout(column(*shown, ..., margins=(ACROSS, DOWN, END, DOWN)))

    def height_at(self, width: int) -> int:
        inside = width - ACROSS - END
        assert isinstance(self._line, QWidget)  # noqa: S101  it was made so
        layout = self._line.layout()
        line = layout.totalHeightForWidth(inside) if layout is not None else 0
        return 2 * DOWN + line + (5 + self._notes.height_at(inside) if self._notes is not None else 0)


_MARKS = {
    Landing.WELCOMES: "circle-check",
    Landing.NEUTRAL: "circle-half-2",
    Landing.DISTRUST: "circle-minus",
    Landing.NOT_ASKED: "circle-dashed",
    None: "circle-dashed",
}


class LandedCell(Cell):
    """How a practice landed, by its sign and in words, and what they said about it."""

    def __init__(self, row_: Landed | None, candidate: str) -> None:
        super().__init__()
        landing = row_.landing if row_ is not None else None
        said = landing_name(landing) if landing is not None else tr("Not asked yet")
        if row_ is None:
            said = tr("Not a practice then")
        tone = "ink3" if landing in (None, Landing.NOT_ASKED) else "ink"
        words = Label(said, "small", tone)
        words.setFixedHeight(tokens.line_height("small"))  # on one line with the name of the practice
        head = row(Icon(_MARKS[landing], size=16, tone="ink2"), words, ..., spacing=8)
        shown: list[QWidget | int] = []
        if row_ is not None and row_.words.strip():
            shown = [5, Paragraph(row_.words.strip(), "readingS", "ink")]
        self.setLayout(column(head, *shown, ..., margins=(ACROSS, DOWN, END, DOWN)))
        self.setAccessibleName(tr("{name}: {said}").format(name=candidate_name(candidate), said=said))


class PracticeHead(Cell):
    """The name of a practice."""

    def __init__(self, given: Landed) -> None:
        super().__init__()
        self.setLayout(column(Heading(given.practice), ..., margins=(0, DOWN, ACROSS, DOWN)))


class RecommendedHead(Cell):
    """Names the last row."""

    def __init__(self) -> None:
        super().__init__()
        said = Paragraph(tr("One each, in words."), "small", "ink2")
        heading = Paragraph(tr("Your recommendation"), "heading", "ink")
        self.setLayout(column(heading, 1, said, ..., margins=(0, DOWN, ACROSS, DOWN)))


class RecommendedCell(Cell):
    """One of five, once there is the evidence for it; until then what is missing."""

    recommended = Signal(object)
    opened = Signal(int)  # the number of a part

    def __init__(self, interview: Interview) -> None:
        super().__init__()
        missing = conversation.missing(interview)
        self.choice: RecommendationChoice | None = None
        self.block: MissingBlock | None = None
        if missing:
            self.block = MissingBlock(interview, missing, rounded=False)
            self.block.opened.connect(self.opened)
            self.setLayout(column(self.block, margins=(1, 0, 0, 0)))
            return
        name = tr("Your recommendation about {name}").format(name=candidate_name(interview.candidate))
        self.choice = RecommendationChoice(name)
        self.choice.choose(interview.recommendation)
        self.choice.chosen.connect(self.recommended)
        shown: list[QWidget | int] = [12, Paragraph(interview.reason.strip(), "readingS", "ink")]
        said = shown if interview.reason.strip() else []
        self.setLayout(column(self.choice, *said, ..., margins=(ACROSS, DOWN, END, DOWN)))
