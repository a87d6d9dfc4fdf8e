"""One person: their words first, the agreement second, evidence third; beside it what waits for the next meeting."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.people.rules import balance
from app.people.wording import lack_in_words
from app.translation import tr
from ui.clock import today
from ui.people.agreement_block import AgreementBlock
from ui.people.deeds import Deeds
from ui.people.earlier_block import EarlierBlock
from ui.people.feedback_block import FeedbackBlock
from ui.people.ladder_block import LadderBlock
from ui.people.landing_block import LandingBlock
from ui.people.next_card import NextCard
from ui.people.person_head import PersonHead
from ui.people.pillar_marks import PillarMarks
from ui.people.presenter import PeoplePresenter
from ui.people.rhythm_panel import RhythmPanel
from ui.people.trust_block import TrustBlock
from ui.people.words import mentions
from ui.people.work_block import WorkBlock
from ui.reference import JOURNAL, ONE_ON_ONE, Reference
from ui.theme import tokens
from ui.widgets.buttons import LinkButton, SearchButton
from ui.widgets.labels import Label, Line
from ui.widgets.panes import ScrollPage, column, row

_BESIDE, _BETWEEN, _BELOW_UNDER = 340, 48, 1060


class PersonView(QWidget):
    """Two columns; where it is narrow, the second one stands below the first."""

    referred = Signal(object)  # a Reference to go to
    said = Signal(str, object)  # something done, and how to undo it
    search_asked = Signal()

    def __init__(self, presenter: PeoplePresenter, weekday: int | None) -> None:
        super().__init__()
        self._presenter, typed = presenter, presenter.typed
        self.deeds = Deeds(typed, self)
        self.head, self.search = PersonHead(), SearchButton(tr("Search or jump to…"), tr("Ctrl K"))
        self.trust, self.agreement = TrustBlock(typed, weekday), AgreementBlock(typed, weekday)
        self.landing = LandingBlock()
        self.ladder, self.work = LadderBlock(typed, weekday), WorkBlock()
        self.card, self.earlier = NextCard(self.deeds, weekday), EarlierBlock()
        self.feedback = FeedbackBlock(typed, weekday)
        self.rhythm = RhythmPanel(self, typed, weekday)
        self._marks, self._lack = PillarMarks(balance((), today())), Label("", "caption", "ink3")
        self._pillars, self.mentions = QWidget(), LinkButton("")
        self._lay_out()
        self._wire()

    def show_whole(self) -> None:
        """Shows whoever is looked at, as the journal has them now."""
        whole = self._presenter.whole
        if whole is None:
            return
        self.head.show_person(whole.person)
        for each in (self.trust, self.agreement, self.landing, self.ladder, self.work):
            each.show_whole(whole)
        for beside in (self.card, self.feedback, self.earlier):
            beside.show_whole(whole)
        is_archived = whole.person.archived_on is not None
        self.card.setVisible(not is_archived or bool(whole.items))
        self._marks.show_balance(whole.balance)
        self._pillars.setVisible(not is_archived)
        self._lack.setText(lack_in_words(whole.balance))
        self._lack.setVisible(bool(whole.balance.missing) and not is_archived)
        self.mentions.say(mentions(whole.mentions))
        self.mentions.setVisible(whole.mentions > 0)

    def show_handed(self) -> None:
        """Shows what whoever is looked at was handed, once that was read."""
        handed = self._presenter.handed
        if handed is not None:
            self.ladder.show_delegations(each.delegation for each in handed.histories)
            self.work.show_handed(handed)

    def flush(self) -> None:
        """Keeps what is typed where only a key would give it away."""
        self.card.flush()

    def scroll_to_top(self) -> None:
        """For somebody else, from the beginning."""
        self._scroll.verticalScrollBar().setValue(0)

    def open_rhythm(self, anchor: QWidget | None = None) -> None:
        """Opens the choice of the rhythm."""
        if self._presenter.whole is not None:
            self.rhythm.open_for(self._presenter.whole.person, anchor or self.card.rhythm)

    def finish(self) -> bool:
        """Ends what is being changed in place; returns whether there was anything."""
        was = self.trust.is_editing or self.agreement.form is not None
        self.trust.finish()
        self.agreement.finish()
        return was

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = event.size().width() < tokens.scaled(_BELOW_UNDER)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._sides.setDirection(down if is_narrow else across)
        self._sides.setSpacing(tokens.scaled(28) if is_narrow else _BETWEEN)
        self._below.setDirection(across if is_narrow else down)
        for at, in_row in enumerate((1, 1, 0)):  # the last one is the room below
            self._below.setStretch(at, in_row if is_narrow else 1 - in_row)
        width = 16777215 if is_narrow else tokens.scaled(_BESIDE)
        self._beside.setMaximumWidth(width)
        self._beside.setMinimumWidth(0 if is_narrow else width)
        self.search.setFixedWidth(tokens.scaled(272 if is_narrow else _BESIDE))

    def _lay_out(self) -> None:
        self._head = row(self.head, 40, self.search, margins=(4, 20, 32, 0))
        self._head.setStretch(0, 1)
        self._head.setAlignment(self.search, Qt.AlignmentFlag.AlignTop)
        main = QWidget()
        main.setLayout(
            column(
                *(self.trust, 24, Line(), 22, self.agreement, 24, Line(), 22, self.landing, 24, Line(), 22),
                *(self.ladder, 18, Line(), 22, self.work, 20, Line(), 18, self._pillar_line()),
                ...,
            )
        )
        self._beside = QWidget()
        lower = column(self.feedback, 28, self.earlier, ...)
        self._below = column(column(self.card, ...), lower, ...)
        self._below.setSpacing(28)
        self._beside.setLayout(self._below)
        self._sides = row(main, self._beside, margins=(32, 0, 32 - ScrollPage.ROOM, 28))
        self._sides.setStretch(0, 1)
        inside = QWidget()
        inside.setLayout(self._sides)
        self._scroll = ScrollPage(inside)
        whole = column(self._head, 28, self._scroll)
        whole.setStretch(2, 1)
        self.setLayout(whole)

    def _pillar_line(self) -> QBoxLayout:
        self._pillars.setLayout(row(Label(tr("Pillars, 30 days"), "heading"), 32, self._marks))
        return column(row(self._pillars, ..., self.mentions), 4, self._lack)

    def _wire(self) -> None:
        for each in (self.deeds, self.agreement, self.ladder):
            each.said.connect(self.said)
        for leading in (self.landing, self.ladder, self.work):
            leading.referred.connect(self.referred)
        self._presenter.handed_read.connect(self.show_handed)
        self.search.clicked.connect(self.search_asked)
        self.head.rhythm_asked.connect(lambda: self.open_rhythm(self.head.menu))
        self.card.rhythm_asked.connect(self.open_rhythm)
        self.rhythm.stop_asked.connect(self._stop_rhythm)
        self.feedback.deleted.connect(self.deeds.delete)
        self.mentions.clicked.connect(self._go_to_mentions)
        for asking in (self.card.meeting_asked, self.earlier.meeting_asked):
            asking.connect(lambda id: self.referred.emit(Reference(page=ONE_ON_ONE, id=id)))

    def _stop_rhythm(self) -> None:
        if self._presenter.whole is not None:
            self.deeds.stop_rhythm(self._presenter.whole.person)

    def _go_to_mentions(self) -> None:
        if self._presenter.whole is not None:
            self.referred.emit(Reference(page=JOURNAL, person=self._presenter.whole.person.name))
