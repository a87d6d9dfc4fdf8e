"""The published schema names exactly what a record holds."""

import json
from pathlib import Path
from typing import Any

from hypothesis import given, settings

from app.exchange import json_file
from app.reflections.model import Outcome, Pillar, PullKind, Reflection
from app.reflections.record import content_to_record, to_record
from tests.app.exchange.strategies import reflections

SCHEMA = Path(__file__).parents[3] / "resources/formats/courage-journal-1.schema.json"
OPTIONAL = {"asked"}  # always written, and not always there in older files
Schema = dict[str, Any]


def load() -> Schema:
    schema: Schema = json.loads(SCHEMA.read_text("utf-8"))
    return schema


def assert_described(described: Schema, record: dict[str, object]) -> None:
    assert set(described["properties"]) == set(described["required"]) | OPTIONAL & set(record) == set(record)
    assert described["additionalProperties"] is False


@settings(deadline=None)
@given(reflections)
def test_the_fields_are_those_of_every_record(reflection: Reflection) -> None:
    kinds = load()["$defs"]
    record = to_record(reflection)
    assert_described(kinds["reflection"], record)
    assert_described(kinds["content"], content_to_record(reflection.content))
    for commitment in record["commitments"]:
        assert_described(kinds["commitment"], commitment)
    for revision in record["revisions"]:
        assert_described(kinds["revision"], revision)


def test_the_choices_are_those_of_the_model() -> None:
    kinds = load()["$defs"]
    assert kinds["pillar"]["enum"] == [*Pillar, None]
    assert kinds["pull_kind"]["enum"] == [*PullKind, None]
    assert kinds["commitment"]["properties"]["outcome"]["enum"] == [*Outcome, None]


def test_the_head_is_that_of_the_file() -> None:
    schema = load()
    assert schema["required"] == list(schema["properties"])
    assert schema["properties"]["format"]["const"] == json_file.FORMAT
    assert schema["properties"]["version"]["const"] == json_file.VERSION


def test_every_field_is_explained() -> None:
    schema = load()

    def explained(part: Schema) -> bool:
        target = part.get("$ref", "").rpartition("/")[2]
        return bool(part.get("description")) or bool(target and schema["$defs"][target].get("description"))

    fields = [schema, *schema["$defs"].values()]
    assert all(explained(field) for each in fields for field in each.get("properties", {}).values())
