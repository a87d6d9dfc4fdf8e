"""What start-up may load: only what paints before the window is painted, and the journal once somebody types."""

import json
import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pytest

from app.vault import founding
from app.vault.slots import SMALL_COST, RecoveryKey
from app.vault.vault import open_vault
from tests.app.vault.journals import allow_computer
from tests.rules.test_house import ROOT

_PAINT = """
import json, sys
from PySide6 import QtCore
from ui import start
from ui.session import Session
from ui.shell.main_window import MainWindow
application = start.make_application()
window = MainWindow(Session(application), start.chosen_journal(None))
window.show()
application.processEvents()
assert not window.grab().isNull()
modules, has_named_qt = sorted(sys.modules), "Qt" in vars(QtCore)
print(json.dumps([modules, has_named_qt]))
"""
# What opening a journal, setting a page or judging a passphrase needs.
LATER = {
    "queue",
    "ctypes",
    "sqlalchemy",
    "sqlcipher3",
    "cryptography",
    "typst",
    "pypdf",
    "zxcvbn",
    "app.journal",
    "app.cli",
    "app.pack",
    "app.exchange",
    "app.reflections.store",
    "app.vault.vault",
    "app.vault.computer",
    "keyring",
    "secretstorage",
    "app.prompts",
    "app.phrasing",
    "ui.shell.inside",
    "ui.today",
    "ui.journal",
    "ui.people",
    "app.roster",
    "ui.coaching",
    "ui.settings",
    "app.candidates",
    "app.interviews",
    "ui.candidates",
    "ui.grounds",
    "ui.interview",
    "ui.interviews",
    "ui.side_by_side",
    "ui.alignment",
    "ui.other_side",
    "ui.questions",
    "ui.landing",
    "ui.help",
    "ui.prompts",
    "ui.gallery",
}
QT = {"PySide6.QtCore", "PySide6.QtGui", "PySide6.QtWidgets", "PySide6.QtSvg"}


class Painted(NamedTuple):
    """What there is once the first window is painted: every module, whether anything has named `Qt`, and the look."""

    modules: set[str]
    has_named_qt: bool


@pytest.fixture(params=["first run", "locked", "locked, with this computer allowed"])
def painted(request: pytest.FixtureRequest, tmp_path: Path) -> Painted:
    """A start of the program, up to its first paint."""
    folder = tmp_path / "data" / "courage-journal" / "journal"
    if request.param != "first run":
        key = RecoveryKey(founding.create(folder, "passphrase", SMALL_COST))
        if request.param != "locked":
            with closing(open_vault(folder, key)) as vault:
                allow_computer(vault)
    places = {f"XDG_{name}_HOME": str(tmp_path / name.lower()) for name in ("CONFIG", "DATA", "STATE", "CACHE")}
    environment = os.environ | places | {"HOME": str(tmp_path), "PYTHONPATH": str(ROOT)}
    shown = subprocess.run(
        [sys.executable, "-c", _PAINT], env=environment, capture_output=True, encoding="utf-8", check=False
    )
    assert shown.returncode == 0, shown.stderr
    modules, *rest = json.loads(shown.stdout)
    return Painted(set(modules), *rest)


def test_nothing_heavy_is_loaded_before_the_first_paint(painted: Painted) -> None:
    loaded = {name for name in painted.modules for later in LATER if name == later or name.startswith(f"{later}.")}
    assert loaded == set()


def test_of_qt_only_what_paints_is_loaded(painted: Painted) -> None:
    assert {name for name in painted.modules if name.startswith("PySide6.Qt")} <= QT


def test_the_names_of_qt_are_not_made(painted: Painted) -> None:
    # The rope of the first start has round ends, which no painter gives without them.
    assert painted.has_named_qt == ("ui.widgets.rope" in painted.modules)


def test_refusals_are_loaded_where_a_first_start_may_be_refused(painted: Painted) -> None:
    assert ("app.errors" in painted.modules) == ("ui.unlock.first_run" in painted.modules)


@pytest.mark.parametrize(("said", "is_named"), [("", False), ("QtCore.Qt.Key.Key_Tab", True)])
def test_naming_qt_is_noticed(said: str, is_named: bool) -> None:
    noticed = f"from PySide6 import QtCore\n{said}\nprint('Qt' in vars(QtCore))"
    shown = subprocess.run([sys.executable, "-c", noticed], capture_output=True, encoding="utf-8", check=True)
    assert shown.stdout.strip() == str(is_named)


@pytest.mark.parametrize(("said", "is_kept"), [("imports.load_binding()", False), ("import shiboken6", True)])
def test_the_source_of_what_is_imported_is_not_kept(said: str, is_kept: bool) -> None:
    kept = "any(name.endswith('sentences.py') for name in linecache.cache)"
    noticed = f"import linecache\nfrom ui import imports\n{said}\nfrom app.sentences import sentence\nprint({kept})"
    shown = subprocess.run([sys.executable, "-c", noticed], capture_output=True, encoding="utf-8", check=True)
    assert shown.stdout.strip() == str(is_kept)
