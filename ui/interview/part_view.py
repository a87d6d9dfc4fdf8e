"""One part of the conversation: what is asked, what was said and done, and the rating of it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.interviews import conversation
from app.interviews.model import Asked, PartKind
from app.titles import one_line
from app.translation import tr
from ui.candidates import words
from ui.candidates.competency import CompetencyChip
from ui.interview.follow_ups import FollowUps
from ui.interview.grounds_line import GroundsLine
from ui.interview.notes_area import NotesArea
from ui.interview.presenter import InterviewPresenter
from ui.interview.rating import Rating
from ui.interview.saved_notes import SavedNotes
from ui.questions.question_text import QuestionText
from ui.theme import tokens
from ui.widgets.choices import Check
from ui.widgets.labels import ElidedLabel
from ui.widgets.panes import ScrollPage, column, row
from ui.widgets.tab_loop import put_after, stop_before


class PartView(ScrollPage):
    """What is typed and done goes to the presenter at once."""

    ground_opened = Signal(str)  # what may not be asked, by its id

    def __init__(self, presenter: InterviewPresenter) -> None:
        inside = QWidget()
        super().__init__(inside)
        self._presenter, self._inside = presenter, inside
        self._shown: tuple[str, int] | None = None
        self._is_filling = False
        self.chip, self._place = CompetencyChip(), ElidedLabel("", "small", "ink2")
        self.left_out = Check(tr("Not asked"), style="small", tone="ink2")
        self.question, self.follow_ups, self.notes = QuestionText(), FollowUps(), NotesArea()
        self.grounds = GroundsLine(self.notes)
        self.rating = Rating()
        self.saved = SavedNotes(presenter)
        self._advice = ElidedLabel(tr("What was said and done. Impressions can wait until after."), "caption", "ink3")
        self._lay_out(inside)
        self._wire()

    def set_narrow(self, narrow: bool) -> None:
        """Keeps the measure of the text where there is little room."""
        side = 28 if narrow else 40
        self.notes.set_minimum_lines(3 if narrow else 4)
        self._column.setContentsMargins(side, 16 if narrow else 36, side - ScrollPage.ROOM, 4 if narrow else 16)

    def show_time(self) -> None:
        """The clock went on."""
        given = self._presenter.interview
        if given is not None and self._presenter.part is not None:
            self._place.setText(_place(words.place(given, given.at), self._presenter.part, self._presenter.is_over))

    def forget(self) -> None:
        """Shows no words any more."""
        self._is_filling = True
        self.notes.replace_text("")
        self._shown, self._is_filling = None, False

    def show_now(self) -> None:
        """The part that is in hand, as it is now."""
        given, part = self._presenter.interview, self._presenter.part
        self._inside.setVisible(part is not None)  # a kit may have had none
        if given is None or part is None:
            return
        self.show_time()
        is_question = part.what is PartKind.QUESTION
        self.chip.setVisible(part.competency is not None)
        if part.competency is not None:
            self.chip.show_competency(part.competency)
        self.question.show_text(part.text)
        if self.follow_ups.show_part(part):
            put_after(stop_before(self.notes), self.follow_ups)
        self._more.setVisible(bool(part.follow_ups))
        for each in (self.rating, self.left_out):
            each.setVisible(is_question)
        self.rating.show_part(part)
        self.left_out.setChecked(part.not_asked)
        self.notes.setAccessibleDescription(one_line(part.text))
        self._fill((given.id, given.at), part)

    def _lay_out(self, inside: QWidget) -> None:
        head = row(self.chip, self._place, self.left_out, spacing=12)
        head.setStretch(1, 1)
        top = QWidget()
        top.setLayout(head)
        top.setFixedHeight(tokens.scaled(24))
        self._more = QWidget()
        self._more.setLayout(column(self.follow_ups, margins=(0, 0, 0, 18)))
        state = row(self.saved, 16, self._advice)
        state.setStretch(0, 1)
        self._column = column(
            *(top, 14, self.question, 18, self._more, self.notes, 10),
            *(state, self.grounds, 20, self.rating, ...),
        )
        self._column.setStretchFactor(self.notes, 7)
        inside.setLayout(self._column)
        self.set_narrow(False)

    def _wire(self) -> None:
        presenter = self._presenter
        self.notes.textChanged.connect(self._on_notes)
        self.follow_ups.ticked.connect(presenter.tick)
        self.rating.rated.connect(presenter.rate)
        self.left_out.clicked.connect(presenter.leave_out)
        self.grounds.opened.connect(self.ground_opened)

    def _fill(self, place: tuple[str, int], part: Asked) -> None:
        is_other, self._shown = place != self._shown, place
        self._is_filling = True
        shown = self.notes.text()
        if (is_other and shown != part.notes) or shown.strip() != part.notes.strip():
            self.notes.replace_text(part.notes)
        self._is_filling = False
        if is_other:
            self.grounds.begin()
            self.verticalScrollBar().setValue(0)

    def _on_notes(self) -> None:
        if not self._is_filling:
            self._presenter.write_notes(self.notes.text())
            self.grounds.look_soon()


def _place(said: str, part: Asked, is_over: bool) -> str:
    """ "Question 3 of 6, about 4 minutes left for it"; where they are over, nothing is said of it."""
    left = 0 if is_over else conversation.left_for(part)
    if left <= 0:
        return said
    minutes = round(left / 60)
    if minutes == 0:
        return tr("{place}, less than a minute left for it").format(place=said)
    if minutes == 1:
        return tr("{place}, about a minute left for it").format(place=said)
    return tr("{place}, about {count} minutes left for it").format(place=said, count=minutes)
