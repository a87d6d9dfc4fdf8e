"""Choosing names from those that are known, by typing or by ticking, and adding one that is not."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from app import limits
from app.fields import tidy_name
from app.search.words import folded
from app.translation import tr, trn
from ui.widgets.buttons import Button
from ui.widgets.choices import Check, Radio
from ui.widgets.fields import Field
from ui.widgets.labels import Label
from ui.widgets.panes import column

_SHOWN = 7


class NameChoice(QWidget):
    """Many names or one. The field narrows what is shown; Enter takes what it says.

    `nothing` are the words of the row for none; with it, one name at most is chosen. Where it `adds`, a name that
    is not known can be given.
    """

    chosen = Signal(object)  # the names, a tuple

    def __init__(self, field_name: str, *, nothing: str = "", adds: bool = False) -> None:
        super().__init__()
        self._nothing, self._adds = nothing, adds
        self._known: list[str] = []
        self._names: tuple[str, ...] = ()
        self.field = Field(field_name, placeholder=field_name, compact=True)
        self.field.take_at_most(limits.NAME)
        self.field.textEdited.connect(self._show_rows)
        self.field.installEventFilter(self)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        self._new = Button("", "quiet", icon="plus", size="small")
        self._new.clicked.connect(self._take_typed)
        self._rest = Label("", "caption", "ink3")
        self.setLayout(column(self.field, self._rows, self._new, self._rest, spacing=10))

    def offer(self, known: Sequence[str], names: Sequence[str]) -> None:
        """Shows these names, those that are chosen first."""
        self._names = tuple(names)
        self._known = [*names, *(each for each in known if each not in names)]
        self.field.clear()
        is_long = self._adds or len(self._known) > _SHOWN
        self.field.setVisible(is_long)
        self.field.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_long else Qt.FocusPolicy.NoFocus)
        self._show_rows()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Enter must not press what stands behind the panel.
        is_key = watched is self.field and event.type() == QEvent.Type.KeyPress
        if is_key and isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take_typed()
            return True
        return False

    def _show_rows(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        typed = tidy_name(self.field.text())
        fitting = [each for each in self._known if folded(typed) in folded(each)]
        if self._nothing and not typed:
            self._rows.addWidget(self._row(self._nothing, not self._names, lambda _: self._choose(())))
        for name in fitting[:_SHOWN]:
            self._rows.addWidget(self._row(name, name in self._names, partial(self._on_ticked, name)))
        is_new = self._adds and typed and not any(folded(each) == folded(typed) for each in self._known)
        self._new.setVisible(bool(is_new))
        self._new.say(tr("Add {name}").format(name=typed))
        self._say_rest(len(fitting) - _SHOWN)
        self.updateGeometry()
        if (panel := self.parentWidget()) is not None and panel.isVisible():
            panel.adjustSize()

    def _row(self, words: str, on: bool, act: Callable[[bool], None]) -> QAbstractButton:
        row: QAbstractButton = Radio(words) if self._nothing else Check(words)
        row.setChecked(on)
        row.clicked.connect(lambda on: act(on))  # a partial would not be told
        return row

    def _say_rest(self, count: int) -> None:
        self._rest.setVisible(count > 0)
        words = trn("Type to find {count} more", "Type to find {count} more", max(count, 1))
        self._rest.setText(words.format(count=count))

    def _on_ticked(self, name: str, on: bool) -> None:
        if self._nothing:
            self._choose((name,))
        elif on:
            self._choose((*self._names, name)[: limits.MANY])
        else:
            self._choose(tuple(each for each in self._names if each != name))

    def _take_typed(self) -> None:
        typed = tidy_name(self.field.text())
        same = [each for each in self._known if folded(each) == folded(typed)]
        fitting = [] if self._adds else [each for each in self._known if folded(typed) in folded(each)]
        if name := next(iter(same or fitting), typed if self._adds else ""):
            others = () if self._nothing else tuple(each for each in self._names if each != name)
            self.offer(self._known, (*others, name)[: limits.MANY])
            self.chosen.emit(self._names)

    def _choose(self, names: tuple[str, ...]) -> None:
        self._names = names
        self.chosen.emit(names)
