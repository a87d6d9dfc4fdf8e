"""A Debian with nothing on it, in a folder: the release of this machine, from where this machine has its packages."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

FULL = "COURAGE_FULL"
# Mounts are made in a namespace of their own: nobody else sees them, and they end with what is run.
_INSIDE = """
root=$1; shift
for each in $SEEN /proc /dev; do mkdir -p "$root$each"; mount --bind "$each" "$root$each" || exit; done
exec chroot "$root" env --unset=SEEN "$@"
"""
_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"


def need() -> None:
    """Skips the test unless it is asked for, and this is root on a Debian that can make another one."""
    if not os.environ.get(FULL):
        pytest.skip(f"a whole Debian is downloaded for it, which takes minutes; {FULL}=1 asks for it")
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only root can make a Debian in a folder")
    if missing := [name for name in ("debootstrap", "lintian") if shutil.which(name) is None]:
        pytest.fail(f"this test needs these packages of Debian: {' '.join(missing)}")


class BareDebian:
    """The system below `root`. The folders `seen` of this machine are there, too, at the same place."""

    def __init__(self, root: Path, seen: Iterable[Path]) -> None:
        self.root = root
        self.environment = {"PATH": _PATH, "SEEN": " ".join(str(each) for each in seen), "LC_ALL": "C.UTF-8"}
        release = _asked("sh", "-c", '. /etc/os-release; echo "$VERSION_CODENAME"')
        _asked("debootstrap", "--variant=minbase", release, str(root), _source(release))
        shutil.copy("/etc/resolv.conf", root / "etc" / "resolv.conf")

    def command(self, *command: str) -> list[str]:
        """How a command of that system is started from here, with `environment`."""
        return ["unshare", "--mount", "sh", "-c", _INSIDE, "sh", str(self.root), *command]

    def run(self, *command: str, stdin: str = "", **environment: str) -> "subprocess.CompletedProcess[str]":
        """Runs a command in it, as root, to its end."""
        return subprocess.run(
            self.command(*command),
            env=self.environment | environment,
            input=stdin,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    def install(self, package: Path) -> None:
        """Installs a package from a file, and by the system's own means what it depends on."""
        shutil.copy(package, self.root / "var" / "cache")
        command = ("apt-get", "install", "-y", "--no-install-recommends", f"/var/cache/{package.name}")
        done = self.run(*command, DEBIAN_FRONTEND="noninteractive")
        assert done.returncode == 0, done.stdout + done.stderr


def _source(release: str) -> str:
    """Where apt gets the packages of this release from."""
    targets = _asked("apt-get", "indextargets", "--format", "$(RELEASE) $(REPO_URI)", "Created-By: Packages")
    found = [line.split()[1] for line in targets.splitlines() if line.split()[0] == release]
    assert found, f"apt knows no place for {release}"
    return found[0]


def _asked(*command: str) -> str:
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    return done.stdout.strip()
