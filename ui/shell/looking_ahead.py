"""Makes ready what will be needed next: Today while the passphrase is typed, then the journal, then work."""

from collections.abc import Callable, Sequence
from functools import partial
from importlib import import_module

from PySide6.QtCore import QObject, QPoint, QRect, QSize, QTimer
from PySide6.QtGui import QPixmap, QRegion
from PySide6.QtWidgets import QScrollArea, QWidget

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
    "ui.reflection.margin_note",
    "ui.today.planned",
    "ui.today.aside",
    "ui.today.sheet",
    "ui.today.page",
)
PARTS = 4  # of a page that is painted ahead, so that no letter of the passphrase waits long
NEXT_NEEDED = (
    *("ui.widgets.ring", "ui.journal.filter_bar", "ui.journal.entry_view", "ui.journal.page"),
    *("ui.settings.backups", "ui.settings.keys", "ui.settings.page"),
)
# Where there is work that was handed over, or could be.
OF_WORK = (
    *("app.advising", "ui.advice.deeds", "ui.delegation.presenter", "ui.delegation.detail", "ui.delegation.page"),
    *("ui.cycle.loop", "ui.cycle.page"),
)


class LookingAhead(QObject):
    """On the GUI thread, since Qt's own types load with them, and two threads must not load the same one."""

    def __init__(self, steps: Sequence[Callable[[], object]], parent: QObject, *, pause: int = 0) -> None:
        """Takes one step after the other, with so many milliseconds between them, whenever there is nothing to do."""
        super().__init__(parent)
        self._left = list(steps)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._take_step)
        self._timer.start(pause)

    def stop(self) -> None:
        """Leaves the rest to whoever needs it now."""
        self._timer.stop()

    def _take_step(self) -> None:
        if self._left:
            self._left.pop(0)()
        else:
            self._timer.stop()


def loads(names: Sequence[str]) -> list[Callable[[], object]]:
    """A step for each module."""
    return [partial(import_module, name) for name in names]


def load_names() -> None:
    """Qt looks what kind of widget it is, and for that loads the names of all of them."""
    QScrollArea().viewport()


def load_style() -> None:
    """The first ring asks how a style draws it, and for that loads the names of all that one can be asked."""
    from ui.widgets.ring import FocusRing

    around = QWidget()
    FocusRing().setWidget(QWidget(around))


def lay_out(widget: QWidget, size: QSize) -> None:
    """Gives everything in it its place before it is seen."""
    widget.resize(size)
    _paint(widget, QRect(0, 0, 1, 1))  # nothing else has Qt lay out what is hidden


def paint_ahead(widget: QWidget, part: int) -> None:
    """Has this one of PARTS painted for nobody: letters and icons are drawn for the first time then."""
    height = widget.height() // PARTS + 1
    _paint(widget, QRect(0, part * height, widget.width(), height))


def _paint(widget: QWidget, where: QRect) -> None:
    widget.render(QPixmap(where.size()), QPoint(), QRegion(where))
