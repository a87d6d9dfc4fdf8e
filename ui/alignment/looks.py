"""Right: when the sheet is looked at again, what was noticed then, and the agreement that begins with it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app import limits
from app.interviews import alignment
from app.interviews.model import Alignment, Look
from app.translation import tr
from ui.alignment.presenter import AlignmentPresenter
from ui.alignment.words import done, when
from ui.clock import today
from ui.widgets.buttons import Button, LinkButton
from ui.widgets.labels import Label, Line, Paragraph
from ui.widgets.panes import Card, column, row
from ui.widgets.writing import WritingArea
from ui.wording import day_name, weekday_and_day


class NoteArea(WritingArea):
    """A word on what was noticed, on a line."""

    def __init__(self) -> None:
        super().__init__(
            tr("What you notice"),
            tr("What has changed since"),
            1,
            maximum_height=220,
            style="readingS",
            most=limits.LINE,
            lined=True,
        )


class LooksCard(Card):
    """The next look, with its note; the others below it, those that are done last."""

    def __init__(self, presenter: AlignmentPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self._shown: tuple[str, int | None] | None = None
        self._is_filling = False
        self._day, self._when = Label("", "heading"), Label("", "small", "ink2")
        self._about = Paragraph("", "small", "ink2")
        self.note, self.done = NoteArea(), Button("")
        self._doing = QWidget()
        self._doing.setLayout(column(16, self.note, 16, row(self.done, ...)))
        self._others = QVBoxLayout()
        self._others.setSpacing(0)
        head = row(self._day, 12, ..., self._when)
        self.setLayout(column(head, 2, self._about, self._doing, self._others, margins=(20, 18, 20, 18)))
        self.note.textChanged.connect(self._on_note)
        self.done.clicked.connect(presenter.look)

    def show_now(self) -> None:
        """The looks as they are by now."""
        sheet = self._presenter.sheet
        if sheet is None:
            return
        at = alignment.at_next(sheet, today())
        next_ = sheet.looks[at] if at is not None else None
        is_due = next_ is not None and next_.on <= today()
        self._day.setText(weekday_and_day(next_.on) if next_ is not None else tr("Looked at together"))
        self._when.setText(when(next_, today()) if next_ is not None else "")
        self._about.setText(
            tr("Looked at again together.")
            if next_ is not None
            else tr("What was planned is done. It can be looked at again at any time.")
        )
        self.done.say(tr("We looked at it") if is_due else tr("We looked at it today"))
        self._doing.setVisible(self._presenter.says_anything and not self._presenter.is_read_only)
        self.note.setVisible(next_ is not None)
        self._fill_note((sheet.id, at), next_)
        self._show_others(sheet, at)

    def forget(self) -> None:
        """Shows no words any more."""
        self._is_filling = True
        self.note.replace_text("")
        self._shown, self._is_filling = None, False

    def _fill_note(self, place: tuple[str, int | None], look: Look | None) -> None:
        is_other, self._shown = place != self._shown, place
        words = look.note if look is not None else ""
        self._is_filling = True
        if is_other or self.note.text().strip() != words.strip():
            self.note.replace_text(words)
        self._is_filling = False

    def _show_others(self, sheet: Alignment, at: int | None) -> None:
        while (old := self._others.takeAt(0)) is not None:
            if (widget := old.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        coming = [each for n, each in enumerate(sheet.looks) if each.done_on is None and n != at]
        earlier = [each for each in sheet.looks if each.done_on is not None]
        made = [_coming(each) for each in sorted(coming, key=lambda each: each.on)]
        made += [_earlier(each) for each in sorted(earlier, key=lambda each: each.done_on or each.on, reverse=True)]
        for each in made:
            self._others.addWidget(each)

    def _on_note(self) -> None:
        if not self._is_filling:
            self._presenter.note(self.note.text())


class AgreementBlock(QWidget):
    """The way to their working agreement, or its beginning."""

    opened = Signal()

    def __init__(self, presenter: AlignmentPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self.open, self.begin = LinkButton(tr("Open")), Button(tr("Begin it with this"), icon="pencil", size="small")
        self._about = Paragraph("", "small", "ink2")
        self._begin_line = QWidget()
        self._begin_line.setLayout(column(12, row(self.begin, ...)))
        head = row(Label(tr("Working agreement"), "heading"), ..., self.open)
        self.setLayout(column(head, 4, self._about, self._begin_line))
        self.begin.setAccessibleName(tr("Begin their working agreement with this"))
        self.open.setAccessibleName(tr("Open their working agreement"))
        self.open.clicked.connect(self.opened)
        self.begin.clicked.connect(presenter.begin_agreement)

    def show_now(self) -> None:
        """What there is of it."""
        agreement, can_begin = self._presenter.agreement, self._presenter.can_begin
        had_focus = self.begin.hasFocus()
        self._about.setText(_about_agreement(is_there=agreement is not None, can_begin=can_begin))
        self.open.setVisible(agreement is not None)
        is_offered = agreement is None and can_begin and not self._presenter.is_read_only
        self._begin_line.setVisible(is_offered)
        if had_focus and not is_offered:
            self.open.setFocus()


def _about_agreement(*, is_there: bool, can_begin: bool) -> str:
    if is_there:
        return tr("It stands on their page, and is reviewed there together.")
    if can_begin:
        return tr("There is none yet. What is welcome is kept, what reads as distrust is talked about.")
    return tr("There is none yet. It can begin with this, once something is welcome or reads as distrust.")


def _coming(look: Look) -> QWidget:
    made = QWidget()
    line = row(Label(day_name(look.on), "small", "ink2"), 12, ..., Label(when(look, today()), "small", "ink3"))
    made.setLayout(column(14, Line(), 12, line))
    return made


def _earlier(look: Look) -> QWidget:
    made = QWidget()
    said: list[QWidget | int] = [Paragraph(look.note.strip(), "readingS", "ink"), 2] if look.note.strip() else []
    made.setLayout(column(14, Line(), 12, *said, Label(done(look), "caption", "ink3")))
    return made
