"""The window and its backups: looked for once Today can be used, and what fails is said in a bar that leads to them."""

from pytestqt.qtbot import QtBot

from tests.app.interviews.making import interview
from tests.app.reflections.journals import NOW
from tests.ui.sessions import ask, ask_to_write
from tests.ui.shell.windows import Window
from ui.session import Session
from ui.settings.page import SettingsPage
from ui.widgets.messages import MessageBar


def bars(window: Window) -> list[MessageBar]:
    return [each for each in window.findChildren(MessageBar) if each.isVisible()]


def test_a_backup_is_looked_for_once_there_is_something_on_today(
    qtbot: QtBot, session: Session, window: Window
) -> None:
    keeping = session.keeping
    assert keeping is not None
    assert window.today().is_filled
    assert keeping._timer.isActive()
    with qtbot.waitSignal(keeping.changed):
        keeping._timer.timeout.emit()
    assert session.folder is not None
    (made,) = (session.folder / "backups").iterdir()
    assert made.suffix == ".backup"
    assert bars(window) == []


def test_candidates_whose_time_is_over_go_before_the_backup_of_the_day(
    qtbot: QtBot, session: Session, window: Window
) -> None:
    ask_to_write(qtbot, session, lambda journal: journal.interviews.save(interview(candidate="A"), NOW))
    keeping, said = session.keeping, list[str]()
    assert keeping is not None
    session.changed.connect(lambda change, _: said.append(change.kind))
    with qtbot.waitSignal(keeping.changed):
        keeping.look()
    assert ask(qtbot, session, lambda journal: journal.interviews.count()) == (0, 0)
    assert list(session.preferences.candidates_erased.values()) == [1]
    assert "interview" in said
    (backup,) = ask(qtbot, session, lambda journal: journal.vault.backups())
    assert b'"interview":0' in backup.path.read_bytes()  # in its header


def test_a_failure_is_said_in_a_bar_that_leads_to_the_backups(qtbot: QtBot, session: Session, window: Window) -> None:
    assert session.folder is not None
    (session.folder / "backups").rmdir()
    (session.folder / "backups").touch()
    keeping = session.keeping
    assert keeping is not None
    with qtbot.waitSignal(keeping.changed):
        keeping.look()
    qtbot.waitUntil(lambda: len(bars(window)) == 1)
    (bar,) = bars(window)
    said = bar.text()
    assert said.startswith("The daily backup could not be made. ")
    bar.acted.emit()
    page = window.page()
    assert isinstance(page, SettingsPage)
    qtbot.waitUntil(lambda: page.header.title.text() == "Backups")
    assert page.backups.error.text() == said
    qtbot.waitUntil(lambda: bars(window) == [])


def test_a_bar_can_be_closed(qtbot: QtBot, window: Window) -> None:
    window.inside.workspace.say("alert-circle", "Something could not be done.")
    qtbot.waitUntil(lambda: len(bars(window)) == 1)
    bars(window)[0]._close.click()
    qtbot.waitUntil(lambda: bars(window) == [])
