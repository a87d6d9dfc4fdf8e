"""The prompts that come with the program."""

import json
from functools import cache
from pathlib import Path

from app.prompts.model import Moment, Prompt
from app.reflections.model import Pillar

_FILE = Path(__file__).resolve().parents[2] / "resources" / "prompts" / "prompts.json"


@cache
def load() -> tuple[Prompt, ...]:
    """All of them, in the order of the file."""
    return tuple(
        Prompt(
            id=each["id"],
            pillar=Pillar(each["pillar"]),
            moment=Moment(each["moment"]),
            question=each["question"],
            purpose=each["purpose"],
        )
        for each in json.loads(_FILE.read_text(encoding="utf-8"))
    )
