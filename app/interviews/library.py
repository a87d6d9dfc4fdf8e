"""The questions that come with the program."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from app.interviews.model import Anchor, Competency, Question

_FILE = Path(__file__).resolve().parents[2] / "resources" / "questions" / "questions.json"


@cache
def load() -> tuple[Question, ...]:
    """All of them, by competency, in the order of the file."""
    return tuple(map(_question, json.loads(_FILE.read_text(encoding="utf-8"))))


def _question(each: Mapping[str, Any]) -> Question:
    return Question(
        id=each["id"],
        competency=Competency(each["competency"]),
        text=each["text"],
        minutes=each["minutes"],
        why=each["why"],
        follow_ups=tuple(each["follow_ups"]),
        listen_for=tuple(each["listen_for"]),
        watch_for=tuple(each["watch_for"]),
        anchors=tuple(Anchor(text=anchor["text"], short=anchor["short"]) for anchor in each["anchors"]),
    )
