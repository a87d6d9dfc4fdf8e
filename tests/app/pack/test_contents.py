"""What goes into a pack and what never does."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from app.errors import EmptyPeriod, PeriodBackwards
from app.pack.contents import Naming, Section, choose
from app.reflections.model import Outcome
from tests.app.pack.records import SINCE, UNTIL, commitment, options, reflection


def test_private_and_deleted_reflections_stay_out_with_their_plans() -> None:
    secret = reflection(private=True, text="secret", commitments=(commitment("secret", "secret"),))
    gone = replace(reflection(text="secret"), deleted_at=datetime(2026, 3, 4, tzinfo=UTC))
    chosen = choose([secret, gone, reflection(text="open")], [], options())
    assert "secret" not in repr(chosen)
    assert chosen.left_out == 1


def test_what_is_left_out_one_by_one_stays_out_with_its_plans_and_is_not_counted_as_private() -> None:
    unwanted = reflection(text="unwanted", commitments=(commitment("unwanted", "unwanted"),))
    chosen = choose([unwanted, reflection(text="open")], [], options(without=frozenset({unwanted.id})))
    assert "unwanted" not in repr(chosen)
    assert [entry.text for entry in chosen.entries] == ["open"]
    assert chosen.left_out == 0
    with pytest.raises(EmptyPeriod):
        choose([unwanted], [], options(without=frozenset({unwanted.id})))


def test_both_days_belong_to_the_period_and_private_ones_outside_do_not_count() -> None:
    days = [date(2026, 1, 31), SINCE, UNTIL, date(2026, 3, 11)]
    given = [reflection(day, text=day.isoformat()) for day in days]
    given += [reflection(days[0], private=True), reflection(days[3], private=True)]
    chosen = choose(given, [], options())
    assert [entry.text for entry in chosen.entries] == ["2026-02-01", "2026-03-10"]
    assert chosen.left_out == 0


def test_the_story_is_told_from_the_first_day_on() -> None:
    given = [
        reflection(date(2026, 3, 4), text="fourth", time="18:00"),
        reflection(date(2026, 3, 4), text="third", time="09:00"),
        reflection(date(2026, 3, 4), text="second"),
        reflection(date(2026, 2, 4), text="first", commitments=(commitment("it is late", "ask"),)),
    ]
    chosen = choose(given, [], options())
    assert [entry.text for entry in chosen.entries] == ["first", "second", "third", "fourth"]
    assert [plan.planned_on for plan in chosen.plans] == [date(2026, 2, 4)]


def test_nothing_open_is_an_empty_period() -> None:
    with pytest.raises(EmptyPeriod):
        choose([reflection(private=True)], [], options(wish="something"))


def test_a_period_runs_forwards() -> None:
    with pytest.raises(PeriodBackwards):
        choose([reflection()], [], options(since=UNTIL, until=SINCE))
    assert choose([reflection(UNTIL)], [], options(since=UNTIL)).since == UNTIL


@pytest.mark.parametrize("section", list(Section))
def test_only_the_sections_asked_for(section: Section) -> None:
    given = [reflection(text="text", commitments=(commitment("when", "will"),))]
    chosen = choose(given, [], options(wish="wish", sections=frozenset({section})))
    there = {Section.WISH: chosen.wish, Section.COMMITMENTS: chosen.plans, Section.REFLECTIONS: chosen.entries}
    assert [each for each, content in there.items() if content] == [section]


def test_people_are_renamed_wherever_they_are_named() -> None:
    plan = commitment("Jonas is late", "wait for Jonas", "Jonas", Outcome.PARTLY, "Jonas came.")
    given = [
        reflection(text="Jonas's draft", notice="jonas", tags=("Jonas-report",), people=("Jonas",), commitments=(plan,))
    ]
    for everyone in (["Jonas"], []):
        chosen = choose(given, everyone, options(wish="Talk about Jonas."))
        assert "jonas" not in repr(chosen).casefold()
        assert chosen.wish == "Talk about J."
        assert chosen.entries[0].tags == ("J.-report",)
        assert chosen.entries[0].people == ("J.",)
        assert chosen.plans[0].person == "J."
        assert chosen.plans[0].outcome_note == "J. came."


def test_full_names_are_kept_on_request() -> None:
    chosen = choose([reflection(people=("Jonas",))], ["Jonas"], options(naming=Naming.FULL))
    assert chosen.entries[0].people == ("Jonas",)
