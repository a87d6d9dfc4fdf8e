"""The balance of a month says what is missing, and a review keeps the versions apart."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.people.rules import (
    BALANCE_DAYS,
    Balance,
    Shown,
    balance,
    balance_since,
    changes,
    first_version,
    is_blank,
    next_version,
    promises,
)
from app.people.wording import is_to_come, lack_in_words, read_roughly, roughly
from app.reflections.model import Pillar
from tests.app.people.people import agreement
from tests.app.reflections.journals import NOW, TODAY, new_id

DAY = timedelta(days=1)
Said = tuple[str, ...]
days = st.integers(-80, 80).map(lambda ago: TODAY + ago * DAY)
showings = st.builds(
    lambda pillar, day, length: Shown(pillar, day, day + length * DAY),
    st.sampled_from(Pillar),
    days,
    st.integers(0, 20),
)
lines = st.lists(st.sampled_from(["a", "b", " a ", "c", ""]), max_size=5).map(tuple)


@given(st.lists(showings), days)
def test_missing_is_what_shows_on_no_day_of_the_thirty(shown: list[Shown], today: date) -> None:
    found = balance(shown, today)
    window = {today - each * DAY for each in range(BALANCE_DAYS)}
    assert min(window) == balance_since(today)
    for pillar in Pillar:
        spans = [each for each in shown if each.pillar is pillar]
        touching = [each for each in spans if any(each.first <= day <= each.last for day in window)]
        assert found.times[pillar] == len(touching)
        assert (pillar in found.missing) == (not touching)
        assert 0 <= found.fill(pillar) <= 1
        assert (found.fill(pillar) == 0) == (pillar in found.missing)


@given(st.lists(showings), showings, days)
def test_more_of_it_never_empties_a_mark(shown: list[Shown], more: Shown, today: date) -> None:
    before, after = balance(shown, today), balance([more, *shown], today)
    assert all(before.fill(pillar) <= after.fill(pillar) for pillar in Pillar)
    assert set(after.missing) <= set(before.missing)


def test_a_review_begins_with_the_words_in_force_and_changes_the_version_of_its_own_day() -> None:
    in_force = agreement(mine=("The reason",), theirs=("A note",), signal="Say it")
    assert next_version(in_force, TODAY, new_id(), NOW) is in_force
    new = next_version(in_force, TODAY + DAY, "e" * 32, NOW)
    assert (new.id, new.date, new.look_again_on) == ("e" * 32, TODAY + DAY, TODAY + 91 * DAY)
    assert changes(in_force, new).are_none
    assert is_blank(first_version("Jonas", TODAY, new_id(), NOW))


@given(lines, lines, lines, lines)
def test_what_changed_leads_from_one_version_to_the_other(
    mine: Said, theirs: Said, mine_2: Said, theirs_2: Said
) -> None:
    before, after = agreement(mine=mine, theirs=theirs), agreement(mine=mine_2, theirs=theirs_2, signal="x")
    found = changes(before, after)
    for was, now, added, gone in (
        (mine, mine_2, found.mine_added, found.mine_gone),
        (theirs, theirs_2, found.theirs_added, found.theirs_gone),
    ):
        kept = {each.strip() for each in was if each.strip()} - set(gone)
        assert kept | set(added) == {each.strip() for each in now if each.strip()}
        assert kept.isdisjoint(added)
    assert found.signal == ("", "x")
    assert changes(after, after).are_none


def test_promises_are_lines_without_their_dashes() -> None:
    assert promises(" - The reason\n\n–Questions in the margin\nA well-known answer") == (
        "The reason",
        "Questions in the margin",
        "A well-known answer",
    )


@pytest.mark.parametrize(
    ("typed", "known"),
    [
        ("", ""),
        ("2023", "2023"),
        ("2025-4", "2025-04"),
        ("2025-04-12", "2025-04-12"),
        ("April 2025", "2025-04"),
        ("april", "2025-04"),
        ("Feb", "2026-02"),
        ("12 April 2025", "2025-04-12"),
        ("31 February 2025", None),
        ("2025-13", None),
        ("ju 2025", None),
        ("0000", None),
        ("last spring", None),
    ],
)
def test_a_rough_day_is_read_as_it_is_typed(typed: str, known: str | None) -> None:
    assert read_roughly(typed, date(2026, 3, 10)) == known


@given(st.dates(min_value=date(1000, 1, 1)), st.sampled_from((4, 7, 10)), st.dates(min_value=date(1000, 1, 1)))
def test_a_rough_day_that_is_shown_is_read_as_the_same_one(day: date, length: int, today: date) -> None:
    rough = day.isoformat()[:length]
    said = roughly(rough, today)
    assert read_roughly(said if str(day.year) in said else f"{said} {day.year}", today) == rough


def test_a_rough_day_is_to_come_once_none_of_it_can_have_been() -> None:
    said = ("", "2025", "2026", "2026-03", "2026-03-10", "2026-03-11", "2026-04", "2027")
    assert [each for each in said if is_to_come(each, date(2026, 3, 10))] == ["2026-03-11", "2026-04", "2027"]


def test_what_lacks_is_said_in_one_sentence() -> None:
    times = {Pillar.RESPECT: 1, Pillar.TRUST: 1, Pillar.ACCOUNTABILITY: 1}
    assert lack_in_words(Balance(times)) == ""
    assert lack_in_words(Balance({**times, Pillar.TRUST: 0})) == "No trust note in 30 days"
    assert lack_in_words(Balance({**times, Pillar.TRUST: 0, Pillar.RESPECT: 0})) == "Two pillars without a note"
    assert lack_in_words(Balance(dict.fromkeys(Pillar, 0))) == "No note in 30 days"
