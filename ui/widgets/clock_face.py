"""A clock to look at."""

from ui.theme import tokens
from ui.widgets.labels import Label

_FIGURES = 22


class ClockFace(Label):
    """ "18:24", in figures of one width, so that nothing beside them moves."""

    def __init__(self) -> None:
        super().__init__("", "figure", tabular=True)

    def dress(self) -> None:
        """Takes font and colour from the tokens in force."""
        super().dress()
        font = self.font()
        font.setPixelSize(tokens.scaled(_FIGURES))
        self.setFont(font)
