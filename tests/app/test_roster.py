"""The list of people says what the records say, by as many questions for sixty people as for one."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app import agenda, roster
from app.experiments.model import Experiment, Finding
from app.journal import Journal
from app.one_on_ones.model import FollowUp, OneOnOne, State, Topic
from app.people.model import Cadence, Feedback, Rhythm, Side
from app.people.rules import Shown, balance
from app.reflections.model import Filter, Pillar, Reflection
from tests.app.experiments.experiments import experiment
from tests.app.one_on_ones.test_rules import topics
from tests.app.people.people import agreement, feedback, person
from tests.app.reflections.journals import NOW, TODAY, new_id, new_journal, reflection, undone
from tests.app.search.test_plans import noted

DAY = timedelta(days=1)
NAMES = ("Aiko", "Jonas", "Ravi")
near = st.integers(-50, 10).map(lambda days: TODAY + days * DAY)
pillars = st.none() | st.sampled_from(Pillar)
names = st.sampled_from(NAMES)
written = st.builds(
    lambda day, pillar, people: reflection("x", day, pillar=pillar, people=tuple(people)), near, pillars, st.sets(names)
)
said = st.builds(lambda day, pillar, name: feedback("Steady.", day, name, pillar=pillar), near, pillars, names)


def tried_from(day: date, pillar: Pillar | None, name: str, closed: date | None) -> Experiment:
    outcome = Finding.WORKED if closed else None
    return experiment(
        begun_on=day, ends_on=day + 13 * DAY, pillar=pillar, person=name, closed_on=closed, outcome=outcome
    )


tried = st.builds(tried_from, near, pillars, names, st.none() | near)


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Journal]:
    with new_journal(tmp_path_factory.mktemp("roster") / "journal") as made:
        yield made


def shown_in(journal: Journal, name: str) -> Iterator[Shown]:
    """What showed with somebody, record by record."""
    for each in journal.reflections.find(Filter(person=name)):
        if each.content.pillar:
            yield Shown(each.content.pillar, each.content.date, each.content.date)
    for said in journal.feedback.where(person=name):
        if said.pillar:
            yield Shown(said.pillar, said.date, said.date)
    for tried in journal.experiments.find(Filter(person=name)):
        if tried.pillar:
            yield Shown(tried.pillar, tried.begun_on, min(tried.ends_on, tried.closed_on or date.max))


@given(st.lists(written, max_size=6), st.lists(said, max_size=4), st.lists(tried, max_size=3), st.integers(0, 9))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_pillars_and_mentions_are_those_of_the_records(
    own: Journal, reflections: list[Reflection], said: list[Feedback], tried: list[Experiment], gone: int
) -> None:
    with undone(own):
        own.reflections.add_all(reflections, NOW)
        for name in set(NAMES) - set(own.people.names()):
            own.people.save(person(name), NOW)
        for each in said:
            own.feedback.save(each, NOW)
        for one in tried:
            own.experiments.save(one, NOW)
        for deleted in reflections[gone : gone + 2]:
            own.reflections.delete(deleted.id, NOW)
        for known in roster.everyone(own, TODAY):
            named = own.reflections.find(Filter(person=known.person.name))
            assert known.balance == balance(shown_in(own, known.person.name), TODAY)
            assert own.people.mentions([known.person.id]).get(known.person.id, 0) == len(named)
            assert known.last_named == max((each.content.date for each in named), default=None)
            whole = roster.whole(own, known.person.id, TODAY)
            assert (whole.balance, whole.mentions) == (known.balance, len(named))


def meeting(day: date, name: str, **more: Any) -> OneOnOne:
    return OneOnOne(id=new_id(), date=day, person=name, created_at=NOW, updated_at=NOW, **more)


def test_the_next_meeting_of_the_list_is_that_of_the_page(journal: Journal) -> None:
    weekly = Rhythm(cadence=Cadence.WEEKLY, first=TODAY - 21 * DAY, time="10:30")
    journal.people.save(person("Jonas", rhythm=weekly), NOW)
    journal.people.save(person("Priya", rhythm=weekly), NOW)
    journal.people.save(person("Ravi"), NOW)
    moved_ahead = meeting(TODAY - DAY, "Jonas", state=State.HELD, planned_for=TODAY, moved_from=(TODAY,))
    journal.one_on_ones.save(moved_ahead, NOW)
    journal.one_on_ones.save(meeting(TODAY + 3 * DAY, "Priya", planned_for=TODAY), NOW)
    found = {each.person.name: each.next for each in roster.everyone(journal, TODAY)}
    for each in journal.people.everyone():
        assert found[each.name] == agenda.between(journal, each.id).next_meeting(TODAY)
    assert found["Ravi"] is None
    assert found["Jonas"] is not None
    assert found["Jonas"].on == TODAY + 7 * DAY


def test_what_waits_is_counted_with_the_oldest_first(journal: Journal) -> None:
    def topic(day: date, text: str, **more: Any) -> Topic:
        mine = Side.ME
        return Topic(
            id=new_id(), date=day, person="Jonas", raised_by=mine, text=text, created_at=NOW, updated_at=NOW, **more
        )

    journal.topics.save(topic(TODAY, "Who it is for"), NOW)
    journal.topics.save(topic(TODAY - DAY, "The budget", closed_on=TODAY), NOW)
    whose = {"person": "Jonas", "owner": Side.THEM}
    promised = FollowUp(id=new_id(), date=TODAY - 3 * DAY, text="Send it", created_at=NOW, updated_at=NOW, **whose)  # type: ignore[arg-type]  # by name
    journal.follow_ups.save(promised, NOW)
    (known,) = roster.everyone(journal, TODAY)
    assert (known.open_items, known.oldest) == (2, "Send it")


def test_who_is_archived_is_out_of_the_day_and_keeps_the_mentions(journal: Journal) -> None:
    weekly = Rhythm(cadence=Cadence.WEEKLY, first=TODAY)
    kept = journal.people.save(person("Lena", archived_on=TODAY, until="2025-11", rhythm=weekly), NOW)
    journal.reflections.save(reflection("x", people=("Lena", "Jonas")), NOW)
    jonas, lena = roster.everyone(journal, TODAY)
    assert (lena.person, lena.next, lena.last_named, lena.mentions) == (kept, None, None, 1)
    assert jonas.last_named == TODAY
    assert journal.people.suggested() == ["Jonas"]
    assert journal.people.names() == ["Jonas", "Lena"]
    whole = roster.whole(journal, kept.id, TODAY)
    assert (whole.next, whole.unanswered) == (None, ())


def test_who_was_last_named_years_ago_is_found(journal: Journal) -> None:
    journal.reflections.save(reflection("x", TODAY - 900 * DAY, people=("Ravi",)), NOW)
    (known,) = roster.everyone(journal, TODAY)
    assert known.last_named == TODAY - 900 * DAY


def test_a_page_has_every_version_and_the_kinds_of_work_of_all(journal: Journal) -> None:
    kept = journal.people.save(person("Jonas"), NOW)
    older, newer = agreement(TODAY - 9 * DAY, mine=("a",)), agreement(TODAY, mine=("b",))
    for each in (older, newer):
        journal.agreements.save(each, NOW)
    whole = roster.whole(journal, kept.id, TODAY)
    assert [each.id for each in whole.agreements] == [newer.id, older.id]


def test_sixty_people_are_asked_about_as_often_as_one(journal: Journal) -> None:
    def asked() -> int:
        with noted(journal.vault.connection) as statements:
            roster.everyone(journal, TODAY)
        return len(statements)

    journal.people.save(person("Aiko"), NOW)
    before = asked()
    for number in range(60):
        weekly = Rhythm(cadence=Cadence.WEEKLY, first=TODAY)
        kept = journal.people.save(person(f"Person {number}", rhythm=weekly), NOW)
        journal.one_on_ones.save(meeting(TODAY - DAY, kept.name, state=State.HELD), NOW)
        journal.reflections.save(reflection("x", TODAY - 500 * DAY, people=(kept.name,)), NOW)
    assert asked() <= before + 4  # of those who are known at all, more is asked, of all at once


@given(topics, st.booleans())
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_agenda_of_the_page_is_that_of_the_meeting(
    own: Journal, given_topics: list[Topic], is_planned: bool
) -> None:
    with undone(own):
        kept = own.people.save(person("Jonas"), NOW)
        for each in given_topics:
            own.topics.save(each, NOW)
        own.one_on_ones.save(meeting(TODAY - 2 * DAY, "Jonas", state=State.HELD), NOW)
        if is_planned:
            own.one_on_ones.save(meeting(TODAY + DAY, "Jonas"), NOW)
        on = TODAY + DAY if is_planned else TODAY
        assert list(roster.whole(own, kept.id, TODAY).items) == agenda.between(own, kept.id).items(on, TODAY)
