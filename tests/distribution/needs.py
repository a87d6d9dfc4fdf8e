"""What judging a package needs of the system: without it a test is left out, and fails where CI has to have it."""

import os
import shutil
import sys

import pytest


def need_program(program: str, package: str) -> None:
    """Skips the test where the program is missing; fails instead under CI on Linux."""
    if shutil.which(program) is not None:
        return
    said = f"this test needs {program}, which is in the package {package} of Debian"
    (pytest.fail if os.environ.get("CI") and sys.platform == "linux" else pytest.skip)(said)


def need_debian() -> None:
    """Skips the test on a system whose packages are not those of Debian."""
    if shutil.which("dpkg-deb") is None:
        pytest.skip("packages of Debian are made on Debian and what is made from it")
    need_program("readelf", "binutils")
