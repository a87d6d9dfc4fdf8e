"""Makes ready what the first page needs while somebody types the passphrase: a piece at a time, between two keys."""

from collections.abc import Callable, Sequence
from functools import partial
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

    def __init__(self, build: Sequence[Callable[[], None]], parent: QObject) -> None:
        """Goes on with loading, and then with `build`, whenever there is nothing else to do, until all is done."""
        super().__init__(parent)
        loads = [partial(import_module, name) for name in FIRST_NEEDED]
        self._left: list[Callable[[], object]] = [*loads, _load_names, *build]
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._do_one)
        self._timer.start(0)

    def stop(self) -> None:
        """Leaves the rest to whoever needs it now."""
        self._timer.stop()

    def _do_one(self) -> None:
        if self._left:
            self._left.pop(0)()
        else:
            self._timer.stop()


def _load_names() -> None:
    """Qt looks what kind of widget it is, and for that loads the names of all of them."""
    QScrollArea().viewport()
