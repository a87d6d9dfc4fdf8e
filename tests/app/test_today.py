"""What is asked of a journal for one day or week, across its features."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.journal import Journal
from app.people.model import Cadence, Person, Rhythm
from app.preferences.model import Preferences
from app.prompts.library import load, review
from app.prompts.model import Occasion, Reason
from app.reflections.model import Outcome, Pillar
from app.today import knowledge, library, prompt, review_is_due, week
from tests.app.experiments.experiments import experiment
from tests.app.reflections.journals import NOW, TODAY, new_id, plan, reflection

DAY = timedelta(days=1)
FRIDAY = date(2026, 3, 13)


def test_a_week_is_seven_days_and_no_more(journal: Journal) -> None:
    journal.reflections.add_all(
        [
            reflection("too early", TODAY - 7 * DAY, pull=9, pillar=Pillar.RESPECT),
            reflection("first", TODAY - 6 * DAY, pull=4, pillar=Pillar.TRUST),
            reflection("twice", TODAY - 6 * DAY, pull=2),
            reflection("last", TODAY, pillar=Pillar.TRUST),
        ],
        NOW,
    )
    found = week(journal, TODAY)
    assert (found.until, found.days_written, found.pulls, found.strongest_pull) == (TODAY, 2, 2, 4)
    assert found.pillars == {Pillar.RESPECT: 0, Pillar.TRUST: 2, Pillar.ACCOUNTABILITY: 0}


def test_plans_kept_are_those_of_the_answered_ones_that_were_done(journal: Journal) -> None:
    plans = [plan("x", str(number)) for number in range(4)]
    journal.reflections.save(reflection("made", TODAY - 20 * DAY, *plans), NOW)
    given = (
        (Outcome.DONE, TODAY),
        (Outcome.NOT_YET, TODAY - 6 * DAY),
        (Outcome.DONE, TODAY - 7 * DAY),
        (Outcome.LET_GO, TODAY),
    )
    for each, (outcome, day) in zip(plans, given, strict=False):
        journal.reflections.follow_up(each.id, outcome, "", day, NOW)
    found = week(journal, TODAY)
    assert (found.plans_kept, found.plans_answered) == (1, 2)


def test_an_empty_week_has_no_strongest_pull(journal: Journal) -> None:
    found = week(journal, TODAY)
    assert (found.days_written, found.pulls, found.strongest_pull, found.plans_answered) == (0, 0, None, 0)


@pytest.mark.parametrize("after", range(7))
def test_the_review_is_for_the_day_that_was_chosen(after: int) -> None:
    day = FRIDAY + after * DAY
    assert review_is_due(Preferences(), day) == (after == 0)
    assert review_is_due(Preferences(review_weekday=day.weekday()), day)
    assert not review_is_due(Preferences(review_weekday=None), day)


@pytest.mark.parametrize(("ago", "is_due"), [(0, True), (1, False), (3, False), (4, True), (7, True), (-1, True)])
def test_a_week_closed_shortly_before_is_not_asked_about_again(ago: int, is_due: bool) -> None:
    assert review_is_due(Preferences(week_closed_on=FRIDAY - ago * DAY), FRIDAY) == is_due


def test_the_question_of_the_review_is_known_and_never_asked_by_itself(journal: Journal) -> None:
    found = library(journal)
    assert found.known[review().id] == review()
    assert review().id not in [each.id for each in found.asked]


def test_the_experiment_that_runs_is_an_occasion_even_when_the_next_is_waiting(journal: Journal) -> None:
    journal.experiments.save(experiment(begun_on=TODAY - 3 * DAY), NOW)
    journal.experiments.save(experiment(begun_on=TODAY + 11 * DAY), NOW)
    assert Occasion.EXPERIMENT in knowledge(journal, TODAY).occasions


def test_the_day_before_a_one_on_one_is_an_occasion_once_a_week(journal: Journal) -> None:
    rhythm = Rhythm(cadence=Cadence.WEEKLY, first=TODAY + DAY)
    someone = Person(id=new_id(), date=TODAY, name="Jonas", rhythm=rhythm, created_at=NOW, updated_at=NOW)
    journal.people.save(someone, NOW)
    assert Occasion.ONE_ON_ONE in knowledge(journal, TODAY).occasions
    assert Occasion.ONE_ON_ONE not in knowledge(journal, TODAY + DAY).occasions
    asked = next(each.id for each in load() if Occasion.ONE_ON_ONE in each.occasions)
    journal.reflections.save(reflection("x", TODAY - 3 * DAY, prompt=asked), NOW)
    assert Occasion.ONE_ON_ONE not in knowledge(journal, TODAY).occasions
    journal.people.save(replace(someone, archived_on=TODAY), NOW)
    assert Occasion.ONE_ON_ONE not in knowledge(journal, TODAY + 7 * DAY).occasions


@pytest.mark.parametrize("day", [date.min, date.min + DAY, date.min + 20 * DAY, date.max])
def test_every_day_of_the_calendar_has_a_prompt_that_nobody_has_seen_yet(journal: Journal, day: date) -> None:
    assert prompt(journal, day).reason is Reason.OCCASION
    assert Occasion.BEGINNING in knowledge(journal, day).occasions
