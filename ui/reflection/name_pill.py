"""One name out of those that are known, or none: a pill that opens the choice."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from app.translation import tr
from ui.reflection.names import NameChoice
from ui.widgets.chips import Pill
from ui.widgets.panes import Panel, column

_ARROWS = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right}


class _Names(Panel):
    """Knows whether arrow keys go through the names: what they pass is chosen, but not for good."""

    is_browsed = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            self.is_browsed = event.type() == QEvent.Type.KeyPress and event.key() in _ARROWS
        return super().eventFilter(watched, event)


class NamePill(Pill):
    """Where it `adds`, a name that is not known can be given."""

    chosen = Signal(str)  # "" for none

    def __init__(self, name: str, nothing: str, known: Callable[[], Sequence[str]], *, adds: bool) -> None:
        super().__init__("", name=name)
        self._nothing, self._known, self._chosen = nothing, known, ""
        self._panel = _Names(self)
        self._names = NameChoice(tr("Find or add a name") if adds else tr("Find"), nothing=tr("None"), adds=adds)
        self._panel.setLayout(column(self._names, margins=18))
        self._names.chosen.connect(self._on_chosen)
        self.clicked.connect(self._open)
        self.show_name("")

    def chosen_name(self) -> str:
        """What is chosen; "" for none."""
        return self._chosen

    def show_name(self, name: str) -> None:
        """Shows this one as chosen, without a signal."""
        self._chosen = name
        self.say(name or self._nothing)

    def _open(self) -> None:
        self._names.offer(self._known(), (self._chosen,) if self._chosen else ())
        self._panel.open_at(self)

    def _on_chosen(self, names: tuple[str, ...]) -> None:
        self.show_name(next(iter(names), ""))
        if not self._panel.is_browsed:
            self._panel.close_panel()
        self.chosen.emit(self._chosen)
