"""Days in words, as they stand on the screen and as a screen reader says them."""

from datetime import date

from app.translation import tr, trn


def in_words(day: date) -> str:
    """The day as "10 March"."""
    return tr("{day} {month}").format(day=day.day, month=month_name(day.month))


def month_name(month: int) -> str:
    """The name of a month, 1 to 12."""
    first_half = (tr("January"), tr("February"), tr("March"), tr("April"), tr("May"), tr("June"))
    second_half = (tr("July"), tr("August"), tr("September"), tr("October"), tr("November"), tr("December"))
    return (*first_half, *second_half)[month - 1]


def weekday_name(weekday: int) -> str:
    """The name of a weekday, 0 (Monday) to 6."""
    names = (tr("Monday"), tr("Tuesday"), tr("Wednesday"), tr("Thursday"), tr("Friday"), tr("Saturday"), tr("Sunday"))
    return names[weekday]


def of_day(day: date, written: bool, pull: int | None) -> str:
    """A day and what is there: "10 March, pull 6"."""
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
