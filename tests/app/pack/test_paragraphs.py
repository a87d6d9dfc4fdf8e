"""Paragraphs keep what was typed, line by line."""

from hypothesis import given
from hypothesis import strategies as st

from app.pack.paragraphs import clean, one_line, paragraphs, phrase


def test_lines_and_blank_lines_are_kept() -> None:
    found = paragraphs("\n\none\r\n  two \n\nthree\n\n\n\n\nfour\n\n")
    assert [(each.lines, each.gap) for each in found] == [(("one", "  two"), 0), (("three",), 1), (("four",), 2)]


def test_each_line_has_the_direction_of_its_first_letter() -> None:
    found = paragraphs("one\n(שלום) two\n12\nمرحبا\nthree 12 אב")
    assert [(each.lines, each.right_to_left, each.language) for each in found] == [
        (("one",), False, None),
        (("(שלום) two", "12"), True, "he"),
        (("مرحبا",), True, "ar"),
        (("three 12 אב",), False, None),
    ]


def test_the_script_tells_the_language_where_it_matters() -> None:
    east = {"漢字": "zh", "漢字かな": "ja", "한국": "ko", "สวัสดี": "th", "नम": "hi"}
    languages = {"مرحبا": "ar", "Привет": None, "1": None, **east}
    assert {text: paragraphs(text)[0].language for text in languages} == languages


def test_what_no_page_can_hold_is_dropped() -> None:
    assert clean("a\x00b\ufeffc\x07d\x9fe\uffff\ud800f\tg\x85h\u2028i") == "abcde\N{REPLACEMENT CHARACTER}f    g\nh\ni"
    assert one_line(" a\n\n b\tc ") == "a b c"
    assert phrase("Jonas") == "Jonas"
    assert phrase("אבי") == "אבי\N{LEFT-TO-RIGHT MARK}"


@given(st.text())
def test_no_word_is_lost(text: str) -> None:
    words = [word for each in paragraphs(text) for line in each.lines for word in line.split()]
    assert words == clean(text).split()
