"""What a trust experiment is: frozen values, without storage."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from app.reflections.model import Pillar

KIND = "experiment"


class Finding(StrEnum):
    """What was seen when it ended."""

    WORKED = "worked"
    MIXED = "mixed"
    NOT_THIS_TIME = "not-this-time"


@dataclass(frozen=True, slots=True, kw_only=True)
class Experiment:
    """One small act of relying on someone: when this happens, I will do that.

    It is tried from `begun_on` to `ends_on`, both inclusive. `sign` is what I will see if it works, `stop` what would
    end it early. It runs until it has an `outcome`, which it was given on `closed_on`. Instants are aware, in UTC, to
    the second; ids are 32 lowercase hex digits.
    """

    id: str
    begun_on: date
    ends_on: date
    when: str
    will: str
    sign: str = ""
    stop: str = ""
    pillar: Pillar | None = None
    person: str | None = None
    private: bool = False
    outcome: Finding | None = None
    outcome_note: str = ""
    closed_on: date | None = None
    created_at: datetime
    updated_at: datetime
    deleted_at: datetime | None = None

    @property
    def is_running(self) -> bool:
        """Whether nobody has said yet what was seen."""
        return self.outcome is None


class Pulls(NamedTuple):
    """What the log has of a stretch of days: how many reflections note a pull, and the sum of their strengths."""

    number: int
    strength: int
