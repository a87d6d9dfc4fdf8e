"""Row 12: the journeys of the suite run under strace and an audit hook, and nothing reaches for a network.

The hook is in every Python that they start: the folder `watching`, with the hook in it, is on the path of each.
"""

import os
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.flows.program import ROOT, Argument
from tests.flows.tracing import can_trace, watching
from tests.stress.again import outcome_of
from tests.stress.figures import Result, workshop

WHAT = "internet sockets, in every journey"
JOURNEYS = (
    "tests/flows/test_commands.py",
    "tests/flows/test_exports_of_others.py",
    "tests/flows/test_refusals.py",
    "tests/flows/test_terminal.py",
    "tests/flows/window/test_journey.py",
    "tests/flows/window/test_rooms.py",
)
_SHORT = ("tests/flows/window/test_journey.py::test_from_the_first_start_to_the_last_word",)
_FOREIGN = re.compile(r"^.*\bAF_(?!UNIX|LOCAL|NETLINK|UNSPEC)[A-Z0-9]+.*$", re.MULTILINE)
_HOOK = Path(__file__).with_name("watching")


def run(scale: float) -> Result:
    """Every journey once in full, one of them in short."""
    if not can_trace():
        return Result(failures=["strace is not here or may not trace"])
    with workshop() as place:
        log, heard = place / "log", place / "heard"
        watch = watching(["socket", "connect", "bind"], log)
        result = outcome_of(JOURNEYS if scale >= 1 else _SHORT, before=watch, environment=_heard_in(heard))
        called = log.read_text(errors="replace")
        result.failures += sorted(set(_FOREIGN.findall(called)))
        result.failures += heard.read_text(encoding="utf-8").splitlines() if heard.exists() else []
        result.count("sockets within the computer", called.count("AF_UNIX"))
        _reach_out(heard, watch)
        is_seen = _FOREIGN.search(log.read_text(errors="replace")) is not None
        result.failures += [] if is_seen and heard.exists() else ["a socket would not have been seen"]
        return result


def _heard_in(heard: Path) -> dict[str, str]:
    """What has every Python write down there what it does with a network."""
    path = f"{ROOT}{os.pathsep}{_HOOK}"
    return {"COURAGE_PATH": str(_HOOK), "COURAGE_HEARD": str(heard), "PYTHONPATH": path}


def _reach_out(heard: Path, before: Sequence[Argument] = ()) -> None:
    probe = [*before, sys.executable, "-c", "import socket; socket.socket()"]
    subprocess.run(probe, env=os.environ | _heard_in(heard), check=True)


def test_the_hook_hears_a_socket_to_a_network(tmp_path: Path) -> None:
    # The journeys have their short form where they are, under strace.
    _reach_out(tmp_path / "heard")
    assert (tmp_path / "heard").read_text(encoding="utf-8").startswith("socket.__new__ ")
