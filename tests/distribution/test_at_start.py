"""What the bundled program does to its environment before anything else."""

import os
import runpy

import pytest

from distribution.parts import ROOT

HOOK = ROOT / "distribution" / "at_start.py"


@pytest.mark.parametrize(("before", "after"), [(None, None), ("", None), ("/opt/lib", "/opt/lib")])
def test_what_it_starts_finds_libraries_where_it_did_before(
    monkeypatch: pytest.MonkeyPatch, before: str | None, after: str | None
) -> None:
    monkeypatch.setenv("LD_LIBRARY_PATH", "/bundle/_internal")
    monkeypatch.setenv("QT_PLUGIN_PATH", "/usr/lib/qt6/plugins")
    monkeypatch.delenv("LD_LIBRARY_PATH_ORIG", raising=False)
    if before is not None:
        monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", before)
    runpy.run_path(str(HOOK))
    assert os.environ.get("LD_LIBRARY_PATH") == after
    assert "LD_LIBRARY_PATH_ORIG" not in os.environ
    assert "QT_PLUGIN_PATH" not in os.environ
