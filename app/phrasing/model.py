"""What a phrase to notice is, one of the owner's own, and what is found."""

from dataclasses import dataclass
from enum import StrEnum


class About(StrEnum):
    """Whom a phrase blames; the owner's own phrases do not say."""

    OTHERS = "others"
    SELF = "self"
    NOBODY = "nobody"  # it is noticed for something else
    OWN = "own"


@dataclass(frozen=True, slots=True)
class OwnPhrase:
    """A phrase that the owner of a journal wrote, in the notation of `pattern`, with the question behind it."""

    id: str
    phrase: str
    question: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A phrase, in the notation of `pattern`, and the question behind it. Phrases of `unless` take a finding back."""

    id: str
    about: About
    phrase: str
    question: str
    unless: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """Where a rule holds: from character `start` up to and without `end`, as Python counts them."""

    start: int
    end: int
    rule: Rule
