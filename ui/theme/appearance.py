"""Puts a look in force over the whole program: palette, letters and style sheet."""

from collections.abc import Iterator
from contextlib import contextmanager

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


class _InForce:
    is_ours = False  # the palette
    is_changing = False


def is_changing() -> bool:
    """Whether a look is being put in force at this moment."""
    return _InForce.is_changing


def apply(look: Look, text_size: int) -> None:
    """From now on the program looks like this; `Look.SYSTEM` is dark where the system says so at this moment."""
    apply_without_sheet(look, text_size)
    put_on_sheet()


def apply_without_sheet(look: Look, text_size: int) -> None:
    """As much of it as the first paint shows: scroll bars, menus and tooltips need the rest."""
    with _changing():
        _put_on_all_but_the_sheet(_application(), look, text_size)


def put_on_sheet() -> None:
    """The rest of it."""
    with _changing():
        _application().setStyleSheet(sheet.text())


@contextmanager
def _changing() -> Iterator[None]:
    _InForce.is_changing = True
    try:
        yield
    finally:
        _InForce.is_changing = False


def _put_on_all_but_the_sheet(application: QApplication, look: Look, text_size: int) -> None:
    tokens.put_in_force(_palette(look), text_size)
    if application.styleSheet():  # of the look before: of a new sheet alone, what was never shown hears too late
        application.setStyle("fusion")
    palette = QPalette()
    for role, name in _ROLES.items():
        palette.setColor(role, tokens.color(name))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, tokens.color("inkDisabled"))
    application.setPalette(palette)
    application.setFont(tokens.font("body"))
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
