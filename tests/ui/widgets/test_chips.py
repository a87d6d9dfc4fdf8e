"""Small names: pillars, people in every script, tags, and how strong a pull was."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.reflections.model import Pillar
from ui.widgets.buttons import IconButton
from ui.widgets.chips import Avatar, Pill, PillarChip, PullDot, Tag, heat, initial


@pytest.mark.parametrize(
    ("pull", "name"),
    [
        (None, "heat0"),
        (0, "heat1"),
        (3, "heat1"),
        (4, "heat2"),
        (5, "heat2"),
        (6, "heat3"),
        (7, "heat3"),
        (8, "heat4"),
        (10, "heat4"),
    ],
)
def test_heat_goes_by_the_steps_of_the_design(pull: int | None, name: str) -> None:
    assert heat(pull) == name


@pytest.mark.parametrize(
    ("name", "sign"),
    [
        ("jonas", "J"),
        ("  ", "?"),
        ("", "?"),
        ("👩‍👩‍👧 Lee", "👩‍👩‍👧"),
        ("e\u0301mile", "E\u0301"),
        ("محمد", "م"),
        ("שרה", "ש"),
    ],
)
def test_an_initial_is_one_sign_as_people_see_it(name: str, sign: str) -> None:
    assert initial(name) == sign


def test_every_chip_paints_and_has_a_name(qtbot: QtBot) -> None:
    for pillar in Pillar:
        chip = PillarChip(pillar)
        qtbot.addWidget(chip)
        assert chip.text().lower() == pillar.value
        assert not chip.grab().isNull()
    for widget in (Avatar("👩‍👩‍👧"), Pill("محمد", avatar="محمد"), PullDot(6)):
        qtbot.addWidget(widget)
        assert not widget.grab().isNull()
    assert Avatar("Jonas").accessibleName() == "Jonas"


def test_a_long_pill_can_be_narrow(qtbot: QtBot) -> None:
    pill = Pill("A name with very many letters in it", avatar="A")
    qtbot.addWidget(pill)
    assert pill.minimumSizeHint().width() < pill.sizeHint().width() / 2
    pill.show()
    pill.resize(pill.minimumSizeHint())
    assert pill.toolTip() == "A name with very many letters in it"
    pill.say("Jonas")
    pill.resize(pill.sizeHint())
    assert pill.toolTip() == ""


def test_a_tag_is_removed_by_its_cross(qtbot: QtBot) -> None:
    tag = Tag("<i>writing</i>", removable=True)
    qtbot.addWidget(tag)
    tag.show()
    cross = tag.findChild(IconButton)
    assert isinstance(cross, IconButton)
    assert cross.accessibleName() == "Remove the tag <i>writing</i>"
    with qtbot.waitSignal(tag.removed, timeout=5000) as told:
        QTest.keyClick(cross, Qt.Key.Key_Return)
    assert told.args == ["<i>writing</i>"]
