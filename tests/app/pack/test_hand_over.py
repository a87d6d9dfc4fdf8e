"""The hand-over note as a page, read back: all of it is there, as it was typed, and it can be read aloud."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
from pdfua import validate
from pypdf import PdfReader

from app.delegation.model import Brief
from app.delegation.note import Steps, note
from app.pack.child import Typesetting
from app.pack.contents import Paper
from app.pack.hand_over import pages_of
from app.pack.typeset import Fonts, typeset_sheet
from tests.app.delegation.briefs import FULL
from tests.app.pack.records import text_of
from tests.app.reflections.journals import TODAY

HOSTILE = (
    "#panic() *bold* $x$ = none",
    "תודה רבה על העזרה היום",
    "شكرًا لك على المساعدة اليوم",
    "emoji 🙂 and 李雷",
    "Donaudampfschifffahrtsgesellschaftskapitän" * 11,
)


def test_all_of_it_is_on_the_page(tmp_path: Path) -> None:
    given = note("Board metrics report", "Jonas", "Maya", TODAY, FULL, Steps("Monthly report", 7))
    done = typeset_sheet(pages_of(given, Paper.A4, TODAY))
    path = tmp_path / "note.pdf"
    path.write_bytes(done.pdf)
    assert text_of(path) == (
        "Courage Journal Prepared 10 March 2026 Board metrics report For Jonas, from Maya, 10 March 2026 "
        "Done means Six pages, to the board list One sentence first Figures match the ledger "
        "Why you You can already build the numbers. This is for learning to say what they mean. "
        "What you can count on Two check-ins. You bring questions, I bring no edits. "
        "Yours to decide Pages, order and wording To spend: up to €400 The rest we decide together. "
        "When we meet 1 April and 10 April, 30 minutes each. In between I wait to be asked. Due 20 April, 12:00. "
        "Second pair of eyes Nadia reads the figures by 17 April Checklist: Monthly report, 7 steps. "
        "A hand-over note for both of us. 1 of 1"
    )
    assert not validate(str(path)).findings
    with pikepdf.open(path) as read:
        assert str(read.docinfo["/Title"]) == "Board metrics report"


def test_whatever_was_typed_is_set_as_it_was_typed_and_goes_on_overleaf() -> None:
    brief = replace(FULL, done=HOSTILE, why="\n\n".join(HOSTILE * 20))
    done = typeset_sheet(pages_of(note(HOSTILE[4], HOSTILE[2], HOSTILE[0], TODAY, brief), Paper.LETTER, TODAY))
    read = PdfReader(BytesIO(done.pdf))
    said = " ".join(" ".join(page.extract_text() for page in read.pages).split())
    assert done.pages == len(read.pages) > 1
    assert done.fonts is not Fonts.INCOMPLETE
    assert said.count(HOSTILE[0]) == 1 + 1 + 20


def test_an_empty_one_is_a_page_too_and_is_set_in_a_process_of_its_own() -> None:
    sheet = pages_of(note("", None, "", TODAY, Brief()), Paper.A4, TODAY)
    assert Typesetting(sheet, pages=False, ppi=0).wait().pdf == typeset_sheet(sheet).pdf
