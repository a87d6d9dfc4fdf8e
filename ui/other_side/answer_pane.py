"""The middle: one question, and what there is to say to it; or one of the bank, before it is chosen."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.interviews import preparing
from app.titles import one_line
from app.translation import tr
from ui.candidates.competency import CompetencyChip
from ui.other_side import words
from ui.other_side.deeds import Deeds
from ui.other_side.presenter import OtherSidePresenter
from ui.other_side.sources import Sources
from ui.questions.asked_area import AskedArea
from ui.questions.question_text import QuestionText
from ui.reflection.saved import SavedLine
from ui.theme import tokens
from ui.widgets.buttons import Button, LinkButton, SearchButton
from ui.widgets.labels import ElidedLabel, Paragraph
from ui.widgets.panes import ScrollPage, column, row
from ui.widgets.rope import EmptyRope

SIDE, _MEASURE = 28, 480


class AnswerPane(QWidget):
    """On the sheet that is written on. What is typed goes to the presenter at once."""

    back_asked = Signal()  # where the questions are not beside it
    beside_asked = Signal()  # where what one looks up is not beside it

    def __init__(self, presenter: OtherSidePresenter, deeds: Deeds) -> None:
        super().__init__()
        self._presenter, self._deeds = presenter, deeds
        self.back = LinkButton(tr("Questions"), icon="chevron-left", tone="ink2")
        self.look = LinkButton(tr("Look something up"), icon="search", tone="ink2")
        self.writing, self.reading = _Writing(presenter, deeds), _Reading(presenter, deeds)
        self.begin = Button(tr("Add from the bank"), "primary")
        self.search = SearchButton(tr("Search or jump to…"), tr("Ctrl K"))
        self.search.setMaximumWidth(tokens.scaled(272))
        self._none = ScrollPage(self._without())
        self._bodies = QStackedWidget()
        for each in (self.writing, self.reading, self._none):
            self._bodies.addWidget(each)
        self._head = QWidget()
        head = row(self.back, 12, self.look, 16, ..., self.search, margins=(SIDE, 20, SIDE, 0))
        head.setStretchFactor(self.search, 1000)
        self._head.setLayout(head)
        self.setLayout(column(self._head, self._bodies))
        self.setAccessibleName(tr("Answer"))
        self.back.clicked.connect(self.back_asked)
        self.look.clicked.connect(self.beside_asked)
        presenter.changed.connect(self.show_now)

    def arrange(self, *, has_list: bool, has_beside: bool) -> None:
        """What stands beside it."""
        self.back.setVisible(not has_list)
        self.look.setVisible(not has_beside and self._bodies.currentWidget() is not self._none)
        self._head.setVisible(not (has_list and has_beside))

    def focus_widget(self) -> QWidget:
        """Where the keyboard comes to first."""
        if self._bodies.currentWidget() is self.writing:
            return self.writing.answer
        return self.reading.put_in if self._bodies.currentWidget() is self.reading else self.begin

    def show_now(self) -> None:
        """The question that is seen."""
        presenter = self._presenter
        asks, is_chosen = presenter.asks, presenter.question_id in presenter.picked
        if presenter.is_choosing and asks is not None and not is_chosen:
            self.reading.show_now()
            self._bodies.setCurrentWidget(self.reading)
        elif presenter.prepared is not None:
            self.writing.show_now()
            self._bodies.setCurrentWidget(self.writing)
        else:
            self._bodies.setCurrentWidget(self._none)

    def _without(self) -> QWidget:
        """What is said while nothing was chosen."""
        words = tr(
            "Choose the questions that you expect, or write your own. Each answer is written here, with your own "
            "reflections and debriefs beside it."
        )
        said = Paragraph(words, "reading", "ink2", is_centred=True)
        said.setMaximumWidth(tokens.scaled(_MEASURE))
        title = Paragraph(tr("What may they ask you?"), "display", "ink", is_centred=True)
        made = QWidget()
        made.setLayout(
            column(
                *(..., row(..., EmptyRope(), ...), 43, title, 9, row(..., said, ...), 26),
                *(row(..., self.begin, ...), ..., ...),
                margins=(SIDE, 0, SIDE - ScrollPage.ROOM, 20),
            )
        )
        return made

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), tokens.color("surface"))
        painter.fillRect(0, 0, 1, self.height(), tokens.color("line"))


class _Top(QWidget):
    """What the question is about, and which it is."""

    def __init__(self) -> None:
        super().__init__()
        self.chip, self.place = CompetencyChip(), ElidedLabel("", "small", "ink2")
        line = row(self.chip, self.place, spacing=12)
        line.setStretch(1, 1)
        self.setLayout(line)
        self.setFixedHeight(tokens.scaled(24))


class _Writing(ScrollPage):
    def __init__(self, presenter: OtherSidePresenter, deeds: Deeds) -> None:
        inside = QWidget()
        super().__init__(inside)
        self._presenter, self._deeds = presenter, deeds
        self._shown: tuple[str | None, str | None, int | None] | None = None
        self._is_filling = False
        self._top, self.question = _Top(), QuestionText()
        self.answer = AskedArea(tr("Your answer"), tr("What happened, what you did, and what came of it"))
        self.saved, self.sources = SavedLine(presenter.kept.autosave), Sources(presenter, deeds, self.answer)
        advice = ElidedLabel(tr("A moment that took place says more than a view."), "caption", "ink3")
        state = row(self.saved, 16, advice)
        state.setStretch(0, 1)
        layout = column(
            *(self._top, 14, self.question, 18, self.answer, 10, state, 14, self.sources),
            margins=(SIDE, 20, SIDE - ScrollPage.ROOM, 16),
        )
        layout.setStretchFactor(self.answer, 1)
        inside.setLayout(layout)
        self.setFocusProxy(self.answer)
        self.answer.textChanged.connect(self._on_typed)
        presenter.role_chosen.connect(self.forget)

    def forget(self) -> None:
        """What is shown next is filled in anew."""
        self._shown = None

    def show_now(self) -> None:
        """The question in hand and its answer."""
        presenter, prepared, given = self._presenter, self._presenter.prepared, self._presenter.preparation
        if prepared is None or given is None or presenter.at is None:
            return
        known = presenter.questions.get(prepared.question or "")
        self._top.chip.setVisible(known is not None)
        if known is not None:
            self._top.chip.show_competency(known.competency)
        self._top.place.setText(words.place(presenter.at + 1, len(given.questions)))
        said = preparing.words(prepared, presenter.questions).strip() or tr("A question of your own")
        self.question.show_text(said)
        self.answer.setAccessibleDescription(one_line(said))
        self.sources.show_sources(prepared.sources)
        place = (given.id, prepared.question, None if prepared.question else presenter.at)
        is_other, self._shown = place != self._shown, place
        self._is_filling = True
        if is_other or self.answer.text().strip() != prepared.answer.strip():
            self.answer.replace_text(prepared.answer)
        self._is_filling = False
        if is_other:
            self.verticalScrollBar().setValue(0)

    def _on_typed(self) -> None:
        if not self._is_filling:
            self._deeds.answer(self.answer.text())


class _Reading(ScrollPage):
    """A question that was not chosen yet."""

    def __init__(self, presenter: OtherSidePresenter, deeds: Deeds) -> None:
        inside = QWidget()
        super().__init__(inside)
        self._presenter = presenter
        self._top, self.question = _Top(), QuestionText()
        self.put_in = Button(tr("Put it in"), icon="plus", keys=tr("Space"))
        self._why = Paragraph("", "readingS", "ink2")
        inside.setLayout(
            column(
                *(self._top, 14, self.question, 18, self._why, 24, row(self.put_in, ...), ...),
                margins=(SIDE, 20, SIDE - ScrollPage.ROOM, 16),
            )
        )
        self.put_in.clicked.connect(lambda: deeds.toggle(presenter.question_id or ""))

    def show_now(self) -> None:
        """The one that is looked at."""
        asks = self._presenter.asks
        if asks is None:
            return
        self._top.chip.show_competency(asks.competency)
        self._top.place.setText("")
        self.question.show_text(asks.text)
        self._why.setText(asks.why)
