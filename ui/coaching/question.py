"""What a person chose for a pack, and what the journal has to say to it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from app.errors import EmptyPeriod
from app.pack.contents import Options, Pack, Paper, Section
from app.pack.make import gather
from app.pack.naming import Naming
from app.reflections.model import Filter, Heading
from ui.coaching.period import Period, Stretch, period_of

if TYPE_CHECKING:
    from app.preferences.model import Preferences
    from ui.session import Journal

_COUNTED = frozenset({Section.COMMITMENTS, Section.REFLECTIONS})


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What is chosen on the page. Days that were chosen one by one stand in `days`, and then there is no stretch."""

    stretch: Stretch | None = Stretch.SINCE_LAST_MONTH
    days: Period | None = None
    sections: frozenset[Section] = frozenset(Section)
    naming: Naming = Naming.INITIALS
    paper: Paper = Paper.A4
    wish: str = ""
    without: frozenset[str] = frozenset()  # ids of reflections that stay out, one by one

    def period(self, today: date, written: Mapping[date, int | None]) -> Period:
        """The days that are meant."""
        if self.days is not None:
            return self.days
        return period_of(self.stretch or Stretch.SINCE_LAST_MONTH, today, written)


def remembered(preferences: "Preferences", usual: Paper) -> Choice:
    """What was chosen for the last pack, to begin the next one from. A word that is not known is as it is usual."""
    naming, paper = preferences.pack_naming, preferences.pack_paper
    return Choice(
        sections=frozenset(each for each in Section if each not in preferences.pack_left_out),
        naming=Naming(naming) if naming in set(Naming) else Naming.INITIALS,
        paper=Paper(paper) if paper in set(Paper) else usual,
        wish=preferences.wish,
    )


def to_remember(choice: Choice) -> dict[str, object]:
    """The preferences that bring these choices back. Sections of later versions of the program are in."""
    left_out = tuple(each.value for each in Section if each not in choice.sections)
    return {"pack_naming": choice.naming.value, "pack_paper": choice.paper.value, "pack_left_out": left_out}


class Counts(NamedTuple):
    """How much there is for a pack."""

    plans: int = 0
    reflections: int = 0


NOTHING = Counts()


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """The pack, None where nothing is there for one; and what the period has, whichever sections go in.

    `written` has the strongest pull of each day with an entry; `chosen` counts what was not left out one by one.
    """

    period: Period
    written: Mapping[date, int | None]
    pack: Pack | None = None
    there: Counts = NOTHING
    chosen: Counts = NOTHING


def entries(journal: "Journal", period: Period) -> Sequence[Heading]:
    """What can be left out one by one: all of the period, newest first, that is not marked not for export."""
    return journal.reflections.headings(Filter(since=period.since, until=period.until, private=False))


def ask(journal: "Journal", choice: Choice, today: date) -> Gathered:
    """Asks the journal, in the vault thread."""
    with journal.reading():
        written = {each.date: each.pull for each in journal.reflections.days(date.min, date.max)}
    period = choice.period(today, written)
    options = Options(
        since=period.since,
        until=period.until,
        naming=choice.naming,
        wish=choice.wish,
        paper=choice.paper,
        sections=choice.sections,
        without=choice.without,
        prepared_on=today,
    )
    pack = _gathered(journal, options)
    counted = replace(options, sections=_COUNTED, naming=Naming.FULL)  # as quick as can be, since nobody reads it
    chosen = pack if choice.sections >= _COUNTED else _gathered(journal, counted)
    there = chosen if not choice.without else _gathered(journal, replace(counted, without=frozenset()))
    return Gathered(period=period, written=written, pack=pack, there=_counts(there), chosen=_counts(chosen))


def _gathered(journal: "Journal", options: Options) -> Pack | None:
    try:
        return gather(journal, options)
    except EmptyPeriod:
        return None


def _counts(pack: Pack | None) -> Counts:
    return Counts(len(pack.plans), len(pack.entries)) if pack else NOTHING
