"""The four parts of a debrief on its sheet, in their fixed order."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app import limits
from app.delegation.hover import hover
from app.delegation.model import CameTrue, Score
from app.delegation.record import QUALITY
from app.one_on_ones.model import Involvement
from app.translation import tr
from ui.clock import today
from ui.debrief.logged import counted
from ui.debrief.presenter import DebriefPresenter
from ui.reflection.fields import show_line
from ui.reflection.flow import Flow
from ui.rope.small import SmallRope
from ui.rope.words import happenings
from ui.theme import tokens
from ui.widgets.fields import LineField
from ui.widgets.labels import Label, Paragraph
from ui.widgets.panes import column, row
from ui.widgets.segmented import Segmented
from ui.widgets.step_mark import StepMark
from ui.widgets.tab_loop import put_after, stop_before
from ui.widgets.writing import WritingArea

_LOG = 190  # pixels for what is counted, beside the rope


class Section(QWidget):
    """A mark, a heading with a few words beside it, and what belongs below."""

    def __init__(self, presenter: DebriefPresenter, number: int, title: str, said: str) -> None:
        super().__init__()
        self._presenter = presenter
        self._mark, self._said, head = StepMark(number), Label(said, "small", "ink2"), QWidget()
        self.body = column(spacing=8)
        head.setLayout(Flow(Label(title, "heading"), self._said, between=2))
        line = row(column(self._mark, ...), 16, column(1, head, 8, self.body))
        line.setStretch(2, 1)
        self.setLayout(line)
        presenter.taken.connect(self.fill)
        presenter.edited.connect(self.mark)

    def fill(self) -> None:
        """Shows what is in hand."""
        raise NotImplementedError

    def is_done(self) -> bool:
        """Whether anything, or all of it, is said."""
        raise NotImplementedError

    def mark(self) -> None:
        """Shows whether it is done."""
        self._mark.show_state("done" if self._presenter.debrief and self.is_done() else "to come")

    def mark_next(self) -> None:
        """It is the one to go on with."""
        self._mark.show_state("open")


class Points(Section):
    """How far each point was met. They come before anything else."""

    def __init__(self, presenter: DebriefPresenter) -> None:
        super().__init__(presenter, 1, tr("What done looked like"), tr("Score these before anything else."))
        self.choices: list[Segmented] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        self._none = Paragraph(tr("No points were agreed on when it was handed over."), "small")
        self.body.addLayout(self._rows)
        self.body.addWidget(self._none)

    def is_done(self) -> bool:
        return self._presenter.is_scored

    def fill(self) -> None:
        given = self._presenter.debrief
        points = given.points if given is not None else ()
        while (old := self._rows.takeAt(0)) is not None:
            if (widget := old.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.choices = []
        for at, each in enumerate(points):
            options = [(Score.MET, tr("Met")), (Score.PARTLY, tr("Partly")), (Score.NOT_MET, tr("Not met"))]
            choice = Segmented(
                [(key.value, words) for key, words in options], each.point, allows_none=True, compact=True
            )
            choice.choose(each.score.value if each.score else "")
            choice.chosen.connect(partial(self._on_chosen, at))
            self.choices.append(choice)
            holder = QWidget()
            words = Paragraph(each.point, "readingS", "ink")
            line = row(words, 16, choice)
            line.setStretch(0, 1)
            line.setAlignment(words, Qt.AlignmentFlag.AlignVCenter)
            holder.setLayout(line)
            self._rows.addWidget(holder)
        put_after(stop_before(self), self)
        self._none.setVisible(not points)
        self._said.setVisible(bool(points))
        self.mark()

    def _on_chosen(self, at: int, key: str) -> None:
        self._presenter.score(at, Score(key) if key else None)


class _Words(WritingArea):
    """A few sentences of one field."""

    def __init__(self, presenter: DebriefPresenter, part: str, name: str, lines: int) -> None:
        super().__init__(name, "", lines, maximum_height=200, style="readingS", most=limits.WORDS, lined=True)
        self._presenter, self._part, self._is_filling = presenter, part, False
        self.textChanged.connect(self._on_changed)
        presenter.taken.connect(self.fill)

    def fill(self) -> None:
        """Shows what is in hand."""
        given = self._presenter.debrief
        said = getattr(given, self._part) if given is not None else ""
        if said != self.text():
            self._is_filling = True
            self.replace_text(said)
            self._is_filling = False

    def _on_changed(self) -> None:
        if not self._is_filling:
            self._presenter.edit(**{self._part: self.text()})


class Process(Section):
    """What helped and what broke, and one's own part in it."""

    def __init__(self, presenter: DebriefPresenter) -> None:
        super().__init__(presenter, 2, tr("The process"), tr("What helped and what broke, not who."))
        self.helped = _Words(presenter, "helped", tr("Helped"), 1)
        self.broke = _Words(presenter, "broke", tr("Broke"), 1)
        self.part = _Words(presenter, "my_part", tr("My part in it"), 1)
        self.body.addLayout(
            row(
                column(Label(tr("Helped"), "caption", "ink2"), self.helped, ...),
                28,
                column(Label(tr("Broke"), "caption", "ink2"), self.broke, ...),
            )
        )
        self.body.addLayout(column(4, Label(tr("My part in it"), "caption", "ink2"), self.part))

    def is_done(self) -> bool:
        given = self._presenter.debrief
        return given is not None and any(map(str.strip, (given.helped, given.broke, given.my_part)))

    def fill(self) -> None:
        self.mark()


class Involved(Section):
    """How involved one was. It opens once the points are scored, so that the answer does not colour them."""

    def __init__(self, presenter: DebriefPresenter) -> None:
        super().__init__(presenter, 3, tr("How involved I was"), "")
        self.rope, self._log = SmallRope(), Paragraph("", "small", "ink2", is_right=True)
        self._log.setMaximumWidth(tokens.scaled(_LOG))
        self._later = Label(tr("Opens once the points are scored."), "small", "ink2")
        options = [
            (Involvement.TOO_LITTLE.value, tr("Too little")),
            (Involvement.RIGHT.value, tr("About right")),
            (Involvement.TOO_MUCH.value, tr("Too much")),
        ]
        self.choice = Segmented(options, tr("How involved I was"), allows_none=True, compact=True)
        self._index = Label("", "small", "ink2")
        self._open = QWidget()
        answer = QWidget()
        answer.setLayout(Flow(self.choice, self._index, across=12, between=6))
        seen = row(self.rope, ..., 24, self._log)
        seen.setStretch(0, 1000)
        seen.setAlignment(self._log, Qt.AlignmentFlag.AlignVCenter)
        self._open.setLayout(column(seen, 6, answer))
        self.body.addWidget(self._open)
        self.body.addWidget(self._later)
        self.choice.chosen.connect(lambda key: presenter.edit(involvement=Involvement(key) if key else None))

    def is_done(self) -> bool:
        return self._presenter.debrief is not None and self._presenter.debrief.involvement is not None

    def fill(self) -> None:
        found, given = self._presenter.found, self._presenter.debrief
        if found is None or given is None:
            return
        self.choice.choose(given.involvement.value if given.involvement else "")
        told = found.history
        self.rope.show_history(happenings(told, today()), told.strands)
        self.rope.setVisible(bool(told.strands))
        self._log.setText(counted(told.touches))
        self._log.setVisible(bool(self._log.text()))
        index = hover([told], today()).index
        said = tr("Hover index {index}, from your own log").format(index=f"{index:.1f}") if index is not None else ""
        self._index.setText(said or tr("Not enough yet for a hover index"))
        self.mark()

    def mark(self) -> None:
        super().mark()
        self._open.setVisible(self._presenter.is_scored)
        self._later.setVisible(not self._presenter.is_scored)


class Feared(Section):
    """What was feared beside what happened."""

    def __init__(self, presenter: DebriefPresenter) -> None:
        super().__init__(presenter, 4, tr("What I feared, what happened"), "")
        self._how, self._fear = Label("", "caption", "ink2"), Paragraph("", "readingS", "ink")
        self._none = Label(tr("Nothing was written down."), "small", "ink2")
        self.happened = LineField(tr("What did happen"), tr("one line, or none"), most=limits.WORDS)
        options = [(CameTrue.NO, tr("No")), (CameTrue.PARTLY, tr("Partly")), (CameTrue.YES, tr("Yes"))]
        self.came_true = Segmented(
            [(key.value, words) for key, words in options], tr("Did it come true?"), allows_none=True, compact=True
        )
        numbers = [(str(each), str(each)) for each in range(QUALITY[0], QUALITY[1] + 1)]
        self.quality = Segmented(numbers, tr("How good was it?"), allows_none=True, compact=True)
        left = column(self._how, 4, self._fear, self._none, ...)
        right = column(Label(tr("What did happen"), "caption", "ink2"), 1, self.happened, ...)
        both = row(left, 28, right)
        both.setStretch(0, 1)
        both.setStretch(2, 1)
        self._asked = _captioned(tr("Did it come true?"), self.came_true)
        answers = QWidget()
        answers.setLayout(Flow(self._asked, _captioned(tr("How good was it?"), self.quality), across=24, between=10))
        self.body.addLayout(both)
        self.body.addWidget(answers)
        self.happened.textEdited.connect(lambda words: presenter.edit(happened=words))
        self.came_true.chosen.connect(lambda key: presenter.edit(came_true=CameTrue(key) if key else None))
        self.quality.chosen.connect(lambda key: presenter.edit(quality=int(key) if key else None))

    def is_done(self) -> bool:
        given = self._presenter.debrief
        return given is not None and (given.came_true is not None or bool(given.happened.strip()))

    def fill(self) -> None:
        found, given = self._presenter.found, self._presenter.debrief
        if found is None or given is None:
            return
        of = found.history.delegation
        said = tr("Feared")
        if of.likelihood is not None:
            said = tr("Feared, {likelihood} in 10").format(likelihood=of.likelihood)
        if of.quality is not None:
            said = tr("{said}, quality {quality}").format(said=said, quality=of.quality)
        self._how.setText(said)
        self._fear.setText(tr("“{fear}”").format(fear=of.fear.strip()))
        self._fear.setVisible(bool(of.fear.strip()))
        self._none.setVisible(not of.fear.strip())
        self._asked.setVisible(bool(of.fear.strip()))
        show_line(self.happened, given.happened)
        self.came_true.choose(given.came_true.value if given.came_true else "")
        self.quality.choose("" if given.quality is None else str(given.quality))
        self.mark()


def _captioned(words: str, field: QWidget) -> QWidget:
    made = QWidget()
    made.setLayout(row(Label(words, "small", "ink2"), 10, field))
    return made
