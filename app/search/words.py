"""How text becomes words to find: the same for what is indexed and for what is asked, in any script."""

import re
import unicodedata

# Chinese, Japanese, Korean, Thai, Lao, Khmer and Burmese run words together, and pictographs and signs (№, °, ®) stand
# alone: each such character is a word of its own in the index, and a run of them is searched as a phrase.
_ALONE = re.compile(
    "["
    "\u00a6\u00a9\u00ae\u00b0\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u20ba-\u20cf\u2100-\u2bff"
    "\u2e80-\ua4cf\ua960-\ua97f\uac00-\ud7ff\ue000-\ufaff\uff66-\uffdc\ufffc\ufffd"
    "\U0001d000-\U0001d3ff\U0001f000-\U0001fbff\U00020000-\U0010ffff"
    "]"
)
# To FTS5 a NUL ends the text that it marks, and the signs that turn the direction are letters: all of them part words.
_PARTING = re.compile("[\0\u061c\u2066-\u2069]")
_SEAM = "\u200b"
_WORD_CATEGORIES = ("L", "N", "So", "Co")
_LONGEST = 10_000  # characters of a query: FTS5 takes time by the square of the words
_ASKED = re.compile(r'"([^"]*)"?|(\S+)')


def seamed(text: str) -> str:
    """Text as it is indexed: composed, with an invisible seam on either side of each character that is a word alone."""
    if text.isascii():
        return text.replace("\0", " ")
    return _ALONE.sub(_SEAM + r"\g<0>" + _SEAM, unicodedata.normalize("NFC", _PARTING.sub(" ", text)))


def unseamed(text: str) -> str:
    """Indexed text as a person reads it."""
    return text.replace(_SEAM, "")


def folded(name: str) -> str:
    """A name for comparing: upper and lower case, composed and decomposed, inner white space are all the same."""
    tidy = unicodedata.normalize("NFD", " ".join(name.split()))
    return unicodedata.normalize("NFD", tidy.casefold())


def expression(query: str) -> str | None:
    """The FTS5 expression for what a person typed; None where there is no word in it.

    All words have to occur; a word also finds what begins with it; words in double quotes are a phrase as it stands.
    Of a very long query the beginning counts.
    """
    terms = []
    text = query[:_LONGEST].encode(errors="replace").decode()  # a lone surrogate is not text
    for match in _ASKED.finditer(text):
        phrase, word = match.groups()
        said = word.replace('"', " ") if phrase is None else phrase
        if _has_word(said):
            # FTS5 has one special character inside a quoted term: the quote itself, which cannot be in either part.
            terms.append(f'"{seamed(said)}"' + (" *" if phrase is None else ""))
    return " ".join(dict.fromkeys(terms)) or None


def _has_word(text: str) -> bool:
    return any(unicodedata.category(character).startswith(_WORD_CATEGORIES) for character in text)
