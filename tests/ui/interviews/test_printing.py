"""A kit is printed as it is by now: the interviewer's sheet with our practices, and the scorecard."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.app.practices.making import practice
from tests.app.reflections.journals import NOW
from tests.ui.interviews.conftest import PageOf
from tests.ui.interviews.test_kits import kit
from tests.ui.saving import Saving
from tests.ui.sessions import ask_to_write


def test_the_sheet_and_the_scorecard_are_printed(
    qtbot: QtBot, page_of: PageOf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = page_of([kit()])
    ask_to_write(qtbot, page.session, lambda journal: journal.practices.save(practice(name="Checklists"), NOW))
    said: list[str] = []
    page.said.connect(lambda words, _: said.append(words))
    page.kit.head.role.setText("")
    page.kit.head.renamed.emit("Night nurse")  # and not saved yet
    saving = Saving(tmp_path, monkeypatch)
    page.doings()["print"]()
    qtbot.waitUntil(lambda: bool(said) and page.is_settled)
    assert said == ["Saved as print.pdf, and opened: print it from there."]
    sheet = saving.read()
    assert all(each in sheet for each in ("Night nurse", "Checklists", "What does trust look like to you?"))
    saving.opened.clear()
    page.kit.head.more.click()
    assert page.kit.head.menu is not None
    next(each for each in page.kit.head.menu.buttons if each.words() == "Print the scorecard").click()
    qtbot.waitUntil(lambda: len(said) == 2 and page.is_settled)
    assert "One real case, with what was agreed." in saving.read()
    assert saving.proposed == ["Night nurse, interviewer’s sheet.pdf", "Night nurse, scorecard.pdf"]
