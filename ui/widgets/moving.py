"""Alt and an arrow key move a row to another place, wherever in it the keyboard is."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


def move_of(event: QEvent) -> int | None:
    """How many places down it asks for; None where it is something else."""
    if not isinstance(event, QKeyEvent) or not event.modifiers() & Qt.KeyboardModifier.AltModifier:
        return None
    return _STEPS.get(Qt.Key(event.key()))


def claims_move(event: QEvent) -> bool:
    """Whether it asks whose these keys are. They are the row's then, though an action of another page has them, too."""
    is_asked = event.type() == QEvent.Type.ShortcutOverride and move_of(event) is not None
    if is_asked:
        event.accept()
    return is_asked
