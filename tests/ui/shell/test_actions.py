"""The table of actions: nothing twice, everything reachable."""

from collections import Counter

from PySide6.QtGui import QKeySequence

from ui.shell.actions import ACTIONS, PAGES, action, by_shortcut
from ui.shell.shortcut_sheet import keys_of


def test_no_two_actions_share_a_key_a_name_or_a_shortcut() -> None:
    assert max(Counter(each.key for each in ACTIONS).values()) == 1
    assert max(Counter(each.words() for each in ACTIONS).values()) == 1
    shortcuts = [QKeySequence(keys).toString() for each in ACTIONS for keys in each.shortcuts if not each.is_numbered]
    assert max(Counter(shortcuts).values()) == 1


def test_every_action_has_a_shortcut_that_the_system_understands() -> None:
    for each in ACTIONS:
        assert each.shortcuts
        assert all(not QKeySequence(keys).isEmpty() for keys in each.shortcuts)
        assert keys_of(each)


def test_every_page_can_be_gone_to() -> None:
    assert [each.key for each in ACTIONS if each.is_place] == list(PAGES)


def test_an_action_is_found_by_its_key() -> None:
    assert action("lock").shortcuts == ("Ctrl+L",)


def test_what_is_numbered_comes_first_on_its_page_and_shows_all_its_keys() -> None:
    assert by_shortcut()["Ctrl+1"] == ("rate-1", "today")
    assert by_shortcut()["Alt+2"] == ("follow-up-2",)
    assert keys_of(action("rate")) == "Ctrl 1 to 4"
