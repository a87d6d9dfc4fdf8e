"""Side by side: conversations by their day and never by a rating, a question in one row wherever it stood."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from app.interviews.comparing import first, side_by_side
from app.interviews.model import Asked, Landed, Landing, PartKind
from tests.app.interviews.making import asked, interview, seen
from tests.app.reflections.journals import TODAY

DAY = timedelta(days=1)


def question(id: str | None, text: str = "", **more: Any) -> Asked:
    return asked(question=id, text=text or f"What about {id}?", **more)


def test_columns_go_by_day_whatever_was_rated() -> None:
    worst, best = interview(seen(rating=1), date=TODAY - DAY), interview(seen(rating=4))
    later = interview(seen(rating=2), date=TODAY + DAY, candidate="C")
    assert side_by_side([best, later, worst]).columns == (worst, best, later)


def test_a_question_is_one_row_and_an_additional_one_stands_where_it_stood() -> None:
    welcome = asked(None, what=PartKind.OPENING, text="Welcome")
    one = interview(welcome, question("a"), question(None, "What  now?"), question("c"), date=TODAY - DAY)
    other = interview(welcome, question("c", "Reworded?"), question("b"), question("a"), question("x", "what now?"))
    found = side_by_side([other, one])
    assert [first(row).question for row in found.questions] == ["a", None, "c", "b"]
    assert [[each and each.text for each in row] for row in found.questions] == [
        ["What about a?", "What about a?"],
        ["What  now?", "what now?"],
        ["What about c?", "Reworded?"],
        [None, "What about b?"],
    ]


def test_practices_beside_each_other() -> None:
    one = interview(sheet=(Landed(practice="Checklists", about="1" * 32, landing=Landing.NEUTRAL),))
    other = interview(sheet=(Landed(practice="Lists", about="1" * 32), Landed(practice="Debriefs")), date=TODAY + DAY)
    rows = side_by_side([one, other]).practices
    assert [[each and each.practice for each in row] for row in rows] == [["Checklists", "Lists"], [None, "Debriefs"]]


def test_nobody_is_nothing() -> None:
    assert side_by_side([]).questions == ()


IDS = st.lists(st.sampled_from(["a", "b", "c", "d", None]), max_size=6)


@given(st.lists(IDS, min_size=1, max_size=4), st.integers(1, 4))
def test_everything_said_has_one_place_and_ratings_move_nothing(asked_of: list[list[str | None]], rating: int) -> None:
    talks = [
        interview(
            *(question(id, f"Own {at}?" if id is None else "") for at, id in enumerate(ids)), date=TODAY + n * DAY
        )
        for n, ids in enumerate(asked_of)
    ]
    rows = side_by_side(talks).questions
    for at, talk in enumerate(talks):
        placed = [row[at] for row in rows if row[at] is not None]
        assert sorted(map(repr, placed)) == sorted(map(repr, talk.parts))
    assert tuple(row[0] for row in rows if row[0] is not None) == talks[0].parts
    rated = [replace(talk, parts=tuple(replace(each, rating=rating) for each in talk.parts)) for talk in talks]
    assert [first(row).question for row in side_by_side(rated).questions] == [first(row).question for row in rows]
