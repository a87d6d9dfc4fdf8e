"""Tables for spreadsheets: every record is a line, every field a cell, and no text is worked out."""

import csv
import json
import stat
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import CannotWrite
from app.exchange import spreadsheet
from app.exchange.kinds import AnyRecord, facts, to_record
from tests.app.exchange.strategies import records, reflection
from tests.golden.entries import entries


def read(folder: Path) -> dict[str, list[dict[str, str]]]:
    """The lines of each table, by the name of its kind."""
    found = {}
    for path in folder.glob("*.csv"):
        with path.open(encoding="utf-8-sig", newline="") as file:
            found[path.stem] = list(csv.DictReader(file, strict=True))
    return found


@given(st.lists(records, max_size=4, unique_by=lambda each: each.id))
def test_every_field_is_a_cell(tmp_path_factory: pytest.TempPathFactory, given: list[AnyRecord]) -> None:
    folder = tmp_path_factory.mktemp("tables")
    assert spreadsheet.write(folder, given) == len(given)
    assert spreadsheet.is_export(folder)
    found = read(folder)
    assert set(found) == {facts(each).kind for each in given}
    lines = {line["id"]: line for of_kind in found.values() for line in of_kind}
    for each in given:
        for field, value in to_record(each).items():
            cell = lines[each.id][field]
            assert not cell.startswith(("=", "+", "@", "\t", "\r"))
            if isinstance(value, str):
                assert cell in (value, f"'{value}")
            else:
                assert (json.loads(cell) if cell else None) == value


def test_a_formula_is_a_text() -> None:
    given: list[object] = ["=1+1", "-1", "＝1", "1-1", 7, -1, False, None, [], ""]
    assert [spreadsheet._cell(each) for each in given] == [
        *("'=1+1", "'-1", "'＝1", "1-1", "7", "-1", "false", "", "[]", ""),
    ]


def test_only_tables_of_ours_are_an_export(tmp_path: Path) -> None:
    assert not spreadsheet.is_export(tmp_path)
    spreadsheet.write(tmp_path, [reflection(text="a"), *entries()])
    assert spreadsheet.is_export(tmp_path)
    (tmp_path / "mine.csv").touch()
    assert not spreadsheet.is_export(tmp_path)
    with pytest.raises(CannotWrite):
        spreadsheet.write(tmp_path, [])


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions")
def test_only_the_person_can_read_them(tmp_path: Path) -> None:
    spreadsheet.write(tmp_path, [reflection(text="a")])
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()}
    assert modes == {"README.md": 0o600, "reflection.csv": 0o600}
