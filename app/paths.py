"""Where things live on this computer, by its own customs."""

from pathlib import Path

from platformdirs import PlatformDirs

_DIRS = PlatformDirs("courage-journal", appauthor=False)


def journal_folder() -> Path:
    """Where a journal is made unless another place is chosen: local data, which sync tools leave alone."""
    return Path(_DIRS.user_data_dir) / "journal"


def settings_file() -> Path:
    """The settings of this device."""
    return Path(_DIRS.user_config_dir) / "settings.json"


def sample_folder() -> Path:
    """Beside this, copies of the sample are made and taken away again."""
    return Path(_DIRS.user_cache_dir) / "sample"


def report_folder() -> Path:
    """Where reports of our own faults go."""
    return Path(_DIRS.user_log_dir)
