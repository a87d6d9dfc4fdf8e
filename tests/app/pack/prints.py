"""A print read back: set, judged, and what stands on its pages."""

from collections import Counter
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pikepdf
from pdfua import validate
from pypdf import PdfReader

from app.pack.typeset import Fonts, Sheet, typeset_sheet
from tests.app.pack.records import read, text_of

HOSTILE = (
    "#panic() *bold* $x$ = none <label> @here",
    "תודה רבה על העזרה היום",
    "شكرًا لك على المساعدة اليوم",
    "emoji 🙂 and 李雷",
    "Donaudampfschifffahrtsgesellschaftskapitän" * 8,
)


@dataclass(frozen=True, slots=True)
class Printed:
    """What other people's tools say of it."""

    said: str
    tags: Counter[str]  # how often each is used
    pages: list[str]
    sizes: set[tuple[int, int]]
    title: str
    bookmarks: list[str]


def printed(sheet: Sheet, folder: Path) -> Printed:
    """Sets it; it has to be accessible, sound, and have its fonts with it."""
    done = typeset_sheet(sheet)
    path = folder / "print.pdf"
    path.write_bytes(done.pdf)
    assert done.fonts is not Fonts.INCOMPLETE
    assert not validate(str(path)).findings
    read("qpdf", "--check", path)
    fonts = read("pdffonts", path).splitlines()[2:]
    assert fonts
    assert all(line.split()[-5:-2] == ["yes", "yes", "yes"] for line in fonts)
    pages = PdfReader(BytesIO(done.pdf)).pages
    assert len(pages) == done.pages
    with pikepdf.open(path) as pdf, pdf.open_outline() as outline:
        assert pdf.Root.Lang == "en"
        assert pdf.Root.MarkInfo.Marked
        bookmarks = [item.title for item in outline.root]
        tags = Counter(
            str(node["/S"]).removeprefix("/")
            for node in pdf.objects
            if isinstance(node, pikepdf.Dictionary) and node.get("/Type") == "/StructElem"
        )
        title = str(pdf.docinfo["/Title"])
    return Printed(
        text_of(path),
        tags,
        [" ".join(each.extract_text().split()) for each in pages],
        {(int(each.mediabox.width), int(each.mediabox.height)) for each in pages},
        title,
        bookmarks,
    )
