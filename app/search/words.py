"""How text becomes words to find: the same for what is indexed and for what is asked, in any script."""

import re
import unicodedata

# Chinese, Japanese, Korean, Thai, Lao, Khmer and Burmese run words together, and pictographs stand alone: each such
# character is a word of its own in the index, and a run of them is searched as a phrase.
_ALONE = re.compile(
    "["
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u1100-\u11ff\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3040-\u30ff"
    "\u3100-\u318f\u31a0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\uff66-\uffdc"
    "\u2190-\u2bff\U0001f000-\U0001faff\U00020000-\U0003ffff"
    "]"
)
_SEAM = "\u200b"
_WORD_CATEGORIES = ("L", "N", "So", "Co")
_ASKED = re.compile(r'"([^"]*)"?|(\S+)')


def seamed(text: str) -> str:
    """Text as it is indexed: composed, with an invisible seam on either side of each character that is a word alone."""
    return _ALONE.sub(_SEAM + r"\g<0>" + _SEAM, unicodedata.normalize("NFC", text))


def unseamed(text: str) -> str:
    """Indexed text as a person reads it."""
    return text.replace(_SEAM, "")


def expression(query: str) -> str | None:
    """The FTS5 expression for what a person typed; None where there is no word in it.

    All words have to occur; a word also finds what begins with it; words in double quotes are a phrase as it stands.
    """
    terms = []
    for match in _ASKED.finditer(query.replace("\0", " ")):
        phrase, word = match.groups()
        if _has_word(phrase or word):
            # FTS5 has one special character inside a quoted term: the quote itself, which cannot be in either part.
            quoted = '"' + seamed(phrase or word.replace('"', " ")) + '"'
            terms.append(quoted if word is None else quoted + " *")
    return " ".join(terms) or None


def _has_word(text: str) -> bool:
    return any(unicodedata.category(character).startswith(_WORD_CATEGORIES) for character in text)
