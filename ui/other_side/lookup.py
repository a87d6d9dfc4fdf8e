"""Asking the journal for what an answer can be made of: the owner's own reflections, debriefs and the like."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from app.errors import NoSuchRecord
from app.titles import one_line
from app.translation import tr
from ui.kinds import shown
from ui.session import Session
from ui.wording import day_name

if TYPE_CHECKING:
    from app.search.index import Hit
    from ui.session import Journal

KINDS = frozenset({"reflection", "debrief", "delegation", "experiment", "feedback", "held-task"})
_MOST, _ASKED = 20, 120  # shown; and asked for, since others are among them


@dataclass(frozen=True, slots=True)
class Own:
    """A record of one's own: what it is, its day, a passage to know it by, and all its words where they were read."""

    id: str
    kind: str
    on: date
    passage: str
    words: str = ""

    @property
    def title(self) -> str:
        """ "Debrief, 12 March"."""
        return tr("{kind}, {day}").format(kind=shown(self.kind).words, day=day_name(self.on))


def find(session: Session, asker: QObject, query: str, done: Callable[[list[Own]], None]) -> None:
    """Those with all the words, newest first, at most 20; the snippets keep their marks."""

    def work(journal: "Journal") -> list[Own]:
        hits = [each for each in journal.search(query, _ASKED) if each.kind in KINDS][:_MOST]
        return [_passage(journal, each) for each in hits]

    session.read(asker, work, done)


def whole(session: Session, asker: QObject, id: str, done: Callable[[Own | None], None]) -> None:
    """One of them with all its words, but for what nobody else is to see; None where it is not there any more."""
    session.read(asker, lambda journal: _whole(journal, id), done)


def behind(session: Session, asker: QObject, ids: Sequence[str], done: Callable[[list[Own | None]], None]) -> None:
    """These, in their order; None for each that is not there any more."""
    session.read(asker, lambda journal: [_whole(journal, each) for each in ids], done)


def _passage(journal: "Journal", hit: "Hit") -> Own:
    """Where it was found; of a kind with words that nobody else is to see, how the others begin."""
    store: Any = journal.stores[hit.kind]
    has_private = hasattr(store, "kind") and any(each.is_private for each in store.kind.parts.values())
    whole = _whole(journal, hit.id) if has_private else None
    return Own(hit.id, hit.kind, hit.date, whole.passage if whole is not None else hit.snippet or hit.title)


def _whole(journal: "Journal", id: str) -> Own | None:
    for kind in sorted(KINDS):
        store: Any = journal.stores[kind]
        try:
            kept = store.get(id)
        except NoSuchRecord:
            continue
        if kept.deleted_at is not None:
            return None
        seen = store.kind.without_private(kept) if hasattr(store, "kind") else kept
        document = store.document(seen)
        words = document.body.strip() or document.title
        return Own(id, kind, document.day, one_line(words), words)
    return None
