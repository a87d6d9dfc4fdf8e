"""Choices are made by mouse and keyboard, say what they are, and tell only what a person chose."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QRadioButton, QSlider, QWidget
from pytestqt.qtbot import QtBot

from app.settings import Look
from ui.widgets.choices import Check, LookCard, OptionCard, PullSlider, Radio, Segmented, Toggle
from ui.widgets.panes import column

_OUTCOMES = (("done", "Done"), ("partly", "Partly"), ("not-yet", "Not yet"))


def _segments(segmented: Segmented) -> list[QRadioButton]:
    return segmented.findChildren(QRadioButton)


@pytest.mark.parametrize("make", [lambda: Check("Ask me"), lambda: Toggle("Ask me")])
def test_a_check_and_a_toggle_leave_enter_to_the_form(make: type[QAbstractButton], qtbot: QtBot) -> None:
    button = make()
    qtbot.addWidget(button)
    button.show()
    seen: list[bool] = []
    button.toggled.connect(seen.append)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(button.width() - 2, 5))
    QTest.keyClick(button, Qt.Key.Key_Space)
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert seen == [True, False]
    reader = QAccessible.queryAccessibleInterface(button)
    assert reader.text(QAccessible.Text.Name) == "Ask me"
    assert reader.role() == QAccessible.Role.CheckBox
    assert not reader.state().checked


def test_radios_and_cards_of_one_parent_exclude_each_other(qtbot: QtBot) -> None:
    page = QWidget()
    cards: Sequence[QAbstractButton] = (Radio("One"), OptionCard("Two", "What it means"), LookCard(Look.DARK))
    page.setLayout(column(*cards))
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    for chosen in cards:
        QTest.mouseClick(chosen, Qt.MouseButton.LeftButton)
        assert [card.isChecked() for card in cards] == [card is chosen for card in cards]
    QTest.keyClick(cards[2], Qt.Key.Key_Up)
    assert [card.isChecked() for card in cards] == [False, True, False]
    assert [card.accessibleName() for card in cards] == ["One", "Two", "Dark"]
    assert cards[1].accessibleDescription() == "What it means"


def test_a_card_is_as_high_as_its_sentence_needs(qtbot: QtBot) -> None:
    short, long = OptionCard("Title", "Short."), OptionCard("Title", "A sentence with many words. " * 8)
    for card in (short, long):
        qtbot.addWidget(card)
    assert short.heightForWidth(480) == 58
    assert long.heightForWidth(480) > long.heightForWidth(900) > short.heightForWidth(900)


def test_a_segment_is_chosen_by_mouse_and_told_once(qtbot: QtBot) -> None:
    segmented = Segmented(_OUTCOMES, "How did it go?")
    qtbot.addWidget(segmented)
    segmented.show()
    assert segmented.key() == "done"
    told: list[str] = []
    segmented.chosen.connect(told.append)
    QTest.mouseClick(_segments(segmented)[1], Qt.MouseButton.LeftButton)
    QTest.mouseClick(_segments(segmented)[1], Qt.MouseButton.LeftButton)
    assert (told, segmented.key()) == (["partly"], "partly")
    assert [segment.isChecked() for segment in _segments(segmented)] == [False, True, False]


def test_arrow_keys_choose_within_and_go_round(qtbot: QtBot) -> None:
    segmented = Segmented(_OUTCOMES, "How did it go?")
    qtbot.addWidget(segmented)
    segmented.show()
    told: list[str] = []
    segmented.chosen.connect(told.append)
    for number, key in ((0, Qt.Key.Key_Right), (1, Qt.Key.Key_Down), (2, Qt.Key.Key_Right), (0, Qt.Key.Key_Left)):
        QTest.keyClick(_segments(segmented)[number], key)
    assert told == ["partly", "not-yet", "done", "not-yet"]


def test_segments_are_one_tab_stop(qtbot: QtBot) -> None:
    segmented = Segmented(_OUTCOMES, "How did it go?", allows_none=True)
    qtbot.addWidget(segmented)
    for key, stop in (("", 0), ("not-yet", 2)):
        segmented.choose(key)
        policies = [bool(each.focusPolicy() & Qt.FocusPolicy.TabFocus) for each in _segments(segmented)]
        assert policies == [number == stop for number in range(3)]


def test_where_none_is_allowed_choosing_again_lets_go(qtbot: QtBot) -> None:
    segmented = Segmented(_OUTCOMES, "How did it go?", allows_none=True)
    qtbot.addWidget(segmented)
    segmented.show()
    told: list[str] = []
    segmented.chosen.connect(told.append)
    assert segmented.key() == ""
    QTest.keyClick(_segments(segmented)[0], Qt.Key.Key_Space)
    QTest.keyClick(_segments(segmented)[0], Qt.Key.Key_Space)
    assert told == ["done", ""]
    assert not any(segment.isChecked() for segment in _segments(segmented))


def test_choosing_for_a_person_tells_nothing(qtbot: QtBot) -> None:
    segmented = Segmented(_OUTCOMES, "How did it go?")
    qtbot.addWidget(segmented)
    with qtbot.assertNotEmitted(segmented.chosen):
        segmented.choose("partly")
    assert segmented.key() == "partly"


@pytest.fixture
def slider(qtbot: QtBot) -> PullSlider:
    made = PullSlider()
    made.resize(300, made.sizeHint().height())
    qtbot.addWidget(made)
    made.show()
    return made


def _scale(slider: PullSlider) -> QSlider:
    found = slider.findChild(QSlider)
    assert isinstance(found, QSlider)
    return found


def test_a_pull_is_unset_until_a_person_sets_it(slider: PullSlider) -> None:
    assert slider.value() is None
    assert _scale(slider).accessibleDescription() == "Not set"
    assert _scale(slider).accessibleName() == "Strength of the pull"


@pytest.mark.parametrize(
    ("keys", "pull"),
    [
        ([Qt.Key.Key_Right], 0),
        ([Qt.Key.Key_Left], 0),
        ([Qt.Key.Key_7, Qt.Key.Key_Up], 8),
        ([Qt.Key.Key_7, Qt.Key.Key_Left], 6),
        ([Qt.Key.Key_End, Qt.Key.Key_Right], 10),
        ([Qt.Key.Key_End, Qt.Key.Key_Home], 0),
        ([Qt.Key.Key_7, Qt.Key.Key_Delete], None),
    ],
)
def test_keys_set_a_pull(keys: list[Qt.Key], pull: int | None, slider: PullSlider, qtbot: QtBot) -> None:
    for key in keys:
        QTest.keyClick(_scale(slider), key)
    assert slider.value() == pull


def test_the_mouse_sets_a_pull_and_takes_it_away(slider: PullSlider, qtbot: QtBot) -> None:
    told: list[int | None] = []
    slider.changed.connect(told.append)
    scale = _scale(slider)
    QTest.mouseClick(scale, Qt.MouseButton.LeftButton, pos=QPoint(round(scale.width() * 0.6), 10))
    number = slider.findChildren(QAbstractButton)[0]
    QTest.mouseClick(number, Qt.MouseButton.LeftButton)
    assert told == [6, None]
    assert QAccessible.queryAccessibleInterface(scale).role() == QAccessible.Role.Slider


def test_a_shown_pull_is_said_and_not_told(slider: PullSlider, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(slider.changed):
        slider.set_value(6)
    assert (slider.value(), _scale(slider).accessibleDescription()) == (6, "6 of 10")
