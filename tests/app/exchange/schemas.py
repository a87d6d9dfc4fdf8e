"""The published descriptions: the frozen one, and the one of every kind that refers to it."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from referencing import Registry, Resource

FORMATS = Path(__file__).parents[3] / "resources" / "formats"
FROZEN, EVERY_KIND = "courage-journal-1.schema.json", "courage-journal-1-kinds.schema.json"
NAMES = (FROZEN, EVERY_KIND)
Schema = dict[str, Any]


@cache
def load(name: str) -> Schema:
    """A description by the name of its file."""
    schema: Schema = json.loads((FORMATS / name).read_text("utf-8"))
    return schema


@cache
def validator(name: str) -> Draft202012Validator:
    """What judges a file by a description; nothing is fetched from anywhere."""
    resources = [Resource.from_contents(load(each)) for each in NAMES]
    registry = Registry().with_resources((each.id(), each) for each in resources)  # type: ignore[misc]
    return Draft202012Validator(load(name), registry=registry)


def resolved(part: Schema, of: str) -> tuple[Schema, str]:
    """What a part says once its references are followed, its own words first; and in which file that stands."""
    while "$ref" in part:
        document, _, pointer = part["$ref"].partition("#")
        of = next(each for each in NAMES if load(each)["$id"] == (document or load(of)["$id"]))
        target: Any = load(of)
        for step in pointer.strip("/").split("/"):
            target = target[step]
        part = {**target, **{key: value for key, value in part.items() if key != "$ref"}}
    return part, of


def kinds(name: str) -> dict[str, tuple[Schema, str]]:
    """The description of each kind of record, in the order in which they are listed."""
    listed = (resolved(each, name) for each in load(name)["properties"]["records"]["items"]["oneOf"])
    return {each["properties"]["kind"]["const"]: (each, of) for each, of in listed}


def parts(described: object) -> Iterator[Schema]:
    """Every object in a description, itself first."""
    if isinstance(described, dict):
        yield described
    for each in described.values() if isinstance(described, dict) else described if isinstance(described, list) else ():
        yield from parts(each)
