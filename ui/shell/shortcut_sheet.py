"""F1: every action with its shortcut, made from the table of actions."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QWidget

from app.translation import tr
from ui.shell.actions import ACTIONS, Action
from ui.shell.overlay import Overlay
from ui.widgets.buttons import IconButton, KeyCap
from ui.widgets.labels import Label, Line
from ui.widgets.panes import ScrollPage, column, row


def keys_of(action: Action) -> str:
    """Its first shortcut as it is written on this system's keys; of numbered ones also the last; "" if it has none."""
    if not action.shortcuts:
        return ""
    shown = QKeySequence(action.shortcuts[0]).toString(QKeySequence.SequenceFormat.NativeText)
    if action.is_numbered:
        shown = tr("{first} to {last}").format(first=shown, last=len(action.shortcuts))
    return shown.replace("+", " ").replace("Return", "↵").replace("Del", tr("Del"))


class _Scroll(ScrollPage):
    """As tall as its content where there is room."""

    def __init__(self, content: QWidget) -> None:
        super().__init__(content)
        self._content = content

    def sizeHint(self) -> QSize:
        return self._content.sizeHint()


class ShortcutSheet(Overlay):
    """Closes with Esc, or with the key that opened it. Empty until then: Today opens sooner without it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, 640, 48)
        self._close = IconButton("x", tr("Close"))
        self._close.setParent(self.panel)
        self._close.clicked.connect(self.close_overlay)
        self._is_filled = False

    def _fill(self) -> None:
        self._is_filled = True
        self.inner.addLayout(
            row(24, Label(tr("Keyboard shortcuts"), "title"), ..., self._close, 14, margins=(0, 14, 0, 10))
        )
        self.inner.addWidget(Line())
        self.inner.addWidget(_Scroll(self._actions()))

    def show_sheet(self) -> None:
        """Opens it."""
        if not self._is_filled:
            self._fill()
        self.open()
        self._close.setFocus(Qt.FocusReason.PopupFocusReason)

    def _actions(self) -> QWidget:
        sheet = QWidget()
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(0, 1)
        group, at = "", 0
        groups = [*dict.fromkeys(each.group() for each in ACTIONS)]
        for each in sorted(ACTIONS, key=lambda each: groups.index(each.group())):
            if each.group() != group:
                group = each.group()
                heading = Label(group, "caption", "ink2")
                heading.setContentsMargins(0, 10 if at else 0, 0, 0)
                grid.addWidget(heading, at, 0, 1, 2)
                at += 1
            grid.addWidget(Label(each.words(), "body"), at, 0)
            grid.addWidget(KeyCap(keys_of(each)), at, 1, Qt.AlignmentFlag.AlignRight)
            at += 1
        sheet.setLayout(column(grid, ..., margins=(24, 18, 24, 20)))
        return sheet
