"""What Today has an eye on: meetings of two days, promises that are due, agreements and practices to be looked at."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from app.interviews import alignment
from app.journal import Journal
from app.one_on_ones.model import FollowUp, OneOnOne, State
from app.people.model import Agreement, Cadence, Person, Rhythm, Side
from app.practices.model import Practice
from app.watch import Due, Watched, watched
from tests.app.interviews.making import interview
from tests.app.reflections.journals import NOW, TODAY, new_id

DAY = timedelta(days=1)
COMMON: dict[str, Any] = {"created_at": NOW, "updated_at": NOW}


def person(name: str, first: date | None = None, **more: Any) -> Person:
    rhythm = Rhythm(cadence=Cadence.WEEKLY, first=first, time="10:30") if first else None
    return Person(id=new_id(), date=TODAY, name=name, rhythm=rhythm, **COMMON, **more)


def follow_up(text: str, due_on: date | None, **more: Any) -> FollowUp:
    made = {"person": "Jonas", "owner": Side.ME} | more
    return FollowUp(id=new_id(), date=TODAY - 9 * DAY, text=text, due_on=due_on, **COMMON, **made)


def meeting(day: date, state: State, **more: Any) -> OneOnOne:
    return OneOnOne(id=new_id(), date=day, person="Jonas", state=state, **COMMON, **more)


def agreement(day: date, look_again_on: date | None) -> Agreement:
    return Agreement(id=new_id(), date=day, person="Jonas", look_again_on=look_again_on, **COMMON)


def test_one_on_ones_of_today_and_of_tomorrow(journal: Journal) -> None:
    today, tomorrow = person("Aiko", TODAY - 7 * DAY), person("Jonas", TODAY + DAY)
    for each in (today, tomorrow, person("Ravi", TODAY + 2 * DAY), person("Tomás")):
        journal.people.save(each, NOW)
    assert watched(journal, TODAY) == [
        Watched(due=Due.ONE_ON_ONE, on=TODAY, id=today.id, person="Aiko", time="10:30"),
        Watched(due=Due.ONE_ON_ONE, on=TODAY + DAY, id=tomorrow.id, person="Jonas", time="10:30"),
    ]


@pytest.mark.parametrize(
    ("record", "on"),
    [
        (meeting(TODAY, State.HELD, planned_for=TODAY), None),
        (meeting(TODAY, State.MISSED, planned_for=TODAY), None),
        (meeting(TODAY + DAY, State.PLANNED, planned_for=TODAY, moved_from=(TODAY,)), TODAY + DAY),
        (meeting(TODAY + 3 * DAY, State.PLANNED, planned_for=TODAY, moved_from=(TODAY,)), None),
        (meeting(TODAY - DAY, State.HELD, planned_for=TODAY), None),
        (meeting(TODAY + DAY, State.PLANNED), TODAY),
    ],
    ids=["held", "missed", "moved to tomorrow", "moved further", "held the day before", "another besides"],
)
def test_what_is_known_of_a_meeting_counts(journal: Journal, record: OneOnOne, on: date | None) -> None:
    journal.people.save(person("Jonas", TODAY), NOW)
    journal.one_on_ones.save(record, NOW)
    assert [each.on for each in watched(journal, TODAY)] == ([] if on is None else [on])


def test_promises_that_are_due_the_oldest_first(journal: Journal) -> None:
    late, now = follow_up("Send the study", TODAY - 5 * DAY), follow_up("Sign", TODAY, owner=Side.THEM)
    others = [follow_up("Later", TODAY + DAY), follow_up("Some day", None), follow_up("Done", TODAY, done_on=TODAY)]
    for each in (now, late, *others):
        journal.follow_ups.save(each, NOW)
    assert [(each.id, each.words, each.mine) for each in watched(journal, TODAY)] == [
        (late.id, "Send the study", True),
        (now.id, "Sign", False),
    ]


def test_only_the_agreement_in_force_is_looked_at_again(journal: Journal) -> None:
    old = agreement(TODAY - 90 * DAY, TODAY - 30 * DAY)
    journal.agreements.save(old, NOW)
    assert [each.id for each in watched(journal, TODAY)] == [old.id]
    journal.agreements.save(agreement(TODAY - 29 * DAY, TODAY + 60 * DAY), NOW)
    assert watched(journal, TODAY) == []
    assert [each.due for each in watched(journal, TODAY + 60 * DAY)] == [Due.AGREEMENT]


def test_practices_to_be_looked_at_again(journal: Journal) -> None:
    given = Practice(id=new_id(), date=TODAY, name="Copy me", look_again_on=TODAY, **COMMON)
    journal.practices.save(given, NOW)
    journal.practices.save(replace(given, id=new_id(), look_again_on=TODAY + DAY), NOW)
    assert [(each.due, each.id, each.words) for each in watched(journal, TODAY)] == [
        (Due.PRACTICE, given.id, "Copy me")
    ]


def test_an_alignment_sheet_is_looked_at_again_and_then_at_its_next_day(journal: Journal) -> None:
    for name in ("Jonas", "Aiko"):
        sheet = alignment.of_rows(new_id(), name, (), TODAY - 30 * DAY, NOW)
        journal.alignments.save(sheet if name == "Jonas" else alignment.looked_at(sheet, TODAY), NOW)
    (found,) = watched(journal, TODAY)
    assert (found.due, found.on, found.person) == (Due.ALIGNMENT, TODAY, "Jonas")
    assert [each.person for each in watched(journal, TODAY + 30 * DAY)] == ["Jonas", "Aiko"]
    assert watched(journal, TODAY - DAY) == []


def test_candidates_who_are_erased_within_a_week_without_a_name(journal: Journal) -> None:
    first = interview(candidate="A", date=TODAY)
    for each in (first, interview(candidate="Sandra Koch"), interview(candidate="C", date=TODAY - DAY)):
        journal.interviews.save(each, NOW)
    on = date(2026, 9, 10)
    assert watched(journal, on - 7 * DAY) == [
        Watched(due=Due.CANDIDATES, on=on - DAY, id=next(_ids(journal, "C")), words="C"),
        Watched(due=Due.CANDIDATES, on=on, id=first.id, words="A, S. K.", count=2),
    ]
    assert watched(journal, on - 9 * DAY) == []


def _ids(journal: Journal, candidate: str) -> Iterator[str]:
    return (each.id for each in journal.interviews.every() if each.candidate == candidate)


def test_who_is_archived_is_not_on_the_watch(journal: Journal) -> None:
    journal.people.save(person("Jonas", TODAY, archived_on=TODAY), NOW)
    journal.follow_ups.save(follow_up("Send", TODAY), NOW)
    journal.agreements.save(agreement(TODAY, TODAY), NOW)
    journal.one_on_ones.save(meeting(TODAY, State.PLANNED), NOW)
    journal.alignments.save(alignment.of_rows(new_id(), "Jonas", (), TODAY - 99 * DAY, NOW), NOW)
    assert watched(journal, TODAY) == []
