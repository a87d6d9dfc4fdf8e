"""The large field of a conversation: what was said and done."""

from app.translation import tr
from ui.questions.asked_area import AskedArea


class NotesArea(AskedArea):
    """For one part of it."""

    def __init__(self) -> None:
        super().__init__(tr("What was said and done"))
