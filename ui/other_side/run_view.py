"""A mock run over the page: one question at a time, large; at the end how long each took, and room for a note."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app import limits
from app.interviews import preparing
from app.interviews.wording import clock, minutes
from app.translation import tr
from ui.candidates.competency import CompetencyChip
from ui.other_side import words
from ui.other_side.presenter import OtherSidePresenter
from ui.other_side.running import Running
from ui.questions.question_text import QuestionText
from ui.reflection.saved import SavedLine
from ui.theme import tokens
from ui.widgets.buttons import Button, LinkButton
from ui.widgets.clock_face import ClockFace
from ui.widgets.excerpt import Excerpt
from ui.widgets.foot_line import FootLine
from ui.widgets.labels import ElidedLabel, Label, Line
from ui.widgets.panes import ScrollPage, column, row
from ui.widgets.passage import Passage
from ui.widgets.writing import WritingArea
from ui.wording import day_name

_MEASURE = 720


class RunView(QWidget):
    """On one sheet, as a conversation is."""

    def __init__(self, presenter: OtherSidePresenter, running: Running) -> None:
        super().__init__()
        self._presenter, self._running = presenter, running
        self.head = _Head(presenter, running)
        self.asking, self.end = _Asking(presenter, running), _End(presenter, running)
        self._views = QStackedWidget()
        for each in (self.asking, self.end):
            self._views.addWidget(each)
        self.setLayout(column(self.head, self._views))
        self.setAccessibleName(tr("Mock run"))
        running.shown.connect(self.show_now)
        running.counted.connect(self.head.show_time)

    def focus_widget(self) -> QWidget:
        """Where the keyboard comes to first."""
        return self.end.focus_widget() if self._running.is_over else self.asking.reveal

    def foot_height(self) -> int:
        """How high what stays at its foot is."""
        return self.asking.foot.height() if not self._running.is_over else 0

    def show_now(self) -> None:
        """The question that is asked, or the end of it."""
        if self._running.run is None:
            return
        self.head.show_now()
        view = self.end if self._running.is_over else self.asking
        is_other = self._views.currentWidget() is not view
        view.show_now()
        self._views.setCurrentWidget(view)
        if is_other and self.isVisible():
            self.focus_widget().setFocus(Qt.FocusReason.OtherFocusReason)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), tokens.color("surface"))
        painter.fillRect(0, self.head.height() - 1, self.width(), 1, tokens.color("line"))


class _Head(QWidget):
    """The role, the time of the question in hand, and the way out."""

    def __init__(self, presenter: OtherSidePresenter, running: Running) -> None:
        super().__init__()
        self._presenter, self._running = presenter, running
        self._role = ElidedLabel("", "title")
        self._what = Label(tr("Mock run"), "caption", "ink2")
        self.time, self._of = ClockFace(), Label("", "small", "ink2", tabular=True)
        self.pause = Button(tr("Pause"), "quiet", icon="player-pause")
        self.stop = Button(tr("End here"), "quiet", icon="x")
        left = column(..., self._what, 1, self._role, ...)
        line = row(left, 24, self.time, 8, column(3, self._of), 20, self.pause, 4, self.stop, margins=(32, 0, 24, 0))
        line.setStretch(0, 1)
        self.setLayout(line)
        self.setFixedHeight(tokens.scaled(76))
        self.pause.clicked.connect(running.pause)
        self.stop.clicked.connect(running.finish)

    def show_now(self) -> None:
        """Whose it is, and what can be done."""
        given, is_over = self._presenter.preparation, self._running.is_over
        self._role.setText(words.role_name(given) if given is not None else "")
        for each in (self.time, self._of, self.pause, self.stop):
            each.setVisible(not is_over)
        paused = self._running.is_paused
        self.pause.say(tr("Go on") if paused else tr("Pause"))
        self.pause.show_icon("player-play" if paused else "player-pause")
        self.show_time()

    def show_time(self) -> None:
        """The clock went on."""
        given, run, at = self._presenter.preparation, self._running.run, self._running.at
        if given is None or run is None or self._running.is_over or at >= len(given.questions):
            return
        self.time.setText(clock(preparing.seconds_for(run, len(given.questions))[at]))
        self._of.setText(tr("of {time}").format(time=clock(given.questions[at].minutes * 60)))


class _Asking(QWidget):
    """The question, and the answer once it is asked for."""

    def __init__(self, presenter: OtherSidePresenter, running: Running) -> None:
        super().__init__()
        self._presenter, self._running = presenter, running
        self.chip, self._place = CompetencyChip(), ElidedLabel("", "small", "ink2")
        self.question, self.answer = QuestionText(), Passage("", "reading", "ink")
        self.answer.setAccessibleName(tr("Your answer"))
        self.reveal = Button(tr("Show my answer"), keys=tr("Ctrl J"))
        self.previous = Button(tr("Previous"), "quiet", icon="arrow-left")
        self.next = Button(tr("Next question"), "primary", keys=tr("Ctrl →"))
        self.finish = Button(tr("End the run"), "primary", keys=tr("Ctrl ↵"))
        body = QWidget()
        body.setMaximumWidth(tokens.scaled(_MEASURE))
        top = QWidget()
        line = row(self.chip, self._place, spacing=12)
        line.setStretch(1, 1)
        top.setLayout(line)
        top.setFixedHeight(tokens.scaled(24))
        body.setLayout(column(top, 18, self.question, 24, row(self.reveal, ...), 20, self.answer, ...))
        inside = QWidget()
        holder = row(..., body, ..., margins=(32, 44, 32 - ScrollPage.ROOM, 20))
        holder.setStretch(1, 1000)
        inside.setLayout(holder)
        self._scroll = ScrollPage(inside)
        self.foot = QWidget()
        said = ElidedLabel(tr("Say it aloud. Nobody listens, and nothing is scored."), "small", "ink2")
        self.foot.setLayout(row(self.previous, ..., said, ..., self.next, self.finish, margins=(21, 12, 32, 24)))
        self.setLayout(column(self._scroll, FootLine(self._scroll), self.foot))
        self.reveal.clicked.connect(running.reveal)
        self.previous.clicked.connect(lambda: running.go(-1))
        self.next.clicked.connect(lambda: running.go(1))
        self.finish.clicked.connect(running.finish)

    def show_now(self) -> None:
        """The question that is asked."""
        given, at, shows = self._presenter.preparation, self._running.at, self._running.shows_answer
        if given is None or at >= len(given.questions):
            return
        prepared, count = given.questions[at], len(given.questions)
        known = self._presenter.questions.get(prepared.question or "")
        self.chip.setVisible(known is not None)
        if known is not None:
            self.chip.show_competency(known.competency)
        self._place.setText(words.place(at + 1, count))
        self.question.show_text(preparing.words(prepared, self._presenter.questions).strip() or tr("Your own question"))
        self.answer.setText((prepared.answer.strip() or tr("Nothing is written yet.")) if shows else "")
        self.answer.setVisible(shows)
        self.reveal.say(tr("Hide my answer") if shows else tr("Show my answer"))
        self.previous.setEnabled(at > 0)
        had_focus = self.next.hasFocus() or self.finish.hasFocus()
        self.next.setVisible(at < count - 1)
        self.finish.setVisible(at == count - 1)
        if had_focus:
            (self.next if at < count - 1 else self.finish).setFocus(Qt.FocusReason.OtherFocusReason)


class _End(ScrollPage):
    """How long each took, and what was noticed. Nothing is compared."""

    def __init__(self, presenter: OtherSidePresenter, running: Running) -> None:
        inside = QWidget()
        super().__init__(inside)
        self._presenter, self._running = presenter, running
        self._is_filling = False
        self._title, self._about = Label("", "display", wraps=True), Label("", "small", "ink2", wraps=True)
        self._times = QVBoxLayout()
        self._times.setSpacing(0)
        self.note = WritingArea(
            tr("What you noticed"),
            tr("What came easily, and what you would say otherwise"),
            3,
            style="readingS",
            most=limits.WORDS,
        )
        self.saved = SavedLine(presenter.kept.autosave)
        self.done = Button(tr("Back to the answers"), "primary")
        self.drop = LinkButton(tr("Keep this run no longer"), icon="trash", tone="ink2")
        body = QWidget()
        body.setMaximumWidth(tokens.scaled(_MEASURE))
        state = row(self.saved, ..., margins=(0, 8, 0, 0))
        body.setLayout(
            column(
                *(self._title, 6, self._about, 28),
                *(Label(tr("What you noticed"), "heading"), 10, self.note, state, 20),
                *(row(self.done, 20, self.drop, ...), 36, self._times, ...),
            )
        )
        holder = row(..., body, ..., margins=(32, 44, 32 - ScrollPage.ROOM, 28))
        holder.setStretch(1, 1000)
        inside.setLayout(holder)
        self.note.textChanged.connect(self._on_note)
        self.done.clicked.connect(running.close)
        self.drop.clicked.connect(running.drop)

    def focus_widget(self) -> QWidget:
        """Where the keyboard comes to first."""
        return self.note

    def show_now(self) -> None:
        """The run that is over."""
        run = self._running.run
        if run is None:
            return
        asked = sum(each > 0 for each in run.seconds)
        self._title.setText(words.roughly(sum(run.seconds)))
        said = tr("{day}. Questions answered aloud: {count} of {all}.")
        self._about.setText(said.format(day=day_name(run.date), count=asked, all=len(run.seconds)))
        self._show_times(run.seconds)
        self._is_filling = True
        if self.note.text().strip() != run.note.strip():
            self.note.replace_text(run.note)
        self._is_filling = False
        self.verticalScrollBar().setValue(0)

    def _show_times(self, seconds: Sequence[int]) -> None:
        while (old := self._times.takeAt(0)) is not None:
            if (widget := old.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for at, each in enumerate(seconds):
            made = _Time(self._asked(at), each)
            self._times.addWidget(made)
            made.show()

    def _asked(self, at: int) -> str:
        """In words while they are sure to be those that were asked; of an earlier run, by its number."""
        given = self._presenter.preparation
        if given is None or self._running.is_earlier or at >= len(given.questions):
            return tr("Question {number}").format(number=at + 1)
        return preparing.words(given.questions[at], self._presenter.questions).strip() or tr("Your own question")

    def _on_note(self) -> None:
        if not self._is_filling:
            self._running.note(self.note.text())


class _Time(QWidget):
    """One question, and how long it took."""

    def __init__(self, asked: str, seconds: int) -> None:
        super().__init__()
        time = Label(clock(seconds) if seconds else tr("not asked"), "control", "ink2", tabular=True)
        time.setFixedHeight(tokens.line_height("body"))
        line = row(Excerpt(asked, "body", "ink"), 16, time, margins=(0, 11, 0, 11))
        line.setStretch(0, 1)
        line.setAlignment(time, Qt.AlignmentFlag.AlignTop)
        self.setLayout(column(Line(), line))
        heard = minutes(seconds // 60) if seconds >= 60 else words.roughly(seconds)
        self.setAccessibleName(tr("{question} {time}").format(question=asked, time=heard))
