"""The menu of a field, which Qt fills: undo, copy and paste."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

from ui.theme import sheet


def open_menu(menu: QMenu | None, at: QPoint) -> None:
    """Opens it at this place of the screen, and lets go of it when something was chosen or not."""
    if menu is not None:
        menu.setStyleSheet(sheet.menu())
        menu.exec(at)
        menu.deleteLater()
