"""What a text of the help is: one screen to read."""

from typing import NamedTuple

from ui.help.promises import Piece
from ui.shell.actions import action


class Text(NamedTuple):
    """One screen to read. `keys` are actions of the shell's table whose keys are worth knowing there."""

    title: str
    icon: str
    pieces: tuple[Piece, ...]
    keys: tuple[str, ...]


def of_page(key: str, pieces: tuple[Piece, ...], *keys: str) -> Text:
    """The text of a page, which is called as the page is."""
    return Text(action(key).words(), action(key).icon, pieces, keys)
