"""Takes PySide's own Python modules out of the library that carries them, so that they are compiled with the program.

In there they are a packed archive of sources, which is opened and compiled at every start, before the first line of
the program. Where PySide finds a folder `files.dir` beside that library, it imports them as any other module instead.
"""

import shutil
import subprocess
import sys
from pathlib import Path

from distribution.parts import ROOT

FOLDER = ROOT / "build" / "pyside"
# Writes stubs for editors. Nothing here calls it, but it is loaded with the others, and for it argparse and logging.
_UNUSED = Path("shibokensupport", "signature", "lib", "pyi_generator.py")
_TAKE_OUT = """
import sys
import shiboken6
import shibokensupport
archive = shibokensupport.__loader__.zfile
archive.extractall(sys.argv[1], [name for name in archive.namelist() if name.startswith("shibokensupport/")])
"""
_SIGN = "Since this folder is here, PySide imports its own modules with the program and compiles none at the start.\n"


def take_out(folder: Path = FOLDER) -> list[str]:
    """Writes them into `folder`, and nothing else is in there afterwards; their names.

    Raises CalledProcessError or FileNotFoundError where this PySide is not made as it is thought to be.
    """
    shutil.rmtree(folder, ignore_errors=True)
    subprocess.run([sys.executable, "-c", _TAKE_OUT, str(folder)], check=True)
    (folder / _UNUSED).stat()
    (folder / _UNUSED).write_text('"""Left out of the program."""\n', encoding="ascii")
    found = (path.relative_to(folder).with_suffix("") for path in sorted(folder.rglob("*.py")))
    return [".".join(path.parts).removesuffix(".__init__") for path in found]


def sign(folder: Path = FOLDER) -> tuple[str, str]:
    """A file, written into `folder`, and the folder of the program that it goes to, where PySide looks for it."""
    file = folder / "read-me.txt"
    file.write_text(_SIGN, encoding="ascii")
    return str(file), "shiboken6/files.dir"
