"""What a trust experiment means, for every day that there is."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.experiments import rules
from app.experiments.model import Experiment, Finding
from tests.app.exchange.strategies import experiments
from tests.app.experiments.experiments import experiment
from tests.app.reflections.journals import TODAY

DAY = timedelta(days=1)
days = st.dates(date(2000, 1, 1), date(2100, 1, 1))
begun = days.map(lambda day: experiment(begun_on=day))


@given(days)
def test_it_has_fourteen_days(day: date) -> None:
    assert (rules.end_of(day) - day).days + 1 == 14


@given(begun, st.integers(-30, 60))
def test_the_number_of_a_day_is_within_its_days(given: Experiment, after: int) -> None:
    number, days = rules.day_number(given, given.begun_on + timedelta(days=after))
    assert days == 14
    assert number == max(1, min(after + 1, 14))
    assert rules.is_over(given, given.begun_on + timedelta(days=after)) == (after >= 13)


@given(begun, st.integers(0, 40))
def test_before_and_during_never_overlap_and_before_is_two_weeks(given: Experiment, after: int) -> None:
    first, last = rules.before(given)
    since, until = rules.during(given, given.begun_on + timedelta(days=after))
    assert (last - first).days + 1 == 14
    assert last + DAY == since == given.begun_on
    assert since <= until <= given.ends_on


def test_an_answer_ends_what_counts_as_during() -> None:
    closed = rules.close(experiment(), Finding.MIXED, "", TODAY + 3 * DAY)
    assert rules.during(closed, TODAY + 10 * DAY) == (TODAY, TODAY + 3 * DAY)


@given(begun, st.sampled_from(Finding), st.text())
def test_an_answer_can_be_taken_back_and_the_line_stays(given: Experiment, finding: Finding, note: str) -> None:
    closed = rules.close(given, finding, note, given.ends_on)
    assert (closed.outcome, closed.closed_on, closed.is_running) == (finding, given.ends_on, False)
    again = rules.close(closed, None, note, given.ends_on)
    assert again == replace(given, outcome_note=note)


@given(begun, st.integers(0, 13))
def test_one_more_week_can_be_taken_back(given: Experiment, after: int) -> None:
    today = given.begun_on + timedelta(days=after)
    assert not rules.has_one_more_week(given, today)
    longer = rules.one_more_week(given)
    assert rules.has_one_more_week(longer, today)
    assert rules.one_week_less(longer) == given


@given(begun)
def test_it_never_has_less_than_it_began_with(given: Experiment) -> None:
    assert rules.one_week_less(given) == given


def test_once_the_week_it_was_given_has_begun_it_can_have_another() -> None:
    longer = rules.one_more_week(experiment())
    assert not rules.has_one_more_week(longer, longer.ends_on - 6 * DAY)


@given(begun, st.integers(0, 40))
def test_the_next_begins_today_or_after_the_one_that_runs(running: Experiment, after: int) -> None:
    today = running.begun_on + timedelta(days=after)
    now, later = rules.begin(experiment(), None, today), rules.begin(experiment(), running, today)
    assert (now.begun_on, now.ends_on) == (today, rules.end_of(today))
    assert later.begun_on > max(running.ends_on, today)


@pytest.mark.parametrize("field", ["when", "will", "sign", "stop"])
def test_a_word_anywhere_is_something_said(field: str) -> None:
    nothing = experiment("  ", when="")
    assert rules.is_empty(nothing)
    assert not rules.is_empty(replace(nothing, **{field: "x"}))  # type: ignore[arg-type]  # by name


@given(experiments)
def test_a_title_is_one_line(given: Experiment) -> None:
    title = rules.title(given)
    assert len(title) <= 120
    assert title == " ".join(title.split())


def test_a_title_is_what_is_done_or_else_when() -> None:
    assert rules.title(experiment("ask\n one   question")) == "ask one question"
    assert rules.title(experiment("")) == "someone brings me a problem"


def test_looking_back_ends_it_goes_on_or_takes_both_back() -> None:
    given, today = experiment(), TODAY + 9 * DAY
    longer = rules.look_back(given, None, "hm", today, goes_on=True)
    assert (longer.ends_on - given.ends_on, longer.is_running, longer.outcome_note) == (7 * DAY, True, "hm")
    assert rules.look_back(longer, None, "hmm", today, goes_on=True).ends_on == longer.ends_on
    mixed = rules.look_back(longer, Finding.MIXED, "twice", today)
    assert (mixed.ends_on, mixed.outcome, mixed.closed_on) == (given.ends_on, Finding.MIXED, today)
    later = rules.look_back(mixed, Finding.MIXED, "thrice", today + 2 * DAY)
    assert (later.closed_on, later.outcome_note) == (today, "thrice")
    assert rules.look_back(mixed, None, "", today) == given


# What a review looks back on


def test_a_review_is_of_the_one_that_runs() -> None:
    running = experiment(begun_on=TODAY - 9 * DAY)
    answered = rules.close(experiment(begun_on=TODAY - 30 * DAY), Finding.WORKED, "", TODAY - 10 * DAY)
    assert rules.of_review([running, answered], TODAY) == (running, None)


@pytest.mark.parametrize(("ago", "is_shown"), [(0, True), (6, True), (7, False)])
def test_one_that_was_answered_this_week_is_still_looked_back_on(ago: int, is_shown: bool) -> None:
    answered = rules.close(experiment(begun_on=TODAY - 13 * DAY), Finding.WORKED, "", TODAY - ago * DAY)
    assert rules.of_review([answered], TODAY) == (answered if is_shown else None, None)


@pytest.mark.parametrize("after", [0, 5])
def test_one_that_begins_today_or_later_is_the_next(after: int) -> None:
    coming = experiment(begun_on=TODAY + after * DAY)
    running = experiment(begun_on=TODAY - 9 * DAY)
    assert rules.of_review([coming, running], TODAY) == (running, coming)
    assert rules.of_review([coming], TODAY) == (None, coming)


@pytest.mark.parametrize("begun_on", [date.min, date(1, 1, 8), TODAY, date(9999, 12, 25), date.max])
def test_one_that_was_imported_may_lie_at_either_end_of_the_calendar(begun_on: date) -> None:
    for ends_on in (begun_on, date.max):
        shown = experiment(begun_on=begun_on, ends_on=ends_on)
        since, until = rules.before(shown)
        assert since <= until <= begun_on
        assert rules.end_of(begun_on) >= begun_on
        assert rules.one_more_week(shown).ends_on >= ends_on
        assert rules.one_week_less(shown).ends_on >= begun_on
        assert rules.begin(experiment(), shown, TODAY).begun_on >= min(ends_on, TODAY)
        rules.look_back(shown, None, "", TODAY, goes_on=True)
