"""Side by side: what was said and done in the conversations of one kit, question by question; nothing is added up."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.interviews.comparing import Compared, first
from app.interviews.model import Interview, Recommendation
from app.interviews.record import INTERVIEW, KIT
from app.translation import tr
from ui.candidates import words
from ui.candidates.printing import Summaries
from ui.clock import today
from ui.page import Page
from ui.reference import INTERVIEW as INTERVIEW_PAGE
from ui.reference import INTERVIEWS, Reference
from ui.session import Session
from ui.side_by_side.cells import (
    CandidateHead,
    LandedCell,
    PracticeHead,
    QuestionHead,
    RecommendedCell,
    RecommendedHead,
    SaidCell,
)
from ui.side_by_side.foot import Foot
from ui.side_by_side.presenter import SideBySidePresenter
from ui.side_by_side.table import Row, Table
from ui.theme import tokens
from ui.widgets.buttons import LinkButton, SearchButton
from ui.widgets.choices import Toggle
from ui.widgets.keyboard import has_keyboard
from ui.widgets.labels import Label, Paragraph
from ui.widgets.panes import ScrollPage, column, row
from ui.widgets.tab_loop import put_after

if TYPE_CHECKING:
    from ui.grounds.card import GroundsCard

_SEARCH, _SEARCH_NARROW = 304, 200
_NARROW_BELOW = 1060


class SideBySidePage(Page):
    """Has no place in the rail: it belongs to Interviews, and needs the room."""

    shows = frozenset({INTERVIEW.name, KIT.name})
    beneath = INTERVIEWS
    needs_room = True

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.presenter = SideBySidePresenter(session, self)
        self._wants_focus = self._awaits = False
        self._made_of: object = None
        self._card: GroundsCard | None = None
        self.recommended: list[RecommendedCell] = []
        self.back = LinkButton("", icon="arrow-left")
        self.lands = Toggle(tr("How it lands"))
        self.search = SearchButton(tr("Search or jump to…"), tr("Ctrl K"))
        self._how = Paragraph("", "small", "ink2")
        self.table, self.nothing = Table(), Paragraph(_nothing(), "body", "ink2")
        self.foot, self.summaries = Foot(session), Summaries(session, self)
        self._lay_out()
        self._wire()

    @property
    def is_settled(self) -> bool:
        return self.presenter.keeping.is_settled and self.summaries.is_settled

    @property
    def is_filled(self) -> bool:
        return self.presenter.compared is not None

    def refresh(self) -> None:
        self.presenter.look()

    def flush(self) -> None:
        self.presenter.keeping.flush()

    def go_to(self, reference: Reference) -> None:
        if reference.id is not None:
            self._awaits = True
            self.presenter.open(reference.id)

    def focus_start(self) -> None:
        self._wants_focus = self._awaits
        if self._awaits:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if self.presenter.kit is None:  # pages were made anew around it
            self.referred.emit(Reference(INTERVIEWS))
        else:
            self._give_focus()

    def panes(self) -> list[QWidget]:
        return [self.back, self._start()]

    def doings(self) -> Mapping[str, Callable[[], None]]:
        compared = self.presenter.compared
        return {"print": self.print} if compared is not None and compared.columns else {}

    def print(self) -> None:
        """The summaries of all of them, as pages to print."""
        compared = self.presenter.compared
        if compared is not None and compared.columns:
            self.summaries.print(compared.columns, self.presenter.kit, today())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = event.size().width() < tokens.scaled(_NARROW_BELOW)
        self.search.setFixedWidth(tokens.scaled(_SEARCH_NARROW if is_narrow else _SEARCH))

    def _lay_out(self) -> None:
        title = Label(tr("Side by side"), "page")
        switch = row(Label(tr("How it lands"), "small", "ink2"), self.lands, spacing=10)
        head = row(self.back, 24, ..., switch, 12, self.search, margins=(32, 20, 32, 8))
        self._top, inside = QWidget(), QWidget()
        self._top.setLayout(column(title, 4, self._how, 14, self.table.strip, margins=(32, 0, 32, 0)))
        inside.setLayout(column(self.table, self.nothing, ..., margins=(32, 0, 32 - ScrollPage.ROOM, 20)))
        self._rows = ScrollPage(inside)
        whole = column(head, self._top, self._rows, row(32, self.table.bar, 32), self.foot)
        whole.setStretch(2, 1)
        self.setLayout(whole)
        self._show_parts(False)  # until it is known of what

    def _show_parts(self, are_shown: bool) -> None:
        for each in (self._top, self._rows, self.back, self.foot):
            each.setVisible(are_shown)

    def _wire(self) -> None:
        self.presenter.shown.connect(self._on_shown)
        self.presenter.missed.connect(self._on_missed)
        self.lands.clicked.connect(self._fill)
        self.table.completed.connect(self._put_in_order)
        self.back.clicked.connect(self._go_back)
        self.foot.not_asked.clicked.connect(self._show_grounds)
        self.foot.print.clicked.connect(self.print)
        self.summaries.said.connect(self.said)
        self.search.clicked.connect(lambda: self.asked.emit("search"))

    def _on_shown(self) -> None:
        is_first = self._top.isHidden()
        self.back.say(words.kit_words(self.presenter.kit))
        self._show_parts(True)
        self._fill()
        self._awaits = False
        if self._wants_focus and self.isVisible():
            self._wants_focus = False
            if self.window().focusWidget() in (self, None):  # nobody has opened something over it meanwhile
                self._give_focus()
        if is_first:
            self.filled.emit()

    def _fill(self) -> None:
        compared, lands = self.presenter.compared, self.lands.isChecked()
        if compared is None or (compared, lands) == self._made_of:
            return
        self._made_of = (compared, lands)
        had_keyboard = has_keyboard(self.table) or has_keyboard(self.table.strip)
        has_any = bool(compared.columns)
        self.table.setVisible(has_any)
        self.table.strip.setVisible(has_any)
        self.nothing.setVisible(not has_any)
        self._how.setText(_how_landed() if lands else _how())
        if has_any:
            heads = [self._head(at) for at in range(len(compared.columns))]
            name = Label(tr("Practice") if lands else tr("Question"), "caption", "ink2")
            self.table.fill(name, heads, self._landed(compared) if lands else self._said(compared))
            put_after(self.search, self.table.strip)
            self._put_in_order()
        self.foot.show_interviews(compared.columns)
        if had_keyboard:
            self._give_focus()

    def _put_in_order(self) -> None:
        if self.table.heads:
            put_after(self.table.heads[-1], self.table)

    def _said(self, compared: Compared) -> Sequence[Row]:
        names = [each.candidate for each in compared.columns]
        rows: list[Row] = [
            (partial(QuestionHead, first(each)), [partial(SaidCell, *given) for given in zip(each, names, strict=True)])
            for each in compared.questions
        ]
        self.recommended = []
        last = [partial(self._recommended, at, each) for at, each in enumerate(compared.columns)]
        return [*rows, (RecommendedHead, last)]

    def _recommended(self, at: int, interview: Interview) -> RecommendedCell:
        cell = RecommendedCell(interview)
        cell.recommended.connect(lambda given: self._recommend(at, given))
        cell.opened.connect(lambda part: self._open(at, part))
        self.recommended.append(cell)
        return cell

    def _landed(self, compared: Compared) -> Sequence[Row]:
        names = [each.candidate for each in compared.columns]
        return [
            (
                partial(PracticeHead, first(each)),
                [partial(LandedCell, *given) for given in zip(each, names, strict=True)],
            )
            for each in compared.practices
        ]

    def _head(self, at: int) -> CandidateHead:
        compared = self.presenter.compared
        assert compared is not None  # noqa: S101  only what was read is shown
        made = CandidateHead(compared.columns[at])
        made.clicked.connect(lambda: self._open(at, None))
        return made

    def _recommend(self, at: int, given: Recommendation | None) -> None:
        self.presenter.recommend(at, given)
        self._made_of = (self.presenter.compared, self.lands.isChecked())

    def _open(self, at: int, part: int | None) -> None:
        compared = self.presenter.compared
        if compared is not None:
            self.flush()
            self.referred.emit(Reference(INTERVIEW_PAGE, compared.columns[at].id, part=part))

    def _show_grounds(self) -> None:
        from ui.grounds.card import GroundsCard  # most visits do without

        if self._card is None:
            self._card = GroundsCard(self)
        self._card.show_ground()

    def _start(self) -> QWidget:
        return self.table.heads[0] if self.table.heads else self.back

    def _give_focus(self) -> None:
        self._start().setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_missed(self) -> None:
        self.said.emit(tr("This is not in the journal any more."), None)
        self._made_of = None
        self._show_parts(False)
        if self.isVisible():
            self.referred.emit(Reference(INTERVIEWS))

    def _go_back(self) -> None:
        kit = self.presenter.kit
        self.flush()
        self.referred.emit(Reference(INTERVIEWS, kit.id if kit is not None else None))


def _how() -> str:
    return tr(
        "Question by question, what was said and done. Nothing is added up, and the order is the order of the "
        "conversations."
    )


def _how_landed() -> str:
    return tr("Practice by practice, how it landed with them, in their words. What one reads as care another does not.")


def _nothing() -> str:
    return tr("No conversation has gone by this kit yet. The first one stands here as soon as it begins.")
