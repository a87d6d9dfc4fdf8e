"""From the page of a person: joined with somebody, or erased."""

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.app.people.test_store import person
from tests.app.reflections.journals import reflection
from tests.ui.people.conftest import Open, look_at
from tests.ui.sessions import ask
from ui.people.erase_sheet import EraseSheet
from ui.people.join_sheet import JoinSheet
from ui.people.page import PeoplePage
from ui.session import Session


def choose(page: PeoplePage, words: str) -> None:
    assert page.person is not None
    page.person.head.menu.click()
    next(each for each in page.findChildren(QPushButton) if each.text() == words and each.isVisible()).click()


def test_who_is_erased_is_in_no_list_any_more(qtbot: QtBot, session: Session, open_people: Open) -> None:
    page = open_people(
        [person("Jonas", role="Analyst"), person("Ravi")], [reflection("Jonas asked", people=("Jonas",))]
    )
    look_at(qtbot, page, "Jonas")
    choose(page, "Erase…")
    sheet = page.findChild(EraseSheet)
    assert sheet is not None
    qtbot.waitUntil(lambda: sheet.presenter.preview is not None)
    sheet.typed.setText("Jonas")
    with qtbot.waitSignal(sheet.erased):
        sheet.erase.click()
    qtbot.waitUntil(lambda: [each.person.name for each in page.presenter.known] == ["Ravi"])
    qtbot.waitUntil(lambda: page.presenter.id is None)
    page.flush()
    assert ask(qtbot, session, lambda journal: journal.people.names()) == ["Ravi"]


def test_who_stays_is_shown_after_joining(qtbot: QtBot, session: Session, open_people: Open) -> None:
    page = open_people([person("Jonas", role="Analyst"), person("Jonas Weber")])
    look_at(qtbot, page, "Jonas")
    choose(page, "Join with somebody…")
    sheet = page.findChild(JoinSheet)
    assert sheet is not None
    qtbot.waitUntil(lambda: bool(sheet.others))
    sheet.others["Jonas Weber"].click()
    sheet.second.click()
    qtbot.waitUntil(sheet.join.isEnabled)
    with qtbot.waitSignal(page.said) as said:
        sheet.join.click()
    assert said.args is not None
    assert said.args[0] == "They are one now: Jonas Weber"
    qtbot.waitUntil(lambda: page.presenter.whole is not None)
    assert page.presenter.whole is not None
    assert (page.presenter.whole.person.name, page.presenter.whole.person.role) == ("Jonas Weber", "Analyst")
