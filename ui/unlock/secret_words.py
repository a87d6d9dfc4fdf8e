"""What somebody typed, as the secret that it is; for the vault thread, since it loads the library."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.vault.slots import Passphrase, RecoveryKey, Secret


def passphrase(text: str) -> "Passphrase":
    """The passphrase."""
    from app.vault.slots import Passphrase

    return Passphrase(text)


def recovery_key(text: str) -> "RecoveryKey":
    """The recovery key, in any shape it was pasted in. Raises MalformedRecoveryKey."""
    from app.vault.slots import RecoveryKey

    key = RecoveryKey("".join(text.split()))
    key.to_bytes()
    return key


def either(text: str) -> "Secret":
    """The recovery key if it has the form of one, else the passphrase."""
    from app.errors import MalformedRecoveryKey

    try:
        return recovery_key(text)
    except MalformedRecoveryKey:
        return passphrase(text)
