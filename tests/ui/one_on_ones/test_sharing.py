"""The agenda is saved or copied where it was asked for, and private notes stay where they are."""

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QApplication

from tests.ui.one_on_ones.room import CONTROL, SHIFT, Key, Room, today


def test_the_copy_has_the_agenda_and_nothing_private(room: Room) -> None:
    room.page.notes.private.area.setFocus()
    room.type("canary")
    room.page.beside.involved.choice.chosen.emit("too-much")
    room.press(Key.Key_C, CONTROL | SHIFT)
    copied = QApplication.clipboard().text()
    assert copied.startswith("One-on-one with Jonas\n")
    assert "[ ] Conference budget" in copied
    assert "canary" not in copied
    assert "too" not in copied.casefold()
    assert "not encrypted" in room.said()


def test_the_pdf_is_one_page_without_anything_private(
    room: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room.page.notes.private.area.setFocus()
    room.type("canary")
    suggested: list[Path] = []

    def answer(_parent: object, _title: str, start: Path) -> Path | None:
        suggested.append(start)
        return tmp_path / "agenda"

    monkeypatch.setattr("ui.places.save_file", answer)
    room.press(Key.Key_S, CONTROL | SHIFT)
    room.wait(lambda: room.said() == "Saved as agenda.pdf, without private notes")
    (page,) = PdfReader(tmp_path / "agenda.pdf").pages
    assert "Conference budget" in page.extract_text()
    assert "canary" not in page.extract_text()
    assert suggested[0].name.startswith("One-on-one, Jonas")
    assert str(today().day) in suggested[0].name


def test_what_was_there_is_not_replaced_unasked(room: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "agenda.pdf").write_text("mine")
    monkeypatch.setattr("ui.places.save_file", lambda *_: tmp_path / "agenda")
    room.page.sharing.export()
    assert (tmp_path / "agenda.pdf").read_text() == "mine"
    assert room.said()
