"""Which packages of Debian a bundle cannot do without: those of the libraries that it asks for and does not bring.

Asked is the system that the bundle was made on, as Debian's own tools do it, so the names are those of that release.
"""

import os
import re
import subprocess
import sysconfig
from collections.abc import Iterator
from pathlib import Path

# What a library reads that comes with the bundle, but not in it.
_READS = {
    "libfontconfig.so.1": "fontconfig-config",
    "libX11.so.6": "libx11-data",
    "libxkbcommon.so.0": "xkb-data",
}
_ALWAYS = {"tzdata"}  # the time zones, which Python reads from the system
_FIELD = re.compile(r"^File: (?P<file>.+)|\((?:NEEDED)\).*\[(?P<needed>.+)\]|Name: GLIBC_(?P<glibc>[0-9.]+)")


def packages(bundle: Path) -> list[str]:
    """What to write into Depends, sorted.

    Raises LookupError, naming the library, where no installed package has one that is asked for.
    """
    elf = [path for path in sorted(bundle.rglob("*")) if path.is_file() and not path.is_symlink() and _is_elf(path)]
    brought = {path.name for path in bundle.rglob("*")}
    needed = set[str]()
    glibc: tuple[int, ...] = ()
    for field, value in _fields(elf):
        if field == "needed":
            needed.add(value)
        elif field == "glibc":
            glibc = max(glibc, tuple(int(part) for part in value.split(".")))
    found = _packages_of(needed - brought)
    found |= _ALWAYS | {package for library, package in _READS.items() if library in brought}
    least = ".".join(map(str, glibc))
    return sorted(f"libc6 (>= {least})" if package == "libc6" else package for package in found)


def _is_elf(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"


def _fields(files: list[Path]) -> Iterator[tuple[str, str]]:
    """What their heads ask for, as "needed" and "glibc"."""
    said = _answer(["readelf", "--dynamic", "--version-info", "--wide", *map(str, files)])
    for line in said.splitlines():
        if matched := _FIELD.search(line):
            yield str(matched.lastgroup), matched[str(matched.lastgroup)]


def _packages_of(libraries: set[str]) -> set[str]:
    triple = sysconfig.get_config_var("MULTIARCH")
    places = [f"*/{triple}/{library}" for library in sorted(libraries)]
    listed = [line.split(": ") for line in _answer(["dpkg-query", "--search", *places]).splitlines()]
    owners = {Path(path).name: package.split(":")[0] for package, path in listed}
    if missing := libraries - owners.keys():
        raise LookupError(f"The bundle needs what no package of this system has: {', '.join(sorted(missing))}")
    return {owners[library] for library in libraries}


def _answer(command: list[str]) -> str:
    """What a program says, in English; one that finds only some of what is asked for has said that, too."""
    done = subprocess.run(command, capture_output=True, text=True, env=os.environ | {"LC_ALL": "C.UTF-8"}, check=False)
    return done.stdout
