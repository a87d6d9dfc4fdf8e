"""How much fits into a field: it takes no more and says so; what was pasted stays in the clipboard, whole."""

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QValidator
from PySide6.QtWidgets import QLineEdit, QToolTip, QWidget

from app.translation import tr
from ui.widgets.labels import plain_tooltip


def fits(text: str, most: int) -> bool:
    """Whether a field takes it; characters are counted as the journal counts them, not as Qt does."""
    return len(text) <= most


def say_full(field: QWidget, at: QPoint, most: int) -> None:
    """Says beside the field, and to a screen reader, that no more fits."""
    said = tr("This field is full at {most} characters. What stands in it is as it was.").format(most=most)
    QToolTip.showText(field.mapToGlobal(at), plain_tooltip(said), field)
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(field, said))


class Room(QValidator):
    """Keeps a line as it is where a key or a paste would make it too long. A longer one can only become shorter."""

    def __init__(self, field: QLineEdit, most: int) -> None:
        super().__init__(field)
        self._field, self._most = field, most

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        if fits(text, self._most):
            return QValidator.State.Acceptable, text, position
        if self._field.hasFocus():  # and not where it is only shown
            say_full(self._field, self._field.cursorRect().bottomLeft(), self._most)
        return QValidator.State.Invalid, text, position
