"""The fields of one JSON object, each asked for by name and type: how every kind of record is read."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import Any, TypeVar

from app.errors import TooLong
from app.moments import parse_day, parse_instant

Record = dict[str, Any]
_T = TypeVar("_T")
_E = TypeVar("_E", bound=StrEnum)
_ID = re.compile(r"[0-9a-f]{32}")
_TIME = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")


class MalformedRecord(ValueError):
    """A record that does not have the documented shape; `str()` names the field, never its content."""


class Fields:
    """A JSON object. What is asked for and is not there, or is of another type, raises MalformedRecord."""

    def __init__(self, record: object, known: tuple[str, ...]) -> None:
        """Raises MalformedRecord for what is no object, or has other fields than these."""
        if not isinstance(record, Mapping):
            raise MalformedRecord("object expected")
        unknown = [key for key in record if key not in known]
        if unknown:
            raise MalformedRecord(f"{len(unknown)} unknown fields")
        self._record: Mapping[str, object] = record

    def check_kind(self, kind: str) -> None:
        """Raises MalformedRecord for a record of another kind."""
        if self.text("kind") != kind:
            raise MalformedRecord("kind")

    def of(self, name: str, convert: Callable[[object], _T]) -> _T:
        """The field as `convert` has it."""
        if name not in self._record:
            raise MalformedRecord(f"{name} is missing")
        try:
            return convert(self._record[name])
        except MalformedRecord as error:
            raise MalformedRecord(f"{name}: {error}") from None
        except (TypeError, ValueError, OverflowError):
            raise MalformedRecord(name) from None

    def optional(self, name: str, convert: Callable[[object], _T]) -> _T | None:
        """The same, or None where the field is null; it has to be there."""
        return None if self._record.get(name, "") is None else self.of(name, convert)

    def text(self, name: str) -> str:
        """Any text."""
        return self.of(name, as_text)

    def id(self, name: str) -> str:
        """32 lowercase hex digits."""
        return self.of(name, as_id)

    def names(self, name: str) -> tuple[str, ...]:
        """Names, each once."""
        found = self.each(name, as_name)
        if len(set(found)) != len(found):
            raise MalformedRecord(f"{name} holds one name twice")
        return found

    def each(self, name: str, convert: Callable[[object], _T]) -> tuple[_T, ...]:
        """A list, each item as `convert` has it."""

        def convert_all(value: object) -> tuple[_T, ...]:
            if not isinstance(value, list):
                raise MalformedRecord("list expected")
            return tuple(convert(item) for item in value)

        return self.of(name, convert_all)


def as_text(value: object) -> str:
    """Any text that UTF-8 can hold. Raises MalformedRecord or ValueError, as all of these do."""
    if not isinstance(value, str):
        raise MalformedRecord("text expected")
    value.encode()  # a lone surrogate is not text: UnicodeEncodeError is a ValueError
    return value


def tidy_name(given: str) -> str:
    """A name or tag as it is kept: composed (NFC), inner white space single; "" where nothing is left."""
    return " ".join(unicodedata.normalize("NFC", given).split())


def as_name(value: object) -> str:
    """A text that is not empty, with single spaces at most; composed (NFC), as names are kept."""
    name = unicodedata.normalize("NFC", as_text(value))
    if not name or name != tidy_name(name):
        raise MalformedRecord("name expected")
    return name


def as_id(value: object) -> str:
    """32 lowercase hex digits."""
    text = as_text(value)
    if not _ID.fullmatch(text):
        raise MalformedRecord("id expected")
    return text


def as_time(value: object) -> str:
    """`HH:MM`."""
    text = as_text(value)
    if not _TIME.fullmatch(text):
        raise MalformedRecord("time expected")
    return text


def as_bool(value: object) -> bool:
    """True or false."""
    if not isinstance(value, bool):
        raise MalformedRecord("true or false expected")
    return value


def as_day(value: object) -> date:
    """`YYYY-MM-DD`."""
    return parse_day(as_text(value))


def as_instant(value: object) -> datetime:
    """An instant in UTC, to the second."""
    return parse_instant(as_text(value))


def within_limits(check: Callable[[_T], None], record: _T) -> None:
    """Raises MalformedRecord where `check` raises TooLong."""
    try:
        check(record)
    except TooLong as error:
        raise MalformedRecord(f"{error.field} holds more than {error.most}") from None


def as_member(members: type[_E]) -> Callable[[object], _E]:
    """One of these words."""
    return lambda value: members(as_text(value))
