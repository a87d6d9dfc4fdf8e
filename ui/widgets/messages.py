"""What the program says without being asked: a bar, a toast, and whether the words are saved."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QEnterEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from app.translation import tr
from ui.theme import tokens
from ui.widgets import drawing
from ui.widgets.buttons import IconButton, LinkButton
from ui.widgets.labels import Label, Paragraph
from ui.widgets.panes import row
from ui.widgets.tab_loop import give_back

_BOTTOM, _ABOVE_FOOT = 24, 12


def announce(widget: QWidget) -> None:
    """Lets a screen reader say the name of this widget now."""
    QAccessible.updateAccessibility(QAccessibleEvent(widget, QAccessible.Event.Alert))


class Icon(QWidget):
    """An icon that only stands beside words."""

    def __init__(self, name: str, *, size: int = 16, tone: str = "ink2") -> None:
        super().__init__()
        self._name, self._side, self._tone = name, size, tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def change(self, name: str, tone: str) -> None:
        """Shows another icon."""
        self._name, self._tone = name, tone
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(tokens.scaled(self._side), tokens.scaled(self._side))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        drawing.icon(painter, self._name, 0, self.height() / 2, tokens.scaled(self._side), tokens.color(self._tone))


class MessageBar(QWidget):
    """A quiet sentence above a page, perhaps with something to do about it."""

    acted = Signal()
    closed = Signal()

    def __init__(self, icon: str, text: str, action: str = "", *, closable: bool = False) -> None:
        super().__init__()
        self._icon = Icon(icon, size=18)
        self._text = Paragraph(text, "small", "ink")
        self._action = LinkButton(action)
        self._action.clicked.connect(self.acted)
        self._close = IconButton("x", tr("Close"), size=24, tone="ink3")
        self._close.clicked.connect(self._on_close)
        layout = row(self._icon, self._text, self._action, self._close, spacing=11, margins=(12, 8, 15, 8))
        layout.setStretch(1, 1)
        layout.setAlignment(self._text, Qt.AlignmentFlag.AlignVCenter)
        self.setLayout(layout)
        # Only now: what has no parent yet would be shown as a window of its own.
        self._action.setVisible(bool(action))
        self._close.setVisible(closable)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(text)

    def say(self, text: str, action: str | None = None) -> None:
        """Says something else, also to a screen reader; None leaves the action as it is."""
        self._text.setText(text)
        self.setAccessibleName(text)
        if action is not None:
            self._action.say(action)
            self._action.setVisible(bool(action))
        announce(self)

    def text(self) -> str:
        """What it says."""
        return self._text.text()

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), tokens.scaled(40))

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width(), max(hint.height(), tokens.scaled(40)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        area = QRectF(self.rect())
        drawing.box(painter, area, tokens.radius("m"), tokens.color("sunk"), tokens.color("line"))

    def _on_close(self) -> None:
        self.hide()
        self.closed.emit()


class Toast(QWidget):
    """Says one sentence at the bottom of its parent for four seconds, longer under mouse or focus; Escape closes it.

    It stands above so many pixels as `kept_clear` says.
    """

    def __init__(self, parent: QWidget, kept_clear: Callable[[], int] = lambda: 0) -> None:
        super().__init__(parent)
        self._within, self._kept_clear = parent, kept_clear
        self._undo: Callable[[], object] | None = None
        self._before: QWidget | None = None  # what had the keyboard when it was said
        self._left: QWidget | None = None  # and what had it before the button; pages may have changed between the two
        self._text = Label("", "small", "onTooltip")
        self._button = LinkButton(tr("Undo"), tone="onTooltip", weight=600)
        self._button.clicked.connect(self._on_undo)
        self.setLayout(row(self._text, ..., self._button, spacing=24, margins=(16, 8, 16, 8)))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(tokens.values()["motion"]["toast"])
        self._timer.timeout.connect(self._on_time_over)
        parent.installEventFilter(self)
        application = QApplication.instance()
        assert isinstance(application, QApplication)  # noqa: S101  a widget is never made without one
        application.focusChanged.connect(self._on_focus_changed)
        self.hide()

    def say(self, text: str, undo: Callable[[], object] | None = None) -> None:
        """Says it, also to a screen reader. With `undo` there is a button that calls it, once."""
        self._undo = undo
        if not self._button.hasFocus():
            self._before = QApplication.focusWidget()
        self._text.setText(text)
        self._button.setVisible(undo is not None)
        self.setAccessibleName(text)
        self._place()
        self.show()
        self.raise_()
        self._timer.start()
        announce(self)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width(), max(hint.height(), tokens.scaled(40)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        drawing.box(QPainter(self), QRectF(self.rect()), tokens.radius("m"), tokens.color("tooltip"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, _event: QEnterEvent) -> None:
        self._timer.stop()

    def leaveEvent(self, _event: QEvent) -> None:
        self._timer.start()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def _place(self) -> None:
        within = self._within
        self.adjustSize()
        width = min(self.width(), within.width() - 2 * _BOTTOM)
        clear = self._kept_clear()
        top = within.height() - self.height() - (clear + _ABOVE_FOOT if clear else _BOTTOM)
        self.setGeometry((within.width() - width) // 2, top, width, self.height())

    def _on_undo(self) -> None:
        undo, self._undo = self._undo, None
        self._leave()
        if undo is not None:
            undo()

    def _leave(self) -> None:
        """The keyboard goes back to where it was: next in order would be the rail."""
        if self._button.hasFocus():
            give_back(Qt.FocusReason.OtherFocusReason, self._before, self._left)
        self.hide()

    def _on_focus_changed(self, old: QWidget | None, now: QWidget | None) -> None:
        if now is self._button:
            self._left = old

    def _on_time_over(self) -> None:
        if self._button.hasFocus():
            self._timer.start()
        else:
            self.hide()


class SaveState(QWidget):
    """Whether the words are safe: nothing, being saved, saved, or not saved with a way to try again."""

    retried = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._icon = Icon("lock", size=14, tone="ink3")
        self._text = Label("", "caption", "ink3")
        self._retry = LinkButton(tr("Retry"))
        self._retry.clicked.connect(self.retried)
        self.setLayout(row(self._icon, self._text, self._retry, ..., spacing=6))
        self.show_nothing()

    def text(self) -> str:
        """What it says."""
        return self._text.text()

    def show_nothing(self) -> None:
        """There is nothing to say."""
        self._show("", "", "ink3")

    def show_saving(self) -> None:
        """The words are being saved."""
        self._show("", tr("Saving"), "ink3")

    def show_saved(self, at: datetime) -> None:
        """The words were saved at this moment, which is shown in the zone that it carries."""
        self._show("lock", tr("Saved {time}, encrypted").format(time=f"{at:%H:%M}"), "ink3")

    def show_failed(self) -> None:
        """The words could not be saved; a screen reader says so at once."""
        self._show("alert-circle", tr("Not saved. Your words are still here."), "brick")
        self._retry.show()
        announce(self)

    def _show(self, icon: str, text: str, tone: str) -> None:
        self._icon.setVisible(bool(icon))
        if icon:
            self._icon.change(icon, tone)
        self._text.setText(text)
        self._text.set_tone(tone)
        self._retry.hide()
        self.setAccessibleName(text)
