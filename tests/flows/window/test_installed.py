"""The package for Debian installed: by dpkg into a folder and, if asked for, on a Debian with nothing on it."""

import os
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from distribution import deb
from tests.bare_debian import BareDebian, need
from tests.bundled import program, together
from tests.distribution.needs import need_debian
from tests.flows.program import OTHER_PASSPHRASE, Home
from tests.flows.window import steps
from tests.flows.window.desk import Desk

ENTRY = "usr/share/applications/courage-journal.desktop"
# A screen, a home, and what the eyes need.
KEPT = ("DISPLAY", "HOME", "PATH", "DBUS_SESSION_BUS_ADDRESS", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON")
WORDS = "I asked first, and the answer was a better one."


def started_by(root: Path) -> list[str]:
    """What a desktop starts for the entry that is installed below `root`."""
    lines = (root / ENTRY).read_text(encoding="utf-8").splitlines()
    [command] = [line.removeprefix("Exec=") for line in lines if line.startswith("Exec=")]
    return shlex.split(command)


def dpkg(root: Path, *arguments: str | Path) -> None:
    """Runs dpkg for the system below `root`, which has nothing that a package could depend on."""
    command = ["dpkg", f"--root={root}", "--force-depends", *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder in which dpkg has installed the package, and nothing else."""
    need_debian()
    if os.geteuid() != 0:
        pytest.skip("only root can install a package")
    made = tmp_path / "root"
    (made / "var/lib/dpkg/info").mkdir(parents=True)
    (made / "var/lib/dpkg/updates").mkdir()
    (made / "var/lib/dpkg/status").touch()
    (made / "var/lib/dpkg/available").touch()
    dpkg(made, "--install", deb.make(program().parent, tmp_path / "made", compression="none"))
    return made


@pytest.mark.slow
@together
def test_it_is_installed_started_by_its_entry_and_removed(root: Path, desk: Desk, home: Home) -> None:
    home.environment["PATH"] = f"{root / 'usr' / 'bin'}:/usr/bin:/bin"
    window = desk.start(home, program=started_by(root), kept=KEPT)
    steps.found_first_run(window, OTHER_PASSPHRASE)
    assert Path(f"/proc/{window.pid}/exe").resolve() == root / "usr/lib/courage-journal/courage-journal"
    window.kill()
    dpkg(root, "--purge", "courage-journal")
    assert [path for path in root.rglob("*courage*") if "var/lib/dpkg" not in str(path)] == []


# On a Debian with nothing on it


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package as it is given to people."""
    need()
    return deb.make(program().parent, tmp_path_factory.mktemp("package"))


@pytest.fixture
def bare(package: Path, tmp_path: Path, desk: Desk) -> Iterator[BareDebian]:
    """Such a system with the package installed. It sees this screen, bus and home."""
    system = BareDebian(tmp_path / "root", seen=(Path("/tmp"), tmp_path, desk.run_folder))
    system.install(package)
    yield system
    shutil.rmtree(system.root)


def journal(bare: BareDebian, *command: str | Path, more: str = "") -> str:
    """The answer of a command of the program, with its passphrase."""
    asked = [str(each) for each in ("courage-journal", *command, "--passphrase-stdin")]
    done = bare.run(*asked, stdin=f"{OTHER_PASSPHRASE}\n{more}", HOME="/root")
    assert (done.returncode, done.stderr) == (0, ""), (command, done)
    return done.stdout


@pytest.mark.slow
def test_it_works_on_a_debian_with_nothing_on_it(bare: BareDebian, desk: Desk, home: Home, tmp_path: Path) -> None:
    assert bare.run("sh", "-c", "command -v python3 python").returncode != 0
    assert bare.run("courage-journal", "--version").stdout.startswith("courage-journal ")
    tried = bare.run("courage-journal", "--selftest", HOME="/root")
    assert tried.returncode == 0, tried

    folder = tmp_path / "journal"
    journal(bare, "init", "--journal", folder)
    journal(bare, "add", "--journal", folder, "--text-file", "-", more=WORDS)
    journal(bare, "pack", "--journal", folder, "--output", tmp_path / "pack.pdf")
    assert WORDS in journal(bare, "list", "--journal", folder)
    assert journal(bare, "check", "--journal", folder) == "ok\n"
    assert (tmp_path / "pack.pdf").read_bytes().startswith(b"%PDF")

    home.environment |= bare.environment | {"COURAGE_JOURNAL": str(folder)}
    kept = (*KEPT, "XDG_RUNTIME_DIR", "COURAGE_JOURNAL", *bare.environment)
    window = desk.start(home, before=bare.command(), program=started_by(bare.root), kept=kept)
    steps.unlock(window, OTHER_PASSPHRASE)
    window.press("ctrl+2")
    window.wait_for_words(WORDS)
    steps.close(window)
    assert "Traceback" not in window.said()


@pytest.mark.slow
def test_lintian_has_nothing_against_it_but_what_is_written_down(package: Path) -> None:
    command = ["lintian", "--allow-root", "--fail-on", "error,warning", str(package)]
    said = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (said.returncode, said.stdout) == (0, "")
