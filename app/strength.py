"""How well a passphrase withstands guessing, in words that can be kept; and one suggested for who wants it."""

import secrets
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from app.translation import tr

WORDS_SUGGESTED = 5
_WORDS = Path(__file__).resolve().parents[1] / "resources" / "words" / "passphrase.txt"
# Argon2id with 256 MiB and three passes moves some 2 GB through memory for each guess. That is a few hundred guesses a
# second on the best graphics card of 2026, so this rate takes a room of about thirty of them.
_GUESSES_A_SECOND = 10_000
_LONGEST = 72  # zxcvbn refuses more, and takes time by the square of the length
_HOUR = 3600
_DAY = 24 * _HOUR
_YEAR = 365.25 * _DAY


@dataclass(frozen=True, slots=True)
class Strength:
    """`level` 0 to 4: guessed within an hour, a month, a year, a century, or not even then."""

    level: int
    word: str
    sentence: str


def judge(passphrase: str) -> Strength:
    """How long a well-equipped attacker who has a copy of the journal would take to guess the passphrase.

    The guesses are zxcvbn's estimate for the first 72 characters; what a person leaves out of account (a name, a date,
    a line from a song of their own) it may not know. The rate is 10,000 guesses a second: some thirty of the best
    graphics cards, working on nothing else. A journal made on a computer with little memory is cheaper by four.
    """
    seconds = _guesses(passphrase) / _GUESSES_A_SECOND
    level = sum(seconds >= limit for limit in (_HOUR, 30 * _DAY, _YEAR, 100 * _YEAR))
    words = (tr("Very weak."), tr("Weak."), tr("Fair."), tr("Good."), tr("Strong."))
    return Strength(level, words[level], _sentence(seconds))


def suggest() -> str:
    """Five unrelated words, drawn by chance from a list of 2,048 or more: 55 bits or more."""
    return " ".join(secrets.choice(word_list()) for _ in range(WORDS_SUGGESTED))


@cache
def word_list() -> tuple[str, ...]:
    """The words to draw from, each once. What begins with # is a note."""
    lines = _WORDS.read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))


def _guesses(passphrase: str) -> float:
    from zxcvbn import zxcvbn  # takes longer to load than the window

    begun = passphrase[:_LONGEST]
    return float(zxcvbn(begun)["guesses"]) if begun else 1.0


def _sentence(seconds: float) -> str:
    sentences = (
        (60, tr("A well-equipped attacker would guess it within a minute.")),
        (_HOUR, tr("A well-equipped attacker would need minutes to guess it.")),
        (_DAY, tr("A well-equipped attacker would need hours to guess it.")),
        (7 * _DAY, tr("A well-equipped attacker would need days to guess it.")),
        (30 * _DAY, tr("A well-equipped attacker would need weeks to guess it.")),
        (_YEAR, tr("A well-equipped attacker would need months to guess it.")),
        (10 * _YEAR, tr("A well-equipped attacker would need years to guess it.")),
        (100 * _YEAR, tr("A well-equipped attacker would need decades to guess it.")),
        (1000 * _YEAR, tr("A well-equipped attacker would need centuries to guess it.")),
    )
    longest = tr("A well-equipped attacker would need thousands of years to guess it.")
    return next((sentence for limit, sentence in sentences if seconds < limit), longest)
