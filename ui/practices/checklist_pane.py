"""The right side of the page: one checklist, read, changed or gone through, or all of them to choose from."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.translation import tr
from ui.practices.checklist_list import ChecklistList
from ui.practices.checklist_view import WIDE, ChecklistView
from ui.practices.checklists import ChecklistPresenter, Showing
from ui.practices.run_view import RunView
from ui.practices.steps_editor import StepsEditor
from ui.session import Session
from ui.theme import tokens
from ui.widgets.buttons import LinkButton, SearchButton
from ui.widgets.keyboard import has_keyboard
from ui.widgets.panes import column, row

_NARROW = 28
_NARROW_BELOW = 400


class ChecklistPane(QWidget):
    """Shows what its presenter says. Where it lies over the practices, there is a way back to them."""

    search_asked = Signal()
    closed = Signal()

    def __init__(self, presenter: ChecklistPresenter, session: Session) -> None:
        super().__init__()
        self._presenter = presenter
        self.list, self.view = ChecklistList(presenter), ChecklistView(presenter)
        self.editor, self.run = StepsEditor(presenter, session), RunView(presenter, session)
        self._bodies = QStackedWidget()
        for each in (self.list, self.view, self.editor, self.run):
            self._bodies.addWidget(each)
        self.back = LinkButton(tr("Practices"), icon="chevron-left", tone="ink2")
        self.back.clicked.connect(self.closed)
        self._search = SearchButton(tr("Search or jump to…"), tr("Ctrl K"))
        self._search.clicked.connect(self.search_asked)
        self._head = row(self.back, ..., self._search)
        self._head.setStretchFactor(self._search, 1000)
        self.setLayout(column(self._head, 18, self._bodies))
        self.be_over(False)
        presenter.turned.connect(self._turn)

    def be_over(self, is_over: bool) -> None:
        """Whether it lies over the practices."""
        self.back.setVisible(is_over)
        self._search.setMaximumWidth(tokens.scaled(304) if is_over else 16777215)

    def focus_widget(self) -> QWidget:
        """Where the keyboard comes to first."""
        start: Mapping[Showing, Callable[[], QWidget]] = {
            Showing.LIST: self.list.focus_start,
            Showing.READING: self.view.focus_start,
            Showing.EDITING: self.editor.focus_start,
            Showing.RUNNING: self.run.focus_start,
        }
        return start[self._presenter.showing]()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side = _NARROW if event.size().width() < tokens.scaled(_NARROW_BELOW) else WIDE
        self._head.setContentsMargins(side, 20, side, 0)
        for each in (self.list, self.view, self.editor, self.run):
            each.set_padding(side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), tokens.color("surface"))
        painter.fillRect(0, 0, 1, self.height(), tokens.color("line"))

    def _turn(self) -> None:
        held = has_keyboard(self)
        self._bodies.setCurrentIndex([*Showing].index(self._presenter.showing))
        is_entered = self._presenter.showing in (Showing.EDITING, Showing.RUNNING)
        if self.isVisible() and (held or is_entered):
            self.focus_widget().setFocus(Qt.FocusReason.OtherFocusReason)
