"""The binding of Qt: what it prepares for others is put off, and there for whoever asks."""

import json
import os
import subprocess
import sys

from tests.rules.test_house import ROOT

_PARSER = "from shibokensupport.signature import parser\n"
_LOAD = "import json, re\nfrom ui import imports\ncompiling = re.compile\nimports.load_binding()\n" + _PARSER
_OPEN = "import json\nfrom ui.__main__ import main\nassert main([]) == 2\n" + _PARSER
_IS_PUT_OFF = "print(json.dumps('_PutOff' in repr(parser.arglistParser._finditer)))"


def _told(code: str) -> object:
    """What a program of its own prints, which has no screen: in this one it is loaded already."""
    environment = {name: value for name, value in os.environ.items() if name not in {"DISPLAY", "QT_QPA_PLATFORM"}}
    environment.pop("WAYLAND_DISPLAY", None)
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, text=True, check=True, timeout=120
    )
    return json.loads(done.stdout)


def test_its_patterns_are_not_compiled() -> None:
    assert _told(_LOAD + _IS_PUT_OFF) is True
    assert _told("import json, shiboken6\n" + _PARSER + _IS_PUT_OFF) is False


def test_the_window_loads_it_so() -> None:
    assert _told(_OPEN + _IS_PUT_OFF) is True


def test_whoever_uses_one_has_it_compiled() -> None:
    code = """
kept = imports._PutOff("(a+) b", flags=re.VERBOSE)
said = [kept.pattern, kept.groups, kept.match("aab").group(1), parser._parse_arglist("one: int, two: str")]
print(json.dumps(said))
"""
    assert _told(_LOAD + code) == ["(a+) b", 1, "aa", ["one: int", "two: str"]]


def test_what_is_refused_is_said_as_before() -> None:
    code = """
from PySide6.QtCore import QRect
try:
    QRect("wide")
except TypeError as error:
    print(json.dumps(str(error)))
"""
    said = _told(_LOAD + code)
    assert said == _told("import json\n" + code)
    assert "Supported signatures" in str(said)


def test_the_patterns_of_others_are_compiled() -> None:
    code = (
        "import textwrap\nprint(json.dumps([type(textwrap._leading_whitespace_re).__name__, re.compile is compiling]))"
    )
    assert _told(_LOAD + code) == ["Pattern", True]
