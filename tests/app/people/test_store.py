"""A name that was only written is a person, and becomes a record once something is said about them."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.errors import NameTaken
from app.journal import Journal
from app.people.model import Person
from app.reflections.model import Filter
from app.trash import TRASH_KEPT
from tests.app.reflections.journals import NOW, TODAY, new_id, reflection

LATER = NOW + timedelta(hours=1)


def person(name: str, **more: object) -> Person:
    return Person(id=new_id(), date=TODAY, name=name, created_at=NOW, updated_at=NOW, **more)  # type: ignore[arg-type]


def test_a_mere_name_is_a_person_and_no_record(journal: Journal) -> None:
    journal.reflections.save(reflection("x", people=("Jonas",)), NOW)
    (found,) = journal.people.everyone()
    assert found == Person(id=found.id, date=TODAY, name="Jonas", created_at=NOW, updated_at=NOW)
    assert journal.people.get(found.id) == found
    assert list(journal.people.every()) == journal.people.find(Filter()) == []
    assert journal.people.count() == (0, 0)
    assert journal.people.ids() == set()


def test_saving_a_mere_name_makes_it_a_record(journal: Journal) -> None:
    journal.reflections.save(reflection("x", people=("Jonas",)), NOW)
    (found,) = journal.people.everyone()
    journal.people.save(found, LATER)
    assert [each.id for each in journal.people.every()] == [found.id]
    kept = journal.people.save(replace(found, role="Data analyst"), LATER)
    assert journal.people.everyone() == [kept]
    assert [hit.id for hit in journal.search("analyst", 10)] == [found.id]


def test_a_name_belongs_to_one_person(journal: Journal) -> None:
    journal.people.save(person("Jonas"), NOW)
    other = journal.people.save(person("Ravi"), NOW)
    with pytest.raises(NameTaken):
        journal.people.save(person(" Jonas "), NOW)
    with pytest.raises(NameTaken):
        journal.people.save(replace(other, name="Jonas"), NOW)
    assert journal.people.names() == ["Jonas", "Ravi"]


def test_people_of_a_file_fill_the_mere_names_and_are_known_the_second_time(journal: Journal) -> None:
    journal.reflections.save(reflection("x", people=("Jonas",)), NOW)
    given = [person("Jonas", role="Analyst"), person("Ravi"), person("Ravi", role="Twice")]
    new, clashing = journal.people.new(given)
    assert (new, clashing) == (given[:2], [])
    journal.people.add_all(new, NOW)
    assert [each.role for each in journal.people.everyone()] == ["Analyst", ""]
    assert journal.people.new(given) == ([], [])
    assert len(journal.reflections.find(Filter(person="jonas"))) == 1


def test_somebody_of_a_file_whose_id_a_mere_name_has_gets_another(journal: Journal) -> None:
    journal.reflections.save(reflection("x", people=("Jonas",)), NOW)
    (mere,) = journal.people.everyone()
    renamed = replace(person("Jonas Weber"), id=mere.id)
    assert journal.people.new([renamed]) == ([renamed], [])
    journal.people.add_all([renamed], NOW)
    (kept,) = journal.people.every()
    assert kept == replace(renamed, id=kept.id)
    assert journal.people.names() == ["Jonas", "Jonas Weber"]
    assert journal.people.new([renamed]) == ([], [])


def test_who_comes_in_the_trash_is_not_found(journal: Journal) -> None:
    journal.people.add_all([replace(person("Jonas"), deleted_at=NOW)], NOW)
    assert journal.search("jonas", 10) == []
    assert journal.people.count() == (0, 1)


def test_whoever_leaves_the_trash_is_a_mere_name_to_those_who_name_them(journal: Journal) -> None:
    kept = journal.people.save(person("Jonas", role="Analyst", trust="Ask me."), NOW)
    written = journal.reflections.save(reflection("x", people=("Jonas",)), NOW)
    journal.people.delete(kept.id, NOW)
    gone = NOW + TRASH_KEPT + timedelta(days=1)
    assert journal.trash_due(gone) == [journal.people]
    assert journal.people.empty_trash(gone) == 1
    assert journal.trash_due(gone) == []
    assert journal.people.count() == (0, 0)
    assert journal.people.everyone() == [replace(person("Jonas"), id=kept.id, updated_at=gone)]
    assert journal.reflections.get(written.id).content.people == ("Jonas",)
    assert journal.people.empty_trash(gone) == 0
