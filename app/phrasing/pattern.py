"""The notation of phrases, small enough to be written by anybody, and how one is looked for without going back.

`(a / b)` is one of these, `[a / b]` one of these or nothing, `...` up to two words of any kind, NAME a word with a
capital letter and NAME's its possessive. All else is words, whose capitals do not count. A phrase begins with words
that have to be there and does not end in `...`.
"""

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile

from app.errors import PhraseUnclear
from app.phrasing.words import WORD, Word, fold

_PIECES = re.compile(r"\.\.\.|…|[()\[\]/]|[^\s()\[\]/…]+")
_GAP = 2
_NAME, _OWNER = NAMES = ("NAME", "NAME's")
_LONGEST = 300  # signs of a phrase: it is looked for at every word


@dataclass(frozen=True)
class Part:
    """Ways to go on, each some words long; `is_gap` is any words instead. `said` is the first way as it was written."""

    said: str
    ways: tuple[tuple[str, ...], ...] = ()
    is_optional: bool = False
    is_gap: bool = False

    @cached_property
    def longest(self) -> int:
        """How many words it can be."""
        return _GAP if self.is_gap else max(map(len, self.ways))

    @cached_property
    def ways_by_word(self) -> dict[str, list[tuple[str, ...]]]:
        """What follows the first word of each way, by that word."""
        found: dict[str, list[tuple[str, ...]]] = {}
        for first, *rest in self.ways:
            found.setdefault(first, []).append(tuple(rest))
        return found

    def ends(self, words: "Words", place: int, first: int) -> Iterator[int]:
        """Where its words can end, if they begin with word `place` of a phrase that began with word `first`."""
        if self.is_gap or self.is_optional:
            yield place
        if place >= len(words.all) or not (place == first or words.all[place].is_joined):
            return
        if self.is_gap:
            yield place + 1
            if words.run_on(place + 1, 1):
                yield place + 2
            return
        for key in words.keys(place, self.ways_by_word):
            for rest in self.ways_by_word[key]:
                if not rest or (words.run_on(place + 1, len(rest)) and words.are(place + 1, rest)):
                    yield place + 1 + len(rest)


@dataclass(frozen=True)
class Words:
    """The words of a text, as patterns ask for them; a word of `not_names` is no name, though it has a capital."""

    all: Sequence[Word]
    not_names: frozenset[str]

    def run_on(self, place: int, count: int) -> bool:
        """Whether so many words follow there, each parted from the one before by nothing but space."""
        return place + count <= len(self.all) and all(self.all[at].is_joined for at in range(place, place + count))

    def are(self, place: int, wanted: Sequence[str]) -> bool:
        """Whether the words from there on are these."""
        return all(next(self.keys(place + at, (each,)), None) is not None for at, each in enumerate(wanted))

    def keys(self, place: int, wanted: Container[str]) -> Iterator[str]:
        """As what a word is wanted: as itself, as a name, as that of somebody who has something."""
        word = self.all[place]
        if word.folded in wanted:
            yield word.folded
        if word.is_capital:
            if _NAME in wanted and word.folded.partition("'")[0] not in self.not_names:
                yield _NAME
            if word.is_possessive and _OWNER in wanted:
                yield _OWNER


@dataclass(frozen=True)
class Pattern:
    """A phrase as it is looked for."""

    parts: tuple[Part, ...]

    def openings(self) -> Iterator[tuple[str, str | None]]:
        """The two words that it can begin with; NAME stands for itself, None for any word or for none at all."""
        for first, *rest in self.parts[0].ways:
            for second in rest[:1] if rest else self._second_words():
                yield first, None if second is None or is_name(second) else second

    def _second_words(self) -> Iterator[str | None]:
        for part in self.parts[1:]:
            yield from (None,) if part.is_gap else part.ways_by_word
            if not part.is_optional:
                return
        yield None

    @cached_property
    def longest(self) -> int:
        """How many words it can be."""
        return sum(each.longest for each in self.parts)

    def end(self, words: Words, at: int) -> int | None:
        """The word behind the longest match that begins with word `at`, or None.

        All ways are followed at once, so that no phrase takes longer than its length for a word of the text.
        """
        places = {at}
        for part in self.parts:
            places = {end for place in places for end in part.ends(words, place, at)}
            if not places:
                return None
        return max(places)

    def in_words(self) -> str:
        """It as somebody would say it: the first way of each part, without what may be left out."""
        return " ".join(part.said for part in self.parts if not part.is_optional)


def is_name(word: str) -> bool:
    """Whether this word of a pattern stands for any name."""
    return word in NAMES


def parse(phrase: str) -> Pattern:
    """A phrase as it is looked for. Raises PhraseUnclear."""
    pieces = _PIECES.findall(phrase)
    parts: list[Part] = []
    while pieces:
        parts.append(_part(pieces, phrase))
    if not parts or parts[0].is_gap or parts[0].is_optional or parts[-1].is_gap or len(phrase) > _LONGEST:
        raise PhraseUnclear(phrase)
    return Pattern(tuple(parts))


def _part(pieces: list[str], phrase: str) -> Part:
    """Takes the next part off the pieces."""
    piece = pieces.pop(0)
    if piece in ("...", "…"):
        return Part("…", is_gap=True)
    if piece not in "([":
        return Part(piece, ((_word(piece, phrase),),))
    closing = ")" if piece == "(" else "]"
    if closing not in pieces:
        raise PhraseUnclear(phrase)
    inner = pieces[: pieces.index(closing)]
    del pieces[: len(inner) + 1]
    said = " ".join(takewhile("/".__ne__, inner))
    return Part(said, _ways(inner, phrase), is_optional=piece == "[")


def _ways(inner: Sequence[str], phrase: str) -> tuple[tuple[str, ...], ...]:
    ways: list[list[str]] = [[]]
    for piece in inner:
        if piece == "/":
            ways.append([])
        else:
            ways[-1].append(_word(piece, phrase))
    if not all(ways):
        raise PhraseUnclear(phrase)
    return tuple(tuple(each) for each in ways)


def _word(piece: str, phrase: str) -> str:
    if not WORD.fullmatch(piece):
        raise PhraseUnclear(phrase)
    plain = piece.replace("’", "'")
    return plain if is_name(plain) else fold(piece)
