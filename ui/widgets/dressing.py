"""Lets a widget that keeps a font or a colour of its own put it on again when the look or the size of text changes."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QShowEvent

from ui.theme import tokens


class Dressed:
    """Beside a widget class: calls `dress` at once and whenever something else is in force."""

    _dressed_for: tuple[str, int] | None = None

    def dress(self) -> None:
        """Takes fonts and colours from the tokens in force."""
        raise NotImplementedError

    def dress_if_changed(self) -> None:
        """Dresses unless it was done for this look and size already. Called at the end of a constructor."""
        in_force = (tokens.palette_in_force(), tokens.text_size_in_force())
        if self._dressed_for != in_force:
            self._dressed_for = in_force
            self.dress()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)  # type: ignore[misc]  # the widget class beside this one has it
        # With the look the style of the program changes, of which every widget hears, shown or not.
        if self._dressed_for is not None and event.type() == QEvent.Type.StyleChange:
            self.dress_if_changed()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)  # type: ignore[misc]  # the widget class beside this one has it
        self.dress_if_changed()
