"""What the journal prefers, with its texts said otherwise."""

from contextlib import suppress
from dataclasses import replace
from typing import Any

from app import limits
from app.erasing.reading import PLACE
from app.errors import PhraseUnclear
from app.phrasing.model import OwnPhrase
from app.phrasing.pattern import parse
from app.preferences.model import Preferences
from app.rewriting import Said


def changes(given: Preferences, said: Said) -> dict[str, Any]:
    """The preferences that say something else then. A second place that says somebody's name is given up, and so is a
    phrase that is none any more.
    """
    phrases = [_phrase(each, number, said) for number, each in enumerate(given.own_phrases)]
    place = said(PLACE, given.second_place, len(given.second_place))
    wanted = {
        "name": said("name", given.name, limits.JOURNAL_NAME),
        "wish": said("wish", given.wish, limits.WISH),
        "signs_as": said("signs_as", given.signs_as, limits.NAME),
        PLACE: given.second_place if place == given.second_place else "",
        "own_phrases": tuple(each for each in phrases if each is not None),
    }
    return {name: value for name, value in wanted.items() if value != getattr(given, name)}


def _phrase(given: OwnPhrase, number: int, said: Said) -> OwnPhrase | None:
    at = f"own_phrases/{number}"
    phrase = said(f"{at}/phrase", given.phrase, limits.PHRASE)
    if phrase != given.phrase:
        with suppress(PhraseUnclear):
            parse(phrase)
            return replace(given, phrase=phrase, question=said(f"{at}/question", given.question, limits.BEHIND))
        return None
    return replace(given, question=said(f"{at}/question", given.question, limits.BEHIND))
