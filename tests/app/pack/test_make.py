"""From an open journal to a file, with or without a password."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path
from shutil import copytree

import pikepdf
import pytest
from pdfua import validate
from pypdf import PdfReader

from app.errors import EmptyPeriod
from app.journal import Journal
from app.pack.make import gather, make
from app.pack.typeset import Fonts
from app.vault.founding import create
from app.vault.slots import SMALL_COST, Passphrase
from tests.app.pack.records import options, read, reflection

NOW = datetime(2026, 3, 10, 20, tzinfo=UTC)


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A journal folder with nothing in it."""
    folder = tmp_path_factory.mktemp("empty") / "journal"
    create(folder, "passphrase", SMALL_COST)
    return folder


@pytest.fixture
def journal(empty: Path, tmp_path: Path) -> Iterator[Journal]:
    """An open journal with one entry for the coach and one that is private."""
    folder = tmp_path / "journal"
    copytree(empty, folder)
    with Journal.open(folder, Passphrase("passphrase"), NOW) as opened:
        opened.write(lambda within: within.reflections.save(reflection(text="Jonas asked.", people=("Jonas",)), NOW))
        opened.write(lambda within: within.reflections.save(reflection(text="secret", private=True), NOW))
        yield opened


def test_a_pack_is_made(journal: Journal) -> None:
    made = make(journal, options())
    assert (made.pages, made.left_out, made.fonts) == (1, 1, Fonts.BUNDLED)
    text = PdfReader(BytesIO(made.pdf)).pages[0].extract_text()
    assert "J. asked." in text


def test_what_goes_in_is_gathered_and_counted_before_anything_is_set(journal: Journal) -> None:
    gathered = gather(journal, options())
    assert ([each.text for each in gathered.entries], gathered.left_out) == (["J. asked."], 1)
    assert (gathered.people, gathered.plans) == (("J.",), ())


def test_nothing_to_print_is_refused(journal: Journal) -> None:
    with pytest.raises(EmptyPeriod):
        make(journal, options(since=date(2026, 3, 4)))


def test_a_password_closes_the_file_and_costs_nothing_else(journal: Journal, tmp_path: Path) -> None:
    path = tmp_path / "closed.pdf"
    made = make(journal, options(), "pässwörd 🔑")
    path.write_bytes(made.pdf)
    assert made.pdf.startswith(b"%PDF-1.7")
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(path)
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(path, password="wrong")
    with pikepdf.open(path, password="pässwörd 🔑") as pdf:
        assert pdf.encryption.bits == 256
        assert pdf.encryption.stream_method == pikepdf.models.EncryptionMethod.aesv3
        assert pdf.Root.Lang == "en"
        assert pdf.Root.MarkInfo.Marked
        with pdf.open_outline() as outline:
            assert [item.title for item in outline.root] == ["Reflections"]
        pdf.save(tmp_path / "open.pdf")
    assert not validate(str(tmp_path / "open.pdf")).findings
    assert "J. asked." in read("pdftotext", "-upw", "pässwörd 🔑", path, "-")
    read("qpdf", "--password=pässwörd 🔑", "--check", path)


@pytest.mark.parametrize("canary", [b"asked", "asked".encode("utf-16-be"), b"Jonas"])
def test_a_closed_file_shows_nothing(journal: Journal, canary: bytes) -> None:
    made = make(journal, options(), "password")
    assert canary not in made.pdf
