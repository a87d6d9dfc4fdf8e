"""The prompts and the ideas for trust experiments that come with the program."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from app.prompts.model import Idea, Moment, Occasion, Prompt
from app.reflections.model import Pillar

_FOLDER = Path(__file__).resolve().parents[2] / "resources" / "prompts"


@cache
def load() -> tuple[Prompt, ...]:
    """All prompts of the days, in the order of the file."""
    return tuple(map(_prompt, json.loads((_FOLDER / "prompts.json").read_text(encoding="utf-8"))))


@cache
def review() -> Prompt:
    """The question of the weekly review, which no other day asks."""
    return _prompt(json.loads((_FOLDER / "review.json").read_text(encoding="utf-8")))


@cache
def ideas() -> tuple[Idea, ...]:
    """All ideas for trust experiments, in the order of the file."""
    return tuple(
        Idea(
            id=each["id"],
            pillar=Pillar(each["pillar"]),
            when=each["when"],
            will=each["will"],
            sign=each["sign"],
            stop=each["stop"],
        )
        for each in json.loads((_FOLDER / "experiments.json").read_text(encoding="utf-8"))
    )


def _prompt(each: Mapping[str, Any]) -> Prompt:
    return Prompt(
        id=each["id"],
        pillar=Pillar(each["pillar"]),
        moment=Moment(each["moment"]),
        question=each["question"],
        purpose=each["purpose"],
        occasions=tuple(map(Occasion, each.get("occasions", ()))),
    )
