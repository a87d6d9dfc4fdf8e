"""Where everything on the loop is: four nodes on an ellipse, an arc between two, a dot on each, and its card. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, hypot, pi, sin

from PySide6.QtCore import QPointF, QRectF, QSizeF

_ACROSS, _DOWN, _LEAST_DOWN = 240, 240, 176  # the radii, in pixels at 100 per cent
CARD = 180
_DOT = 0.705  # of an arc, from the middle height, as an angle
_TO_CARD, _AROUND, _BEFORE_CUT, _AFTER_CUT = 27, 18, 24, 28
_ABOVE_DOT, _ROW_GAP, _MOST_WIDE = 62, 12, 340
_STEP = pi / 720


@dataclass(frozen=True, slots=True)
class Arc:
    """A stretch of the ellipse as angles, clockwise from its right end; its dot, and where a cut begins and ends."""

    begins: float
    ends: float
    dot: float
    cut_from: float
    cut_to: float


@dataclass(frozen=True, slots=True)
class Placed:
    """Everything in its place. Nodes and arcs go clockwise from the top, cards are in the order of the arcs."""

    middle: QPointF
    across: float
    down: float
    nodes: tuple[QRectF, ...]
    arcs: tuple[Arc, ...]
    cards: tuple[QRectF, ...]
    cards_are_beside: bool
    height: float

    def at(self, angle: float) -> QPointF:
        """The point of the ellipse at this angle."""
        return QPointF(self.middle.x() + self.across * cos(angle), self.middle.y() + self.down * sin(angle))


def card_width(width: float, one: float) -> float:
    """How wide a card is on a loop so wide, where `one` is the length of a pixel at the size of text in force."""
    if _is_beside(width, one):
        return CARD * one
    return min((width - _ROW_GAP * one) / 2, _MOST_WIDE * one)


def place(width: float, room: float, one: float, nodes: Sequence[QSizeF], card: float) -> Placed:
    """Places it on this width; `room` is the height that is in sight, which the loop fills as far as it may.

    `nodes` are the sizes of the four, `card` is the height of each card. Cards are beside the loop where that leaves it
    its form, and else below it, in the same corners.
    """
    is_beside = _is_beside(width, one)
    top, right, bottom, left = nodes
    ends = (top.height() + bottom.height()) / 2
    down = min(_DOWN * one, max(_LEAST_DOWN * one, (room - ends) / 2))
    if is_beside:
        across = min(_ACROSS * one, (width / 2 - (CARD + _TO_CARD) * one) / cos(_DOT))
    else:
        across = max(1, min(_ACROSS * one, (width - max(right.width(), left.width())) / 2))
    middle = QPointF(width / 2, top.height() / 2 + down)
    centres = (
        QPointF(middle.x(), middle.y() - down),
        QPointF(middle.x() + across, middle.y()),
        QPointF(middle.x(), middle.y() + down),
        QPointF(middle.x() - across, middle.y()),
    )
    rects = tuple(_around(centre, size) for centre, size in zip(centres, nodes, strict=True))
    loop = 2 * down + ends
    bare = Placed(middle, across, down, rects, (), (), is_beside, loop)
    arcs = tuple(_arc(bare, at, one) for at in range(4))
    if is_beside:
        cards = tuple(_beside(bare.at(arc.dot), bare, card, one) for arc in arcs)
        return Placed(middle, across, down, rects, arcs, cards, is_beside, loop)
    wide, gap = card_width(width, one), _ROW_GAP * one
    lefts, tops = (width / 2 - wide - gap / 2, width / 2 + gap / 2), (loop + 2 * gap, loop + 3 * gap + card)
    corners = ((1, 0), (1, 1), (0, 1), (0, 0))
    cards = tuple(QRectF(lefts[right_], tops[lower], wide, card) for right_, lower in corners)
    return Placed(middle, across, down, rects, arcs, cards, is_beside, tops[1] + card)


def _is_beside(width: float, one: float) -> bool:
    return width >= 2 * (CARD + _TO_CARD + 170) * one


def _around(centre: QPointF, size: QSizeF) -> QRectF:
    return QRectF(centre.x() - size.width() / 2, centre.y() - size.height() / 2, size.width(), size.height())


def _arc(given: Placed, at: int, one: float) -> Arc:
    """The stretch from one node to the next that neither of them covers."""
    first, last = (at - 1) * pi / 2, at * pi / 2
    grown = [each.adjusted(*_margins(one)) for each in (given.nodes[at], given.nodes[(at + 1) % 4])]
    angles = [first + step * _STEP for step in range(361)]
    free = [each for each in angles if not any(rect.contains(given.at(each)) for rect in grown)] or [first, last]
    dot = (-_DOT, _DOT, pi - _DOT, pi + _DOT)[at]
    before = _turned(given, dot, -_BEFORE_CUT * one)
    after = _turned(given, dot, _AFTER_CUT * one)
    return Arc(free[0], free[-1], dot, before, after)


def _margins(one: float) -> tuple[float, float, float, float]:
    side = _AROUND * one
    return -side, -side, side, side


def _turned(given: Placed, angle: float, by: float) -> float:
    """The angle so many pixels further along the ellipse."""
    speed = hypot(given.across * sin(angle), given.down * cos(angle))
    return angle + by / speed


def _beside(dot: QPointF, given: Placed, card: float, one: float) -> QRectF:
    """At the outer side of its dot: that of an upper one reaches higher, that of a lower one lower."""
    is_right, is_upper = dot.x() > given.middle.x(), dot.y() < given.middle.y()
    left = dot.x() + _TO_CARD * one if is_right else dot.x() - (_TO_CARD + CARD) * one
    top = dot.y() - _ABOVE_DOT * one if is_upper else dot.y() + _ABOVE_DOT * one - card
    return QRectF(left, top, CARD * one, card)
