"""A title is one line, however long the text is."""

from hypothesis import given
from hypothesis import strategies as st

from app.titles import one_line


def test_white_space_is_single_and_what_is_cut_says_so() -> None:
    assert one_line(" What\r\ndid\u2028you  see? ") == "What did you see?"
    assert one_line("word " * 1000) == " ".join(["word"] * 24)[:119] + "…"
    assert one_line("x" * 120) == "x" * 120
    assert one_line("x" * 121) == "x" * 119 + "…"


@given(st.text())
def test_it_is_never_longer_and_never_two_lines(text: str) -> None:
    said = one_line(text)
    assert len(said) <= 120
    assert len(said.splitlines()) <= 1
    assert said == said.strip()
