"""What the list of questions and the list of what was chosen ask of the page that they stand on."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import Any, Protocol

from PySide6.QtCore import SignalInstance

from app.interviews.bank import Entry
from app.interviews.kits import Questions
from ui.questions.wanted import Wanted


class Choosing(Protocol):
    """Knows the bank, what it is narrowed to, and what was chosen out of it."""

    @property
    def changed(self) -> SignalInstance:
        """Of what is shown, something is another."""

    @property
    def wanted(self) -> Wanted:
        """What the bank is narrowed to."""

    @property
    def listed(self) -> Sequence[Entry]:
        """What the bank shows."""

    @property
    def question_id(self) -> str | None:
        """The question that is looked at."""

    @property
    def picked(self) -> AbstractSet[str]:
        """The ids of those that were chosen."""

    def look_for(self, **changes: Any) -> None:
        """Narrows the bank."""

    def choose(self, id: str | None) -> None:
        """This question is looked at."""


class Placing(Protocol):
    """Knows which of the chosen is in hand. Parts are numbered from 0."""

    @property
    def at(self) -> int | None:
        """The part in hand, where one is."""

    @property
    def questions(self) -> Questions:
        """The bank by ids."""

    def choose_part(self, at: int) -> None:
        """This part is in hand."""


class PartDeeds(Protocol):
    """What can be done with one part."""

    def move(self, at: int, to: int) -> None:
        """Puts it at another place."""

    def take_out(self, at: int) -> None:
        """Takes it out."""

    def change_part(self, at: int, **fields: object) -> None:
        """Other words or minutes."""
