"""Right: one's own journal to look something up in, or what those who ask may listen for."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.translation import tr
from ui.other_side.deeds import Deeds
from ui.other_side.journal_view import SIDE, JournalView
from ui.other_side.listening import ListeningView
from ui.other_side.presenter import OtherSidePresenter
from ui.theme import tokens
from ui.widgets.buttons import LinkButton, SearchButton
from ui.widgets.panes import column, row
from ui.widgets.segmented import Segmented

_JOURNAL, _LISTENING = "journal", "listening"


class Beside(QWidget):
    """Two things, one at a time."""

    back_asked = Signal()  # to the answer, where that is not beside it
    quoted = Signal()  # something stands below the answer now

    def __init__(self, presenter: OtherSidePresenter, deeds: Deeds) -> None:
        super().__init__()
        self._presenter = presenter
        self.back = LinkButton(tr("Answer"), icon="chevron-left", tone="ink2")
        options = [(_JOURNAL, tr("My journal")), (_LISTENING, tr("They listen for"))]
        self.which = Segmented(options, tr("What stands beside the answer"), compact=True)
        self.journal, self.listening = JournalView(presenter, deeds), ListeningView()
        self._views = QStackedWidget()
        for each in (self.journal, self.listening):
            self._views.addWidget(each)
        head = column(row(self.back, ...), 12, margins=(SIDE, 0, SIDE, 0))
        self.search = SearchButton(tr("Search or jump to…"), tr("Ctrl K"))
        self._search_line, self._back_line = QWidget(), QWidget()
        self._search_line.setLayout(column(self.search, 20, margins=(SIDE, 0, SIDE, 0)))
        self._back_line.setLayout(head)
        which = column(self.which, margins=(SIDE, 0, SIDE, 16))
        self.setLayout(column(20, self._search_line, self._back_line, which, self._views))
        self.setAccessibleName(tr("Beside the answer"))
        self.back.clicked.connect(self.back_asked)
        self.which.chosen.connect(self._turn)
        self.journal.quoted.connect(self.quoted)
        presenter.changed.connect(self.show_now)

    def arrange(self, *, has_answer: bool) -> None:
        """Whether the answer is beside it."""
        self._back_line.setVisible(not has_answer)
        self._search_line.setVisible(has_answer)

    def focus_widget(self) -> QWidget:
        """Where the keyboard comes to first."""
        return self.journal.start() if self._views.currentWidget() is self.journal else self.which.stop()

    def show_now(self) -> None:
        """What belongs to the question that is seen."""
        if self._views.currentWidget() is self.listening:
            self.listening.show_question(self._presenter.asks)
        self.journal.show_now()

    def open_record(self, id: str) -> None:
        """A record that is behind the answer, to be read."""
        self.which.choose(_JOURNAL)
        self._views.setCurrentWidget(self.journal)
        self.journal.open(id)

    def _turn(self, key: str) -> None:
        self._views.setCurrentWidget(self.listening if key == _LISTENING else self.journal)
        self.show_now()

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(0, 0, 1, self.height(), tokens.color("line"))
