"""Where the keyboard is: what goes out of sight may have to give it away."""

from PySide6.QtWidgets import QApplication, QWidget


def has_keyboard(holder: QWidget) -> bool:
    """Whether the focus is on it, or on something in it."""
    focused: QWidget | None = QApplication.focusWidget()
    return focused is not None and (focused is holder or holder.isAncestorOf(focused))
