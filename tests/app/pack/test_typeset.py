"""The finished pages, read back by other people's tools."""

import logging
import traceback
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pytest
import typst
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pdfua import validate

from app.pack import typeset as module
from app.pack.contents import Naming, Pack, Paper, choose
from app.pack.paragraphs import clean
from app.pack.typeset import Fonts, Sheet, Typeset, typeset
from app.reflections.model import Outcome, Pillar, PullKind
from tests.app.pack.records import commitment, entry, options, pack, read, reflection, text_of

TYPED = [
    '#eval("1 + 1") #panic() #include "/etc/hostname" #set page(width: 1pt)',
    "$x^2$ *bold* _slanted_ @reference <label> `code` ```raw```",
    "= no heading",
    "- no item",
    "+ no number",
    "/ no: term",
    "// no comment /* nor here */ \\ \\u{41} \\n %PDF-1.7 (nested (brackets) <<>>",
    '{"json": ["\\"", null]} ]}}"',
    "“quotes” 'single' don't — – … --- ~ a  b",
    "café cafe\u0301 ₂ ½ ﬁ ß ẞ ı İ Ω Кириллица Ελληνικά tiếng Việt",
    "emoji 🙂 👩\u200d💻 🇩🇪 👍🏽 ❤️ 1️⃣",
    "arrows ← → ✓ ☐ ∑ ≠",
    "नमस्ते दुनिया",
    "สวัสดีชาวโลก",
]


@pytest.fixture
def full() -> Pack:
    """A pack with everything in it that a page can show."""
    plans = (
        commitment("I want to open the draft", "write the worry here first", "Jonas", Outcome.PARTLY, "Half of it."),
        commitment("it is late", "ask once"),
    )
    content: dict[str, Any] = {
        "pillar": Pillar.TRUST,
        "pull": 6,
        "pull_kind": PullKind.REDO,
        "tags": ("report",),
        "people": ("Jonas",),
    }
    first = reflection(
        options().since, text="First.\nSecond.\n\nThird.", notice="It was quiet.", commitments=plans, **content
    )
    secret = reflection(private=True, text="secret")
    return choose([reflection(text="Later."), first, secret], ["Jonas"], options(wish="Help me listen."))


def saved(done: Typeset, folder: Path) -> Path:
    path = folder / "pack.pdf"
    path.write_bytes(done.pdf)
    return path


def test_everything_is_said_in_the_order_of_the_pages(full: Pack, tmp_path: Path) -> None:
    said = text_of(saved(typeset(full), tmp_path))
    expected = (
        "Courage Journal Prepared 10 March 2026 Coaching pack 1 February to 10 March 2026 "
        "What I want from this session Help me listen. "
        "What I planned When I want to open the draft, I will write the worry here first "
        "Partly With J. Planned 1 February Asked 5 March Half of it. "
        "When it is late, I will ask once Not asked yet Planned 1 February "
        "Reflections Sunday, 1 February Trust With J. Pull 6 of 10, redo report "
        "What pulled me to step in It was quiet. First. Second. Third. "
        "Tuesday, 3 March Later. 1 entry marked not for export stays out. "
        "Private. For a coaching session. 1 of 1"
    )
    assert said == expected


def test_it_is_tagged_titled_and_dated(full: Pack, tmp_path: Path) -> None:
    path = saved(typeset(full), tmp_path)
    with pikepdf.open(path) as pdf:
        assert pdf.Root.Lang == "en"
        assert pdf.Root.MarkInfo.Marked
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        with pdf.open_metadata() as metadata:
            assert metadata["dc:title"] == "Coaching pack"
            assert metadata["pdfuaid:part"] == "1"
            assert "dc:creator" not in metadata
        assert str(pdf.docinfo["/CreationDate"]).startswith("D:20260310")
        assert "/Author" not in pdf.docinfo
    tags = read("pdfinfo", "-struct", path)
    headings = [line.strip().split(" ")[0] for line in tags.splitlines() if line.strip().startswith("H")]
    assert headings == ["H1", "H2", "H2", "H2", "H3", "H3"]


def test_it_has_bookmarks_for_sections_and_days(full: Pack, tmp_path: Path) -> None:
    with pikepdf.open(saved(typeset(full), tmp_path)) as pdf, pdf.open_outline() as outline:
        assert [item.title for item in outline.root] == [
            "What I want from this session",
            "What I planned",
            "Reflections",
        ]
        assert [item.title for item in outline.root[-1].children] == ["Sunday, 1 February", "Tuesday, 3 March"]


def test_it_is_sound_and_accessible_with_every_font_inside(full: Pack, tmp_path: Path) -> None:
    hostile = entry("\n".join(TYPED), notice="שלום\nمرحبا", tags=("#x", "עברית"), people=("N" * 60, "אבי"))
    done = typeset(replace(full, entries=(*full.entries, hostile)))
    path = saved(done, tmp_path)
    assert done.fonts is Fonts.BUNDLED
    assert not validate(str(path)).findings
    read("qpdf", "--check", path)
    fonts = read("pdffonts", path).splitlines()[2:]
    assert len(fonts) > 6
    assert all(line.split()[-5:-2] == ["yes", "yes", "yes"] for line in fonts)


@pytest.mark.parametrize("typed", TYPED)
def test_what_was_typed_is_what_is_printed(typed: str, tmp_path: Path) -> None:
    said = text_of(saved(typeset(pack(entry(typed, notice=typed), wish=typed)), tmp_path))
    assert said.count(" ".join(typed.split())) == 3


@pytest.mark.parametrize("typed", ["שלום עולם", "مرحبا يا صديقي", "ﻼ לא"])
def test_right_to_left_can_be_copied_as_it_was_typed(typed: str, tmp_path: Path) -> None:
    tree = read("pdfinfo", "-struct-text", saved(typeset(pack(entry(typed))), tmp_path))
    for word in typed.replace("ﻼ", "").split():
        assert word in tree or word[::-1] in tree


def test_right_to_left_stands_at_the_right(tmp_path: Path) -> None:
    path = saved(typeset(pack(entry("left\nשלום\nمرحبا"))), tmp_path)
    boxes = [line for line in read("pdftotext", "-bbox", path, "-").splitlines() if "<word" in line]
    edges = {line.split(">")[1].split("<")[0]: float(line.split('xMax="')[1].split('"')[0]) for line in boxes}
    right = 595.28 - 54
    assert edges["left"] < right / 2
    assert sum(abs(edge - right) < 3 for edge in edges.values()) >= 3  # and the date in the header
    with pikepdf.open(path) as pdf:
        languages = {
            str(node["/Lang"]) for node in pdf.objects if isinstance(node, pikepdf.Dictionary) and "/Lang" in node
        }
    assert {"en", "he", "ar"} <= languages


@pytest.mark.parametrize("paper", list(Paper))
def test_nothing_leaves_the_column(paper: Paper, tmp_path: Path) -> None:
    url = "https://example.invalid/" + "path/" * 60 + "?" + "q" * 300
    names = ("N" * 60, "Wolfeschlegelsteinhausenbergerdorff " * 3, "Ж" * 400)
    plan = commitment("Ж" * 300, "Ж" * 300, "Ж" * 200, Outcome.DONE, "Ж" * 300)
    content: dict[str, Any] = {"text": f"{'Ж' * 10_000}\n{url}", "notice": url, "people": names, "tags": ("t" * 300,)}
    chosen = choose(
        [reflection(commitments=(plan,), **content)], [], options(wish=url, paper=paper, naming=Naming.FULL)
    )
    done = typeset(chosen)
    path = saved(done, tmp_path)
    width, height = {Paper.A4: (595, 842), Paper.LETTER: (612, 792)}[paper]
    for line in read("pdftotext", "-bbox", path, "-").splitlines():
        if "<word" in line:
            assert float(line.split('xMin="')[1].split('"')[0]) > 53
            assert float(line.split('xMax="')[1].split('"')[0]) < width - 53
            assert float(line.split('yMax="')[1].split('"')[0]) < height - 25
    letters = text_of(path)
    assert letters.count("Ж") == 10_000 + 400 + 3 * 300 + 200
    assert letters.count("q") == 3 * 300


def test_long_packs_count_their_pages(tmp_path: Path) -> None:
    done = typeset(pack(*(entry("Some words about the day. " * 80) for _ in range(40))))
    path = saved(done, tmp_path)
    with pikepdf.open(path) as pdf:
        assert len(pdf.pages) == done.pages > 15
    assert f"{done.pages} of {done.pages}" in text_of(path)


def test_a_date_never_stands_alone_at_the_foot(tmp_path: Path) -> None:
    path = saved(typeset(pack(*(entry("word " * (17 * at), notice="n") for at in range(1, 40)))), tmp_path)
    for page in read("pdftotext", "-raw", path, "-").split("\f"):
        lines = page.splitlines()
        if lines:
            foot = next(at for at, line in enumerate(lines) if line.startswith("Private."))
            assert lines[foot - 1] not in {"Tuesday, 3 March", "What pulled me to step in", "Reflections"}


def test_the_same_pack_is_the_same_file(full: Pack) -> None:
    assert typeset(full).pdf == typeset(full).pdf


def test_signs_in_no_font_are_said_to_be_missing(tmp_path: Path) -> None:
    done = typeset(pack(entry("before \u0378 after")))
    assert done.fonts is Fonts.INCOMPLETE
    path = saved(done, tmp_path)
    assert "before" in text_of(path)
    assert "Tagged:          yes" in read("pdfinfo", path)


def test_signs_from_this_computer_are_said_to_be(monkeypatch: pytest.MonkeyPatch) -> None:
    compiler = module._compiler

    def fails_once(sheet: Sheet, fonts: Fonts) -> "typst.Compiler":
        if fonts is Fonts.BUNDLED:
            raise typst.TypstError("not displayed", "not displayed", [], [])
        return compiler(sheet, fonts)

    monkeypatch.setattr(module, "_compiler", fails_once)
    assert typeset(pack(entry("text"))).fonts is Fonts.SYSTEM


def test_a_failure_tells_nothing_of_the_journal(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    told = pack(entry("canary"))
    monkeypatch.setattr(module, "_template", lambda _: b"#panic(sys.inputs.pack)")
    caplog.set_level(logging.DEBUG)
    with pytest.raises(RuntimeError) as raised:
        typeset(told)
    assert "canary" not in "".join(traceback.format_exception(raised.value))
    assert raised.value.__context__ is None
    assert not caplog.records


@given(text=st.text(st.characters(), max_size=200), name=st.text(max_size=20))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_can_be_set(text: str, name: str, tmp_path: Path) -> None:
    done = typeset(pack(entry(text, notice=text, tags=(name,), people=(name,)), wish=text))
    assert done.pages >= 1
    read("qpdf", "--check", saved(done, tmp_path))
    assert clean(text) == clean(clean(text))
