"""One line for several things that save themselves."""

from pytestqt.qtbot import QtBot

from ui.autosave import Autosave, Save
from ui.reflection.saved import SavedLine


def test_all_is_saved_once_all_of_it_is(qtbot: QtBot) -> None:
    asked: list[tuple[object, ...]] = []
    save: Save = lambda done, failed: asked.append((done, failed))  # noqa: E731  both are answered below
    first, second = Autosave(save), Autosave(save)
    line = SavedLine(first, second)
    qtbot.addWidget(line)
    assert line.text() == ""
    first.touch()
    second.touch()
    first.flush()
    second.flush()
    assert line.text() == "Saving"
    (done, _), (_, failed) = asked
    done()  # type: ignore[operator]  # a callback
    assert line.text() == "Saving"
    failed(OSError())  # type: ignore[operator]  # a callback
    assert line.text() == "Not saved. Your words are still here."
    second.flush()
    asked[2][0]()  # type: ignore[operator]  # a callback
    assert line.text().startswith("Saved ")
