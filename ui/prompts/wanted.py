"""What the list of prompts is narrowed to."""

from dataclasses import dataclass
from enum import StrEnum

from app.prompts.own import Entry
from app.reflections.model import Pillar
from app.search.words import folded


class State(StrEnum):
    """What has become of a prompt."""

    ANY = "any"
    ASKED = "asked"
    RETIRED = "retired"
    OWN = "own"
    EDITED = "edited"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Words that occur in any order, pillars (any of them; none means all), and a state."""

    text: str = ""
    pillars: frozenset[Pillar] = frozenset()
    state: State = State.ANY

    def matches(self, entry: Entry) -> bool:
        """Whether the list shows it."""
        if self.pillars and entry.prompt.pillar not in self.pillars:
            return False
        is_so = {
            State.ANY: True,
            State.ASKED: not entry.is_retired,
            State.RETIRED: entry.is_retired,
            State.OWN: entry.is_own,
            State.EDITED: entry.is_edited,
        }
        return is_so[self.state] and self._is_found(entry)

    def _is_found(self, entry: Entry) -> bool:
        words = folded(self.text).split()
        said = folded(f"{entry.prompt.question} {entry.prompt.purpose}") if words else ""
        return all(word in said for word in words)
