"""A file dialog leaves nothing behind: no names of folders in a settings file of Qt's own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

CODE = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from ui import places
application = QApplication([])
if sys.argv[2] == "control":
    places._leave_no_trace = lambda: None
def answer():
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QFileDialog)
    dialog.accept()
QTimer.singleShot(200, answer)
print(places.choose_folder(QWidget(), "Where", Path(sys.argv[1])))
"""


@pytest.mark.parametrize(("kind", "traces"), [("ours", 0), ("control", 1)])
def test_no_folder_name_is_written(tmp_path: Path, kind: str, traces: int) -> None:
    home, folder = tmp_path / "own home", tmp_path / "secret place"
    home.mkdir()
    folder.mkdir()
    places = {name: str(home) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME")}
    environment = os.environ | places | {"QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", CODE, str(folder), kind]
    said = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", check=True)
    assert said.stdout.strip() == str(folder)
    written = [path for path in home.rglob("*") if path.is_file() and b"secret" in path.read_bytes()]
    assert len(written) == traces
