"""One call of one command: its arguments, its secrets, which journal it means, and what time it is."""

import os
from argparse import Namespace
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from app import paths, settings
from app.cli.secrets import Secrets
from app.errors import PeriodBackwards

if TYPE_CHECKING:
    from app.journal import Journal


@dataclass(frozen=True, slots=True)
class Request:
    """`now` is an aware instant in UTC, `today` the day on the clock of this computer."""

    arguments: Namespace
    secrets: Secrets
    now: datetime
    today: date

    def folder(self) -> Path:
        """The journal's folder: as asked, as the environment says, the remembered one, or the usual place."""
        asked: Path | None = self.arguments.journal
        if asked is not None:
            return asked
        if place := os.environ.get("COURAGE_JOURNAL"):
            return Path(place)
        return settings.remembered_journal() or paths.journal_folder()

    def open(self) -> "Journal":
        """The journal, opened with its passphrase. Raises what `Journal.open` does."""
        return self.open_with(self.passphrase())

    def passphrase(self) -> str:
        """The passphrase, asked for only where there is a journal that it could open.

        For a command that reads more of standard input, or judges its input, before the journal is opened.
        """
        from app.vault import key_file, staging
        from app.vault.files import writing

        folder = self.folder()
        with writing(folder):
            staging.finish(folder)
        key_file.check_place(folder)
        key_file.read(folder)
        return self.secrets.passphrase()

    def open_with(self, passphrase: str) -> "Journal":
        """The journal. Raises what `Journal.open` does."""
        from app.journal import Journal
        from app.vault.slots import Passphrase

        return Journal.open(self.folder(), Passphrase(passphrase), self.now)


def check_period(since: date | None, until: date | None) -> None:
    """Raises PeriodBackwards where the last day is before the first."""
    if since is not None and until is not None and since > until:
        raise PeriodBackwards(since, until)
