"""Who it is: the letter, the name, the role and the rhythm; the way back, and what can be done with the person."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.people.model import Person
from app.people.wording import is_to_come, rhythm_in_words, roughly
from app.translation import tr
from ui.clock import today
from ui.people.words import role_and_time
from ui.theme import tokens
from ui.widgets.buttons import Button, IconButton
from ui.widgets.chips import Avatar
from ui.widgets.labels import ElidedLabel
from ui.widgets.panes import Panel, column, row

_AVATAR, _BACK = 52, 20
_LEFT, _MOST_BACK = 26, 24  # pixels up to the letter, so that it stands in its column and clear of the ring


class PersonHead(QWidget):
    """Stands above the page, and stays there."""

    back_asked = Signal()
    details_asked = Signal()
    rhythm_asked = Signal()
    archive_asked = Signal()
    join_asked = Signal()
    erase_asked = Signal()
    returned = Signal()  # of who is archived: to the lists of today

    def __init__(self) -> None:
        super().__init__()
        self.back = IconButton("arrow-left", tr("Back to all people"), size=_BACK)
        self._avatar = Avatar("", size=_AVATAR)
        self._name, self._about = ElidedLabel("", "page"), ElidedLabel("", "small", "ink2")
        self.menu = IconButton("dots", tr("What can be done with this person"))
        self.bring_back = Button(tr("Bring back"), size="small")
        names = column(..., self._name, self._about, ...)
        side = min(tokens.scaled(_BACK), _MOST_BACK)
        self.back.setFixedSize(side, side)
        line = row(2, self.back, _LEFT - side, self._avatar, 16, names, 12, self.bring_back, 8, self.menu)
        line.setStretch(5, 1)
        self.setLayout(line)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._panel: PersonMenu | None = None
        self._is_archived = False
        self.back.clicked.connect(self.back_asked)
        self.bring_back.clicked.connect(self.returned)
        self.menu.clicked.connect(self._open_menu)

    def show_person(self, person: Person) -> None:
        """Says who it is."""
        is_archived = person.archived_on is not None
        self._avatar.show_name(person.name)
        self._name.setText(person.name)
        self._about.setText(_archived(person) if is_archived else _about(person))
        self.bring_back.setVisible(is_archived)
        self._is_archived = is_archived

    def _open_menu(self) -> None:
        if self._panel is None:
            self._panel = PersonMenu(self)
        self._panel.open_for(self.menu, is_archived=self._is_archived)


class PersonMenu(Panel):
    """One line for each of them: whatever else is done with a whole person gets its line here."""

    def __init__(self, head: PersonHead) -> None:
        super().__init__(head)
        self.setAccessibleName(tr("What can be done with this person"))
        self.of_today = (
            self._line(tr("Name, role and since when…"), "pencil", head.details_asked.emit),
            self._line(tr("Rhythm of the one-on-ones…"), "calendar", head.rhythm_asked.emit),
            self._line(tr("Archive"), "archive", head.archive_asked.emit),
        )
        self.of_archived = (self._line(tr("Bring back"), "arrow-back-up", head.returned.emit),)
        of_all = (
            self._line(tr("Join with somebody…"), "users", head.join_asked.emit),
            self._line(tr("Erase…"), "trash", head.erase_asked.emit),
        )
        lines = (row(each, ...) for each in (*self.of_today, *self.of_archived, *of_all))
        self.setLayout(column(*lines, spacing=2, margins=8))

    def open_for(self, anchor: QWidget, *, is_archived: bool) -> None:
        """Opens with what can be done with somebody of today, or with who is archived."""
        for each in self.of_today:
            each.setVisible(not is_archived)
        for each in self.of_archived:
            each.setVisible(is_archived)
        self.open_at(anchor)

    def _line(self, words: str, icon: str, do: Callable[[], object]) -> Button:
        made = Button(words, "quiet", icon=icon)

        def chosen() -> None:
            self.close_panel()
            do()

        made.clicked.connect(chosen)
        return made


def _about(person: Person) -> str:
    said = [_with_you(person) or person.role, rhythm_in_words(person.rhythm) if person.rhythm else ""]
    return " ".join(tr("{sentence}.").format(sentence=each) for each in said if each)


def _with_you(person: Person) -> str:
    day = roughly(person.since, today())
    if is_to_come(person.since, today()):
        both, alone = tr("{role}, with you from {day}"), tr("With you from {day}")
    else:
        both, alone = tr("{role}, with you since {day}"), tr("With you since {day}")
    return (both if person.role else alone).format(role=person.role, day=day) if day else ""


def _archived(person: Person) -> str:
    return tr("{about}. Archived, to be read only.").format(about=role_and_time(person))
