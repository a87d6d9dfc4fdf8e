"""What the pages are made of comes with its licence, and the template with no words of its own."""

import re
from pathlib import Path

import pytest

RESOURCES = Path(__file__).parents[3] / "resources"


def test_every_font_has_its_licence() -> None:
    fonts = list((RESOURCES / "fonts").glob("*.ttf"))
    assert fonts
    for font in fonts:
        licence = font.with_name(f"{font.name.split('_')[0]}-OFL.txt")
        assert "SIL Open Font License, Version 1.1" in licence.read_text("utf-8")


def test_the_icons_have_theirs() -> None:
    assert "MIT License" in (RESOURCES / "icons" / "tabler-MIT.txt").read_text("utf-8")


@pytest.mark.parametrize("name", sorted(path.stem for path in (RESOURCES / "pack").glob("*.typ")))
def test_the_template_says_nothing_itself(name: str) -> None:
    """Outside comments its only words are code: none begins with a capital in a string but the names of fonts."""
    source = (RESOURCES / "pack" / f"{name}.typ").read_text("utf-8")
    code = re.sub(r"//.*", "", source)
    strings = set(re.findall(r'"([A-Z][^"]*)"', code))
    fonts = {path.name.split("_")[0] for path in (RESOURCES / "fonts").glob("*.ttf")}
    assert {name.replace(" ", "") for name in strings} <= fonts
