"""JSON from strangers: read strictly, and never with a crash or for ever."""

import json
from typing import NoReturn

# Beside them a few bytes of text would become gigabytes of small objects. A journal of a hundred years stays far below.
_MOST_CONTAINERS = 10_000_000
_MOST_VALUES = 30_000_000


class MalformedJson(ValueError):
    """Not JSON, or JSON that nobody writes in earnest."""


class TwiceTheSameKey:
    """Stands for an object that names a key twice, so that only what holds it is refused."""


def load(text: str) -> object:
    """The value. Raises MalformedJson: also for NaN and Infinity, numbers of thousands of digits, and deep nesting.

    Texts in it may hold half surrogates.
    """
    if text.count("[") + text.count("{") > _MOST_CONTAINERS or text.count(",") > _MOST_VALUES:
        raise MalformedJson
    try:
        return json.loads(text, object_pairs_hook=_object, parse_constant=_refuse)
    except (ValueError, RecursionError, MemoryError):
        raise MalformedJson from None


def _object(pairs: list[tuple[str, object]]) -> object:
    found = dict(pairs)
    return found if len(found) == len(pairs) else TwiceTheSameKey()


def _refuse(name: str) -> NoReturn:
    raise MalformedJson(name)
