"""What holds for every look: enough contrast, every token in every palette, an icon for every name."""

import re
from itertools import product

import pytest
from PySide6.QtGui import QColor

from tests.rules.test_house import ROOT
from ui.shell.actions import ACTIONS
from ui.theme import tokens

PALETTES: tuple[tokens.Palette, ...] = ("light", "dark", "contrast")
GROUNDS = ("paper", "rail", "surface", "sunk", "select", "hover", "press")
TEXTS = [
    *((ink, ground) for ink, ground in product(("ink", "ink2"), (*GROUNDS, "desk"))),
    *(("ink3", ground) for ground in GROUNDS if ground != "press"),
    *(
        (ink, ground)
        for ink, ground in product(("teal", "ochre", "plum", "brick"), ("paper", "surface", "sunk", "select"))
    ),
    *((ink, f"{ink}Soft") for ink in ("teal", "ochre", "plum", "brick")),
    *(("onTeal", fill) for fill in ("teal", "tealHover", "tealPress")),
    ("onBrick", "brick"),
    ("onTooltip", "tooltip"),
    ("onTooltipMuted", "tooltip"),
    ("onTealMuted", "teal"),
]
STROKES = [
    *(("stroke", ground) for ground in ("paper", "surface", "sunk", "rail", "select")),
    *(("focus", ground) for ground in ("paper", "surface", "rail", "sunk", "select")),
    *(("ochreFill", ground) for ground in ("paper", "surface", "sunk")),
    ("heat3", "surface"),
    ("heat4", "surface"),
]


def luminance(color: QColor) -> float:
    """Relative luminance, as WCAG 2.1 defines it."""
    parts = (color.redF(), color.greenF(), color.blueF())
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: QColor, other: QColor) -> float:
    """The contrast ratio of WCAG 2.1."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_computed_as_it_is_defined() -> None:
    assert contrast(QColor("#000000"), QColor("#FFFFFF")) == pytest.approx(21)
    assert contrast(QColor("#777777"), QColor("#FFFFFF")) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("palette", PALETTES)
def test_text_can_be_read(palette: tokens.Palette) -> None:
    found = {pair: contrast(*(tokens.color_of(palette, name) for name in pair)) for pair in TEXTS}
    assert {pair: ratio for pair, ratio in found.items() if ratio < 4.5} == {}


@pytest.mark.parametrize("palette", PALETTES)
def test_strokes_that_mean_something_can_be_seen(palette: tokens.Palette) -> None:
    found = {pair: contrast(*(tokens.color_of(palette, name) for name in pair)) for pair in STROKES}
    assert {pair: ratio for pair, ratio in found.items() if ratio < 3} == {}


def test_every_palette_has_every_colour() -> None:
    names = [set(tokens.values()["color"][palette]) for palette in PALETTES]
    assert names[0] == names[1] == names[2]


def test_no_colour_is_written_in_code() -> None:
    sources = list((ROOT / "ui").rglob("*.py"))
    assert [path.name for path in sources if re.search(r'"#[0-9A-Fa-f]{3,8}"', path.read_text(encoding="utf-8"))] == []


def test_every_action_has_its_icon() -> None:
    icons = ROOT / "resources" / "icons"
    assert [each.icon for each in ACTIONS if not (icons / f"{each.icon}.svg").exists()] == []


def test_every_icon_that_code_names_is_there_and_none_lies_about() -> None:
    names = {path.stem for path in (ROOT / "resources" / "icons").glob("*.svg")}
    code = "\n".join(
        path.read_text(encoding="utf-8") for house in ("app", "ui") for path in (ROOT / house).rglob("*.py")
    )
    data = (ROOT / "resources" / "theme" / "tokens.json").read_text(encoding="utf-8")
    assert sorted(name for name in names if f'"{name}"' not in code + data) == []
