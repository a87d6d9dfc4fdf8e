"""The program's door: a command goes to `app.cli` before anything of the window is loaded; else the window opens."""

import sys
from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Runs the program with these arguments (by default the process's own); its exit status.

    Raises SystemExit for wrong usage, as every command does.
    """
    arguments = list(sys.argv[1:] if argv is None else argv)
    if not is_for_window(arguments):
        from app.cli.main import main as command  # a window does not pay for the commands

        return command(arguments)
    from app.translation import tr

    sentence = tr("The window is not part of this version: `courage-journal --help` lists the commands.")
    print(sentence, file=sys.stderr)
    return 2


def is_for_window(arguments: Sequence[str]) -> bool:
    """Whether no command was given: nothing at all, or only which journal to open."""
    match arguments:
        case [] | ["--journal", _]:
            return True
        case [only]:
            return only.startswith("--journal=")
        case _:
            return False


if __name__ == "__main__":
    sys.exit(main())
