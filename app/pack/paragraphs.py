"""What a person typed, as paragraphs that can be set: each line kept, each in its own direction."""

import re
import unicodedata
from dataclasses import dataclass, replace

_LINE_END = re.compile(r"\r\n|[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]")
_LONGEST_GAP = 2
_TAB = "    "
# Control characters, the byte order mark and what is no character: fonts have nothing for them, no reader sees them.
_CONTROLS = {*range(0x20), *range(0x7F, 0xA0)} - {ord("\n")}
_NOTHING = dict.fromkeys((*_CONTROLS, 0xFEFF, 0xFFFE, 0xFFFF))
_HALVES = re.compile("[\ud800-\udfff]")
# The language a script most likely stands for, where the choice of letter forms or of a voice depends on it.
_LANGUAGES = {
    "HEBREW": "he",
    "ARABIC": "ar",
    "SYRIAC": "syr",
    "THAANA": "dv",
    "NKO": "nqo",
    "DEVANAGARI": "hi",
    "THAI": "th",
    "HIRAGANA": "ja",
    "KATAKANA": "ja",
    "HANGUL": "ko",
    "CJK": "zh",
}


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that belong together, in one direction and one language.

    `language` is None where it is the language of the pack. `gap` counts the blank lines before it, 0 where it
    goes on after a line in another language.
    """

    lines: tuple[str, ...]
    right_to_left: bool
    language: str | None
    gap: int


def clean(text: str) -> str:
    """The text without what no page can hold: control characters, halves of characters, non-characters.

    Lines end in a line feed, and a tab is four blanks.
    """
    lines = _LINE_END.sub("\n", text).replace("\t", _TAB)
    return _HALVES.sub("\N{REPLACEMENT CHARACTER}", lines.translate(_NOTHING))


def one_line(text: str) -> str:
    """The clean text in one line, white space single."""
    return " ".join(clean(text).split())


def phrase(text: str) -> str:
    """The text in one line, made to stand beside others: a right-to-left end does not pull in what follows."""
    line = one_line(text)
    mixed = any(unicodedata.bidirectional(char) in ("R", "AL") for char in line)
    return f"{line}\N{LEFT-TO-RIGHT MARK}" if mixed else line


def paragraphs(text: str) -> list[Paragraph]:
    """The clean text as paragraphs. No word and no line end is lost; of many blank lines in a row two are kept."""
    found: list[Paragraph] = []
    gap = 0
    for line in clean(text).split("\n"):
        if not line.strip():
            gap += bool(found)
            continue
        last = found[-1] if found else None
        right_to_left = _is_right_to_left(line, otherwise=last.right_to_left if last else False)
        language = _language(line, otherwise=last.language if last else None)
        if last and not gap and (last.right_to_left, last.language) == (right_to_left, language):
            found[-1] = replace(last, lines=(*last.lines, line.rstrip()))
        else:
            found.append(Paragraph((line.rstrip(),), right_to_left, language, min(gap, _LONGEST_GAP)))
        gap = 0
    return found


def _is_right_to_left(line: str, *, otherwise: bool) -> bool:
    """The direction of the first letter that has one."""
    for char in line:
        direction = unicodedata.bidirectional(char)
        if direction in ("L", "R", "AL"):
            return direction != "L"
    return otherwise


def _language(line: str, *, otherwise: str | None) -> str | None:
    """The language that the script of the first letter says, if any; kana anywhere makes it Japanese."""
    letters = (char for char in line if char.isalpha())
    first = next(letters, None)
    if first is None:
        return otherwise
    language = _LANGUAGES.get(_script(first))
    return "ja" if language == "zh" and any(_script(char) in ("HIRAGANA", "KATAKANA") for char in letters) else language


def _script(char: str) -> str:
    return unicodedata.name(char, "").split(" ")[0].split("-")[0]
