"""Beside a question: that its words touch what may not be asked, quietly and without standing in the way."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.translation import tr
from ui.theme import tokens
from ui.widgets.buttons import LinkButton
from ui.widgets.labels import Paragraph
from ui.widgets.messages import Icon
from ui.widgets.panes import column, row

PAUSE = 600  # milliseconds without a key


class GroundNote(QWidget):
    """Names the first ground that is touched, and leads to the card. Nothing to say: nothing to see."""

    opened = Signal(str)  # the id of the ground

    def __init__(self) -> None:
        super().__init__()
        self._id = self._words = ""
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(lambda: self.show_words(self._words))
        self._said = Paragraph("", "small", "ink2")
        self.about = LinkButton(tr("What to ask instead"), style="small")
        mark = Icon("info-circle", tone="ink2")
        mark.setFixedHeight(tokens.line_height("small"))
        line = row(mark, 8, column(self._said, 2, row(self.about, ...)))
        line.setAlignment(mark, Qt.AlignmentFlag.AlignTop)
        line.setStretch(2, 1)
        self.setLayout(line)
        self.about.clicked.connect(lambda: self.opened.emit(self._id))
        self.hide()

    def look_soon(self, words: str) -> None:
        """Looks at these once nobody types."""
        self._words = words
        self._pause.start()

    def show_words(self, words: str) -> None:
        """Looks at these now."""
        self._pause.stop()
        from app.interviews.grounds import touched  # which reads its phrases, when there are words to look at

        found = touched(words) if words.strip() else ()
        self.setVisible(bool(found))
        if found:
            ground = found[0].ground
            self._id = ground.id
            said = tr("This touches: {ground}. In many places it may not be asked; local law decides.")
            self._said.setText(said.format(ground=ground.name))
            self.setAccessibleName(self._said.text())
