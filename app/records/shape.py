"""How the fields of a frozen dataclass are written as JSON and read back: said once, for files and for the database."""

import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

from app import limits
from app.fields import (
    Fields,
    MalformedRecord,
    Record,
    as_bool,
    as_day,
    as_id,
    as_instant,
    as_member,
    as_name,
    as_text,
    as_time,
)
from app.moments import format_instant


def _same(value: Any) -> Any:
    return value


def _tidy(name: str) -> str:
    return " ".join(unicodedata.normalize("NFC", name).split())


# Given its part, where in the record it stands ("notes/2/text") and the text or name: what is to stand there instead.
Change = Callable[["Part", str, str], str | None]


@dataclass(frozen=True, slots=True)
class Part:
    """One field: how its value is read from JSON and written, and how much it takes, in characters or in items.

    `says` marks words that a person wrote, which can be found; `is_person` the name of somebody in the journal;
    `is_private` what nobody but the owner gets to see, whatever else of the record others see.
    `shape` is that of an object, `each` that of what a list holds.
    """

    read: Callable[[object], Any]
    write: Callable[[Any], Any] = _same
    most: int | None = None
    is_optional: bool = False
    is_person: bool = False
    says: bool = False
    is_private: bool = False
    shape: "Shape | None" = None
    each: "Part | None" = None

    @property
    def holds_person(self) -> bool:
        """Whether there can be the name of somebody in it, however deep."""
        if self.shape is not None:
            return any(part.holds_person for part in self.shape.parts.values())
        return self.is_person or (self.each is not None and self.each.holds_person)

    def from_json(self, value: object) -> Any:
        """The value. Raises MalformedRecord, TypeError, ValueError or OverflowError."""
        return None if value is None and self.is_optional else self.read(value)

    def to_json(self, value: Any) -> Any:
        """The value as `json.dumps` takes it."""
        return None if value is None else self.write(value)

    def check_length(self, name: str, value: Any) -> None:
        """Raises TooLong, naming the field."""
        if value is None:
            return
        if self.most is not None:
            limits.check([(name, value, self.most)])
        if self.shape is not None:
            self.shape.check_lengths(value)
        if self.each is not None:
            for item in value:
                self.each.check_length(name, item)

    def strings(self, value: Any, wanted: Callable[["Part"], bool]) -> Iterator[str]:
        """The texts in a value, however deep, whose part is `wanted`."""
        if value is None:
            return
        if self.shape is not None:
            yield from self.shape.strings(value, wanted)
        elif self.each is not None:
            for item in value:
                yield from self.each.strings(item, wanted)
        elif wanted(self):
            yield value

    def rewritten(self, value: Any, change: "Change", at: str) -> Any:
        """The value with what `change` makes of each text in it that a person wrote and each name of somebody."""
        if value is None:
            return None
        if self.shape is not None:
            return self.shape.rewritten(value, change, at)
        if self.each is not None:
            return tuple(self.each.rewritten(item, change, f"{at}/{number}") for number, item in enumerate(value))
        return change(self, at, value) if self.says or self.is_person else value

    def renamed(self, value: Any, names: Mapping[str, str]) -> Any:
        """The JSON of a value with every name of a person replaced by what `names` has for it."""
        if value is None:
            return None
        if self.is_person:
            return names[value]
        if self.shape is not None:
            return self.shape.renamed(value, names)
        each = self.each
        return value if each is None else [each.renamed(item, names) for item in value]


class Shape:
    """A frozen dataclass as a JSON object: its fields in order, all of them, and no others."""

    def __init__(self, make: Callable[..., Any], **parts: Part) -> None:
        self._make = make
        self.parts: Mapping[str, Part] = parts

    def to_json(self, value: Any) -> Record:
        """The object."""
        return {name: part.to_json(getattr(value, name)) for name, part in self.parts.items()}

    def from_json(self, value: object) -> Any:
        """What the object holds. Raises MalformedRecord."""
        fields = Fields(value, tuple(self.parts))
        return self._make(**{name: fields.of(name, part.from_json) for name, part in self.parts.items()})

    def check_lengths(self, value: Any) -> None:
        """Raises TooLong for the first field that is longer than it takes."""
        for name, part in self.parts.items():
            part.check_length(name, getattr(value, name))

    def strings(self, value: Any, wanted: Callable[[Part], bool]) -> Iterator[str]:
        """The texts in its fields, however deep, whose part is `wanted`."""
        for name, part in self.parts.items():
            yield from part.strings(getattr(value, name), wanted)

    def rewritten(self, value: Any, change: "Change", at: str = "") -> Any:
        """The same with what `change` makes of its texts and names; `at` is where in a record it stands."""
        return replace(
            value,
            **{
                name: part.rewritten(getattr(value, name), change, f"{at}/{name}" if at else name)
                for name, part in self.parts.items()
            },
        )

    def renamed(self, value: Record, names: Mapping[str, str]) -> Record:
        """The JSON of one with every name of a person replaced by what `names` has for it."""
        return {name: part.renamed(value[name], names) for name, part in self.parts.items()}


ID = Part(as_id)
DAY = Part(as_day, date.isoformat)
INSTANT = Part(as_instant, format_instant)
TIME = Part(as_time)
FLAG = Part(as_bool)
NAME = Part(as_name, _tidy, most=limits.NAME)
PERSON = replace(NAME, is_person=True)


def text(most: int) -> Part:
    """Words of at most so many characters."""
    return Part(as_text, most=most, says=True)


LINE = text(limits.LINE)


def code(most: int = limits.CODE) -> Part:
    """A text that no person reads as words."""
    return Part(as_text, most=most)


def choice(members: type[StrEnum]) -> Part:
    """One of these words."""
    return Part(as_member(members))


def number(least: int, most: int) -> Part:
    """A whole number; both ends are inclusive."""

    def read(value: object) -> int:
        if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
            raise MalformedRecord(f"a whole number from {least} to {most} expected")
        return value

    return Part(read)


def private(part: Part) -> Part:
    """The same, a text or what is optional, for nobody but the owner."""
    return replace(part, is_private=True)


def optional(part: Part) -> Part:
    """The same, or nothing."""
    return replace(part, is_optional=True)


def an(shape: Shape) -> Part:
    """One object of this shape."""
    return Part(shape.from_json, shape.to_json, shape=shape)


def many(each: Part, most: int = limits.MANY) -> Part:
    """A list of at most so many; a tuple in the dataclass."""

    def read(value: object) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise MalformedRecord("list expected")
        return tuple(each.from_json(item) for item in value)

    return Part(read, lambda values: [each.to_json(item) for item in values], most=most, each=each)
