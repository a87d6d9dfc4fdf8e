"""The sample from the first start: looked around in, written in, and gone without a trace."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app import paths, sample, settings
from tests.app.reflections.journals import NOW, TODAY, found
from tests.ui.sessions import ask, close_session, open_session
from tests.ui.shell.windows import Window
from tests.ui.unlock.doors import LONG
from ui import start
from ui.journal.page import JournalPage
from ui.reference import JOURNAL, SETTINGS
from ui.reference import TODAY as TODAY_PAGE
from ui.restart import SAMPLE, sample_asked
from ui.session import Session
from ui.settings.page import SettingsPage
from ui.shell import inside as inside_module
from ui.shell.curtain import Curtain
from ui.shell.inside import Inside
from ui.shell.main_window import MainWindow
from ui.shell.palette import Palette
from ui.today.page import TodayPage
from ui.unlock.choose_passphrase import ChoosePassphrase
from ui.unlock.first_run import FirstRun
from ui.unlock.unlock import Unlock
from ui.widgets.buttons import LinkButton
from ui.widgets.messages import MessageBar

Key, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier
BEGIN, BACK = "Begin your own", "Back to your own"


@pytest.fixture(autouse=True)
def _stays(qapp: QApplication) -> Iterator[None]:
    """The window of one test, when it closes, does not end the events of the next."""
    qapp.setQuitOnLastWindowClosed(False)
    yield
    qapp.setQuitOnLastWindowClosed(True)


@pytest.fixture
def session() -> Session:
    """Locked."""
    return Session()


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Path, bool]]:
    """With which folder the program would have begun anew, and whether with the sample."""
    calls: list[tuple[Path, bool]] = []

    def start_anew(folder: Path, place: str, *, with_sample: bool = False) -> None:
        calls.append((folder, with_sample))

    monkeypatch.setattr(inside_module, "start_anew", start_anew)
    return calls


class Windows:
    """Opens windows. At the end of the test they go without ending the program, which closing them would."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self._made: list[MainWindow] = []

    def make(self, session: Session, folder: Path) -> MainWindow:
        """Not shown yet."""
        self._made.append(MainWindow(session, folder))
        return self._made[-1]

    def show(self, session: Session, folder: Path) -> MainWindow:
        """In use."""
        window = self.make(session, folder)
        with self._qtbot.waitSignal(window.painted, timeout=LONG):
            window.show()
        with self._qtbot.waitActive(window):
            window.activateWindow()
        return window

    def close(self) -> None:
        for window in self._made:
            window.inside = None
            window.close()
            window.deleteLater()


@pytest.fixture
def windows(qtbot: QtBot) -> Iterator[Windows]:
    made = Windows(qtbot)
    yield made
    made.close()


def first_step(window: MainWindow) -> ChoosePassphrase:
    assert window.gate is not None
    assert isinstance(window.gate.view, FirstRun)
    step = window.gate.view.step
    assert isinstance(step, ChoosePassphrase)
    return step


@pytest.fixture
def inside(qtbot: QtBot, windows: Windows, session: Session, tmp_path: Path) -> Iterator[Inside]:
    """The sample, open from the first start of somebody without a journal; at the end all is closed."""
    window = windows.show(session, tmp_path / "journal")
    with qtbot.waitSignal(session.opened, timeout=LONG):
        first_step(window).sample.click()
    assert window.inside is not None
    today = window.inside.workspace.current
    assert isinstance(today, TodayPage)
    qtbot.waitUntil(lambda: today.is_filled and QApplication.focusWidget() is not None, timeout=LONG)
    yield window.inside
    if session.is_open:
        close_session(qtbot, session)


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def copies() -> list[Path]:
    return list(paths.sample_folder().parent.glob(".sample*"))


def bar(inside: Inside) -> MessageBar:
    QApplication.processEvents()  # a layout shows what it was given only in a while
    (found,) = inside.workspace.findChildren(MessageBar)
    assert found.isVisible()
    return found


def link(within: MessageBar | JournalPage, words: str) -> LinkButton:
    (found,) = [each for each in within.findChildren(LinkButton) if each.words() == words and each.isVisible()]
    return found


def test_the_link_says_what_is_being_done(qtbot: QtBot, windows: Windows, session: Session, tmp_path: Path) -> None:
    window = windows.show(session, tmp_path / "journal")
    step = first_step(window)
    assert step.sample.words() == "Explore a sample journal first"
    with qtbot.waitSignal(session.opened, timeout=LONG):
        step.sample.click()
        assert step.is_busy
        assert step.sample.words() == "Opening the sample"
    close_session(qtbot, session)


def test_it_opens_on_today_with_a_story_that_ended_lately(qtbot: QtBot, session: Session, inside: Inside) -> None:
    assert session.is_sample
    assert inside.workspace.current_key == TODAY_PAGE
    assert ask(qtbot, session, lambda journal: journal.reflections.count())[0] >= 120
    assert bar(inside).text().startswith("This is a sample")
    inside.run(JOURNAL)
    page = inside.workspace.current
    assert isinstance(page, JournalPage)
    qtbot.waitUntil(lambda: len(page.browser.entries.headings) > 20, timeout=LONG)
    assert bar(inside).isVisible()


def test_its_bar_comes_after_the_rail(session: Session, inside: Inside) -> None:
    begin = link(bar(inside), BEGIN)
    inside.workspace.rail.focus_widget().setFocus()
    for _ in range(6):
        if focused() is begin:
            break
        QTest.keyClick(focused(), Key.Key_Tab)
    assert focused() is begin


def test_what_is_written_in_it_is_gone_with_it(
    qtbot: QtBot, session: Session, inside: Inside, started: list[tuple[Path, bool]], tmp_path: Path, home: Path
) -> None:
    inside.run("new")  # on the day of its review Today begins with that
    QTest.keyClicks(focused(), "Zitronenfalter")
    inside.run(JOURNAL)
    hits = ask(qtbot, session, lambda journal: journal.search("Zitronenfalter", 5))
    assert len(hits) == 1
    kept = [each for each in home.rglob("*") if each.is_file()]
    assert any(each.name == "journal.db" for each in kept)
    assert [each for each in kept if b"Zitronenfalter" in each.read_bytes() or b"Jonas" in each.read_bytes()] == []
    QTest.keyClick(inside, Key.Key_L, CTRL)
    curtain = inside.findChild(Curtain)
    assert curtain is not None
    assert curtain.isVisible()
    qtbot.waitUntil(lambda: bool(started), timeout=LONG)
    assert started == [(tmp_path / "journal", False)]
    assert copies() == []
    assert not (tmp_path / "journal").exists()
    assert (settings.load().journal, settings.load().name) == (None, "")


def test_what_begins_then_is_the_first_start(
    qtbot: QtBot, windows: Windows, session: Session, inside: Inside, started: list[tuple[Path, bool]]
) -> None:
    link(bar(inside), BEGIN).click()
    qtbot.waitUntil(lambda: bool(started), timeout=LONG)
    assert started[0][1] is False
    first_step(windows.show(Session(), started[0][0]))


def test_a_window_that_is_closed_ends_it(
    qtbot: QtBot, session: Session, inside: Inside, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended: list[int] = []
    monkeypatch.setattr(QCoreApplication, "exit", ended.append)
    inside.window().close()
    qtbot.waitUntil(lambda: bool(ended), timeout=LONG)
    assert copies() == []


def test_words_that_cannot_be_saved_keep_nobody(
    qtbot: QtBot, session: Session, inside: Inside, started: list[tuple[Path, bool]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(TodayPage, "is_settled", property(lambda _: False))
    inside.lock()
    qtbot.waitUntil(lambda: bool(started), timeout=LONG)


def test_nothing_is_offered_that_would_outlast_it(qtbot: QtBot, session: Session, inside: Inside) -> None:
    inside.run(SETTINGS)
    page = inside.workspace.current
    assert isinstance(page, SettingsPage)
    assert [each.title for each in page.sections] == ["Look", "Writing", "Locking", "Privacy"]
    assert not page.backups.isVisible()
    assert not page.keys.isVisible()
    assert session.keeping is None
    page.list.entries[3].click()
    inside.run("back-up")
    assert inside.workspace.current is page
    page.writing.name.setText("Mine now")
    page.flush()
    assert ask(qtbot, session, lambda journal: journal.preferences.get().name) == "Mine now"
    assert settings.load().name == ""
    inside.run("search")
    palette = inside.findChild(Palette)
    assert palette is not None
    QTest.keyClicks(focused(), "Back up now")
    assert not palette.chosen_words().startswith("Back up")
    assert not any(each.suffix == ".backup" for each in paths.sample_folder().parent.rglob("*"))


def test_another_size_of_text_says_it_again(qtbot: QtBot, session: Session, inside: Inside) -> None:
    window = inside.window()
    assert isinstance(window, MainWindow)
    settings.keep(text_size=115)
    window.dress()
    qtbot.waitUntil(lambda: window.inside is not inside, timeout=LONG)
    assert window.inside is not None
    assert bar(window.inside).isVisible()


def test_a_sample_that_cannot_be_opened_says_why(
    qtbot: QtBot, windows: Windows, session: Session, tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (home / "file").touch()
    monkeypatch.setattr(paths, "sample_folder", lambda: home / "file" / "sample")
    window = windows.show(session, tmp_path / "journal")
    step = first_step(window)
    step.sample.click()
    qtbot.waitUntil(lambda: first_step(window) is not step, timeout=LONG)
    assert not first_step(window).is_busy
    assert "cannot be written to" in first_step(window).sample_error.text()


# From an empty journal of one's own


def test_an_empty_journal_offers_a_look_at_it(
    qtbot: QtBot, tmp_path: Path, started: list[tuple[Path, bool]], home: Path
) -> None:
    session = open_session(qtbot, tmp_path / "journal")
    window = Window(session)
    qtbot.addWidget(window)
    window.show()
    window.inside.begin(JOURNAL, lambda: None)
    page = window.page()
    assert isinstance(page, JournalPage)
    qtbot.waitUntil(lambda: page.browser.is_loaded, timeout=LONG)
    link(page, "See a filled one in the sample journal").click()
    qtbot.waitUntil(lambda: bool(started), timeout=LONG)
    assert started == [(tmp_path / "journal", True)]
    assert not session.is_open


def test_the_next_start_opens_it_and_goes_back(
    qtbot: QtBot,
    windows: Windows,
    session: Session,
    tmp_path: Path,
    started: list[tuple[Path, bool]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    found(tmp_path / "journal")
    settings.keep(journal=tmp_path / "journal", name="My own")
    monkeypatch.setenv(SAMPLE, "1")
    assert sample_asked()
    assert not sample_asked()
    window = windows.make(session, tmp_path / "journal")
    window.await_sample()
    with qtbot.waitSignal(session.opened, timeout=LONG):
        window.show()
    assert session.is_sample
    assert window.inside is not None
    assert (settings.load().journal, settings.load().name) == (tmp_path / "journal", "My own")
    link(bar(window.inside), BACK).click()
    qtbot.waitUntil(lambda: bool(started), timeout=LONG)
    assert started == [(tmp_path / "journal", False)]
    again = windows.show(Session(), started[0][0])
    assert again.gate is not None
    assert isinstance(again.gate.view, Unlock)


# What a killed window has left


def test_the_next_window_takes_away_what_was_left(qtbot: QtBot, home: Path) -> None:
    left = paths.sample_folder().parent / ".sample.0badcafe.partial"
    (left / "journal").mkdir(parents=True)
    (left / "journal" / "journal.db").write_bytes(b"nobody can read it")
    session = Session()
    copy = sample.Copy(TODAY, NOW)
    start.remove_left_behind(session)
    qtbot.waitUntil(lambda: not left.exists(), timeout=LONG)
    assert copy.folder.exists()
    copy.end()


def test_where_nothing_was_left_nothing_is_loaded(home: Path) -> None:
    (paths.sample_folder().parent / "run").mkdir(parents=True)
    session = Session()
    start.remove_left_behind(session)
    assert session._thread._waiting is None
