"""The clock on the wall, read in this one place."""

from datetime import date


def today() -> date:
    """The day where the owner is."""
    return date.today()  # noqa: DTZ011
