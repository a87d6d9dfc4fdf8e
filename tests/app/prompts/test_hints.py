"""What is said while a question is written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.prompts.hints import Hint, hints, in_words
from tests.app.prompts.prompts import BUILT_IN


def test_nothing_is_said_of_what_came_along() -> None:
    assert [each.id for each in BUILT_IN if hints(each.question)] == []


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("", ()),
        (" \n", ()),
        ("What did you leave alone?", ()),
        ("What " + "more " * 24 + "?", (Hint.LONG,)),
        ("What " + "more " * 23 + "more?", ()),
        ("Why did you step in?", (Hint.WHY,)),
        ("“why now?", (Hint.WHY,)),
        ("Whyever not?", ()),
        ("What was that, and why?", ()),
        ("What did you leave alone", (Hint.NO_MARK,)),
        ("why " + "more " * 25, (Hint.LONG, Hint.WHY, Hint.NO_MARK)),
        ("ماذا تركت اليوم؟", ()),
        ("今日は何を任せましたか？", ()),
    ],
)
def test_it_says_what_may_be_in_the_way(question: str, said: tuple[Hint, ...]) -> None:
    assert hints(question) == said


@given(st.text())
def test_any_text_can_be_looked_at(question: str) -> None:
    assert all(in_words(each).endswith(".") for each in hints(question))
