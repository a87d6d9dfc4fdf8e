"""Killed at any moment while somebody types, the window has lost what came in its last moments, and nothing else.

`COURAGE_KILLS` is the number of kills; `COURAGE_SEED` chooses other moments.
"""

import os
import random
import time
from datetime import UTC, datetime

import pytest

from app.journal import Journal
from app.reflections.model import Filter
from app.vault.slots import Passphrase
from tests.flows.program import Owner
from tests.flows.window import steps
from tests.flows.window.desk import Desk, Window

KILLS = int(os.environ.get("COURAGE_KILLS", "6"))
SEED = os.environ.get("COURAGE_SEED", "courage")
WORDS = "I let it stand and said nothing. Then she found the page by herself, and it was the right one.\n"
# Of continuous typing a save begins every two seconds, and takes a moment on a machine that does other things too.
LAST_MOMENTS = 2 + 1.5

# From the key to the gate of the program that was started anew, on a machine that does other things too.
_A_LOCK = 1.5


def typed_for(window: Window, seconds: float) -> list[tuple[float, str]]:
    """Types steadily for so long; each sign with the moment at which its key went down."""
    begin = time.monotonic()
    signs: list[tuple[float, str]] = []
    while time.monotonic() < begin + seconds:
        sign = WORDS[len(signs) % len(WORDS)]
        signs.append((time.monotonic(), sign))
        window.type(sign)
        time.sleep(1 / 30)  # the pace of quick fingers
    return signs


def kept(owner: Owner) -> str:
    """The text of the one entry of a journal that has to be sound; "" while there is none."""
    with Journal.open(owner.folder, Passphrase(owner.secret), datetime.now(UTC)) as journal:
        assert journal.vault.findings() == []
        with journal.reading():
            found = [journal.reflections.get(each.id) for each in journal.reflections.headings(Filter(), None)]
    assert len(found) <= 1
    return found[0].content.text if found else ""


@pytest.mark.parametrize("number", range(KILLS))
def test_killed_while_typing_only_the_last_moments_are_lost(desk: Desk, blank: Owner, number: int) -> None:
    chance = random.Random(f"{SEED} {number}")
    window = steps.opened(desk, blank)
    signs = typed_for(window, chance.uniform(0.5, 6))
    moment = time.monotonic()
    window.kill()
    text = kept(blank)
    everything = "".join(sign for _, sign in signs)
    assert everything.startswith(text), "something else was saved than what was typed"
    before = sum(1 for at, _ in signs if at < moment - LAST_MOMENTS)
    assert len(text) >= before, f"{before - len(text)} signs too many are lost of {len(signs)}"


@pytest.mark.parametrize("number", range((KILLS + 2) // 3))
def test_killed_while_locking_the_last_words_are_there_or_are_not(desk: Desk, blank: Owner, number: int) -> None:
    chance = random.Random(f"{SEED} lock {number}")
    window = steps.opened(desk, blank)
    window.type(first := "Said before. ")
    window.wait_for_words("Saved ")
    window.type(last := "And this in the last moment.")
    window.press("ctrl+l")
    time.sleep(chance.uniform(0, _A_LOCK))
    window.kill()
    text = kept(blank)
    assert text.startswith(first.rstrip())
    assert (first + last).startswith(text), "something else was saved than what was typed"


def test_after_a_kill_the_window_goes_on_where_it_was(desk: Desk, blank: Owner) -> None:
    window = steps.opened(desk, blank)
    window.type("Kept before the kill.")
    window.wait_for_words("Saved ")
    window.kill()
    again = steps.opened(desk, blank)
    assert again.wait_for_focus("Reflection").text == "Kept before the kill."
    again.type(" And after.")
    steps.close(again)
    assert kept(blank) == "Kept before the kill. And after."
