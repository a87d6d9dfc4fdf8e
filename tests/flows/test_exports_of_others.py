"""Other programs' exports come in whole, are found word for word, leave as they came, and go to a coach."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pikepdf
import pytest
from pdfua import validate

from app.journal import Journal
from app.vault import founding
from app.vault.slots import Passphrase
from tests.flows.program import DATA, PASSPHRASE, ROOT, SMALL_COST, Home, Owner

_BESIDE = ROOT.parent / "shared" / "data"
_SOURCES = ("jrnl", "dayone")


@pytest.mark.parametrize("exports", [DATA, _BESIDE], ids=["written-here", "real"])
def test_an_export_comes_in_whole_is_found_leaves_again_and_goes_to_a_coach(
    blank: Owner, home: Home, exports: Path, tmp_path: Path
) -> None:
    if not (exports / "jrnl").is_dir():
        pytest.skip("no exports of other programs lie beside the project")
    for source in _SOURCES:
        first, again = (blank.value("import", "--from", source, exports / source) for _ in range(2))
        assert first["new"] > 0
        assert (again["new"], again["known"]) == (0, first["new"] + first["known"])
    _assert_every_word_is_found(blank, exports)
    _assert_records_survive_a_round_trip(blank, home, tmp_path)
    _assert_a_pack_is_without_fault(blank, tmp_path / "pack.pdf")


def _assert_every_word_is_found(owner: Owner, exports: Path) -> None:
    with Journal.open(owner.folder, Passphrase(owner.secret), datetime.now(UTC)) as journal, journal.reading():
        texts = {each.id: each.content.text for each in journal.reflections.every()}
        for id_, text in texts.items():
            for word in re.findall(r"\w+", text):
                assert id_ in {hit.id for hit in journal.search(word, len(texts))}
    kept = set(re.findall(r"\w+", "\n".join(texts.values())))
    for path in (exports / "jrnl").glob("*.journal"):
        without_headers = re.sub(r"(?m)^\[[^\]]+\]", "", path.read_text(encoding="utf-8"))
        assert set(re.findall(r"\w+", without_headers)) <= kept


def _assert_records_survive_a_round_trip(owner: Owner, home: Home, folder: Path) -> None:
    founding.create(folder / "other", PASSPHRASE, SMALL_COST)
    other = Owner(home, folder / "other")
    owner.done("export", "--format", "json", "--to", folder / "one.json")
    other.done("import", "--from", "json", folder / "one.json")
    other.done("export", "--format", "json", "--to", folder / "two.json")
    one, two = ((folder / name).read_bytes().partition(b'"records"')[2] for name in ("one.json", "two.json"))
    assert one == two != b""


def _assert_a_pack_is_without_fault(owner: Owner, path: Path) -> None:
    owner.done("pack", "--output", path, "--since", "2000-01-01", "--wish", "A second pair of eyes.")
    with pikepdf.open(path) as pdf:
        assert pdf.check_pdf_syntax() == []
    assert [str(found) for found in validate(str(path)).findings] == []
