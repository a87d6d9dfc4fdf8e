"""Day One: entries on their local day, with their text as it is, and every file left out named."""

import json
import zipfile
from datetime import UTC, date, datetime
from hashlib import md5
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.errors import AppError, NotUnderstood
from app.exchange import dayone
from app.exchange.reading import Reading
from app.reflections.model import Reflection
from tests.app.exchange.strategies import damaged

EXPORT = Path(__file__).parents[2] / "data/dayone/demo.json"  # made up, in the form of Day One 2025
PHOTO = b"\xff\xd8\xff\xd9"
FILE = f"{md5(PHOTO, usedforsecurity=False).hexdigest()}.jpeg"
IDENTIFIER = "5B0E8A17C3D94F62A1B7E4D8092F6C3A"
ENTRY: dict[str, object] = {
    "uuid": "A1",
    "creationDate": "2020-08-29T22:30:00Z",
    "timeZone": "Europe/Berlin",
    "text": "Words",
}
anything = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


def read(entries: object, folder: Path) -> Reading[Reflection]:
    path = folder / "Journal.json"
    path.write_text(json.dumps({"metadata": {"version": "1.0"}, "entries": entries}))
    return dayone.read(path)


def test_an_export() -> None:
    reading = dayone.read(EXPORT)
    source = json.loads(EXPORT.read_bytes())["entries"]
    assert [each.source_id for each in reading.records] == [entry["uuid"] for entry in source]
    assert [each.content.text for each in reading.records] == [entry.get("text", "") for entry in source]
    assert {each.content.zone for each in reading.records} == {"Europe/Berlin"}
    assert [(each.content.date, each.content.time) for each in reading.records] == [
        (date(2025, 3, 14), "17:42"),
        (date(2025, 7, 1), "00:20"),
        (date(2025, 10, 26), "02:30"),
        (date(2025, 11, 21), "12:03"),
    ]
    first, _, escaped, empty = reading.records
    assert first.created_at == datetime(2025, 3, 14, 16, 42, 10, tzinfo=UTC)
    assert first.updated_at == datetime(2025, 3, 17, 7, 5, 33, tzinfo=UTC)
    assert first.content.tags == ("Handing over", "Jonas", "starred")
    assert "a\\/b, not a/b\\." in escaped.content.text
    assert empty.content.text == ""
    assert [(problem.where, problem.what) for problem in reading.problems] == [
        ("demo.json, 2025-03-14, “The board after the handover”", f"The photo {IDENTIFIER}/{FILE} was left out."),
        ("demo.json", "“location” was left out. Entries: 1."),
        ("demo.json", "“weather” was left out. Entries: 1."),
    ]


def test_an_export_as_zip_and_as_folder_is_the_same(tmp_path: Path) -> None:
    folder = tmp_path / "export"
    (folder / "photos").mkdir(parents=True)
    (folder / "demo.json").write_bytes(EXPORT.read_bytes())
    (folder / "photos" / FILE).write_bytes(PHOTO)
    with zipfile.ZipFile(tmp_path / "export.zip", "w") as archive:
        for file in folder.rglob("*.*"):
            archive.write(file, file.relative_to(folder))
    assert dayone.read(EXPORT) == dayone.read(folder) == dayone.read(tmp_path / "export.zip")


def test_the_local_day_is_that_of_the_zone(tmp_path: Path) -> None:
    (entry,) = read([ENTRY], tmp_path).records
    assert (entry.content.date, entry.content.time) == (date(2020, 8, 30), "00:30")
    assert entry.created_at == entry.updated_at == datetime(2020, 8, 29, 22, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    "zone",
    ["Nowhere/At_All", "", "../../etc/passwd", "/etc/passwd", "a\0b", "Europe", "x" * 5000, "\ud800", None, 7, []],
)
def test_an_unknown_zone_is_taken_as_utc_and_reported(tmp_path: Path, zone: object) -> None:
    reading = read([{**ENTRY, "timeZone": zone}, {**ENTRY, "uuid": "A2", "timeZone": zone}], tmp_path)
    assert [(each.content.time, each.content.zone) for each in reading.records] == [("22:30", "UTC")] * 2
    assert len(reading.problems) == 1
    assert "Entries: 2." in reading.problems[0].what


def test_tags_and_star(tmp_path: Path) -> None:
    (entry,) = read([{**ENTRY, "tags": ["Team  A", "", "Team A", "\ud800"], "starred": True}], tmp_path).records
    assert entry.content.tags == ("Team A", "\N{REPLACEMENT CHARACTER}", "starred")


def test_text_is_kept_exactly(tmp_path: Path) -> None:
    text = "  a\\.b\r\n\0\u2028[x](dayone-moment://1)\n\n"
    (entry,) = read([{**ENTRY, "text": text}], tmp_path).records
    assert entry.content.text == text


@pytest.mark.parametrize("kind", ["photos", "videos", "audios", "pdfAttachments"])
def test_every_attached_file_is_reported(tmp_path: Path, kind: str) -> None:
    attached = [{"identifier": "I1", "md5": "m", "type": "x"}, {"identifier": "I2", "format": "aac"}, {"md5": 3}, None]
    reading = read([{**ENTRY, kind: attached}], tmp_path)
    assert len(reading.records) == 1
    assert {problem.where for problem in reading.problems} == {"Journal.json, 2020-08-30, “Words”"}
    for name, problem in zip(["I1/m.x", "I2/aac", "?", "?"], reading.problems, strict=True):
        assert f" {name} was left out." in problem.what


def test_an_entry_without_words_is_named_by_its_uuid(tmp_path: Path) -> None:
    reading = read([{**ENTRY, "text": None, "photos": {"identifier": "I"}}], tmp_path)
    assert [problem.where for problem in reading.problems] == ["Journal.json, 2020-08-30, “A1”"]


def test_a_thousand_files_are_listed_and_the_others_counted(tmp_path: Path) -> None:
    reading = read([{**ENTRY, "photos": [{}] * 1_500}], tmp_path)
    assert len(reading.problems) == 1_001
    assert "500 more" in reading.problems[-1].what


@pytest.mark.parametrize(
    "field",
    [
        *("creationDevice", "creationDeviceModel", "creationDeviceType", "creationOSName", "creationOSVersion"),
        *("duration", "editingTime", "sourceString", "richText"),
    ],
)
def test_how_an_entry_was_made_is_not_missed(tmp_path: Path, field: str) -> None:
    assert read([{**ENTRY, field: "something"}], tmp_path).problems == []


def test_other_facts_are_reported_once_a_kind(tmp_path: Path) -> None:
    facts: dict[str, object] = {"location": {"x": 1}, "weather": {"y": 1}, "isPinned": True, "durations": 1}
    nothing: dict[str, object] = {"isAllDay": False, "richText": "{}", "steps": {}}
    entries = [{**ENTRY, **facts, **nothing}, {**ENTRY, **nothing, "uuid": "A2", "location": {"x": 1}, "text": ""}]
    assert [problem.what for problem in read(entries, tmp_path).problems] == [
        "“durations” was left out. Entries: 1.",
        "“isPinned” was left out. Entries: 1.",
        "“location” was left out. Entries: 2.",
        "“richText” was left out. Entries: 1.",
        "“weather” was left out. Entries: 1.",
    ]


@pytest.mark.parametrize(
    "bad",
    [
        None,
        "words",
        {},
        {**ENTRY},
        {**ENTRY, "uuid": ""},
        {**ENTRY, "uuid": 7},
        {**ENTRY, "uuid": "B", "creationDate": "2020-08-29T22:30:00"},
        {**ENTRY, "uuid": "B", "creationDate": "2020-08-29"},
        {**ENTRY, "uuid": "B", "creationDate": None},
        {**ENTRY, "uuid": "B", "creationDate": "0001-01-01T00:00:00+14:00"},
        {**ENTRY, "uuid": "B", "creationDate": "9999-12-31T23:59:59Z"},
        {**ENTRY, "uuid": "B", "modifiedDate": "yesterday"},
        {**ENTRY, "uuid": "B", "text": ["x"]},
        {**ENTRY, "uuid": "B", "tags": "x"},
        {**ENTRY, "uuid": "B", "tags": [1]},
    ],
)
def test_a_malformed_entry_is_reported_and_the_others_are_read(tmp_path: Path, bad: object) -> None:
    reading = read([ENTRY, bad, {**ENTRY, "uuid": "C"}], tmp_path)
    assert [each.source_id for each in reading.records] == ["A1", "C"]
    assert [problem.where for problem in reading.problems] == ["Journal.json, entry 2"]


@pytest.mark.parametrize("text", ["", "words", "[]", "{}", '{"entries": {}}', "[" * 100_000, '{"entries": [NaN]}'])
def test_what_is_not_day_one(tmp_path: Path, text: str) -> None:
    (tmp_path / "x.json").write_text(text)
    with pytest.raises(NotUnderstood):
        dayone.read(tmp_path / "x.json")


def test_an_empty_journal(tmp_path: Path) -> None:
    assert read([], tmp_path) == Reading[Reflection]()


@anything
@given(st.data())
def test_damaged_files_never_crash(tmp_path: Path, data: st.DataObject) -> None:
    path = tmp_path / "x.json"
    path.write_bytes(data.draw(damaged(EXPORT.read_bytes())))
    try:
        reading = dayone.read(path)
    except AppError:
        return
    for each in reading.records:
        each.content.text.encode()
