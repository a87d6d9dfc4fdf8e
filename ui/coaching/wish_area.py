"""The field for what is wanted from the session; it saves itself into the journal."""

from PySide6.QtWidgets import QWidget

from app import limits
from app.translation import tr
from ui.coaching.presenter import CoachingPresenter
from ui.reflection.saved import SavedLine
from ui.widgets.panes import column
from ui.widgets.writing import WritingArea


class WishArea(QWidget):
    """The words, and below them whether they are on the disk."""

    def __init__(self, presenter: CoachingPresenter) -> None:
        super().__init__()
        self.text = WritingArea(
            tr("What I want from this session"),
            tr("The one thing to leave with"),
            2,
            maximum_height=128,
            style="readingS",
            most=limits.WISH,
        )
        self.text.replace_text(presenter.choice.wish)
        self.saved = SavedLine(presenter.autosave)
        self.setLayout(column(2, self.text, 4, self.saved, 8))
        self.setFocusProxy(self.text)
        self.text.textChanged.connect(lambda: presenter.write_wish(self.text.text()))
