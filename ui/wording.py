"""How the window says days, times and sizes, by the customs of the system where they matter."""

from datetime import date, datetime, timedelta

from PySide6.QtCore import QLocale

from app.day_names import in_words, month_name, weekday_name
from app.translation import tr
from ui import clock


def weekday_and_day(day: date) -> str:
    """ "Tuesday, 10 March"; with the year where it is not this one."""
    said = tr("{weekday}, {day}").format(weekday=weekday_name(day.weekday()), day=in_words(day))
    return said if day.year == clock.today().year else f"{said} {day.year}"


def day_name(day: date) -> str:
    """ "10 March"; with the year where it is not this one."""
    said = in_words(day)
    return said if day.year == clock.today().year else f"{said} {day.year}"


def month_and_year(day: date) -> str:
    """ "March 2026"."""
    return tr("{month} {year}").format(month=month_name(day.month), year=day.year)


def clock_time(moment: datetime) -> str:
    """ "09:42" on the clock of this computer."""
    local = moment if moment.tzinfo is None else moment.astimezone()
    return f"{local:%H:%M}"


def moment_name(moment: datetime, today: date) -> str:
    """ "yesterday at 18:20": an instant as people say it."""
    local = moment.astimezone()
    at = clock_time(local)
    if local.date() == today:
        return tr("today at {time}").format(time=at)
    if local.date() == today - timedelta(days=1):
        return tr("yesterday at {time}").format(time=at)
    return tr("{day} at {time}").format(day=day_name(local.date()), time=at)


def first_weekday(chosen: int | None) -> int:
    """The day on which a week begins, 0 for Monday: the one chosen, or the system's."""
    return QLocale().firstDayOfWeek().value - 1 if chosen is None else chosen


def size_name(size: int) -> str:
    """ "4.1 MB": so many bytes."""
    return QLocale().formattedDataSize(size, 1, QLocale.DataSizeFormat.DataSizeSIFormat)
