"""A ladder says what holds, since when, and what held before, whoever said it; and a change of today is said anew."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.delegation.authority import Ladder, ladders, next_level
from app.delegation.model import Brief, Delegation
from app.people.model import Authority, Level
from tests.app.delegation.making import DAY, delegation
from tests.app.people.people import level
from tests.app.reflections.journals import NOW, TODAY, new_id

LOW, MID, HIGH = Authority.RECOMMEND, Authority.DECIDE_WITH_ME, Authority.YOURS
days = st.integers(-80, 0).map(lambda ago: TODAY + ago * DAY)
works = st.sampled_from(["Reports", " reports", "Rota"])
levels = st.lists(st.builds(level, works, st.none() | st.sampled_from(Authority), days), max_size=8)
handed = st.lists(
    st.builds(
        lambda work, day, authority: delegation("Jonas", day, work, brief=Brief(authority=authority)),
        works,
        days,
        st.none() | st.sampled_from(Authority),
    ),
    max_size=4,
)


def one(*said: Level | Delegation) -> Ladder:
    spoken = [each for each in said if isinstance(each, Level)]
    (found,) = ladders(spoken, [each for each in said if isinstance(each, Delegation)]).values()
    return found


@given(levels, handed)
def test_each_kind_of_work_is_as_it_was_said_last(spoken: list[Level], given_over: list[Delegation]) -> None:
    found = ladders(spoken, given_over)
    assert sorted(each.id for ladder in found.values() for each in ladder.levels) == sorted(each.id for each in spoken)
    for ladder in found.values():
        assert ladder.now is ladder.rungs[-1].authority
        assert ladder.before is not ladder.now or ladder.now is None
        assert ladder.since in {each.since for each in ladder.rungs if each.authority is ladder.now}
        assert all(each.authority is ladder.now for each in ladder.rungs if each.since > ladder.since)


def test_a_kind_of_work_that_moved_knows_from_where() -> None:
    low, mid = level("Reports", LOW, TODAY - 90 * DAY), level("reports", MID, TODAY - 20 * DAY)
    found = one(low, mid, level("Reports", MID, TODAY - 5 * DAY, note="said again"))
    assert (found.now, found.before, found.since, found.steps) == (MID, LOW, TODAY - 20 * DAY, 1)
    handed_over = delegation(begun=TODAY - 10 * DAY, work="Reports", brief=Brief(authority=HIGH))
    found = one(low, mid, handed_over)
    assert (found.now, found.before, found.since, found.steps) == (HIGH, MID, TODAY - 10 * DAY, 2)
    assert one(level("Reports", None)).steps == 0
    assert one(low, level("Reports", None)).before is LOW


def test_a_level_changes_in_place_on_its_day_and_else_anew() -> None:
    ladder = one(level("Reports", LOW, note="for now"))
    assert next_level(ladder, TODAY, new_id(), NOW) == ladder.levels[0]
    new = next_level(ladder, TODAY + DAY, "f" * 32, NOW)
    assert (new.id, new.date, new.authority, new.note) == ("f" * 32, TODAY + DAY, LOW, "")


def test_what_was_only_handed_over_is_said_anew_with_what_holds() -> None:
    ladder = one(delegation(begun=TODAY - DAY, work="Rota", brief=Brief(authority=MID), private=True))
    new = next_level(ladder, TODAY, "f" * 32, NOW + timedelta(seconds=1))
    assert (new.person, new.work, new.date, new.authority, new.private) == ("Jonas", "Rota", TODAY, MID, True)
