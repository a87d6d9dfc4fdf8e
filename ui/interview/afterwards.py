"""A conversation that is finished: the evidence beside each rating, and then what is recommended."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app import limits
from app.interviews import conversation
from app.interviews.model import Asked, Interview, PartKind
from app.titles import one_line
from app.translation import tr
from ui.candidates import words
from ui.candidates.competency import CompetencyChip
from ui.candidates.missing_block import MissingBlock
from ui.candidates.rating_box import RatingLine
from ui.candidates.recommendation import RecommendationChoice
from ui.interview.presenter import InterviewPresenter
from ui.interview.saved_notes import SavedNotes
from ui.theme import tokens
from ui.widgets.buttons import LinkButton
from ui.widgets.excerpt import Excerpt
from ui.widgets.labels import Label, Line, Paragraph
from ui.widgets.panes import ScrollPage, column, row
from ui.widgets.passage import Passage
from ui.widgets.tab_loop import put_after, stop_before
from ui.widgets.writing import WritingArea

_MEASURE = 764
_TABS = Qt.FocusPolicy.TabFocus


class PartRow(QWidget):
    """What was asked and what it is about; below it the rating by its anchor, and what it rests on."""

    opened = Signal()

    def __init__(self, interview: Interview, at: int) -> None:
        super().__init__()
        part = interview.parts[at]
        self.change = LinkButton(tr("Change"), tone="ink2", style="caption")
        said = tr("Change {place}: {text}").format(place=words.place(interview, at), text=one_line(part.text))
        self.change.setAccessibleName(said)
        self.change.clicked.connect(self.opened)
        head = row(Excerpt(part.text, "heading", "ink"), 16, column(self.change, ...))
        head.setStretch(0, 1)
        self.setLayout(column(head, 2, *_about(part), *_evidence(part), margins=(0, 18, 0, 18)))


class Afterwards(ScrollPage):
    """Made anew when it is shown: nothing is typed in a row of it."""

    part_asked = Signal(int)
    person_asked = Signal()

    def __init__(self, presenter: InterviewPresenter) -> None:
        inside = QWidget()
        super().__init__(inside)
        self._presenter = presenter
        self._made_of: object = None
        self._is_filling = False
        self.rows: list[PartRow] = []
        self.missing: MissingBlock | None = None
        self._parts, self._lacking = column(), column()
        self.choice = RecommendationChoice(tr("Your recommendation"), columns=5)
        self.reason = WritingArea(
            tr("Why, in your own words"),
            tr("What it rests on"),
            1,
            maximum_height=220,
            style="readingS",
            most=limits.WORDS,
            lined=True,
        )
        self.saved = SavedNotes(presenter)
        self.to_person = LinkButton("", icon="users")
        self._lay_out(inside)
        self.to_person.clicked.connect(self.person_asked)
        self.choice.chosen.connect(presenter.recommend)
        self.reason.textChanged.connect(self._on_reason)

    def set_narrow(self, narrow: bool) -> None:
        """Keeps the measure of the text where there is little room."""
        side = 28 if narrow else 40
        self._column.setContentsMargins(side, 8, side - ScrollPage.ROOM, 28)

    def show_now(self) -> None:
        """The conversation as it is now."""
        given = self._presenter.interview
        if given is None:
            return
        if (made_of := (given.id, given.parts)) != self._made_of:
            self._made_of = made_of
            self._make(given)
        may = self.missing is None
        self._recommending.setVisible(may)
        self._came.setVisible(self._presenter.person is not None)
        self.to_person.say(tr("{name} is among your people").format(name=one_line(given.hired or "")))
        self.choice.choose(given.recommendation)
        self._is_filling = True
        if self.reason.text().strip() != given.reason.strip():
            self.reason.replace_text(given.reason)
        self._is_filling = False

    def forget(self) -> None:
        """Shows no words any more."""
        self._made_of = None
        self._clear()
        self._is_filling = True
        self.reason.replace_text("")
        self._is_filling = False

    def stop(self) -> QWidget:
        """Where the keyboard begins: at the evidence, which comes before the recommendation."""
        if self.rows:
            return self.rows[0].change
        return self.missing.links[0] if self.missing is not None else self.choice.stop()

    def _lay_out(self, inside: QWidget) -> None:
        self._recommending = QWidget()
        self._recommending.setLayout(column(*(self.choice, 14, self.reason, 10, row(self.saved, ...))))
        how = Paragraph(tr("In words, and yours alone. Nothing is added up."), "small", "ink2")
        self._heading = Label(tr("Your recommendation"), "heading"), how
        self._came = QWidget()
        self._came.setLayout(row(self.to_person, ..., margins=(0, 18, 0, 0)))
        self._column = column(
            *(self._parts, 28, self._heading[0], 2, self._heading[1], 14),
            *(self._lacking, self._recommending, self._came, ...),
        )
        inside.setLayout(self._column)
        inside.setMaximumWidth(tokens.scaled(_MEASURE) + 80)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self.set_narrow(False)

    def _make(self, given: Interview) -> None:
        self._clear()
        for at, part in enumerate(given.parts):
            if part.what is not PartKind.QUESTION and not part.notes.strip():
                continue
            made = PartRow(given, at)
            made.opened.connect(lambda at=at: self.part_asked.emit(at))
            self.rows.append(made)
            self._parts.addWidget(made)
            self._parts.addWidget(Line())
        if missing := conversation.missing(given):
            self.missing = MissingBlock(given, missing)
            self.missing.opened.connect(self.part_asked)
            self._lacking.addWidget(self.missing)
        self._put_in_order()

    def _put_in_order(self) -> None:
        """Tab and a screen reader come to them before the recommendation, which was there first."""
        before = stop_before(self.choice.choices[0])
        for each in filter(None, (*self.rows, self.missing)):
            put_after(before, each)
            before = [inside for inside in each.findChildren(QWidget) if inside.focusPolicy() & _TABS][-1]
            each.raise_()
        for later in (*self._heading, self._recommending, self._came):
            later.raise_()

    def _clear(self) -> None:
        self.rows, self.missing = [], None
        for layout in (self._parts, self._lacking):
            while (item := layout.takeAt(0)) is not None:
                if (widget := item.widget()) is not None:
                    widget.hide()
                    widget.deleteLater()

    def _on_reason(self) -> None:
        if not self._is_filling:
            self._presenter.reason(self.reason.text())


def _about(part: Asked) -> list[QWidget | int]:
    if part.competency is None:
        return []
    line = QWidget()
    line.setLayout(row(CompetencyChip(part.competency, filled=False), ...))
    return [line, 8]


def _evidence(part: Asked) -> list[QWidget | int]:
    shown: list[QWidget | int] = []
    if part.what is PartKind.QUESTION:
        shown.append(RatingLine(part, short=False))
    if part.notes.strip():
        notes = Passage(part.notes.strip(), "readingS")
        notes.setAccessibleName(one_line(part.text))
        shown += [6, notes]
    return shown
