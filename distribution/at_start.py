"""Runs in the bundled program before anything else of it: puts the environment right for what it starts itself."""

import os


def _run() -> None:
    # The linker has read its path by now. A browser that we open must not look for its libraries in here.
    before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
    os.environ.pop("LD_LIBRARY_PATH", None)
    if before:
        os.environ["LD_LIBRARY_PATH"] = before
    # Plugins of somebody else's Qt do not fit into this one.
    os.environ.pop("QT_PLUGIN_PATH", None)


_run()
del _run
