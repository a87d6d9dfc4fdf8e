"""What touches private ground is found; ordinary talk about work is left alone; nothing is too hostile to be read."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.interviews.grounds import Ground, card, touched, whose_law
from app.interviews.library import load
from app.phrasing.pattern import parse

HERE = Path(__file__).parent
TOUCHING: dict[str, list[str]] = json.loads((HERE / "touching.json").read_text(encoding="utf-8"))
ORDINARY: list[str] = json.loads((HERE / "ordinary.json").read_text(encoding="utf-8"))
FILE = HERE.parents[2] / "resources" / "words" / "not_asked.json"
RAW = json.loads(FILE.read_text(encoding="utf-8"))["grounds"]
SENTENCES = [(ground, each) for ground, sentences in TOUCHING.items() for each in sentences]
PHRASES = [phrase for each in RAW for phrase in each["phrases"]]
PIECES = st.sampled_from([*(each for _, each in SENTENCES), *ORDINARY, *PHRASES, " ", "\n", "“"])
texts = st.one_of(st.text(), st.lists(PIECES, max_size=20).map(" ".join), st.lists(PIECES, max_size=20).map("".join))


def test_there_are_enough_sentences() -> None:
    assert list(TOUCHING) == [each.id for each in card()]
    assert all(len(sentences) >= 7 for sentences in TOUCHING.values())
    assert len(set(SENTENCES)) == len(SENTENCES) >= 300
    assert len(set(ORDINARY)) == len(ORDINARY) >= 380


@pytest.mark.parametrize(("ground", "sentence"), SENTENCES)
def test_it_is_found(ground: str, sentence: str) -> None:
    for said in (
        sentence,
        sentence.replace("’", "'"),
        f"Began in May. {sentence}\nThen a pause.",
        f"She: “{sentence}”",
    ):
        found = touched(said)
        assert ground in {each.ground.id for each in found}
        assert all(said[each.start : each.end].strip() for each in found)


@pytest.mark.parametrize("sentence", ORDINARY)
def test_ordinary_talk_is_left_alone(sentence: str) -> None:
    assert [(sentence[each.start : each.end], each.ground.id) for each in touched(sentence)] == []
    assert touched(f"Said: '{sentence}' Then we went on.") == ()


def test_the_bank_touches_nothing() -> None:
    for each in load():
        anchors = [part for anchor in each.anchors for part in (anchor.text, anchor.short)]
        for text in (each.text, each.why, *each.follow_ups, *each.listen_for, *each.watch_for, *anchors):
            assert touched(text) == (), text


@pytest.mark.parametrize("ground", card(), ids=lambda each: each.id)
def test_a_ground_says_plainly_why_and_what_instead(ground: Ground) -> None:
    assert re.fullmatch(r"[A-Z][a-z ,]+", ground.name)
    assert re.fullmatch(r"[^.!?]+\.", ground.why)
    assert re.fullmatch(r"[^.!?“]+: “[^“”!]+[?]”", ground.instead)
    said = f"{ground.name} {ground.why} {ground.instead}"
    assert not re.search(r"\b(should|must|illegal|never|always)\b|[!\"'—–]", said)
    assert all(len(each.split()) <= 32 for each in (ground.why, ground.instead))
    assert touched(ground.instead) == ()


def test_the_card_has_every_ground_once_and_leaves_law_to_the_place() -> None:
    assert len({each.id for each in card()}) == len({each.name for each in card()}) == len(card()) == 12
    assert "Local law decides" in whose_law()
    assert "no legal advice" in whose_law()


def test_every_phrase_can_be_read_and_says_its_own() -> None:
    phrases = [each for ground in RAW for each in (*ground["phrases"], *ground["unless"])]
    assert all(parse(each).parts for each in phrases)
    assert all(len(set(ground["phrases"])) == len(ground["phrases"]) for ground in RAW)


@given(texts)
def test_findings_are_in_bounds_in_order_and_apart(text: str) -> None:
    reached = 0
    for each in touched(text):
        assert reached <= each.start < each.end <= len(text)
        reached = each.end
    assert touched(text) == touched(text)
