"""The weekly review in the place of the day's sheet: its numbers, and the sheet or what is left of it when closed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QWidget

from app.translation import tr
from ui.reflection.draft import Draft
from ui.session import Session
from ui.today.numbers import numbers_of
from ui.today.week_presenter import WeekPresenter
from ui.today.week_sheet import WeekSheet
from ui.today.week_summary import WeekSummary
from ui.widgets.panes import column
from ui.widgets.quiet_row import QuietRow


class Review(QWidget):
    """Shows the sheet until the week is closed, and then its summary."""

    said = Signal(str, object)  # something done, and how to undo it
    closed = Signal()  # or opened again
    turned_away = Signal()  # to write without the review

    def __init__(self, presenter: WeekPresenter, draft: Draft, session: Session) -> None:
        super().__init__()
        self._presenter, self._draft = presenter, draft
        self._top = QWidget()
        self._numbers = QuietRow()
        self._top.setLayout(column(self._numbers, 18))
        self.sheet, self.summary = WeekSheet(presenter, draft, session), WeekSummary(presenter)
        self.setLayout(column(self._top, self.sheet, self.summary))
        presenter.shown.connect(self._show_week)
        presenter.closed.connect(self._on_closed)
        self.sheet.close_asked.connect(self.close_week)
        self.sheet.next.said.connect(self.said)
        self.sheet.note.said.connect(self.said)
        self.summary.reopened.connect(self._open_again)
        self.summary.turned_away.connect(self.turned_away)
        self._show_card()
        self._show_week()

    def focus_start(self) -> None:
        """Puts the focus where the review begins, or on the way back in."""
        if self._presenter.is_closed:
            self.summary.focus_start()
        else:
            self.sheet.focus_start()

    def pane(self) -> QWidget:
        """Where F6 comes to."""
        return self.summary.again if self._presenter.is_closed else self.sheet.text

    def close_week(self) -> None:
        """Saves everything, and closes the week to its summary."""
        if self._presenter.is_closed:
            return
        self._draft.flush()
        self._presenter.experiments.autosave.flush()
        self._presenter.close(lambda undo: self.said.emit(tr("The week is closed"), undo))

    def _open_again(self) -> None:
        self._presenter.open_again()
        self.sheet.focus_start()

    def _show_week(self) -> None:
        if (week := self._presenter.looked.week) is not None:
            self._numbers.show_numbers(numbers_of(week))

    def _on_closed(self) -> None:
        focused = QApplication.focusWidget()
        had_focus = focused is not None and self.isAncestorOf(focused)
        self._show_card()
        self.closed.emit()
        if had_focus and self._presenter.is_closed:
            self.summary.focus_start()

    def _show_card(self) -> None:
        is_closed = self._presenter.is_closed
        self._top.setVisible(not is_closed)
        self.sheet.setVisible(not is_closed)
        self.summary.setVisible(is_closed)
