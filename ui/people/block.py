"""A part of a person's page: its heading, what stands at the right of it, and what is below."""

from PySide6.QtWidgets import QWidget

from app.roster import Whole
from app.translation import tr
from ui.widgets.buttons import Pressable
from ui.widgets.labels import ElidedLabel
from ui.widgets.panes import column, row


class Block(QWidget):
    """Shows something of a person whenever they are read anew. Of who is archived nothing can be changed."""

    def __init__(self, title: str, *beside: QWidget, between: int = 16) -> None:
        """`between` is the room between those beside it, where more than one is shown."""
        super().__init__()
        self.title = ElidedLabel(title, "heading")  # a name can be long
        self._head = row(self.title, 12, ..., row(*beside, spacing=between))
        self.inner = column(self._head)
        self.setLayout(self.inner)

    def name_after(self, act: Pressable, title: str) -> None:
        """Says of what is pressed which part it belongs to, for those who hear it: others have the same words."""
        act.setAccessibleName(tr("{act}: {part}").format(act=act.words(), part=title))

    def show_whole(self, whole: Whole) -> None:
        """Shows what there is of this person."""
        raise NotImplementedError
