"""The commands that are in no list: those by which the program starts itself as its own child."""

import os
import sys
from collections.abc import Sequence

from app.pack import TYPESET_COMMAND
from app.translation import tr
from app.vault import KEYRING_COMMAND


def is_asked_for(arguments: Sequence[str]) -> bool:
    """Whether this process was started to set pages (`app.pack.child`) or to talk to the keyring."""
    return list(arguments) in ([TYPESET_COMMAND], [KEYRING_COMMAND])


def run(arguments: Sequence[str]) -> int:
    """The exit status. Whatever goes wrong is not told: it could quote the journal."""
    if os.isatty(0):
        print(tr("The program uses this command itself. `courage-journal --help` lists yours."), file=sys.stderr)
        return 2
    try:
        # In a program without a console the streams of `sys` are missing, and these are there all the same.
        with open(0, "rb", closefd=False) as question, open(1, "wb", closefd=False) as answer:
            if list(arguments) == [KEYRING_COMMAND]:
                from app.vault.keyring_child import serve as serve_keys

                serve_keys(question, answer)
            else:
                from app.pack.child import serve as serve_pages

                serve_pages(question, answer, lambda: os._exit(1))
    except (EOFError, TypeError, ValueError, KeyError, RuntimeError, OSError):
        return 1
    return 0
