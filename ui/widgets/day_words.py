"""Days and what is there, as a screen reader says them."""

from datetime import date

from app.day_names import in_words
from app.translation import tr, trn


def of_day(day: date, written: bool, pull: int | None, *, is_to_come: bool = False) -> str:
    """A day and what is there: "10 March, pull 6". Of a day to come nobody expects that something is written."""
    if not written and is_to_come:
        return in_words(day)
    if not written:
        return tr("{day}, nothing written").format(day=in_words(day))
    if pull is None:
        return tr("{day}, a reflection").format(day=in_words(day))
    return tr("{day}, pull {strength}").format(day=in_words(day), strength=pull)


def of_week(first: date, count: int, pull: int | None) -> str:
    """A week and what is there: "Week of 9 March, 4 days, pull up to 8"."""
    week = tr("Week of {day}").format(day=in_words(first))
    if count == 0:
        return tr("{week}, nothing written").format(week=week)
    days = trn("{count} day", "{count} days", count).format(count=count)
    if pull is None:
        return tr("{week}, {days}").format(week=week, days=days)
    return tr("{week}, {days}, pull up to {strength}").format(week=week, days=days, strength=pull)
