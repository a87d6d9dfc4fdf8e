"""An import brings in what is new, each once, and knows it the next time."""

from dataclasses import replace
from pathlib import Path

import pytest

from app.exchange import dayone, jrnl
from app.exchange.importing import Report, bring_in
from app.exchange.kinds import AnyRecord
from app.exchange.reading import Reading
from app.journal import Journal
from app.reflections.model import Reflection
from tests.app.experiments.experiments import experiment
from tests.app.prompts.prompts import own
from tests.app.reflections.journals import NOW, new_id, reflection

DATA = Path(__file__).parents[2] / "data"


def bring(journal: Journal, reading: Reading[Reflection], *, dry_run: bool = False) -> tuple[int, int]:
    report = bring_in(journal, reading, NOW, dry_run=dry_run, progress=lambda _done, _all: None)
    assert report == Report(report.new, report.known, reading.problems)
    return report.new, report.known


def count(journal: Journal) -> int:
    with journal.reading():
        return journal.reflections.count()[0]


def test_the_text_and_the_json_of_one_journal_in_a_folder(journal: Journal, tmp_path: Path) -> None:
    folder = tmp_path / "both"
    folder.mkdir()
    for name in ("basic_onefile.journal", "basic_onefile.json"):
        (folder / name).write_bytes((DATA / "jrnl" / name).read_bytes())
    assert bring(journal, jrnl.read(folder), dry_run=True) == (3, 3)
    assert count(journal) == 0
    assert bring(journal, jrnl.read(folder)) == (3, 3)
    assert bring(journal, jrnl.read(folder)) == (0, 6)
    assert count(journal) == 3


def test_equal_entries_of_one_file_are_both_brought_in(journal: Journal, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("[2025-11-05 12:30] He let me wait.\n\n" * 2)
    assert bring(journal, jrnl.read(path)) == (2, 0)
    assert bring(journal, jrnl.read(path)) == (0, 2)


@pytest.mark.parametrize("name", ["jrnl/basic_onefile.journal", "dayone/demo.json"])
def test_a_second_import_knows_all_also_what_is_in_the_trash(journal: Journal, name: str) -> None:
    reading = (jrnl if name.startswith("jrnl") else dayone).read(DATA / name)
    found = len(reading.records)
    assert bring(journal, reading) == (found, 0)
    with journal.transaction():
        journal.reflections.delete(reading.records[0].id, NOW)
    assert bring(journal, reading) == (0, found)
    assert count(journal) == found - 1


@pytest.mark.parametrize("first", range(3))
def test_an_id_is_there_once_whatever_the_kind(journal: Journal, first: int) -> None:
    id = new_id()
    given: list[AnyRecord] = [replace(each, id=id) for each in (experiment(), own(), reflection("words"))]
    given = [*given[first:], *given[:first]]
    for number, each in enumerate(given):
        for dry_run in (True, False):
            report = bring_in(journal, Reading([each]), NOW, dry_run=dry_run, progress=lambda *_: None)
            assert (report.new, report.known, len(report.problems)) == ((1, 0, 0) if number == 0 else (0, 0, 1))
    assert [each for store in journal.stores.values() for each in store.every()] == given[:1]
