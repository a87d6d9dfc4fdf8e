"""Expected refusals, typed: each carries facts, and `app.sentences` says them to a person.

Anything that is not an `AppError` is a bug.
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path


class AppError(Exception):
    """Something that cannot be done, for a reason a person can act on. Nothing was changed."""


# Where the journal is


@dataclass
class NoJournal(AppError):
    """There is no journal at this place."""

    folder: Path


@dataclass
class NotAJournal(AppError):
    """The folder holds something else than a journal."""

    folder: Path


@dataclass
class FolderNotEmpty(AppError):
    """A new journal wants an empty or missing folder."""

    folder: Path


@dataclass
class JournalInUse(AppError):
    """Another process has the journal open."""

    folder: Path


# Secrets


class WrongPassphrase(AppError):
    """The passphrase opens no slot."""


class WrongRecoveryKey(AppError):
    """The recovery key is well formed and opens no slot."""


class MalformedRecoveryKey(AppError):
    """This cannot be a recovery key: wrong length, unknown symbol or wrong check symbol."""


class EmptyPassphrase(AppError):
    """A passphrase has to have at least one character that is not white space."""


class KeyringFailed(AppError):
    """The key that this computer keeps could not be had or kept. The passphrase opens the journal all the same."""


class NoKeyring(KeyringFailed):
    """The system has no keyring that the program trusts, or it does not run."""


class KeyringLocked(KeyringFailed):
    """The keyring is locked, and nobody was asked to unlock it."""


class KeyringSilent(KeyringFailed):
    """The keyring did not answer in time."""


class KeyringForgets(KeyringFailed):
    """What was given to the keyring did not come back from it."""


class NoComputerKey(KeyringFailed):
    """The keyring has no key for this journal."""


class WrongComputerKey(KeyringFailed):
    """The key in the keyring opens no slot."""


class ComputerNotAllowed(KeyringFailed):
    """The journal has no slot for this computer."""


@dataclass
class SecretNeeded(AppError):
    """A secret is needed and there is nobody to ask. `what` is "passphrase" or the like."""

    what: str


# Damage and versions


@dataclass
class DamagedJournal(AppError):
    """The journal is there, the secret is right or not yet needed, and the content is not sound."""

    finding: str


@dataclass
class NewerVersion(AppError):
    """Written by a later version of the program. Nothing was opened."""

    what: str
    found: int
    known: int


class UnsafeKeyCost(AppError):
    """The key file asks for key derivation costs outside the safe bounds. Nothing was derived."""


class NotEnoughMemory(AppError):
    """Deriving the key takes more memory than there is. A journal may come from a larger computer."""


@dataclass
class NoSuchBackup(AppError):
    """There is no backup at this place."""

    path: Path


@dataclass
class DamagedBackup(AppError):
    """The backup cannot be proven."""

    path: Path
    finding: str


@dataclass
class BesideJournal(AppError):
    """A second place for backups has to be elsewhere than in the folder of the journal."""

    folder: Path


@dataclass
class SecondPlaceAway(AppError):
    """The second place is not there, or what is there under its name has none of this journal's backups."""

    folder: Path


# The disk


@dataclass
class DiskFull(AppError):
    """No space left where the journal or the target is."""

    place: Path | None = None


@dataclass
class CannotWrite(AppError):
    """The operating system refused to write: read-only, or not ours."""

    place: Path


@dataclass
class CannotRead(AppError):
    """The operating system refused to read, or there is nothing."""

    place: Path


@dataclass
class AlreadyExists(AppError):
    """The target exists, and nothing is overwritten unasked."""

    path: Path


# What was asked


@dataclass
class NoSuchRecord(AppError):
    """No record has this id."""

    id: str


@dataclass
class NoSuchName(AppError):
    """Nothing of the kind that was asked for has this name or id."""

    name: str


@dataclass
class NameNotUnique(AppError):
    """More than one of the kind that was asked for has this name."""

    name: str


@dataclass
class NameTaken(AppError):
    """Somebody else in the journal has this name."""

    name: str


@dataclass
class AliasNamesThem(AppError):
    """What somebody is to be called instead says their name."""

    alias: str


@dataclass
class FutureDate(AppError):
    """A reflection is about today or an earlier day."""

    day: date


@dataclass
class StillDraft(AppError):
    """What happens to work is logged once it is handed over; this is a draft."""

    name: str


@dataclass
class BeforeHandingOver(AppError):
    """The history of a delegation begins on the day on which it was handed over."""

    day: date
    handed_over_on: date


@dataclass
class NothingToSave(AppError):
    """A new reflection has neither text nor anything else in it."""


@dataclass
class TooLong(AppError):
    """A field holds more than it takes: `most` are characters, or items where it is a list."""

    field: str
    most: int


@dataclass
class NotText(AppError):
    """The input is not UTF-8 text."""

    where: str


@dataclass
class NotUnderstood(AppError):
    """Nothing in the source could be read as the format it is said to be."""

    path: Path
    reason: str


@dataclass
class EmptyPeriod(AppError):
    """The period asked for holds nothing that goes into a pack."""

    since: date
    until: date


@dataclass
class PeriodBackwards(AppError):
    """The first day is after the last."""

    since: date
    until: date


@dataclass
class PhraseUnclear(AppError):
    """A phrase to notice is not written as phrases are."""

    phrase: str
