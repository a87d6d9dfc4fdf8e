"""One command for each thing a fresh machine has to do for this project: it needs Python 3.11 and nothing else.

python3 dev.py setup    makes .venv with the locked dependencies and `courage-journal` in it
python3 dev.py run      setup, then opens the window; without a screen the main job, on the sample journal
python3 dev.py test     setup with the test tools, then everything that CI runs; takes pytest's arguments
python3 dev.py check    format, lint, types, direction of imports
python3 dev.py bundle   the program in one folder that needs no Python, under build/bundle
python3 dev.py deb      the same as a package for Debian and what is made from it, under build
python3 dev.py bench    the measurements of tests/benchmarks
python3 dev.py stress   what must be shown of safety, in full: rows by number, --scale 0.1, --write (tests/stress)
python3 dev.py screenshots    every screen in every look and size, as pictures under build/screenshots
python3 dev.py lock     makes both lock files again from pyproject.toml
"""

import sys

if sys.version_info < (3, 11):
    sys.exit("Courage Journal needs Python 3.11 or newer; this is {}.{}.".format(*sys.version_info[:2]))

import ctypes.util
import hashlib
import importlib.util
import json
import os
import secrets
import shutil
import subprocess
import tomllib
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BUILD = ROOT / "build"
SCRIPTS = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON, COURAGE_JOURNAL, LINT_IMPORTS = (
    SCRIPTS / (name + (".exe" if os.name == "nt" else "")) for name in ("python", "courage-journal", "lint-imports")
)
BASE_PYTHON: str = getattr(sys, "_base_executable", sys.executable)  # not .venv's own, which may be cleared
STAMP = VENV / "courage-journal.json"
LOCKS = {"runtime": ROOT / "requirements.lock", "dev": ROOT / "requirements-dev.lock"}
# What the system has to bring, by its Debian package: programs as they are called, libraries as a linker names them.
TEST_PROGRAMS = {"pdftotext": "poppler-utils", "qpdf": "qpdf"}
LINUX_TEST_PROGRAMS = {
    "strace": "strace",
    "Xvfb": "xvfb",
    "dbus-daemon": "dbus-daemon",
    "gnome-keyring-daemon": "gnome-keyring",
    "appstreamcli": "appstream",
    "desktop-file-validate": "desktop-file-utils",
    "man": "man-db",
}
# With COURAGE_FULL the tests include what takes minutes or large downloads.
FULL_TEST_PROGRAMS = {"debootstrap": "debootstrap", "lintian": "lintian"}
SCREENLESS_LIBRARIES = {
    "GL": "libgl1",
    "EGL": "libegl1",
    "glib-2.0": "libglib2.0-0",
    "fontconfig": "libfontconfig1",
    "dbus-1": "libdbus-1-3",
    "xkbcommon": "libxkbcommon0",
}
WINDOW_LIBRARIES = SCREENLESS_LIBRARIES | {
    "xkbcommon-x11": "libxkbcommon-x11-0",
    "xcb-cursor": "libxcb-cursor0",
    "xcb-icccm": "libxcb-icccm4",
    "xcb-keysyms": "libxcb-keysyms1",
    "xcb-shape": "libxcb-shape0",
}
BUNDLE_PROGRAMS = {"objdump": "binutils", "readelf": "binutils", "strip": "binutils"}
TEST_LIBRARIES = WINDOW_LIBRARIES | {"X11": "libx11-6", "Xtst": "libxtst6"}
SCREEN_READING_SERVICE = Path("/usr/share/dbus-1/services/org.a11y.Bus.service")
SCREEN_READING_PROBE = "import gi; gi.require_version('Gio', '2.0'); from gi.repository import Gio"
FOREIGN = {"PYTHONPATH", "PYTHONHOME", "PYTHONSTARTUP", "__PYVENV_LAUNCHER__", "PIP_USER", "PIP_TARGET", "PIP_PREFIX"}


Command = Sequence[str | Path]


class Failed(Exception):
    """Something did not work, in one sentence for the person at the terminal."""


# Starting programs


def environment() -> dict[str, str]:
    """This process's environment without what would make .venv look elsewhere."""
    kept = {name: value for name, value in os.environ.items() if name.upper() not in FOREIGN}
    return kept | {"PIP_DISABLE_PIP_VERSION_CHECK": "1"}


def status(command: Command, **more: str) -> int:
    """The exit status of a command run in the project's folder, with `more` in its environment."""
    sys.stdout.flush()
    return subprocess.run([str(part) for part in command], cwd=ROOT, env=environment() | more, check=False).returncode


def must(command: Command, otherwise: str, **more: str) -> None:
    """Runs a command. Raises Failed, saying `otherwise`, when it fails."""
    if status(command, **more):
        raise Failed(otherwise)


# What is outside Python


def may_install() -> bool:
    """Whether this is root on a Debian system, where missing packages are installed without asking."""
    return hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get") is not None


def apt_install(packages: Sequence[str]) -> bool:
    """Installs Debian packages; whether that went well."""
    print("Installing", *packages, flush=True)
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    install = ["apt-get", "install", "-qq", "-y", "--no-install-recommends", *packages]
    return status(["apt-get", "update", "-qq"], **quiet) == 0 and status(install, **quiet) == 0


def need_venv() -> None:
    """Python can make environments after this. Raises Failed with the package to install."""
    if all(importlib.util.find_spec(part) is not None for part in ("venv", "ensurepip")):
        return
    if not (may_install() and apt_install(["python3-venv"])):
        raise Failed("This Python cannot make environments. On Debian or Ubuntu: sudo apt-get install python3-venv")


def need_window() -> None:
    """A window can be opened after this. Raises Failed with the packages to install."""
    missing = missing_libraries(WINDOW_LIBRARIES)
    if missing and not (may_install() and apt_install(missing)):
        raise Failed("A window needs libraries that are missing. On Debian or Ubuntu: " + apt_line(missing))


def need_test_system() -> None:
    """What the tests use of the system. Without it some of them cannot run, so it is said what is missing."""
    programs = TEST_PROGRAMS | (LINUX_TEST_PROGRAMS if sys.platform == "linux" else {})
    programs |= FULL_TEST_PROGRAMS if os.environ.get("COURAGE_FULL") else {}
    missing = [package for program, package in programs.items() if shutil.which(program) is None]
    missing += missing_for_bundling() + missing_libraries(TEST_LIBRARIES)
    if sys.platform == "linux":
        missing += [] if SCREEN_READING_SERVICE.exists() else ["at-spi2-core"]
        missing += [] if can_read_screens() else ["python3-gi"]
        missing += [] if has_chinese_font() else ["fontconfig", "fonts-droid-fallback"]
    if missing and not (may_install() and apt_install(missing)):
        print("Some tests need what is missing here. On Debian or Ubuntu:", apt_line(missing))


def need_bundling() -> None:
    """A program can be bundled after this. Raises Failed with the packages to install."""
    missing = missing_for_bundling()
    if missing and not (may_install() and apt_install(missing)):
        raise Failed("Bundling needs what is missing here. On Debian or Ubuntu: " + apt_line(missing))


def missing_for_bundling() -> list[str]:
    """The packages with the tools and with all libraries that go into the program: what is not here, it would lack."""
    if sys.platform != "linux":
        return []
    programs = {package for program, package in BUNDLE_PROGRAMS.items() if shutil.which(program) is None}
    return [*programs, *missing_libraries(WINDOW_LIBRARIES | own_library())]


def own_library() -> dict[str, str]:
    """Python as a library, which the program brings; Debian has it in a package of its own."""
    version = "{}.{}".format(*sys.version_info)
    return {f"python{version}": f"libpython{version}"} if sys.base_prefix == "/usr" else {}


def missing_libraries(libraries: dict[str, str]) -> list[str]:
    """The packages of those that the system does not have; systems other than Linux bring their own."""
    if sys.platform != "linux":
        return []
    return [package for library, package in libraries.items() if ctypes.util.find_library(library) is None]


def can_read_screens() -> bool:
    """Whether the system's own Python can ask what a screen reader asks."""
    python = shutil.which("python3", path="/usr/bin")
    return (
        python is not None and not subprocess.run([python, "-c", SCREEN_READING_PROBE], capture_output=True).returncode
    )


def has_chinese_font() -> bool:
    """Whether the system has letters for what the program leaves to it: scripts whose fonts are too large to bring."""
    lister = shutil.which("fc-list")
    return lister is not None and bool(subprocess.run([lister, ":lang=zh"], capture_output=True).stdout.strip())


def apt_line(packages: Sequence[str]) -> str:
    """What a person types to install them."""
    return "sudo apt-get install " + " ".join(sorted(set(packages)))


# .venv


def digest(*parts: bytes) -> str:
    """One fingerprint of several byte strings."""
    return hashlib.sha256(b"".join(hashlib.sha256(part).digest() for part in parts)).hexdigest()


def place() -> str:
    """Fingerprint of this folder and this Python: an environment does not survive a move or an upgrade."""
    return digest(os.fsencode(ROOT), os.fsencode(Path(sys.base_prefix).resolve()), sys.version.encode())


def wanted(group: str) -> str:
    """Fingerprint of what is to be installed."""
    return digest(LOCKS[group].read_bytes(), (ROOT / "pyproject.toml").read_bytes())


def stamp() -> dict[str, str]:
    """What the last complete setup left behind; empty when there was none."""
    try:
        found: dict[str, str] = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found


def setup(group: str = "runtime") -> None:
    """.venv has the locked dependencies of the group and the project itself. Does nothing when it has."""
    found = stamp()
    fits = found.get("place") == place() and COURAGE_JOURNAL.exists()
    if fits and wanted(group) == found.get(group):
        return
    if not fits:
        make_venv()
        found = {"place": place()}
    STAMP.unlink(missing_ok=True)
    install(group)
    STAMP.write_text(json.dumps(found | {group: wanted(group), "runtime": wanted("runtime")}), encoding="utf-8")


def make_venv() -> None:
    """A new, empty .venv in place of whatever was there."""
    need_venv()
    print("Making .venv", flush=True)
    must([BASE_PYTHON, "-m", "venv", "--clear", VENV], "Python could not make an environment in .venv.")


def install(group: str) -> None:
    """The locked dependencies, each checked against its hash, then the project in place."""
    print("Installing", LOCKS[group].name, flush=True)
    pip: Command = [PYTHON, "-m", "pip", "install", "--quiet", "--no-input"]
    lock: Command = ["--require-hashes", "--requirement", LOCKS[group]]
    must([*pip, *lock], "The locked dependencies could not be installed: see above, then try again.")
    project: Command = ["--no-deps", "--no-build-isolation", "--editable", ROOT]
    must([*pip, *project], "The project could not be installed into .venv: see above.")


# The commands


def run() -> None:
    """Opens the window, as a double-click would; without a screen the main job is done without one."""
    setup()
    if has_screen():
        need_window()
        raise SystemExit(status([COURAGE_JOURNAL]))
    print("There is no screen to open a window on, so here is the main job without one.")
    do_main_job()


def has_screen() -> bool:
    """Whether a window can be seen; elsewhere than on Linux there always is a screen."""
    return sys.platform != "linux" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def do_main_job() -> None:
    """The sample journal, one reflection more, a health check, a coaching pack, all by commands."""
    folder = new_run_folder()
    journal, pack = folder / "journal", folder / "coaching-pack.pdf"
    passphrase = "-".join(secrets.token_hex(2) for _ in range(6))

    def ask(command: str, *arguments: str | Path) -> None:
        ask_journal(folder, passphrase, command, "--journal", journal, "--passphrase-stdin", *arguments)

    ask("sample")
    ask("add", "--text", "Jonas did it his way, and it held.", "--person", "Jonas", *PLAN)
    ask("check")
    ask("pack", "--output", pack)
    print("Journal:      ", journal)
    print("Passphrase:   ", passphrase, "(made for this run only)")
    print("Coaching pack:", pack)


PLAN = ["--when", "I want to look in early", "--will", "wait for the day that we agreed"]


def new_run_folder() -> Path:
    """A folder under build/ that no earlier run and nobody else has used."""
    number = 1
    while (BUILD / f"run-{number}").exists():
        number += 1
    folder = BUILD / f"run-{number}"
    folder.mkdir(parents=True)
    return folder


def ask_journal(folder: Path, passphrase: str, *command: str | Path) -> None:
    """Runs the program with its own home, so that a try-out leaves no trace in the person's settings."""
    home = folder / "home"
    places = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "APPDATA", "LOCALAPPDATA")
    home.mkdir(exist_ok=True)
    print("$ courage-journal", command[0], flush=True)
    result = subprocess.run(
        [str(part) for part in (COURAGE_JOURNAL, *command)],
        input=passphrase + "\n",
        encoding="utf-8",
        cwd=ROOT,
        env=environment() | dict.fromkeys(places, str(home)),
        check=False,
    )
    if result.returncode:
        raise Failed(f"courage-journal {command[0]} did not work.")


# What each system has a module of its own for, judged also where it cannot be run.
TYPES_ELSEWHERE: Command = [PYTHON, "-m", "mypy", "--no-error-summary", "ui/triggers", "ui/doorbell"]
CHECKS: dict[str, Command] = {
    "format": [PYTHON, "-m", "ruff", "format", "--check", "--quiet", "."],
    "lint": [PYTHON, "-m", "ruff", "check", "--quiet", "."],
    "types": [PYTHON, "-m", "mypy", "--no-error-summary"],
    "types on Windows": [*TYPES_ELSEWHERE, "--platform=win32", "--cache-dir=.mypy_cache/win32"],
    "types on macOS": [*TYPES_ELSEWHERE, "--platform=darwin", "--cache-dir=.mypy_cache/darwin"],
    "direction of imports": [LINT_IMPORTS],
}


def failed_checks() -> list[str]:
    """Runs every check, so that one reading shows all that is wrong; the names of those that failed."""
    return [name for name, command in CHECKS.items() if status(command)]


def check() -> None:
    """Format, lint, types, direction of imports."""
    setup("dev")
    failed = failed_checks()
    if failed:
        raise Failed(f"Not in order: {', '.join(failed)}.")
    print("Format, lint, types and the direction of imports are in order.")


def test(*arguments: str) -> None:
    """Everything that CI runs. Where all is well, the last line is pytest's own."""
    setup("dev")
    need_test_system()
    # Two more workers than processors: a test that waits, for a window, a process or the disk, needs none meanwhile.
    workers = str((os.cpu_count() or 1) + 2)
    with ThreadPoolExecutor(1) as beside:
        checks = beside.submit(failed_checks)
        outcome = status([PYTHON, "-m", "pytest", "-n", workers, "--dist", "loadgroup", *arguments])
        failed = checks.result()
    if failed:
        raise Failed(f"Not in order: {', '.join(failed)} (see above, among the tests).")
    if outcome:
        raise SystemExit(outcome)


def bundle() -> None:
    """The program in one folder, window and command line; build.spec and distribution/ say what is in it."""
    setup("dev")
    need_bundling()
    must([PYTHON, "-m", "distribution.bundle"], "The program could not be bundled.")


def deb() -> None:
    """A package that apt installs, made of the bundle."""
    bundle()
    if shutil.which("dpkg-deb") is None:
        raise Failed("A package for Debian is made on Debian and what is made from it.")
    must([PYTHON, "-m", "distribution.deb"], "The package could not be made: see above.")


def bench(*arguments: str) -> None:
    """Measures this machine; what is measured stands in tests/benchmarks/bench.py."""
    setup("dev")
    must([PYTHON, ROOT / "tests" / "benchmarks" / "bench.py", *arguments], "The measurements did not come to an end.")


def stress(*arguments: str) -> None:
    """Kills, power cuts, full disks, damage, in thousands; 1 when anything was lost. See tests/stress/run.py."""
    setup("dev")
    need_test_system()
    raise SystemExit(status([PYTHON, "-m", "tests.stress.run", *arguments]))


def screenshots(*arguments: str) -> None:
    """Every screen as a picture, drawn without a screen."""
    setup("dev")
    need_test_system()
    pictures: Command = [PYTHON, ROOT / "tests" / "screenshots" / "take.py", *arguments]
    must(pictures, "The pictures could not be taken.")


def lock() -> None:
    """Both lock files for every system and Python, with hashes and without addresses."""
    need_venv()
    tool = BUILD / "lock"
    tool_python = tool / PYTHON.relative_to(VENV)
    must([BASE_PYTHON, "-m", "venv", tool], "Python could not make an environment for the resolver.")
    must([tool_python, "-m", "pip", "install", "--quiet", "uv"], "The resolver could not be installed.")
    builder = tool / "build-system.in"
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    builder.write_text("\n".join(project["build-system"]["requires"]) + "\n", encoding="utf-8")
    more: dict[str, Command] = {"runtime": [], "dev": ["--extra", "dev", "--constraint", LOCKS["runtime"]]}
    for group, extra in more.items():
        resolve: Command = [
            tool_python,
            "-m",
            "uv",
            "pip",
            "compile",
            "pyproject.toml",
            builder,
            *RESOLVE.split(),
            *extra,
        ]
        made = tool / "made.txt"
        must([*resolve, "--output-file", made], "The dependencies could not be resolved.")
        LOCKS[group].write_text(LOCK_HEADER + made.read_text(encoding="utf-8"), encoding="utf-8", newline="\n")
        made.unlink()
    print("Made", *(path.name for path in LOCKS.values()))


RESOLVE = "--quiet --universal --python-version 3.11 --generate-hashes --no-strip-extras --no-header --no-annotate"
LOCK_HEADER = "# Made from pyproject.toml by `python3 dev.py lock`, for every system and Python 3.11 and newer.\n"

COMMANDS = {
    "setup": setup,
    "run": run,
    "test": test,
    "check": check,
    "bundle": bundle,
    "deb": deb,
    "bench": bench,
    "stress": stress,
    "screenshots": screenshots,
    "lock": lock,
}


def main(arguments: Sequence[str]) -> int:
    """Runs one command. 0 when it did what it says, 1 when not, 2 for wrong usage."""
    name, *rest = arguments or [""]
    if name not in COMMANDS or (rest and name not in ("test", "bench", "stress", "screenshots")):
        print(__doc__.strip(), file=sys.stderr)
        return 2
    try:
        COMMANDS[name](*rest)
    except Failed as failure:
        print(failure, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
