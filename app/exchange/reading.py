"""What every reader returns: records, and what was not understood; and how imported ones are named."""

import uuid
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, TypeVar

from app.errors import NotUnderstood, TooLong
from app.exchange.kinds import AnyRecord, check_lengths, facts
from app.fields import MalformedRecord
from app.translation import tr

# A hostile file could hold millions of faults. Whoever has this many has nothing left to save by hand.
MOST_MALFORMED = 10_000
_MOST_KINDS = 100
R = TypeVar("R", bound=AnyRecord)
_T = TypeVar("_T")
_NAMESPACE = uuid.UUID("6f0c9f5e-5b0a-4c57-9d0e-6d1f0f4b7a35")


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that was left out or changed: where in the source, and what, in words for the person."""

    where: str
    what: str


@dataclass(frozen=True)
class Reading(Generic[R]):
    """What one import found, in the order of the source. A reader fills it; who gets it only reads."""

    records: list[R] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def report(self, where: str, what: str) -> None:
        """Adds a problem. Control characters and the like, which a terminal might obey, become U+FFFD."""
        self.problems.append(Problem(_printable(where), _printable(what)))

    def read_each(self, file: str, entries: list[object], read: Callable[[object], _T]) -> Iterator[_T]:
        """What `read` makes of each entry. One that it refuses with MalformedRecord is reported by its number.

        After 10,000 of those the rest of the file is not read, which is reported, too.
        """
        where = what = ""
        malformed = 0
        for number, entry in enumerate(entries, start=1):
            try:
                found = read(entry)
            except MalformedRecord as error:
                if not malformed:
                    where, what = tr("{file}, entry {number}"), tr("It is malformed and was left out: {field}.")
                self.report(where.format(file=file, number=number), what.format(field=error))
                malformed += 1
            else:
                yield found
            if malformed == MOST_MALFORMED:
                self.report(file, tr("So much is malformed that the rest was not read."))
                return

    def report_counts(self, where: str, template: str, counts: Counter[str]) -> None:
        """Adds one problem for each kind that was counted: `template` says its {name} and {count}."""
        for name, count in sorted(counts.items())[:_MOST_KINDS]:
            self.report(where, template.format(name=name, count=count))
        if len(counts) > _MOST_KINDS:
            self.report(where, template.format(name="…", count=sum(counts.values())))

    def report_left_out(self, where: str, counts: Counter[str]) -> None:
        """Adds one problem for each kind of fact that has no place here, with the number of entries."""
        if counts:
            self.report_counts(where, tr("“{name}” was left out. Entries: {count}."), counts)

    def conclude(self, path: Path) -> "Reading[R]":
        """Itself, without what is too long. Raises NotUnderstood if there were problems and not one record."""
        self.records[:] = [each for each in self.records if self._fits(each, path.name)]
        if self.problems and not self.records:
            first = self.problems[0]
            raise NotUnderstood(path, f"{first.where}: {first.what}")
        return self

    def _fits(self, each: R, file: str) -> bool:
        """Whether no field of it is too long; one is reported. Formats of others know no limits of ours."""
        try:
            check_lengths(each)
        except TooLong as error:
            what = tr("It was left out: {field} holds more than {most}.")
            where = tr("{file}, {date}").format(file=file, date=facts(each).day.isoformat())
            self.report(where, what.format(field=error.field, most=error.most))
            return False
        return True


def imported_id(source: str, source_id: str) -> str:
    """The id of an imported reflection: always the same for the same origin, 32 lowercase hex digits."""
    return uuid.uuid5(_NAMESPACE, f"{source}\0{source_id}").hex


def storable(text: str) -> str:
    """The text with half surrogates, which UTF-8 cannot hold, as U+FFFD. JSON can smuggle them in."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def _printable(text: str) -> str:
    return text if text.isprintable() else "".join(_printable_characters(text))


def _printable_characters(text: str) -> Iterator[str]:
    for character in text:
        yield character if character.isprintable() else "\N{REPLACEMENT CHARACTER}"
