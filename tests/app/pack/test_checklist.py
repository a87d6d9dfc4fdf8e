"""A checklist on one page: what is on it, what is not, and that it is one page however long it is."""

from io import BytesIO
from pathlib import Path

import pytest
from pdfua import validate
from pypdf import PdfReader

from app.pack.checklist import sheet_of
from app.pack.child import Typesetting
from app.pack.contents import Paper
from app.pack.typeset import Fonts, typeset_sheet
from app.practices.model import Checklist, Step, Version
from tests.app.pack.records import text_of
from tests.app.practices.making import checklist
from tests.app.reflections.journals import TODAY

STEPS = (Step(text="Pull the numbers"), Step(text="Check the ledger", second_eyes="Nadia"), Step(text="Send by noon"))
HOSTILE = (
    "#panic() *bold* $x$ = none",
    "שלום עולם",
    "مرحبا يا صديقي",
    "emoji 🙂 👩\u200d💻 and 李雷",
    "Donaudampfschifffahrtsgesellschaftskapitän" * 11,
)


def listed(*steps: Step) -> Checklist:
    version = Version(date=TODAY, reason="Jonas left one out: private", steps=steps)
    return checklist(versions=(version,), owner="Aiko")


def pages_of(given: Checklist, paper: Paper = Paper.A4) -> tuple[PdfReader, Fonts]:
    done = typeset_sheet(sheet_of(given, len(given.versions), paper, TODAY))
    return PdfReader(BytesIO(done.pdf)), done.fonts


def test_all_of_it_is_on_the_page_and_nothing_private(tmp_path: Path) -> None:
    done = typeset_sheet(sheet_of(listed(*STEPS), 1, Paper.A4, TODAY))
    path = tmp_path / "checklist.pdf"
    path.write_bytes(done.pdf)
    assert text_of(path) == (
        "Courage Journal Printed 10 March 2026 Monthly report Version 1, since 10 March 2026 Done by On "
        "1 Pull the numbers 2 Check the ledger Second eyes: Nadia 3 Send by noon 1 of 1"
    )
    assert not validate(str(path)).findings


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("length", [1, 60, 130])
def test_it_is_one_page_up_to_twenty_steps(paper: Paper, length: int) -> None:
    steps = [Step(text=("word " * 100)[:length], second_eyes="N" * 60 if at % 2 else None) for at in range(20)]
    found, _ = pages_of(listed(*steps), paper)
    assert len(found.pages) == 1
    assert "20" in found.pages[0].extract_text()


def test_what_is_too_much_for_one_page_goes_on_and_is_not_cut() -> None:
    found, _ = pages_of(listed(*[Step(text="word " * 99 + f"end{at}") for at in range(20)]))
    said = " ".join(page.extract_text() for page in found.pages)
    assert len(found.pages) == 2
    assert said.count("word") == 20 * 99
    assert all(f"end{at}" in said for at in range(20))


def test_whatever_was_typed_is_set_as_it_was_typed(tmp_path: Path) -> None:
    steps = [Step(text=each, second_eyes="شكرًا") for each in HOSTILE]
    found, fonts = pages_of(listed(*steps))
    said = " ".join(found.pages[0].extract_text().split())
    assert len(found.pages) == 1
    assert fonts is not Fonts.INCOMPLETE
    assert HOSTILE[0] in said


def test_it_is_set_in_a_process_of_its_own_too() -> None:
    sheet = sheet_of(listed(*STEPS), 1, Paper.A4, TODAY)
    assert Typesetting(sheet, pages=False, ppi=0).wait().pdf == typeset_sheet(sheet).pdf
