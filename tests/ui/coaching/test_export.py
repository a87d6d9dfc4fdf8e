"""Saving the pack: all of it, where it was asked for, or nothing and a sentence."""

import stat
import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from pypdf.errors import WrongPasswordError
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.pack.contents import Section
from tests.app.reflections.journals import reflection
from tests.ui.coaching.conftest import Open, days_ago, wait_for_pages
from ui.coaching.page import CoachingPage
from ui.coaching.period import Stretch

Answer = Callable[[Path | None], list[Path]]


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Answer:
    """The person answers the system's dialog with this; what it suggested is noted."""

    def answering(chosen: Path | None) -> list[Path]:
        suggested: list[Path] = []

        def ask(_parent: object, _title: str, start: Path) -> Path | None:
            suggested.append(start)
            return chosen

        monkeypatch.setattr("ui.places.save_file", ask)
        return suggested

    return answering


@pytest.fixture
def page(open_page: Open) -> CoachingPage:
    return open_page([reflection("Jonas noticed.", days_ago(0), people=("Jonas",)), reflection("Old.", days_ago(800))])


def export(qtbot: QtBot, page: CoachingPage) -> str:
    """Saves, and returns what is said then."""
    with qtbot.waitSignal(page.said, timeout=60_000) as said:
        page.doings()["save-pack"]()
    return str(said.args[0])


def words(pdf: bytes, password: str | None = None) -> str:
    return " ".join(each.extract_text() for each in PdfReader(BytesIO(pdf), password=password).pages)


def left_in(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def test_the_file_is_what_was_seen(
    qtbot: QtBot, page: CoachingPage, answer: Answer, tmp_path: Path, home: Path
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    suggested = answer(folder / "Pack.pdf")
    assert export(qtbot, page) == "Saved as Pack.pdf"
    pages = page.presenter.shown.pages
    assert pages is not None
    assert (folder / "Pack.pdf").read_bytes() == pages.pdf
    assert left_in(folder) == ["Pack.pdf"]
    assert suggested[0].name == f"Coaching pack {page.options.period.words()}.pdf"
    assert suggested[0].is_relative_to(home)
    if sys.platform != "win32":
        assert stat.S_IMODE((folder / "Pack.pdf").stat().st_mode) == 0o600


def test_what_was_there_is_replaced(qtbot: QtBot, page: CoachingPage, answer: Answer, tmp_path: Path) -> None:
    target = tmp_path / "Pack.pdf"
    target.write_bytes(b"the one before")
    answer(target)
    export(qtbot, page)
    assert "J. noticed." in words(target.read_bytes())


def test_it_waits_for_the_newest_pages(qtbot: QtBot, page: CoachingPage, answer: Answer, tmp_path: Path) -> None:
    target = tmp_path / "Pack.pdf"
    answer(target)
    page.presenter.choose(stretch=Stretch.EVERYTHING)
    page.options.rows[Section.REFLECTIONS].setFocus()
    assert page.presenter.shown.is_setting
    export(qtbot, page)
    assert "Old." in words(target.read_bytes())


def test_leaving_the_page_does_not_stop_it(qtbot: QtBot, page: CoachingPage, answer: Answer, tmp_path: Path) -> None:
    target = tmp_path / "Pack.pdf"
    answer(target)
    page.presenter.choose(stretch=Stretch.EVERYTHING)
    with qtbot.waitSignal(page.said, timeout=60_000):
        page.export()
        page.hide()
    assert "Old." in words(target.read_bytes())


def test_a_password_closes_it(qtbot: QtBot, page: CoachingPage, answer: Answer, tmp_path: Path) -> None:
    target = tmp_path / "Pack.pdf"
    answer(target)
    page.options.closes.toggle.click()
    page.options.password_field.setText("kurz & bündig")
    export(qtbot, page)
    closed = target.read_bytes()
    assert "J. noticed." in words(closed, "kurz & bündig")
    with pytest.raises(WrongPasswordError):
        words(closed, "kurz")
    assert b"noticed" not in closed


def test_without_a_password_it_is_not_saved(qtbot: QtBot, page: CoachingPage, answer: Answer, tmp_path: Path) -> None:
    suggested = answer(tmp_path / "Pack.pdf")
    page.options.closes.toggle.click()
    assert page.options.password_field.hasFocus()
    page.export()
    assert suggested == []
    assert page.options.password_error.text() == "Type a password, or switch it off."
    QTest.keyClick(page.options.password_field, Qt.Key.Key_A)
    assert page.options.password_error.isHidden()
    page.options.password_field.setText("quiet ladder")
    page.options.closes.toggle.click()
    assert page.options.password is None
    assert page.options.password_field.text() == ""


def test_a_dialog_that_is_closed_saves_nothing(page: CoachingPage, answer: Answer) -> None:
    suggested = answer(None)
    page.export()
    assert len(suggested) == 1
    assert page.is_settled


def test_a_name_without_its_end_gets_it(qtbot: QtBot, page: CoachingPage, answer: Answer, tmp_path: Path) -> None:
    answer(tmp_path / "Pack v1.2")
    assert export(qtbot, page) == "Saved as Pack v1.2.pdf"
    (tmp_path / "Pack v1.2.pdf").write_bytes(b"another")
    page.export()  # the dialog has asked about the name without its end
    assert "exists already" in page.options.trouble.text()
    assert (tmp_path / "Pack v1.2.pdf").read_bytes() == b"another"


@pytest.mark.parametrize("where", ["gone/Pack.pdf", "folder.pdf", "n" * 300 + ".pdf"])
def test_where_nothing_can_be_written_nothing_is_left(
    qtbot: QtBot, page: CoachingPage, answer: Answer, tmp_path: Path, where: str
) -> None:
    folder = tmp_path / "out"
    (folder / "folder.pdf").mkdir(parents=True)
    answer(folder / where)
    said: list[str] = []
    page.said.connect(lambda text, _: said.append(text))
    page.export()
    qtbot.waitUntil(lambda: bool(page.options.trouble.text()))
    assert "cannot be written to" in page.options.trouble.text()
    assert said == []
    assert left_in(folder) == ["folder.pdf"]
    assert page.is_settled
    answer(folder / "Pack.pdf")
    export(qtbot, page)
    assert page.options.trouble.isHidden()


def test_a_period_with_nothing_in_it_is_explained(
    qtbot: QtBot, open_page: Open, answer: Answer, tmp_path: Path
) -> None:
    page = open_page([reflection("Private.", days_ago(0), private=True)])
    suggested = answer(tmp_path / "Pack.pdf")
    page.export()
    assert suggested == []
    assert page.options.trouble.text().startswith("Nothing was written in this period")
    page.presenter.ask_again()
    page.export()  # now before the answer is known
    wait_for_pages(qtbot, page)
    assert len(suggested) == 1
    assert page.options.trouble.text().startswith("Nothing was written in this period")
    assert not (tmp_path / "Pack.pdf").exists()


def test_the_file_is_the_same_whatever_is_left_of_an_earlier_one(
    qtbot: QtBot, page: CoachingPage, answer: Answer, tmp_path: Path
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / ".Pack.pdf.0123abcd.partial").write_bytes(b"%PDF cut off")
    answer(folder / "Pack.pdf")
    export(qtbot, page)
    assert left_in(folder) == ["Pack.pdf"]
