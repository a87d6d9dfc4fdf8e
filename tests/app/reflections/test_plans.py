"""When a plan is asked about again, when it may be let go, and the one line that helps an if-then along."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.journal import Journal
from app.reflections.model import OpenCommitment, Outcome
from app.reflections.plans import STALE, Advice, advice, is_stale, may_be_let_go, one_to_let_go
from app.reflections.wording import advice_words
from tests.app.exchange.strategies import commitments
from tests.app.reflections.journals import NOW, TODAY, plan, reflection

DAY = timedelta(days=1)
past = st.dates(TODAY - 90 * DAY, TODAY - DAY)
found = st.builds(OpenCommitment, st.just("0" * 32), past, commitments)


def waiting(days: int, outcome: Outcome | None = None, answered: int | None = None) -> OpenCommitment:
    said = TODAY - answered * DAY if answered is not None else None
    made = replace(plan("it rains", f"wait {days}"), outcome=outcome, followed_up_on=said)
    return OpenCommitment("0" * 32, TODAY - days * DAY, made)


@given(found)
def test_only_what_is_open_and_was_silent_for_three_weeks_is_stale(each: OpenCommitment) -> None:
    last = max(each.made_on, each.commitment.followed_up_on or date.min)
    assert is_stale(each.commitment, each.made_on, TODAY) == (each.commitment.is_open and TODAY - last >= STALE)


@given(st.lists(found), st.lists(found))
def test_one_a_day_and_never_one_that_is_not_stale(stale: list[OpenCommitment], answered: list[OpenCommitment]) -> None:
    chosen = one_to_let_go(stale, answered, TODAY)
    assert len(chosen) <= 1
    assert all(is_stale(each.commitment, each.made_on, TODAY) for each in chosen)
    if any(may_be_let_go(each.made_on, TODAY) for each in answered):
        assert chosen == []


def test_the_one_that_was_silent_longest_comes_first() -> None:
    made_long_ago, answered_lately = waiting(40), waiting(60, Outcome.NOT_YET, answered=25)
    assert one_to_let_go([answered_lately, made_long_ago], [], TODAY) == [made_long_ago]
    assert one_to_let_go([waiting(20), waiting(60, Outcome.NOT_YET, answered=20)], [], TODAY) == []
    assert one_to_let_go([made_long_ago], [waiting(30, Outcome.LET_GO, answered=0)], TODAY) == []


def test_the_journal_knows_the_oldest_of_them(journal: Journal) -> None:
    given = [
        reflection("a", TODAY - 50 * DAY, plan("one", "answered lately")),
        reflection("b", TODAY - 40 * DAY, plan("two", "silent")),
        reflection("c", TODAY - 45 * DAY, plan("three", "done")),
        reflection("d", TODAY - 46 * DAY, plan("four", "let go")),
        reflection("e", TODAY - 20 * DAY, plan("five", "young")),
        reflection("f", TODAY - 48 * DAY, plan("six", "in the trash")),
    ]
    journal.reflections.add_all(given, NOW)
    journal.reflections.delete(given[5].id, NOW)
    for at, outcome in ((0, Outcome.NOT_YET), (2, Outcome.DONE), (3, Outcome.LET_GO)):
        journal.reflections.follow_up(given[at].commitments[0].id, outcome, "", TODAY - 5 * DAY, NOW)
    stale = journal.reflections.stale_commitments(TODAY, 5)
    assert [each.commitment.will for each in stale] == ["silent"]
    open_ones, number = journal.reflections.latest_open_commitments(TODAY, 9)
    assert number == len(open_ones) == 3  # what was let go is open no more


@pytest.mark.parametrize(
    ("when", "will", "expected"),
    [
        ("", "", None),
        ("he sends the draft", "", None),
        ("he sends the draft", "ask two questions", None),
        ("", "ask two questions", Advice.NAME_THE_MOMENT),
        ("Next week,", "ask two questions", Advice.NAME_THE_MOMENT),
        ("from now on", "ask first", Advice.NAME_THE_MOMENT),
        ("next week begins", "ask first", None),
        ("he sends the draft", "not open it", Advice.SAY_WHAT_INSTEAD),
        ("he sends the draft", "I will stop rewriting", Advice.SAY_WHAT_INSTEAD),
        ("he sends the draft", "I’ll never touch it", Advice.SAY_WHAT_INSTEAD),
        ("he sends the draft", "note what I would change", None),
        ("he sends the draft", "try to wait", Advice.SAY_WHAT_IS_SEEN),
        ("he sends the draft", "be more patient", Advice.SAY_WHAT_IS_SEEN),
        ("he sends the draft", "tryst", None),
        ("he sends the draft", "be at my desk", None),
        ("er schickt den Entwurf", "zwei Fragen stellen", None),
    ],
)
def test_an_if_then_is_helped_along(when: str, will: str, expected: Advice | None) -> None:
    assert advice(when, will) is expected


@given(st.text(), st.text())
def test_help_is_one_line_and_never_more(when: str, will: str) -> None:
    assert "\n" not in advice_words(advice(when, will))
