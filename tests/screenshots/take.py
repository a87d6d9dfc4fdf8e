"""Takes a picture of every screen: `python dev.py screenshots [words of names]`, into build/screenshots.

A name says what is on it: screen, journal, look, size. Given words choose the names that have them all.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SIZES = {
    "1360x860": (1360, 828, 1, 100),
    "1024x700": (1024, 668, 1, 100),
    "200%": (1360, 828, 2, 100),
    "text-130": (1360, 828, 1, 130),
    "text-150": (1360, 828, 1, 150),
}


def main(words: list[str]) -> None:
    """One process for each scale of the screen, which Qt takes from its environment."""
    folder = ROOT / "build" / "screenshots"
    folder.mkdir(parents=True, exist_ok=True)
    if os.environ.get("QT_SCALE_FACTOR") is None:
        named = [word for word in words if word in SIZES]
        for scale in sorted({str(SIZES[name][2]) for name in named or SIZES}):
            environment = os.environ | {
                "QT_QPA_PLATFORM": "offscreen",
                "QT_SCALE_FACTOR": scale,
                "PYTHONPATH": str(ROOT),
            }
            with tempfile.TemporaryDirectory() as home:
                places = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"), home)
                subprocess.run([sys.executable, __file__, *words], env=environment | places, check=True)
        return
    from tests.screenshots.screens import Camera
    from ui import start
    from ui.theme import fonts

    application = start.make_application()
    application.setCursorFlashTime(0)
    fonts.load_scripts()
    sizes = {name: size for name, size in SIZES.items() if str(size[2]) == os.environ["QT_SCALE_FACTOR"]}
    camera = Camera(folder, words, sizes)
    camera.take_all()
    print(f"{camera.taken} pictures in {folder}")


if __name__ == "__main__":
    main(sys.argv[1:])
