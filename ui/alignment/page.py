"""How we work, and how it lands with one person: the practices left, the looks and the agreement right."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.interviews.record import ALIGNMENT
from app.one_on_ones.record import TOPIC
from app.people.record import AGREEMENT, PERSON_KIND
from app.practices.record import PRACTICE
from app.translation import tr
from ui.alignment.looks import AgreementBlock, LooksCard
from ui.alignment.presenter import AlignmentPresenter
from ui.alignment.sheet_view import SheetView
from ui.page import Page
from ui.reference import PEOPLE, PRACTICES, Reference
from ui.session import Session
from ui.theme import tokens
from ui.widgets.buttons import LinkButton, SearchButton
from ui.widgets.labels import Paragraph
from ui.widgets.panes import ScrollPage, column, row

_BESIDE, _BETWEEN, _BELOW_UNDER, _SEARCH = 340, 48, 940, 272


class AlignmentPage(Page):
    """Has no place in the rail: it belongs to the person."""

    shows = frozenset({ALIGNMENT.name, TOPIC.name, AGREEMENT.name, PERSON_KIND.name, PRACTICE.name})
    beneath = PEOPLE

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.presenter = AlignmentPresenter(session, self)
        self._wants_focus = self._is_filled = self._awaits = False
        self.back = LinkButton("", icon="chevron-left", tone="ink2")
        self._title = Paragraph(tr("How we work, and how it lands"), "page", "ink")
        self._search = SearchButton(tr("Search or jump to…"), tr("Ctrl K"))
        self.sheet = SheetView(self.presenter)
        self.looks, self.agreement = LooksCard(self.presenter), AgreementBlock(self.presenter)
        self._whole = QWidget()
        self._lay_out()
        self._wire()

    @property
    def is_settled(self) -> bool:
        return self.presenter.kept.is_settled

    @property
    def is_filled(self) -> bool:
        return self._is_filled

    @property
    def is_awaited(self) -> bool:
        """Whether what was asked for is still to come."""
        return self._awaits

    def refresh(self) -> None:
        if not self._awaits:
            self.presenter.ask()

    def flush(self) -> None:
        self.presenter.flush()

    def go_to(self, reference: Reference) -> None:
        if reference.person is not None or reference.id is not None:
            self._awaits = True
            self.presenter.open(person=reference.person, id=reference.id)

    def focus_start(self) -> None:
        self._wants_focus = self._awaits
        if not self._awaits:
            self.sheet.stop().setFocus(Qt.FocusReason.OtherFocusReason)

    def panes(self) -> list[QWidget]:
        right = self.looks.note if self.looks.note.isVisible() else self.agreement.open
        return [self.sheet.stop(), *([right] if right.isVisible() else [])]

    def doings(self) -> Mapping[str, Callable[[], None]]:
        return {"finish": self._go_back} if self.presenter.found is not None else {}

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.presenter.found is not None:
            self._go_back()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = event.size().width() < tokens.scaled(_BELOW_UNDER)
        directions = QBoxLayout.Direction
        self._sides.setDirection(directions.TopToBottom if is_narrow else directions.LeftToRight)
        self._sides.setSpacing(tokens.scaled(28) if is_narrow else _BETWEEN)
        width = tokens.scaled(_BESIDE)
        self._beside.setMinimumWidth(0 if is_narrow else width)
        self._beside.setMaximumWidth(16777215 if is_narrow else width)
        self._search.setFixedWidth(tokens.scaled(_SEARCH) if is_narrow else width)

    def _lay_out(self) -> None:
        names = column(row(self.back, ...), 2, self._title)
        head = row(names, 24, self._search, margins=(32, 20, 32, 0))
        head.setStretch(0, 1)
        head.setAlignment(self._search, Qt.AlignmentFlag.AlignTop)
        self._beside = QWidget()
        self._beside.setLayout(column(self.looks, 28, self.agreement, ...))
        self._sides = row(self.sheet, self._beside, margins=(32, 4, 32 - ScrollPage.ROOM, 28))
        self._sides.setStretch(0, 1)
        inside = QWidget()
        inside.setLayout(self._sides)
        self._whole.setLayout(column(head, 20, ScrollPage(inside)))
        self.setLayout(column(self._whole))
        self._whole.hide()  # until it is known of whom

    def _wire(self) -> None:
        presenter = self.presenter
        presenter.shown.connect(self._on_shown)
        presenter.missed.connect(self._on_missed)
        presenter.said.connect(self.said)
        self.back.clicked.connect(self._go_back)
        self._search.clicked.connect(lambda: self.asked.emit("search"))
        self.sheet.practices_asked.connect(lambda: self._refer(Reference(PRACTICES)))
        self.agreement.opened.connect(self._go_back)

    def _on_shown(self) -> None:
        found, sheet = self.presenter.found, self.presenter.sheet
        if found is None or sheet is None:
            return
        self.back.say(found.person.name)
        self.back.setAccessibleName(tr("Back to {name}").format(name=found.person.name))
        for each in (self.sheet, self.looks, self.agreement):
            each.show_now()
        self._beside.setVisible(bool(sheet.rows))
        self._whole.show()
        is_first, self._is_filled, self._awaits = not self._is_filled, True, False
        if self._wants_focus and self.isVisible():
            self._wants_focus = False
            self.focus_start()
        if is_first:
            self.filled.emit()

    def _on_missed(self) -> None:
        self._awaits = False
        self._whole.hide()
        for each in (self.sheet, self.looks):
            each.forget()
        self.said.emit(tr("This is not in the journal any more."), None)
        if self.isVisible():
            self.referred.emit(Reference(PEOPLE))

    def _go_back(self) -> None:
        if self.presenter.found is not None:
            self._refer(Reference(PEOPLE, self.presenter.found.person.id))

    def _refer(self, reference: Reference) -> None:
        self.flush()
        self.referred.emit(reference)
