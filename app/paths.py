"""Where things live on this computer, by its own customs."""

import os
import sys
from pathlib import Path

_NAME = "courage-journal"


def journal_folder() -> Path:
    """Where a journal is made unless another place is chosen: local data, which sync tools leave alone."""
    return _folder("user_data_dir") / "journal"


def settings_file() -> Path:
    """The settings of this device."""
    return _folder("user_config_dir") / "settings.json"


def sample_folder() -> Path:
    """Beside this, copies of the sample are made and taken away again."""
    return _folder("user_cache_dir") / "sample"


def runtime_folder() -> Path:
    """Where windows find each other: gone when this person signs out, where the system has such a place."""
    named = Path(os.environ.get("XDG_RUNTIME_DIR", ""))
    return named / _NAME if named.is_absolute() and named.is_dir() else _folder("user_cache_dir") / "run"


def report_folder() -> Path:
    """Where reports of our own faults go."""
    return _folder("user_log_dir")


# platformdirs knows every system; the window asks for its settings before the first paint, and here saves the import.
_ON_LINUX = {
    "user_data_dir": ("XDG_DATA_HOME", "~/.local/share", _NAME),
    "user_cache_dir": ("XDG_CACHE_HOME", "~/.cache", _NAME),
    "user_config_dir": ("XDG_CONFIG_HOME", "~/.config", _NAME),
    "user_log_dir": ("XDG_STATE_HOME", "~/.local/state", f"{_NAME}/log"),
}


def _folder(which: str) -> Path:
    if sys.platform == "linux":
        variable, usual, inside = _ON_LINUX[which]
        named = Path(os.environ.get(variable, ""))
        return (named if named.is_absolute() else Path(usual).expanduser()) / inside
    else:  # noqa: RET505  types are judged for one system at a time
        from platformdirs import PlatformDirs

        return Path(getattr(PlatformDirs(_NAME, appauthor=False), which))
