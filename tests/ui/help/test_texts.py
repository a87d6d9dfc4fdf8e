"""The texts of the help: one for each page, short, and with nothing in them that is not there."""

import re

import pytest

from ui.help.promises import everything
from ui.help.texts import PRIVACY, texts
from ui.shell.actions import ACTIONS, PAGES, action

MOST_WORDS = 220
KEYS = sorted(texts())
AT_GATE = {"first-start", "unlocking"}


def words(key: str) -> str:
    return " ".join(f"{each.asks} {each.says}" for each in texts()[key].pieces)


def test_each_page_has_its_text_first_and_in_the_order_of_the_rail() -> None:
    assert list(texts())[: len(PAGES)] == list(PAGES)
    assert [texts()[key].title for key in PAGES] == [action(key).words() for key in PAGES]


@pytest.mark.parametrize("key", KEYS)
def test_a_text_is_one_screen(key: str) -> None:
    text = texts()[key]
    assert 3 <= len(text.pieces) <= 6
    assert len(words(key).split()) <= MOST_WORDS
    assert all(each.asks.strip() and each.says.strip() for each in text.pieces)


@pytest.mark.parametrize("key", KEYS)
def test_every_key_worth_knowing_is_in_the_table_of_actions(key: str) -> None:
    named = texts()[key].keys
    assert set(named) <= {each.key for each in ACTIONS}
    assert len(named) == (2 if key in AT_GATE else 3)
    assert all(action(each).shortcuts for each in named)


@pytest.mark.parametrize("key", KEYS)
def test_what_a_page_is_said_to_do_by_key_can_be_done_there(key: str) -> None:
    if key in PAGES:
        assert all(not action(each).pages or key in action(each).pages for each in texts()[key].keys)


@pytest.mark.parametrize("key", KEYS)
def test_no_text_types_a_shortcut_by_hand(key: str) -> None:
    assert not re.search(r"\b(Ctrl|Alt|Shift|F\d+|Cmd)\b", words(key))


@pytest.mark.parametrize("key", KEYS)
def test_the_tone_is_calm(key: str) -> None:
    assert not re.search(r"!|\bshould\b|\bplease\b|\bsimply\b|\bjust\b", words(key), re.IGNORECASE)


def test_privacy_has_one_source() -> None:
    assert texts()[PRIVACY].pieces == everything()


def test_what_encrypted_does_not_mean_is_said() -> None:
    assert "legally privileged" in words(PRIVACY)
    for each in (
        "watches or records what you type",
        "Malware",
        "unlocked",
        "export",
        "weak passphrase",
        "older state",
        "HR",
    ):
        assert each in words(PRIVACY)
