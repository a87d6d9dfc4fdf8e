"""A kind of record: its name, its fields, and what it is called in a list."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, Generic, TypeVar

from app.fields import Fields, MalformedRecord, Record, within_limits
from app.records.entry import Entry
from app.records.shape import DAY, FLAG, ID, INSTANT, Part, Shape, optional

E = TypeVar("E", bound=Entry)
_COMMON = ("id", "kind", "date", "created_at", "updated_at", "private", "deleted_at")


def _sound(_: Entry) -> None:
    return None


class Kind(Generic[E]):
    """One kind of record, in the JSON of the documented file and in its table.

    `title` is what one is called in a list. `fault` names a field that does not go with another, or None. The shape is
    described by resources/formats/courage-journal-1-kinds.schema.json.
    """

    def __init__(
        self,
        name: str,
        make: type[E],
        title: Callable[[E], str],
        /,
        *,
        fault: Callable[[E], str | None] = _sound,
        **parts: Part,
    ) -> None:
        self.name, self.make, self.title, self.fault = name, make, title, fault
        self.parts = parts
        self.shape = Shape(
            make,
            id=ID,
            date=DAY,
            created_at=INSTANT,
            updated_at=INSTANT,
            private=FLAG,
            deleted_at=optional(INSTANT),
            **parts,
        )

    def to_record(self, given: E) -> Record:
        """The record, with its keys always in the same order."""
        written = self.shape.to_json(given) | {"kind": self.name}
        return {name: written[name] for name in (*_COMMON, *self.parts)}

    def from_record(self, record: object) -> E:
        """The one in a record. Raises MalformedRecord."""
        fields = Fields(record, (*_COMMON, *self.parts))
        fields.check_kind(self.name)
        made: E = self.make(**{name: fields.of(name, part.from_json) for name, part in self.shape.parts.items()})
        within_limits(self.check_lengths, made)
        fault = self.fault(made)
        if fault is not None:
            raise MalformedRecord(fault)
        return made

    def tidy(self, given: E) -> E:
        """The same as it is kept: names composed, with single spaces."""
        made: E = self.shape.from_json(self.shape.to_json(given))
        return made

    def check_lengths(self, given: E) -> None:
        """Raises TooLong for what is longer than its field takes."""
        self.shape.check_lengths(given)

    def without_private(self, given: E) -> E:
        """The same with nothing in the fields that are for nobody but the owner."""
        private = {name: part for name, part in self.parts.items() if part.is_private}
        emptied: dict[str, Any] = {name: None if part.is_optional else "" for name, part in private.items()}
        return replace(given, **emptied)

    def words(self, given: E) -> Iterator[str]:
        """What a person wrote in it, in the order of its fields."""
        return (said for said in self.shape.strings(given, lambda part: part.says) if said)

    def people(self, given: E) -> list[str]:
        """Whom it names, each once."""
        return list(dict.fromkeys(self.shape.strings(given, lambda part: part.is_person)))
