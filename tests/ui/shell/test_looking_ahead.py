"""What the first page needs is there before the passphrase is complete."""

import json
import os
import subprocess
import sys

from tests.rules.test_house import ROOT

_TYPE = """
import json, sys
from PySide6.QtCore import QObject
from ui import start
from ui.shell.looking_ahead import FIRST_NEEDED, LookingAhead, loads
application = start.make_application()
ahead = LookingAhead(loads(FIRST_NEEDED), application)
while not set(FIRST_NEEDED) <= set(sys.modules):
    application.processEvents()
before = set(sys.modules)
import ui.shell.inside, ui.today.page
print(json.dumps(sorted(set(sys.modules) - before)))
"""


def test_nothing_is_left_to_load_once_the_journal_is_open() -> None:
    environment = os.environ | {"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", _TYPE], env=environment, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == []
