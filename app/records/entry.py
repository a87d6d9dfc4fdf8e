"""What every record has, whatever it says."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One record. `date` is the day it belongs to, on the owner's calendar; `private` keeps it out of every pack.

    Instants are aware, in UTC, to the second; ids are 32 lowercase hex digits, minted by whoever writes it first.
    """

    id: str
    date: date
    private: bool = False
    created_at: datetime
    updated_at: datetime
    deleted_at: datetime | None = None
