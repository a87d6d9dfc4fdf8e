"""PySide's own modules, taken out of its library: all of them, and PySide takes them from where they are."""

import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

from distribution import pyside

ASKED = "import shiboken6, shibokensupport.signature.loader as loader; print(shiboken6.__file__, loader.__file__)"


def test_pyside_imports_its_modules_from_where_they_were_put(tmp_path: Path) -> None:
    spec = find_spec("shiboken6")
    assert spec is not None
    assert spec.origin is not None
    copy, modules = tmp_path / "shiboken6", tmp_path / "modules"
    shutil.copytree(Path(spec.origin).parent, copy)
    names = pyside.take_out(modules)
    assert {"shibokensupport", "shibokensupport.feature", "shibokensupport.signature.loader"} <= set(names)
    sign, place = pyside.sign(modules)
    (tmp_path / place).mkdir()
    shutil.copy(sign, tmp_path / place)
    done = subprocess.run(
        [sys.executable, "-c", ASKED],
        env=os.environ | {"PYTHONPATH": os.pathsep.join(map(str, (tmp_path, modules)))},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert [Path(said).parents[1] for said in done.stdout.split()] == [tmp_path, modules / "shibokensupport"]
    assert done.stderr == ""


def test_what_was_there_before_is_gone(tmp_path: Path) -> None:
    old = tmp_path / "modules" / "old.py"
    old.parent.mkdir()
    old.touch()
    assert "old" not in pyside.take_out(old.parent)
    assert not old.exists()
