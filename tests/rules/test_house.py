"""Promises about the repository as a whole, which no feature's own tests keep."""

import ast
import re
import shutil
import subprocess
import sys
import tomllib
from importlib.metadata import distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
PYPROJECT = ROOT / "pyproject.toml"
SOURCES = sorted(path for house in ("app", "ui") for path in (ROOT / house).rglob("*.py"))
LOCKS = [ROOT / "requirements.lock", ROOT / "requirements-dev.lock"]
FONTS = sorted(path for kind in ("ttf", "otf", "woff2") for path in (ROOT / "resources" / "fonts").glob(f"*.{kind}"))
IMPORTED_AS = {"PySide6-Essentials": {"PySide6", "shiboken6"}, "SecretStorage": {"secretstorage"}}
READ_BY_PYTHON_ITSELF = {"tzdata"}  # zoneinfo looks into it where the system has no time zones
ADDRESS = re.compile(r'index[-_]url|find[-_]links|https?://[^\s"\'<>]*/simple\b|"resolved"\s*:', re.IGNORECASE)
UNTRACKED = {".git", ".venv", ".pdm-build", "build", "dist", "__pycache__"}


def python(code: str, folder: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """What a fresh Python says to this code, started in a folder."""
    return subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, encoding="utf-8", check=False)


def repository_files() -> list[Path]:
    """Every file that is or would be committed."""
    git = shutil.which("git")
    if git is None or not (ROOT / ".git").exists():
        files = (path for path in ROOT.rglob("*") if path.is_file())
        return [path for path in files if not UNTRACKED.intersection(path.relative_to(ROOT).parts)]
    command = [git, "-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout.decode().split("\0")
    return [ROOT / name for name in names if name and (ROOT / name).is_file()]


# The direction of dependencies

LINT_IMPORTS = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"


def test_dependencies_point_in_one_direction() -> None:
    result = python(LINT_IMPORTS)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize(
    ("module", "line", "contract"),
    [
        ("app/paths.py", "import ui", "The window is a client"),
        ("app/cli/planted.py", "import PySide6.QtCore", "know no Qt"),
        ("app/vault/planted.py", "import app.reflections.store", "Inside the library"),
        ("app/search/planted.py", "import app.people.model", "Inside the library"),
        ("app/reflections/planted.py", "import app.journal", "Inside the library"),
        ("app/journal.py", "import app.pack", "Inside the library"),
        ("app/exchange/planted.py", "import app.pack", "Inside the library"),
        ("app/planted.py", "import json", "Inside the library"),
        ("app/reflections/store.py", "import app.people.store", "Features know each other's model"),
        ("app/people/rules.py", "import app.reflections.store", "Features know each other's model"),
        ("app/cli/planted.py", "import app.reflections.store", "Rows never leave the store"),
        ("app/pack/planted.py", "import app.people.store", "Rows never leave the store"),
        ("ui/planted.py", "import app.people.store", "Rows never leave the store"),
        ("app/journal.py", "import sqlcipher3.dbapi2", "Only the vault"),
        ("app/exchange/planted.py", "import cryptography.fernet", "Only the vault"),
        ("app/cli/planted.py", "import keyring", "Only the vault"),
        ("app/cli/planted.py", "import sqlite3", "Only the vault"),
        ("app/journal.py", "import sqlalchemy", "Only stores"),
        ("app/reflections/rules.py", "import sqlalchemy", "Only stores"),
        ("ui/planted.py", "import app.journal", "The journal is opened"),
    ],
)
def test_an_import_against_the_direction_is_found(tmp_path: Path, module: str, line: str, contract: str) -> None:
    for house in ("app", "ui"):
        shutil.copytree(ROOT / house, tmp_path / house, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(PYPROJECT, tmp_path)
    (tmp_path / "app/people/model.py").touch()
    with (tmp_path / module).open("a", encoding="utf-8") as source:
        source.write(f"\n{line}\n")
    result = python(LINT_IMPORTS, tmp_path)
    broken = [said for said in result.stdout.splitlines() if "BROKEN" in said or "do not" in said]
    assert result.returncode == 1
    assert any(contract in said for said in broken), result.stdout + result.stderr


def test_the_whole_library_loads_without_a_window() -> None:
    result = python(
        "import importlib, pkgutil, sys, app\n"
        "names = [module.name for module in pkgutil.walk_packages(app.__path__, 'app.')]\n"
        "for name in names:\n"
        "    if not name.endswith('.__main__'): importlib.import_module(name)\n"
        "assert len(names) > 20, names\n"
        "print(*{name.split('.')[0] for name in sys.modules} & {'PySide6', 'shiboken6', 'ui'})"
    )
    assert (result.stdout.strip(), result.stderr) == ("", "")


# What is depended on


def project() -> dict[str, object]:
    table: dict[str, object] = tomllib.loads(PYPROJECT.read_text(encoding="utf-8"))["project"]
    return table


def requirements() -> list[str]:
    listed = project()["dependencies"]
    assert isinstance(listed, list)
    return listed


def runtime_dependencies() -> set[str]:
    return {re.split(r"[^A-Za-z0-9-]", requirement)[0] for requirement in requirements()}


def test_every_dependency_has_its_reason() -> None:
    lines = PYPROJECT.read_text(encoding="utf-8").splitlines()
    start = lines.index("dependencies = [")
    listed = lines[start + 1 : lines.index("]", start)]
    assert len(listed) == len(requirements())
    assert [line for line in listed if not re.search(r'",\s+# \S+ \S+', line)] == []


def test_every_import_is_a_dependency_and_the_other_way_round() -> None:
    imported: set[str] = set()
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_bytes())):
            if isinstance(node, ast.Import):
                imported.update(alias.name.split(".")[0] for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                imported.add((node.module or "").split(".")[0])
    wanted = {name for each in runtime_dependencies() - READ_BY_PYTHON_ITSELF for name in IMPORTED_AS.get(each, {each})}
    assert imported - set(sys.stdlib_module_names) - {"app", "ui"} == wanted


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_locks_name_versions_and_hashes_only(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")
    locked = [line for line in text.replace("\\\n", " ").splitlines() if line and not line.startswith("#")]
    exact = re.compile(
        r"[a-z0-9-]+(\[[a-z0-9,-]+\])?==[0-9][0-9a-z.]*( ; [^@:/]+?)?\s+(--hash=sha256:[0-9a-f]{64}\s*)+"
    )
    assert len(locked) >= len(runtime_dependencies())
    assert [line for line in locked if not exact.fullmatch(line)] == []
    assert "://" not in text


def test_what_is_required_with_extras_is_locked_with_them() -> None:
    # pip takes a pin of the bare name for another requirement, and then refuses whatever is newer than the lock.
    locked = (ROOT / "requirements-dev.lock").read_text(encoding="utf-8")
    names = re.findall(r"^([a-z0-9-]+)[\[=]", locked, re.MULTILINE)
    there = [each for each in distributions() if canonicalize_name(each.name) in names]
    required = [Requirement(each) for one in there for each in one.requires or []]
    wanted = {
        f"{canonicalize_name(each.name)}[{extra}]"
        for each in required
        for extra in each.extras
        if each.marker is None or each.marker.evaluate({"extra": ""})
    }
    assert wanted
    assert [each for each in sorted(wanted) if f"\n{each}==" not in locked] == []


def test_both_locks_agree() -> None:
    runtime, dev = (
        set(re.findall(r"^[a-z0-9-]+(?:\[[a-z0-9,-]+\])?==\S+", lock.read_text(), re.MULTILINE)) for lock in LOCKS
    )
    assert runtime < dev
    assert {each.lower() for each in runtime_dependencies()} <= {requirement.split("==")[0] for requirement in runtime}


# What is in the repository


def test_no_file_names_an_address_to_download_from() -> None:
    files = repository_files()
    assert PYPROJECT in files
    texts = {path: path.read_bytes().decode("utf-8", errors="replace") for path in files}
    assert [(path.name, found[0]) for path, text in texts.items() if (found := ADDRESS.search(text))] == []


@pytest.mark.parametrize(
    "planted",
    ["--index-" + "url x", "find-" + "links = x", "https:" + "//packages.example/simple/", '"resolved"' + ': "x"'],
)
def test_an_address_to_download_from_would_be_found(planted: str) -> None:
    assert ADDRESS.search(planted)


def test_there_are_fonts() -> None:
    assert FONTS


@pytest.mark.parametrize("font", FONTS, ids=lambda path: path.name)
def test_every_font_has_its_licence(font: Path) -> None:
    (licence,) = font.parent.glob(font.stem.split("_")[0] + "-*.txt")
    text = licence.read_text(encoding="utf-8")
    assert "Copyright" in text
    assert "SIL OPEN FONT LICENSE Version 1.1" in text


def test_the_project_has_its_licence() -> None:
    assert project()["license"] == "MIT"
    assert (
        (ROOT / "LICENSE").read_text(encoding="utf-8").startswith("MIT License\n\nCopyright (c) 2026 Courage Journal")
    )


def test_ci_runs_the_test_command_of_the_readme() -> None:
    command = "python3 dev.py test"
    assert command in (ROOT / "README.md").read_text(encoding="utf-8")
    assert command in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_the_house_scripts_need_the_standard_library_only() -> None:
    tree = ast.parse((ROOT / "dev.py").read_bytes())
    names = {
        alias.name.split(".")[0] for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names
    }
    names |= {str(node.module).split(".")[0] for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert names <= set(sys.stdlib_module_names)
