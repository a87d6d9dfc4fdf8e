"""The first lines of somebody's words: whole lines, three at most, whatever is written there."""

import pytest
from PySide6.QtGui import QFontMetrics
from pytestqt.qtbot import QtBot

from ui.theme import tokens
from ui.widgets.excerpt import Excerpt, broken


@pytest.mark.parametrize(
    ("words", "lines"),
    [("A topic", 1), ("One more line, and another. " * 9, 3), ("Donaudampfschiff" * 20, 3), ("תודה רבה " * 20, 3)],
)
def test_nothing_is_cut_in_the_middle_of_a_line(qtbot: QtBot, words: str, lines: int) -> None:
    excerpt = Excerpt(words)
    qtbot.addWidget(excerpt)
    assert excerpt.heightForWidth(200) == lines * tokens.line_height("body")
    found = broken(words, excerpt.font(), 200)
    assert all(found.layout.lineAt(number).naturalTextWidth() <= 200 for number in range(len(found.starts)))
    assert (excerpt.toolTip() == words) == (len(found.starts) > 3)


def test_what_is_over_is_struck_through_in_every_look(qtbot: QtBot) -> None:
    excerpt = Excerpt("Conference budget")
    qtbot.addWidget(excerpt)
    excerpt.say("Conference budget", "ink3", is_struck=True)
    excerpt.dress()
    assert excerpt.font().strikeOut()
    assert QFontMetrics(excerpt.font()).horizontalAdvance("a")
    excerpt.say("Conference budget", "ink")
    assert not excerpt.font().strikeOut()
