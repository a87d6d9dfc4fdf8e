"""Where a text names somebody: whole words, in any script, however they were typed."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

_BLANKS = frozenset(" \t\u00a0\u2007\u202f\u3000")
_ALIKE = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "‐": "-", "‑": "-", "\t": " "})
# Scripts that put no space between words: a name there ends where the name ends.
_UNSPACED = ("CJK", "HIRAGANA", "KATAKANA", "HANGUL", "THAI", "LAO", "KHMER", "MYANMAR")
_JAMO_VOWELS_AND_FINALS = range(0x1160, 0x1200)


@dataclass(frozen=True, slots=True)
class Spelling:
    """One way to name somebody. With `exact` only what is written just so counts, capitals included."""

    folded: str
    exact: str | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """A mention in a text, from `start` up to `end`."""

    start: int
    end: int
    spelling: Spelling


def clusters(text: str) -> list[str]:
    """The text cut into letters as a reader counts them: marks and invisible signs stay with what they follow."""
    pieces: list[str] = []
    for char in text:
        if pieces and _continues(char, pieces[-1]):
            pieces[-1] += char
        else:
            pieces.append(char)
    return pieces


def fold(text: str) -> str:
    """The text without what a spelling may vary in: case, composition, width, invisible signs, kinds of apostrophe."""
    return "".join(_fold_cluster(cluster) for cluster in clusters(text))


def is_letter(char: str) -> bool:
    """Whether the character belongs to a word: a letter of any script, or a mark on one."""
    return unicodedata.category(char)[0] in "LM"


def plain(text: str) -> str:
    """The text composed and without invisible signs; case stays."""
    return unicodedata.normalize("NFC", "".join(char for char in text if unicodedata.category(char) != "Cf"))


def find(text: str, spellings: Iterable[Spelling]) -> list[Span]:
    """Every mention, in order, none overlapping another; where several begin at one place, the longest."""
    folded, places = _folded_with_places(text)
    found = [span for spelling in spellings for span in _occurrences(text, folded, places, spelling)]
    chosen: list[Span] = []
    for span in sorted(found, key=lambda span: (span.start, -span.end)):
        if not chosen or span.start >= chosen[-1].end:
            chosen.append(span)
    return chosen


def replace(text: str, words: Mapping[Spelling, str]) -> str:
    """The text with each mention replaced. A word that ends in a full stop does not double one that follows."""
    parts: list[str] = []
    at = 0
    for span in find(text, words):
        word = words[span.spelling]
        if word.endswith(".") and text.startswith(".", span.end):
            word = word[:-1]
        parts += (text[at : span.start], word)
        at = span.end
    return "".join((*parts, text[at:]))


def _continues(char: str, before: str) -> bool:
    if char.isascii():
        return char in _BLANKS and before[0] in _BLANKS
    category = unicodedata.category(char)
    if category[0] == "M" or category == "Cf":
        return True
    if ord(char) in _JAMO_VOWELS_AND_FINALS:
        return unicodedata.name(before[-1], "").startswith("HANGUL")
    return char in _BLANKS and before[0] in _BLANKS


@lru_cache(maxsize=512)
def _fold_cluster(cluster: str) -> str:
    if cluster[0] in _BLANKS:
        return " "
    visible = plain(cluster).translate(_ALIKE)
    once = unicodedata.normalize("NFKC", visible).casefold()
    return unicodedata.normalize("NFKC", once).casefold()


def _folded_with_places(text: str) -> tuple[str, dict[int, int]]:
    """The folded text, and where in the text each folded letter begins; what is inside a letter has no place."""
    folded: list[str] = []
    places: dict[int, int] = {}
    at = length = 0
    for cluster in clusters(text):
        places.setdefault(length, at)
        piece = _fold_cluster(cluster)
        folded.append(piece)
        at += len(cluster)
        length += len(piece)
    places.setdefault(length, at)
    return "".join(folded), places


def _occurrences(text: str, folded: str, places: Mapping[int, int], spelling: Spelling) -> Iterator[Span]:
    wanted = spelling.folded
    begin = folded.find(wanted)
    while begin >= 0:
        end = begin + len(wanted)
        if begin in places and end in places and _is_whole(folded, begin, end):
            span = Span(places[begin], places[end], spelling)
            if spelling.exact is None or plain(text[span.start : span.end]) == spelling.exact:
                yield span
        begin = folded.find(wanted, begin + 1)


def _is_whole(folded: str, begin: int, end: int) -> bool:
    return not _joined(folded[begin - 1 : begin], folded[begin]) and not _joined(folded[end - 1], folded[end : end + 1])


def _joined(left: str, right: str) -> bool:
    """Whether two neighbours are inside one word."""
    if not (left and right and is_letter(left) and is_letter(right)):
        return False
    return not any(unicodedata.name(char, "").startswith(_UNSPACED) for char in (left, right))
