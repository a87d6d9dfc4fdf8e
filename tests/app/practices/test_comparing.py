"""What is different between two versions: applied to the old one it gives the new."""

from hypothesis import given
from hypothesis import strategies as st

from app.practices.comparing import added_in, applied, differences
from app.practices.model import Step, Version
from tests.app.practices.making import steps
from tests.app.reflections.journals import TODAY

WORDS = ["", "Pull the numbers", "Pull the numbers, freeze the date", "Check the ledger", "Send by noon", "Write it"]
lists = st.lists(
    st.builds(Step, text=st.sampled_from(WORDS) | st.text(max_size=9), second_eyes=st.sampled_from([None, "Nadia"])),
    max_size=7,
).map(tuple)


@given(lists, lists)
def test_the_differences_applied_to_the_old_give_the_new(old: tuple[Step, ...], new: tuple[Step, ...]) -> None:
    found = differences(old, new)
    assert applied(old, found) == new
    assert [each for each in found if not (each.is_added or each.is_removed or each.is_changed or each.is_moved)] == []


@given(lists)
def test_nothing_is_different_from_itself(same: tuple[Step, ...]) -> None:
    assert differences(same, same) == ()


@given(lists, lists)
def test_what_is_the_same_in_both_is_never_added_or_removed(old: tuple[Step, ...], new: tuple[Step, ...]) -> None:
    found = differences(old, new)
    added = [each.after for each in found if each.is_added]
    removed = [each.before for each in found if each.is_removed]
    assert not set(added) & set(removed)


def test_each_kind_of_difference_is_told() -> None:
    old = (*steps("Pull the numbers", "Check the ledger", "Write it", "Send by noon"),)
    new = (
        Step(text="Send by noon"),
        Step(text="Pull the numbers, freeze it"),
        Step(text="Check the ledger", second_eyes="Nadia"),
        Step(text="Ask the board"),
    )
    moved, changed, watched, added, removed = differences(old, new)
    assert (moved.was, moved.at, moved.is_moved, moved.is_changed) == (3, 0, True, False)
    assert (changed.was, changed.at, changed.is_moved, changed.is_changed) == (0, 1, False, True)
    assert (watched.is_changed, watched.is_moved) == (True, False)
    assert (added.is_added, added.at) == (True, 3)
    assert (removed.is_removed, removed.was, removed.before) == (True, 2, Step(text="Write it"))


def test_what_is_new_in_a_version() -> None:
    given = [Version(date=TODAY, steps=each) for each in (steps("a"), steps("b", "a"), steps("a"))]
    assert added_in(given, 1) == added_in(given, 3) == added_in(given, 4) == frozenset()
    assert added_in(given, 2) == {0}
