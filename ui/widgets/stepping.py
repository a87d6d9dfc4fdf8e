"""Stepping: a button that is one of several below or beside each other, from which arrow keys go to the next."""

from collections.abc import Mapping
from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from ui.widgets.buttons import Pressable

UP_AND_DOWN: Mapping[Qt.Key, int] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
ALL_ROUND: Mapping[Qt.Key, int] = {**UP_AND_DOWN, Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class Stepping(Pressable):
    """Space and Enter press it. Who holds it takes the keyboard to the one that is so many `stepped` further."""

    stepped = Signal(int)
    steps: ClassVar[Mapping[Qt.Key, int]] = UP_AND_DOWN

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = self.steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(step)
