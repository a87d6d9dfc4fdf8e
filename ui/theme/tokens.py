"""The values of the visual language, from one file of data: colours of the look in force, type, radii."""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any, Literal

from PySide6.QtGui import QColor, QFont

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
Palette = Literal["light", "dark", "contrast"]
_WEIGHTS = {400: QFont.Weight.Normal, 500: QFont.Weight.Medium, 600: QFont.Weight.DemiBold}
_FAMILIES = {"ui": "Inter", "serif": "Source Serif 4"}
_TRANSLUCENT = re.compile(r"rgba\((\d+),(\d+),(\d+),([\d.]+)\)")


class _InForce:
    palette: Palette = "light"
    text_size = 100


@cache
def values() -> dict[str, Any]:
    """All of the file, as it stands there."""
    loaded: dict[str, Any] = json.loads((RESOURCES / "theme" / "tokens.json").read_text(encoding="utf-8"))
    return loaded


def put_in_force(palette: Palette, text_size: int) -> None:
    """From now on colours come from `palette` and lengths of text are `text_size` per cent. For `appearance` only."""
    _InForce.palette, _InForce.text_size = palette, text_size
    _font.cache_clear()


def palette_in_force() -> Palette:
    """The palette that colours come from."""
    return _InForce.palette


def text_size_in_force() -> int:
    """The size of text, in per cent."""
    return _InForce.text_size


def color(name: str) -> QColor:
    """The colour with this token's name, in the palette in force. Raises KeyError."""
    return color_of(_InForce.palette, name)


@cache
def color_of(palette: Palette, name: str) -> QColor:
    """The colour with this token's name in that palette. Raises KeyError."""
    text: str = values()["color"][palette][name]
    if found := _TRANSLUCENT.fullmatch(text.replace(" ", "")):
        return QColor(int(found[1]), int(found[2]), int(found[3]), round(float(found[4]) * 255))
    return QColor(text)


def scaled(pixels: float) -> int:
    """A length that grows with the text: heights of controls and of lines."""
    return round(pixels * _InForce.text_size / 100)


def font(style: str, *, tabular: bool = False, weight: int | None = None) -> QFont:
    """The font of a style of type ("body", "page", …). `tabular` gives figures one width. Raises KeyError."""
    return QFont(_font(style, tabular, weight))


@cache
def _font(style: str, tabular: bool, weight: int | None) -> QFont:
    kind = values()["type"][style]
    made = QFont(_FAMILIES[kind["font"]])
    made.setPixelSize(scaled(kind["size"]))
    made.setWeight(_WEIGHTS[weight or kind["weight"]])
    if tabular:
        made.setFeature(QFont.Tag("tnum"), 1)
    return made


def line_height(style: str) -> int:
    """Pixels from one line of this style of type to the next."""
    return scaled(values()["type"][style]["line"])


def radius(name: str) -> int:
    """A radius in pixels: "s", "m", "l" or "xl"."""
    found: int = values()["radius"][name]
    return found
