"""A part of a person's page: its heading, what stands at the right of it, and what is below."""

from PySide6.QtWidgets import QWidget

from app.roster import Whole
from ui.widgets.labels import ElidedLabel
from ui.widgets.panes import Item, column, row


class Block(QWidget):
    """Shows something of a person whenever they are read anew. Of who is archived nothing can be changed."""

    def __init__(self, title: str, *beside: Item) -> None:
        super().__init__()
        self.title = ElidedLabel(title, "heading")  # a name can be long
        self._head = row(self.title, 12, ..., *beside)
        self.inner = column(self._head)
        self.setLayout(self.inner)

    def show_whole(self, whole: Whole) -> None:
        """Shows what there is of this person."""
        raise NotImplementedError
