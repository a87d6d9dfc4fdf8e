"""What the bank is narrowed to."""

from dataclasses import dataclass
from enum import StrEnum

from app.interviews.bank import Entry
from app.interviews.model import Competency, Question
from app.interviews.wording import competency_name
from app.search.words import folded


class State(StrEnum):
    """What has become of a question."""

    OFFERED = "offered"
    RETIRED = "retired"
    OWN = "own"
    EDITED = "edited"
    ANY = "any"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Words that occur in any order, a competency (None means all of them), and a state."""

    text: str = ""
    competency: Competency | None = None
    state: State = State.OFFERED

    @property
    def is_narrow(self) -> bool:
        """Whether something is left out that is offered, apart from what the words do."""
        return self.competency is not None or self.state is not State.OFFERED

    def matches(self, entry: Entry) -> bool:
        """Whether the list shows it."""
        if self.competency not in (None, entry.question.competency):
            return False
        is_so = {
            State.OFFERED: not entry.is_retired,
            State.RETIRED: entry.is_retired,
            State.OWN: entry.is_own,
            State.EDITED: entry.is_edited,
            State.ANY: True,
        }
        return is_so[self.state] and self._is_found(entry.question)

    def _is_found(self, question: Question) -> bool:
        words = folded(self.text).split()
        if not words:
            return True
        about = competency_name(question.competency)
        said = folded(" ".join((about, question.text, question.why, *question.follow_ups)))
        return all(word in said for word in words)
