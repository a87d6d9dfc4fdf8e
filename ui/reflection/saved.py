"""One line for whatever saves itself, also for several such things: whether all of it is on the disk."""

from ui.autosave import Autosave, Saving
from ui.widgets.messages import SaveState


class SavedLine(SaveState):
    """Says the worst of them, and that all is saved once all of it is; offers to try again where that failed."""

    def __init__(self, *autosaves: Autosave) -> None:
        super().__init__()
        self._autosaves = autosaves
        for each in autosaves:
            each.changed.connect(self._show_state)
            self.retried.connect(each.flush)
        self._show_state()

    def _show_state(self, _: object = None) -> None:
        states = {each.state for each in self._autosaves}
        if Saving.FAILED in states:
            self.show_failed()
        elif Saving.UNDER_WAY in states:
            self.show_saving()
        elif saved := [each.saved_at for each in self._autosaves if each.saved_at is not None]:
            self.show_saved(max(saved))
        else:
            self.show_nothing()
