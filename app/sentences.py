"""One catalogue of what to say when something cannot be done: what is wrong, and what the person can do."""

from datetime import date

from app import errors
from app.errors import AppError
from app.translation import tr


def sentence(error: AppError) -> str:
    """What is wrong and what to do, in one line of plain text."""
    known = catalogue()
    template = next(known[kind] for kind in type(error).__mro__ if kind in known)
    facts = {name: _said(fact) for name, fact in vars(error).items()}
    if isinstance(error, errors.DamagedJournal):
        facts["finding"] = finding(facts["finding"])
    return template.format(**facts)


def finding(code: str) -> str:
    """A finding of the health check, in words."""
    return _findings().get(code, code)


def catalogue() -> dict[type[AppError], str]:
    """A template for each kind of refusal; the facts of the error are its fields."""
    return {
        errors.NoJournal: tr(
            "There is no journal in {folder}. Make one with `init`, or name another folder with --journal."
        ),
        errors.NotAJournal: tr("{folder} holds other files and no journal. Name the journal's folder with --journal."),
        errors.FolderNotEmpty: tr("{folder} is not empty. Choose an empty folder, or one that does not exist yet."),
        errors.JournalInUse: tr("The journal is open in a window on this computer. Close it there, then try again."),
        errors.WrongPassphrase: tr(
            "That passphrase does not open it. Try again, or use the recovery key with `recover`."
        ),
        errors.WrongRecoveryKey: tr(
            "That recovery key does not open it: it is another journal's, or an older one. Look for the latest."
        ),
        errors.MalformedRecoveryKey: tr(
            "That is not a recovery key. It has eight groups of four; look for a slip in one of them."
        ),
        errors.EmptyPassphrase: tr("A passphrase needs at least one character. Choose one that nobody would guess."),
        errors.KeyringFailed: tr(
            "The keyring of this computer reported a failure. Type the passphrase, or give it with --passphrase-stdin."
        ),
        errors.NoKeyring: tr(
            "This computer has no keyring that runs. Type the passphrase, or give it with --passphrase-stdin."
        ),
        errors.KeyringLocked: tr(
            "The keyring of this computer is locked, or not set up. Type the passphrase, or give it with "
            "--passphrase-stdin."
        ),
        errors.KeyringSilent: tr(
            "The keyring of this computer gave no answer. Type the passphrase, or give it with --passphrase-stdin."
        ),
        errors.KeyringForgets: tr(
            "The keyring of this computer did not keep a key. Type the passphrase, or give it with --passphrase-stdin."
        ),
        errors.NoComputerKey: tr(
            "The keyring of this computer has no key for it. Type the passphrase, or give it with --passphrase-stdin."
        ),
        errors.WrongComputerKey: tr(
            "The key that this computer has does not open it. Type the passphrase, or give it with --passphrase-stdin."
        ),
        errors.ComputerNotAllowed: tr(
            "This computer has no leave to open it. Type the passphrase, or give it with --passphrase-stdin."
        ),
        errors.SecretNeeded: tr(
            "The {what} is needed and there is no terminal to ask on. Give it with --passphrase-stdin."
        ),
        errors.DamagedJournal: tr(
            "The journal is damaged: {finding}. Restore a backup into another folder with `restore`."
        ),
        errors.NewerVersion: tr(
            "This was written by a newer version of Courage Journal ({what} {found}). Update the program."
        ),
        errors.UnsafeKeyCost: tr(
            "The key file asks for an unsafe amount of work, so it was not used. Restore a backup."
        ),
        errors.NotEnoughMemory: tr(
            "Opening it takes more memory than is free. Close other programs, or use the recovery key with `recover`."
        ),
        errors.NoSuchBackup: tr("There is no backup at {path}. List what there is with `backups`."),
        errors.DamagedBackup: tr("The backup {path} is damaged and was not used. Try an older one."),
        errors.BesideJournal: tr("{folder} is in the journal’s own folder. Choose a place that is not lost with it."),
        errors.SecondPlaceAway: tr(
            "{folder} is not there, or has no backup of this journal. Plug in its drive, or choose the place again."
        ),
        errors.DiskFull: tr("There is no space left on the disk of {place}. Free some, then try again."),
        errors.CannotWrite: tr("{place} cannot be written to. Check its permissions, or choose another place."),
        errors.CannotRead: tr("{place} cannot be read. Check the name and its permissions."),
        errors.AlreadyExists: tr("{path} exists already. Choose another name, or replace it with --force."),
        errors.NoSuchRecord: tr("No record has the id {id}. List what there is with `list`."),
        errors.NoSuchName: tr("Nothing here is called {name}. See what there is with `list`."),
        errors.NameNotUnique: tr("More than one is called {name}. Give the id, which `list` shows."),
        errors.FutureDate: tr("{day} has not come yet. Choose today or an earlier day."),
        errors.StillDraft: tr("{name} is a draft still. Hand it over in the window, then log what happens."),
        errors.BeforeHandingOver: tr(
            "It was handed over on {handed_over_on}, which is after {day}. Choose that day or a later one."
        ),
        errors.NameTaken: tr("There is already somebody called {name}. Add a letter or a surname, or join the two."),
        errors.AliasNamesThem: tr("The words “{alias}” have the name in them. Choose others."),
        errors.NothingToSave: tr("There is nothing to save yet. Give some words with --text or --text-file."),
        errors.TooLong: tr("There is too much in {field}: it takes {most} at most. Make it shorter, or divide it."),
        errors.NotText: tr("{where} is not UTF-8 text. Save it as UTF-8, then try again."),
        errors.NotUnderstood: tr("Nothing in {path} could be read as that format: {reason}"),
        errors.EmptyPeriod: tr("There is nothing for a pack from {since} to {until}. Choose a longer period."),
        errors.PeriodBackwards: tr("The period ends before it begins: {since} is after {until}. Swap the two days."),
        errors.PhraseUnclear: tr(
            "A phrase cannot be written like this: {phrase}. Write words, (one / or another), [or nothing], … between."
        ),
    }


def _findings() -> dict[str, str]:
    return {
        "key-file": tr("its key file (vault.json) has been changed or cut off"),
        "key-file-missing": tr("its key file (vault.json) is missing"),
        "database-missing": tr("its database (journal.db) is missing or empty"),
        "database-truncated": tr("its database (journal.db) has been cut off"),
        "database-foreign": tr("its database belongs to another journal"),
        "database": tr("its database cannot be read"),
        "log-missing": tr("the last changes (journal.db-wal) are missing"),
        "log-damaged": tr("the last changes (journal.db-wal) are damaged"),
        "log-foreign": tr("the last changes (journal.db-wal) belong to another time or journal"),
        "generation": tr("its files are from different times, as if only some had been put back"),
        "pages": tr("some pages of the database do not pass their check"),
        "structure": tr("the structure of the database is broken"),
        "references": tr("some records refer to others that are gone"),
        "rows": tr("bringing it up to date would have lost records, so it was left as it was"),
        "index": tr("the search index does not match the text"),
        "unindexed": tr("some records are not in the search index"),
        "backup": tr("the backup could not be read back, so it was not kept"),
    }


def _said(fact: object) -> str:
    if isinstance(fact, date):
        return fact.isoformat()
    text = tr("this computer") if fact is None else str(fact)
    # A path can hold line breaks, and a file's words can hold anything.
    return "".join(character if character.isprintable() else "�" for character in text)
