"""Makes the program's icon as each system wants it, from its two drawings: in small sizes a thin rope blurs."""

import struct
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer

DRAWINGS = Path(__file__).resolve().parents[1] / "resources" / "icons"
SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
_LARGEST_SMALL = 24
_ICO_SIZES = (16, 20, 24, 32, 40, 48, 64, 256)
# Apple's names of the blocks that hold a PNG, with their width. The second of a width is the doubled one of its half.
_ICNS_BLOCKS = (
    (b"icp4", 16),
    (b"ic11", 32),
    (b"icp5", 32),
    (b"ic12", 64),
    (b"ic07", 128),
    (b"ic13", 256),
    (b"ic08", 256),
    (b"ic14", 512),
    (b"ic09", 512),
    (b"ic10", 1024),
)


def drawing(size: int) -> Path:
    """The drawing that is meant for this width."""
    return DRAWINGS / ("app-small.svg" if size <= _LARGEST_SMALL else "app.svg")


def png(size: int) -> bytes:
    """The icon as PNG, so many pixels wide and high. Always the same bytes."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(QColor(0, 0, 0, 0))
    painter = QPainter(image)
    QSvgRenderer(str(drawing(size))).render(painter, QRectF(0, 0, size, size))
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())


def write_hicolor(folder: Path) -> None:
    """Every size, and the drawing itself, where desktops of Linux look below /usr/share/icons."""
    for size in SIZES:
        _write(folder / "hicolor" / f"{size}x{size}" / "apps" / "courage-journal.png", png(size))
    scalable = folder / "hicolor" / "scalable" / "apps" / "courage-journal.svg"
    _write(scalable, drawing(max(SIZES)).read_bytes())


def write_ico(path: Path) -> None:
    """The icon of a program of Windows."""
    pictures = [(size, png(size)) for size in _ICO_SIZES]
    at = _ICO_HEAD.size + len(pictures) * _ICO_ENTRY.size
    head = [_ICO_HEAD.pack(0, 1, len(pictures))]
    for size, picture in pictures:
        width = size % 256  # 0 is read as 256
        head.append(_ICO_ENTRY.pack(width, width, 0, 0, 1, 32, len(picture), at))
        at += len(picture)
    _write(path, b"".join([*head, *(picture for _, picture in pictures)]))


_ICO_HEAD = struct.Struct("<HHH")
_ICO_ENTRY = struct.Struct("<BBBBHHII")


def write_icns(path: Path) -> None:
    """The icon of a program of macOS."""
    blocks = list(_icns_blocks())
    _write(path, b"".join([_icns_head(b"icns", sum(map(len, blocks))), *blocks]))


def _icns_blocks() -> Iterable[bytes]:
    made = {size: png(size) for size in sorted({size for _, size in _ICNS_BLOCKS})}
    for name, size in _ICNS_BLOCKS:
        yield _icns_head(name, len(made[size])) + made[size]


def _icns_head(name: bytes, length: int) -> bytes:
    return name + struct.pack(">I", 8 + length)  # a length counts its own head


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
