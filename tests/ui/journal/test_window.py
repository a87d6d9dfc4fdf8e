"""The part of the list that is looked at is read right, wherever it is."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from app.journal import Journal
from app.reflections.model import Filter
from tests.app.reflections.journals import NOW, new_journal, undone
from tests.ui.journal.entries import NEWEST, entries
from ui.journal import window

EVERYTHING = Filter()
COUNT = 400
GIVEN = entries(COUNT)
IDS = [each.id for each in GIVEN]


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Journal]:
    with new_journal(tmp_path_factory.mktemp("shared") / "journal") as made:
        yield made


@pytest.fixture
def journal(shared: Journal) -> Iterator[Journal]:
    with undone(shared):
        yield shared


@pytest.fixture
def long(journal: Journal) -> Journal:
    journal.reflections.add_all(GIVEN, NOW)
    return journal


def ids(found: window.Window) -> list[str]:
    return [each.id for each in found.headings]


def test_the_newest_come_first_and_not_all_at_once(long: Journal) -> None:
    found = window.read(long, EVERYTHING)
    assert ids(found) == IDS[: window.FIRST]
    assert (found.newer, found.total, found.until) == (0, COUNT, None)


@pytest.mark.parametrize("at", [0, 5, 150, 399])
def test_any_is_found_with_some_before_it(long: Journal, at: int) -> None:
    found = window.read_around(long, EVERYTHING, IDS[at])
    assert found is not None
    assert ids(found) == IDS[found.newer : found.newer + len(found.headings)]
    inside = ids(found).index(IDS[at])
    assert inside >= min(at, 20)
    assert len(found.headings) <= window.FIRST + inside


def test_one_that_is_filtered_out_is_not_found(long: Journal) -> None:
    assert window.read_around(long, Filter(tag="even"), IDS[1]) is None


@pytest.mark.parametrize("wanted", [EVERYTHING, Filter(tag="even"), Filter(person="aiko")])
def test_a_window_grows_both_ways_without_a_gap(long: Journal, wanted: Filter) -> None:
    expected = [each.id for each in long.reflections.headings(wanted)]
    found = window.read_around(long, wanted, expected[120])
    assert found is not None
    seen, until, newer = ids(found), found.until, found.newer
    while until is not None:
        until, more = window.read_newer(long, wanted, until)
        seen = [each.id for each in more] + seen
        newer -= len(more)
    while more := window.read_older(long, wanted, None, long.reflections.headings(wanted, len(seen))[-1]):
        seen += [each.id for each in more]
    assert newer == 0
    assert seen == expected


def test_a_day_without_an_entry_leads_to_the_one_before_it(long: Journal) -> None:
    found, id = window.read_from(long, EVERYTHING, NEWEST - timedelta(days=301))
    assert id == IDS[101]
    assert IDS[101] in ids(found)


def test_a_day_before_all_leads_to_the_oldest(long: Journal) -> None:
    found, id = window.read_from(long, EVERYTHING, NEWEST - timedelta(days=9000))
    assert id == IDS[-1]
    assert ids(found) == IDS[found.newer :]
    assert len(found.headings) < COUNT


def test_an_empty_journal_has_an_empty_window(journal: Journal) -> None:
    assert window.read_oldest(journal, EVERYTHING) == (window.read(journal, EVERYTHING), None)
    assert window.read_from(journal, EVERYTHING, NEWEST)[1] is None
