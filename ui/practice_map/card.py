"""The card of a cell: what is behind the number, what they said of it, what it takes, and two ways to go on."""

from collections.abc import Iterator, Sequence
from datetime import date

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.delegation.history import History
from app.delegation.model import HeldTask
from app.translation import tr, trn
from ui.practice_map import words
from ui.practice_map.presenter import Look
from ui.theme import tokens
from ui.widgets.buttons import Button, LinkButton
from ui.widgets.labels import ElidedLabel, Label, Paragraph, plain_tooltip
from ui.widgets.panes import Card, Item, column, row
from ui.wording import day_name

_WIDTH, _PADDING, _MOST = 300, 16, 5


class CellCard(Card):
    """Says all there is of one cell. It takes no focus by itself; Escape in it asks to be closed."""

    handed_over = Signal()
    asked_first = Signal()
    opened = Signal(str)  # the id of a delegation or a held task
    list_asked = Signal()
    topic_opened = Signal(str)  # the id of the topic that asks them already
    closed = Signal()
    lit = Signal(bool)  # whether the mouse is on it

    def __init__(self, look: Look, today: date, parent: QWidget) -> None:
        super().__init__(parent, border="stroke")
        self._look, self._today = look, today
        self.links: list[LinkButton] = []
        self.hand_over: Button | None = None
        self.ask: LinkButton | None = None
        self.setFixedWidth(tokens.scaled(_WIDTH))
        parts = self._owners() if look.cell is None else self._persons()
        inside = column(*parts, margins=(_PADDING, 14, _PADDING, _PADDING))
        self.setLayout(inside)
        wraps = inside.hasHeightForWidth()
        self.setFixedHeight(inside.totalHeightForWidth(self.width()) if wraps else inside.totalSizeHint().height())

    def first(self) -> QWidget:
        """What takes the focus when the card is gone into; itself where nothing in it can be pressed."""
        buttons = [each for each in (self.hand_over, self.ask, *self.links) if each is not None]
        return next(iter(buttons), self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.lit.emit(True)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.lit.emit(False)

    # What the owner does

    def _owners(self) -> Iterator[Item]:
        given = self._look.row
        yield from self._head(words.card_title(given, tr("you")), words.hours_short(given))
        if not given.held:
            yield from self._said(tr("None of it is yours now."))
        else:
            yield from self._said(words.spent(given, self._today))
            yield from self._list("", [(each.id, _held_title(each)) for each in given.held])

    # What somebody else has done

    def _persons(self) -> Iterator[Item]:
        look = self._look
        cell = look.cell
        assert cell is not None  # noqa: S101  the caller has looked
        yield from self._head(words.card_title(look.row, cell.person), words.times(cell))
        yield from self._quote(cell.person)
        yield from self._said(" ".join(filter(None, (words.level(cell), words.spent(look.row, self._today)))))
        yield from self._list(tr("Under way now"), [(each.delegation.id, _title(each)) for each in cell.under_way])
        done = cell.completed or cell.ever
        yield from self._list(tr("Completed"), [(each.delegation.id, _completed(each)) for each in reversed(done)])
        if not look.is_archived:
            yield from self._deeds(cell.person)

    def _head(self, title: str, beside: str) -> Iterator[Item]:
        line = row(Paragraph(title, "heading", "ink"), 12, column(2, Label(beside, "caption", "ink2"), ...))
        line.setStretch(0, 1)
        yield line
        self.setAccessibleName(tr("{title}: {said}").format(title=title, said=beside))

    def _quote(self, person: str) -> Iterator[Item]:
        said = self._look.between.said
        if said is not None:
            yield 7
            yield Paragraph(words.quoted(said), "readingS", "ink")
            yield 4
            yield ElidedLabel(words.source(said, person), "caption", "ink2")

    def _said(self, text: str) -> Iterator[Item]:
        if text:
            yield 10
            yield Paragraph(text, "small", "ink2")

    def _list(self, title: str, given: Sequence[tuple[str, str]]) -> Iterator[Item]:
        """At most five of them, each a way to it, and a way to all of them where there are more."""
        if not given:
            return
        yield 10
        if title:
            yield Label(title, "caption", "ink2")
        for id, said in given[:_MOST]:
            link = _Line(said)
            link.clicked.connect(lambda _=False, id=id: self.opened.emit(id))
            self.links.append(link)
            yield row(link, ...)
        left = len(given) - _MOST
        if left > 0:
            more = _Line(trn("and {count} more", "and {count} more", left).format(count=left))
            more.clicked.connect(self.list_asked)
            self.links.append(more)
            yield row(more, ...)

    def _deeds(self, person: str) -> Iterator[Item]:
        waiting = self._look.waiting
        self.hand_over = Button(tr("Hand this over"), "primary", size="small")
        self.hand_over.clicked.connect(self.handed_over)
        if waiting is None:
            self.ask = _Line(tr("Ask {person} first").format(person=person))
            self.ask.clicked.connect(self.asked_first)
        else:
            id = waiting.id
            self.ask = _Line(tr("On the agenda"))
            self.ask.clicked.connect(lambda: self.topic_opened.emit(id))
        yield 14
        yield row(self.hand_over, 16, self.ask, ...)


class _Line(LinkButton):
    """A link that ends with an ellipsis where there is no room for all of it; the tooltip then has it."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        return QSize(tokens.scaled(40), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setToolTip(plain_tooltip(self.words()) if self.width() < self.sizeHint().width() else "")


def _title(given: History) -> str:
    of = given.delegation
    return of.title.strip() or of.work.strip() or tr("No name yet")


def _completed(given: History) -> str:
    """ "Board report, 12 February"."""
    if given.completed_on is None:
        return _title(given)
    return tr("{title}, {day}").format(title=_title(given), day=day_name(given.completed_on))


def _held_title(given: HeldTask) -> str:
    return given.title.strip() or given.work.strip() or tr("No name yet")
