"""The library keeps to what a good prompt is, and the day's prompt to rules that can be read."""

import re
from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.prompts import wording
from app.prompts.library import load
from app.prompts.model import Choice, Moment, Prompt, Reason
from app.prompts.rules import RESTING, choose
from app.reflections.model import Pillar

PROMPTS = load()
TODAY = date(2026, 3, 10)
days = st.dates(date(2025, 6, 1), TODAY)
uses = st.dictionaries(st.sampled_from([each.id for each in PROMPTS]), days)
pillars = st.dictionaries(st.sampled_from(Pillar), days)


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def of(pillar: Pillar) -> list[Prompt]:
    return [each for each in PROMPTS if each.pillar is pillar]


# The library


def test_every_pillar_and_moment_has_its_share() -> None:
    assert Counter(each.pillar for each in PROMPTS) == dict.fromkeys(Pillar, 6)
    assert {(each.pillar, each.moment) for each in PROMPTS} == {(pillar, each) for pillar in Pillar for each in Moment}
    assert len({each.id for each in PROMPTS}) == len({each.question for each in PROMPTS}) == len(PROMPTS)


@pytest.mark.parametrize("prompt", PROMPTS, ids=lambda each: each.id)
def test_a_prompt_is_one_short_question_without_guilt(prompt: Prompt) -> None:
    assert prompt.question.count("?") == 1
    assert prompt.question.endswith("?")
    assert len(prompt.question.split()) < 25
    assert not re.search(r"\b(why|should|fault|blame|fail\w*|never|always|great)\b|!", prompt.question, re.IGNORECASE)
    assert re.search(r"\b(what|how|where|when|which|whose)\b", prompt.question, re.IGNORECASE)
    assert re.fullmatch(r"To [^!?]+\.", prompt.purpose)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)+", prompt.id)


# The rules


@given(uses, pillars, st.sets(st.sampled_from([each.id for each in PROMPTS])))
def test_a_day_has_one_prompt_that_has_rested_if_any_has(
    used: dict[str, date], last: dict[Pillar, date], skipped: set[str]
) -> None:
    choice = choose(PROMPTS, used, last, TODAY, skipped)
    assert choose(PROMPTS, used, last, TODAY, sorted(skipped)) == choice
    left = [each for each in PROMPTS if each.id not in skipped] or list(PROMPTS)
    rested = [each for each in left if each.id not in used or TODAY - used[each.id] >= RESTING]
    assert choice.prompt in (rested or left)
    if rested:
        quietest = min(last.get(each.pillar, date.min) for each in rested)
        assert last.get(choice.prompt.pillar, date.min) == quietest
    else:
        assert used[choice.prompt.id] == min(used[each.id] for each in left)
    assert wording.reason(choice)


def test_thirty_days_are_a_rest_and_twenty_nine_are_none() -> None:
    used = {each.id: ago(29) for each in PROMPTS} | {PROMPTS[4].id: ago(30)}
    assert choose(PROMPTS, used, {}, TODAY).prompt == PROMPTS[4]


def test_the_pillar_used_least_lately_comes_first() -> None:
    last = {Pillar.RESPECT: ago(1), Pillar.TRUST: ago(9), Pillar.ACCOUNTABILITY: ago(2)}
    assert choose(PROMPTS, {}, last, TODAY).prompt.pillar is Pillar.TRUST
    del last[Pillar.RESPECT]
    assert choose(PROMPTS, {}, last, TODAY).prompt.pillar is Pillar.RESPECT


def test_of_a_pillar_what_was_never_used_comes_before_what_has_rested() -> None:
    used = {each.id: ago(90) for each in PROMPTS if each.id != of(Pillar.TRUST)[2].id}
    last = {Pillar.RESPECT: ago(1), Pillar.ACCOUNTABILITY: ago(1)}
    assert choose(PROMPTS, used, last, TODAY).prompt == of(Pillar.TRUST)[2]


def test_another_is_another_until_all_were_seen() -> None:
    seen: list[str] = []
    for _ in PROMPTS:
        seen.append(choose(PROMPTS, {}, {}, TODAY, seen).prompt.id)
    assert len(set(seen)) == len(PROMPTS)
    assert choose(PROMPTS, {}, {}, TODAY, seen).prompt in PROMPTS


def test_eighteen_days_of_answers_bring_every_prompt_and_every_pillar_in_turn() -> None:
    used: dict[str, date] = {}
    last: dict[Pillar, date] = {}
    turns = []
    for number in range(len(PROMPTS)):
        day = TODAY + timedelta(days=number)
        prompt = choose(PROMPTS, used, last, day).prompt
        used[prompt.id] = last[prompt.pillar] = day
        turns.append(prompt.pillar)
    assert len(used) == len(PROMPTS)
    assert all(len(set(turns[at : at + 3])) == 3 for at in range(len(turns) - 2))


@pytest.mark.parametrize(
    ("used", "last", "skipped", "reason"),
    [
        ({}, {}, (), Reason.UNUSED),
        ({}, dict.fromkeys(Pillar, ago(6)), (), Reason.UNUSED),
        ({}, dict.fromkeys(Pillar, ago(7)), (), Reason.PILLAR_QUIET),
        ({}, {Pillar.TRUST: ago(1)}, (), Reason.PILLAR_UNUSED),
        ({each.id: ago(31) for each in PROMPTS}, dict.fromkeys(Pillar, ago(1)), (), Reason.LONG_AGO),
        ({each.id: ago(3) for each in PROMPTS}, dict.fromkeys(Pillar, ago(1)), (), Reason.LONGEST_AGO),
        ({}, {}, (PROMPTS[0].id,), Reason.ANOTHER),
    ],
)
def test_the_reason_is_told(
    used: dict[str, date], last: dict[Pillar, date], skipped: tuple[str, ...], reason: Reason
) -> None:
    assert choose(PROMPTS, used, last, TODAY, skipped).reason is reason


def test_every_reason_has_its_words_for_every_pillar() -> None:
    said = {(pillar, each): wording.reason(Choice(of(pillar)[0], each)) for pillar in Pillar for each in Reason}
    assert all(re.fullmatch("[A-Z][^.!]+", words) for words in said.values())
    assert len(set(said.values())) == 3 + 3 + 4
