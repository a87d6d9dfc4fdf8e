"""What a reflection means, held against any text, any names and any instants."""

import unicodedata
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.fields import tidy_name
from app.reflections import rules
from app.reflections.model import Content, Outcome, Pillar, PullKind
from app.trash import trash_ends
from tests.app.reflections.journals import TODAY, plan, reflection

texts = st.text() | st.lists(st.sampled_from(["word ", "\n", "\r\n", "\u2028", "\t", "\0", "long" * 40, " "])).map(
    "".join
)
instants = st.datetimes().map(lambda each: each.replace(year=2000 + each.year % 100 // 4 * 4, tzinfo=UTC))


@given(text=texts, notice=texts)
def test_a_title_is_one_short_line_of_what_was_said(text: str, notice: str) -> None:
    title = rules.title(Content(date=TODAY, text=text, notice=notice))
    assert len(title) <= 120
    assert len(title.splitlines()) <= 1
    assert title == " ".join(title.split())
    spaced = [" ".join(line.split()) for part in (text, notice) for line in part.splitlines()]
    said = [line for line in spaced if line]
    assert (title == said[0] or said[0].startswith(title.removesuffix("…"))) if said else title == ""


@pytest.mark.parametrize(
    ("text", "notice", "title"),
    [
        ("\n \t\n First  line \nsecond", "notice", "First line"),
        (" \n", "Only noticed", "Only noticed"),
        ("x" * 120, "", "x" * 120),
        ("x" * 121, "", "x" * 119 + "…"),
        ("word " * 30, "", "word " * 23 + "word…"),
        ("", "", ""),
    ],
)
def test_a_title_is_the_first_line_that_says_something(text: str, notice: str, title: str) -> None:
    assert rules.title(Content(date=TODAY, text=text, notice=notice)) == title


@given(st.lists(st.text() | st.sampled_from(["Anna", " Anna ", "Jo\u2003 Ann", "é", "e\u0301", ""])))
def test_names_are_tidy_single_and_in_order(given: list[str]) -> None:
    kept = rules.names(given)
    assert all(name and name == " ".join(name.split()) == unicodedata.normalize("NFC", name) for name in kept)
    assert len(set(kept)) == len(kept)
    assert rules.names(kept) == kept
    assert set(kept) == {tidy_name(each) for each in given} - {""}
    firsts = [next(at for at, each in enumerate(given) if tidy_name(each) == name) for name in kept]
    assert firsts == sorted(firsts)


@given(instants, st.integers(-2000, 2000))
def test_ten_minutes_part_two_sittings_also_when_the_clock_was_put_back(last: datetime, seconds: int) -> None:
    assert rules.begins_new_sitting(last, last + timedelta(seconds=seconds)) == (abs(seconds) >= 600)


@given(instants)
def test_the_trash_keeps_for_thirty_days(now: datetime) -> None:
    assert trash_ends(now) == now - timedelta(days=30)


def test_a_reflection_without_a_word_is_empty() -> None:
    nothing = reflection(" \n", notice="\t", prompt="a-prompt", pillar=Pillar.TRUST, private=True, time="09:00")
    assert rules.is_empty(nothing)


@pytest.mark.parametrize(
    "said",
    [
        {"text": "word"},
        {"notice": "word"},
        {"tags": ("team",)},
        {"people": ("Anna",)},
        {"pull": 0},
        {"pull_kind": PullKind.CHECK},
    ],
    ids=str,
)
def test_anything_said_is_not_empty(said: dict[str, object]) -> None:
    assert not rules.is_empty(replace(reflection(), content=Content(date=date(2026, 3, 10), **said)))  # type: ignore[arg-type]


def test_a_plan_alone_is_not_empty() -> None:
    assert not rules.is_empty(reflection("", TODAY, plan("when", "will")))


@pytest.mark.parametrize(
    ("outcome", "carried", "left"),
    [
        (None, None, Outcome.LET_GO),
        (Outcome.NOT_YET, Outcome.NOT_YET, Outcome.LET_GO),
        (Outcome.PARTLY, Outcome.NOT_YET, Outcome.PARTLY),
        (Outcome.LET_GO, Outcome.NOT_YET, Outcome.LET_GO),
        (Outcome.DONE, Outcome.DONE, Outcome.DONE),
    ],
)
def test_what_becomes_of_a_plan_when_its_week_is_closed(
    outcome: Outcome | None, carried: Outcome | None, left: Outcome
) -> None:
    given = plan("x", "y", outcome=outcome)
    assert rules.outcome_after_week(given, is_carried=True) == carried
    assert rules.outcome_after_week(given, is_carried=False) == left
