"""Instants and days, and the one way each is written: ISO 8601, instants in UTC to the second."""

from datetime import UTC, date, datetime, timedelta


def format_instant(instant: datetime) -> str:
    """`YYYY-MM-DDThh:mm:ssZ` of an aware instant; fractions of a second are dropped."""
    return instant.astimezone(UTC).isoformat(timespec="seconds").removesuffix("+00:00") + "Z"


def parse_instant(text: str) -> datetime:
    """The aware instant in exactly the form of `format_instant`. Raises ValueError."""
    instant = datetime.fromisoformat(text)
    if instant.tzinfo is not UTC or format_instant(instant) != text:
        raise ValueError(f"not an instant in canonical form: {len(text)} characters")
    return instant


def parse_day(text: str) -> date:
    """The day in exactly the form `YYYY-MM-DD`. Raises ValueError."""
    day = date.fromisoformat(text)
    if day.isoformat() != text:
        raise ValueError("not a day in canonical form")
    return day


def shifted(day: date, by: timedelta) -> date:
    """The day so much later, or earlier; where the calendar has no such day, its last or its first.

    An imported record may have any day of the calendar.
    """
    try:
        return day + by
    except OverflowError:
        return date.max if by > timedelta(0) else date.min


def stamp(instant: datetime) -> str:
    """`YYYYMMDDThhmmssZ`: an instant as a part of a file name."""
    return format_instant(instant).replace("-", "").replace(":", "")
