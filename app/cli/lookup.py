"""Finds one of many by what somebody typed: its id, or its name."""

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

from app.errors import NameNotUnique, NoSuchName
from app.search.words import folded


class Known(Protocol):
    """What has an id."""

    @property
    def id(self) -> str:
        """By which nothing else is known."""
        ...


E = TypeVar("E", bound=Known)


def called(asked: str, given: Sequence[E], name: Callable[[E], str]) -> E:
    """The one with this id or this name; where none has it exactly, whatever its capitals.

    Raises NoSuchName and NameNotUnique.
    """
    typed = " ".join(asked.split())
    ways: list[Callable[[E], bool]] = [
        lambda each: each.id == typed,
        lambda each: name(each) == typed,
        lambda each: folded(name(each)) == folded(typed),
    ]
    found = next((found for way in ways if (found := list(filter(way, given)))), [])
    if not found:
        raise NoSuchName(typed)
    if len(found) > 1:
        raise NameNotUnique(typed)
    return found[0]
