"""Where preferences live: one row each, its value as JSON; those of a later version are left alone."""

import json
from collections.abc import Callable
from dataclasses import asdict, replace
from datetime import date
from typing import Any

from sqlalchemy import Column, Connection, MetaData, Table, Text, delete, insert, select

from app.moments import parse_day
from app.phrasing.model import OwnPhrase
from app.preferences.model import KEPT_CHOICES, LOCK_CHOICES, Preferences

_preference = Table("preference", MetaData(), Column("key", Text, primary_key=True), Column("value", Text))


class PreferencesStore:
    """The preferences of one open journal. To be used inside a transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self) -> Preferences:
        """The preferences. One that is not kept, or whose value is not understood, is the default."""
        known: dict[str, Any] = {}
        for key, text in self._connection.execute(select(_preference.c.key, _preference.c.value)):
            if key in _READ:
                try:
                    known[key] = _READ[key](json.loads(text))
                except (TypeError, ValueError, RecursionError):
                    continue
        return Preferences(**known)

    def change(self, **changes: object) -> Preferences:
        """Keeps the fields named and returns all as they are now.

        Raises TypeError for one that there is not, ValueError or TypeError for a value that it cannot have.
        """
        kept = replace(self.get(), **changes)  # type: ignore[arg-type]  # by name; the next lines look at each
        values = [{"key": name, "value": _written(name, getattr(kept, name))} for name in changes]
        if values:
            self._connection.execute(delete(_preference).where(_preference.c.key.in_(list(changes))))
            self._connection.execute(insert(_preference), values)
        return kept


def _written(name: str, value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, default=_plain)
    _READ[name](json.loads(text))
    return text


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, OwnPhrase):
        return asdict(value)
    raise TypeError


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    value.encode()  # half a surrogate is not text
    return value


def _day(value: object) -> date:
    return parse_day(_text(value))


def _days_by_name(value: object) -> dict[str, date]:
    if not isinstance(value, dict):
        raise TypeError
    return {_text(name): _day(day) for name, day in value.items()}


def _numbers_by_day(value: object) -> dict[str, int]:
    if not isinstance(value, dict):
        raise TypeError
    return {_day(day).isoformat(): _count(number) for day, number in value.items()}


def _count(value: object) -> int:
    if type(value) is not int or value < 0:
        raise ValueError
    return value


def _yes_or_no(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError
    return value


def _one_of(*choices: int) -> Callable[[object], int]:
    def read(value: object) -> int:
        if type(value) is not int or value not in choices:
            raise ValueError
        return value

    return read


def _optional(read: Callable[[object], object]) -> Callable[[object], object]:
    return lambda value: None if value is None else read(value)


def _many(read: Callable[[object], object]) -> Callable[[object], object]:
    def read_all(value: object) -> tuple[object, ...]:
        if not isinstance(value, list):
            raise TypeError
        return tuple(map(read, value))

    return read_all


def _own_phrase(value: object) -> OwnPhrase:
    if not isinstance(value, dict):
        raise TypeError
    return OwnPhrase(**{name: _text(each) for name, each in value.items()})


_READ: dict[str, Callable[[object], object]] = {
    "name": _text,
    "lock_after": _one_of(*LOCK_CHOICES),
    "shows_prompt": _yes_or_no,
    "first_weekday": _optional(_one_of(*range(7))),
    "finished_on": _optional(_day),
    "daily_backup": _yes_or_no,
    "second_place": _text,
    "wish": _text,
    "review_weekday": _optional(_one_of(*range(7))),
    "week_closed_on": _optional(_day),
    "passed_over": _days_by_name,
    "notices_blame": _yes_or_no,
    "phrases_off": _many(_text),
    "own_phrases": _many(_own_phrase),
    "not_carried": _days_by_name,
    "pack_naming": _optional(_text),
    "pack_paper": _optional(_text),
    "pack_left_out": _many(_text),
    "signs_as": _text,
    "suggestions_put_off": _days_by_name,
    "cycles_put_off": _days_by_name,
    "candidates_kept_months": _one_of(*KEPT_CHOICES),
    "candidates_erased": _numbers_by_day,
}
