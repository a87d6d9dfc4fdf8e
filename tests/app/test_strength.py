"""A passphrase is judged by how long guessing it takes, and one that is suggested withstands it."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app import strength
from app.strength import judge, suggest, word_list


@pytest.mark.parametrize(
    ("passphrase", "level"),
    [
        ("", 0),
        ("   ", 0),
        ("password1", 0),
        ("a" * 500, 0),
        ("maple river", 1),
        ("Tr0ub4dor&3", 2),
        ("correct horse battery staple", 4),
    ],
)
def test_what_is_soon_guessed_is_weak(passphrase: str, level: int) -> None:
    assert judge(passphrase).level == level


@settings(max_examples=30)
@given(st.text(max_size=100) | st.text("ab1 é\ud800", max_size=100))
def test_anything_typed_is_judged_in_words(passphrase: str) -> None:
    judged = judge(passphrase)
    assert judged.level in range(5)
    assert re.fullmatch(r"[A-Z][a-z ]+\.", judged.word)
    assert re.fullmatch(r"A well-equipped attacker [a-z ]+\.", judged.sentence)


def test_only_the_first_72_characters_count() -> None:
    assert judge("x7Q!" + "a" * 68) == judge("x7Q!" + "a" * 68 + "zu9#Kw!pL2")


@pytest.mark.parametrize(
    ("guesses", "level", "span"),
    [
        (1e4 * 59, 0, "within a minute"),
        (1e4 * 3599, 0, "minutes"),
        (1e4 * 3601, 1, "hours"),
        (1e4 * 86400 * 2, 1, "days"),
        (1e4 * 86400 * 29, 1, "weeks"),
        (1e4 * 86400 * 31, 2, "months"),
        (1e4 * 86400 * 366, 3, "years"),
        (1e4 * 86400 * 366 * 50, 3, "decades"),
        (1e4 * 86400 * 366 * 500, 4, "centuries"),
        (1e30, 4, "thousands of years"),
    ],
)
def test_the_words_follow_from_ten_thousand_guesses_a_second(
    monkeypatch: pytest.MonkeyPatch, guesses: float, level: int, span: str
) -> None:
    monkeypatch.setattr(strength, "_guesses", lambda _: guesses)
    judged = judge("anything")
    assert judged.level == level
    assert f" {span} " in judged.sentence.replace(".", " ")


def test_a_suggestion_is_five_words_of_the_list_and_strong() -> None:
    words = suggest().split(" ")
    assert len(words) == 5
    assert set(words) <= set(word_list())
    assert judge(" ".join(words)).level == 4
    assert len({suggest() for _ in range(20)}) == 20


def test_the_list_has_enough_words_that_differ_from_their_first_letters_on() -> None:
    words = word_list()
    assert len(words) == len(set(words)) >= 2048
    assert list(words) == sorted(words)
    assert all(re.fullmatch("[a-z]{4,8}", word) for word in words)
    assert [(one, other) for one, other in pairwise(words) if other.startswith(one)] == []


def test_the_list_says_whose_it_is() -> None:
    root = Path(strength.__file__).resolve().parents[1]
    assert "MIT" in (root / "resources/words/passphrase.txt").read_text(encoding="utf-8").splitlines()[0]
