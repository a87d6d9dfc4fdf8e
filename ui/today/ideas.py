"""Three ideas for a trust experiment, to begin from."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.prompts.library import ideas
from app.prompts.model import Idea
from app.prompts.rules import three_ideas
from app.reflections.model import Pillar
from app.reflections.wording import intention
from app.translation import tr
from ui.theme import tokens
from ui.widgets.buttons import LinkButton
from ui.widgets.chips import PillarChip
from ui.widgets.labels import Line, Paragraph
from ui.widgets.panes import Panel, column, row

_WIDTH = 440


def words_of_ideas() -> set[str]:
    """Every text that an idea can put into a field."""
    return {text for each in ideas() for text in (each.when, each.will, each.sign, each.stop)}


class IdeasPanel(Panel):
    """One idea of each pillar; choosing one closes the panel."""

    chosen = Signal(object)  # an Idea

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.setFixedWidth(tokens.scaled(_WIDTH))
        self.setLayout(column(self._rows, margins=(20, 14, 20, 14)))

    def offer(self, pillars: Mapping[Pillar, int], today: date) -> None:
        """Shows those of this week, that of the pillar used least first."""
        while (old := self._rows.takeAt(0)) is not None:
            if (widget := old.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for at, each in enumerate(three_ideas(ideas(), pillars, today)):
            if at:
                self._rows.addWidget(Line())
            self._rows.addWidget(self._row(each))

    def _row(self, idea: Idea) -> QWidget:
        sentence = intention(idea.when, idea.will) + "."
        take = LinkButton(tr("Begin from this"))
        take.setAccessibleName(tr("Begin from this: {idea}").format(idea=sentence))
        take.clicked.connect(lambda: self._choose(idea))
        shown = QWidget()
        head = row(PillarChip(idea.pillar, filled=False), ..., take)
        shown.setLayout(column(head, 2, Paragraph(sentence, "readingS", "ink"), margins=(0, 10, 0, 12)))
        return shown

    def _choose(self, idea: Idea) -> None:
        self.close_panel()
        self.chosen.emit(idea)
