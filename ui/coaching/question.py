"""What a person chose for a pack, and what the journal has to say to it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from app.errors import EmptyPeriod
from app.pack.contents import Options, Pack, Paper, Section
from app.pack.make import gather
from app.pack.naming import Naming
from ui.coaching.period import Period, Stretch, period_of

if TYPE_CHECKING:
    from ui.session import Journal

_COUNTED = frozenset({Section.COMMITMENTS, Section.REFLECTIONS})


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What is chosen on the page. Days that were chosen one by one stand in `days`, and then there is no stretch."""

    stretch: Stretch | None = Stretch.SINCE_LAST_MONTH
    days: Period | None = None
    sections: frozenset[Section] = frozenset(Section)
    naming: Naming = Naming.INITIALS
    wish: str = ""

    def period(self, today: date, written: Mapping[date, int | None]) -> Period:
        """The days that are meant."""
        if self.days is not None:
            return self.days
        return period_of(self.stretch or Stretch.SINCE_LAST_MONTH, today, written)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """The pack, None where the period holds nothing for one; and what the period has, whatever of it goes in.

    `written` has the strongest pull of each day with an entry.
    """

    period: Period
    written: Mapping[date, int | None]
    pack: Pack | None = None
    plans: int = 0
    reflections: int = 0


def ask(journal: "Journal", choice: Choice, today: date, paper: Paper) -> Gathered:
    """Asks the journal, in the vault thread."""
    with journal.reading():
        written = {each.date: each.pull for each in journal.reflections.days(date.min, date.max)}
    period = choice.period(today, written)
    options = Options(
        since=period.since,
        until=period.until,
        naming=choice.naming,
        wish=choice.wish,
        paper=paper,
        sections=choice.sections,
        prepared_on=today,
    )
    try:
        pack = gather(journal, options)
        whole = pack if choice.sections >= _COUNTED else gather(journal, _to_count(options))
    except EmptyPeriod:
        return Gathered(period=period, written=written)
    return Gathered(period=period, written=written, pack=pack, plans=len(whole.plans), reflections=len(whole.entries))


def _to_count(options: Options) -> Options:
    """As quick as can be, since nobody reads it."""
    return replace(options, sections=_COUNTED, naming=Naming.FULL)
