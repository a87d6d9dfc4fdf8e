"""The sentence below a field, at its distance."""

from PySide6.QtWidgets import QLayout

from ui.widgets.fields import FieldError
from ui.widgets.panes import column

_GAP = 6


def below_field(error: FieldError) -> QLayout:
    """Room for the sentence; only the distance is kept while it has nothing to say."""
    return column(error, margins=(0, _GAP, 0, 0))
