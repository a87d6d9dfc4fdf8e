"""Any query is one that FTS5 understands, and words are compared as a person would."""

import re
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.journal import Journal
from app.search.words import expression, folded, seamed, unseamed

OPERATORS = ('"', '""', "'", "\0", "AND", "OR", "NOT", "NEAR", "NEAR(a b, 2)", *"*^:(){}-+,.;", "body:", "a*", "\ud800")
queries = st.lists(st.one_of(st.text(max_size=20), st.sampled_from(OPERATORS))).flatmap(
    lambda parts: st.sampled_from(["", " "]).map(lambda by: by.join(parts))
)


@given(queries)
@example('"')
@example('""')
@example('a""b')
@example('"unfinished phrase')
@example("\ud800 a")
@example("\u166d")
def test_no_query_is_refused(shared: Journal, query: str) -> None:
    with shared.reading():
        shared.search(query, 5)


@pytest.mark.parametrize(
    "query",
    ["w" * 100_000, "安" * 100_000, " ".join(f"w{number}" for number in range(50_000)), '"' * 50_000, "NOT " * 50_000],
    ids=["word", "phrase", "words", "quotes", "operators"],
)
def test_a_query_of_any_length_is_answered(shared: Journal, query: str) -> None:
    with shared.reading():
        assert shared.search(query, 5) == []


def test_of_a_long_query_the_beginning_counts() -> None:
    asked = expression("word " * 1000 + "x" * 20_000)
    assert asked is not None
    assert asked.startswith('"word" *')
    assert len(asked) < 10_000


@given(st.text(st.characters(categories=["P", "Z", "Cc", "Sm", "Sc", "Sk", "Mn"])))
def test_a_query_without_a_word_asks_nothing(query: str) -> None:
    assert expression(query) is None


@given(st.text())
def test_indexed_text_reads_as_it_was_but_composed(text: str) -> None:
    parted = re.sub("[\0\u061c\u2066-\u2069]", " ", text)
    assert unseamed(seamed(text)) == unicodedata.normalize("NFC", parted).replace("\u200b", "")


@pytest.mark.parametrize(
    ("one", "other"),
    [("Anna", "ANNA"), ("Straße", "STRASSE"), ("Žofie", "z\u030cofie"), ("Jo  Ann ", "jo ann"), ("ΜΆΪΟΣ", "μάϊος")],
)
def test_a_name_is_the_same_however_it_is_typed(one: str, other: str) -> None:
    assert folded(one) == folded(other)


@pytest.mark.parametrize(("one", "other"), [("Anna", "Anne"), ("Jo Ann", "JoAnn"), ("Muller", "Müller")])
def test_another_name_is_another(one: str, other: str) -> None:
    assert folded(one) != folded(other)
