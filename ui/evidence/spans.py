"""How long something took or takes, in as few words as a number has room for."""

from PySide6.QtCore import QLocale

from app.translation import tr

_HOUR, _WHOLE_FROM = 60, 10  # minutes; hours from which on minutes say nothing any more


def duration(minutes: float) -> str:
    """ "45 min", "2 h 20 min", "14 h"."""
    whole = round(minutes)
    hours, rest = divmod(whole, _HOUR)
    if hours >= _WHOLE_FROM:
        return tr("{hours} h").format(hours=QLocale().toString(round(whole / _HOUR)))
    if not hours:
        return tr("{minutes} min").format(minutes=rest)
    if not rest:
        return tr("{hours} h").format(hours=hours)
    return tr("{hours} h {minutes} min").format(hours=hours, minutes=rest)


def decimal(value: float) -> str:
    """ "1.4", with the sign for it that this system has."""
    return QLocale().toString(value, "f", 1)
