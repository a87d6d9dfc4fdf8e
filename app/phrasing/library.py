"""The phrases that come with the program, and the owner's own beside them."""

import json
from collections.abc import Collection, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from app.errors import PhraseUnclear
from app.phrasing.model import About, OwnPhrase, Rule
from app.phrasing.pattern import parse
from app.phrasing.rules import Phrasebook

_FILE = Path(__file__).resolve().parents[2] / "resources" / "words" / "blame.json"


@cache
def load() -> tuple[Rule, ...]:
    """All of them, in the order of the file."""
    questions = _read()["questions"]
    return tuple(
        Rule(
            id=each["id"],
            about=About(each["about"]),
            phrase=each["phrase"],
            question=questions[each["question"]],
            unless=tuple(each.get("unless", ())),
        )
        for each in _read()["rules"]
    )


def phrasebook(off: Collection[str] = (), own: Sequence[OwnPhrase] = ()) -> Phrasebook:
    """What is to be noticed: all but those whose id is in `off`. An own phrase that cannot be read is left out."""
    mine = (Rule(each.id, About.OWN, each.phrase, each.question) for each in own)
    rules = [*load(), *(each for each in mine if is_clear(each.phrase))]
    read = _read()
    return Phrasebook(
        [each for each in rules if each.id not in off], read["before"], read["speech"], read["not_names"].split()
    )


def is_clear(phrase: str) -> bool:
    """Whether it can be read as a phrase."""
    try:
        parse(phrase)
    except PhraseUnclear:
        return False
    return True


def in_words(phrase: str) -> str:
    """A phrase as somebody would say it. Raises PhraseUnclear."""
    return parse(phrase).in_words()


@cache
def _read() -> dict[str, Any]:
    read: dict[str, Any] = json.loads(_FILE.read_text(encoding="utf-8"))
    return read
