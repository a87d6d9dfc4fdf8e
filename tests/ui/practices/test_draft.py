"""Nothing that was typed is lost, whatever is taken in hand meanwhile, and whatever the disk says."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from app.errors import CannotWrite
from app.journal import Journal
from app.practices.model import Practice
from tests.app.practices.making import practice
from tests.app.reflections.journals import NOW
from tests.ui.sessions import ask
from ui.autosave import Saving
from ui.practices.draft import Draft
from ui.session import Change, Session


@pytest.fixture
def refusals() -> list[Exception]:
    return []


@pytest.fixture
def draft(session: Session, refusals: list[Exception]) -> Iterator[Draft]:
    def keep(journal: Journal, given: Any) -> Any:
        if refusals:
            raise refusals.pop()
        return journal.practices.save(given, NOW)

    owner = QObject()
    yield Draft(session, "practice", keep, owner)
    owner.deleteLater()


def kept(qtbot: QtBot, session: Session, given: Practice) -> Practice:
    return ask(qtbot, session, lambda journal: journal.practices.get(given.id))


def test_what_is_typed_while_a_save_is_under_way_is_kept_though_another_is_taken(
    qtbot: QtBot, session: Session, draft: Draft
) -> None:
    first = practice("First")
    draft.take(first)
    draft.edit(serves="a")
    draft.flush()
    draft.edit(serves="ab")  # the answer to the save has not come
    draft.take(practice("Second"))
    assert not draft.is_settled
    qtbot.waitUntil(lambda: draft.is_settled)
    assert kept(qtbot, session, first).serves == "ab"


def test_what_could_not_be_saved_is_saved_with_the_next(
    qtbot: QtBot, session: Session, draft: Draft, refusals: list[Exception]
) -> None:
    first, second = practice("First"), practice("Second")
    refusals.append(CannotWrite(Path()))
    draft.take(first)
    draft.edit(serves="a")
    draft.flush()
    qtbot.waitUntil(lambda: draft.autosave.state is Saving.FAILED)
    draft.take(second)
    draft.edit(serves="c")
    draft.flush()
    qtbot.waitUntil(lambda: draft.is_settled)
    assert kept(qtbot, session, first).serves == "a"
    assert kept(qtbot, session, second).serves == "c"


def test_only_what_was_changed_is_written(qtbot: QtBot, session: Session, draft: Draft) -> None:
    given = practice("First")
    draft.take(given)
    draft.edit(serves="a")
    draft.flush()
    qtbot.waitUntil(lambda: draft.is_settled)

    def rename(journal: Journal) -> None:
        journal.practices.save(practice("Renamed elsewhere", id=given.id, serves="a"), NOW)

    done: list[None] = []
    session.write(session, Change("practice"), rename, done.append)
    draft.edit(serves="ab")
    draft.flush()
    qtbot.waitUntil(lambda: draft.is_settled and bool(done))
    found = kept(qtbot, session, given)
    assert (found.name, found.serves) == ("Renamed elsewhere", "ab")
