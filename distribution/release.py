"""What is being released: version, date and notes have one source each, and every package takes them from here."""

import os
import re
import shutil
import subprocess
import tomllib
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from app import __version__

ROOT = Path(__file__).resolve().parents[1]
CHANGELOG = ROOT / "CHANGELOG.md"
_HEADING = re.compile(r"## (?:\[?(?P<version>\d[\w.]*)\W+(?P<date>\d{4}-\d\d-\d\d)\)?|Unreleased)")


@dataclass(frozen=True, slots=True)
class Release:
    """A version, its day (None: not released yet), and what changed in it, a paragraph each."""

    version: str
    day: date | None
    notes: tuple[str, ...]


def releases() -> list[Release]:
    """What CHANGELOG.md says, newest first. What is not released yet has the version of the source."""
    found: list[Release] = []
    for section in re.split(r"^(?=## )", CHANGELOG.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        heading, _, rest = section.partition("\n")
        matched = _HEADING.fullmatch(heading)
        if matched is None:
            raise ValueError(f"CHANGELOG.md: {heading!r} names no version with a date")
        notes = tuple(" ".join(note.split()) for note in re.split(r"^- ", rest, flags=re.MULTILINE)[1:])
        day = date.fromisoformat(matched["date"]) if matched["date"] else None
        if day is not None or notes:
            found.append(Release(matched["version"] or __version__, day, notes))
    return found


def made_at() -> datetime:
    """The moment that everything in a package is dated, so that the same source makes the same bytes.

    It is SOURCE_DATE_EPOCH, or when the last change was committed, or when CHANGELOG.md was changed.
    """
    if given := os.environ.get("SOURCE_DATE_EPOCH"):
        return datetime.fromtimestamp(int(given), UTC)
    committed = _git("log", "-1", "--format=%ct")
    return datetime.fromtimestamp(int(committed) if committed else int(CHANGELOG.stat().st_mtime), UTC)


def authors() -> str:
    """Who made it, as pyproject.toml has it: "Name <address>", or only the name."""
    listed = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["authors"]
    first: dict[str, str] = listed[0]
    return f"{first['name']} <{first['email']}>" if "email" in first else first["name"]


def _git(*arguments: str) -> str:
    git = shutil.which("git")
    if git is None or not (ROOT / ".git").exists():
        return ""
    command = [git, "-c", "safe.directory=*", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False).stdout.strip()
