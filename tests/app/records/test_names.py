"""A name becomes a person once, and stays that person."""

from hypothesis import given
from hypothesis import strategies as st

from app.journal import Journal
from app.records.names import Names
from tests.app.reflections.journals import NOW, undone


@given(st.lists(st.text(max_size=5)), st.lists(st.text(max_size=5)))
def test_a_name_has_one_id_for_ever(shared: Journal, some: list[str], more: list[str]) -> None:
    names = Names(shared.vault.connection)
    with undone(shared):
        first = names.ids(some, NOW)
        second = names.ids(some + more, NOW)
        assert set(first) == set(some)
        assert second.items() >= first.items()
        assert len(set(second.values())) == len(set(some + more))
        assert names.ids(some, NOW) == first
        assert set(names.by_id().values()) == set(some + more)


def test_names_are_in_order_whatever_their_case(journal: Journal) -> None:
    Names(journal.vault.connection).ids(["ben", "Anna", "Émile", "anna", "Carl"], NOW)
    assert journal.people.names() == ["Anna", "anna", "ben", "Carl", "Émile"]


def test_many_names_are_taken_at_once(journal: Journal) -> None:
    names = [f"Name {number}" for number in range(1201)]
    ids = Names(journal.vault.connection).ids(names, NOW)
    assert len(set(ids.values())) == 1201
    assert Names(journal.vault.connection).ids(names, NOW) == ids
