"""The same promises on exports that other people made, where a folder with them lies beside the project."""

import json
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from app.exchange import dayone, jrnl
from app.exchange.importing import bring_in
from app.exchange.reading import Reading
from app.journal import Journal
from app.reflections.model import Reflection
from tests.app.exchange.strategies import words
from tests.app.reflections.journals import NOW

BESIDE = Path(__file__).resolve().parents[3].parent / "shared" / "data"
TEXTS = sorted((BESIDE / "jrnl").glob("*.journal"))
PAIRS = [each for each in TEXTS if each.with_suffix(".json").exists()]
EXPORTS = sorted((BESIDE / "dayone").glob("*.json"))

pytestmark = pytest.mark.skipif(not BESIDE.is_dir(), reason="there is no folder ../shared/data beside the project")


def stem(path: Path) -> str:
    return path.stem


def knows_all_the_second_time(journal: Journal, reading: Reading[Reflection]) -> bool:
    reports = [bring_in(journal, reading, NOW, dry_run=False, progress=lambda *_: None) for _ in range(2)]
    count = len(reading.records)
    return [(each.new, each.known) for each in reports] == [(count, 0), (0, count)]


def test_there_are_exports_of_both_programs() -> None:
    assert PAIRS
    assert EXPORTS


@pytest.mark.parametrize("text", PAIRS, ids=stem)
def test_text_and_json_of_jrnl_are_the_same_reflections(text: Path, journal: Journal) -> None:
    reading = jrnl.read(text)
    assert reading == jrnl.read(text.with_suffix(".json"))
    assert reading.problems == []
    assert knows_all_the_second_time(journal, reading)
    again = jrnl.read(text.with_suffix(".json"))
    assert bring_in(journal, again, NOW, dry_run=True, progress=lambda *_: None).new == 0


@pytest.mark.parametrize("text", TEXTS, ids=stem)
def test_every_word_of_jrnl_is_kept(text: Path) -> None:
    reading = jrnl.read(text)
    lines = text.read_text("utf-8").splitlines()
    written = "\n".join(line.partition("]")[2] if line.startswith("[20") else line for line in lines)
    assert words(written) == words("\n".join(each.content.text for each in reading.records))
    assert reading.problems == []


@pytest.mark.parametrize("export", EXPORTS, ids=stem)
def test_day_one_keeps_text_and_zone_and_reports_each_photo(export: Path, journal: Journal) -> None:
    reading = dayone.read(export)
    entries = json.loads(export.read_bytes())["entries"]
    assert len(entries) == len(reading.records) > 0
    for entry, reflection in zip(entries, reading.records, strict=True):
        content = reflection.content
        local = datetime.fromisoformat(entry["creationDate"]).astimezone(ZoneInfo(entry["timeZone"]))
        assert (reflection.source_id, content.text) == (entry["uuid"], entry.get("text", ""))
        assert (content.date, content.time, content.zone) == (local.date(), f"{local:%H:%M}", entry["timeZone"])
    photos = [photo["identifier"] for entry in entries for photo in entry.get("photos", [])]
    assert [any(photo in problem.what for problem in reading.problems) for photo in photos] == [True] * len(photos)
    assert knows_all_the_second_time(journal, reading)
