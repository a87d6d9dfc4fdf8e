"""The middle of the page: one kit, its time, its parts, and the conversations by it."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.interviews.wording import candidate_name
from app.translation import tr
from ui.interviews.conversations import Conversations
from ui.interviews.kit_deeds import KitDeeds
from ui.interviews.kit_head import KitHead
from ui.interviews.presenter import InterviewsPresenter
from ui.interviews.time_bar import TimeBar
from ui.interviews.words import coverage_words, planned_words, shortened
from ui.questions.part_list import PartList
from ui.questions.part_row import EDGE
from ui.reflection.flow import Flow
from ui.theme import tokens
from ui.widgets.buttons import Button, LinkButton
from ui.widgets.folding import Folding
from ui.widgets.foot_line import FootLine
from ui.widgets.labels import Label, Paragraph
from ui.widgets.messages import Icon
from ui.widgets.panes import ScrollPage, column, row

SIDE = 24
_LONG = 28  # characters of a name on a button


class KitPane(QWidget):
    """Shows what a presenter holds. Everything written here saves itself."""

    not_asked = Signal()  # what may not be asked is to be read
    compared = Signal()
    conversation_asked = Signal(str)
    closed = Signal()  # where it is alone: to the questions

    def __init__(self, presenter: InterviewsPresenter, deeds: KitDeeds) -> None:
        super().__init__()
        self._presenter = presenter
        self.back = LinkButton(tr("Questions"), icon="chevron-left", tone="ink2")
        self.head, self.bar = KitHead(), TimeBar()
        self.parts = PartList(presenter, deeds, tr("Parts of the kit"), self.head.minutes)
        self.coverage = Paragraph("", "small", "ink2")
        self.grounds = LinkButton(tr("What may not be asked"))
        self.conversations = Conversations(self.grounds)
        self.go_on = Button("", "primary", icon="player-play")
        self.planned = Label("", "small", "ink2", tabular=True)
        self.start = Button(tr("Start interview"), "primary", icon="player-play")
        self._going = QWidget()
        self._foot = Folding(self.planned, self.start, least=lambda: self.planned.sizeHint().width())
        self._compose()
        self.setAccessibleName(tr("Kit"))
        self.be_alone(False)
        self.back.clicked.connect(self.closed)
        self.head.renamed.connect(deeds.rename)
        self.head.retimed.connect(deeds.retime)
        self.head.chosen.connect(self._on_kit_chosen)
        self.head.line_asked.connect(deeds.add_line)
        deeds.line_added.connect(self.parts.write)
        self.head.copy_asked.connect(deeds.copy)
        self.head.trash_asked.connect(deeds.put_away)
        self.grounds.clicked.connect(self.not_asked)
        self.conversations.opened.connect(self.conversation_asked)
        self.conversations.compared.connect(self.compared)
        self.start.clicked.connect(deeds.start)
        self.go_on.clicked.connect(self._on_go_on)
        presenter.changed.connect(self._show)

    def foot_height(self) -> int:
        """How high what stays at its foot is."""
        return self._foot.height() + 30 + (self._going.height() if self._going.isVisible() else 0)

    def be_alone(self, is_alone: bool) -> None:
        """Whether the questions are not beside it."""
        self.back.setVisible(is_alone)

    def focus_widget(self) -> QWidget:
        """Where the keyboard comes to first: the conversation that goes on, if there is one."""
        if not self._going.isHidden():
            return self.go_on
        return self.parts.focus_widget() or self.head.role

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(QRectF(0, 0, 1, self.height()), tokens.color("line"))

    def _compose(self) -> None:
        law = QWidget()
        law.setLayout(Flow(self.grounds, Label(tr("Local law decides."), "small", "ink2"), across=10, between=0))
        lines = column(
            *(_beside_icon("circle-half-2", self.coverage, tokens.line_height("small")), 6),
            _beside_icon("info-circle", law, tokens.scaled(24)),
            margins=(EDGE, 14, EDGE, 0),
        )
        holder = QWidget()
        room = SIDE - EDGE
        holder.setLayout(
            column(self.parts, lines, 26, self.conversations, ..., margins=(room, 0, room - ScrollPage.ROOM, 12))
        )
        above = column(row(self.back, ...), self.head, 18, self.bar, margins=(SIDE, 16, SIDE, 10))
        self._going.setLayout(column(row(..., self.go_on), margins=(0, 0, 0, 8)))
        below = column(self._going, self._foot, margins=(SIDE, 10, SIDE, 20))
        scroll = ScrollPage(holder)
        self.setLayout(column(above, scroll, row(1, FootLine(scroll)), below))

    def _on_kit_chosen(self, id: str) -> None:
        self._presenter.choose_kit(id)
        self._presenter.choose_first()

    def _on_go_on(self) -> None:
        if (going := self._presenter.under_way) is not None:
            self.conversation_asked.emit(going.id)

    def _show_going(self) -> None:
        """Whoever was interrupted comes back with one key; another conversation can begin all the same."""
        going = self._presenter.under_way
        if going is None and self.go_on.hasFocus():
            (self.parts.focus_widget() or self.head.role).setFocus(Qt.FocusReason.OtherFocusReason)
        self._going.setVisible(going is not None)
        self.start.be("secondary" if going is not None else "primary")
        if going is not None:
            name = shortened(candidate_name(going.candidate), _LONG)
            self.go_on.say(tr("Go on with {candidate}").format(candidate=name))

    def _show(self) -> None:
        kit = self._presenter.kit
        if kit is None:
            return
        questions = self._presenter.questions
        self.head.show_kit(kit, self._presenter.kits)
        self.bar.show_kit(kit, questions)
        self.parts.show_parts(kit.parts)
        self.coverage.setText(coverage_words(kit, questions))
        self.planned.setText(planned_words(kit))
        self._show_going()
        self._foot.fit()
        self.conversations.show_interviews(self._presenter.interviews)


def _beside_icon(icon: str, words: QWidget, line: int) -> QWidget:
    """The words with the icon beside their first line, which is so high."""
    made, mark = QWidget(), Icon(icon, tone="ink3")
    mark.setFixedHeight(line)
    layout = row(mark, 10, words)
    layout.setAlignment(mark, Qt.AlignmentFlag.AlignTop)
    layout.setStretch(2, 1)
    made.setLayout(layout)
    return made
