"""Starts the window as the program does, and notes in a file how many seconds deriving the key of the journal took.

In the very process that is timed: in one of its own, and from one time to the next, a derivation differs by more than
all that follows it takes.
"""

import sys
import time
from pathlib import Path

from app.vault import slots
from app.vault.slots import Secret, Slot
from ui.__main__ import main


def note_derivations(file: Path) -> None:
    """From now on the last one stands in the file."""
    derive = slots._wrapping_key

    def noted(slot: Slot, secret: Secret) -> bytes:
        begin = time.perf_counter()
        key = derive(slot, secret)
        file.write_text(str(time.perf_counter() - begin), encoding="ascii")
        return key

    slots._wrapping_key = noted


if __name__ == "__main__":
    note_derivations(Path(sys.argv[1]))
    sys.exit(main(sys.argv[2:]))
