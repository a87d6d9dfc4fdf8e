"""What helps a question to be answered, said while it is written; nothing here keeps a question from being asked."""

import re
from enum import StrEnum

from app.translation import tr

MOST_WORDS = 25
_WHY = re.compile(r"\W*why\b", re.IGNORECASE)
_MARKS = frozenset("?\u037e\u055e\u061f\u2047\u2048\u2049\uff1f")


class Hint(StrEnum):
    """What may be in the way of an answer."""

    LONG = "long"
    WHY = "why"
    NO_MARK = "no-mark"


def hints(question: str) -> tuple[Hint, ...]:
    """Those that apply; none while there is no word yet."""
    words = question.split()
    if not words:
        return ()
    applies = {
        Hint.LONG: len(words) > MOST_WORDS,
        Hint.WHY: _WHY.match(question) is not None,
        Hint.NO_MARK: _MARKS.isdisjoint(question),
    }
    return tuple(hint for hint, is_so in applies.items() if is_so)


def in_words(hint: Hint) -> str:
    """One sentence."""
    return {
        Hint.LONG: tr("Up to 25 words are easier to take in at a glance."),
        Hint.WHY: tr("A question with what or how is often easier to answer than one with why."),
        Hint.NO_MARK: tr("It has no question mark yet."),
    }[hint]
