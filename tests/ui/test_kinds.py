"""The window has a name, an icon and a page for every kind of record."""

from pathlib import Path

from app.exchange.kinds import KINDS
from ui.kinds import shown

ICONS = Path(__file__).parents[2] / "resources" / "icons"


def test_every_kind_is_shown_by_words_of_its_own() -> None:
    words = [shown(kind).words for kind in KINDS]
    assert len(set(words)) == len(KINDS)
    assert all((ICONS / f"{shown(kind).icon}.svg").is_file() for kind in KINDS)
