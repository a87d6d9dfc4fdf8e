"""The bundled program by keys, on a machine without Python and with nothing in its environment."""

import json
import subprocess
from pathlib import Path

from pypdf import PdfReader

from tests.bundled import program, together
from tests.flows.program import OTHER_PASSPHRASE, Home
from tests.flows.window import steps
from tests.flows.window.desk import Desk, Window
from tests.flows.window.steps import Entry
from tests.flows.window.test_journey import FIRST_WORDS, save_pack

ENTRY = Entry(text="I rewrote the summary at night.", person="Bo Lindqvist", tag="budget", pull=7)
# A screen, a home that is not the tester's own, and what the eyes need.
KEPT = ("DISPLAY", "HOME", "DBUS_SESSION_BUS_ADDRESS", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON")


def started(desk: Desk, home: Home) -> Window:
    return desk.start(home, program=[str(program())], kept=KEPT)


def command(home: Home, *arguments: str) -> str:
    """The answer of the same file as a command."""
    done = subprocess.run(
        [program(), *arguments, "--passphrase-stdin"],
        input=f"{OTHER_PASSPHRASE}\n",
        env={"HOME": str(home.folder)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


@together
def test_a_day_with_the_bundled_program(desk: Desk, home: Home, tmp_path: Path) -> None:
    window = started(desk, home)
    steps.give_key_back(window, steps.found_first_run(window, OTHER_PASSPHRASE))
    window.type(FIRST_WORDS)
    window.tab_to("Open my journal")
    window.press("space")
    window.wait_for_focus("Reflection")
    window.press("ctrl+n")
    steps.write(window, ENTRY)
    steps.lock(window)
    assert Path(f"/proc/{window.pid}/exe").resolve() == program()
    steps.unlock(window, OTHER_PASSPHRASE)
    pack = tmp_path / "pack.pdf"
    save_pack(window, pack, "2 reflections")
    steps.close(window)
    assert "Traceback" not in window.said()
    pages = " ".join("\n".join(page.extract_text() for page in PdfReader(pack).pages).split())
    assert FIRST_WORDS in pages

    records = json.loads(command(home, "list", "--json"))
    assert {each["text"] for each in records} == {FIRST_WORDS, ENTRY.text}
    command(home, "add", "--text", "Written at a terminal.")
    command(home, "check")

    window = started(desk, home)
    steps.unlock(window, OTHER_PASSPHRASE)
    window.press("ctrl+2")
    window.wait_for("3 of 3")
    window.wait_for_words("I rewrote the summary at night")
    steps.close(window)
    assert [path.name for path in home.temporary.iterdir()] == []
