"""What the journal is kept from and what not: the one place that says so, for the settings and for the help."""

from typing import NamedTuple

from app.translation import tr


class Piece(NamedTuple):
    """One question and its answer."""

    asks: str
    says: str


def kept_from() -> tuple[tuple[str, str], ...]:
    """In short, each with its icon."""
    return (
        ("device-laptop", tr("Whoever finds or repairs the laptop")),
        ("user-off", tr("A colleague at your desk, once it is locked")),
        ("users", tr("Another person who signs in to this computer")),
        ("world-off", tr("Any network. The program never opens a connection")),
    )


def not_kept_from() -> tuple[tuple[str, str], ...]:
    """In short, each with its icon."""
    return (
        ("bug", tr("Malware, or an administrator, while it is unlocked")),
        ("keyboard", tr("Something that records your keys")),
        ("file-export", tr("What you exported or printed")),
        ("gavel", tr("A court’s order. Encrypted does not mean legally privileged")),
        ("key-off", tr("Losing the passphrase and the recovery key together")),
        ("apps", tr("Your other programs, where this computer may unlock it")),
    )


def everything() -> tuple[Piece, ...]:
    """All of it."""
    return (
        Piece(
            tr("What keeps it closed?"),
            tr(
                "Everything you write is encrypted before it reaches the disk. Your passphrase or recovery key opens "
                "it (and this computer, if allowed); nobody else has them, or can reset them."
            ),
        ),
        Piece(
            tr("What is it kept from?"),
            tr(
                "Whoever has the disk, a backup or a copy in a cloud; a colleague, once it is locked; others who sign "
                "in to this computer. Nothing uses a network; nothing pasted is run."
            ),
        ),
        Piece(
            tr("And accidents?"),
            tr(
                "A crash, a power cut, a full disk or a bad upgrade does not cost what was saved. Files that were "
                "tampered with are noticed."
            ),
        ),
        Piece(
            tr("What is it not kept from?"),
            tr(
                "Someone who watches or records what you type, or makes you unlock it. Malware, an administrator, or "
                "whoever sits down at it, while it is unlocked. What you export, print or copy. Memory that sleeps to "
                "an unencrypted disk. A weak passphrase can be guessed. Other programs, where this computer "
                "unlocks it."
            ),
        ),
        Piece(
            tr("What can go wrong for good?"),
            tr(
                "Without passphrase and recovery key the journal is lost. Old backups open with their old secrets. "
                "Whoever can write to the folder can bring back an older state unnoticed."
            ),
        ),
        Piece(
            tr("What does encrypted not mean?"),
            tr(
                "It is not legally privileged: a court can order you to open it. And nothing here is legal, HR or "
                "medical advice."
            ),
        ),
    )
