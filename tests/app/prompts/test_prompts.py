"""The library keeps to what a good prompt is."""

import json
import re
from collections import Counter
from itertools import combinations
from pathlib import Path

import pytest

from app.prompts.library import ideas, load
from app.prompts.model import Idea, Moment, Occasion, Prompt
from app.reflections.model import Pillar

PROMPTS = load()


def of(pillar: Pillar) -> list[Prompt]:
    return [each for each in PROMPTS if each.pillar is pillar]


RAW = json.loads((Path(__file__).parents[3] / "resources" / "prompts" / "prompts.json").read_text(encoding="utf-8"))
IDEAS = ideas()
UNKIND = re.compile(r"\b(why|should|fault|blame|fail\w*|never|always|great)\b|!", re.IGNORECASE)
# Words that any question here may use, so that sharing them says nothing about what two of them ask.
COMMON = frozenset(
    """a about all an and another any anybody are as ask asked asking at away back be been before being but by came can
    come coming could day days did do does for from go had has have how if in into is it its just last lately
    like more next no not of off on once one only or other out over own past people person same seven since so
    somebody team than that the their them then there they thing think this those to today tomorrow under up was
    way week well were what when where which while who whom whose will with without work would you your yours
    yourself""".split()
)


def content(question: str) -> frozenset[str]:
    words = re.findall(r"[a-z]+(?:-[a-z]+)*", question.lower())
    return frozenset(re.sub(r"(?<=..)(ing|ed|es|s|e)$", "", each) for each in words if each not in COMMON)


def likeness(one: str, other: str) -> float:
    """The share of their content words that two questions have in common; a single word in common is none."""
    a, b = content(one), content(other)
    return 2 * len(a & b) / (len(a) + len(b)) if len(a & b) > 1 else 0


def opening(question: str) -> str:
    return " ".join(re.findall(r"[\w’-]+", question.lower())[:3])


def test_every_pillar_and_moment_has_its_share() -> None:
    cells = [(pillar, moment) for pillar in Pillar for moment in Moment]
    of_records = (Occasion.TOOK_BACK, Occasion.DELIVERED, Occasion.STAYED_OUT, Occasion.ONE_ON_ONE)
    others = Counter((each.pillar, each.moment) for each in PROMPTS if not {*each.occasions}.intersection(of_records))
    assert others == dict.fromkeys(cells, 15)
    for occasion in of_records:
        moments = {each.moment for each in PROMPTS if occasion in each.occasions}
        assert moments == {Moment.NOTICING, Moment.ACTING, Moment.DEBRIEFING}
    on_any_day = Counter((each.pillar, each.moment) for each in PROMPTS if not each.occasions)
    assert all(on_any_day[cell] >= 8 for cell in cells)
    for field in ("id", "question", "purpose"):
        assert len({getattr(each, field) for each in PROMPTS}) == len(PROMPTS) == 216


def test_every_occasion_has_three_prompts_in_every_pillar() -> None:
    found = Counter((each.pillar, occasion) for each in PROMPTS for occasion in each.occasions)
    assert found == {(pillar, occasion): 3 for pillar in Pillar for occasion in Occasion}
    assert all(len(each.occasions) <= 1 for each in PROMPTS)


def test_what_went_well_has_room_in_every_pillar() -> None:
    """`well` marks a question that looks at something that went well; the program has no use for it."""
    assert {key for each in RAW for key in each} == {*Prompt.__slots__, "well"}
    well = Counter(each["pillar"] for each in RAW if each.get("well"))
    assert sum(well.values()) >= 0.4 * len(PROMPTS)
    assert all(well[pillar] >= 0.35 * len(of(pillar)) for pillar in Pillar)
    assert all(each.get("well") for each in RAW if each.get("occasions") == [Occasion.PLAN_KEPT])


@pytest.mark.parametrize("prompt", PROMPTS, ids=lambda each: each.id)
def test_a_prompt_is_one_short_question_without_guilt(prompt: Prompt) -> None:
    assert prompt.question.count("?") == 1
    assert prompt.question.endswith("?")
    assert len(prompt.question.split()) < 25
    assert not UNKIND.search(prompt.question)
    assert re.search(r"\b(what|how)\b", prompt.question, re.IGNORECASE)
    assert re.search(r"\b(you|your|yours|yourself)\b", prompt.question, re.IGNORECASE)
    assert re.fullmatch(r"To [^!?.]+\.", prompt.purpose)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)+", prompt.id)


def test_questions_begin_in_many_ways() -> None:
    assert max(Counter(opening(each.question) for each in PROMPTS).values()) <= 6


def test_no_two_questions_ask_the_same() -> None:
    pairs = combinations([each.question for each in PROMPTS], 2)
    assert [pair for pair in pairs if likeness(*pair) > 0.55] == []


@pytest.mark.parametrize(
    ("question", "twin"),
    [
        (
            "What went ahead without you in the last seven days, and how did you hear of it?",
            "How did you hear of the things that went ahead while you were away?",
        ),
        (
            "Whose eyes could go over your own next piece of work, and what would you ask them to find?",
            "What would you ask somebody whose eyes went over a piece of your work to find?",
        ),
        (
            "When did you last want to check and leave it be, and what made that possible?",
            "What made it possible for you to leave something be that you wanted to check?",
        ),
    ],
)
def test_a_twin_is_recognised(question: str, twin: str) -> None:
    assert likeness(question, twin) > 0.55


def test_every_pillar_has_eight_ideas_for_an_experiment() -> None:
    assert Counter(each.pillar for each in IDEAS) == dict.fromkeys(Pillar, 8)
    for field in ("id", "when", "will", "sign", "stop"):
        assert len({getattr(each, field) for each in IDEAS}) == len(IDEAS)


@pytest.mark.parametrize("idea", IDEAS, ids=lambda each: each.id)
def test_an_idea_is_small_and_reads_as_a_sentence(idea: Idea) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)+", idea.id)
    for words in (idea.when, idea.will, idea.sign, idea.stop):
        assert 1 < len(words.split()) < 14
        assert re.match(r"I |[a-z]", words)
        assert not re.search(r"[.?;:]|\byou\b|[a-z] (?!I\b)[A-Z]", words)
        assert not UNKIND.search(words)
    assert not re.match(r"(I|will|to)\b", idea.will)
