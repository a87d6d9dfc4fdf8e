"""What may usually not be asked about in an interview: why, what can be asked instead, and where a text touches it.

A hint beside what is written, which never changes or stops it. Local law decides, and nothing here is legal advice.
"""

import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from app.phrasing.model import About, Rule
from app.phrasing.rules import Phrasebook, find
from app.translation import tr

_FILE = Path(__file__).resolve().parents[2] / "resources" / "words" / "not_asked.json"
_QUOTING = re.compile(r"[\"“”„«»‘]|(?<![^\W_])['’]")


@dataclass(frozen=True, slots=True)
class Ground:
    """Something about people that has no part in choosing them; `instead` is what can be asked about the work."""

    id: str
    name: str
    why: str
    instead: str


@dataclass(frozen=True, slots=True)
class Touched:
    """Where a text touches a ground: from character `start` up to and without `end`, as Python counts them."""

    start: int
    end: int
    ground: Ground


@cache
def card() -> tuple[Ground, ...]:
    """All of them, in the order in which they are shown."""
    return tuple(Ground(each["id"], each["name"], each["why"], each["instead"]) for each in _read()["grounds"])


def whose_law() -> str:
    """What the card says of itself, in a sentence or two."""
    return tr(
        "Local law decides. This is no legal advice: it names what is usually left out of an interview, and what can "
        "be asked about the work instead."
    )


def touched(text: str) -> tuple[Touched, ...]:
    """What a question or a note touches, in order and without overlaps.

    What stands in quotation marks counts too: it is the notes that would keep it.
    """
    grounds = {each.id: each for each in card()}
    found = find(_QUOTING.sub(" ", text), _phrasebook())
    return tuple(Touched(each.start, each.end, grounds[each.rule.id]) for each in found)


@cache
def _phrasebook() -> Phrasebook:
    rules = (
        Rule(each["id"], About.NOBODY, phrase, each["instead"], tuple(each["unless"]))
        for each in _read()["grounds"]
        for phrase in each["phrases"]
    )
    return Phrasebook(tuple(rules), not_names=_read()["not_names"].split())


@cache
def _read() -> dict[str, Any]:
    read: dict[str, Any] = json.loads(_FILE.read_text(encoding="utf-8"))
    return read
