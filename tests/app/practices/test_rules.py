"""How a practice reads, whom to talk to, what a run has come to, and when steps become a new version."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.practices import rules
from app.practices.model import Decision, Mark, Reaction, Reading, Step, Version
from app.practices.wording import progress_in_words, said, topic_text
from tests.app.practices.making import checklist, practice, reaction, run, steps
from tests.app.reflections.journals import TODAY

DAY = timedelta(days=1)
CARE, MIXED, DISTRUST, NOT_ASKED = Reading.CARE, Reading.MIXED, Reading.DISTRUST, Reading.NOT_ASKED
days = st.dates(TODAY - 9 * DAY, TODAY)
reactions = st.lists(
    st.builds(
        Reaction,
        person=st.sampled_from([None, "Jonas", "Ravi", "Priya"]),
        reading=st.sampled_from(Reading),
        words=st.sampled_from(["", " ", "Fine.", "You read along."]),
        date=days,
    ),
    max_size=6,
)
step_lists = st.lists(st.builds(Step, text=st.sampled_from("abcdef"), second_eyes=st.none()), max_size=6)
versions = st.builds(Version, date=days, reason=st.just(""), steps=step_lists.map(tuple))


@given(reactions)
def test_how_it_reads_on_the_whole_is_what_those_asked_agree_on(given: list[Reaction]) -> None:
    asked = {each.reading for each in rules.current(given)} - {NOT_ASKED}
    expected = NOT_ASKED if not asked else next(iter(asked)) if len(asked) == 1 else MIXED
    assert rules.overall(given) is expected


@given(reactions)
def test_each_person_counts_once_and_with_the_newest(given: list[Reaction]) -> None:
    kept = rules.current(given)
    named = [each.person for each in kept if each.person is not None]
    assert len(named) == len(set(named))
    assert set(named) == {each.person for each in given} - {None}
    assert [each for each in kept if each.person is None] == [each for each in given if each.person is None]
    for each in kept:
        assert each.person is None or all(each.date >= other.date for other in given if other.person == each.person)


def test_what_weighs_most_is_quoted() -> None:
    given = [
        reaction("Jonas", CARE, "I know what is mine now."),
        reaction("Ravi", DISTRUST),
        reaction("Priya", MIXED, "It depends."),
        reaction("Tomás", MIXED, "Later.", date=TODAY + DAY),
    ]
    assert rules.telling(given) == given[3]
    assert said(given) == "“Later.” Tomás"
    assert said(given[1:2]) == "Ravi: distrust."
    assert said([reaction("Jonas", CARE), reaction("Ravi", NOT_ASKED)]) == "Jonas: care. Ravi: not asked yet."
    assert said([reaction(None, MIXED, "A candidate heard it.")]) == "“A candidate heard it.”"
    assert said([reaction(None, MIXED)]) == ""


def test_distrust_is_talked_about_when_it_is_first_said() -> None:
    before = practice(reactions=(reaction("Priya", MIXED), reaction("Ravi", DISTRUST), reaction(None, CARE)))
    after = replace(
        before, reactions=(reaction("Priya", DISTRUST), reaction("Ravi", DISTRUST), reaction(None, DISTRUST))
    )
    assert rules.to_talk_with(before, after) == ("Priya",)
    assert rules.to_talk_with(None, after) == ("Priya", "Ravi")
    assert rules.to_talk_with(after, after) == ()
    assert rules.to_talk_with(after, before) == ()


def test_a_decision_to_loosen_or_explain_is_talked_about_with_whom_it_concerns() -> None:
    given = (reaction("Priya", DISTRUST), reaction("Ravi", MIXED), reaction("Jonas", CARE), reaction("Aiko", NOT_ASKED))
    before = practice(reactions=given)
    for decision in (Decision.LOOSEN, Decision.EXPLAIN):
        assert rules.to_talk_with(before, replace(before, decision=decision)) == ("Priya", "Ravi")
    assert rules.to_talk_with(before, replace(before, decision=Decision.KEEP)) == ()
    loosened = replace(before, decision=Decision.LOOSEN)
    assert rules.to_talk_with(loosened, replace(loosened, name="Another name")) == ()


def test_a_topic_says_nothing_of_what_somebody_said() -> None:
    assert topic_text("Copy me", None) == "“Copy me”: how it reads to you"
    assert topic_text("Copy me", Decision.KEEP) == "“Copy me”: how it reads to you"
    assert topic_text("Copy me", Decision.LOOSEN) == "“Copy me”: how it could be looser"
    assert topic_text(" ", Decision.EXPLAIN) == "“Practice without a name”: what it is for"


def test_it_is_looked_at_again_from_its_day_on() -> None:
    assert not rules.is_due(practice(), TODAY)
    assert not rules.is_due(practice(look_again_on=TODAY + DAY), TODAY)
    assert rules.is_due(practice(look_again_on=TODAY), TODAY)


@given(st.lists(versions, max_size=3).map(tuple), step_lists, st.booleans(), st.text(max_size=3))
def test_what_was_in_force_before_stays_as_it_was(
    before: tuple[Version, ...], wanted: list[Step], is_used: bool, reason: str
) -> None:
    kept = checklist(versions=before)
    changed = rules.with_steps(kept, wanted, reason, TODAY, is_used=is_used)
    if changed.versions:
        assert changed.versions[-1].steps == tuple(wanted)
    in_place = bool(before) and before[-1].date == TODAY and not is_used
    untouched = before[:-1] if in_place else before
    assert changed.versions[: len(untouched)] == untouched
    assert len(changed.versions) - len(before) in ((0,) if in_place else (0, 1))
    assert rules.with_steps(changed, wanted, reason, TODAY, is_used=is_used) == changed


def test_nothing_new_makes_no_version() -> None:
    given = checklist(steps("a", "b"))
    given = replace(given, versions=(replace(given.versions[0], date=TODAY - DAY),))
    assert rules.with_steps(given, [*steps("a", "b"), Step(text=" ")], "", TODAY, is_used=False) is given
    assert rules.with_steps(checklist(), [Step(text="")], "why", TODAY, is_used=False).versions == ()


def test_the_steps_of_a_version() -> None:
    given = checklist(steps("a"), steps("a", "b"))
    assert rules.steps_of(given) == rules.steps_of(given, 2) == steps("a", "b")
    assert rules.steps_of(given, 1) == steps("a")
    assert rules.steps_of(given, 3) == rules.steps_of(given, 0) == rules.steps_of(checklist()) == ()


@given(st.lists(st.sampled_from(Mark), max_size=8).map(tuple), st.integers(0, 8), st.booleans())
def test_a_run_has_come_so_far(marks: tuple[Mark, ...], count: int, is_finished: bool) -> None:
    given = run(checklist(), version=1, marks=marks, finished_on=TODAY if is_finished else None)
    found = rules.progress(given, count)
    assert found.done + len(found.left_out) + len(found.not_yet) == found.total == count
    assert not set(found.left_out) & set(found.not_yet)
    assert {*found.left_out, *found.not_yet} <= set(range(1, count + 1))
    assert found.is_complete == (is_finished and not found.left_out and not found.not_yet)
    assert progress_in_words(found)


def test_a_run_in_words() -> None:
    given = run(checklist(), version=1, marks=(Mark.FILLED, Mark.LEFT_OUT, Mark.LEFT_OUT))
    assert progress_in_words(rules.progress(given, 4)) == "1 of 4 so far"
    over = replace(given, finished_on=TODAY)
    assert progress_in_words(rules.progress(over, 4)) == "1 of 4 done"
    assert progress_in_words(rules.progress(over, 3)) == "steps 2 and 3 left out"
    assert progress_in_words(rules.progress(over, 2)) == "step 2 left out"
    assert progress_in_words(rules.progress(over, 1)) == "complete"


@given(st.lists(st.sampled_from(Mark), max_size=4).map(tuple), st.integers(0, 3), st.sampled_from([*Mark][:2]))
def test_the_same_mark_again_takes_it_away(marks: tuple[Mark, ...], at: int, mark: Mark) -> None:
    given = run(checklist(), version=1, marks=marks)
    before = rules.marks_of(given, 4)
    once = rules.marked(given, 4, at, mark)
    assert once.marks[:at] + once.marks[at + 1 :] == before[:at] + before[at + 1 :]
    assert once.marks[at] is (Mark.NOT_YET if before[at] is mark else mark)
    assert rules.marked(rules.marked(once, 4, at, mark), 4, at, mark) == once


def test_the_newest_run_that_goes_on_is_gone_on_with() -> None:
    kept = checklist(steps("a"))
    old, newer = run(kept, date=TODAY - DAY), run(kept)
    assert rules.unfinished([old, newer, run(kept, date=TODAY + DAY, finished_on=TODAY)]) == newer
    assert rules.unfinished([]) is None
