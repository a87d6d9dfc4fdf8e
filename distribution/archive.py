"""Packs what was bundled into one file to give away: `python -m distribution.archive linux-x86_64`."""

import os
import sys
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

from app import __version__
from distribution.bundle import BUNDLE
from distribution.parts import ROOT

RELEASE = ROOT / "build" / "release"


def pack(folder: Path, name: str, target: Path = RELEASE) -> Path:
    """The archive: a zip for Windows, whose people have nothing else, and elsewhere what keeps links and modes."""
    target.mkdir(parents=True, exist_ok=True)
    whole = target / f"courage-journal-{__version__}-{name}"
    if name.startswith("windows"):
        archive = whole.with_name(f"{whole.name}.zip")
        with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as zipped:
            for path in _files(folder):
                zipped.write(path, path.relative_to(folder.parent))
        return archive
    archive = whole.with_name(f"{whole.name}.tar.xz")
    with tarfile.open(archive, "w:xz") as packed:
        packed.add(folder, folder.name, filter=_nobodys)
    return archive


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file())


def _nobodys(member: tarfile.TarInfo) -> tarfile.TarInfo:
    member.uid = member.gid = 0
    member.uname = member.gname = "root"
    return member


def main() -> int:
    """Packs the app of macOS where there is one, else the folder."""
    (name,) = sys.argv[1:]
    apps = sorted(BUNDLE.glob("*.app"))
    print(os.fspath(pack(apps[0] if apps else BUNDLE / "courage-journal", name)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
