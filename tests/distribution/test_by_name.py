"""Modules in the archive of the program are found by their names: tried with an archive and finders of PyInstaller."""

import json
import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from distribution.parts import ROOT

_RUN = """
import json, os, runpy, sys
from PyInstaller.archive.writers import ZlibArchiveWriter
loader, root, *hooks = sys.argv[1:]
files = {"alone": "alone.py", "house": "house/__init__.py", "house.room": "house/room.py"}
archive = os.path.join(root, "PYZ.pyz")
entries = [(name, file, "PYMODULE") for name, file in files.items()]
ZlibArchiveWriter(archive, entries, {name: compile("", name, "exec") for name in files})
sys.path.insert(0, loader)
sys._MEIPASS, sys._pyinstaller_pyz = root, archive
import pyimod02_importers
pyimod02_importers.install()
sys.path.append(root)
for hook in hooks:
    runpy.run_path(hook)
import alone, house.room
asked = sorted(folder for folder in sys.path_importer_cache if folder.startswith(root))
import house.outside
modules = alone, house, house.room, house.outside
print(json.dumps([[module.__file__ for module in modules], house.__path__, asked]))
"""


@pytest.mark.parametrize(("hooks", "are_asked"), [(["by_name"], False), ([], True)])
def test_no_folder_is_asked_for_what_is_in_the_archive(tmp_path: Path, hooks: list[str], are_asked: bool) -> None:
    if (spec := find_spec("PyInstaller")) is None or spec.origin is None:
        pytest.skip("PyInstaller is not installed")
    house = tmp_path / "house"
    house.mkdir()
    (house / "outside.py").touch()
    done = subprocess.run(
        [sys.executable, "-c", _RUN, str(Path(spec.origin).parent / "loader"), str(tmp_path)]
        + [str(ROOT / "distribution" / f"{hook}.py") for hook in hooks],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    files, path, asked = json.loads(done.stdout)
    names = ("alone.py", "house/__init__.py", "house/room.py", "house/outside.py")
    assert files == [os.fspath(tmp_path / name) for name in names]
    assert path == [os.fspath(house)]
    assert (asked != []) == are_asked
