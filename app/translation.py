"""The one door for every word that a person reads: English here, another language where a catalogue has it."""

from functools import cache
from gettext import gettext
from gettext import ngettext as trn

# gettext looks for its catalogue on the disk at each call, and a year of dates asks thousands of times.
tr = cache(gettext)

__all__ = ["tr", "trn"]
