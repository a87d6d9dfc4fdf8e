"""The one door for every word that a person reads: English here, another language where a catalogue has it."""

from gettext import NullTranslations, translation
from pathlib import Path

_CATALOGUES = Path(__file__).resolve().parents[1] / "resources" / "languages"

# Once: gettext's own functions look for the catalogue on the disk at every call. Looking costs before the first paint.
_catalogue = translation("courage-journal", _CATALOGUES, fallback=True) if _CATALOGUES.is_dir() else NullTranslations()
tr = _catalogue.gettext
trn = _catalogue.ngettext

__all__ = ["tr", "trn"]
