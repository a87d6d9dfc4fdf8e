"""Where things live is what the library of platforms says; on Linux we say it ourselves, for the start's sake."""

import sys
from pathlib import Path

import pytest
from platformdirs import PlatformDirs

from app import paths


@pytest.mark.parametrize("value", [None, "", "  ", "/elsewhere", " /elsewhere/ ", "here", "~/here"])
def test_the_places_are_those_of_the_platform(value: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        if value is None:
            monkeypatch.delenv(name, raising=False)
        else:
            monkeypatch.setenv(name, value)
    known = PlatformDirs("courage-journal", appauthor=False)
    assert paths.journal_folder() == Path(known.user_data_dir, "journal")
    assert paths.settings_file() == Path(known.user_config_dir, "settings.json")
    assert paths.sample_folder() == Path(known.user_cache_dir, "sample")
    assert paths.report_folder() == Path(known.user_log_dir)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the library is asked")
def test_home_may_be_named_by_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HOME", "XDG_DATA_HOME"):
        monkeypatch.delenv(name, raising=False)
    assert paths.journal_folder() == Path.home() / ".local/share/courage-journal/journal"
