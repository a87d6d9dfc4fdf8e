"""The day's prompt is chosen by rules that can be read; each is held here, for any journal and through a whole year."""

import random
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.prompts import wording
from app.prompts.library import ideas, load
from app.prompts.model import Choice, Knowledge, Occasion, Prompt, Reason
from app.prompts.rules import RESTING, choose, is_suitable, is_time_for, occasions, three_ideas
from app.reflections.model import Lately, Outcome, Pillar, PullKind

PROMPTS = load()
IDS = [each.id for each in PROMPTS]
TODAY = date(2026, 3, 10)
DAY = timedelta(days=1)
GENERAL = [each for each in PROMPTS if not each.occasions]
days = st.dates(date(2025, 6, 1), TODAY - DAY)
uses = st.dictionaries(st.sampled_from(IDS), days)
knowledge = st.builds(
    Knowledge,
    day=st.just(TODAY),
    used=uses,
    passed_over=uses,
    pillar_last=st.dictionaries(st.sampled_from(Pillar), days),
    occasions=st.lists(st.sampled_from(Occasion), unique=True).map(tuple),
)


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def known(
    used: Mapping[str, date] | None = None, last: Mapping[Pillar, date] | None = None, *true: Occasion
) -> Knowledge:
    return Knowledge(day=TODAY, used=used or {}, pillar_last=last or {}, occasions=true)


def of(pillar: Pillar) -> list[Prompt]:
    return [each for each in GENERAL if each.pillar is pillar]


@given(knowledge, st.sets(st.sampled_from(IDS)))
def test_a_day_has_one_prompt_that_has_rested_if_any_has(known: Knowledge, not_now: set[str]) -> None:
    choice = choose(PROMPTS, known, not_now)
    assert choose(PROMPTS, known, sorted(not_now)) == choice
    assert is_suitable(choice.prompt, known.occasions)
    suitable = [each for each in PROMPTS if is_suitable(each, known.occasions)]
    left = [each for each in suitable if each.id not in not_now] or suitable
    last = {
        each.id: max(known.used.get(each.id, date.min), known.passed_over.get(each.id, date.min)) for each in PROMPTS
    }
    rested = [each for each in left if TODAY - last[each.id] >= RESTING]
    assert choice.prompt in (rested or left)
    if rested:
        quietest = min(known.pillar_last.get(each.pillar, date.min) for each in rested)
        assert known.pillar_last.get(choice.prompt.pillar, date.min) == quietest
    else:
        assert last[choice.prompt.id] == min(last[each.id] for each in left)


@given(knowledge, st.sets(st.sampled_from(IDS)))
def test_the_reason_is_true(known: Knowledge, not_now: set[str]) -> None:
    choice = choose(PROMPTS, known, not_now)
    used, last = known.used.get(choice.prompt.id), known.pillar_last.get(choice.prompt.pillar)
    true = {
        Reason.ANOTHER: bool(not_now),
        Reason.OCCASION: choice.occasion in known.occasions and choice.occasion in choice.prompt.occasions,
        Reason.PILLAR_UNUSED: last is None and bool(known.pillar_last),
        Reason.PILLAR_QUIET: last is not None and TODAY - last >= timedelta(days=7),
        Reason.UNUSED: used is None,
        Reason.LONG_AGO: used is not None and TODAY - used >= RESTING,
        Reason.LONGEST_AGO: True,  # held by the test above
    }
    assert true[choice.reason]
    assert (choice.occasion is not None) == (choice.reason is Reason.OCCASION)
    assert wording.reason(choice)


@given(st.integers())
def test_a_year_keeps_its_promises(seed: int) -> None:
    """Somebody writes every few days, passes over some prompts, and has pulls and plans as they come."""
    chance = random.Random(seed)
    used: dict[str, date] = {}
    passed_over: dict[str, date] = {}
    last: dict[Pillar, date] = {}
    asked: list[Prompt] = []
    day = TODAY
    for _ in range(120):
        day += chance.choice([1, 1, 1, 3, 5]) * DAY
        true = tuple(each for each in Occasion if chance.random() < 0.2)
        known = Knowledge(day=day, used=used, passed_over=passed_over, pillar_last=last, occasions=true)
        not_now: list[str] = []
        while chance.random() < 0.3:
            not_now.append(choose(PROMPTS, known, not_now).prompt.id)
        prompt = choose(PROMPTS, known, not_now).prompt
        assert day - used.get(prompt.id, date.min) >= RESTING
        assert day - passed_over.get(prompt.id, date.min) >= RESTING
        passed_over |= dict.fromkeys(not_now, day)
        used[prompt.id] = last[prompt.pillar] = day
        asked.append(prompt)
    assert all(len({each.pillar for each in asked[at : at + 3]}) == 3 for at in range(len(asked) - 2))


def test_a_year_of_days_is_in_balance() -> None:
    used: dict[str, date] = {}
    last: dict[Pillar, date] = {}
    asked: list[Prompt] = []
    for number in range(365):
        known = Knowledge(day=TODAY + number * DAY, used=used, pillar_last=last)
        prompt = choose(PROMPTS, known).prompt
        used = {**used, prompt.id: known.day}
        last = {**last, prompt.pillar: known.day}
        asked.append(prompt)
    for begin in range(365 - 30):
        month = Counter(each.pillar for each in asked[begin : begin + 30])
        assert set(month.values()) == {10}
    assert len(set(asked)) == len(GENERAL)
    moments = Counter(each.moment for each in asked)
    assert max(moments.values()) < 1.3 * min(moments.values())


def test_thirty_days_are_a_rest_and_twenty_nine_are_none() -> None:
    used = {each.id: ago(29) for each in PROMPTS} | {GENERAL[4].id: ago(30)}
    assert choose(PROMPTS, known(used)).prompt == GENERAL[4]
    passed_over = Knowledge(day=TODAY, passed_over=used)
    assert choose(PROMPTS, passed_over).prompt == GENERAL[4]


def test_the_pillar_used_least_lately_comes_first() -> None:
    last = {Pillar.RESPECT: ago(1), Pillar.TRUST: ago(9), Pillar.ACCOUNTABILITY: ago(2)}
    assert choose(PROMPTS, known({}, last)).prompt.pillar is Pillar.TRUST
    del last[Pillar.RESPECT]
    assert choose(PROMPTS, known({}, last)).prompt.pillar is Pillar.RESPECT


def test_of_a_pillar_what_was_never_used_comes_before_what_has_rested() -> None:
    used = {each.id: ago(90) for each in PROMPTS if each.id != of(Pillar.TRUST)[2].id}
    last = {Pillar.RESPECT: ago(1), Pillar.ACCOUNTABILITY: ago(1)}
    assert choose(PROMPTS, known(used, last)).prompt == of(Pillar.TRUST)[2]


@pytest.mark.parametrize("occasion", Occasion)
@pytest.mark.parametrize("pillar", Pillar)
def test_what_the_journal_knows_weighs_in(occasion: Occasion, pillar: Pillar) -> None:
    last = {each: ago(2 if each is pillar else 1) for each in Pillar}
    choice = choose(PROMPTS, known({}, last, occasion))
    assert (choice.prompt.pillar, choice.prompt.occasions, choice.reason) == (pillar, (occasion,), Reason.OCCASION)
    assert occasion not in choose(PROMPTS, known({}, last)).prompt.occasions


def test_the_most_telling_occasion_comes_first() -> None:
    choice = choose(PROMPTS, known({}, {}, Occasion.TAKE_BACK, Occasion.PLAN_KEPT))
    assert choice.occasion is Occasion.TAKE_BACK


@pytest.mark.parametrize(
    ("lately", "experiment_day", "expected"),
    [
        (Lately(), None, [Occasion.BEGINNING]),
        (Lately(number=2, last_day=ago(1)), None, [Occasion.BEGINNING]),
        (Lately(number=3, last_day=ago(6)), None, []),
        (Lately(number=3, last_day=ago(7)), None, [Occasion.PAUSE]),
        (Lately(number=3, last_day=ago(7), pull=9, outcomes=frozenset({Outcome.DONE})), None, [Occasion.PAUSE]),
        (Lately(number=3, last_day=ago(1), pull=7), None, [Occasion.STRONG_PULL]),
        (Lately(number=3, last_day=ago(1), pull=6), None, []),
        (
            Lately(number=3, last_day=ago(1), pull=8, pull_kinds=frozenset({PullKind.TAKE_BACK})),
            None,
            [Occasion.TAKE_BACK, Occasion.STRONG_PULL],
        ),
        (Lately(number=3, last_day=ago(1), outcomes=frozenset({Outcome.DONE})), None, [Occasion.PLAN_KEPT]),
        (Lately(number=3, last_day=ago(1), outcomes=frozenset({Outcome.PARTLY})), None, [Occasion.PLAN_WAITING]),
        (Lately(number=3, last_day=ago(1), outcomes=frozenset({Outcome.LET_GO})), None, []),
        (Lately(number=3, last_day=ago(1)), 4, [Occasion.EXPERIMENT]),
        (Lately(number=3, last_day=ago(1)), 5, []),
    ],
)
def test_what_is_true_of_a_day(lately: Lately, experiment_day: int | None, expected: list[Occasion]) -> None:
    assert list(occasions(lately, experiment_day, TODAY)) == expected


def test_the_day_before_a_one_on_one_comes_before_the_beginning_and_after_what_was_felt() -> None:
    assert list(occasions(Lately(), None, TODAY, {Occasion.ONE_ON_ONE})) == [Occasion.ONE_ON_ONE, Occasion.BEGINNING]
    felt = Lately(number=3, last_day=ago(1), pull=7)
    assert list(occasions(felt, None, TODAY, {Occasion.ONE_ON_ONE})) == [Occasion.STRONG_PULL, Occasion.ONE_ON_ONE]


@pytest.mark.parametrize(("days", "is_time"), [(0, False), (1, False), (6, False), (7, True), (40, True)])
def test_what_comes_often_is_asked_once_in_a_week(days: int, is_time: bool) -> None:
    of_pause = next(each for each in PROMPTS if Occasion.PAUSE in each.occasions)
    assert is_time_for(Occasion.PAUSE, PROMPTS, {of_pause.id: ago(days)}, TODAY) == is_time
    assert is_time_for(Occasion.EXPERIMENT, PROMPTS, {of_pause.id: ago(days)}, TODAY)


def test_another_is_another_until_all_were_seen() -> None:
    seen: list[str] = []
    for _ in GENERAL:
        seen.append(choose(PROMPTS, known(), seen).prompt.id)
    assert set(seen) == {each.id for each in GENERAL}
    assert choose(PROMPTS, known(), seen).prompt in GENERAL


def test_an_own_library_of_nothing_but_occasions_is_asked_all_the_same() -> None:
    few = [each for each in PROMPTS if Occasion.PAUSE in each.occasions]
    assert choose(few, known()).prompt in few
    with pytest.raises(ValueError, match="empty"):
        choose([], known())


@pytest.mark.parametrize(
    ("known", "not_now", "reason"),
    [
        (known(), (), Reason.UNUSED),
        (known({}, dict.fromkeys(Pillar, ago(6))), (), Reason.UNUSED),
        (known({}, dict.fromkeys(Pillar, ago(7))), (), Reason.PILLAR_QUIET),
        (known({}, {Pillar.TRUST: ago(1)}), (), Reason.PILLAR_UNUSED),
        (known({each: ago(31) for each in IDS}, dict.fromkeys(Pillar, ago(1))), (), Reason.LONG_AGO),
        (known({each: ago(3) for each in IDS}, dict.fromkeys(Pillar, ago(1))), (), Reason.LONGEST_AGO),
        (known(), (IDS[0],), Reason.ANOTHER),
        (known({}, {}, Occasion.PAUSE), (IDS[0],), Reason.ANOTHER),
    ],
)
def test_the_reason_is_told(known: Knowledge, not_now: tuple[str, ...], reason: Reason) -> None:
    assert choose(PROMPTS, known, not_now).reason is reason


def test_every_reason_has_its_words_for_every_pillar() -> None:
    plain = [each for each in Reason if each is not Reason.OCCASION]
    said = {(pillar, each): wording.reason(Choice(of(pillar)[0], each)) for pillar in Pillar for each in plain}
    assert len(set(said.values())) == 3 + 3 + 4
    of_occasions = {wording.reason(Choice(PROMPTS[0], Reason.OCCASION, each)) for each in Occasion}
    assert len(of_occasions) == len(Occasion)
    assert all(re.fullmatch("[A-Z][^.!]+", words) for words in [*said.values(), *of_occasions])


def test_a_day_keeps_its_prompt_when_others_are_passed_over_on_another_day() -> None:
    before = known()
    after = replace(before, passed_over={each: ago(31) for each in IDS})
    assert choose(PROMPTS, before).prompt == choose(PROMPTS, after).prompt


def test_three_ideas_are_one_of_each_pillar_the_least_used_first_and_others_each_week() -> None:
    used = {Pillar.RESPECT: 2, Pillar.TRUST: 0, Pillar.ACCOUNTABILITY: 1}
    first = three_ideas(ideas(), used, TODAY)
    assert [each.pillar for each in first] == [Pillar.TRUST, Pillar.ACCOUNTABILITY, Pillar.RESPECT]
    assert three_ideas(ideas(), used, TODAY + timedelta(days=7)) != first
    weeks = [three_ideas(ideas(), used, TODAY + timedelta(days=7 * week)) for week in range(8)]
    assert {each.id for week in weeks for each in week} == {each.id for each in ideas()}
    assert three_ideas([], used, TODAY) == []
