"""What a package of Debian says of itself, in Debian's notations."""

import hashlib
import textwrap
from collections.abc import Iterable
from datetime import UTC, datetime, time
from email.utils import format_datetime
from pathlib import Path
from xml.sax.saxutils import quoteattr

from distribution.release import ROOT, Release, authors

NAME = "courage-journal"
LICENCES = f"/usr/lib/{NAME}/licences"
_TEMPLATES = Path(__file__).resolve().parent / "linux"
_DESCRIPTION = """\
private, encrypted journal for learning to rely on others
 Courage Journal is for people who lead others and find it hard to let go. It
 asks one question a day, keeps the answers in one encrypted file on this
 computer, brings plans back when it is time to look at them, and turns months
 of notes into a PDF for a coaching session.
 .
 There is no account and no network connection. The same program without its
 window is a command line."""


def control(version: str, architecture: str, depends: Iterable[str], installed_kib: int) -> str:
    """The file of that name. What brings signs that few machines lack is recommended, what is large suggested."""
    fields = {
        "Package": NAME,
        "Version": version,
        "Architecture": architecture,
        "Maintainer": authors(),
        "Installed-Size": str(installed_kib),
        "Depends": ", ".join(depends),
        "Recommends": "fonts-noto-color-emoji",
        "Suggests": "fonts-noto-cjk, gnome-keyring",
        "Section": "misc",
        "Priority": "optional",
        "Description": _DESCRIPTION,
    }
    return "".join(f"{name}: {value}\n" for name, value in fields.items())


def changelog(releases: Iterable[Release], otherwise: datetime) -> str:
    """CHANGELOG.md as Debian has it. `otherwise` is when what has no day yet was made."""
    entries = []
    for release in releases:
        at = datetime.combine(release.day, time(), UTC) if release.day else otherwise
        notes = "\n".join(
            textwrap.fill(note, 79, initial_indent="  * ", subsequent_indent="    ") for note in release.notes
        )
        signed = authors() if "<" in authors() else f"{authors()} <>"
        entries.append(
            f"{NAME} ({release.version}) unstable; urgency=medium\n\n{notes}\n\n -- {signed}  {format_datetime(at)}\n"
        )
    return "\n".join(entries)


def copyright_text() -> str:
    """Whose work it is, and where the licence of each part is found."""
    licence = (ROOT / "LICENSE").read_text(encoding="utf-8").partition("\n\n")[2].partition("\n\n")[2]
    indented = "\n".join(f" {line}" if line else " ." for line in licence.strip().splitlines())
    template = (_TEMPLATES / "copyright").read_text(encoding="utf-8")
    return template.replace("@LICENCES@", LICENCES).replace(" @MIT@", indented)


def metainfo(releases: Iterable[Release], otherwise: datetime) -> str:
    """What shops of software show, with the releases in it."""
    lines = []
    for release in releases:
        day, kind = (release.day, "stable") if release.day else (otherwise.date(), "development")
        lines.append(f'    <release version={quoteattr(release.version)} date="{day.isoformat()}" type="{kind}"/>\n')
    template = (_TEMPLATES / f"{NAME}.metainfo.xml").read_text(encoding="utf-8")
    return template.replace("  <releases/>\n", f"  <releases>\n{''.join(lines)}  </releases>\n")


def checksums(root: Path) -> str:
    """Of every file below `root`, by which a person can see whether one was changed after it was installed."""
    files = sorted(path for path in root.rglob("*") if path.is_file() and not path.is_symlink())
    return "".join(f"{_digest(path)}  {path.relative_to(root)}\n" for path in files)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, lambda: hashlib.md5(usedforsecurity=False)).hexdigest()
