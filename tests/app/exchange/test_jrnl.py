"""jrnl: text and JSON of one journal are the same reflections, and no word of it is lost."""

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.errors import AppError, NotText, NotUnderstood
from app.exchange import jrnl
from app.exchange.reading import MOST_MALFORMED, Reading
from app.reflections.model import Reflection
from tests.app.exchange.strategies import damaged, words

# Made-up journals; the JSON beside each text is what jrnl 4.6 makes of it.
JOURNALS = sorted((Path(__file__).parents[2] / "data/jrnl").glob("*.journal"))
BASIC, *_ = JOURNALS
anything = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


def read(text: str | bytes, folder: Path, name: str = "j.txt") -> Reading[Reflection]:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return jrnl.read(path)


def one(text: str, folder: Path) -> Reflection:
    (found,) = read(text, folder).records
    return found


@pytest.mark.parametrize("journal", JOURNALS, ids=lambda path: path.stem)
def test_text_and_json_of_a_journal_are_the_same(journal: Path) -> None:
    text = jrnl.read(journal)
    assert text == jrnl.read(journal.with_suffix(".json"))
    assert text.problems == []
    assert len({each.id for each in text.records}) == len(text.records) > 0


def test_entries_of_several_paragraphs() -> None:
    first, second, third = jrnl.read(BASIC).records
    assert [each.content.date for each in (first, second, third)] == [
        date(2025, 9, 1),
        date(2025, 9, 12),
        date(2025, 10, 6),
    ]
    assert [each.content.time for each in (first, second, third)] == ["08:40", "18:05", "07:55"]
    assert [each.content.tags for each in (first, second, third)] == [
        ("monthlyreport", "priya", "takeback"),
        ("takeback", "starred"),
        ("letgo", "monthlyreport", "priya"),
    ]
    assert second.content.text.startswith("Jonas found the mistake before I did.\n\nThe invoice run had the wrong")
    assert second.content.text.count("\n\n") == 3
    assert second.created_at == second.updated_at == datetime(2025, 9, 12, 18, 5, tzinfo=UTC)
    assert second.content.zone is None
    assert "The quarter is closed. 🎉 Nobody died" in third.content.text


def test_entries_on_single_lines() -> None:
    assert [each.content.text for each in jrnl.read(BASIC.with_name("single-lines.journal")).records] == [
        "Did not open the folder.\n\nFelt the pull twice.",
        "Was it @trust?\n\nOr was I only busy...",
        "Sam asked for an hour with me",
        'He said "Let me try." I let him.',
        '"It works."\n\nThen he showed me how.',
        "Version 1.2 of the checklist is his. @checklist! I only read it.",
    ]


@pytest.mark.parametrize("journal", JOURNALS, ids=lambda path: path.stem)
def test_every_word_of_every_entry_is_kept(journal: Path) -> None:
    reading = jrnl.read(journal)
    source = journal.read_text("utf-8")
    headers = "".join(line[:18] for line in source.splitlines() if line.startswith("[20"))
    kept = " ".join(each.content.text for each in reading.records)
    assert words(source) <= words(kept) | words(headers)
    assert reading.problems == []


def test_tags_in_every_place_of_a_line() -> None:
    (entry,) = jrnl.read(BASIC.with_name("multiline-tags.journal")).records
    assert set(entry.content.tags) == {
        *("team", "question", "yours", "agreed", "thanks"),
        *("therostersaidthreeofthem", "therostersaidthefourth"),
    }


@pytest.mark.parametrize(
    ("header", "day", "at"),
    [
        ("2020-08-29 11:11", date(2020, 8, 29), "11:11"),
        ("2020-08-29 11:11:59", date(2020, 8, 29), "11:11"),
        ("2020-08-29T11:11", date(2020, 8, 29), "11:11"),
        ("2020-08-29 11:11 AM", date(2020, 8, 29), "11:11"),
        ("2020-08-29 11:11 PM", date(2020, 8, 29), "23:11"),
        ("2020-08-29 12:05:01 a.m.", date(2020, 8, 29), "00:05"),
        ("2020-08-29 12:05pm", date(2020, 8, 29), "12:05"),
        ("2020-08-29", date(2020, 8, 29), None),
    ],
)
def test_headers(tmp_path: Path, header: str, day: date, at: str | None) -> None:
    entry = one(f"[{header}] Title", tmp_path)
    assert (entry.content.date, entry.content.time, entry.content.text) == (day, at, "Title")


@pytest.mark.parametrize(
    "line",
    ["[2020-02-30 10:00] no", "[2020-01-01 25:00] no", "[2020-01-01 13:00 PM] no", "[29.08.2020] no", "[2020-1]"],
)
def test_what_only_looks_like_a_header_stays_text_and_is_reported(tmp_path: Path, line: str) -> None:
    reading = read(f"[2020-08-29 11:11] Title\nbody\n{line}\nmore\n", tmp_path)
    assert [each.content.text for each in reading.records] == [f"Title\n\nbody\n{line}\nmore"]
    assert [problem.where for problem in reading.problems] == ["j.txt, line 3"]


@pytest.mark.parametrize(
    "line", ["[1] a footnote", "[ ] to do", "[x] done", "[2020-01-01 10:00]: no", "see [2020-01-01] "]
)
def test_other_brackets_are_just_text(tmp_path: Path, line: str) -> None:
    reading = read(f"[2020-08-29 11:11] Title\n{line}\n", tmp_path)
    assert [each.content.text for each in reading.records] == [f"Title\n\n{line.strip()}"]
    assert reading.problems == []


def test_text_before_the_first_entry_is_reported(tmp_path: Path) -> None:
    reading = read("\n\nMy journal\nof 2020\n\n[2020-08-29 11:11] Title\n", tmp_path)
    assert len(reading.records) == 1
    assert [(problem.where, problem.what[-2:]) for problem in reading.problems] == [("j.txt, line 3", "2.")]


@pytest.mark.parametrize(
    ("text", "kept", "starred"),
    [
        ("Title *\nbody", "Title\n\nbody", True),
        ("Title*", "Title", True),
        ("* Title\nbody", "Title\n\nbody", True),
        ("*Title* and more\nbody", "*Title* and more\n\nbody", False),
        ("One. Two *", "One. Two", True),
        ("One. Two", "One.\n\nTwo", False),
        ("One. Two\n", "One. Two", False),
        ("“One?” Two", "“One?”\n\nTwo", False),
        ("今日は。明日", "今日は。\n\n明日", False),
        ("Version 1.2 is out", "Version 1.2 is out", False),
        ("Title\n* item *", "Title\n\n* item *", False),
        ("\n\n  only a body", "only a body", False),
        ("*", "", True),
        ("*\nOne. Two", "One.\n\nTwo", True),
        ("", "", False),
    ],
)
def test_title_and_star(tmp_path: Path, text: str, kept: str, starred: bool) -> None:
    entry = one(f"[2020-08-29 11:11] {text}", tmp_path)
    assert entry.content.text == kept
    assert entry.content.tags == (("starred",) if starred else ())


def test_windows_line_ends_and_byte_order_mark(tmp_path: Path) -> None:
    text = "[2020-08-29 11:11] Title\n\nbody\nmore\n\n[2020-08-30 11:11] Next *\nx\n"
    assert read(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode(), tmp_path) == read(text, tmp_path)


def test_equal_entries_are_both_kept_and_a_second_import_knows_them(tmp_path: Path) -> None:
    text = "[2020-08-29 11:11] Same\n\nwords\n\n" * 2 + "[2020-08-29 11:11] Same\n\nother words\n"
    first = read(text, tmp_path).records
    assert len({each.source_id for each in first}) == len({each.id for each in first}) == 3
    assert read(text, tmp_path).records == first


def as_json(entries: list[dict[str, object]]) -> str:
    return json.dumps({"tags": {}, "entries": entries})


ENTRY: dict[str, object] = {
    "title": "T.",
    "body": "b",
    "date": "2020-08-29",
    "time": "11:11",
    "tags": [],
    "starred": False,
}


def test_a_header_in_the_text_of_a_json_entry_is_text(tmp_path: Path) -> None:
    body = "one\n[2020-08-30 10:00] two\n[2020-99-99 10:00] three"
    reading = read(as_json([{**ENTRY, "body": body}]), tmp_path)
    assert [each.content.text for each in reading.records] == [f"T.\n\n{body}"]
    assert reading.problems == []


def test_a_file_of_a_single_json_entry(tmp_path: Path) -> None:
    assert len(read(json.dumps(ENTRY), tmp_path).records) == 1


def test_half_a_character_from_json_can_be_stored(tmp_path: Path) -> None:
    entry = one(as_json([{**ENTRY, "title": "a\ud800b\ud83d\ude42", "tags": ["@\udfff"]}]), tmp_path)
    assert entry.content.text == "a\N{REPLACEMENT CHARACTER}b\N{SLIGHTLY SMILING FACE}\n\nb"
    assert entry.content.tags == ("\N{REPLACEMENT CHARACTER}",)


@pytest.mark.parametrize(
    "bad",
    [
        None,
        {},
        {**ENTRY, "title": 1},
        {**ENTRY, "body": []},
        {**ENTRY, "date": "2020-8-29"},
        {**ENTRY, "date": ""},
        {**ENTRY, "time": "24:00"},
        {**ENTRY, "time": "1:00"},
        {**ENTRY, "tags": "x"},
        {**ENTRY, "tags": [1]},
    ],
)
def test_a_bad_json_entry_is_reported_and_the_others_are_read(tmp_path: Path, bad: dict[str, object]) -> None:
    reading = read(as_json([ENTRY, bad]), tmp_path)
    assert len(reading.records) == 1
    assert [problem.where for problem in reading.problems] == ["j.txt, entry 2"]


def test_other_facts_are_reported_once(tmp_path: Path) -> None:
    reading = read(as_json([{**ENTRY, "creator": {}}, {**ENTRY, "title": "U", "creator": {}}]), tmp_path)
    assert [problem.what for problem in reading.problems] == ["“creator” was left out. Entries: 2."]


def test_a_single_day_without_a_time(tmp_path: Path) -> None:
    entry = one(as_json([{**ENTRY, "time": ""}]), tmp_path)
    assert entry.content.time is None
    assert entry.source_id == one("[2020-08-29] T.\nb", tmp_path).source_id
    assert entry.source_id == one(as_json([{**ENTRY, "time": "00:00"}]), tmp_path).source_id


def test_a_folder_of_the_text_and_the_json_of_one_journal_gives_each_entry_twice(tmp_path: Path) -> None:
    for file in (BASIC, BASIC.with_suffix(".json")):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    assert jrnl.read(tmp_path).records == jrnl.read(BASIC).records * 2


def test_a_folder_of_text_and_json(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("[2020-08-29 11:11] T.\nb")
    (tmp_path / "b.json").write_text(as_json([{**ENTRY, "title": "Other"}]))
    (tmp_path / "c.jpg").write_bytes(b"\xff\xd8")
    (tmp_path / "d.md").write_text("no entries")
    reading = jrnl.read(tmp_path)
    assert [each.content.text for each in reading.records] == ["T.\n\nb", "Other\n\nb"]
    assert [problem.where for problem in reading.problems] == ["c.jpg", "d.md"]


@pytest.mark.parametrize("text", ["", "words", "{", '{"entries": 7}', '{"entries": [1]}', "[1-1] x\n" * 3])
def test_what_is_not_jrnl(tmp_path: Path, text: str) -> None:
    with pytest.raises(NotUnderstood):
        read(text, tmp_path)


def test_an_empty_json_journal(tmp_path: Path) -> None:
    assert read(as_json([]), tmp_path) == Reading[Reflection]()


def test_what_is_not_text(tmp_path: Path) -> None:
    with pytest.raises(NotText):
        read("Grüße".encode("latin-1"), tmp_path)


def test_a_flood_of_lookalikes_is_not_listed_in_full(tmp_path: Path) -> None:
    reading = read("[2020-08-29 11:11] T\n" + "[1-1]\n" * (MOST_MALFORMED * 3), tmp_path)
    assert len(reading.records) == 1
    assert len(reading.problems) == MOST_MALFORMED + 1
    assert reading.problems[-2].where == f"j.txt, line {MOST_MALFORMED + 1}"


line = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=20).filter(
    lambda each: not each.startswith("[")
)
entries = st.tuples(
    st.datetimes().map(lambda each: each.replace(second=0, microsecond=0)),
    line.map(lambda each: each.strip(" *").strip()).filter(lambda each: each and not each.endswith("*")),
    st.lists(line, max_size=5).map(lambda each: "\n".join(each).strip()),
    st.booleans(),
)


@anything
@given(st.lists(entries, min_size=1, max_size=5))
def test_generated_journals_in_both_forms(tmp_path: Path, given: list[tuple[datetime, str, str, bool]]) -> None:
    text, data = "", []
    for moment, title, body, starred in given:
        stamp = moment.isoformat(" ", "minutes")
        text += f"[{stamp}] {title}{' *' if starred else ''}\n{body}\n\n"
        tags = [f"@{tag}" for tag in jrnl._TAG.findall(f"{title}\n{body}")]
        facts = {"title": title, "body": body, "tags": tags[::-1], "starred": starred}
        data.append({"date": stamp[:10], "time": stamp[11:], **facts})
    reading = read(text, tmp_path)
    assert reading == read(as_json(data), tmp_path)
    assert reading.problems == []
    for (moment, title, body, starred), entry in zip(given, reading.records, strict=True):
        assert entry.created_at == moment.replace(tzinfo=UTC)
        assert entry.content.text == f"{title}\n\n{body}".strip()
        assert starred <= ("starred" in entry.content.tags)


@anything
@given(st.data(), st.sampled_from([BASIC, BASIC.with_suffix(".json"), BASIC.with_name("tags.journal")]))
def test_damaged_files_never_crash(tmp_path: Path, data: st.DataObject, file: Path) -> None:
    try:
        reading = read(data.draw(damaged(file.read_bytes())), tmp_path)
    except AppError:
        return
    for each in reading.records:
        each.content.text.encode()
