"""The sample: somebody else's eight months, told as if they had ended lately, for a journal to be looked around in."""

import secrets
from collections.abc import Sequence
from contextlib import ExitStack, suppress
from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from app import paths
from app.exchange import json_file
from app.exchange.importing import bring_in
from app.exchange.kinds import AnyRecord
from app.exchange.reading import Reading
from app.journal import Journal
from app.moments import shifted
from app.people.model import Person
from app.prompts.library import review
from app.reflections.model import Reflection
from app.translation import tr
from app.vault import founding, staging
from app.vault.slots import SMALL_COST

FILE = Path(__file__).resolve().parents[1] / "resources" / "sample" / "journal.json"
ZONE = ZoneInfo("Europe/Amsterdam")  # where it is told
_WEEK = timedelta(weeks=1)
_MONTH = timedelta(days=365.2425) / 12
_MIDDLE = 7  # of a year: July


def told(today: date, now: datetime) -> Sequence[AnyRecord]:
    """All records of it, moved by whole weeks: the last day written on is the latest one not after `today`.

    Weekdays and times of the day stay as they are. What would be written later than `now` on that day is not there
    yet, and what would be changed later was changed just now.
    """
    records = json_file.read(FILE).records
    weeks = (today - max(map(_last_day, records))) // _WEEK
    moved = (_moved(each, weeks) for each in records)
    return [replace(each, updated_at=min(each.updated_at, now)) for each in moved if each.created_at <= now]


def fill(journal: Journal, today: date, now: datetime) -> None:
    """Brings it into an empty journal, with what its owner prefers. Raises DiskFull or CannotWrite."""
    records = told(today, now)
    bring_in(journal, Reading(list(records)), now, dry_run=False, progress=lambda *_: None)
    written = [each.content for each in records if isinstance(each, Reflection)]
    preferred = {
        "name": tr("Maya’s journal"),
        "wish": tr("What do I do with a Monday at two, now that nobody needs me then?"),
        # Should she have written today, then the day is still open.
        "finished_on": max(each.date for each in written if each.date < today),
        "week_closed_on": max(each.date for each in written if each.prompt == review().id),
    }
    journal.write(lambda journal: journal.preferences.change(**preferred))


def make(folder: Path, passphrase: str, today: date, now: datetime) -> None:
    """Makes a journal with the sample in an empty or missing folder: the whole of it, or nothing.

    Raises FolderNotEmpty, EmptyPassphrase, DiskFull or CannotWrite.
    """
    folder = folder.absolute()
    founding.check_vacant(folder)
    with staging.new_folder(folder) as place:
        with Journal.create(place / "journal", passphrase)[0] as journal:
            fill(journal, today, now)
        staging.move_in(place / "journal", folder)


class Copy:
    """A journal with the sample in it, open, to be thrown away: nobody has a secret that opens it again."""

    def __init__(self, today: date, now: datetime) -> None:
        """Raises DiskFull or CannotWrite; nothing of it is left then."""
        with ExitStack() as made:
            place = made.enter_context(staging.new_folder(paths.sample_folder()))
            self.folder = place / "journal"
            # The key that opens it is in this process alone, so the cheapest passphrase will do: it is random.
            self.journal, _ = Journal.create(self.folder, secrets.token_hex(32), SMALL_COST)
            made.callback(self.journal.close)
            fill(self.journal, today, now)
            self._made = made.pop_all()

    def end(self) -> None:
        """Closes the journal and takes its folder away. Raises nothing that would keep the program from ending."""
        self._made.close()
        with suppress(OSError):  # other copies are there
            paths.sample_folder().parent.rmdir()


def remove_left_behind() -> None:
    """Takes away copies whose process was ended before it could; those of other windows stay.

    Raises DiskFull or CannotWrite.
    """
    staging.remove_abandoned(paths.sample_folder())


def _last_day(each: AnyRecord) -> date:
    return each.content.date if isinstance(each, Reflection) else each.created_at.date()


def _moved(value: Any, weeks: int) -> Any:
    """The same value with every day and instant in it moved, those on the clock of the story."""
    match value:
        case None | str() | int():  # most of it
            return value
        case datetime():
            return _moved_instant(value, weeks)
        case date():
            return shifted(value, weeks * _WEEK)
        case tuple():
            return tuple(_moved(each, weeks) for each in value)
        case Person():
            since, until = (_moved_roughly(each, weeks) for each in (value.since, value.until))
            return replace(_with_fields_moved(value, weeks), since=since, until=until)
        case _:  # a dataclass, as everything else in a record
            return _with_fields_moved(value, weeks)


def _with_fields_moved(value: Any, weeks: int) -> Any:
    return replace(value, **{each.name: _moved(getattr(value, each.name), weeks) for each in fields(value)})


def _moved_roughly(said: str, weeks: int) -> str:
    """A day, a month or a year, moved: a month by whole months, and a year as its middle would move."""
    if len(said) == len("YYYY-MM-DD"):
        return shifted(date.fromisoformat(said), weeks * _WEEK).isoformat()
    if not said:
        return said
    year, _, month = said.partition("-")
    months = int(year) * 12 + int(month or _MIDDLE) - 1 + round(weeks * _WEEK / _MONTH)
    moved = date(min(max(months // 12, date.min.year), date.max.year), months % 12 + 1, 1)
    return moved.isoformat()[: len(said)]


def _moved_instant(value: datetime, weeks: int) -> datetime:
    try:
        return (value.astimezone(ZONE) + weeks * _WEEK).astimezone(UTC)
    except OverflowError:  # the clock stands at the end of the calendar
        return datetime.max.replace(microsecond=0, tzinfo=UTC)
