"""What the window says as long as the sample is open."""

from pathlib import Path

from app.translation import tr
from ui.unlock.whereabouts import holds_journal
from ui.widgets.messages import MessageBar


def sample_bar(own: Path) -> MessageBar:
    """Says that it is the sample; its action ends it and goes to `own`, where a journal is or can be."""
    words = tr("This is a sample: eight months of a manager who is made up. What you write in it is not kept.")
    return MessageBar("notebook", words, tr("Back to your own") if holds_journal(own) else tr("Begin your own"))
