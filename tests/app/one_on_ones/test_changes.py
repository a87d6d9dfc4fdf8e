"""Each change of a meeting, and of what is talked about, does what it says and leaves the rest as it was."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from app.one_on_ones import changes
from app.one_on_ones.model import Involvement, Note, State
from app.one_on_ones.rules import Meeting
from tests.app.one_on_ones.test_rules import DAY, NEAR, meeting, topic
from tests.app.reflections.journals import NOW, TODAY, new_id

ABOUT = st.none() | st.sampled_from(("a" * 32, "b" * 32, "c" * 32))


def test_what_was_begun_stands_for_its_day() -> None:
    made = changes.begun(new_id(), "Jonas", Meeting(on=TODAY, time="10:30", minutes=45, planned_for=TODAY - DAY), NOW)
    assert (made.date, made.time, made.minutes, made.planned_for) == (TODAY, "10:30", 45, TODAY - DAY)
    assert made.state is State.PLANNED
    assert changes.is_blank(made)


def test_a_word_or_a_mark_is_enough() -> None:
    made = meeting(TODAY, State.PLANNED)
    assert changes.is_blank(replace(made, private_notes=" \n", notes=(Note(text=" "),)))
    for written in (
        replace(made, private_notes="x"),
        changes.noted(made, None, "x"),
        replace(made, involvement=Involvement.RIGHT),
        replace(made, state=State.MISSED),
        replace(made, moved_from=(TODAY - DAY,)),
    ):
        assert not changes.is_blank(written)


@given(st.lists(st.tuples(ABOUT, st.text(max_size=9)), max_size=12))
def test_each_note_is_the_last_that_was_written_there(written: list[tuple[str | None, str]]) -> None:
    made, last = meeting(TODAY), dict[str | None, str]()
    for about, text in written:
        made = changes.noted(made, about, text)
        last[about] = text if text.strip() else ""
    assert {about: changes.note_about(made, about) for about in last} == last
    assert len({each.about for each in made.notes}) == len(made.notes)


def test_what_took_place_before_its_day_took_place_today() -> None:
    early = changes.held(meeting(TODAY + 2 * DAY, State.PLANNED, planned_for=TODAY + 2 * DAY), TODAY)
    assert (early.state, early.date, early.moved_from) == (State.HELD, TODAY, (TODAY + 2 * DAY,))
    late = changes.held(meeting(TODAY - 2 * DAY, State.PLANNED), TODAY)
    assert (late.state, late.date, late.moved_from) == (State.HELD, TODAY - 2 * DAY, ())


@given(NEAR, NEAR)
def test_nothing_is_closed_before_it_was_raised_or_after_today(raised: date, on: date) -> None:
    made = topic(min(raised, TODAY))
    closed = changes.closed(made, on, TODAY)
    assert closed.closed_on is not None
    assert made.date <= closed.closed_on <= TODAY
    assert not changes.is_open(closed)
    assert changes.reopened(replace(closed, answer="Yes")) == replace(made, answer="Yes")
