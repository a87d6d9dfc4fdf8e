"""The left side of the prompts: what they are narrowed to, and their list."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.translation import tr
from ui.prompts.filters import Filters
from ui.prompts.presenter import PromptsPresenter
from ui.prompts.prompt_list import PromptList
from ui.prompts.wanted import Wanted
from ui.widgets.buttons import LinkButton
from ui.widgets.labels import Paragraph
from ui.widgets.panes import column, row


class ListPane(QWidget):
    """Shows what a presenter lists, and the way back where that is nothing."""

    def __init__(self, presenter: PromptsPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self.filters, self.list = Filters(presenter), PromptList(presenter)
        self.show_all = LinkButton(tr("Show all prompts"))
        self.show_all.clicked.connect(self._show_all)
        nothing = QWidget()
        words = Paragraph(tr("No prompt fits this."), "readingS", "ink2")
        nothing.setLayout(column(words, 8, row(self.show_all, ...), ..., margins=(12, 20, 12, 0)))
        self._below = QStackedWidget()
        self._below.addWidget(self.list)
        self._below.addWidget(nothing)
        filters = column(self.filters, margins=(16, 16, 16, 10))
        self.setLayout(column(filters, column(self._below, margins=(6, 0, 2, 6))))
        self.filters.left_down.connect(self._go_down)
        presenter.listed.connect(self._show)
        self._show()

    def _show(self) -> None:
        self._below.setCurrentIndex(0 if self._presenter.shown else 1)

    def _go_down(self) -> None:
        there = self.list if self._presenter.shown else self.show_all
        there.setFocus(Qt.FocusReason.TabFocusReason)

    def _show_all(self) -> None:
        wanted = Wanted()
        self._presenter.look_for(text=wanted.text, pillars=wanted.pillars, state=wanted.state)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
