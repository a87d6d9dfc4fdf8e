"""The owner's prompts are kept once each, can be put away and brought back, and leave the trash in time."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings

from app.errors import NoSuchRecord
from app.journal import Journal
from app.prompts.own import OwnPrompt, asked, in_place_of, replacement_id
from app.reflections.model import Filter, Pillar, PullKind
from app.today import library
from app.trash import TRASH_KEPT
from tests.app.prompts.prompts import BUILT_IN, instead, own, own_prompts, several, together
from tests.app.reflections.journals import NOW, TODAY, reflection, undone

DAY = timedelta(days=1)
FIRST = BUILT_IN[0]


@settings(max_examples=40)
@given(several)
def test_what_is_added_is_there_exactly_as_it_was(shared: Journal, given: list[OwnPrompt]) -> None:
    with undone(shared):
        shared.prompts.add_all(given, NOW)
        assert list(shared.prompts.every()) == sorted(given, key=lambda each: each.id)
        kept = [each for each in given if each.deleted_at is None]
        assert shared.prompts.own() == sorted(kept, key=lambda each: (each.created_at, each.id))
        assert shared.prompts.count() == (len(kept), len(given) - len(kept))


@settings(max_examples=40)
@given(own_prompts)
def test_saving_is_an_upsert_that_keeps_when_it_was_written(shared: Journal, given: OwnPrompt) -> None:
    with undone(shared):
        first = shared.prompts.save(given, NOW)
        assert first == shared.prompts.get(given.id) == replace(given, updated_at=NOW, deleted_at=None)
        again = shared.prompts.save(replace(given, question="Other words?", created_at=NOW + DAY), NOW + DAY)
        assert again == shared.prompts.get(given.id)
        assert (again.created_at, again.updated_at) == (given.created_at, NOW + DAY)
        assert shared.prompts.count() == (1, 0)


def test_what_is_put_away_can_be_brought_back(journal: Journal) -> None:
    kept = journal.prompts.save(own(), NOW)
    journal.prompts.delete(kept.id, NOW + DAY)
    assert journal.prompts.own() == []
    assert journal.prompts.count() == (0, 1)
    assert journal.prompts.get(kept.id) == replace(kept, deleted_at=NOW + DAY, updated_at=NOW + DAY)
    assert journal.prompts.save(kept, NOW + 2 * DAY) == replace(kept, updated_at=NOW + 2 * DAY)
    assert journal.prompts.count() == (1, 0)


def test_what_is_not_there_is_refused(journal: Journal) -> None:
    with pytest.raises(NoSuchRecord):
        journal.prompts.get("0" * 32)
    with pytest.raises(NoSuchRecord):
        journal.prompts.delete("0" * 32, NOW)


def test_the_trash_is_emptied_after_its_time_and_not_before(journal: Journal) -> None:
    gone, stays = (journal.prompts.save(own(), NOW) for _ in range(2))
    journal.prompts.delete(gone.id, NOW)
    assert journal.trash_due(NOW + TRASH_KEPT) == []
    assert journal.prompts.empty_trash(NOW + TRASH_KEPT) == 0
    later = NOW + TRASH_KEPT + timedelta(seconds=1)
    assert journal.trash_due(later) == [journal.prompts]
    assert journal.prompts.empty_trash(later) == 1
    assert list(journal.prompts.every()) == [stays]


def test_it_is_found_by_day_and_pillar_newest_first(journal: Journal) -> None:
    given = [own(created_at=NOW + each * DAY, pillar=pillar) for each, pillar in enumerate(Pillar)]
    away = own(deleted_at=NOW)
    journal.prompts.add_all([*given, away], NOW)
    assert journal.prompts.find(Filter()) == given[::-1]
    assert journal.prompts.find(Filter(), 1) == given[-1:]
    assert journal.prompts.find(Filter(since=TODAY + DAY)) == given[:0:-1]
    assert journal.prompts.find(Filter(until=TODAY)) == given[:1]
    assert journal.prompts.find(Filter(since=TODAY + DAY, until=TODAY + DAY)) == given[1:2]
    assert journal.prompts.find(Filter(pillar=given[0].pillar)) == given[:1]
    assert journal.prompts.find(Filter(private=False)) == given[::-1]


@pytest.mark.parametrize(
    "wanted", [Filter(person="Jonas"), Filter(tag="team"), Filter(pull_kind=PullKind.FIX), Filter(private=True)]
)
def test_it_has_no_person_no_tag_no_pull_and_is_not_private(journal: Journal, wanted: Filter) -> None:
    journal.prompts.save(own(), NOW)
    assert journal.prompts.find(wanted) == []


def test_only_those_that_are_not_here_are_new(journal: Journal) -> None:
    here, away, new = journal.prompts.save(own(), NOW), journal.prompts.save(own(), NOW), own()
    journal.prompts.delete(away.id, NOW)
    assert journal.prompts.new([here, away, new]) == ([new], [])


# In the place of a prompt that came along


def test_a_change_makes_a_version_and_the_original_comes_back_word_for_word(journal: Journal) -> None:
    journal.prompts.change(FIRST, NOW, question="What now?")
    journal.prompts.change(FIRST, NOW + DAY, retired=True)
    (kept,) = journal.prompts.own()
    assert (kept.id, kept.question, kept.retired) == (replacement_id(FIRST.id), "What now?", True)
    assert together(BUILT_IN, journal.prompts.own())[0].question == "What now?"
    words = {"question": FIRST.question, "purpose": FIRST.purpose, "pillar": FIRST.pillar, "moment": FIRST.moment}
    journal.prompts.change(FIRST, NOW + 2 * DAY, **words)
    assert together(BUILT_IN, journal.prompts.own()) == list(BUILT_IN)
    assert FIRST not in asked(BUILT_IN, journal.prompts.own())
    journal.prompts.change(FIRST, NOW + 3 * DAY, retired=False)
    assert journal.prompts.own() == []
    assert asked(BUILT_IN, journal.prompts.own()) == list(BUILT_IN)


def test_a_change_that_changes_nothing_leaves_nothing(journal: Journal) -> None:
    journal.prompts.change(FIRST, NOW, question=FIRST.question)
    assert journal.prompts.count() == (0, 0)


def test_a_change_after_putting_away_begins_with_the_original(journal: Journal) -> None:
    journal.prompts.change(FIRST, NOW, question="What now?")
    journal.prompts.delete(replacement_id(FIRST.id), NOW)
    journal.prompts.change(FIRST, NOW, retired=True)
    (kept,) = journal.prompts.own()
    assert replace(kept, retired=False) == in_place_of(FIRST, NOW)


def test_the_library_of_a_journal_is_as_its_owner_wants_it(journal: Journal) -> None:
    mine, unfinished = own(), own("", purpose="To look at the week.")
    journal.prompts.add_all([mine, unfinished, instead(FIRST, retired=True)], NOW)
    found = library(journal)
    assert found.known[mine.id].question == mine.question
    assert found.known[FIRST.id].question.startswith("And now: ")
    assert "".join(each.id for each in found.asked).count(FIRST.id) == 0
    assert [each.prompt.id for each in found.entries] == [*(each.id for each in BUILT_IN), mine.id]
    assert found.unfinished == [unfinished]
    assert unfinished.id not in found.known


def test_a_reflection_keeps_its_prompt_whatever_becomes_of_that(journal: Journal) -> None:
    mine = journal.prompts.save(own(), NOW)
    written = journal.reflections.save(reflection("three words here", prompt=mine.id), NOW)
    journal.prompts.delete(mine.id, NOW)
    assert journal.reflections.get(written.id).content.prompt == mine.id
    assert mine.id not in library(journal).known
