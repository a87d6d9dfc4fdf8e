"""The left side of the page: the bank of questions."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.translation import tr
from ui.interviews.presenter import InterviewsPresenter
from ui.questions.bank_list import BankList
from ui.questions.bank_row import EDGE
from ui.questions.finding import Finding
from ui.questions.side_switch import CANDIDATES, SideSwitch
from ui.questions.words import into_kit
from ui.widgets.buttons import Button, LinkButton
from ui.widgets.labels import Label, Paragraph
from ui.widgets.panes import column, row

_SIDE = 20


class BankPane(QWidget):
    """Shows what a presenter lists, and the way back where that is nothing."""

    new_kit_asked = Signal()
    new_question_asked = Signal()
    kit_asked = Signal()  # where it is alone
    turned = Signal()  # to the other side

    def __init__(self, presenter: InterviewsPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self.new_kit = Button(tr("New kit"), icon="plus", size="small")
        self.finding, self.list = Finding(presenter), BankList(presenter, into_kit())
        self.switch = SideSwitch(CANDIDATES)
        self.write = LinkButton(tr("Write a question of your own"), icon="pencil")
        self.to_kit = LinkButton(tr("Kit"), icon="arrow-right", tone="ink2")
        self.show_all = LinkButton(tr("Show all questions"))
        nothing = QWidget()
        words = Paragraph(tr("No question fits this."), "readingS", "ink2")
        nothing.setLayout(column(words, 8, row(self.show_all, ...), ..., margins=(EDGE, 16, EDGE, 0)))
        self._below = QStackedWidget()
        self._below.addWidget(self.list)
        self._below.addWidget(nothing)
        self._title = Label(tr("Interviews"), "page")
        self._head = row(self._title, ..., self.new_kit)
        above = column(self._head, 15, self.switch, 12, self.finding, margins=(_SIDE, 21, _SIDE, 12))
        below = column(self._below, margins=(_SIDE - EDGE, 0, 2, 0))
        foot = row(self.write, ..., self.to_kit, margins=(_SIDE, 10, _SIDE, 16))
        self.setLayout(column(above, below, foot))
        self.setAccessibleName(tr("Questions"))
        self.new_kit.clicked.connect(self.new_kit_asked)
        self.switch.turned.connect(self.turned)
        self.write.clicked.connect(self.new_question_asked)
        self.to_kit.clicked.connect(self.kit_asked)
        self.show_all.clicked.connect(self.finding.clear)
        self.finding.left_down.connect(self._go_down)
        presenter.changed.connect(self._show)

    def be_alone(self, is_alone: bool) -> None:
        """Whether the kit is not beside it."""
        self.to_kit.setVisible(is_alone)

    def focus_widget(self) -> QWidget:
        """Where the keyboard comes to first."""
        return self.list if self.list.rows.rows else self.finding.field

    def _show(self) -> None:
        is_nothing = self._presenter.is_filled and not self.list.rows.rows
        self._below.setCurrentIndex(1 if is_nothing else 0)

    def _go_down(self) -> None:
        there = self.list if self.list.rows.rows else self.show_all
        self.list.take()
        there.setFocus(Qt.FocusReason.TabFocusReason)
