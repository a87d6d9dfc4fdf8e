"""The bank keeps to what a good interview question is, and everything beside one can be used in the room."""

import json
import re
from collections import Counter
from datetime import UTC, datetime
from itertools import combinations
from pathlib import Path

import pytest

from app.interviews.library import load
from app.interviews.model import ANCHORS, Anchor, Competency, OwnQuestion, Question
from app.interviews.record import OWN_QUESTION, replacement_id

QUESTIONS = load()
RAW = json.loads((Path(__file__).parents[3] / "resources" / "questions" / "questions.json").read_text(encoding="utf-8"))
UNKIND = re.compile(r"\b(why|should|fault|blame\w*|fail\w*|never|always|great)\b", re.IGNORECASE)
PRAISE = re.compile(
    r"\b(good|great|excellent|poor|weak|strong|bad|perfect|outstanding|average) (answer|candidate)|\bshould\b"
)
PRIVATE = re.compile(
    r"\b(famil|child|kids?\b|school|universit|sports?\b|drink|church|holiday|hobb|young|nativ|born|health|illness|husband|wife)",
    re.IGNORECASE,
)
JARGON = re.compile(
    r"\b(stakeholder|leverag|synerg|agile|KPI|OKR|bandwidth|deliverable|proactive|impactful)", re.IGNORECASE
)
# Words that any question here may use, so that sharing them says nothing about what two of them ask.
COMMON = frozenset(
    """a about all an and another any anybody are as ask asked at away back be been before being by came can case did do
    done for from had has have here how if in into is it last lately me most near not of on one or other others
    out own part piece somebody something take tell that the their them then there they thing think this time to
    up was way went were what when where which while who whom whose with work working would you your yours""".split()
)


def content(question: str) -> frozenset[str]:
    words = re.findall(r"[a-z]+(?:-[a-z]+)*", question.lower())
    return frozenset(re.sub(r"(?<=..)(ing|ed|es|s|e)$", "", each) for each in words if each not in COMMON)


def likeness(one: str, other: str) -> float:
    """The share of their content words that two questions have in common; a single word in common is none."""
    a, b = content(one), content(other)
    return 2 * len(a & b) / (len(a) + len(b)) if len(a & b) > 1 else 0


def opening(question: str) -> str:
    return " ".join(re.findall(r"[\w’-]+", question.lower())[:2])


def lines(question: Question) -> list[str]:
    return [*question.follow_ups, *question.listen_for, *question.watch_for]


def everything(question: Question) -> str:
    anchors = [part for each in question.anchors for part in (each.text, each.short)]
    return "\n".join([question.text, question.why, *lines(question), *anchors])


def test_every_competency_has_fourteen() -> None:
    assert Counter(each.competency for each in QUESTIONS) == dict.fromkeys(Competency, 14)
    assert [each.competency for each in QUESTIONS] == sorted(
        (each.competency for each in QUESTIONS), key=list(Competency).index
    )
    for field in ("id", "text", "why"):
        assert len({getattr(each, field) for each in QUESTIONS}) == len(QUESTIONS) == 98
    assert all({*each} == {*Question.__slots__} for each in RAW)


def test_the_trust_question_comes_first_as_it_was_drawn() -> None:
    first = QUESTIONS[0]
    assert (first.id, first.competency, first.minutes) == ("what-trust-looks-like", Competency.TRUST, 8)
    assert first.text == "What does trust look like to you?"
    assert [each.short for each in first.anchors] == [
        "not being checked",
        "being trusted",
        "one real case",
        "check, risk, repair",
    ]


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda each: each.id)
def test_a_question_is_one_open_question_that_anybody_can_answer(question: Question) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)+", question.id)
    assert len(question.text.split()) < 25
    asked = question.text.count("?")
    assert question.text[-1] in "?."
    assert asked == question.text.endswith("?")
    assert asked or re.match(r"(Show|Tell|Describe|Walk|Recall|Take me|Name|Pick|Think of) ", question.text)
    assert not re.match(r"(Do|Did|Are|Is|Have|Has|Can|Could|Would|Will) ", question.text)
    assert re.search(r"\b(you|your|yours|yourself)\b", question.text, re.IGNORECASE)
    assert not UNKIND.search(question.text)
    assert not PRIVATE.search(everything(question))
    assert not JARGON.search(everything(question))
    assert not PRAISE.search(everything(question))
    assert not re.search(r"[!\"'—–]", everything(question))
    assert 4 <= question.minutes <= 10


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda each: each.id)
def test_what_stands_beside_it_is_short_enough_to_be_used(question: Question) -> None:
    assert 1 <= len(re.findall(r"[.?”](?= |$)", question.why)) <= 2
    assert question.why.endswith(".")
    assert 2 <= len(question.follow_ups) <= 4
    assert 2 <= len(question.listen_for) <= 4
    assert 1 <= len(question.watch_for) <= 3
    for each in question.follow_ups:
        assert each.endswith("?")
        assert each.count("?") == 1
        assert len(each.split()) <= 11
        assert not UNKIND.search(each)
    for each in (*question.listen_for, *question.watch_for):
        assert re.match(r"[A-Z“]", each)
        assert not each.endswith((".", "?"))
        assert len(each.split()) <= 11
    assert len(set(lines(question))) == len(lines(question))


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda each: each.id)
def test_four_anchors_say_what_an_answer_does(question: Question) -> None:
    assert len(question.anchors) == ANCHORS
    assert len({each.text for each in question.anchors}) == len({each.short for each in question.anchors}) == ANCHORS
    for each in question.anchors:
        assert re.fullmatch(r"[A-Z][^.?]+\.", each.text)
        assert len(each.text.split()) < 14
        assert 1 <= len(each.short.split()) <= 4
        assert re.fullmatch(r"[a-z][a-z’, -]+", each.short)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda each: each.id)
def test_the_owner_can_take_it_over_word_for_word(question: Question) -> None:
    fields = {name: getattr(question, name) for name in Question.__slots__ if name != "id"}
    now = datetime(2026, 3, 2, 9, tzinfo=UTC)
    id = replacement_id(question.id)
    own = OwnQuestion(id=id, date=now.date(), created_at=now, updated_at=now, replaces=question.id, **fields)
    assert OWN_QUESTION.from_record(OWN_QUESTION.to_record(own)) == own


def test_questions_begin_in_many_ways() -> None:
    assert max(Counter(opening(each.text) for each in QUESTIONS).values()) <= 8


def test_no_two_ask_the_same_and_follow_ups_differ() -> None:
    pairs = combinations([each.text for each in QUESTIONS], 2)
    assert [pair for pair in pairs if likeness(*pair) > 0.5] == []
    assert max(Counter(line for each in QUESTIONS for line in each.follow_ups).values()) <= 2


@pytest.mark.parametrize(
    ("question", "twin"),
    [
        ("When have you checked too much?", "What have you checked too much at work?"),
        (
            "Which deadline of yours depended on people you could not direct?",
            "Tell me about people you could not direct, and a deadline that depended on them.",
        ),
    ],
)
def test_a_twin_is_recognised(question: str, twin: str) -> None:
    assert likeness(question, twin) > 0.5


def test_anchors_are_their_questions_own() -> None:
    """A ladder that fits every question would say nothing about any answer."""
    said = Counter(anchor for each in QUESTIONS for anchor in each.anchors)
    assert {Anchor(text="", short="")}.isdisjoint(said)
    assert max(said.values()) == 1
