"""Where the columns of the list of people stand: as many as there is room for, the same in every row."""

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from app.translation import tr
from ui.theme import tokens

EDGE = 12  # how much further than its words the ground of a row reaches, at both sides
_OPEN_FROM, _LAST_FROM, _PILLARS_FROM = 980, 680, 540  # how wide the list is at least, to have the column
_CHEVRON, _BETWEEN = 24, 20


class Column(NamedTuple):
    """A column that is shown: its name, its heading, and where it is in a row."""

    key: str
    heading: str
    left: int
    width: int


def columns(width: int) -> Mapping[str, Column]:
    """Those of a list that is so wide, by their names."""
    return _columns(width, tokens.text_size_in_force())


@lru_cache(maxsize=8)
def _columns(width: int, _text_size: int) -> Mapping[str, Column]:
    parts = [("who", "", 300.0), ("next", tr("Next one-on-one"), 194.0)]
    if width >= tokens.scaled(_OPEN_FROM):
        parts.append(("open", tr("Open items"), 212.0))
    if width >= tokens.scaled(_LAST_FROM):
        parts.append(("last", tr("Last in your journal"), 144.0))
    if width >= tokens.scaled(_PILLARS_FROM):
        parts.append(("pillars", tr("Pillars, 30 days"), 214.0))
    room, whole = width - tokens.scaled(_CHEVRON), sum(share for _, _, share in parts)
    found, left = dict[str, Column](), 0.0
    for key, heading, share in parts:
        found[key] = Column(key, heading, round(left), int(room * share / whole) - _BETWEEN)
        left += room * share / whole
    return found
