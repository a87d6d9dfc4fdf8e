"""The words of a text as phrases are compared with them, and the parts of it that somebody else said."""

import re
from collections.abc import Collection
from typing import NamedTuple

WORD = re.compile(r"[^\W_]+(?:['’‑-][^\W_]+)*")
_MARKS = re.compile("[\"“”„«»‘’'\n\u2028\u2029]")
_CLOSED_BY = {'"': '"', "“": "”", "„": "“”", "«": "»", "‘": "’", "'": "'"}
_APOSTROPHES = ("'", "’")
_LINE_ENDS = "\n\u2028\u2029"


class Word(NamedTuple):
    """A word: where it is, how it is compared, and whether only space parts it from the word before."""

    start: int
    end: int
    folded: str
    is_capital: bool
    is_possessive: bool
    is_joined: bool


def fold(word: str) -> str:
    """A word as it is compared: neither capitals nor the kind of apostrophe count."""
    return word.replace("’", "'").casefold()


def words_of(text: str) -> list[Word]:
    """Every word of the text, in order."""
    found: list[Word] = []
    before = -1
    for match in WORD.finditer(text):
        start, end = match.span()
        between = text[before:start] if before >= 0 else ""
        is_joined = between == " " or (between.isspace() and not any(each in between for each in _LINE_ENDS))
        folded = fold(match[0])
        # The apostrophe of "Jonas' fault" stands behind its word, and parts it from nothing.
        owns_as_plural = folded[-1] == "s" and text[end : end + 1] in _APOSTROPHES
        is_possessive = owns_as_plural or folded.endswith("'s")
        found.append(Word(start, end, folded, match[0][0].isupper(), is_possessive, is_joined))
        before = end + owns_as_plural
    return found


def said_by_others(text: str, speech: Collection[str]) -> list[tuple[int, int]]:
    """What stands in quotation marks, and the rest of a sentence behind a word of speech with a colon, in order."""
    return sorted([*_quoted(text), *_behind_a_colon(text, speech)])


def _quoted(text: str) -> list[tuple[int, int]]:
    """A mark that nothing closes quotes the rest of its line; a straight single one, which may be anything, nothing."""
    found: list[tuple[int, int]] = []
    opened: tuple[str, int] | None = None
    for match in _MARKS.finditer(text):
        mark, at = match[0], match.start()
        if opened is None:
            opened = (mark, at) if mark in _CLOSED_BY and _opens(text, at) else None
        elif mark in _LINE_ENDS:
            found += [(opened[1], at)] if opened[0] != "'" else []
            opened = None
        elif mark in _CLOSED_BY[opened[0]] and not _is_inside_a_word(text, at):
            found.append((opened[1], at))
            opened = None
    return [*found, (opened[1], len(text))] if opened is not None and opened[0] != "'" else found


def _opens(text: str, at: int) -> bool:
    """Behind a letter or figure it is an inch or an apostrophe."""
    return not text[at - 1 : at].isalnum() and (text[at] in "“„«" or not text[at + 1 : at + 2].isspace())


def _is_inside_a_word(text: str, at: int) -> bool:
    return text[at - 1 : at].isalnum() and text[at + 1 : at + 2].isalnum()


def _behind_a_colon(text: str, speech: Collection[str]) -> list[tuple[int, int]]:
    if not speech:
        return []
    behind = re.compile(r"\b(?:" + "|".join(map(re.escape, speech)) + r"):[^.!?\n\u2028\u2029]*", re.IGNORECASE)
    return [match.span() for match in behind.finditer(text)]
