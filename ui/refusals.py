"""What the window says when something cannot be done: as `app.sentences`, without the words of the command line."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from app.translation import tr

if TYPE_CHECKING:
    from app.errors import AppError


def refusal(error: Exception) -> str:
    """What is wrong and what to do, in one line of plain text; a fault of our own leaves a report and is told, too."""
    from app.errors import AppError  # nothing is refused before the first paint
    from app.sentences import sentence

    if not isinstance(error, AppError):
        return _fault(error)
    said = _in_a_window().get(type(error))
    if said is None:
        return sentence(error)
    return said.format(**{name: printable(str(fact)) for name, fact in vars(error).items()})


def _fault(error: Exception) -> str:
    from app import reports  # hardly ever needed, and nothing that a first paint can wait for

    report = reports.write(error, datetime.now(UTC))
    if report is None:
        return tr("The program made a mistake there. Try again; if it happens again, start it anew.")
    said = tr("The program made a mistake there. Try again. A report without your words is in {path}.")
    return said.format(path=report)


def printable(text: str) -> str:
    """The text as one line: a name can hold line breaks, and signs that turn a line around."""
    return "".join(character if character.isprintable() else "\ufffd" for character in text)


def _in_a_window() -> "dict[type[AppError], str]":
    from app import errors

    return {
        errors.NoJournal: tr("There is no journal in {folder}. Plug in its drive, or open another journal."),
        errors.NotAJournal: tr("{folder} holds other files and no journal. Choose the folder of a journal."),
        errors.JournalInUse: tr("This journal is open in another window on this computer. Close it there first."),
        errors.WrongPassphrase: tr("That passphrase does not open this journal."),
        errors.WrongRecoveryKey: tr("That key belongs to another journal, or a newer one has replaced it."),
        errors.MalformedRecoveryKey: tr(
            "A recovery key has eight groups of four. One of these is missing or mistyped."
        ),
        errors.EmptyPassphrase: tr("Choose a passphrase first. Four or five unrelated words work well."),
        errors.NotEnoughMemory: tr("Opening it takes more memory than is free. Close other programs, then try again."),
        errors.KeyringFailed: tr("The keyring of this computer reported a failure. The passphrase opens it."),
        errors.NoKeyring: tr("This computer has no keyring that runs. The passphrase opens it."),
        errors.KeyringLocked: tr("The keyring of this computer is locked, or not set up. The passphrase opens it."),
        errors.KeyringSilent: tr("The keyring of this computer gave no answer. The passphrase opens it."),
        errors.KeyringForgets: tr("The keyring of this computer did not keep a key. The passphrase opens it."),
        errors.NoComputerKey: tr("The keyring of this computer has no key for it. The passphrase opens it."),
        errors.WrongComputerKey: tr("The key that this computer has does not open it. The passphrase opens it."),
        errors.ComputerNotAllowed: tr("This computer has no leave to open it. The passphrase opens it."),
        errors.NoSuchBackup: tr("There is no backup at {path} any more. Choose another one."),
        errors.DamagedJournal: tr("This journal is damaged. Restore a backup of it."),
        errors.UnsafeKeyCost: tr(
            "The key file asks for an unsafe amount of work, so it was not used. Restore a backup."
        ),
        errors.AlreadyExists: tr("{path} exists already. Choose another name."),
    }
