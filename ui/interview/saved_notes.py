"""Whether what was noted is safe: the clock saves itself, too, and says nothing of it."""

from ui.autosave import Saving
from ui.interview.presenter import InterviewPresenter
from ui.reflection.saved import SavedLine


class SavedNotes(SavedLine):
    """ "Saved 11:18, encrypted". It speaks of what a person did."""

    def __init__(self, presenter: InterviewPresenter) -> None:
        self._presenter = presenter
        super().__init__(presenter.keeping.autosave)

    def _show_state(self, state: object = None) -> None:
        if self._presenter.is_typed or state is not Saving.UNDER_WAY:
            super()._show_state(state)
