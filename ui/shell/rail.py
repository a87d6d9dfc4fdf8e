"""The rail: the name of the journal, the pages, and below them the pack, the settings and the lock."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from app.translation import tr
from ui.reference import COACHING, DELEGATION, INTERVIEWS, JOURNAL, PEOPLE, PRACTICES, SETTINGS, TODAY
from ui.shell.actions import Action, action
from ui.theme import icons, tokens
from ui.widgets.buttons import IconButton
from ui.widgets.focus_ring import Ringed
from ui.widgets.labels import ElidedLabel, Line
from ui.widgets.panes import row

WIDE, NARROW = 208, 60
_PAGES = (TODAY, JOURNAL, DELEGATION, PEOPLE, PRACTICES, INTERVIEWS)
_BELOW = (COACHING, SETTINGS, "lock")


class NavButton(Ringed, QAbstractButton):
    """One place in the rail: icon and words, or the icon alone."""

    ring_radius = 10
    ring_is_inside = True

    def __init__(self, shown: Action, words: str, keys: str = "") -> None:
        super().__init__()
        self.key = shown.key
        self._icon, self._keys = shown.icon, keys
        self.is_narrow = self.is_current = False
        self.setText(words)
        self.setAccessibleName(words)
        self.setFixedHeight(tokens.scaled(36))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_current(self, current: bool) -> None:
        """Marks the page that is shown. Not by being checkable: to a screen reader that would be a check box."""
        self.is_current = current
        self.setAccessibleDescription(tr("Shown now") if current else "")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(tokens.scaled(187), tokens.scaled(36))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if ground := self._ground():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.color(ground))
            painter.drawRoundedRect(QRectF(self.rect()), 10, 10)
        tone, faint = ("teal", "teal") if self.is_current else ("ink2", "ink3")
        middle = self.height() / 2
        size = tokens.scaled(18)
        left = (self.width() - size + 1) // 2 if self.is_narrow else 10
        icons.draw(painter, self._icon, QRectF(left, round(middle - size / 2), size, size), tokens.color(faint))
        if self.is_narrow:
            return
        painter.setFont(tokens.font("control"))
        painter.setPen(tokens.color(tone))
        words = self.rect().adjusted(size + 22, 0, -10, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
        if self._keys:
            painter.setFont(tokens.font("caption"))
            painter.setPen(tokens.color("ink3"))
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._keys)

    def _ground(self) -> str:
        if self.is_current:
            return "tealSoft"
        if self.isDown():
            return "press"
        return "hover" if self.underMouse() else ""


class Rail(QWidget):
    """Says which action of the table was chosen. Arrow keys move within it; it is one stop for Tab."""

    chosen = Signal(str)
    toggled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._name = ElidedLabel("", "control", weight=600)
        self._toggle = IconButton("layout-sidebar-left-collapse", tr("Narrow rail"), tone="ink3", icon_size=18)
        self._toggle.clicked.connect(self.toggled)
        self._buttons = [self._button(key) for key in (*_PAGES, *_BELOW)]
        self._lay_out()
        self.set_narrow(narrow=False)

    def set_name(self, name: str) -> None:
        """The name of the journal, at the top."""
        self._name.setText(name)

    def set_current(self, key: str) -> None:
        """Marks the page that is shown."""
        for button in self._buttons:
            button.show_current(button.key == key)
        self._leave_one_stop()

    def set_narrow(self, *, narrow: bool) -> None:
        """Icons alone, or icons with words."""
        self.setFixedWidth(NARROW if narrow else tokens.scaled(WIDE))
        self._name.setVisible(not narrow)
        self._head.setContentsMargins(4 if narrow else 10, 0, 3 if narrow else 0, 0)
        name = tr("Wide rail") if narrow else tr("Narrow rail")
        self._toggle.call("layout-sidebar-left-expand" if narrow else "layout-sidebar-left-collapse", name)
        for button in self._buttons:
            button.is_narrow = narrow
            button.setToolTip(button.text() if narrow else "")
            button.update()

    def focus_widget(self) -> QWidget:
        """What F6 gives the focus to."""
        return next((each for each in self._buttons if each.is_current), self._buttons[0])

    def last(self) -> QWidget:
        """What Tab stops at before it leaves the rail."""
        return self._buttons[-1]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), tokens.color("rail"))
        painter.fillRect(self.width() - 1, 0, 1, self.height(), tokens.color("line"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        focused = self.focusWidget()
        if step is None or not isinstance(focused, NavButton):
            super().keyPressEvent(event)
            return
        at = (self._buttons.index(focused) + step) % len(self._buttons)
        self._buttons[at].setFocus(Qt.FocusReason.TabFocusReason)

    def _button(self, key: str) -> NavButton:
        shown = action(key)
        button = NavButton(shown, tr("Lock"), tr("Ctrl L")) if key == "lock" else NavButton(shown, shown.words())
        button.clicked.connect(lambda: self.chosen.emit(key))
        return button

    def _leave_one_stop(self) -> None:
        current = self.focus_widget()
        for button in self._buttons:
            is_stop = button is current
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_stop else Qt.FocusPolicy.ClickFocus)

    def _lay_out(self) -> None:
        below = Line()
        inner = QVBoxLayout(self)
        inner.setContentsMargins(10, 14, 11, 12)
        inner.setSpacing(2)
        self._head = row(self._name, ..., self._toggle)
        inner.addLayout(self._head)
        inner.addSpacing(16)
        for button in self._buttons[: len(_PAGES)]:
            inner.addWidget(button)
        inner.addStretch(1)
        inner.addLayout(row(10, below, 10, spacing=0))
        inner.addSpacing(8)
        for button in self._buttons[len(_PAGES) :]:
            inner.addWidget(button)
