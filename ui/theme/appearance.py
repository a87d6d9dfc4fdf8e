"""Puts a look in force over the whole program: palette and letters. Each widget dresses itself for it."""

from PySide6 import QtCore
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QToolTip

from app.settings import Look
from ui.theme import tokens

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


class _InForce:
    is_ours = False  # the palette


def apply(look: Look, text_size: int) -> None:
    """From now on the program looks like this; `Look.SYSTEM` is dark where the system says so at this moment."""
    application = _application()
    tokens.put_in_force(_palette(look), text_size)
    if _InForce.is_ours:  # of a new style every widget hears, shown or not, and dresses for the new look
        application.setStyle("fusion")
    palette = QPalette()
    for role, name in _ROLES.items():
        palette.setColor(role, tokens.color(name))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, tokens.color("inkDisabled"))
    application.setPalette(palette)
    application.setFont(tokens.font("body"))
    QToolTip.setPalette(palette)
    QToolTip.setFont(tokens.font("caption"))
    _InForce.is_ours = True


def _application() -> QApplication:
    application = QApplication.instance()
    assert isinstance(application, QApplication)  # noqa: S101  a window is never made without one
    return application


def _palette(look: Look) -> tokens.Palette:
    match look:
        case Look.SYSTEM:
            return "dark" if _system_is_dark() else "light"
        case Look.CONTRAST:
            return "contrast"
        case Look.DARK:
            return "dark"
        case _:
            return "light"


def _system_is_dark() -> bool:
    if not _InForce.is_ours:  # so it is the system's own, which is told without the names of `Qt`
        own = _application().palette()
        return own.color(QPalette.ColorRole.Window).lightness() < own.color(QPalette.ColorRole.WindowText).lightness()
    return QGuiApplication.styleHints().colorScheme() == QtCore.Qt.ColorScheme.Dark
