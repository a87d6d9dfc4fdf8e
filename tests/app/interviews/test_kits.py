"""Kits: minutes that add up, what is covered, and parts that change places without one being lost."""

from collections import Counter
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from app import limits
from app.interviews import bank, kits
from app.interviews.model import Competency, Kit, KitPart, PartKind
from tests.app.interviews.making import BUILT_IN, QUESTIONS, TRUST, kit, line, question
from tests.app.reflections.journals import NOW, TODAY, new_id

NEW = kits.new(new_id(), "Support engineer", 45, TODAY, NOW)
parts = st.builds(
    KitPart,
    what=st.sampled_from(PartKind),
    question=st.sampled_from([None, *QUESTIONS, "unknown"]),
    text=st.text(max_size=5),
    minutes=st.integers(0, 60),
)
some_kits = st.lists(parts, max_size=8).flatmap(
    lambda made: st.integers(0, 240).map(lambda minutes: kit(*made, minutes=minutes))
)


def test_the_trust_question_stands_in_every_new_kit_until_it_is_taken_out() -> None:
    assert [each.what for each in NEW.parts] == [PartKind.OPENING, PartKind.QUESTION, PartKind.CLOSING]
    assert kits.words(NEW.parts[1], QUESTIONS) == TRUST.text
    assert kits.planned(NEW) == 20
    assert not kits.has(kits.without(NEW, 1), TRUST.id)


def test_a_question_comes_before_the_closing_with_the_minutes_of_the_bank_and_once() -> None:
    with_one = kits.with_question(NEW, question(minutes=9))
    assert [each.minutes for each in with_one.parts] == [5, 8, 9, 7]
    assert kits.with_question(with_one, question()) == with_one
    assert kits.with_question(NEW, question(), 0).parts[0].question == "promise"
    assert kits.with_question(kit(line()), question()).parts[-1].question == "promise"
    full = kit(*[line()] * limits.INTERVIEW_PARTS)
    assert kits.with_question(full, question()) == full


def test_what_is_covered_and_what_is_missing() -> None:
    given_ = kits.with_question(NEW, BUILT_IN[2])
    assert kits.covered(given_, QUESTIONS) == (Competency.TRUST, Competency.JUDGEMENT)
    assert kits.missing(given_, QUESTIONS)[:2] == (Competency.RESPECT, Competency.OWNERSHIP)
    assert len(kits.missing(given_, QUESTIONS)) == len(Competency) - 2


def test_a_question_that_the_bank_has_no_more_keeps_its_words() -> None:
    (*_, part, _) = kits.with_question(NEW, question("gone")).parts
    assert kits.words(part, QUESTIONS) == "What about gone?"
    edited = bank.by_id([question("gone", text="Otherwise?")], [])
    assert kits.words(part, edited) == "Otherwise?"


def test_a_copy_is_a_kit_of_its_own() -> None:
    made = kits.copy(NEW, "f" * 32, TODAY, NOW)
    assert (made.id, made.role, made.parts) == ("f" * 32, "Copy of Support engineer", NEW.parts)
    assert kits.copy(kit(role=" "), "f" * 32, TODAY, NOW).role == ""
    assert len(kits.copy(kit(role="x" * limits.NAME), "f" * 32, TODAY, NOW).role) == limits.NAME


def test_marks_below_the_bar() -> None:
    def marks(minutes: int) -> tuple[int, ...]:
        return kits.marks(kit(minutes=minutes))

    assert marks(45) == (0, 15, 30, 45)
    assert marks(50) == (0, 15, 30, 50)
    assert marks(120) == (0, 30, 60, 90, 120)
    assert marks(5) == (0, 5)
    assert marks(0) == (0,)
    assert kits.marks(kit(line(minutes=60), minutes=45)) == (0, 15, 30, 45, 60)


@given(some_kits, st.integers(-2, 10), st.integers(-2, 10))
def test_moving_loses_nothing_and_keeps_the_order_of_the_others(given_: Kit, at: int, to: int) -> None:
    after = kits.moved(given_, at, to)
    assert Counter(after.parts) == Counter(given_.parts)
    if 0 <= at < len(given_.parts):
        place = min(max(to, 0), len(given_.parts) - 1)
        assert after.parts[place] == given_.parts[at]
        assert kits.without(after, place) == kits.without(given_, at)
    else:
        assert after == given_


@given(some_kits)
def test_segments_fill_the_planned_minutes_without_a_gap(given_: Kit) -> None:
    at = 0
    for each in kits.segments(given_, QUESTIONS):
        assert each.start == at
        at += each.minutes
    assert at == kits.planned(given_) <= kits.length(given_)
    marks = kits.marks(given_)
    assert list(marks) == sorted(set(marks))
    assert {0, kits.length(given_)} == {marks[0], marks[-1]}


def test_a_copy_begins_today_and_outside_the_trash() -> None:
    old = kit(line(), deleted_at=NOW)
    made = kits.copy(old, "f" * 32, TODAY + timedelta(days=1), NOW + timedelta(hours=1))
    assert (made.id, made.date, made.deleted_at, made.parts) == ("f" * 32, TODAY + timedelta(days=1), None, old.parts)
    assert (made.created_at, made.updated_at) == (NOW + timedelta(hours=1),) * 2


def test_a_part_in_other_words_stands_where_it_stood() -> None:
    old, other = kit(line("a"), line("b"), line("c")), line("B", minutes=9)
    assert [each.text for each in kits.with_part(old, 1, other).parts] == ["a", "B", "c"]
