"""PySide makes a type of Qt, with all its enumerations, when it is first named: some take longer than painting."""

import json
import os
import subprocess
import sys
from pathlib import Path

from app.vault import founding
from app.vault.slots import SMALL_COST
from tests.rules.test_house import ROOT

_PAINT = """
import json, sys
from pathlib import Path
from PySide6 import QtGui, QtWidgets
from ui import start
from ui.session import Session
from ui.shell.main_window import MainWindow
application = start.make_application()
window = MainWindow(Session(application), Path(sys.argv[1]))
window.show()
assert not window.grab().isNull()
print(json.dumps([name for module in (QtGui, QtWidgets) for name in vars(module)]))
"""
# 20 ms for the names of a style, 25 for all kinds of widgets (of which a wizard is the last), 5 to 10 for the others.
HEAVY = {
    "QStyle",
    "QStyleOption",
    "QWizard",
    "QTextEdit",
    "QTextDocument",
    "QTextBlockFormat",
    "QGradient",
    "QAccessible",
}


def test_the_unlock_window_is_painted_without_the_heavy_types(tmp_path: Path) -> None:
    founding.create(tmp_path / "journal", "passphrase", SMALL_COST)
    environment = os.environ | {"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen", "HOME": str(tmp_path)}
    shown = subprocess.run(
        [sys.executable, "-c", _PAINT, tmp_path / "journal"],
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert shown.returncode == 0, shown.stderr
    made = set(json.loads(shown.stdout))
    assert "QLineEdit" in made  # a type that is used is among them
    assert made & HEAVY == set()
