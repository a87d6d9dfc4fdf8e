"""One call of one command: its arguments, its secrets, which journal it means, and what time it is."""

import os
from argparse import Namespace
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from app import paths, settings
from app.cli.answer import notice
from app.cli.secrets import Secrets, is_terminal
from app.errors import CannotWrite, DiskFull, KeyringFailed, PeriodBackwards
from app.sentences import sentence

if TYPE_CHECKING:
    from app.journal import Journal
    from app.vault.key_file import KeyFile
    from app.vault.slots import Secret


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
        """The journal, opened with its secret. Raises what `Journal.open` does."""
        return self.open_with(self.secret())

    def secret(self) -> "Secret":
        """What opens the journal: the key of this computer where it may, and nobody gives a passphrase; else that.

        For a command that reads more of standard input, or judges its input, before the journal is opened. Without
        anybody to ask, it raises the KeyringFailed.
        """
        from app.vault import computer, slots

        keys = self._keys()
        if self.secrets.are_asked_for and slots.allow_computer(keys.slots):
            try:
                return computer.secret_for(self.folder())
            except KeyringFailed as refused:
                if not is_terminal():
                    raise
                notice(sentence(refused))
        return slots.Passphrase(self.secrets.passphrase())

    def passphrase(self) -> "Secret":
        """The passphrase, even where this computer may open the journal: for a command that changes what opens it."""
        from app.vault.slots import Passphrase

        self._keys()
        return Passphrase(self.secrets.passphrase())

    def _keys(self) -> "KeyFile":
        """The key file, so that a secret is asked for only where there is a journal that it could open."""
        from app.vault import key_file, staging
        from app.vault.files import writing

        folder = self.folder()
        with writing(folder):
            staging.finish(folder)
        key_file.check_place(folder)
        return key_file.read(folder)

    def open_with(self, secret: "Secret") -> "Journal":
        """The journal, without the candidates whose time is over. Raises what `Journal.open` does."""
        from app import candidates
        from app.journal import Journal

        journal = Journal.open(self.folder(), secret, self.now)
        try:
            with suppress(DiskFull, CannotWrite):  # they stay due, and what was asked for may need no room
                candidates.erase_due(journal, self.today)
        except BaseException:
            journal.close()
            raise
        return journal


def check_period(since: date | None, until: date | None) -> None:
    """Raises PeriodBackwards where the last day is before the first."""
    if since is not None and until is not None and since > until:
        raise PeriodBackwards(since, until)
