"""Trust experiments in a real journal: an upsert, found at once, compared with the log, gone when they are erased."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.errors import NoSuchRecord
from app.experiments import rules
from app.experiments.model import Finding, Pulls
from app.journal import Journal
from app.reflections.model import Filter, Pillar, PullKind
from app.trash import TRASH_KEPT
from tests.app.experiments.experiments import experiment
from tests.app.reflections.journals import NOW, TODAY, reflection

DAY = timedelta(days=1)
LATER = NOW + timedelta(hours=1)


def found(journal: Journal, words: str) -> list[str]:
    return [hit.id for hit in journal.search(words, 10) if hit.kind == "experiment"]


def test_a_save_is_an_upsert(journal: Journal) -> None:
    given = experiment(person="Jonas", sign="he sends it", stop="a wrong figure", pillar=Pillar.TRUST)
    assert journal.experiments.save(given, NOW) == given
    changed = replace(given, will="wait", person="Tomás")
    assert journal.experiments.save(changed, LATER) == replace(changed, updated_at=LATER)
    assert journal.experiments.count() == (1, 0)
    assert journal.experiments.get(given.id) == replace(changed, updated_at=LATER)


def test_a_save_without_a_change_does_nothing(journal: Journal) -> None:
    given = journal.experiments.save(experiment(), NOW)
    assert journal.experiments.save(given, LATER).updated_at == NOW


def test_a_save_keeps_when_it_was_created(journal: Journal) -> None:
    given = journal.experiments.save(experiment(), NOW)
    kept = journal.experiments.save(replace(given, created_at=LATER, stop="x"), LATER)
    assert kept.created_at == NOW


def test_a_name_is_that_of_the_person_already_known(journal: Journal) -> None:
    journal.reflections.save(reflection("x", people=("Jonas Weber",)), NOW)
    journal.experiments.save(experiment(person=" Jonas   Weber "), NOW)
    assert journal.people.names() == ["Jonas Weber"]
    kept = journal.experiments.save(experiment(person="Tom\u0061\u0301s"), NOW)
    assert kept.person == "Tom\u00e1s"
    journal.experiments.save(experiment(person="Nadia"), NOW)
    assert "Nadia" in journal.people.names()


def test_the_running_one_is_the_latest_begun_without_an_answer(journal: Journal) -> None:
    assert journal.experiments.running(TODAY) is None
    first, second = experiment(begun_on=TODAY - 9 * DAY), experiment(begun_on=TODAY - 2 * DAY)
    coming, trashed = experiment(begun_on=TODAY + DAY), experiment(begun_on=TODAY)
    for each in (first, second, coming, trashed):
        journal.experiments.save(each, NOW)
    journal.experiments.delete(trashed.id, NOW)
    assert journal.experiments.running(TODAY) == second
    assert journal.experiments.running(TODAY + DAY) == coming
    ended_today = journal.experiments.save(rules.close(second, Finding.WORKED, "", TODAY), NOW)
    assert journal.experiments.running(TODAY) == ended_today, "as the day began"
    journal.experiments.save(rules.close(second, Finding.WORKED, "", TODAY - DAY), NOW)
    assert journal.experiments.running(TODAY) == first


@pytest.mark.parametrize(
    ("wanted", "number"),
    [
        (Filter(), 2),
        (Filter(since=TODAY), 1),
        (Filter(until=TODAY - DAY), 1),
        (Filter(person="JONAS"), 1),
        (Filter(pillar=Pillar.RESPECT), 1),
        (Filter(private=True), 1),
        (Filter(tag="x"), 0),
        (Filter(pull_kind=PullKind.FIX), 0),
    ],
)
def test_a_list_is_newest_first_and_holds_what_was_asked_for(journal: Journal, wanted: Filter, number: int) -> None:
    older = experiment(begun_on=TODAY - 20 * DAY, pillar=Pillar.RESPECT)
    newer = experiment(person="Jonas", private=True)
    journal.experiments.add_all([older, newer], NOW)
    all_of_them = [each.id for each in journal.experiments.find(Filter())]
    assert all_of_them == [newer.id, older.id]
    assert len(journal.experiments.find(wanted)) == number
    assert len(journal.experiments.find(wanted, 0)) == 0


# Before and during, from the log


def pulled(journal: Journal, day: date, strength: int | None, *people: str) -> None:
    journal.reflections.save(reflection("x", day, pull=strength, people=people), NOW)


def test_pulls_are_counted_before_and_during_with_and_without_a_person(journal: Journal) -> None:
    given = experiment(begun_on=TODAY - 4 * DAY, person="Jonas")
    since, until = rules.before(given)
    for day, strength, people in (
        (since - DAY, 9, ("Jonas",)),
        (since, 8, ("Jonas", "Priya")),
        (until, 5, ("Priya",)),
        (until, None, ("Jonas",)),
        (given.begun_on, 4, ("jonas",)),
        (TODAY, 0, ("Jonas",)),
        (TODAY + DAY, 10, ("Jonas",)),
    ):
        pulled(journal, day, strength, *people)
    during = rules.during(given, TODAY)
    assert journal.experiments.pulls(since, until) == Pulls(2, 13)
    assert journal.experiments.pulls(since, until, "Jonas") == Pulls(1, 8)
    assert journal.experiments.pulls(*during) == Pulls(2, 4)
    assert journal.experiments.pulls(*during, "JONAS") == Pulls(2, 4)
    assert journal.experiments.pulls(*during, "nobody") == Pulls(0, 0)


def test_what_is_in_the_trash_is_not_counted(journal: Journal) -> None:
    gone = reflection("x", pull=7)
    journal.reflections.save(gone, NOW)
    journal.reflections.delete(gone.id, NOW)
    assert journal.experiments.pulls(TODAY, TODAY) == Pulls(0, 0)


# Its document in the index


def test_it_is_found_by_every_word_of_it_and_by_no_word_it_had(journal: Journal) -> None:
    given = experiment(
        "delegate", person="Nadia", when="whenword", sign="signword", stop="stopword", outcome_note="noteword"
    )
    journal.experiments.save(given, NOW)
    for word in ("delegate", "Nadia", "whenword", "signword", "stopword", "noteword"):
        assert found(journal, word) == [given.id]
    (hit,) = journal.search("delegate", 10)
    assert (hit.kind, hit.date, hit.title) == ("experiment", TODAY, "delegate")
    journal.experiments.save(replace(given, sign="other"), LATER)
    assert found(journal, "signword") == []
    assert found(journal, "other") == [given.id]


def test_the_trash_takes_it_out_of_lists_and_search_and_gives_it_back(journal: Journal) -> None:
    given = journal.experiments.save(experiment("delegate"), NOW)
    journal.experiments.delete(given.id, LATER)
    assert found(journal, "delegate") == []
    assert journal.experiments.find(Filter()) == []
    assert journal.experiments.count() == (0, 1)
    assert journal.experiments.get(given.id).deleted_at == LATER
    journal.experiments.save(replace(given, will="delegate more"), LATER)
    assert found(journal, "delegate") == [], "a save does not take it out of the trash"
    journal.experiments.restore(given.id, LATER)
    assert found(journal, "delegate more") == [given.id]
    assert journal.experiments.get(given.id).deleted_at is None


def test_the_trash_empties_after_its_time_and_nothing_is_left_in_the_index(journal: Journal) -> None:
    given = journal.experiments.save(experiment("delegate"), NOW)
    journal.experiments.delete(given.id, NOW)
    due = NOW + TRASH_KEPT + timedelta(seconds=1)
    assert journal.trash_due(NOW + TRASH_KEPT) == []
    assert journal.trash_due(due) == [journal.experiments]
    assert journal.experiments.empty_trash(due) == 1
    with pytest.raises(NoSuchRecord):
        journal.experiments.get(given.id)
    left = journal.vault.connection.exec_driver_sql(
        "SELECT count(*) FROM (SELECT kind FROM documents UNION ALL SELECT kind FROM draft) WHERE kind = 'experiment'"
    )
    assert left.scalar() == 0


@pytest.mark.parametrize("ask", ["get", "delete", "restore"])
def test_what_is_not_there_is_said_so(journal: Journal, ask: str) -> None:
    given = () if ask == "get" else (NOW,)
    with pytest.raises(NoSuchRecord):
        getattr(journal.experiments, ask)("f" * 32, *given)


def test_what_is_brought_in_is_there_exactly_as_it_was(journal: Journal) -> None:
    given = [
        rules.close(experiment("one", person="Jonas"), Finding.NOT_THIS_TIME, "no", TODAY),
        replace(experiment("two"), deleted_at=NOW),
    ]
    assert journal.experiments.new(given) == (given, [])
    journal.experiments.add_all(given, LATER)
    assert sorted(journal.experiments.every(), key=lambda each: each.will) == given
    assert journal.experiments.new(given) == ([], [])
    assert found(journal, "one") == [given[0].id]
    assert found(journal, "two") == []
