"""Weighs the program that needs no Python, where it was made: on the disk, and packed as it is given away."""

import os
import tarfile
import tempfile
from pathlib import Path

from tests.benchmarks.figures import Figures
from tests.benchmarks.targets import BUNDLE

FOLDER = Path(__file__).parents[2] / "build" / "bundle" / "courage-journal"
PROGRAM = FOLDER / ("courage-journal.exe" if os.name == "nt" else "courage-journal")
_MB = 1_000_000


def is_there() -> bool:
    """Whether `dev.py bundle` has made it."""
    return PROGRAM.exists()


def measure(found: Figures) -> None:
    """Megabytes on the disk, and as one archive with xz."""
    if not is_there():
        found.say("The bundle was not measured: python3 dev.py bundle makes it.")
        return
    size = sum(path.lstat().st_size for path in FOLDER.rglob("*") if path.is_file() and not path.is_symlink())
    found["size", BUNDLE].append(size / _MB)
    with tempfile.TemporaryDirectory() as folder:
        archive = Path(folder) / "bundle.tar.xz"
        with tarfile.open(archive, "w:xz") as packed:
            packed.add(FOLDER, FOLDER.name)
        found["packed", BUNDLE].append(archive.stat().st_size / _MB)
    found.show("size", BUNDLE, name="on the disk, MB")
    found.show("packed", BUNDLE, name="packed, MB")
