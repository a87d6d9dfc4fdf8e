"""The settings of this device: so far, where the journal is. Nothing else outside its folder says that there is one."""

import json
from contextlib import suppress
from pathlib import Path

from app import paths
from app.vault.files import complete_file, create_private_folder

_JOURNAL = "journal"


def remembered_journal() -> Path | None:
    """The folder of the last journal."""
    value = _read().get(_JOURNAL)
    return Path(value) if isinstance(value, str) and value and "\0" not in value else None


def remember_journal(folder: Path) -> None:
    """Keeps the folder. A device that cannot keep settings forgets it."""
    with suppress(OSError):
        create_private_folder(paths.settings_file().parent)
        with complete_file(paths.settings_file()) as partial:
            settings = _read() | {_JOURNAL: str(folder.absolute())}
            partial.write_text(json.dumps(settings, indent=1) + "\n", encoding="utf-8")


def _read() -> dict[str, object]:
    with suppress(OSError, ValueError, RecursionError):
        found = json.loads(paths.settings_file().read_text(encoding="utf-8"))
        if isinstance(found, dict):
            return found
    return {}
