"""What an open journal has for a day, asked across its features: the window and the command line ask alike."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from app import handed_over
from app.agenda import has_one_on_one
from app.experiments.rules import day_number
from app.moments import shifted
from app.preferences.model import Preferences
from app.prompts import own, rules
from app.prompts.library import load, review
from app.prompts.model import Choice, Knowledge, Occasion, Prompt
from app.reflections.model import Filter, Outcome, Pillar

if TYPE_CHECKING:
    from app.journal import Journal, Records

_WEEK = timedelta(days=7)
_DAY = timedelta(days=1)
_LATELY = timedelta(days=4)


@dataclass(frozen=True, slots=True)
class Library:
    """The prompts as the owner has them: `known`, by which reflections are shown, and `asked`, which may be asked.

    `entries` says of each what became of it; `unfinished` are those of the owner's own that have no question yet.
    """

    known: Mapping[str, Prompt]
    asked: Sequence[Prompt]
    entries: Sequence[own.Entry] = ()
    unfinished: Sequence[own.OwnPrompt] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """The numbers of seven days, of which the last is `until`."""

    until: date
    days_written: int
    pulls: int
    strongest_pull: int | None
    plans_kept: int
    plans_answered: int
    pillars: Mapping[Pillar, int]


def library(journal: "Records") -> Library:
    """The prompts of this journal. To be used inside a transaction, as all of these are."""
    owned = journal.prompts.own()
    known = own.entries(load(), owned)
    return Library(
        known={each.id: each for each in (review(), *(entry.prompt for entry in known))},
        asked=own.asked(load(), owned),
        entries=known,
        unfinished=[each for each in owned if each.replaces is None and not each.question.strip()],
    )


def knowledge(journal: "Records", day: date) -> Knowledge:
    """What was known before that day began."""
    used, pillars = journal.reflections.prompt_use(day)
    passed_over = journal.preferences.get().passed_over
    running = journal.experiments.running(day)
    is_running = running is not None and day <= running.ends_on
    experiment_day = day_number(running, day)[0] if running is not None and is_running else None
    lately = journal.reflections.lately(day)
    return Knowledge(
        day=day,
        used=used,
        passed_over={prompt: last for prompt, last in passed_over.items() if last < day},
        pillar_last=pillars,
        occasions=rules.occasions(lately, experiment_day, day, _of_records(journal, used, day)),
    )


def _of_records(journal: "Records", used: Mapping[str, date], day: date) -> set[Occasion]:
    """What is known of the day by other records than reflections, as far as it is time to ask about it."""
    asked: set[Occasion] = set()
    if rules.is_time_for(Occasion.ONE_ON_ONE, load(), used, day) and has_one_on_one(journal, shifted(day, _DAY)):
        asked.add(Occasion.ONE_ON_ONE)
    of_work = {each for each in handed_over.OCCASIONS if rules.is_time_for(each, load(), used, day)}
    return asked | (of_work & handed_over.occasions(journal, day) if of_work else set())


def prompt(journal: "Journal", day: date) -> Choice:
    """The prompt of that day; what was passed over on the day itself is left out."""
    passed_over = journal.preferences.get().passed_over
    not_now = [prompt for prompt, last in passed_over.items() if last == day]
    return rules.choose(library(journal).asked, knowledge(journal, day), not_now)


def review_is_due(preferences: Preferences, day: date) -> bool:
    """Whether the weekly review is for that day: it is the day chosen, and the week was not closed shortly before."""
    closed = preferences.week_closed_on
    is_closed = closed is not None and timedelta(0) < day - closed < _LATELY
    return preferences.review_weekday == day.weekday() and not is_closed


def week(journal: "Records", until: date) -> Week:
    """The seven days that end with this one."""
    since = until - _WEEK + timedelta(days=1)
    store = journal.reflections
    days = store.days(since, until)
    outcomes = [each.commitment.outcome for day in _days(since) for each in store.answered_on(day)]
    answered = [each for each in outcomes if each is not Outcome.LET_GO]  # which is no answer to how it went
    return Week(
        until=until,
        days_written=len(days),
        pulls=journal.experiments.pulls(since, until).number,
        strongest_pull=max((each.pull for each in days if each.pull is not None), default=None),
        plans_kept=answered.count(Outcome.DONE),
        plans_answered=len(answered),
        pillars={each: store.number_of(Filter(since=since, until=until, pillar=each)) for each in Pillar},
    )


def _days(since: date) -> list[date]:
    return [since + timedelta(days=each) for each in range(_WEEK.days)]
