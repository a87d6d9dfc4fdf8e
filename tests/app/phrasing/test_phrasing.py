"""What is found is blame, wherever it stands; what is not blame is left alone; no text is too hostile to be read."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import PhraseUnclear
from app.phrasing.library import in_words, is_clear, load, phrasebook
from app.phrasing.model import About, Finding, OwnPhrase, Rule
from app.phrasing.pattern import parse
from app.phrasing.rules import Phrasebook, find

SENTENCES = json.loads(Path(__file__).with_name("sentences.json").read_text(encoding="utf-8"))
CAUGHT, NOT_CAUGHT = SENTENCES["caught"], SENTENCES["not_caught"]
RULES = load()
BOOK = phrasebook()
PIECES = st.sampled_from(
    [*CAUGHT, *(word for each in RULES for word in re.findall(r"[\w']+", each.phrase)), " ", "\n", ". ", "“", "”", '"']
)
texts = st.one_of(st.text(), st.lists(PIECES, max_size=40).map(" ".join), st.lists(PIECES, max_size=40).map("".join))


def found(text: str, *phrases: str) -> list[str]:
    """The words in which these phrases are found, or those that come with the program."""
    rules = [Rule(each, About.OWN, each, "What was agreed?") for each in phrases]
    return [text[each.start : each.end] for each in find(text, Phrasebook(rules) if phrases else BOOK)]


# The sentences


def test_there_are_enough_sentences() -> None:
    assert len(set(CAUGHT)) == len(CAUGHT) >= 60
    assert len(set(NOT_CAUGHT)) == len(NOT_CAUGHT) >= 80


@pytest.mark.parametrize("sentence", CAUGHT)
def test_it_is_caught(sentence: str) -> None:
    assert len(found(sentence)) == 1
    assert len(found(sentence.replace("’", "'"))) == len(found(sentence.replace("'", "’"))) == 1
    assert len(found(f"She asked me how I was. {sentence}\nHe never listens.")) == 2


@pytest.mark.parametrize("sentence", NOT_CAUGHT)
def test_it_is_not_caught(sentence: str) -> None:
    assert found(sentence) == []
    assert found(f"He asked me how I was. {sentence} Then we went on.\n") == []


def test_every_rule_is_caught_by_a_sentence() -> None:
    assert {each.rule.id for sentence in CAUGHT for each in find(sentence, BOOK)} == {each.id for each in RULES}


# The rules as data


@pytest.mark.parametrize("rule", RULES, ids=lambda each: each.id)
def test_a_question_is_short_and_without_guilt(rule: Rule) -> None:
    assert re.fullmatch(r"(What|How|Where|When) [^?!]+\?", rule.question)
    assert len(rule.question) < 48  # beside two buttons it is one line of the margin note
    assert not re.search(r"\b(why|should|fault|blame|fail\w*|never|always|great)\b", rule.question, re.IGNORECASE)


def test_a_handful_of_questions_stands_behind_all_of_them() -> None:
    assert len({each.id for each in RULES}) == len({each.phrase for each in RULES}) == len(RULES) >= 40
    assert len({each.question for each in RULES}) <= 8
    assert {each.about for each in RULES} == {About.OTHERS, About.SELF}


@pytest.mark.parametrize("rule", RULES, ids=lambda each: each.id)
def test_a_phrase_is_shown_as_somebody_would_say_it(rule: Rule) -> None:
    assert re.fullmatch(r"[\w' …]+", in_words(rule.phrase))
    assert not re.search(r"NAME|\bi\b", in_words(rule.phrase))


@pytest.mark.parametrize("mark", ["“", "„", "«", "‘", '"'])
def test_a_quotation_that_is_not_closed_ends_with_its_line(mark: str) -> None:
    assert found(f"Then she: {mark}he never listens") == []
    assert found(f"Then she: {mark}he never listens\nHe never learns. It was 5{mark}, my fault.") == [
        "never learns",
        "my fault",
    ]


def test_a_straight_single_mark_may_be_an_apostrophe() -> None:
    assert found("'tis so: he never listens\n'My fault', I said") == ["never listens"]


# The notation


@pytest.mark.parametrize(
    ("phrase", "text", "words"),
    [
        ("whose fault", "So WHOSE  fault?", ["WHOSE  fault"]),
        ("whose fault", "whose, fault whose. fault whose\nfault whose-fault whose faults", []),
        ("(he / she) left", "he left, she left, they left", ["he left", "she left"]),
        (
            "is [so / very] late",
            "is late is so late is very late is rather late",
            ["is late", "is so late", "is very late"],
        ),
        (
            "is … late",
            "is late. is so late. is so very late. is not so very late",
            ["is late", "is so late", "is so very late"],
        ),
        ("is ... late", "is so, late", []),
        ("NAME left", "Jonas left, jonas left, 李雷 left", ["Jonas left"]),
        ("NAME's desk", "Jonas’s desk, Jonas' desk, Jonas desk, jonas's desk", ["Jonas’s desk", "Jonas' desk"]),
        ("can't (do it/do it again)", "I can’t do it again", ["can’t do it again"]),
        ("toujours en retard", "Toujours en\u00a0retard 👩🏽‍💻", ["Toujours en\u00a0retard"]),
        ("ÜBER", "über", ["über"]),
    ],
)
def test_what_a_phrase_means(phrase: str, text: str, words: list[str]) -> None:
    assert found(text, phrase) == words


@pytest.mark.parametrize(
    "phrase",
    [
        "",
        "   ",
        "…",
        "... late",
        "is ...",
        "[so] late",
        "(he",
        "he)",
        "(he/)",
        "()",
        "(a (b) c)",
        "he, she",
        "a/b",
        ".*",
        "late " * 300,
    ],
)
def test_what_is_no_phrase_is_refused(phrase: str) -> None:
    with pytest.raises(PhraseUnclear):
        parse(phrase)


@given(st.text(alphabet="ab()[]/.… '", max_size=30), texts)
def test_any_phrase_is_refused_or_can_be_looked_for(phrase: str, text: str) -> None:
    if is_clear(phrase):
        _assert_in_bounds(text, find(text, Phrasebook([Rule("own", About.OWN, phrase, "")])))


# Any text


@given(texts)
def test_findings_are_in_bounds_in_order_and_apart(text: str) -> None:
    before = str(text)
    found_now = find(text, BOOK)
    assert text == before
    assert found_now == find(text, BOOK)
    _assert_in_bounds(text, found_now)


def _assert_in_bounds(text: str, found_now: list[Finding]) -> None:
    reached = 0
    for each in found_now:
        assert reached <= each.start < each.end <= len(text)
        assert text[each.start].strip()
        assert text[each.end - 1].strip()
        reached = each.end


@pytest.mark.parametrize(
    "piece",
    [
        "whose fault ",
        "it was ",
        "he is ",
        "He is so ",
        "Jonas Jonas’s ",
        "a'",
        "'a ",
        '"',
        "“",
        '"whose fault" ',
        "said: ",
        *["its it it's ", "not my ", "\n", "\u2029he always forgets", "é\u0301", "👩🏽‍💻", "\u202e", "\ud800 "],
    ],
)
def test_repetition_is_read_to_its_end(piece: str) -> None:
    text = piece * (30_000 // len(piece))
    _assert_in_bounds(text, find(text, BOOK))


def test_a_phrase_that_could_be_tried_in_many_ways_is_not() -> None:
    hostile = (
        "a " + "… [a / a a / a a a] " * 14 + "b"
    )  # as long as a phrase may be: a search that goes back would not come to its end
    assert found("a " * 300, hostile) == []
    assert len(found("a " * 60 + "b", hostile)) == 1


# The owner's choices


def test_a_phrase_that_is_switched_off_is_left_alone() -> None:
    assert find("He never listens.", phrasebook(["never-listens"])) == []
    assert len(find("He never listens.", phrasebook(["my-fault", "of another version"]))) == 1


def test_own_phrases_stand_beside_the_others() -> None:
    own = [OwnPhrase("1", "typical (accounting / sales)", "What do they need?"), OwnPhrase("2", "((", "What?")]
    (one,) = find("Typical sales.", phrasebook(own=own))
    assert (one.rule.about, one.rule.question) == (About.OWN, "What do they need?")
    assert find("Typical sales.", phrasebook(["1"], own)) == []
