"""A record is the owner's prompt without loss, and whatever is not one is refused without being quoted."""

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings

from app.fields import MalformedRecord
from app.prompts.own import OwnPrompt, replacement_id
from app.prompts.record import from_record, to_record
from tests.app.prompts.prompts import BUILT_IN, instead, own, own_prompts
from tests.app.reflections.test_record import anything

KEYS = ("id kind date created_at updated_at private deleted_at pillar moment question purpose replaces retired").split()
SECRET = "whatwaswrittenbyme"


@given(own_prompts)
def test_a_record_is_its_prompt_again(given: OwnPrompt) -> None:
    assert from_record(to_record(given)) == given
    assert from_record(json.loads(json.dumps(to_record(given)))) == given


@settings(max_examples=40)
@given(own_prompts)
def test_keys_are_always_in_one_order(given: OwnPrompt) -> None:
    assert list(to_record(given)) == KEYS


@given(anything)
def test_anything_else_is_refused(given: object) -> None:
    with pytest.raises(MalformedRecord):
        from_record(given)


@pytest.mark.parametrize("key", KEYS)
def test_a_missing_field_is_refused_by_name(key: str) -> None:
    record = to_record(own())
    del record[key]
    with pytest.raises(MalformedRecord, match=f"^{key} is missing$"):
        from_record(record)


WRONG: dict[str, list[object]] = {
    "id": [None, 1, "", "A" * 32, "a" * 31],
    "kind": [None, SECRET, "reflection"],
    "date": [None, SECRET, "2026-03-11", "20260310"],
    "created_at": [None, SECRET, "2026-03-10", "2026-03-10T09:15:00"],
    "updated_at": [None, SECRET],
    "private": [None, 0, "false", True],
    "deleted_at": [SECRET, False],
    "pillar": [None, SECRET, "Trust"],
    "moment": [None, SECRET, 1],
    "question": [None, 1, "\ud800" + SECRET],
    "purpose": [None, 1],
    "replaces": [1, SECRET, BUILT_IN[0].id],
    "retired": [None, 0, "true"],
    SECRET: [1],
}


@pytest.mark.parametrize(
    ("key", "value"), [(key, value) for key, values in WRONG.items() for value in values], ids=repr
)
def test_a_malformed_field_is_refused_and_not_quoted(key: str, value: object) -> None:
    with pytest.raises(MalformedRecord) as refused:
        from_record({**to_record(own()), key: value})
    assert SECRET not in str(refused.value)


def test_what_stands_in_the_place_of_a_prompt_has_the_id_that_follows_from_it() -> None:
    version = instead(BUILT_IN[0])
    assert from_record(to_record(version)) == version
    with pytest.raises(MalformedRecord, match="replaces"):
        from_record(to_record(replace(version, id=replacement_id(BUILT_IN[1].id))))
