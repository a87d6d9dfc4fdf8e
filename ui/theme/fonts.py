"""Loads the bundled letters, so that pages look the same on every computer."""

from PySide6.QtGui import QFontDatabase

from ui.theme.tokens import RESOURCES

_AT_ONCE = (
    "Inter_400Regular",
    "Inter_500Medium",
    "Inter_600SemiBold",
    "SourceSerif4_400Regular",
    "SourceSerif4_400Regular_Italic",
    "SourceSerif4_600SemiBold",
)
_SCRIPTS = ("Amiri_400Regular", "NotoSerifHebrew_400Regular", "NotoSansThai_400Regular")
_MORE_SCRIPTS = ("NotoSerifDevanagari_400Regular", "NotoSansSymbols_400Regular", "NotoEmoji_400Regular")
EVERY = _AT_ONCE + _SCRIPTS + _MORE_SCRIPTS


def load() -> None:
    """The two voices of the interface, before the first paint."""
    for name in _AT_ONCE:
        _add(name)


def load_scripts() -> None:
    """Letters of other scripts and signs, for systems that have none; after the first paint."""
    for name in _SCRIPTS + _MORE_SCRIPTS:
        _add(name)


def load_all() -> list[str]:
    """Loads every file; the names of those that are missing or no fonts."""
    return [name for name in EVERY if not _add(name)]


def _add(name: str) -> bool:
    return QFontDatabase.addApplicationFont(str(RESOURCES / "fonts" / f"{name}.ttf")) >= 0
