"""What every page of the open journal is to the shell that shows it."""

from collections.abc import Callable, Mapping
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from ui.reference import Reference
from ui.session import Change, Session


class Keeper(Protocol):
    """Something that is typed in, and has to be on the disk before the journal is left."""

    def flush(self) -> None:
        """Saves now what is not saved yet."""

    @property
    def is_settled(self) -> bool:
        """Whether everything typed there is on the disk."""


class Page(QWidget):
    """A page. It asks again for what it shows when that changed elsewhere: at once if visible, else when shown."""

    asked = Signal(str)  # the key of an action in the shell's table
    referred = Signal(object)  # a Reference to go to
    prompt_asked = Signal(str)  # the id of a prompt to change
    said = Signal(str, object)  # something done, and how to undo it (a callable or None)
    look_changed = Signal()  # the look or the size of text in the settings is another one
    filled = Signal()  # the journal has answered, for the first time, what there is to show
    side_changed = Signal()
    departure_asked = Signal(object)  # what to do once the journal is closed; it answers the folder to start anew with

    shows: frozenset[str] = frozenset()  # the kinds of record on it
    side = 32  # pixels at its left and right, which what stands above it keeps to
    beneath = ""  # the page of the rail that this one belongs to, where it has no place of its own there
    needs_room = False  # whether the rail is narrow beside it, until it is widened by hand

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.is_stale = True  # what it shows is to be asked for
        session.changed.connect(self._on_changed)

    def refresh(self) -> None:
        """Asks the journal again for what is shown."""

    def flush(self) -> None:
        """Saves now what is not saved yet."""

    @property
    def is_settled(self) -> bool:
        """Whether everything typed here is on the disk."""
        return True

    @property
    def is_filled(self) -> bool:
        """Whether there is something to show; a page that waits for the journal says `filled` when there is."""
        return True

    def go_to(self, reference: Reference) -> None:
        """Shows what is meant."""

    def focus_start(self) -> None:
        """Puts the cursor where work begins."""
        self.setFocus()

    def panes(self) -> list[QWidget]:
        """The panes that F6 moves between, each by the widget that takes the focus."""
        return []

    def helped_by(self) -> str:
        """The key of the text of the help for what is open over it; "" where that of the page is meant."""
        return ""

    def foot_height(self) -> int:
        """How high what stays at its foot is; a message does not cover that."""
        return 0

    def doings(self) -> Mapping[str, Callable[[], None]]:
        """Which actions of the shell's table this page does while it is shown."""
        return {}

    def fill(self) -> None:
        """Asks for what there is to show without waiting to be seen."""
        self.is_stale = False
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.is_stale:
            self.fill()

    def _on_changed(self, change: Change, origin: QObject) -> None:
        if change.kind not in self.shows or origin is self or self._made(origin):
            return
        if self.isVisible():
            self.refresh()
        else:
            self.is_stale = True

    def _made(self, origin: QObject) -> bool:
        parent = origin.parent()
        while parent is not None and parent is not self:
            parent = parent.parent()
        return parent is self
