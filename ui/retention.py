"""Candidates whose time is over go once Today has its words: nobody waits at the gate while the file is wiped."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from ui.session import Journal, Session


def erase_due(session: "Session", owner: QObject, today: date, then: Callable[[object], None]) -> None:
    """Erases them if there are any; `then` follows either way. What a full disk kept here stays due."""

    def are_due(journal: "Journal") -> bool:
        from app import candidates

        return candidates.are_due(journal, today)

    def work(journal: "Journal") -> int:
        from app import candidates

        return candidates.erase_due(journal, today)

    def is_read(found: bool) -> None:
        if found:
            session.change_anything(owner, work, then, then)
        else:
            then(found)

    session.read(owner, are_due, is_read, then)
