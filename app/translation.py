"""The one door for every word that a person reads: English here, another language where a catalogue has it."""

from gettext import translation

# Once: gettext's own functions look for the catalogue on the disk at every call.
_catalogue = translation("courage-journal", fallback=True)
tr = _catalogue.gettext
trn = _catalogue.ngettext

__all__ = ["tr", "trn"]
