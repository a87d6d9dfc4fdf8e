"""Finding phrases in a text. Reads, and never changes, what is written."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from itertools import zip_longest

from app.phrasing.model import Finding, Rule
from app.phrasing.pattern import NAMES, Pattern, Words, parse
from app.phrasing.words import Word, said_by_others, words_of


class Phrasebook:
    """Rules that are ready to be looked for. `before` takes back findings of every rule. Raises PhraseUnclear.

    Behind a word of `speech` and a colon nothing is found; a word of `not_names` is no name, though it has a capital.
    """

    def __init__(
        self,
        rules: Sequence[Rule],
        before: Sequence[str] = (),
        speech: Collection[str] = (),
        not_names: Collection[str] = (),
    ) -> None:
        self.speech, self.not_names = tuple(speech), frozenset(not_names)
        self.before = tuple(parse(each) for each in before)
        self._openings: defaultdict[tuple[str, str | None], list[_Sought]] = defaultdict(list)
        for rule in rules:
            sought = _Sought(rule)
            for opening in dict.fromkeys(sought.pattern.openings()):
                self._openings[opening].append(sought)

    def beginning(self, word: Word, then: Word | None) -> "Iterator[_Sought]":
        """What can begin with this word, and that one behind it."""
        follows = (then.folded, None) if then is not None and then.is_joined else (None,)
        for first in (word.folded, *NAMES) if word.is_capital else (word.folded,):
            for second in follows:
                yield from self._openings.get((first, second), ())


class _Sought:
    """A rule and how it is looked for."""

    def __init__(self, rule: Rule) -> None:
        self.rule, self.pattern = rule, parse(rule.phrase)
        self.unless = _all(rule.unless)


@lru_cache(maxsize=64)
def _all(phrases: tuple[str, ...]) -> tuple[Pattern, ...]:
    """These as they are looked for, made once for the rules that have the same."""
    return tuple(map(parse, phrases))


def find(text: str, book: Phrasebook) -> list[Finding]:
    """What is found, in order and without overlaps: where two begin together the longer one, else the first."""
    words = Words(words_of(text), book.not_names)
    found: list[Finding] = []
    reached = 0
    for first, end, sought in _said_here(text, words, book):
        if first >= reached and not (
            _is_taken_back(words, first, first, book.before) or _is_taken_back(words, first, end, sought.unless)
        ):
            found.append(Finding(words.all[first].start, words.all[end - 1].end, sought.rule))
            reached = end
    return found


def _said_here(text: str, words: Words, book: Phrasebook) -> "Iterator[tuple[int, int, _Sought]]":
    """The matches in order, without those that somebody else said."""
    matches = sorted(_matches(words, book), key=lambda match: (match[0], -match[1]))
    said = said_by_others(text, book.speech) if matches else []
    at = closed = 0
    for match in matches:
        start = words.all[match[0]].start
        while at < len(said) and said[at][0] <= start:
            closed = max(closed, said[at][1])
            at += 1
        if start >= closed:
            yield match


def _matches(words: Words, book: Phrasebook) -> "Iterator[tuple[int, int, _Sought]]":
    for first, (word, then) in enumerate(zip_longest(words.all, words.all[1:])):
        for sought in book.beginning(word, then):
            end = sought.pattern.end(words, first)
            if end is not None:
                yield first, end, sought


def _is_taken_back(words: Words, first: int, before: int, unless: Sequence[Pattern]) -> bool:
    """Whether one that begins before word `before` shares a word with what begins at `first`, or leads to it."""
    for pattern in unless:
        for at in range(max(0, first - pattern.longest), before):
            behind = pattern.end(words, at)
            if behind is not None and (behind > first or (behind == first and words.all[first].is_joined)):
                return True
    return False
