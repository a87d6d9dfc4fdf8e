"""How a backup is called: when it was made, how much is in it, and its size."""

from datetime import datetime
from typing import TYPE_CHECKING

from app.translation import tr, trn
from ui import wording

if TYPE_CHECKING:
    from app.vault.rescue import Restorable


def name_of(backup: "Restorable") -> str:
    """The whole line."""
    line = tr("{moment} · {entries} · {size}")
    size = wording.size_name(backup.size)
    return line.format(moment=moment_of(backup.created_at), entries=entries(backup.records), size=size)


def moment_of(instant: datetime) -> str:
    """ "Monday, 9 March, 23:00"."""
    day = wording.weekday_and_day(instant.astimezone().date())
    return tr("{day}, {time}").format(day=day, time=wording.clock_time(instant))


def entries(count: int) -> str:
    """ "130 entries"."""
    return trn("{count} entry", "{count} entries", count).format(count=count)
