"""Loads what the first page needs while somebody types the passphrase: a module at a time, between two keys."""

from importlib import import_module

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QScrollArea

# In such an order that none of them takes long: each comes after most of what it imports itself.
FIRST_NEEDED = (
    "ui.widgets.writing",
    "ui.shell.palette",
    "ui.shell.workspace",
    "ui.shell.inside",
    "app.prompts.library",
    "ui.today.answers",
    "ui.reflection.draft",
    "ui.today.presenter",
    "ui.widgets.choices",
    "ui.reflection.people",
    "ui.reflection.tags",
    "ui.reflection.fields",
    "ui.today.planned",
    "ui.today.aside",
    "ui.today.sheet",
    "ui.today.page",
)


class LookingAhead(QObject):
    """On the GUI thread, since Qt's own types load with them, and two threads must not load the same one."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._left = list(FIRST_NEEDED)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._load_one)

    def begin(self) -> None:
        """Goes on whenever there is nothing else to do, until all is loaded."""
        self._timer.start(0)

    def _load_one(self) -> None:
        if self._left:
            import_module(self._left.pop(0))
        else:
            QScrollArea().viewport()  # Qt looks what kind of widget it is, and for that loads the names of all of them
            self._timer.stop()
