"""Interviews: left the questions, in the middle a kit, right the question that is looked at."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.interviews.record import INTERVIEW, KIT, OWN_QUESTION
from app.translation import tr
from ui.autosave import Saving
from ui.grounds.card import GroundsCard
from ui.interviews.bank_pane import BankPane
from ui.interviews.kit_deeds import KitDeeds
from ui.interviews.kit_pane import KitPane
from ui.interviews.nothing import Nothing
from ui.interviews.presenter import InterviewsPresenter
from ui.interviews.printing import Printing
from ui.interviews.question_deeds import QuestionDeeds
from ui.interviews.question_pane import QuestionPane
from ui.interviews.sides import Side, Sides
from ui.page import Page
from ui.reference import INTERVIEW as CONVERSATION
from ui.reference import INTERVIEWS, OTHER_SIDE, SIDE_BY_SIDE, Reference
from ui.session import Session
from ui.widgets.keyboard import has_keyboard
from ui.widgets.panes import column


class InterviewsPage(Page):
    """What is chosen in one pane is shown by the others."""

    key = INTERVIEWS
    shows = frozenset({KIT.name, OWN_QUESTION.name, INTERVIEW.name})

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.presenter = InterviewsPresenter(session, self)
        self.kits, self.questions = KitDeeds(self.presenter), QuestionDeeds(self.presenter)
        self.printing = Printing(self.presenter, self)
        self.bank = BankPane(self.presenter)
        self.kit = KitPane(self.presenter, self.kits)
        self.question = QuestionPane(self.presenter, self.questions)
        self.nothing = Nothing(offers_sample=not session.is_sample)
        self.sides = Sides(self.bank, self.kit, self.question, self.nothing)
        self.setLayout(column(self.sides))
        self._begins_when_filled = False
        self._card: GroundsCard | None = None
        self._connect()

    @property
    def is_settled(self) -> bool:
        """Whether everything typed here is on the disk, and no file is half written."""
        return self.presenter.kept.is_settled and self.printing.is_settled

    @property
    def is_filled(self) -> bool:
        """Whether the journal has answered."""
        return self.presenter.is_filled

    def refresh(self) -> None:
        """Asks the journal again."""
        self.presenter.ask()

    def flush(self) -> None:
        """Saves now what is not saved yet."""
        self.presenter.flush()

    def go_to(self, reference: Reference) -> None:
        """Shows the kit or the question that is meant, or the kit of a conversation."""
        if reference.id is not None:
            self.sides.bring_forward(Side.KIT)
            self.presenter.want(reference.id)

    def focus_start(self) -> None:
        """The first pane, from where all is reached by arrow keys, Tab and F6."""
        self._begins_when_filled = not self.is_filled
        there = self.panes()
        if self._begins_when_filled or not there:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            start = self.kit.go_on if self.kit.go_on.isVisible() else there[0]
            start.setFocus(Qt.FocusReason.OtherFocusReason)

    def panes(self) -> list[QWidget]:
        """Those in sight, each by what takes the focus."""
        found: list[QWidget] = [self.nothing.begin] if not self.nothing.isHidden() else []
        starts = ((self.bank, self.bank.focus_widget()), (self.kit, self.kit.focus_widget()))
        shown = [start for pane, start in starts if not pane.isHidden()]
        if not self.question.isHidden():
            found.append(self.question.focus_widget())
        return [*found, *shown] if self.presenter.kit is None else [*shown, *found]

    def foot_height(self) -> int:
        """How high the line with the button is, which a message does not cover."""
        return self.kit.foot_height() if not self.kit.isHidden() else 0

    def doings(self) -> Mapping[str, Callable[[], None]]:
        """What can be done with what is shown."""
        doings: dict[str, Callable[[], None]] = {"new-kit": self.kits.begin, "new-question": self._write}
        entry = self.presenter.entry
        if self.presenter.is_editing:
            doings["finish"] = self.presenter.finish
        elif entry is not None:
            doings["edit"] = self._edit
        if self.presenter.kit is not None:
            doings |= {"start-interview": self.kits.start, "delete": self.kits.put_away}
            doings["print"] = self.printing.print_sheet
        if entry is not None and not has_keyboard(self.kit):
            doings.pop("delete", None)
            if entry.is_own:
                doings["delete"] = self.questions.put_away
        return doings

    def show_grounds(self, ground: str | None = None) -> None:
        """What may not be asked, all of it; one of them marked."""
        if self._card is None:
            self._card = GroundsCard(self)
        self._card.show_ground(ground)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.sides.count < 3 and self.sides.is_shown(Side.QUESTION):
            self._close_question()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.sides.fit()

    def _connect(self) -> None:
        presenter = self.presenter
        presenter.changed.connect(self._show)
        presenter.shelf.loaded.connect(self._on_loaded)
        presenter.kept.autosave.changed.connect(self._on_saving)
        presenter.editing_changed.connect(self._on_editing)
        for deeds in (self.kits, self.questions, self.printing):
            deeds.said.connect(self.said)
        self.kits.begun.connect(self._name_kit)
        self.kits.started.connect(lambda id: self.referred.emit(Reference(CONVERSATION, id=id)))
        self.sides.covered.connect(self._go)
        self.bank.new_kit_asked.connect(self.kits.begin)
        self.bank.turned.connect(lambda: self.referred.emit(Reference(OTHER_SIDE)))
        self.bank.new_question_asked.connect(self._write)
        self.bank.kit_asked.connect(lambda: self._go(Side.KIT))
        self.bank.list.toggled.connect(self.kits.toggle)
        self.bank.list.entered.connect(lambda: self._go(Side.QUESTION))
        self.bank.list.clicked.connect(lambda _: self.sides.bring_forward(Side.QUESTION))
        self.bank.list.edit_asked.connect(self._edit)
        self.kit.parts.entered.connect(lambda: self._go(Side.QUESTION))
        self.kit.parts.pressed.connect(lambda: self.sides.bring_forward(Side.QUESTION))
        self.kit.head.sheet_asked.connect(self.printing.print_sheet)
        self.kit.head.scorecard_asked.connect(self.printing.print_scorecard)
        self.kit.not_asked.connect(lambda: self.show_grounds())
        self.question.not_asked.connect(self.show_grounds)
        self.kit.closed.connect(lambda: self._go(Side.BANK))
        self.kit.compared.connect(lambda: self.referred.emit(Reference(SIDE_BY_SIDE, id=presenter.kit_id)))
        self.kit.conversation_asked.connect(lambda id: self.referred.emit(Reference(CONVERSATION, id=id)))
        self.question.closed.connect(self._close_question)
        self.nothing.begin.clicked.connect(lambda: self.kits.begin())
        self.nothing.closed.connect(lambda: self._go(Side.BANK))
        self.nothing.sample_asked.connect(lambda: self.asked.emit("sample"))
        for asking in (self.question, self.nothing):
            asking.search_asked.connect(lambda: self.asked.emit("search"))

    def _show(self) -> None:
        presenter = self.presenter
        if presenter.is_filled:
            has_question = presenter.entry is not None or presenter.is_editing
            self.sides.take(has_kit=presenter.kit is not None, has_question=has_question)
            self.bank.new_kit.setVisible(presenter.kit is not None or has_question)

    def _go(self, side: Side) -> None:
        """Brings a pane into sight, and the keyboard to it."""
        self.sides.bring_forward(side)
        start = {
            Side.BANK: self.bank.focus_widget,
            Side.KIT: self.kit.focus_widget if self.presenter.kit is not None else lambda: self.nothing.begin,
            Side.QUESTION: self.question.focus_widget,
        }[side]()
        start.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close_question(self) -> None:
        if self.presenter.kit is None:
            self.presenter.choose(None)
        self._go(Side.KIT)

    def _write(self) -> None:
        self.sides.bring_forward(Side.QUESTION)
        self.questions.begin()

    def _edit(self) -> None:
        self.sides.bring_forward(Side.QUESTION)
        self.questions.edit()

    def _name_kit(self) -> None:
        self.sides.bring_forward(Side.KIT)
        self.kit.head.role.setFocus(Qt.FocusReason.OtherFocusReason)
        self.kit.head.role.selectAll()

    def _on_editing(self) -> None:
        if self.presenter.is_editing:
            self.sides.bring_forward(Side.QUESTION)

    def _on_loaded(self) -> None:
        if self._begins_when_filled and self.isVisible() and self.hasFocus():
            self.focus_start()
        self.filled.emit()

    def _on_saving(self, state: Saving) -> None:
        if state is Saving.FAILED and not self.presenter.is_editing:  # beside the fields it is said anyway
            self.said.emit(tr("Not saved yet. Your words are still here."), None)
