"""Where in a passage the words stand that were searched for."""

import re
import unicodedata

_MARKED = re.compile(r"\[([^\[\]]+)\]")

Spans = tuple[tuple[int, int], ...]


def without_marks(snippet: str, typed: str) -> tuple[str, Spans]:
    """The passage without the brackets around what was found, and where that is now.

    Brackets around anything else were typed by the person, and stay.
    """
    wanted = _plain(typed)
    words, spans, at = "", [], 0
    for found in _MARKED.finditer(snippet):
        begin = _common(_plain(found[1]), wanted)
        if begin == 0:
            continue
        words += snippet[at : found.start()]
        # A letter and its sign are one where that is how it was written: then all of the word stands out.
        length = begin if len(_plain(found[1])) == len(found[1]) else len(found[1])
        spans.append((len(words), len(words) + length))
        words += found[1]
        at = found.end()
    return words + snippet[at:], tuple(spans)


def _common(found: str, wanted: str) -> int:
    """How much of the beginning of `found` was asked for."""
    asked = [word for word in re.split(r'[\s"]+', wanted) if word]
    whole = [len(word) for word in asked if found.startswith(word)]
    return max(whole, default=len(found) if any(found in word for word in asked) else 0)


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", text.casefold())
    return "".join(each for each in decomposed if not unicodedata.combining(each))
