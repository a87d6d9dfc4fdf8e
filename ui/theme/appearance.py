"""Puts a look in force over the whole program: palette, letters and style sheet."""

from PySide6 import QtCore
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from app.settings import Look
from ui.theme import sheet, tokens

_ROLES = {
    QPalette.ColorRole.Window: "paper",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "sunk",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.PlaceholderText: "ink3",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.Highlight: "teal",
    QPalette.ColorRole.HighlightedText: "onTeal",
    QPalette.ColorRole.ToolTipBase: "tooltip",
    QPalette.ColorRole.ToolTipText: "onTooltip",
    QPalette.ColorRole.Link: "teal",
    QPalette.ColorRole.Light: "surface",
    QPalette.ColorRole.Midlight: "line",
    QPalette.ColorRole.Mid: "lineStrong",
    QPalette.ColorRole.Dark: "stroke",
    QPalette.ColorRole.Shadow: "stroke",
    QPalette.ColorRole.Accent: "teal",
}


def apply(look: Look, text_size: int) -> None:
    """From now on the program looks like this; `Look.SYSTEM` is dark where the system says so at this moment."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)  # noqa: S101  a window is never made without one
    tokens.put_in_force(_palette(look, application), text_size)
    has_sheet = bool(application.styleSheet())
    if has_sheet:  # of the look before: of a new sheet alone, what was never shown hears too late
        application.setStyle("fusion")
    palette = QPalette()
    for role, name in _ROLES.items():
        palette.setColor(role, tokens.color(name))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, tokens.color("inkDisabled"))
    application.setPalette(palette)
    application.setFont(tokens.font("body"))
    if has_sheet:
        application.setStyleSheet(sheet.text())


def complete() -> None:
    """From now on there is a style sheet, too: what is painted first takes all it needs from the palette."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)  # noqa: S101  a window is never made without one
    application.setStyleSheet(sheet.text())


def _palette(look: Look, application: QApplication) -> tokens.Palette:
    match look:
        case Look.SYSTEM:
            return "dark" if _system_is_dark(application) else "light"
        case Look.CONTRAST:
            return "contrast"
        case Look.DARK:
            return "dark"
        case _:
            return "light"


def _system_is_dark(application: QApplication) -> bool:
    if not application.styleSheet():  # the palette is still the system's own, which is told without the names of `Qt`
        own = application.palette()
        return own.color(QPalette.ColorRole.Window).lightness() < own.color(QPalette.ColorRole.WindowText).lightness()
    return QGuiApplication.styleHints().colorScheme() == QtCore.Qt.ColorScheme.Dark
