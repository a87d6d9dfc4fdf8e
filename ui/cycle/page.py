"""The take-back cycle: the loop left, where its numbers come from and the next move right."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QWidget

from app.delegation.cycle import Arrow
from app.delegation.record import DEBRIEF, DELEGATION, HELD_TASK, TOUCH
from app.experiments.model import KIND as EXPERIMENT
from app.one_on_ones.record import TOPIC
from app.people.record import PERSON_KIND
from app.practices.record import CHECKLIST
from app.titles import one_line
from app.translation import tr
from ui.clock import today
from ui.cycle.beside import Beside
from ui.cycle.loop import Loop
from ui.cycle.nothing import Nothing
from ui.cycle.presenter import CyclePresenter
from ui.cycle.reading import Found
from ui.cycle.words import broken_row, rows, title_of
from ui.page import Page
from ui.reference import CYCLE, Reference
from ui.reference import DELEGATION as DELEGATION_PAGE
from ui.session import Session
from ui.theme import tokens
from ui.widgets.buttons import LinkButton, SearchButton
from ui.widgets.drawing import in_our_direction
from ui.widgets.labels import Paragraph
from ui.widgets.panes import ScrollPage, column, row

_BESIDE, _SEARCH, _BETWEEN, _SIDE = 284, 304, 32, 24
_IN_SIGHT = 128
_ABOVE, _TALL = 28, 620  # pixels above the loop, in a window that has them to spare
_BESIDE_FROM = 1080  # of the page: a window under 1140 has the rest below the loop


class CyclePage(Page):
    """Has no place in the rail: it belongs to Delegation."""

    shows = frozenset(
        {DELEGATION.name, HELD_TASK.name, TOUCH.name, DEBRIEF.name, TOPIC.name, EXPERIMENT, CHECKLIST.name}
        | {PERSON_KIND.name}
    )
    beneath = DELEGATION_PAGE

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.presenter = CyclePresenter(session, self)
        self._wants_focus = self._awaits = False
        self.back, self.title = LinkButton("", icon="arrow-left"), Paragraph("", "page", "ink", weight=600)
        self.search = SearchButton(tr("Search or jump to…"), tr("Ctrl K"))
        self.loop, self.beside, self.nothing = Loop(), Beside(), Nothing()
        self._compose()
        self._wire()

    @property
    def is_filled(self) -> bool:
        return self.presenter.found is not None

    def refresh(self) -> None:
        def look() -> None:
            if not self._awaits:
                self.presenter.look()

        QTimer.singleShot(0, self, look)  # what is meant may follow right after the page is shown, and is asked for

    def go_to(self, reference: Reference) -> None:
        self._awaits = True
        self.presenter.open(reference)

    def focus_start(self) -> None:
        self._wants_focus = self._awaits or not self.is_filled
        if self._wants_focus:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._give_focus()

    def panes(self) -> list[QWidget]:
        if self._views.currentWidget() is self.nothing:
            return [self.nothing.go]
        self.loop.setFocusProxy(self.loop.start())
        self.beside.setFocusProxy(self.beside.next.go)
        return [self.loop, self.beside]

    def doings(self) -> Mapping[str, Callable[[], None]]:
        return {"latest": self._show_latest}

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.go_back()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def go_back(self) -> None:
        """To the work that it was opened from."""
        found = self.presenter.found
        start = found.start if found is not None else None
        self.referred.emit(Reference(DELEGATION_PAGE, id=start.id if start is not None else None))

    def _show_latest(self) -> None:
        self.go_to(Reference(CYCLE))
        self.focus_start()

    def _compose(self) -> None:
        inside = QWidget()
        self._body = row(self.loop, self.beside, spacing=_BETWEEN)
        self._body.setAlignment(self.loop, Qt.AlignmentFlag.AlignTop)
        inside.setLayout(self._body)
        inside.setMinimumHeight(1)  # or it would be that of the narrowest page, whose lines wrap, at every width
        self.scroller = ScrollPage(inside)
        self._views = QStackedWidget()
        for each in (self.scroller, self.nothing):
            self._views.addWidget(each)
        self._head = column(row(self.back, 24, ..., self.search), 8, self.title, margins=(32, 20, 32, 16))
        whole = column(self._head, self._views)
        whole.setStretch(1, 1)
        self.setLayout(whole)
        self._say_way_back(None)

    def _wire(self) -> None:
        presenter = self.presenter
        presenter.shown.connect(self._show)
        presenter.turned.connect(self._show_way)
        presenter.said.connect(self.said)
        presenter.went.connect(self.referred)
        self.loop.chosen.connect(self._choose)
        self.beside.next.taken.connect(presenter.take)
        self.beside.records.opened.connect(lambda id: self.referred.emit(Reference(DELEGATION_PAGE, id=id)))
        self.nothing.go.clicked.connect(lambda: self.referred.emit(Reference(DELEGATION_PAGE)))
        self.back.clicked.connect(self.go_back)
        self.search.clicked.connect(lambda: self.asked.emit("search"))

    def _show(self) -> None:
        found = self.presenter.found
        if found is None:
            return
        self._say_way_back(found)
        if found.cycle is None:
            self.title.setText(tr("The take-back cycle"))
            self._views.setCurrentWidget(self.nothing)
        else:
            self.title.setText(in_our_direction(title_of(found)))
            broken = found.cycle.broken_by
            since = broken_row(broken, today()) if broken is not None else None
            self.beside.records.show_rows(rows(found, today()), since)
            self._show_way()
            self._views.setCurrentWidget(self.scroller)
        self._awaits = False
        if self._wants_focus and self.isVisible():
            self._wants_focus = False
            self._give_focus()
        self.filled.emit()

    def _show_way(self) -> None:
        found, move = self.presenter.found, self.presenter.move
        if found is not None and found.cycle is not None and move is not None:
            self.loop.show_cycle(found.cycle, self.presenter.arrow)
            self.beside.next.show_move(move)

    def _choose(self, arrow: Arrow) -> None:
        self.presenter.choose(arrow)
        # Where the move stands below the loop, it comes into sight, once it has the room for its words.
        go = self.beside.next.go
        QTimer.singleShot(0, go, lambda: self.scroller.ensureWidgetVisible(go, 0, 24))

    def _say_way_back(self, found: Found | None) -> None:
        start = found.start if found is not None else None
        title = one_line(start.title) or one_line(start.work) if start is not None else ""
        self.back.say(_short(title) or tr("Delegation"))
        self.back.setAccessibleName(tr("Back to {title}").format(title=title or tr("Delegation")))

    def _give_focus(self) -> None:
        is_there = self._views.currentWidget() is self.scroller
        (self.loop.start() if is_there else self.nothing.go).setFocus(Qt.FocusReason.OtherFocusReason)

    def _arrange(self) -> None:
        is_below = self.width() < tokens.scaled(_BESIDE_FROM)
        directions = QBoxLayout.Direction
        self._body.setDirection(directions.TopToBottom if is_below else directions.LeftToRight)
        self.beside.lay_out(is_below=is_below)
        wide = tokens.scaled(_BESIDE)
        self.beside.setMinimumWidth(0 if is_below else wide)
        self.beside.setMaximumWidth(16777215 if is_below else wide)
        self.search.setFixedWidth(tokens.scaled(272 if is_below else _SEARCH))
        room = self.height() - self._head.totalHeightForWidth(self.width())
        above = _ABOVE if room >= tokens.scaled(_TALL) else 6
        right = 32 if is_below else _SIDE  # beside the loop, the ground of rows reaches out
        self._body.setContentsMargins(32, above, right - ScrollPage.ROOM, 24)
        below = tokens.scaled(_IN_SIGHT) if is_below else 24  # of what stands below the loop, the beginning is seen
        self.loop.set_room(room - above - below)


def _short(title: str) -> str:
    return title if len(title) <= 36 else title[:35].rstrip() + "…"
