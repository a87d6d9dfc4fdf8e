"""The published descriptions name exactly what a record holds, and whatever is written is as they say."""

import copy
import io
import json
from datetime import UTC, datetime
from enum import StrEnum
from types import NoneType
from typing import Any, get_args, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app import limits
from app.exchange import json_file
from app.exchange.kinds import ENTRIES, KINDS, AnyRecord, to_record
from app.experiments.model import Finding
from app.fields import MalformedRecord
from app.interviews.record import replacement_id
from app.prompts.model import Moment
from app.records.entry import Entry
from app.records.kind import Kind
from app.records.shape import Part, Shape
from app.reflections.model import Outcome, Pillar, PullKind, Reflection
from app.reflections.record import content_to_record
from tests.app.exchange.schemas import EVERY_KIND, FROZEN, NAMES, Schema, kinds, load, parts, resolved, validator
from tests.app.exchange.strategies import entries, records, reflections
from tests.golden.entries import entries as full_entries

OLD = ("experiment", "prompt", "reflection")
by_kind = pytest.mark.parametrize("kind", ENTRIES, ids=lambda kind: kind.name)


def document(given: list[AnyRecord]) -> Any:
    """The file that these records make."""
    stream = io.BytesIO()
    json_file.write(stream, given, "ab" * 16, datetime(2026, 3, 10, 9, 15, tzinfo=UTC))
    return json.loads(stream.getvalue())


def assert_described(described: Schema, record: dict[str, object]) -> None:
    assert list(described["properties"]) == list(record)
    assert set(described["required"]) == set(record)
    assert described["additionalProperties"] is False


# Every file is as described


@settings(deadline=None, max_examples=60)
@given(st.lists(records, max_size=3))
def test_whatever_is_written_is_as_described(given: list[AnyRecord]) -> None:
    assert [each.message for each in validator(EVERY_KIND).iter_errors(document(given))] == []


@settings(deadline=None)
@given(st.one_of(entries))
def test_the_fields_are_described_in_their_order(entry: Entry) -> None:
    record = to_record(entry)
    described, _ = kinds(EVERY_KIND)[record["kind"]]
    assert_described(described, record)


@settings(deadline=None, max_examples=30)
@given(reflections)
def test_a_file_without_later_kinds_is_as_the_first_description_says(given: Reflection) -> None:
    for name in NAMES:
        assert list(validator(name).iter_errors(document([given]))) == []


def test_a_later_kind_is_not_in_the_first_description() -> None:
    for entry in full_entries():
        assert list(validator(FROZEN).iter_errors(document([entry])))


@pytest.mark.parametrize("entry", full_entries(), ids=lambda entry: f"{type(entry).__name__} {entry.id[:2]}")
def test_what_is_not_described_is_neither_read_nor_valid(entry: Entry) -> None:
    whole = document([entry])
    (record,) = whole["records"]
    kind = next(each for each in ENTRIES if each.name == record["kind"])
    for changed in (record | {"more": 1}, record | {"date": None}, record | {"kind": "letter"}, *without_one(record)):
        assert list(validator(EVERY_KIND).iter_errors(whole | {"records": [changed]}))
        with pytest.raises(MalformedRecord):
            kind.from_record(changed)


def without_one(record: dict[str, Any]) -> list[dict[str, Any]]:
    """The record without each of its fields in turn, those of what it holds included."""
    made = [{key: value for key, value in record.items() if key != left_out} for left_out in record]
    for name, value in record.items():
        inner = value[0] if isinstance(value, list) and value else value
        for left_out in inner if isinstance(inner, dict) else ():
            changed = copy.deepcopy(record)
            held = changed[name][0] if isinstance(value, list) else changed[name]
            del held[left_out]
            made.append(changed)
    return made


# The description is that of the shapes


def test_every_kind_has_its_part() -> None:
    assert tuple(kinds(FROZEN)) == OLD
    assert tuple(kinds(EVERY_KIND)) == KINDS
    for name in OLD:
        assert kinds(EVERY_KIND)[name] == kinds(FROZEN)[name]


@by_kind
def test_a_description_says_of_each_field_what_its_shape_says(kind: Kind[Any]) -> None:
    described, of = kinds(EVERY_KIND)[kind.name]
    hints = get_type_hints(kind.make)
    for field, part in kind.parts.items():
        assert_fits(described["properties"][field], of, part, hints[field])


def assert_fits(described: Schema, of: str, part: Part, hint: Any) -> None:
    described, of = resolved(described, of)
    assert allows_null(described, of) == part.is_optional
    if "anyOf" in described:
        described, of = resolved(described["anyOf"][0], of)
    inner = next((each for each in get_args(hint) if each not in (NoneType, Ellipsis)), hint)
    if part.shape is not None:
        assert_shape_fits(described, of, part.shape, inner)
    elif part.each is not None:
        assert described["maxItems"] == part.most
        assert_fits(described["items"], of, part.each, inner)
    elif isinstance(inner, type) and issubclass(inner, StrEnum):
        assert [each for each in described["enum"] if each is not None] == list(inner)
        assert all(part.from_json(each) == each for each in described["enum"])
    elif inner is int:
        assert_ends(described["minimum"], described["maximum"], part)
    elif inner is str:
        assert described.get("maxLength") == part.most
        assert part.most or described["pattern"]


def assert_shape_fits(described: Schema, of: str, shape: Shape, make: Any) -> None:
    assert list(described["properties"]) == described["required"] == list(shape.parts)
    assert described["additionalProperties"] is False
    hints = get_type_hints(make)
    for field, part in shape.parts.items():
        assert_fits(described["properties"][field], of, part, hints[field])


def assert_ends(least: int, most: int, part: Part) -> None:
    assert (part.from_json(least), part.from_json(most)) == (least, most)
    for beyond in (least - 1, most + 1):
        with pytest.raises(MalformedRecord):
            part.from_json(beyond)


def allows_null(described: Schema, of: str) -> bool:
    choices = [resolved(each, of)[0] for each in described.get("anyOf", [described])]
    return any("null" in (each.get("type") or ()) or None in each.get("enum", ()) for each in choices)


# The first description, field by field


@settings(deadline=None)
@given(reflections)
def test_the_fields_are_those_of_every_reflection(reflection: Reflection) -> None:
    described = load(FROZEN)["$defs"]
    record = to_record(reflection)
    assert_described(described["reflection"], record)
    assert_described(described["content"], content_to_record(reflection.content))
    for commitment in record["commitments"]:
        assert_described(described["commitment"], commitment)
    for revision in record["revisions"]:
        assert_described(described["revision"], revision)


def test_the_choices_are_those_of_the_model() -> None:
    described = load(FROZEN)["$defs"]
    assert described["pillar"]["enum"] == [*Pillar, None]
    assert described["pull_kind"]["enum"] == [*PullKind, None]
    assert described["commitment"]["properties"]["outcome"]["enum"] == [*Outcome, None]
    assert described["experiment"]["properties"]["outcome"]["enum"] == [*Finding, None]
    assert described["prompt_of_ones_own"]["properties"]["moment"]["enum"] == [*Moment]


# Both


@pytest.mark.parametrize("name", NAMES)
def test_the_head_is_that_of_the_file(name: str) -> None:
    schema = load(name)
    assert schema["required"] == list(schema["properties"])
    assert resolved(schema["properties"]["format"], name)[0]["const"] == json_file.FORMAT
    assert resolved(schema["properties"]["version"], name)[0]["const"] == json_file.VERSION


@pytest.mark.parametrize("name", NAMES)
def test_every_field_is_explained(name: str) -> None:
    fields = [field for each in parts(load(name)) for field in each.get("properties", {}).values()]
    unexplained = [each for each in fields if not resolved(each, name)[0].get("description")]
    assert [each for each in unexplained if each != {"type": "null"} and each != {"type": "string"}] == []


@pytest.mark.parametrize("name", NAMES)
def test_every_text_is_bounded(name: str) -> None:
    texts = [each for each in parts(load(name)) if "string" in (each.get("type") or ()) and len(each) > 1]
    assert len(texts) > 5
    assert all({"maxLength", "pattern"} & each.keys() for each in texts)


@pytest.mark.parametrize("name", NAMES)
def test_every_list_is_bounded_but_that_of_the_records_and_of_earlier_versions(name: str) -> None:
    lists = [each for each in parts(load(name)) if each.get("type") == "array"]
    assert all("maxItems" in each for each in lists if each["items"].keys() != {"oneOf"} and not is_of_revisions(each))


def is_of_revisions(described: Schema) -> bool:
    return bool(described["items"].get("$ref") == "#/$defs/revision")


# Limits


@by_kind
def test_a_field_takes_its_length_and_not_one_more(kind: Kind[Any]) -> None:
    record = next(to_record(each) for each in full_entries() if type(each) is kind.make)
    lengths = list(limited(kind.shape, record))
    assert lengths
    for held, name, most in lengths:
        before = held[name]
        for more, fits in ((0, True), (1, False)):
            held[name] = "🐎" * (most + more) if isinstance(before, str | None) else [before[0]] * (most + more)
            if name == "replaces":
                record["id"] = replacement_id(held[name])
            assert reads(kind, record) is fits
            assert validator(EVERY_KIND).is_valid(document([]) | {"records": [record]}) is fits
        held[name] = before


def limited(shape: Shape, record: Any) -> list[tuple[Any, Any, int]]:
    """Each place of a record that takes so much and no more: what holds it, its name or place there, and how much."""
    found = list[tuple[Any, Any, int]]()
    for name, part in shape.parts.items():
        found += limited_part(part, record, name)
    return found


def limited_part(part: Part, held: Any, name: Any) -> list[tuple[Any, Any, int]]:
    own = [(held, name, part.most)] if part.most is not None else []
    if part.shape is not None:
        return own + limited(part.shape, held[name])
    return own + limited_part(part.each, held[name], 0) if part.each is not None else own


def reads(kind: Kind[Any], record: Any) -> bool:
    try:
        kind.from_record(record)
    except MalformedRecord:
        return False
    return True


def test_the_limits_have_not_shrunk() -> None:
    assert (limits.LINE, limits.NAME, limits.WORDS, limits.TEXT) == (500, 120, 4_000, 200_000)
    assert (limits.PROMISES, limits.STEPS, limits.MANY) == (20, 20, 200)
