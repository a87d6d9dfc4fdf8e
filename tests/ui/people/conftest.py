"""The page of people on a real journal."""

from collections.abc import Iterable
from typing import Any, Protocol

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.journal import Journal
from app.records.entry import Entry
from app.reflections.model import Reflection
from tests.app.reflections.journals import NOW
from ui.people.page import PeoplePage
from ui.session import PERSON, Change, Session


class Open(Protocol):
    """Opens the page on a journal with these records and reflections in it."""

    def __call__(self, given: Iterable[Entry] = (), written: Iterable[Reflection] = ()) -> PeoplePage: ...


def add(qtbot: QtBot, session: Session, given: Iterable[Entry], written: Iterable[Reflection] = ()) -> None:
    """Puts them into the journal, people first."""
    records, reflections, done = list(given), list(written), list[bool]()

    def work(journal: Journal) -> None:
        for each in records:
            store: Any = next(store for store in journal.stores.values() if _made_by(store) is type(each))
            store.save(each, NOW)
        journal.reflections.add_all(reflections, NOW)

    session.write(session, Change(PERSON), work, lambda _: done.append(True))
    qtbot.waitUntil(lambda: bool(done))


def _made_by(store: object) -> object:
    return getattr(getattr(store, "kind", None), "make", None)


@pytest.fixture
def open_people(qtbot: QtBot, session: Session) -> Open:
    """Opens the page on a journal with these records and reflections in it."""

    def opened(given: Iterable[Entry] = (), written: Iterable[Reflection] = ()) -> PeoplePage:
        add(qtbot, session, given, written)
        page = PeoplePage(session)
        qtbot.addWidget(page)
        page.resize(1152, 828)
        page.show()
        with qtbot.waitActive(page):
            page.activateWindow()
        qtbot.waitUntil(lambda: page.is_filled)
        page.focus_start()
        QApplication.processEvents()
        return page

    return opened


def look_at(qtbot: QtBot, page: PeoplePage, name: str) -> None:
    """Opens the page of this person."""
    id = next(each.person.id for each in page.presenter.known if each.person.name == name)
    page.list.chosen.emit(id)
    qtbot.waitUntil(lambda: page.presenter.id == id and page.person is not None and page.person.isVisible())
    QApplication.processEvents()
