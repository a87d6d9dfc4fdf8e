"""One quiet line below the notes where they touch what may not be asked: it says what, and stands in nobody's way."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from app.interviews.grounds import Ground, touched
from app.translation import tr
from ui.theme import tokens
from ui.widgets.buttons import LinkButton
from ui.widgets.labels import Paragraph
from ui.widgets.messages import announce
from ui.widgets.panes import column, row
from ui.widgets.writing import WritingArea

PAUSE = 1000  # milliseconds without a key
_ABOVE = 8


class GroundsLine(QWidget):
    """Hidden while there is nothing to say. What is put away is not said again while the same part is in hand."""

    opened = Signal(str)  # the id of a ground

    def __init__(self, area: WritingArea) -> None:
        super().__init__()
        self._area = area
        self._known: dict[str, Sequence[Ground]] = {}  # by paragraph: most of them are as they were
        self._away: set[str] = set()
        self._ground: Ground | None = None
        self._said = Paragraph("", "small", "ink2")
        self.about = LinkButton(tr("What to ask instead"), tone="ink2", style="caption")
        self.not_now = LinkButton(tr("Not now"), tone="ink2", style="caption")
        for each in (self.about, self.not_now):
            each.setFixedHeight(tokens.line_height("small"))
        layout = row(self._said, 16, column(self.about, ...), 16, column(self.not_now, ...), margins=(0, _ABOVE, 0, 0))
        layout.setStretch(0, 1)
        self.setLayout(layout)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.look)
        self.about.clicked.connect(self._on_about)
        self.not_now.clicked.connect(self._put_away)
        self.hide()

    def text(self) -> str:
        """What it says; "" while it is hidden."""
        return "" if self.isHidden() else self._said.text()

    def begin(self) -> None:
        """Another part is in hand."""
        self._away = set()
        self._known = {}
        self.look()

    def look_soon(self) -> None:
        """Looks once nobody types."""
        self._pause.start()

    def look(self) -> None:
        """Looks now."""
        self._pause.stop()
        lines = [each for each in self._area.text().split("\n") if each.strip()]
        before = self._known
        self._known = {each: before[each] if each in before else _grounds(each) for each in lines}
        found = (each for line in lines for each in self._known[line] if each.id not in self._away)
        self._show(next(found, None))

    def _show(self, ground: Ground | None) -> None:
        if ground == self._ground:
            return
        self._ground = ground
        if ground is not None:
            said = tr("This touches: {ground}. In many places it may not be asked; local law decides.")
            self._said.setText(said.format(ground=ground.name))
            self.setAccessibleName(self._said.text())
        elif self.isAncestorOf(QApplication.focusWidget() or self._area):
            self._area.setFocus()
        self.setVisible(ground is not None)
        if ground is not None:
            announce(self)

    def _on_about(self) -> None:
        if self._ground is not None:
            self.opened.emit(self._ground.id)

    def _put_away(self) -> None:
        if self._ground is not None:
            self._away.add(self._ground.id)
        self.look()
        self._area.setFocus()


def _grounds(line: str) -> Sequence[Ground]:
    return [each.ground for each in touched(line)]
