"""What is seen while the sample is put together, where nobody has to choose anything before."""

from PySide6.QtWidgets import QWidget

from app.translation import tr
from ui.widgets.labels import Label
from ui.widgets.panes import column, row


class Opening(QWidget):
    """One quiet line."""

    def __init__(self) -> None:
        super().__init__()
        self.setLayout(column(..., row(..., Label(tr("Opening the sample"), "title", "ink2"), ...), ...))
