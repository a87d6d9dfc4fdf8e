"""What the owner writes, edits and retires: order and ids stay, originals come back, something is always asked."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from app.prompts.model import Moment, Prompt
from app.prompts.own import OwnPrompt, asked, entries, in_place_of, replacement_id, says_more
from app.reflections.model import Pillar
from tests.app.prompts.prompts import BUILT_IN, instead, own, several, together
from tests.app.reflections.journals import NOW

FIRST, SECOND = BUILT_IN[:2]
built_in = st.lists(st.sampled_from(BUILT_IN), min_size=1, unique_by=lambda each: each.id)


def ids(prompts: list[Prompt]) -> list[str]:
    return [each.id for each in prompts]


@given(built_in, several)
def test_what_came_along_keeps_its_order_and_the_own_follow(prompts: list[Prompt], given: list[OwnPrompt]) -> None:
    known = ids(together(prompts, given))
    mine = [each.id for each in given if each.replaces is None and each.deleted_at is None and each.question.strip()]
    assert known == ids(prompts) + mine
    assert len(set(known)) == len(known)


@given(built_in, several)
def test_what_is_asked_is_what_is_known_without_the_retired(prompts: list[Prompt], given: list[OwnPrompt]) -> None:
    retired = {each.prompt_id for each in given if each.retired and each.deleted_at is None}
    known, wanted = together(prompts, given), asked(prompts, given)
    assert wanted == ([each for each in known if each.id not in retired] or known)
    assert wanted
    assert all(each.question.strip() for each in wanted)


@given(built_in, several)
def test_an_edited_one_keeps_its_id_and_its_occasions(prompts: list[Prompt], given: list[OwnPrompt]) -> None:
    for before, after in zip(prompts, together(prompts, given), strict=False):
        assert (after.id, after.occasions) == (before.id, before.occasions)


@given(built_in, several)
def test_each_entry_says_what_became_of_it(prompts: list[Prompt], given: list[OwnPrompt]) -> None:
    found = entries(prompts, given)
    assert [each.original for each in found if not each.is_own] == prompts
    for each in found:
        assert each.is_edited == (not each.is_own and each.prompt != each.original)
        assert each.is_retired == (each.own is not None and each.own.retired)
        assert each.own is None or each.own in given


@given(several)
def test_without_what_was_put_away_everything_is_as_it_came(given: list[OwnPrompt]) -> None:
    away = [replace(each, deleted_at=NOW) for each in given]
    assert together(BUILT_IN, away) == asked(BUILT_IN, away) == list(BUILT_IN)


@given(st.sampled_from(BUILT_IN))
def test_a_version_begins_in_the_words_of_the_original(prompt: Prompt) -> None:
    version = in_place_of(prompt, NOW)
    assert together([prompt], [version]) == [prompt]
    assert version.id == replacement_id(prompt.id)
    assert version.prompt_id == prompt.id
    assert not says_more(version, prompt)


def test_an_edited_one_is_asked_in_its_new_words() -> None:
    edited = instead(FIRST, pillar=Pillar.RESPECT, moment=Moment.WEEK, purpose="To see more.")
    changed = asked(BUILT_IN, [edited])[0]
    assert (changed.question, changed.purpose) == (edited.question, "To see more.")
    assert (changed.pillar, changed.moment) == (Pillar.RESPECT, Moment.WEEK)
    assert says_more(edited, FIRST)


def test_a_retired_one_is_not_asked_and_still_known() -> None:
    retired = replace(in_place_of(FIRST, NOW), retired=True)
    assert FIRST in together(BUILT_IN, [retired])
    assert FIRST not in asked(BUILT_IN, [retired])
    assert says_more(retired, FIRST)


def test_where_all_are_retired_all_are_asked_in_the_words_of_the_owner() -> None:
    everything = [instead(FIRST, retired=True), instead(SECOND, retired=True), own(retired=True)]
    assert asked([FIRST, SECOND], everything) == together([FIRST, SECOND], everything)
    assert all(each.question.startswith(("And now: ", "What did you")) for each in asked([FIRST, SECOND], everything))


def test_without_a_question_it_is_no_prompt_and_the_original_keeps_its_own() -> None:
    blank = [own(" \n"), instead(FIRST, question="  ", purpose="To rest.")]
    assert together([FIRST], blank) == [
        replace(FIRST, purpose="To rest.", pillar=blank[1].pillar, moment=blank[1].moment)
    ]


def test_a_version_of_something_that_no_longer_comes_along_is_not_asked() -> None:
    assert together([FIRST], [instead(SECOND)]) == [FIRST]
