"""Makes `build/bundle/courage-journal`, unless what is there was made of the same: `python -m distribution.bundle`."""

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import distributions
from pathlib import Path

from distribution import search_paths
from distribution.parts import ROOT

BUNDLE = ROOT / "build" / "bundle"
FOLDER = BUNDLE / "courage-journal"
_WORK = ROOT / "build" / "pyinstaller"
_MADE_OF = BUNDLE / "made-of.txt"
_INPUTS = ("app", "ui", "resources", "distribution", "build.spec", "LICENSE")


class NotMade(Exception):
    """PyInstaller did not come to an end."""


def make() -> Path:
    """The folder of the program, made anew where it is not of these sources; one at a time. Raises NotMade."""
    with _alone():
        return _make(fingerprint())


@contextmanager
def _alone() -> Iterator[None]:
    BUNDLE.parent.mkdir(exist_ok=True)
    with (BUNDLE.parent / "bundle.lock").open("w") as lock:
        if sys.platform != "win32":
            import fcntl

            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _make(made_of: str) -> Path:
    if FOLDER.is_dir() and _MADE_OF.exists() and _MADE_OF.read_text(encoding="ascii") == made_of:
        return FOLDER
    shutil.rmtree(BUNDLE, ignore_errors=True)
    places = ["--distpath", str(BUNDLE), "--workpath", str(_WORK)]
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", *places, "build.spec"]
    # What is imported lies in it as it is, since unpacking would take a tenth of each start; to be given away, all of
    # it is packed anyway, and better.
    environment = os.environ | {"PYINSTALLER_ZLIB_COMPRESSION_LEVEL": "0"}
    if subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode:
        raise NotMade
    search_paths.relative_only(FOLDER)
    _MADE_OF.write_text(made_of, encoding="ascii")
    return FOLDER


def fingerprint() -> str:
    """What the program is made of: the sources, this Python, and what is installed for it."""
    digest = hashlib.sha256(sys.version.encode())
    for name in sorted(f"{each.name} {each.version}" for each in distributions()):
        digest.update(f"{name}\n".encode())
    for path in sorted(_inputs()):
        digest.update(f"{path.relative_to(ROOT).as_posix()} {path.stat().st_size}\n".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _inputs() -> list[Path]:
    found = [each for name in _INPUTS for each in [ROOT / name, *(ROOT / name).rglob("*")]]
    return [path for path in found if path.is_file() and "__pycache__" not in path.parts]


def main() -> int:
    """Makes it and says where it is; 1 when it could not be made."""
    try:
        print(make())
    except NotMade:
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
