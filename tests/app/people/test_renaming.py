"""Somebody who gets another name is the same person everywhere: in lists, in the search, in earlier versions."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.delegation.model import Delegation, HeldTask
from app.exchange.kinds import facts
from app.journal import Journal
from app.one_on_ones.model import Topic
from app.people.model import Person, Side
from app.practices.model import Checklist, Practice, Reaction, Reading, Step, Version
from app.reflections.model import Filter
from app.rewriting import AnyRecord, rewritten
from app.search.words import seamed
from tests.app.exchange.strategies import records
from tests.app.experiments.experiments import experiment
from tests.app.reflections.journals import NOW, TODAY, new_id, plan, reflection, undone

KINDS = ("checklist", "delegation", "held-task", "practice", "topic")
LATER = NOW + timedelta(hours=1)


def everywhere(journal: Journal) -> Person:
    """A journal in which Jonas is named by a record of each sort; who he is."""
    first = reflection("Jonas was late", people=("Jonas", "Ravi"))
    journal.reflections.save(first, NOW)
    journal.reflections.save(replace(first, content=replace(first.content, text="It was the train", people=())), LATER)
    journal.reflections.save(reflection("y", TODAY, plan("he asks", "wait", "Jonas")), NOW)
    trashed = journal.reflections.save(reflection("z", people=("Jonas",)), NOW)
    journal.reflections.delete(trashed.id, NOW)
    journal.experiments.save(replace(experiment("leave it"), person="Jonas"), NOW)
    common: dict[str, Any] = {"date": TODAY, "created_at": NOW, "updated_at": NOW}
    journal.topics.save(Topic(id=new_id(), person="Jonas", raised_by=Side.ME, text="The report", **common), NOW)
    said = Reaction(person="Jonas", reading=Reading.CARE, words="Fine", date=TODAY)
    journal.practices.save(Practice(id=new_id(), name="Second look", reactions=(said,), **common), NOW)
    steps = (Step(text="Read it", second_eyes="Jonas"),)
    versions = (Version(date=TODAY, steps=steps),)
    journal.checklists.save(Checklist(id=new_id(), name="Board pack", versions=versions, **common), NOW)
    journal.delegations.save(Delegation(id=new_id(), person="Jonas", title="Rota", **common), NOW)
    journal.held_tasks.save(HeldTask(id=new_id(), person="Jonas", title="Plan", **common), NOW)
    return next(each for each in journal.people.everyone() if each.name == "Jonas")


@pytest.mark.parametrize("more", [0, 500])
def test_everything_that_names_them_is_found_by_the_new_name_and_not_by_the_old(journal: Journal, more: int) -> None:
    """Also where so many documents are there that the index is changed, and not made anew."""
    journal.reflections.add_all([reflection("nobody") for _ in range(more)], NOW)
    jonas = everywhere(journal)
    by_old = {(hit.kind, hit.id) for hit in journal.search("Jonas", 100)}
    assert {kind for kind, _ in by_old} == {*KINDS, "experiment", "reflection"}
    journal.people.save(replace(jonas, name="Yunus"), LATER)
    assert {(hit.kind, hit.id) for hit in journal.search("Yunus", 100)} == by_old | {("person", jonas.id)}
    assert journal.search("Jonas", 100) == []
    for kind in (*KINDS, "experiment"):
        assert len(journal.stores[kind].find(Filter(person="yunus"))) == 1
    check = "INSERT INTO documents_index (documents_index, rank) VALUES ('integrity-check', 1)"
    journal.vault.connection.exec_driver_sql(check)


def test_a_mere_name_that_becomes_a_record_is_found_though_nothing_else_is_said(journal: Journal) -> None:
    jonas = everywhere(journal)
    journal.people.save(jonas, LATER)
    assert jonas.id in {hit.id for hit in journal.search("Jonas", 99)}


def test_an_earlier_version_that_is_brought_back_names_them_as_they_are_called_now(journal: Journal) -> None:
    jonas = everywhere(journal)
    journal.people.save(replace(jonas, name="Yunus"), LATER)
    (rewritten,) = (each for each in journal.reflections.every() if each.revisions)
    back = journal.reflections.bring_back(rewritten.id, rewritten.revisions[0].id, LATER)
    assert back.content.people == ("Yunus", "Ravi")
    assert back.content.text == "Jonas was late"
    assert journal.people.names() == ["Ravi", "Yunus"]


def test_other_people_and_what_mentions_the_old_name_in_passing_stay(journal: Journal) -> None:
    jonas = everywhere(journal)
    other = journal.reflections.save(reflection("Jonas again", people=("Ravi",)), NOW)
    journal.people.save(replace(jonas, name="Yunus"), LATER)
    assert journal.reflections.get(other.id) == other
    assert [hit.id for hit in journal.search("Jonas", 9)] == [other.id]


def _by_id(journal: Journal) -> dict[str, Any]:
    return {each.id: each for store in journal.stores.values() for each in store.every()}


def _names_found(journal: Journal) -> set[tuple[str, str, str]]:
    """Of each document that is in an index, its names."""
    query = "SELECT kind, id, names FROM documents UNION ALL SELECT kind, id, names FROM draft"
    return {(row.kind, row.id, row.names) for row in journal.vault.connection.exec_driver_sql(query)}


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(records, max_size=6, unique_by=lambda record: record.id), st.data())
def test_of_any_journal_only_the_name_is_another_one(
    shared: Journal, given: list[AnyRecord], data: st.DataObject
) -> None:
    with undone(shared):
        for kind, store in shared.stores.items():
            new, _ = store.new([each for each in given if facts(each).kind == kind])
            store.add_all(new, NOW)
        names = [name for name in shared.people.names() if name != "Yunus"]
        if not names or "Yunus" in shared.people.names():
            return
        old = data.draw(st.sampled_from(names))
        (id,) = shared.people.called(lambda name: name == old)
        before = _by_id(shared)
        kept = shared.people.save(replace(shared.people.get(id), name="Yunus"), LATER)

        def called(name: str) -> str:
            return "Yunus" if name == old else name

        as_it_is = lambda _at, text, _most: text  # noqa: E731  three words for each call
        expected = {each: rewritten(record, called, as_it_is) for each, record in before.items()}
        assert _by_id(shared) == expected | {id: kept}
        kinds = shared.stores.values()
        documents = [store.document(each) for store in kinds for each in store.every() if each.deleted_at is None]
        wanted = {(each.kind, each.id): seamed("\n".join(each.names)) for each in documents}
        found = {(kind, id): names for kind, id, names in _names_found(shared)}
        assert {each: found[each] for each in wanted} == wanted
