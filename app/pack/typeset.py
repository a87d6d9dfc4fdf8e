"""Sets a pack on pages: what was typed goes to the typesetter as data, never as markup."""

import json
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Literal, cast

from app.pack.contents import Pack
from app.pack.wording import pages

if TYPE_CHECKING:
    import typst

_RESOURCES = Path(__file__).resolve().parents[2] / "resources"
_ICONS = ("app", "ear", "anchor", "flag-3", "circle", "circle-check", "circle-half-2", "circle-dashed", "tag")
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


@dataclass(frozen=True, slots=True)
class Typeset:
    """A finished PDF, how many pages it has, and whether every letter could be had."""

    pdf: bytes
    pages: int
    fonts: Fonts


def typeset(pack: Pack) -> Typeset:
    """The pack as a tagged PDF, the same bytes for the same pack and fonts. Nothing but fonts is read from disk."""
    from typst import TypstError

    inputs = {"pack": json.dumps(pages(pack)), "icons": json.dumps(_icons())}
    at = datetime.combine(pack.prepared_on, datetime.min.time(), UTC)
    for fonts in Fonts:
        try:
            pdf = _compile(inputs, fonts, at)
        except TypstError:
            continue  # its message quotes the journal: it goes nowhere
        return Typeset(_without_suspects(pdf), _count(pdf), fonts)
    raise RuntimeError("the pages could not be set")


def _compile(inputs: dict[str, str], fonts: Fonts, at: datetime) -> bytes:
    import typst

    with TemporaryDirectory() as empty:
        compiler = typst.Compiler(
            _template(), root=empty, font_paths=_font_book(fonts is not Fonts.BUNDLED), sys_inputs=inputs
        )
        standard: Literal["ua-1", "1.7"] = "1.7" if fonts is Fonts.INCOMPLETE else "ua-1"
        pdf = compiler.compile(format="pdf", pdf_standards=standard, timestamp=int(at.timestamp()))
    return cast(bytes, pdf)


@cache
def _font_book(with_system_fonts: bool) -> "typst.Fonts":
    import typst

    return typst.Fonts(
        include_system_fonts=with_system_fonts,
        include_embedded_fonts=True,
        font_paths=[_RESOURCES / "fonts"],
    )


@cache
def _template() -> bytes:
    return (_RESOURCES / "pack" / "pack.typ").read_bytes()


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
