"""The journal's own file: without loss, always the same bytes, and safe against hostile ones."""

import io
import json
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.errors import AppError, NewerVersion, NotText, NotUnderstood
from app.exchange import json_file
from app.exchange.kinds import AnyRecord
from app.exchange.kinds import to_record as to_any_record
from app.exchange.reading import Reading
from app.people.model import Person
from app.reflections.record import to_record
from tests.app.exchange.strategies import damaged, records, reflection
from tests.golden.entries import entries as full

NOW = datetime(2026, 3, 10, 9, 15, tzinfo=UTC)
JOURNAL = "ab" * 16
anything = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


def written(given: Iterable[AnyRecord]) -> bytes:
    stream = io.BytesIO()
    json_file.write(stream, given, JOURNAL, NOW)
    return stream.getvalue()


def read(data: bytes, folder: Path) -> Reading[AnyRecord]:
    path = folder / "journal.json"
    path.write_bytes(data)
    return json_file.read(path)


def document(**changes: object) -> bytes:
    head: dict[str, object] = {"format": "courage-journal", "version": 1, "exported_at": "2026-03-10T09:15:00Z"}
    return json.dumps({**head, "journal_id": JOURNAL, "records": [record()], **changes}).encode()


def record(**changes: object) -> dict[str, Any]:
    return {**to_record(reflection(text="words")), **changes}


@anything
@given(st.lists(records, max_size=4, unique_by=lambda each: each.id))
def test_what_is_written_reads_back_and_writes_the_same_bytes(tmp_path: Path, given: list[AnyRecord]) -> None:
    data = written(given)
    reading = read(data, tmp_path)
    assert reading.records == given
    assert reading.problems == []
    assert written(reading.records) == data


def test_a_record_is_one_line_and_the_file_ends_with_one() -> None:
    data = written([reflection(text="Grüße\n\u2028"), reflection()])
    lines = data.decode().split("\n")
    assert lines[-1] == ""
    assert json.loads(lines[2].rstrip(","))["text"] == "Grüße\n\u2028"
    assert "Grüße" in lines[2]
    assert json.loads(data)["records"][1] == to_record(reflection())


def test_no_records(tmp_path: Path) -> None:
    data = written([])
    assert json.loads(data) == {
        "format": "courage-journal",
        "version": 1,
        "exported_at": "2026-03-10T09:15:00Z",
        "journal_id": JOURNAL,
        "records": [],
    }
    assert read(data, tmp_path) == Reading[AnyRecord]()


@anything
@given(st.data())
def test_damaged_files_of_every_kind_never_crash(tmp_path: Path, data: st.DataObject) -> None:
    given = data.draw(st.lists(records, min_size=1, max_size=3, unique_by=lambda each: each.id))
    try:
        reading = read(data.draw(damaged(written(given))), tmp_path)
    except AppError:
        return
    json.loads(written(reading.records))


def test_the_number_of_records_is_returned() -> None:
    assert json_file.write(io.BytesIO(), [reflection(), reflection()], JOURNAL, NOW) == 2


@pytest.mark.parametrize("version", [2, 10**4000])
def test_a_newer_version_is_refused(tmp_path: Path, version: int) -> None:
    with pytest.raises(NewerVersion) as caught:
        read(document(version=version), tmp_path)
    assert (caught.value.found, caught.value.known) == (version, 1)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"null",
        b"[]",
        b"words",
        b"{" * 100_000,
        b"[" * 100_000,
        b'{"a":' * 100_000,
        document(format="other"),
        document(version=0),
        document(version=True),
        document(version=1.0),
        document(version="1"),
        document(version=None),
        document(records={}),
        document(records=[float("nan")]),
        document(records=[record(id="x")]),
        b'{"format": "courage-journal", "version": ' + b"9" * 5000 + b"}",
        b'{"format": "courage-journal", "format": "courage-journal", "version": 1, "records": []}',
    ],
)
def test_what_is_not_ours_is_not_understood(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(NotUnderstood):
        read(data, tmp_path)


def test_what_is_not_text(tmp_path: Path) -> None:
    with pytest.raises(NotText):
        read(b"\xff\xfe", tmp_path)


@pytest.mark.parametrize(
    "bad",
    [
        None,
        [],
        {},
        record(text="half \ud800"),
        record(extra=1),
        record(kind="letter"),
        record(pull=10**3000),
        record(pull=True),
        record(date="2026-02-30"),
        record(created_at="0000-01-01T00:00:00Z"),
        record(tags=["a", "a"]),
        record(tags=[[]]),
        record(source="jrnl"),
        record(pillar=[]),
    ],
)
def test_a_bad_record_is_a_problem_and_the_others_are_read(tmp_path: Path, bad: object) -> None:
    reading = read(document(records=[bad, record()]), tmp_path)
    assert reading.records == [reflection(text="words")]
    assert [problem.where for problem in reading.problems] == ["journal.json, entry 1"]


def test_a_key_twice_is_a_problem_of_its_record(tmp_path: Path) -> None:
    twice = document(records=[record(), record(id="f" * 32)]).replace(
        b'"text": "words"', b'"text": "a", "text": "b"', 1
    )
    reading = read(twice, tmp_path)
    assert [each.id for each in reading.records] == ["f" * 32]
    assert [problem.where for problem in reading.problems] == ["journal.json, entry 1"]


def test_what_has_to_be_unique_and_is_not(tmp_path: Path) -> None:
    plan = {
        "id": "c" * 32,
        "when": "",
        "will": "",
        "person": None,
        "asked": True,
        "outcome": None,
        "outcome_note": "",
        "followed_up_on": None,
    }
    first = record(source="jrnl", source_id="1", commitments=[plan])
    same_id = record()
    same_source = record(id="1" * 32, source="jrnl", source_id="1")
    same_plan = record(id="2" * 32, commitments=[plan])
    plan_twice = record(id="3" * 32, commitments=[{**plan, "id": "d" * 32}] * 2)
    reading = read(document(records=[first, same_id, same_source, same_plan, plan_twice]), tmp_path)
    assert len(reading.records) == 1
    assert [problem.where[-1] for problem in reading.problems] == ["2", "3", "4", "5"]
    assert "id is taken" in reading.problems[0].what


def test_no_two_people_of_a_file_have_one_name(tmp_path: Path) -> None:
    people = [to_any_record(each) | {"name": "Ann Lee"} for each in full() if isinstance(each, Person)]
    reading = read(document(records=[*people, record()]), tmp_path)
    assert [each.id for each in reading.records] == [people[0]["id"], record()["id"]]
    (problem,) = reading.problems
    assert "name is taken" in problem.what
    assert "Ann" not in problem.what


@pytest.mark.parametrize(
    "instant",
    [
        *("2026-03-10 09:15:00Z", "2026-03-10T09:15:00+00:00", "2026-03-10T09:15:00", "2026-03-10T09:15Z"),
        *("2026-03-10T09:15:00.000000Z", "2026-03-10T09:15:00.500000Z", "20260310T091500.000Z", "2026-W11-2T09:15:00Z"),
        *("2026-03-10T24:00:00Z", "2026-03-10T09:15:60Z", "2026-03-10t09:15:00z", "0001-01-01T00:00:00+14:00"),
        *("2026-03-10T09:15:00Z\n", "2026-02-29T09:15:00Z", "٢٠٢٦-03-10T09:15:00Z", "2026-03-10\ud80009:15:00Z", ""),
    ],
)
def test_an_instant_is_written_in_one_way_only(tmp_path: Path, instant: str) -> None:
    reading = read(document(exported_at=instant, records=[record(created_at=instant), record()]), tmp_path)
    assert reading.records == [reflection(text="words")]
    assert [problem.where for problem in reading.problems] == ["journal.json", "journal.json, entry 1"]


@pytest.mark.parametrize("changes", [{"exported_at": "today"}, {"exported_at": None}, {"journal_id": 7}, {"more": 1}])
def test_a_bad_head_is_a_problem_and_the_records_are_read(tmp_path: Path, changes: dict[str, object]) -> None:
    reading = read(document(**changes), tmp_path)
    assert len(reading.records) == 1
    assert len(reading.problems) == 1


@pytest.mark.parametrize("piece", ["[],", "0,", '"ab",', '{"a":1},', "1" * 4000 + ",", "[" * 500 + "]" * 500 + ","])
def test_a_flood_is_refused_and_not_listed_in_full(tmp_path: Path, piece: str) -> None:
    flood = (
        b'{"format": "courage-journal", "version": 1, "records": ['
        + piece.encode() * (2_000_000 // len(piece))
        + b"0]}"
    )
    with pytest.raises(NotUnderstood):
        read(flood, tmp_path)


@anything
@given(st.data())
def test_damaged_files_never_crash(tmp_path: Path, data: st.DataObject) -> None:
    whole = document(records=[record(), record(id="1" * 32)])
    try:
        reading = read(data.draw(damaged(whole)), tmp_path)
    except AppError:
        return
    json.loads(written(reading.records))
