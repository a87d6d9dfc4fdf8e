"""How hard a passphrase is to guess: a bar in four parts and a sentence, never a percentage."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.session import Session
from ui.theme import tokens
from ui.widgets import drawing
from ui.widgets.labels import Label, Paragraph
from ui.widgets.panes import column, row

if TYPE_CHECKING:
    from app.strength import Strength

PAUSE = 150
_PARTS = 4
_GAP = 4


class StrengthMeter(QWidget):
    """Judges what is typed, in the vault thread and after a pause; only the answer to the latest text is shown."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._text = ""
        self.bar = _Bar()
        self.word = Label(style="control", tone="teal")
        self.sentence = Paragraph(style="small", tone="ink2")
        words = row(column(1, self.word, ...), self.sentence, spacing=4)
        words.setStretch(1, 1)
        self.setLayout(column(self.bar, 7, words))
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._ask)
        self._show(None)

    def judge(self, text: str) -> None:
        """Shows what there is to say about this passphrase, soon."""
        self._text = text
        if text:
            self._pause.start()
        else:
            self._pause.stop()
            self._show(None)

    def _ask(self) -> None:
        asked = self._text

        def work() -> "Strength":
            from app.strength import judge  # it brings a dictionary, and is wanted while somebody types

            return judge(asked)

        def show(found: "Strength") -> None:
            if asked == self._text:
                self._show(found)

        self._session.outside(self, work, show)

    def _show(self, found: "Strength | None") -> None:
        self.bar.fill(found.level if found else 0)
        self.word.setText(found.word if found else "")
        self.word.set_tone("teal" if found and found.level >= _PARTS - 1 else "ochre")
        self.word.setVisible(found is not None)
        self.sentence.setText(found.sentence if found else "")


class _Bar(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._level = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def fill(self, level: int) -> None:
        """Fills so many of the four parts."""
        self._level = level
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(tokens.scaled(200), 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        width = (self.width() - _GAP * (_PARTS - 1)) / _PARTS
        filled = tokens.color("teal" if self._level >= _PARTS - 1 else "ochreFill")
        for part in range(_PARTS):
            area = QRectF(part * (width + _GAP), 0, width, 4)
            drawing.box(painter, area, 2, filled if part < self._level else tokens.color("heat0"))
