"""The field for what is wanted from the session; it saves itself into the journal."""

from PySide6.QtWidgets import QWidget

from app import limits
from app.translation import tr
from ui.autosave import Saving
from ui.coaching.presenter import CoachingPresenter
from ui.widgets.messages import SaveState
from ui.widgets.panes import column
from ui.widgets.writing import WritingArea


class WishArea(QWidget):
    """The words, and below them whether they are on the disk."""

    def __init__(self, presenter: CoachingPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self.text = WritingArea(
            tr("What I want from this session"),
            tr("The one thing to leave with"),
            2,
            maximum_height=128,
            style="readingS",
            most=limits.WISH,
        )
        self.text.replace_text(presenter.choice.wish)
        self.saved = SaveState()
        self.setLayout(column(2, self.text, 4, self.saved, 8))
        self.setFocusProxy(self.text)
        self.text.textChanged.connect(lambda: presenter.write_wish(self.text.text()))
        presenter.autosave.changed.connect(self._on_saving)
        self.saved.retried.connect(presenter.flush)

    def _on_saving(self, state: Saving) -> None:
        saved_at = self._presenter.autosave.saved_at
        if state is Saving.SAVED and saved_at is not None:
            self.saved.show_saved(saved_at)
        elif state is Saving.UNDER_WAY:
            self.saved.show_saving()
        elif state is Saving.FAILED:
            self.saved.show_failed()
