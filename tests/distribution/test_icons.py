"""The icon in every size and container, read back by Qt, which made none of the containers."""

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage, QImageReader
from PySide6.QtWidgets import QApplication

from distribution import icons
from ui.theme.icons import app_icon

ROPE = QColor(0xFA, 0xF8, 0xF4)
TILE = QColor(0x11, 0x60, 0x5E)


def distance(one: QColor, other: QColor) -> int:
    parts = ((one.red(), other.red()), (one.green(), other.green()), (one.blue(), other.blue()))
    return sum(abs(a - b) for a, b in parts) + abs(one.alpha() - other.alpha())


def pictures(path: Path) -> list[QImage]:
    reader = QImageReader(str(path))
    found = []
    for number in range(reader.imageCount()):
        reader.jumpToImage(number)
        found.append(reader.read())
    return found


@pytest.mark.parametrize("size", icons.SIZES)
def test_the_rope_is_to_be_seen_on_its_tile_in_every_size(size: int) -> None:
    image = QImage.fromData(icons.png(size))
    colors = [image.pixelColor(x, y) for x in range(size) for y in range(size)]
    rope, tile = (sum(distance(color, wanted) < 60 for color in colors) / len(colors) for wanted in (ROPE, TILE))
    assert (image.width(), image.height()) == (size, size)
    assert image.pixelColor(0, 0).alpha() < 128
    assert rope > 0.03
    assert tile > 0.4


def test_the_rope_of_small_icons_is_thicker(monkeypatch: pytest.MonkeyPatch) -> None:
    def bright(picture: bytes) -> int:
        image = QImage.fromData(picture)
        return sum(distance(image.pixelColor(x, y), ROPE) < 60 for x in range(16) for y in range(16))

    drawn_for_it = bright(icons.png(16))
    monkeypatch.setattr(icons, "_LARGEST_SMALL", 0)
    assert drawn_for_it > 2 * bright(icons.png(16))


@pytest.mark.parametrize("size", [16, 24, 32, 48])
def test_a_window_has_the_icon_of_its_entry(qapp: QApplication, size: int) -> None:
    window, installed = app_icon().pixmap(size, size).toImage(), QImage.fromData(icons.png(size))
    places = [(x, y) for x in range(size) for y in range(size)]
    # Only the edges of the tile are rounded to other numbers.
    assert sum(distance(window.pixelColor(*place), installed.pixelColor(*place)) > 12 for place in places) < size


def test_the_folder_for_desktops_has_every_size_and_the_drawing(tmp_path: Path) -> None:
    icons.write_hicolor(tmp_path)
    found = {str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*") if path.is_file()}
    sizes = {f"hicolor/{size}x{size}/apps/courage-journal.png" for size in (16, 22, 24, 32, 48, 64, 128, 256, 512)}
    assert found == sizes | {"hicolor/scalable/apps/courage-journal.svg"}


def test_the_icon_for_windows_holds_its_sizes(tmp_path: Path) -> None:
    icons.write_ico(tmp_path / "made.ico")
    assert [image.width() for image in pictures(tmp_path / "made.ico")] == [16, 20, 24, 32, 40, 48, 64, 256]


def test_the_icon_for_macos_holds_its_sizes(tmp_path: Path) -> None:
    icons.write_icns(tmp_path / "made.icns")
    widths = [image.width() for image in pictures(tmp_path / "made.icns")]
    assert widths == [16, 32, 32, 64, 128, 256, 256, 512, 512, 1024]


def test_an_icon_is_the_same_bytes_every_time() -> None:
    assert icons.png(48) == icons.png(48)
