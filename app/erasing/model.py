"""What erasing somebody comes to, and what is chosen for each mention: frozen values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

PREFERENCES = "preference"


class Way(StrEnum):
    """What stands in the place of a mention."""

    INITIALS = "initials"
    ALIAS = "alias"
    KEEP = "keep"


@dataclass(frozen=True, slots=True)
class Choice:
    """A way, and with ALIAS what they are called; where that is "", something general."""

    way: Way
    alias: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One place in a text that names them: in the record of this kind with this id, or in what the journal prefers.

    `at` is where in the record, `number` which mention of that text it is. `may_mean` are others whom it may name.
    One that is `doubtful` is kept unless something else is chosen for it by itself.
    """

    kind: str
    id: str
    day: date | None
    at: str
    number: int
    before: str
    said: str
    after: str
    may_mean: tuple[str, ...] = ()
    doubtful: bool = False
    in_trash: bool = False

    @property
    def is_earlier(self) -> bool:
        """Whether it stands in an earlier version only kept to be brought back."""
        return self.at.startswith("revisions/")


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What becomes of the mentions: `each` has what was chosen for one by itself."""

    default: Choice = Choice(Way.INITIALS)
    each: Mapping[Mention, Choice] = field(default_factory=dict)

    def of(self, mention: Mention) -> Choice:
        """What becomes of this one."""
        return self.each.get(mention) or (Choice(Way.KEEP) if mention.doubtful else self.default)


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What erasing somebody would do now. `also` are other names that differ from theirs in how they are written.

    `goes` counts what is about them and goes: records by their kind, and of records that stay, parts ("commitment",
    "reaction", "second-eyes", "owner", "meant-for"). `named_in` counts the reflections that stay and name them as a
    person.
    """

    name: str
    also: tuple[str, ...]
    goes: Mapping[str, int]
    named_in: int
    mentions: tuple[Mention, ...]
