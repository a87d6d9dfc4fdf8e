"""The door is painted before anything heavy is loaded."""

import subprocess
import sys
from pathlib import Path

from tests.ui.unlock.doors import Door

HEAVY = {"sqlalchemy", "sqlcipher3", "cryptography", "zxcvbn", "typst", "pypdf"}
CODE = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from app.settings import Settings
from ui.session import Session
from ui.unlock.gate import Gate
application = QApplication([])
folder = Path(sys.argv[1])
gate = Gate(Session(), folder, Settings(journal=folder))
gate.resize(1360, 828)
gate.show()
gate.grab()
print(*sys.modules)
sys.stdout.flush()
import os
os._exit(0)
"""


def test_the_first_paint_loads_nothing_of_the_library(door: Door) -> None:
    said = subprocess.run(
        [sys.executable, "-c", CODE, str(door.folder)], capture_output=True, encoding="utf-8", check=True
    )
    loaded = set(said.stdout.split())
    assert "ui.unlock.unlock" in loaded
    assert loaded & HEAVY == set()
    assert loaded & {"app.journal", "app.strength", "app.vault.vault", "ui.unlock.first_run"} == set()


def test_the_first_start_loads_nothing_of_it_either(tmp_path: Path) -> None:
    said = subprocess.run(
        [sys.executable, "-c", CODE.replace("Settings(journal=folder)", "Settings()"), str(tmp_path / "new")],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    loaded = set(said.stdout.split())
    assert "ui.unlock.first_run" in loaded
    assert loaded & HEAVY == set()
