"""Records of every kind in a real journal: an upsert, found at once, in the trash and back, gone for good."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

from app.errors import NoSuchRecord
from app.journal import Journal
from app.one_on_ones.model import FollowUp, Topic
from app.people.model import Feedback, Side
from app.practices.model import Practice, Reaction, Reading
from app.records.entry import Entry
from app.records.storage import Storage
from app.reflections.model import Filter, Pillar, PullKind
from app.trash import TRASH_KEPT
from tests.app.exchange.strategies import entries
from tests.app.reflections.journals import NOW, TODAY, new_id, undone

DAY = timedelta(days=1)
LATER = NOW + timedelta(hours=1)


def kinds(journal: Journal) -> list[Storage[Any]]:
    return [each for each in journal.stores.values() if isinstance(each, Storage)]


def storage_of(journal: Journal, given: Entry) -> Storage[Any]:
    return next(each for each in kinds(journal) if each.kind.make is type(given))


def topic(text: str = "Who the report is for", person: str = "Jonas", day: date = TODAY, **more: object) -> Topic:
    made: dict[str, Any] = {"raised_by": Side.ME, **more}
    return Topic(id=new_id(), date=day, person=person, text=text, created_at=NOW, updated_at=NOW, **made)


@settings(deadline=None)
@given(st.one_of(entries))
def test_a_record_of_any_kind_comes_back_as_it_was(shared: Journal, given: Entry) -> None:
    with undone(shared):
        storage = storage_of(shared, given)
        storage.add_all([given], NOW)
        assert storage.get(given.id) == given
        assert storage.kind.from_record(storage.kind.to_record(given)) == given


@settings(deadline=None)
@given(st.one_of(entries), st.one_of(entries))
def test_saving_twice_is_one_record(shared: Journal, given: Entry, other: Entry) -> None:
    with undone(shared):
        storage = storage_of(shared, given)
        kept = storage.save(given, NOW)
        assert kept == replace(given, updated_at=NOW)
        assert storage.save(kept, LATER) == kept
        if type(other) is type(given):
            changed = storage.save(replace(other, id=given.id), LATER)
            assert changed.created_at == kept.created_at
            assert changed.deleted_at == kept.deleted_at
            assert [each.id for each in storage.every()] == [given.id]


def test_every_storage_has_a_strategy(journal: Journal) -> None:
    once = settings(max_examples=1, phases=(Phase.generate,), database=None)
    made = {type(find(strategy, lambda _: True, settings=once)) for strategy in entries}
    assert made == {each.kind.make for each in kinds(journal)}


def test_what_was_written_is_found_by_its_words_and_its_people(journal: Journal) -> None:
    kept = journal.topics.save(topic("Who the board report is for"), NOW)
    journal.follow_ups.save(
        FollowUp(
            id=new_id(),
            date=TODAY,
            person="Jonas",
            owner=Side.ME,
            text="Sign the form",
            created_at=NOW,
            updated_at=NOW,
        ),
        NOW,
    )
    assert [hit.id for hit in journal.search("board", 10)] == [kept.id]
    assert {hit.kind for hit in journal.search("jonas", 10)} == {"topic", "follow-up"}


def test_names_are_tidy_and_of_one_person(journal: Journal) -> None:
    journal.topics.save(topic(person="Jonas Weber"), NOW)
    kept = journal.topics.save(topic(person="  Jonas   Weber"), NOW)
    assert kept.person == "Jonas Weber"
    assert journal.people.names() == ["Jonas Weber"]


def test_a_list_is_narrowed_by_everything_a_kind_has(journal: Journal) -> None:
    old, new = topic(day=TODAY - 9 * DAY), topic(person="Ravi", private=True)
    for each in (old, new):
        journal.topics.save(each, NOW)
    narrowed = {
        Filter(): [new, old],
        Filter(since=TODAY): [new],
        Filter(until=TODAY - DAY): [old],
        Filter(person="JONAS"): [old],
        Filter(person="Nobody"): [],
        Filter(private=True): [new],
        Filter(tag="x"): [],
        Filter(pull_kind=PullKind.FIX): [],
        Filter(pillar=Pillar.TRUST): [],
    }
    assert {wanted: journal.topics.find(wanted) for wanted in narrowed} == narrowed
    assert journal.topics.find(Filter(), limit=1) == [new]


def test_people_within_a_record_are_known_by_their_id(journal: Journal) -> None:
    reaction = Reaction(person="Priya", reading=Reading.DISTRUST, words="You read along.", date=TODAY)
    kept = journal.practices.save(
        Practice(id=new_id(), date=TODAY, name="Copy me", reactions=(reaction,), created_at=NOW, updated_at=NOW),
        NOW,
    )
    assert journal.practices.find(Filter(person="priya")) == [kept]
    assert [hit.id for hit in journal.search("priya", 10)] == [kept.id]


def test_those_with_exactly_these_values(journal: Journal) -> None:
    kept, closed = topic(), topic(closed_on=TODAY)
    other = topic(person="Ravi")
    for each in (kept, closed, other):
        journal.topics.save(each, NOW)
    assert journal.topics.where(person="Jonas", closed_on=None) == [kept]
    assert journal.topics.where(person="Nobody") == []
    assert journal.topics.where(raised_by=Side.THEM) == []


def test_a_pillar_where_there_is_one(journal: Journal) -> None:
    given = Feedback(
        id=new_id(),
        date=TODAY,
        person="Jonas",
        giver=Side.ME,
        text="Steady.",
        pillar=Pillar.TRUST,
        created_at=NOW,
        updated_at=NOW,
    )
    journal.feedback.save(given, NOW)
    assert journal.feedback.find(Filter(pillar=Pillar.TRUST)) == [given]
    assert journal.feedback.find(Filter(pillar=Pillar.RESPECT)) == []


def test_the_trash_keeps_it_and_gives_it_back(journal: Journal) -> None:
    kept = journal.topics.save(topic("A lamp"), NOW)
    journal.topics.delete(kept.id, NOW)
    assert journal.topics.find(Filter()) == []
    assert journal.search("lamp", 10) == []
    assert [each.id for each in journal.topics.trash()] == [kept.id]
    assert journal.topics.count() == (0, 1)
    journal.topics.restore(kept.id, LATER)
    assert journal.topics.find(Filter()) == [replace(kept, updated_at=LATER)]
    assert len(journal.search("lamp", 10)) == 1


def test_the_trash_is_emptied_for_good(journal: Journal) -> None:
    kept = journal.topics.save(topic(), NOW)
    journal.topics.delete(kept.id, NOW)
    gone: datetime = NOW + TRASH_KEPT + DAY
    assert journal.trash_due(NOW) == []
    assert journal.trash_due(gone) == [journal.topics]
    assert journal.topics.empty_trash(gone) == 1
    with pytest.raises(NoSuchRecord):
        journal.topics.get(kept.id)


@pytest.mark.parametrize("missing", ["get", "delete", "restore"])
def test_an_id_that_nobody_has(journal: Journal, missing: str) -> None:
    rest = () if missing == "get" else (NOW,)
    with pytest.raises(NoSuchRecord):
        getattr(journal.topics, missing)("0" * 32, *rest)
