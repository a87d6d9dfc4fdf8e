"""The fields of a question, changed where it is read."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from app import limits
from app.interviews.model import Competency
from app.interviews.wording import competency_name
from app.translation import tr
from ui.grounds.note import GroundNote
from ui.interviews.anchors_field import AnchorsField
from ui.interviews.lines_field import LinesField
from ui.interviews.presenter import InterviewsPresenter
from ui.interviews.question_deeds import QuestionDeeds
from ui.questions.quiet_fields import MinutesField
from ui.reflection.one_of import OneOf
from ui.reflection.saved import SavedLine
from ui.widgets.buttons import Button
from ui.widgets.chips import Pill
from ui.widgets.labels import Label, Paragraph
from ui.widgets.panes import Panel, ScrollPage, column, row
from ui.widgets.tab_loop import put_after
from ui.widgets.writing import WritingArea

_HIGHEST = 240


class QuestionEditor(ScrollPage):
    """Every field saves itself. Escape or Ctrl+Enter goes back to reading."""

    def __init__(self, presenter: InterviewsPresenter, deeds: QuestionDeeds, side: int) -> None:
        holder = self._holder = QWidget()
        super().__init__(holder)
        self._presenter, self._deeds = presenter, deeds
        self._is_filling = False
        self.text = _Area(tr("Question"), tr("What do you ask?"), 2, maximum_height=_HIGHEST, most=limits.QUESTION)
        self.hint = Paragraph("", "small", "ink2")
        self.ground = GroundNote()
        self.competency = _CompetencyPill()
        self.minutes = MinutesField()
        self.why = _Area(
            tr("Why to ask it"), tr("Optional"), 1, maximum_height=_HIGHEST, style="readingS", most=limits.PURPOSE
        )
        self.follow_ups = LinesField(tr("Follow up with"), tr("What you ask if the answer stays short"))
        self.listen_for = LinesField(tr("Listen for"), tr("What a good answer has in it"))
        self.watch_for = LinesField(tr("Watch for"), tr("What makes you ask once more"))
        self.anchors = AnchorsField()
        self.minutes.setAccessibleName(tr("Minutes"))
        pills = row(self.competency, 14, self.minutes, ...)
        holder.setLayout(
            column(
                *(Label(tr("Question"), "caption", "ink2"), 6, self.text, 6, self.hint, self.ground, 14),
                *(Label(tr("Competency and minutes"), "caption", "ink2"), 6, pills, 20),
                *(Label(tr("Why to ask it"), "caption", "ink2"), 6, self.why, 20),
                *(Label(tr("Follow up with"), "caption", "ink2"), 2, self.follow_ups, 20),
                *(Label(tr("Listen for"), "caption", "ink2"), 2, self.listen_for, 20),
                *(Label(tr("Watch for"), "caption", "ink2"), 2, self.watch_for, 20),
                *(Label(tr("What each rating means"), "caption", "ink2"), 6, self.anchors, ...),
                margins=(side, 2, side - ScrollPage.ROOM, 24),
            )
        )
        self._wire()

    def focus_start(self) -> None:
        """At the end of the question."""
        self.verticalScrollBar().setValue(0)
        self.text.moveCursor(QTextCursor.MoveOperation.End)
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._presenter.finish()
        else:
            super().keyPressEvent(event)

    def _wire(self) -> None:
        change = self._deeds.change
        self.text.textChanged.connect(self._on_text)
        self.why.textChanged.connect(lambda: None if self._is_filling else change(why=self.why.text()))
        self.competency.chosen.connect(lambda chosen: change(competency=chosen))
        self.minutes.given.connect(lambda minutes: change(minutes=minutes))
        self.follow_ups.changed.connect(lambda lines: change(follow_ups=lines))
        self.listen_for.changed.connect(lambda lines: change(listen_for=lines))
        self.watch_for.changed.connect(lambda lines: change(watch_for=lines))
        self.anchors.changed.connect(lambda anchors: change(anchors=anchors))
        self._presenter.editing_changed.connect(self._fill)

    def _on_text(self) -> None:
        if not self._is_filling:
            self._deeds.change(text=self.text.text())
            self._show_hint()
            self.ground.look_soon(self.text.text())

    def _fill(self) -> None:
        draft = self._presenter.draft
        if draft is None:
            return
        self._is_filling = True
        for area, words in ((self.text, draft.text), (self.why, draft.why)):
            if area.text() != words:
                area.replace_text(words)
        self._is_filling = False
        self.competency.show_competency(draft.competency)
        self.minutes.show_minutes(draft.minutes)
        for lines, given in (
            (self.follow_ups, draft.follow_ups),
            (self.listen_for, draft.listen_for),
            (self.watch_for, draft.watch_for),
        ):
            lines.show_lines(given)
        self.anchors.show_anchors(draft.anchors)
        put_after(self.text, self._holder)  # the lines are new
        self._show_hint()
        self.ground.look_soon(draft.text)

    def _show_hint(self) -> None:
        draft = self._presenter.draft
        is_empty = draft is not None and not draft.text.strip()
        keeps = is_empty and self._deeds.original() is not None
        said = tr("Without words, the question stays as it came.") if keeps else ""
        self.hint.setText(said)
        self.hint.setVisible(bool(said))


class EditorFoot(QWidget):
    """Whether it is saved, and the way back to reading."""

    def __init__(self, presenter: InterviewsPresenter, side: int) -> None:
        super().__init__()
        self.done = Button(tr("Done"), keys=tr("Ctrl ↵"), size="small")
        self.done.clicked.connect(presenter.finish)
        self.setLayout(row(SavedLine(presenter.kept.autosave), ..., self.done, margins=(side, 10, side, 20)))


class _Area(WritingArea):
    """One paragraph: Enter goes on to the next field."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.focusNextChild()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)


class _CompetencyPill(Pill):
    """What it is about."""

    chosen = Signal(object)  # a Competency

    def __init__(self) -> None:
        super().__init__("", name=tr("Competency"))
        self._choice = OneOf([(each, competency_name(each)) for each in Competency])
        self._panel = Panel(self)
        self._panel.setLayout(column(self._choice, margins=18))
        self._choice.chosen.connect(self._on_chosen)
        self.clicked.connect(lambda: self._panel.open_at(self))

    def show_competency(self, competency: Competency) -> None:
        """Shows this one as chosen, without a signal."""
        self._choice.choose(competency)
        self.say(competency_name(competency))

    def _on_chosen(self, competency: object) -> None:
        if self._choice.underMouse():  # arrow keys go on choosing
            self._panel.close_panel()
        if isinstance(competency, Competency):
            self.show_competency(competency)
            self.chosen.emit(competency)
