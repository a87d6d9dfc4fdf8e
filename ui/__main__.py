"""The program's door: a command goes to `app.cli` before anything of the window is loaded; else the window opens."""

import sys
from collections.abc import Sequence
from pathlib import Path

_GALLERY, _SELFTEST = "--gallery", "--selftest"


def main(argv: Sequence[str] | None = None) -> int:
    """Runs the program with these arguments (by default the process's own); its exit status.

    Raises SystemExit for wrong usage, as every command does.
    """
    arguments = list(sys.argv[1:] if argv is None else argv)
    if arguments == [_SELFTEST]:
        from ui import selftest

        return selftest.run()
    if not is_for_window(arguments):
        from app.cli.main import main as command  # a window does not pay for the commands

        return command(arguments)
    return _window(arguments)


def is_for_window(arguments: Sequence[str]) -> bool:
    """Whether no command was given: nothing at all, only which journal to open, or the gallery of parts."""
    match arguments:
        case [] | ["--journal", _]:
            return True
        case [only]:
            return only == _GALLERY or only.startswith("--journal=")
        case _:
            return False


def _window(arguments: Sequence[str]) -> int:
    from app import process
    from app.put_off import put_off
    from app.translation import tr

    process.protect_files()
    put_off()
    from ui import collecting

    collecting.hold_back()
    from ui import imports

    imports.load_binding()
    from ui import start

    if not start.has_screen():
        sentence = tr("There is no screen to open a window on. `courage-journal --help` lists the commands.")
        print(sentence, file=sys.stderr)
        return 2
    if _GALLERY in arguments:
        return start.start_gallery()
    return start.start(Path(arguments[-1].removeprefix("--journal=")) if arguments else None)


if __name__ == "__main__":
    sys.exit(main())
