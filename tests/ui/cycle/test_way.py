"""From the second take-back to a way out that is really begun, as somebody goes it through the window."""

from datetime import timedelta
from pathlib import Path

from pytestqt.qtbot import QtBot

from app.delegation.cycle import Arrow
from app.delegation.model import TouchKind
from app.reflections.model import Filter
from tests.app.delegation.making import delegation, touch
from tests.app.reflections.journals import NOW
from tests.ui.handover.desk import today
from tests.ui.sessions import ask, ask_to_write, close_session, open_session
from tests.ui.shell.windows import Window
from ui.cycle.page import CyclePage
from ui.delegation.page import DelegationPage
from ui.today.experiment_note import ExperimentNote
from ui.today.page import TodayPage

DAY = timedelta(days=1)


def test_taken_back_twice_and_broken_by_an_experiment_that_today_shows(qtbot: QtBot, tmp_path: Path) -> None:
    session = open_session(qtbot, tmp_path / "journal")
    given = delegation(begun=today() - 30 * DAY)
    ask_to_write(qtbot, session, lambda journal: journal.delegations.save(given, NOW))
    days = ((TouchKind.TOOK_BACK, 20), (TouchKind.HANDED_BACK, 15))
    earlier = [touch(given, kind, today() - ago * DAY) for kind, ago in days]
    ask_to_write(qtbot, session, lambda journal: journal.touches.add_all(earlier, NOW))
    window = Window(session)
    qtbot.addWidget(window)
    window.show()
    window.inside.run("delegation")
    work = window.page()
    assert isinstance(work, DelegationPage)
    qtbot.waitUntil(lambda: work.presenter.history is not None)
    work.detail.take_back()
    assert work.detail.sheet is not None
    work.detail.sheet.log.click()
    qtbot.waitUntil(work.top.banner.isVisible)
    work.top.banner.see.click()
    page = window.page()
    assert isinstance(page, CyclePage)
    qtbot.waitUntil(lambda: page.presenter.move is not None)
    assert window.inside.workspace.rail.focus_widget().accessibleName() == "Delegation"
    next(each for each in page.loop.cards if each.arrow is Arrow.TAKE_BACK_TO_PRACTICE).click()
    page.beside.next.go.click()
    qtbot.waitUntil(lambda: isinstance(window.page(), TodayPage))
    (made,) = ask(qtbot, session, lambda journal: journal.experiments.find(Filter()))
    (note,) = window.page().findChildren(ExperimentNote)
    qtbot.waitUntil(lambda: made.will in note.sentence.words())
    close_session(qtbot, session)
