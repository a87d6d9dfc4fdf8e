"""`python -m app`: the commands, without anything of a window."""

import sys

try:
    from app.cli.main import main

    sys.exit(main(sys.argv[1:]))
except KeyboardInterrupt:  # before the command had begun
    sys.exit(130)
