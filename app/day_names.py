"""The names of days and months, for pages, packs and screen readers alike."""

from datetime import date

from app.translation import tr


def month_name(month: int) -> str:
    """The name of a month, 1 to 12."""
    first_half = (tr("January"), tr("February"), tr("March"), tr("April"), tr("May"), tr("June"))
    second_half = (tr("July"), tr("August"), tr("September"), tr("October"), tr("November"), tr("December"))
    return (*first_half, *second_half)[month - 1]


def short_month_name(month: int) -> str:
    """The same in a few letters: "Sep"."""
    first_half = (tr("Jan"), tr("Feb"), tr("Mar"), tr("Apr"), tr("May"), tr("Jun"))
    second_half = (tr("Jul"), tr("Aug"), tr("Sep"), tr("Oct"), tr("Nov"), tr("Dec"))
    return (*first_half, *second_half)[month - 1]


def weekday_name(weekday: int) -> str:
    """The name of a weekday, 0 (Monday) to 6."""
    names = (tr("Monday"), tr("Tuesday"), tr("Wednesday"), tr("Thursday"), tr("Friday"), tr("Saturday"), tr("Sunday"))
    return names[weekday]


def short_weekday_name(weekday: int) -> str:
    """The same in a few letters: "Mon"."""
    return (tr("Mon"), tr("Tue"), tr("Wed"), tr("Thu"), tr("Fri"), tr("Sat"), tr("Sun"))[weekday]


def in_words(day: date) -> str:
    """The day as "10 March"."""
    return tr("{day} {month}").format(day=day.day, month=month_name(day.month))
