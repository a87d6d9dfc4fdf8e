"""The bank as its owner has it: their words in place of what came along, and what came along never lost."""

from dataclasses import replace

from app.interviews import bank
from app.interviews.model import Competency
from tests.app.interviews.making import BUILT_IN, TRUST, own
from tests.app.reflections.journals import NOW, TODAY, new_id


def test_it_is_what_came_along_and_then_what_the_owner_wrote() -> None:
    mine, later = own("Mine?"), own("Later?")
    found = bank.entries(BUILT_IN, [later, own("   "), own("Gone?", deleted_at=NOW), mine])
    assert [each.question.text for each in found] == [*(each.text for each in BUILT_IN), "Mine?", "Later?"]
    assert [each.is_own for each in found] == [False] * len(BUILT_IN) + [True, True]
    assert not any(each.is_edited or each.is_retired for each in found)


def test_the_owners_words_stand_in_its_place_and_the_original_is_kept() -> None:
    edited = replace(bank.in_place_of(TRUST, NOW), text="What is trust to you?", competency=Competency.RESPECT)
    first = bank.entries(BUILT_IN, [edited])[0]
    assert (first.question.id, first.question.text) == (TRUST.id, "What is trust to you?")
    assert first.question.competency is Competency.RESPECT
    assert first.original == TRUST
    assert first.is_edited
    assert bank.entries(BUILT_IN, [replace(edited, text=" ")])[0].question.text == TRUST.text
    assert bank.entries(BUILT_IN, [replace(edited, deleted_at=NOW)])[0].question == TRUST


def test_it_says_more_only_where_something_is_different() -> None:
    same = bank.in_place_of(TRUST, NOW)
    assert not bank.says_more(same, TRUST)
    assert bank.says_more(replace(same, minutes=9), TRUST)
    assert bank.says_more(replace(same, retired=True), TRUST)


def test_a_retired_question_is_offered_no_more_and_known_to_kits() -> None:
    retired = replace(bank.in_place_of(TRUST, NOW), retired=True)
    assert TRUST not in bank.offered(BUILT_IN, [retired])
    assert bank.by_id(BUILT_IN, [retired])[TRUST.id] == TRUST
    assert not bank.entries(BUILT_IN, [retired])[0].is_edited


def test_a_new_question_is_none_until_it_has_words() -> None:
    begun = bank.new(new_id(), Competency.LEARNING, TODAY, NOW)
    assert bank.offered(BUILT_IN, [begun]) == list(BUILT_IN)
    assert bank.offered(BUILT_IN, [replace(begun, text="What did you unlearn?")])[-1].id == begun.id
