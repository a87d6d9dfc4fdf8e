"""The one card of Today that is worked on: the sheet of the day, its summary, or the review of the week."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from ui.session import Session
from ui.today.presenter import TodayPresenter
from ui.today.review import Review
from ui.today.sheet import Sheet
from ui.today.summary import Summary
from ui.today.week_presenter import WeekPresenter
from ui.widgets.panes import column
from ui.widgets.tab_loop import put_after


class Work(QWidget):
    """Shows the card that the day is at. Most days have no review, so it is made when there is one."""

    said = Signal(str, object)  # something done, and how to undo it
    week_closed = Signal()  # or opened again
    turned_away = Signal()  # from the review, to write without it
    shown = Signal()  # the card is there, with what belongs on it

    def __init__(self, presenter: TodayPresenter, week: WeekPresenter, session: Session) -> None:
        super().__init__()
        self._presenter, self._week, self._session = presenter, week, session
        self.sheet, self.summary = Sheet(presenter, session), Summary()
        self._review: Review | None = None
        self._is_compact = False
        self._cards = column(self.sheet, self.summary)
        self.setLayout(self._cards)
        presenter.finished.connect(self._show_card)
        week.shown.connect(self._on_looked)

    @property
    def awaits_week(self) -> bool:
        """Whether there is a review, and what it looks back on is still asked for."""
        return self._presenter.is_reviewing and self._week.looked.week is None

    def review(self) -> Review:
        """The review, made when it is first needed."""
        if self._review is None:
            made = self._review = Review(self._week, self._presenter.draft, self._session)
            made.hide()
            made.sheet.set_compact(self._is_compact)
            made.said.connect(self.said)
            made.closed.connect(self.week_closed)
            made.turned_away.connect(self.turned_away)
            self._cards.addWidget(made)
            put_after(self.sheet.finish, made)
        return self._review

    def last_stop(self) -> QWidget:
        """Where Tab leaves the work."""
        return self.sheet.finish if self._review is None else self._review.summary.write

    def pane(self) -> QWidget:
        """Where F6 comes to."""
        if self._presenter.is_reviewing:
            return self.review().pane()
        return self.summary if self._presenter.is_finished else self.sheet.text

    def set_compact(self, compact: bool) -> None:
        """Where there is little room, cards take less of it."""
        self._is_compact = compact
        self.sheet.set_compact(compact)
        if self._review is not None:
            self._review.sheet.set_compact(compact)

    def focus_start(self) -> None:
        """Puts the focus where the work is, behind the last word that was written."""
        if self._presenter.is_reviewing:
            self.review().focus_start()
        elif self._presenter.is_finished:
            self.summary.focus_start()
        else:
            self.sheet.text.moveCursor(QTextCursor.MoveOperation.End)
            self.sheet.text.setFocus()

    def _show_card(self) -> None:
        is_reviewing, is_finished = self._presenter.is_reviewing, self._presenter.is_finished
        if is_reviewing != self._week.reviews:
            self._week.reviews = is_reviewing
            self._week.look()
        self._show_review()
        self.sheet.setVisible(not is_finished and not is_reviewing)
        self.summary.setVisible(is_finished)
        if is_finished:
            self.summary.focus_start()

    def _show_review(self) -> None:
        is_reviewing = self._presenter.is_reviewing
        if is_reviewing and not self.awaits_week:
            self.review().show()
        elif self._review is not None:
            self._review.hide()

    def _on_looked(self) -> None:
        if self._presenter.is_reviewing:  # if it was turned away from, it goes when the sheet comes
            self._show_review()
        self.shown.emit()
