"""What was written is found by its words in any script, newest first, and what is gone is not."""

import re
import unicodedata
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.journal import Journal
from app.search import index
from app.search.index import Document, Hit
from tests.app.reflections.journals import new_id, undone

TODAY = date(2026, 3, 10)
# Letters to us that were signs to the Unicode of FTS5's tables: they part words there.
UNKNOWN_LETTERS = "\u166d\u19b0-\u19c9\u1cf2\u1cf3"
SIGNS = (
    "\u0301\u05b8\u064e\u093f\u0e31\ufe0f\u200b\u200d\u200f\u2066\u2069\u061c.,;!?…–-_'’()[]{}<>|/@#€₺%&*+=^\"№°®™©🎉→✓"
)
word = re.compile(f"[^\\W_{UNKNOWN_LETTERS}]+")


def document(body: str, day: date = TODAY, time: str | None = None, id: str | None = None) -> Document:
    return Document(kind="reflection", id=id or new_id(), day=day, time=time, title="title", body=body)


def put(journal: Journal, body: str, day: date = TODAY, time: str | None = None, id: str | None = None) -> str:
    made = document(body, day, time, id)
    index.put(journal.vault.connection, made)
    return made.id


def find(journal: Journal, query: str) -> list[Hit]:
    return index.find(journal.vault.connection, query, 50)


def ids(journal: Journal, query: str) -> list[str]:
    return [hit.id for hit in find(journal, query)]


@given(st.text(st.characters(categories=["L", "N", "Z", "Cc"]) | st.sampled_from(SIGNS), max_size=60))
def test_every_word_of_a_text_finds_it(shared: Journal, text: str) -> None:
    with undone(shared):
        put(shared, text)
        found = {each: len(find(shared, each)) for each in word.findall(text)}
        assert found == dict.fromkeys(found, 1)


@given(st.lists(st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=5), min_size=1, max_size=30))
def test_a_snippet_marks_a_match_and_shows_no_seam(shared: Journal, words: list[str]) -> None:
    with undone(shared):
        put(shared, " ".join(words))
        for hit in (hit for each in words for hit in find(shared, each)):
            assert re.search(r"\[[^][]+\]", hit.snippet)
            assert "\u200b" not in hit.snippet
            assert hit.snippet == " ".join(hit.snippet.split())


@pytest.mark.parametrize(
    ("sentence", "inside"),
    [
        ("我今天和王芳开会讨论了项目", "开会"),
        ("今日は会議でフィードバックを伝えた", "フィードバック"),
        ("今日は会議でフィードバックを伝えた", "会議"),
        ("오늘은팀회의에서위임했다", "회의"),
        ("วันนี้ฉันมอบหมายงานให้ทีม", "มอบหมาย"),
        ("ຂ້ອຍມອບໝາຍວຽກ", "ມອບໝາຍ"),
        ("ខ្ញុំបានប្រគល់ការងារ", "ប្រគល់"),
        ("ကျွန်ုပ်အလုပ်အပ်နှံခဲ့သည်", "အလုပ်"),
        ("shipped🎉at last", "🎉"),
        ("𠮷野家で", "野家"),
    ],
)
def test_a_word_inside_a_run_of_characters_is_found_and_marked(journal: Journal, sentence: str, inside: str) -> None:
    put(journal, sentence)
    (hit,) = find(journal, inside)
    assert inside in hit.snippet.replace("[", "").replace("]", "")
    assert hit.snippet.startswith(sentence.partition(inside)[0] + "[")


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("Café", "cafe"),
        ("cafe", "CAFÉ"),
        ("delegated", "DELE"),
        ("Žižkov", "zizk"),
        ("ΛΟΓΟΣ", "λογος"),
        ("Делегирование", "делег"),
        ("שלום לכולם", "לכולם"),
        ("مرحبا بكم", "بكم"),
        ("हिन्दी में लिखा", "लिखा"),
        ("a-b/c", "a-b/c"),
        ("what he said", '"he said"'),
        ("one two", "two one"),
        ("2026 figures", "202"),
        ("told \u2068Anna\u2069", "anna"),
        ("₽500", "500"),
        ("30°C, Acme®, №5", "c acme 5"),
    ],
)
def test_it_is_found(journal: Journal, text: str, query: str) -> None:
    put(journal, text)
    assert len(find(journal, query)) == 1


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("what she said", '"said she"'),
        ("one two", '"one tw"'),
        ("one two", "one three"),
        ("会议", "议会"),
        ("under", "wonder"),
        ("a OR b", "c OR b"),
        ("alpha", "NOT beta"),
    ],
)
def test_it_is_not_found(journal: Journal, text: str, query: str) -> None:
    put(journal, text)
    assert find(journal, query) == []


@given(st.text(st.characters(categories=["L"]), min_size=1, max_size=8))
def test_composed_and_decomposed_are_the_same(shared: Journal, text: str) -> None:
    composed, decomposed = unicodedata.normalize("NFC", text), unicodedata.normalize("NFD", text)
    with undone(shared):
        put(shared, composed)
        put(shared, decomposed)
        assert len(find(shared, composed)) == len(find(shared, decomposed))
        assert len(find(shared, composed)) in ({0, 2} if re.search(f"[{UNKNOWN_LETTERS}]", composed) else {2})


def test_what_stands_behind_a_nul_is_found_and_shown(journal: Journal) -> None:
    put(journal, "before\0after the end")
    assert [hit.snippet for hit in find(journal, "end")] == ["before after the [end]"]
    assert [hit.snippet for hit in find(journal, "before\0after")] == ["[before after] the end"]


@given(st.lists(st.tuples(st.dates(), st.sampled_from([None, "00:00", "00:01", "12:00", "23:59"])), max_size=40))
def test_newest_comes_first(shared: Journal, moments: list[tuple[date, str | None]]) -> None:
    with undone(shared):
        index.add_all(shared.vault.connection, [document("same", day, time) for day, time in moments[::2]])
        for day, time in moments[1::2]:
            put(shared, "same", day, time)
        days = [hit.date for hit in find(shared, "same")]
        assert days == sorted((day for day, _ in moments), reverse=True)


def test_within_a_minute_the_last_comes_first(journal: Journal) -> None:
    first, second = put(journal, "same", TODAY, "09:00"), put(journal, "same", TODAY, "09:00")
    both = [document("same", TODAY, "09:00") for _ in range(2)]
    index.add_all(journal.vault.connection, both)
    assert ids(journal, "same") == [both[1].id, both[0].id, second, first]


def test_many_at_once_are_all_found(journal: Journal) -> None:
    many = [document(f"same w{number}", TODAY - timedelta(number % 7)) for number in range(1001)]
    index.add_all(journal.vault.connection, many)
    assert {hit.id for hit in index.find(journal.vault.connection, "same", 2000)} == {each.id for each in many}
    assert ids(journal, "w1000") == [many[1000].id]


def test_another_date_moves_a_hit(journal: Journal) -> None:
    old, new = put(journal, "same", TODAY - timedelta(2)), put(journal, "same", TODAY)
    put(journal, "same", TODAY + timedelta(1), id=old)
    assert [(hit.id, hit.date) for hit in find(journal, "same")] == [(old, TODAY + timedelta(1)), (new, TODAY)]


def test_another_text_is_found_instead_of_the_old_one(journal: Journal) -> None:
    id = put(journal, "before")
    put(journal, "after", id=id)
    assert (ids(journal, "before"), ids(journal, "after")) == ([], [id])


def test_what_was_removed_is_not_found(journal: Journal) -> None:
    id = put(journal, "word")
    index.remove(journal.vault.connection, "reflection", id)
    assert find(journal, "word") == []


def test_of_too_many_the_newest_are_told(journal: Journal) -> None:
    index.add_all(journal.vault.connection, [document("same", TODAY - timedelta(days)) for days in range(10)])
    assert [hit.date for hit in index.find(journal.vault.connection, "same", 2)] == [TODAY, TODAY - timedelta(1)]
