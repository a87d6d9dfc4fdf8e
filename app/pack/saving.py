"""Puts a finished pack where its owner wants it."""

from pathlib import Path

from app.vault.files import complete_file, remove_abandoned, writing


def save(pdf: bytes, target: Path) -> None:
    """Writes the file, for its owner's eyes only: all of it or nothing. What was there is replaced.

    Raises DiskFull and CannotWrite.
    """
    with writing(target):
        remove_abandoned(target)
        with complete_file(target) as partial:
            partial.write_bytes(pdf)
