"""A real journal to test with, and reflections made in one line."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path

from app.journal import Journal
from app.reflections.model import Commitment, Content, Outcome, Reflection
from app.vault.founding import create
from app.vault.slots import SMALL_COST, RecoveryKey

NOW = datetime(2026, 3, 10, 9, 15, tzinfo=UTC)
TODAY = NOW.date()
_ids = count(1)


def new_id() -> str:
    return f"{next(_ids):032x}"


def reflection(text: str = "", day: date = TODAY, *plans: Commitment, **content: object) -> Reflection:
    """A new one, written now."""
    said = Content(date=day, text=text, **content)  # type: ignore[arg-type]  # the fields of Content, by name
    return Reflection(id=new_id(), content=said, created_at=NOW, updated_at=NOW, commitments=plans)


def plan(when: str = "", will: str = "", person: str | None = None, outcome: Outcome | None = None) -> Commitment:
    return Commitment(id=new_id(), when=when, will=will, person=person, outcome=outcome)


def found(folder: Path) -> RecoveryKey:
    """Makes a journal; its recovery key opens it without the work that a passphrase costs."""
    return RecoveryKey(create(folder, "passphrase", SMALL_COST))


@contextmanager
def new_journal(folder: Path) -> Iterator[Journal]:
    with Journal.open(folder, found(folder), NOW) as journal:
        yield journal


class _Undo(Exception):
    pass


@contextmanager
def undone(journal: Journal) -> Iterator[None]:
    """A transaction of which nothing stays."""
    with suppress(_Undo), journal.transaction():
        yield
        raise _Undo
