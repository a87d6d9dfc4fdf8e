"""What is said about a person in words: rough days, the rhythm, how much is theirs to decide, what a month lacks."""

import re
from datetime import date

from app.day_names import in_words, month_name, weekday_name
from app.people.model import Authority, Cadence, Rhythm
from app.people.rules import Balance
from app.reflections.model import Pillar
from app.translation import tr


def authority_name(authority: Authority) -> str:
    """ "Decide with me"."""
    return {
        Authority.LOOK_INTO_IT: tr("Look into it"),
        Authority.RECOMMEND: tr("Recommend"),
        Authority.DECIDE_WITH_ME: tr("Decide with me"),
        Authority.DECIDE_AND_TELL_ME: tr("Decide and tell me"),
        Authority.YOURS: tr("It is yours"),
    }[authority]


def roughly(given: str, today: date) -> str:
    """ "2024", "April 2024" or "12 April 2024": a day as far as it is known; "" where it is not known at all.

    Of this year, the year is left out where there is more than the year.
    """
    parts = [int(each) for each in given.split("-") if each]
    if not parts:
        return ""
    year = parts[0]
    if len(parts) == 1:
        return str(year)
    day = month_name(parts[1]) if len(parts) == 2 else in_words(date(year, parts[1], parts[2]))
    return day if year == today.year else tr("{day} {year}").format(day=day, year=year)


def is_to_come(given: str, today: date) -> bool:
    """Whether a day that is known as far as `roughly` has it is later than today, wherever in it today is."""
    return bool(given) and given > today.isoformat()[: len(given)]


_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_SPOKEN = re.compile(r"(?:(\d{1,2})\.? +)?([^\W\d]+)(?:,? +(\d{4}))?")


def read_roughly(typed: str, today: date) -> str | None:
    """As much of `YYYY-MM-DD` as somebody typed, as a number or in words; None where that is no day.

    A month without a year is the last one of that name.
    """
    said = " ".join(typed.split())
    if not said:
        return ""
    if (found := _ISO.fullmatch(said)) is not None:
        return _rough(*(int(each) if each else None for each in found.groups()))
    if (found := _SPOKEN.fullmatch(said)) is None:
        return None
    day, month = int(found[1]) if found[1] else None, _month(found[2])
    if month is None:
        return None
    year = int(found[3]) if found[3] else today.year - (month > today.month)
    return _rough(year, month, day)


def _rough(year: int | None, month: int | None = None, day: int | None = None) -> str | None:
    try:
        known = date(year or 0, month or 1, day or 1).isoformat()
    except ValueError:
        return None
    return known if day else known[:7] if month else known[:4]


def _month(typed: str) -> int | None:
    meant = [month for month in range(1, 13) if month_name(month).casefold().startswith(typed.casefold())]
    return meant[0] if len(meant) == 1 and len(typed) > 2 else None


def cadence_name(cadence: Cadence) -> str:
    """ "Every second week"."""
    return {
        Cadence.WEEKLY: tr("Every week"),
        Cadence.FORTNIGHTLY: tr("Every second week"),
        Cadence.FOUR_WEEKLY: tr("Every fourth week"),
    }[cadence]


def rhythm_in_words(rhythm: Rhythm) -> str:
    """ "One-on-one every second Thursday, 10:30"."""
    said = {
        Cadence.WEEKLY: tr("One-on-one every {weekday}"),
        Cadence.FORTNIGHTLY: tr("One-on-one every second {weekday}"),
        Cadence.FOUR_WEEKLY: tr("One-on-one every fourth {weekday}"),
    }[rhythm.cadence].format(weekday=weekday_name(rhythm.first.weekday()))
    return tr("{rhythm}, {time}").format(rhythm=said, time=rhythm.time) if rhythm.time else said


def lack_in_words(balance: Balance) -> str:
    """ "No trust note in 30 days"; "" where no pillar is missing."""
    match balance.missing:
        case ():
            return ""
        case (Pillar.RESPECT,):
            return tr("No respect note in 30 days")
        case (Pillar.TRUST,):
            return tr("No trust note in 30 days")
        case (Pillar.ACCOUNTABILITY,):
            return tr("No accountability note in 30 days")
        case (_, _):
            return tr("Two pillars without a note")
    return tr("No note in 30 days")
