"""The bundled program, made once for all tests and kept until what it is made of changes."""

import os
import shutil
import sys
from functools import cache
from pathlib import Path

import pytest

from distribution import bundle

# Those who need it wait for it in one worker, while the others go on.
together = pytest.mark.xdist_group("bundle")


@cache
def program() -> Path:
    """The file to start. Skips the test where nothing can be bundled; fails instead under CI."""
    missing = [name for name in ("objdump", "strip") if sys.platform == "linux" and shutil.which(name) is None]
    if missing:
        said = f"Tests of the bundled program need binutils: {', '.join(missing)}"
        (pytest.fail if os.environ.get("CI") else pytest.skip)(said)
    return bundle.make() / ("courage-journal.exe" if sys.platform == "win32" else "courage-journal")
