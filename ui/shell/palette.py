"""The palette: one line to go anywhere, do anything and search everything, by keyboard."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QLayout, QWidget

from app.search.words import folded
from app.translation import tr
from ui.kinds import shown
from ui.reference import PEOPLE, Reference
from ui.session import Session
from ui.shell.actions import Action
from ui.shell.overlay import Overlay
from ui.shell.palette_rows import Entry, PaletteList
from ui.theme import icons, tokens
from ui.widgets.buttons import KeyCap
from ui.widgets.fields import BareLine
from ui.widgets.labels import Label, Line
from ui.widgets.matches import without_marks
from ui.widgets.panes import row
from ui.wording import day_name

if TYPE_CHECKING:
    from app.people.model import Person
    from app.search.index import Hit
    from ui.session import Journal

_WIDTH, _TOP = 640, 81
_MOST = 20
_MOST_PEOPLE = 5
_TYPED = 18
_CORNER = 13  # of the sheet, inside its line


@dataclass(frozen=True, slots=True)
class Doing:
    """An action that can be done now, and its shortcut in words."""

    action: Action
    keys: str
    do: Callable[[], None]


class Palette(Overlay):
    """Shows what can be done at once, and what is found a moment later."""

    referred = Signal(object)  # a Reference

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent, _WIDTH, _TOP)
        self._session = session
        self._doings: Sequence[Doing] = ()
        self._asked_for: Sequence[Doing] = ()
        self._line = _Line()
        self._list = PaletteList()
        self._compose()
        self._line.textChanged.connect(self._on_typed)
        self._line.moved.connect(self._list.move_choice)
        self._line.returnPressed.connect(self._list.choose)
        self._list.chosen.connect(self._on_chosen)
        self._list.moved.connect(self._line.say)

    def show_with(self, doings: Sequence[Doing]) -> None:
        """Opens it with these actions."""
        self._doings = doings
        self._line.clear()
        self._show([])
        self.open()
        self._line.setFocus(Qt.FocusReason.PopupFocusReason)

    def offer(self, doings: Sequence[Doing]) -> None:
        """These, too, once something is typed: there may be many of them."""
        self._asked_for = doings
        if self.isVisible() and self._line.text().strip():
            self._show([], keep_hits=True)

    def chosen_words(self) -> str:
        """The entry that Enter goes to, as a screen reader says it; "" where there is none."""
        return self._line.accessibleDescription()

    def _compose(self) -> None:
        head = row(20, _Glass(), self._line, KeyCap(tr("Esc")), 18, spacing=12, margins=(0, 10, 0, 10))
        foot = row(
            20,
            KeyCap("↑ ↓"),
            Label(tr("move"), "caption", "ink3"),
            12,
            KeyCap("↵"),
            Label(tr("open"), "caption", "ink3"),
            ...,
            Label(tr("Searches only inside this journal"), "caption", "ink3"),
            20,
            spacing=6,
            margins=(0, 12, 0, 12),
        )
        self.inner.addLayout(head)
        self.inner.addWidget(Line())
        self.inner.addWidget(self._list)
        self.inner.addWidget(Line())
        self.inner.addWidget(_Foot(foot))

    def _on_typed(self, text: str) -> None:
        self._show([], keep_hits=bool(text.strip()))
        if text.strip():
            self._session.read(self, lambda journal: _find(journal, text), lambda found: self._on_found(text, found))

    def _on_found(self, text: str, found: "tuple[list[Person], list[Hit]]") -> None:
        if text == self._line.text() and self.isVisible():
            people, hits = found
            self._show([*map(self._entry_of_person, people), *map(self._entry_of, hits)])

    def _show(self, found: Sequence[Entry], *, keep_hits: bool = False) -> None:
        """`keep_hits` leaves what was found before in its place until the next answer, so that nothing flickers."""
        typed = self._line.text().strip()
        wanted = typed.casefold()
        known = [*self._doings, *(self._asked_for if wanted else ())]
        matching = [each for each in known if wanted in each.action.words().casefold()]
        going = [self._entry_of_doing(each, tr("Go to")) for each in matching if each.action.is_place]
        doing = [self._entry_of_doing(each, tr("Do")) for each in matching if not each.action.is_place]
        self._list.show_entries(going + doing, found, typed, keep_found=keep_hits)
        self._place()

    def _entry_of_doing(self, doing: Doing, group: str) -> Entry:
        shown = doing.action
        return Entry(group=group, icon=shown.icon, words=shown.words(), right=doing.keys, choose=doing.do)

    def _entry_of_person(self, person: "Person") -> Entry:
        reference = Reference(page=PEOPLE, id=person.id)
        at = folded(person.name).find(folded(self._line.text().strip()))
        end = at + len(self._line.text().strip())
        is_same_length = len(folded(person.name)) == len(person.name)
        return Entry(
            group=tr("People"),
            icon="users",
            words=person.name,
            strong=((at, end),) if at >= 0 and is_same_length else (),
            beside=person.role,
            choose=lambda: self.referred.emit(reference),
        )

    def _entry_of(self, hit: "Hit") -> Entry:
        kind = shown(hit.kind)
        reference = Reference(page=kind.page, id=hit.id)
        words, strong = without_marks(hit.snippet or hit.title, self._line.text())
        return Entry(
            group=tr("In your journal"),
            icon=kind.icon,
            words=words,
            strong=strong,
            beside=day_name(hit.date),
            choose=lambda: self.referred.emit(reference),
        )

    def _on_chosen(self, entry: Entry) -> None:
        self.close_overlay()
        entry.choose()


class _Foot(QWidget):
    """What the keys do, on paper below the sheet."""

    def __init__(self, layout: QLayout) -> None:
        super().__init__()
        self.setLayout(layout)

    def paintEvent(self, event: QPaintEvent) -> None:
        ground = QPainterPath()
        ground.addRoundedRect(QRectF(self.rect()).adjusted(0, -_CORNER, 0, 0), _CORNER, _CORNER)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(ground, tokens.color("paper"))


def _find(journal: "Journal", text: str) -> "tuple[list[Person], list[Hit]]":
    """People whose name has these words in it, and records that are no people but have them."""
    wanted = folded(text.strip())
    people = [each for each in journal.people.everyone() if wanted in folded(each.name)][:_MOST_PEOPLE]
    shown = {each.id for each in people}
    return people, [each for each in journal.search(text, _MOST) if each.id not in shown]


class _Glass(QWidget):
    """The icon before the line."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(tokens.scaled(20), tokens.scaled(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        icons.draw(QPainter(self), "search", self.rect().toRectF(), tokens.color("ink3"))


class _Line(BareLine):
    """The line one types in; the arrow keys belong to the list below."""

    moved = Signal(int)

    def __init__(self) -> None:
        super().__init__(tr("Search or jump to"), tr("Search or jump to…"), "body")
        self.setFixedHeight(tokens.scaled(38))
        self.dress_if_changed()

    def dress(self) -> None:
        """As every line, in larger letters."""
        super().dress()
        font = tokens.font("body")
        font.setPixelSize(tokens.scaled(_TYPED))
        self.setFont(font)

    def say(self, chosen: str) -> None:
        """Lets a screen reader, which stands in this line, say what Enter goes to."""
        self.setAccessibleDescription(chosen)
        if self.isVisible():
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: 8,
            Qt.Key.Key_PageUp: -8,
        }
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.moved.emit(step)
