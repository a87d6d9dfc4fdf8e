"""An import brings in what is new, each once, and knows it the next time."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest

from app.exchange import dayone, jrnl, json_file
from app.exchange.importing import Report, bring_in
from app.exchange.kinds import KINDS, AnyRecord, facts
from app.exchange.reading import Reading
from app.journal import Journal
from app.reflections.model import Filter, Reflection
from tests.app.experiments.experiments import experiment
from tests.app.prompts.prompts import own
from tests.app.reflections.journals import NOW, TODAY, new_id, new_journal, plan, reflection
from tests.golden.entries import entries as full_entries
from tests.golden.frozen import JOURNALS

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


# The whole of a journal, from one to another


def exported(journal: Journal) -> bytes:
    stream = BytesIO()
    with journal.reading():
        json_file.write(stream, (each for kind in KINDS for each in journal.stores[kind].every()), "ab" * 16, NOW)
    return stream.getvalue()


def brought(journal: Journal, path: Path) -> Report:
    return bring_in(journal, json_file.read(path), NOW, dry_run=False, progress=lambda *_: None)


def everything() -> list[AnyRecord]:
    """Each kind in full; what else names Ann Lee comes before her and after her."""
    plans = (plan("she asks", "ask back", person="Ann Lee"),)
    named = [reflection("Between us.", TODAY, *plans, people=("Bo", "Ann Lee", "\u00c5sa"))]
    return [*named, experiment(person="Ann Lee"), own(), *full_entries()]


def test_a_journal_of_every_kind_goes_to_another_and_comes_back_the_same(journal: Journal, tmp_path: Path) -> None:
    path, again = tmp_path / "one.json", tmp_path / "other.json"
    given = sorted(everything(), key=lambda each: (facts(each).kind, each.id))
    path.write_bytes(written(given))
    assert brought(journal, path) == Report(len(given), 0, [])
    again.write_bytes(exported(journal))
    assert again.read_bytes() == path.read_bytes()
    assert brought(journal, again) == Report(0, len(given), [])
    assert journal.vault.findings() == []
    with new_journal(tmp_path / "fresh") as other:
        assert brought(other, again) == Report(len(given), 0, [])
        assert exported(other) == path.read_bytes()


def test_somebody_who_is_a_name_here_and_a_record_there_is_one_person(journal: Journal, tmp_path: Path) -> None:
    journal.write(lambda journal: journal.reflections.save(reflection("Early.", people=("Ann Lee",)), NOW))
    path = tmp_path / "one.json"
    path.write_bytes(written(everything()))
    report = brought(journal, path)
    assert (report.new, report.known, report.problems) == (len(everything()), 0, [])
    assert brought(journal, path).new == 0
    with journal.reading():
        assert [each.name for each in journal.people.every() if each.role] == ["Ann Lee"]
        assert len(journal.reflections.find(Filter(person="Ann Lee"))) == 2
        assert len(journal.topics.find(Filter(person="Ann Lee"))) == 1
    assert journal.vault.findings() == []


def written(given: list[AnyRecord]) -> bytes:
    stream = BytesIO()
    json_file.write(stream, given, "ab" * 16, NOW)
    return stream.getvalue()


def test_an_export_of_the_first_release_is_brought_in(journal: Journal, tmp_path: Path) -> None:
    path = JOURNALS / "0.1.0" / "export.json"
    report = brought(journal, path)
    assert (report.known, report.problems) == (0, [])
    assert exported(journal).splitlines()[2:] == path.read_bytes().splitlines()[2:]
