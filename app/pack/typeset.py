"""Sets a pack or any other print on pages: what was typed is data to the typesetter, never markup."""

import json
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Self, cast

from app.pack.contents import Pack
from app.pack.wording import pages

if TYPE_CHECKING:
    import typst

_RESOURCES = Path(__file__).resolve().parents[2] / "resources"
_TEMPLATES = _RESOURCES / "pack"
_ICONS = (
    *("app", "ear", "anchor", "flag-3", "tag"),
    *("circle", "circle-check", "circle-half-2", "circle-dashed", "circle-minus"),
)
_PAGE_COUNT = re.compile(rb"/Type\s*/Pages\s*/Count (\d+)")


class Fonts(StrEnum):
    """Where the letters came from, from best to least.

    BUNDLED: from the program's own fonts; the pages are the same on every computer, and PDF/UA-1.
    SYSTEM: some from fonts of this computer; PDF/UA-1.
    INCOMPLETE: some sign is in no font here and shows as an empty box; tagged, but not PDF/UA-1.
    """

    BUNDLED = "bundled"
    SYSTEM = "system"
    INCOMPLETE = "incomplete"


class Template(StrEnum):
    """What the pages look like."""

    PACK = "pack"
    AGENDA = "agenda"
    CHECKLIST = "checklist"
    HAND_OVER = "hand_over"
    INTERVIEWER = "interviewer"
    SCORECARD = "scorecard"
    SUMMARIES = "summaries"
    ANSWER_CARDS = "answer_cards"


@dataclass(frozen=True, slots=True)
class Sheet:
    """Something ready to be set, as plain data: all its words, and the day it says it was prepared on."""

    words: dict[str, object]
    prepared_at: int
    template: Template = Template.PACK

    @classmethod
    def of(cls, pack: Pack) -> Self:
        """What is to be printed of a pack."""
        return cls(pages(pack), midnight_of(pack.prepared_on))


def midnight_of(day: date) -> int:
    """When a day begins, as the pages have it."""
    return int(datetime.combine(day, datetime.min.time(), UTC).timestamp())


@dataclass(frozen=True, slots=True)
class Typeset:
    """A finished PDF, how many pages it has, and whether every letter could be had."""

    pdf: bytes
    pages: int
    fonts: Fonts


def typeset(pack: Pack) -> Typeset:
    """The pack as a tagged PDF, the same bytes for the same pack and fonts. Nothing but fonts is read from disk."""
    return typeset_sheet(Sheet.of(pack))


def typeset_sheet(sheet: Sheet) -> Typeset:
    """The same for a pack that is plain data already. Raises RuntimeError where it cannot be set."""
    from typst import TypstError

    for fonts in Fonts:
        standard: Literal["ua-1", "1.7"] = "1.7" if fonts is Fonts.INCOMPLETE else "ua-1"
        try:
            pdf = _compiler(sheet, fonts).compile(format="pdf", pdf_standards=standard, timestamp=sheet.prepared_at)
        except TypstError:
            continue  # its message quotes the journal: it goes nowhere
        return Typeset(_without_suspects(cast(bytes, pdf)), _count(cast(bytes, pdf)), fonts)
    raise RuntimeError("the pages could not be set")


def draw(sheet: Sheet, fonts: Fonts, ppi: float) -> tuple[bytes, ...]:
    """Each page as a PNG with so many pixels per inch, with the letters of `fonts`."""
    drawn = _compiler(sheet, fonts).compile(format="png", ppi=ppi)
    return tuple(drawn) if isinstance(drawn, list) else (cast(bytes, drawn),)


def _compiler(sheet: Sheet, fonts: Fonts) -> "typst.Compiler":
    import typst

    inputs = {"pack": json.dumps(sheet.words), "icons": json.dumps(_icons())}
    book = _font_book(fonts is not Fonts.BUNDLED)
    # All that a page may read are the templates themselves.
    return typst.Compiler(_template(sheet.template), root=_TEMPLATES, font_paths=book, sys_inputs=inputs)


@cache
def _font_book(with_system_fonts: bool) -> "typst.Fonts":
    import typst

    return typst.Fonts(
        include_system_fonts=with_system_fonts,
        include_embedded_fonts=True,
        font_paths=[_RESOURCES / "fonts"],
    )


@cache
def _template(name: Template) -> bytes:
    return (_TEMPLATES / f"{name}.typ").read_bytes()


@cache
def _icons() -> dict[str, str]:
    return {name: (_RESOURCES / "icons" / f"{name}.svg").read_text("utf-8") for name in _ICONS}


def _without_suspects(pdf: bytes) -> bytes:
    """The same without an entry that says what holds anyway and that readers of Debian's age take for an error.

    Blanks take its place, so that no offset in the file changes.
    """
    before, entry, after = pdf.rpartition(b"/Suspects false")
    return before + b" " * len(entry) + after


def _count(pdf: bytes) -> int:
    """The number of pages: the largest count in the tree of pages, which stands in the file uncompressed."""
    return max(map(int, _PAGE_COUNT.findall(pdf)))
