"""Help for this page: one calm text over the dimmed page, and beside it a list that goes to the others."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.translation import tr
from ui.help.promises import Piece
from ui.help.text import Text
from ui.help.texts import texts
from ui.shell.actions import action
from ui.shell.overlay import Overlay
from ui.shell.shortcut_sheet import keys_of
from ui.theme import tokens
from ui.widgets.buttons import IconButton, KeyCap
from ui.widgets.contents import Contents
from ui.widgets.labels import ElidedLabel, Label, Line, Paragraph
from ui.widgets.panes import ScrollPage, column, row

_WIDTH, _HEIGHT, _TOP = 872, 560, 32
_LIST, _SIDE = 212, 32


class HelpSheet(Overlay):
    """Closes with Esc, or with the keys that opened it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, tokens.scaled(_WIDTH), _TOP)
        self._texts = list(texts().items())
        self.contents = Contents([(text.title, text.icon) for _, text in self._texts])
        self.title = Label("", "page")
        self._close = IconButton("x", tr("Close"))
        self.reading = Reading()
        self.foot = QVBoxLayout()
        self.setAccessibleName(tr("Help"))
        self._lay_out()
        self.contents.chosen.connect(self._show)
        self._close.clicked.connect(self.close_overlay)

    def toggle(self, key: str) -> None:
        """Opens it on the text with this key, or closes it. Raises StopIteration."""
        if self.isVisible():
            self.close_overlay()
            return
        self._show(next(at for at, (each, _) in enumerate(self._texts) if each == key))
        self.open()
        self.contents.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.reading.scroll_by(event.key()):
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        heading = row(Label(tr("Help"), "heading", "ink2"), margins=(10, 0, 0, 12))
        listed = QWidget()
        listed.setLayout(column(heading, self.contents, ..., margins=(12, 24, 6, 12)))
        left = _Left(listed)
        left.setFixedWidth(tokens.scaled(_LIST))
        head = row(self.title, ..., self._close, margins=(_SIDE, 14, 14, 10))
        sides = row(left, Line(vertical=True), column(head, self.reading))
        self.inner.addLayout(column(sides, Line(), self.foot))

    def _show(self, at: int) -> None:
        _, text = self._texts[at]
        self.contents.follow(at)
        self.title.setText(text.title)
        self.reading.show_text(text)
        while (old := self.foot.takeAt(0)) is not None:
            if (widget := old.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        keys = _keys(text)
        self.foot.addWidget(keys)
        keys.show()


class _Left(ScrollPage):
    """Scrolls where text is large and the window low, by the focus alone: keys that scroll are for the text."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()


class Reading(ScrollPage):
    """The pieces of a text, each to be selected and copied; it scrolls by keyboard wherever the focus is."""

    def __init__(self) -> None:
        holder = QWidget()
        super().__init__(holder)
        self._pieces = column(margins=(_SIDE, 4, _SIDE - self.ROOM, 4))
        holder.setLayout(column(self._pieces, ...))

    def show_text(self, text: Text) -> None:
        """Shows another one, from its beginning."""
        while (old := self._pieces.takeAt(0)) is not None:
            if (widget := old.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for each in text.pieces:
            made = self._piece(each)
            self._pieces.addWidget(made)
            made.show()  # a layout would do so only in a while
        self.verticalScrollBar().setValue(0)

    def scroll_by(self, key: int) -> bool:
        """Whether that is a key that scrolls; if so, it has scrolled."""
        bar = self.verticalScrollBar()
        steps: dict[int, int] = {
            Qt.Key.Key_PageDown: bar.pageStep(),
            Qt.Key.Key_PageUp: -bar.pageStep(),
            Qt.Key.Key_Home: -bar.maximum(),
            Qt.Key.Key_End: bar.maximum(),
        }
        step = steps.get(key)
        if step is not None:
            bar.setValue(bar.value() + step)
        return step is not None

    def sizeHint(self) -> QSize:
        return QSize(tokens.scaled(_WIDTH - _LIST), tokens.scaled(_HEIGHT))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # A text would take these keys itself, to move a cursor that cannot be seen.
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self.scroll_by(event.key()):
            return True
        return super().eventFilter(watched, event)

    def _piece(self, piece: Piece) -> QWidget:
        says = Paragraph(piece.says, "body", "ink", selectable=True)
        says.setAccessibleName(piece.asks)
        if (words := says.focusProxy()) is not None:
            words.installEventFilter(self)
        made = QWidget()
        made.setLayout(column(Label(piece.asks, "heading"), 2, says, 14))
        return made


def _keys(text: Text) -> QWidget:
    """The keys worth knowing, each beside what it does."""
    shown = QWidget()
    parts = row(spacing=8, margins=(22, 13, 22, 13))
    for each in map(action, text.keys):
        parts.addWidget(KeyCap(keys_of(each)))
        parts.addWidget(ElidedLabel(each.words(), "caption", "ink2"))
        parts.addSpacing(14)
    parts.addStretch(1)
    shown.setLayout(parts)
    return shown
