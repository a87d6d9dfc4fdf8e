"""The published schema names exactly what a record holds."""

import json
from pathlib import Path
from typing import Any

from hypothesis import given, settings

from app.exchange import json_file
from app.exchange.kinds import KINDS
from app.exchange.kinds import to_record as any_to_record
from app.experiments.model import Experiment, Finding
from app.prompts.model import Moment
from app.prompts.own import OwnPrompt
from app.reflections.model import Outcome, Pillar, PullKind, Reflection
from app.reflections.record import content_to_record, to_record
from tests.app.exchange.strategies import experiments, own_prompts, reflections

SCHEMA = Path(__file__).parents[3] / "resources/formats/courage-journal-1.schema.json"
Schema = dict[str, Any]


def load() -> Schema:
    schema: Schema = json.loads(SCHEMA.read_text("utf-8"))
    return schema


def assert_described(described: Schema, record: dict[str, object]) -> None:
    assert set(described["properties"]) == set(described["required"]) == set(record)
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


@settings(deadline=None)
@given(experiments)
def test_the_fields_of_an_experiment_are_described(experiment: Experiment) -> None:
    assert_described(load()["$defs"]["experiment"], any_to_record(experiment))


@settings(deadline=None)
@given(own_prompts)
def test_the_fields_of_a_prompt_of_ones_own_are_described(prompt: OwnPrompt) -> None:
    assert_described(load()["$defs"]["prompt_of_ones_own"], any_to_record(prompt))


def test_every_kind_has_its_part() -> None:
    kinds = load()["$defs"]
    described = {each["properties"]["kind"]["const"] for each in kinds.values() if "kind" in each.get("properties", {})}
    assert described == set(KINDS)
    assert kinds["experiment"]["properties"]["outcome"]["enum"] == [*Finding, None]
    assert kinds["prompt_of_ones_own"]["properties"]["moment"]["enum"] == [*Moment]


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
