"""The command that is in no list: the program's own child, which sets the pages of a pack (`app.pack.child`)."""

import os
import sys
from collections.abc import Sequence

from app.pack import TYPESET_COMMAND
from app.translation import tr


def is_asked_for(arguments: Sequence[str]) -> bool:
    """Whether this process was started to set pages."""
    return list(arguments) == [TYPESET_COMMAND]


def run() -> int:
    """The exit status. Whatever goes wrong is not told: it could quote the journal."""
    if os.isatty(0):
        print(tr("The program uses this command itself. `courage-journal --help` lists yours."), file=sys.stderr)
        return 2
    from app.pack.child import serve

    try:
        # In a program without a console the streams of `sys` are missing, and these are there all the same.
        with open(0, "rb", closefd=False) as question, open(1, "wb", closefd=False) as answer:
            serve(question, answer, lambda: os._exit(1))
    except (EOFError, TypeError, ValueError, KeyError, RuntimeError, OSError):
        return 1
    return 0
