"""A record is its reflection without loss, and whatever is not a record is refused without being quoted."""

import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.fields import MalformedRecord
from app.reflections.model import Reflection
from app.reflections.record import content_from_record, content_to_record, from_record, to_record
from tests.app.exchange.strategies import contents, reflections
from tests.app.reflections.journals import NOW, TODAY, plan, reflection

KEYS = (
    "id kind date created_at updated_at private deleted_at time zone prompt pillar notice pull pull_kind text tags"
    " people commitments source source_id revisions"
).split()
SECRET = "whatwaswrittenbyme"
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text() | st.sampled_from(KEYS), inner, max_size=3),
)


def whole() -> dict[str, Any]:
    made = to_record(reflection("text", TODAY, plan("when", "will"), tags=("team",), people=("Anna",), time="09:00"))
    version = {"id": "a" * 32, "saved_at": made["created_at"], "content": content_to_record(reflection("old").content)}
    return {**made, "revisions": [version]}


@given(reflections)
def test_a_record_is_its_reflection_again(given: Reflection) -> None:
    assert from_record(to_record(given)) == given


@settings(max_examples=40)
@given(reflections)
def test_a_record_survives_json(given: Reflection) -> None:
    assert from_record(json.loads(json.dumps(to_record(given)))) == given


@settings(max_examples=40)
@given(reflections)
def test_keys_are_always_in_one_order(given: Reflection) -> None:
    assert list(to_record(given)) == KEYS


@settings(max_examples=40)
@given(contents)
def test_content_alone_is_its_record_again(given: Any) -> None:
    assert content_from_record(content_to_record(given)) == given


def test_the_whole_record_of_these_tests_is_one() -> None:
    record = whole()
    assert to_record(from_record(record)) == record


@given(anything)
def test_anything_else_is_refused(given: object) -> None:
    with pytest.raises(MalformedRecord):
        from_record(given)


def refusal(record: object) -> str | None:
    try:
        from_record(record)
    except MalformedRecord as error:
        return str(error)
    return None


@given(st.sampled_from(KEYS), anything)
def test_any_value_of_a_field_is_understood_or_refused_by_its_name(key: str, value: object) -> None:
    record = {**whole(), key: value}
    said = refusal(record)
    if said is None:
        assert to_record(from_record(record))[key] == value
    else:
        assert re.match(f"{key}\\b", said) or {key, said} == {"source", "source_id"}


@pytest.mark.parametrize("key", KEYS)
def test_a_missing_field_is_refused_by_name(key: str) -> None:
    record = whole()
    del record[key]
    with pytest.raises(MalformedRecord, match=f"^{key} is missing$"):
        from_record(record)


WRONG: dict[str, list[object]] = {
    "id": [None, 1, "", "A" * 32, "a" * 31, "a" * 33, "a" * 32 + "\n", "g" * 32],
    "kind": [None, SECRET],
    "date": [None, SECRET, "2026-3-10", "20260310", "2026-02-30", "2026-W11-2", "2026-03-10T00:00:00Z", 20260310],
    "created_at": [None, SECRET, "2026-03-10", "2026-03-10T09:15:00", "2026-03-10t09:15:00z", "2026-03-10T09:15:00.5Z"],
    "updated_at": [None, "2026-03-10T09:15:60Z", "2026-03-10T09:15:00+00:00"],
    "deleted_at": [SECRET, False, ""],
    "private": [None, 0, 1, "false"],
    "time": [SECRET, "9:15", "24:00", "09:60", "09:15:00", "09:15\n", "٠٩:١٥"],
    "zone": [1, "\ud800" + SECRET],
    "prompt": [1, [SECRET]],
    "pillar": [SECRET, "Trust", ""],
    "notice": [None, 1],
    "pull": [-1, 11, 1.0, True, "5"],
    "pull_kind": [SECRET, "take_back"],
    "text": [None, 1, SECRET + "\udfff"],
    "tags": [None, SECRET, [""], [" " + SECRET], ["two  blanks"], [SECRET, SECRET], [None], {SECRET: 1}],
    "people": [None, [1], [SECRET + "\n"], [[SECRET]]],
    "commitments": [None, {}, [SECRET], [{}], [{"id": SECRET}], [{**to_record(reflection("", TODAY, plan()))}]],
    "source": [1, SECRET],
    "source_id": [1, SECRET],
    "revisions": [None, [SECRET], [{"id": "a" * 32, "saved_at": SECRET, "content": {}}]],
}


@pytest.mark.parametrize(
    ("key", "value"), [(key, value) for key, values in WRONG.items() for value in values], ids=repr
)
def test_a_malformed_field_is_refused_and_not_quoted(key: str, value: object) -> None:
    with pytest.raises(MalformedRecord) as refused:
        from_record({**whole(), key: value})
    assert SECRET not in str(refused.value)


INNER: list[tuple[Callable[[dict[str, Any]], dict[str, Any]], str, object]] = [
    (lambda record: record["commitments"][0], "id", SECRET),
    (lambda record: record["commitments"][0], "when", None),
    (lambda record: record["commitments"][0], "will", 1),
    (lambda record: record["commitments"][0], "person", " " + SECRET),
    (lambda record: record["commitments"][0], "person", ""),
    (lambda record: record["commitments"][0], "asked", None),
    (lambda record: record["commitments"][0], "asked", 1),
    (lambda record: record["commitments"][0], "outcome", SECRET),
    (lambda record: record["commitments"][0], "outcome_note", None),
    (lambda record: record["commitments"][0], "followed_up_on", SECRET),
    (lambda record: record["commitments"][0], SECRET, 1),
    (lambda record: record["revisions"][0], "id", SECRET),
    (lambda record: record["revisions"][0], "content", None),
    (lambda record: record["revisions"][0], SECRET, 1),
    (lambda record: record["revisions"][0]["content"], "date", SECRET),
    (lambda record: record["revisions"][0]["content"], "id", "a" * 32),
    (lambda record: record, SECRET, 1),
]


@pytest.mark.parametrize(("part", "key", "value"), INNER)
def test_a_malformed_part_is_refused_and_not_quoted(
    part: Callable[[dict[str, Any]], dict[str, Any]], key: str, value: object
) -> None:
    record = whole()
    part(record)[key] = value
    with pytest.raises(MalformedRecord) as refused:
        from_record(record)
    assert SECRET not in str(refused.value)


def test_instants_are_written_in_utc_to_the_second() -> None:
    assert to_record(reflection())["created_at"] == NOW.strftime("%Y-%m-%dT%H:%M:%SZ")
