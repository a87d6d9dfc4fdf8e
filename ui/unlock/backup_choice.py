"""One backup to choose."""

from pathlib import Path

from ui.widgets.choices import Radio


class BackupChoice(Radio):
    """A radio button that knows its backup."""

    def __init__(self, path: Path, words: str) -> None:
        super().__init__(words)
        self.path, self.words = path, words
