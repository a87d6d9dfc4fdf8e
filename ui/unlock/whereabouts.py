"""Whether a folder holds a journal, asked without the library, which is too slow to load before the first paint."""

import json
from datetime import UTC, datetime
from pathlib import Path

KEY_FILE = "vault.json"
DATABASE = "journal.db"
LOG = "journal.db-wal"
COMPUTER = "this-computer"
_SIZE_LIMIT = 64 * 1024


def holds_journal(folder: Path) -> bool:
    """Whether there is one, or what is left of one. A folder that cannot be looked into may hold one."""
    try:
        return any((folder / name).exists() for name in (KEY_FILE, DATABASE))
    except OSError:
        return True


def allows_computer(folder: Path) -> bool:
    """Whether its key file has a slot for this computer; whether the key fits, only trying tells."""
    path = folder / KEY_FILE
    try:
        if not path.is_file() or path.stat().st_size > _SIZE_LIMIT:
            return False
        return any(slot["type"] == COMPUTER for slot in json.loads(path.read_bytes())["slots"])
    except (OSError, ValueError, LookupError, TypeError, RecursionError):
        return False


def is_vacant(folder: Path) -> bool:
    """Whether a new journal could be made there."""
    try:
        return not folder.exists() or not any(folder.iterdir())
    except OSError:
        return False


def last_saved(folder: Path) -> datetime | None:
    """When the journal in it was last written to, by the dates of its files; aware."""
    found = []
    for name in (DATABASE, LOG):
        try:
            found.append((folder / name).stat().st_mtime)
        except OSError:
            continue
    return datetime.fromtimestamp(max(found), UTC) if found else None
