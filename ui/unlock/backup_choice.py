"""One backup to choose."""

from pathlib import Path

from app.translation import tr
from ui.widgets.choices import Radio


class BackupChoice(Radio):
    """A radio button that knows its backup, and says whether it was whole once it has been read."""

    def __init__(self, path: Path, words: str) -> None:
        super().__init__(words)
        self.path, self.words = path, words
        self.is_judged = False

    def judge(self, *, is_whole: bool) -> None:
        """Says it."""
        self.is_judged = True
        said = tr("{backup} · whole") if is_whole else tr("{backup} · damaged")
        self.say(said.format(backup=self.words))

    def rename(self, words: str) -> None:
        """Calls it so; it is to be read again then."""
        self.words, self.is_judged = words, False
        self.say(words)
