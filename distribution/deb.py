"""Makes the package for Debian and what is made from it, of the bundle, without Debian's building tools.

`python -m distribution.deb` puts build/courage-journal_VERSION_ARCHITECTURE.deb beside the bundle. The same source and
bundle make the same bytes. Nothing in it runs as root: what has to know of a new icon or entry watches its own folder.
"""

import gzip
import os
import shutil
import subprocess
import sys
import tempfile
from datetime import datetime
from pathlib import Path

from distribution import bundle as bundling
from distribution import debian, icons, libraries, release

_LINUX = Path(__file__).resolve().parent / "linux"


def make(bundle: Path, folder: Path, compression: str = "xz") -> Path:
    """Writes the package of this bundle into `folder`; its path. To try it out, `compression` can be "none".

    Raises LookupError where the system lacks a library that the bundle needs, CalledProcessError where dpkg-deb fails.
    """
    at, architecture = release.made_at(), _architecture()
    newest = release.releases()
    made = folder / f"{debian.NAME}_{newest[0].version}_{architecture}.deb"
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder) as temporary:
        root = Path(temporary) / "root"
        lay_out(bundle, root, at)
        size = _kib(root)
        about = root / "DEBIAN"
        sums = debian.checksums(root)
        control = debian.control(newest[0].version, architecture, libraries.packages(bundle), size)
        _write(about / "md5sums", sums)
        _write(about / "control", control)
        _settle(root, at)
        _pack(root, made, at, compression)
    return made


def lay_out(bundle: Path, root: Path, at: datetime) -> None:
    """Puts every file where it belongs below `root`, as below / on the machine that it is installed on."""
    share, newest = root / "usr" / "share", release.releases()
    shutil.copytree(bundle, root / "usr" / "lib" / debian.NAME, symlinks=True)
    (root / "usr" / "bin").mkdir()
    (root / "usr" / "bin" / debian.NAME).symlink_to(f"../lib/{debian.NAME}/{debian.NAME}")
    _write(share / "applications" / f"{debian.NAME}.desktop", _own(f"{debian.NAME}.desktop"))
    _write(share / "metainfo" / f"{debian.NAME}.metainfo.xml", debian.metainfo(newest, at))
    _write(share / "lintian" / "overrides" / debian.NAME, _own("lintian-overrides"))
    _write_packed(share / "man" / "man1" / f"{debian.NAME}.1.gz", _own(f"{debian.NAME}.1"))
    _write_packed(share / "doc" / debian.NAME / "changelog.gz", debian.changelog(newest, at))
    _write(share / "doc" / debian.NAME / "copyright", debian.copyright_text())
    icons.write_hicolor(share / "icons")


def _own(name: str) -> str:
    return (_LINUX / name).read_text(encoding="utf-8")


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def _write_packed(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress(text.encode(), mtime=0))


def _settle(root: Path, at: datetime) -> None:
    """The same modes and times everywhere: what runs is the program itself, libraries are only read."""
    program = root / "usr" / "lib" / debian.NAME / debian.NAME
    for path in [root, *root.rglob("*")]:
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path == program else 0o644)
        os.utime(path, (at.timestamp(), at.timestamp()), follow_symlinks=False)


def _kib(root: Path) -> int:
    """What it takes on a disk, as Debian counts: files by whole KiB, and one for each folder."""
    return sum(-(-path.lstat().st_size // 1024) if path.is_file() else 1 for path in root.rglob("*"))


def _pack(root: Path, made: Path, at: datetime, compression: str) -> None:
    command = ["dpkg-deb", "--root-owner-group", f"-Z{compression}", "--build", str(root), str(made)]
    dated = os.environ | {"SOURCE_DATE_EPOCH": str(int(at.timestamp()))}
    subprocess.run(command, env=dated, stdout=subprocess.DEVNULL, check=True)


def _architecture() -> str:
    said = subprocess.run(["dpkg", "--print-architecture"], capture_output=True, text=True, check=True)
    return said.stdout.strip()


def main() -> int:
    """Makes it and says where it is; 1 when the system lacks something for it."""
    try:
        print(make(bundling.FOLDER, release.ROOT / "build"))
    except LookupError as missing:
        print(missing, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
