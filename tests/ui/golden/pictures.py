"""Pictures that were looked at and kept. `python -m tests.ui.golden.pictures` keeps the new ones of the last run."""

from pathlib import Path

from PySide6.QtCore import qVersion
from PySide6.QtGui import QImage

_HERE = Path(__file__).resolve().parent
NEW = _HERE.parents[2] / "build" / "golden"


def kept(name: str) -> QImage:
    """The picture that was kept under this name; null where there is none."""
    return QImage(str(_HERE / f"{name}.png"))


def made_with(picture: QImage) -> str:
    """The version of Qt that painted it, which letters depend on to the last pixel."""
    return picture.text("Qt")


def write_new(picture: QImage, name: str) -> Path:
    """Puts a picture where it can be looked at and accepted; answers where that is."""
    NEW.mkdir(parents=True, exist_ok=True)
    picture.setText("Qt", qVersion())
    path = NEW / f"{name}.png"
    assert picture.save(str(path))
    return path


def accept() -> None:
    """Keeps every new picture in place of the one before."""
    for path in NEW.glob("*.png"):
        path.replace(_HERE / path.name)


if __name__ == "__main__":
    accept()
