"""Two who are one become one: nothing names who went, and nothing that was said is lost."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app import limits
from app.errors import NoSuchRecord, TooLong
from app.joining import join, joined, look_ahead
from app.journal import Journal
from app.people.model import Cadence, Person, Rhythm
from tests.app.people.test_renaming import KINDS, everywhere
from tests.app.people.test_store import person
from tests.app.reflections.journals import NOW, TODAY, reflection

LATER = NOW + timedelta(hours=1)
WEEKLY = Rhythm(cadence=Cadence.WEEKLY, first=TODAY)


def known(journal: Journal, name: str) -> Person:
    return next(each for each in journal.people.everyone() if each.name == name)


def test_all_that_named_the_one_names_the_other(journal: Journal) -> None:
    jonas = everywhere(journal)
    stays = journal.people.save(person("Yunus", role="Analyst"), NOW)
    both = journal.reflections.save(reflection("both", people=("Jonas", "Yunus", "Ravi")), NOW)
    ahead = look_ahead(journal, jonas.id, stays.id)
    assert ahead.moved == dict.fromkeys((*KINDS, "experiment"), 1) | {"reflection": 4}
    assert join(journal, jonas.id, stays.id, LATER).name == "Yunus"
    assert journal.people.names() == ["Ravi", "Yunus"]
    assert journal.reflections.get(both.id).content.people == ("Yunus", "Ravi")
    assert [each for store in journal.stores.values() for each in store.naming(jonas.id, "Jonas")] == []
    assert len(journal.search("Yunus", 99)) == 9
    with pytest.raises(NoSuchRecord):
        journal.people.get(jonas.id)


def test_who_goes_fills_what_is_empty_and_what_differs_is_kept_in_words(journal: Journal) -> None:
    gone = person("J. Weber", role="Analyst", since="2021", trust="Ask me first.", rhythm=WEEKLY, private=True)
    stays = person("Jonas Weber", role="Lead", trust="Tell me why.", until="2026-03")
    kept = joined(gone, stays)
    assert (kept.id, kept.role, kept.since, kept.until, kept.rhythm) == (stays.id, "Lead", "2021", "2026-03", WEEKLY)
    assert kept.trust == "Tell me why.\n\nAsk me first."
    assert kept.trust_note == "As J. Weber: Analyst"  # nobody said that: it is not among their words
    other = joined(replace(gone, since="2024-04"), replace(stays, since="2021", trust_note="We asked."))
    assert other.trust_note == "We asked. As J. Weber: Analyst; since April 2024"
    said = replace(stays, trust_note="x" * limits.LINE)
    assert joined(gone, said).trust == "Tell me why.\n\nAsk me first.\n\nAs J. Weber: Analyst"
    assert joined(gone, said).trust_note == said.trust_note
    assert kept.private
    assert joined(gone, gone) == gone


def test_of_two_rhythms_that_of_who_stays_goes_on(journal: Journal) -> None:
    gone = journal.people.save(person("A", rhythm=WEEKLY), NOW)
    stays = journal.people.save(person("B", rhythm=replace(WEEKLY, cadence=Cadence.FORTNIGHTLY)), NOW)
    ahead = look_ahead(journal, gone.id, stays.id)
    assert ahead.gives_way
    assert ahead.kept.rhythm == stays.rhythm
    assert not look_ahead(journal, gone.id, gone.id).gives_way


def test_a_mere_name_stays_one_unless_the_other_was_more(journal: Journal) -> None:
    journal.reflections.save(reflection("x", people=("Ann", "Anne", "Anna")), NOW)
    join(journal, known(journal, "Ann").id, known(journal, "Anne").id, LATER)
    assert journal.people.ids() == set()
    more = journal.people.save(replace(known(journal, "Anna"), role="Designer"), NOW)
    kept = join(journal, more.id, known(journal, "Anne").id, LATER)
    assert (kept.name, kept.role) == ("Anne", "Designer")
    assert journal.people.ids() == {kept.id}
    assert [hit.id for hit in journal.search("Designer", 9)] == [kept.id]


def test_words_that_are_too_many_together_are_refused_before_anything_changes(journal: Journal) -> None:
    gone = journal.people.save(person("A", trust="x" * limits.WORDS), NOW)
    stays = journal.people.save(person("B", trust="y"), NOW)
    with pytest.raises(TooLong):
        join(journal, gone.id, stays.id, LATER)
    assert journal.people.names() == ["A", "B"]
