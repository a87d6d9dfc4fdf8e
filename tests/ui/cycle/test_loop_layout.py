"""The loop keeps its form on every width: nothing lies on anything else, and each arc is between its nodes."""

import pytest
from PySide6.QtCore import QRectF, QSizeF

from ui.cycle.loop_layout import Placed, card_width, place

NODES = [QSizeF(190, 71), QSizeF(180, 71), QSizeF(206, 90), QSizeF(166, 71)]


def placed(width: float, room: float = 700, one: float = 1) -> Placed:
    nodes = [QSizeF(each.width() * one, each.height() * one) for each in NODES]
    return place(width, room, one, nodes, 80 * one)


@pytest.mark.parametrize("one", [1, 1.5])
@pytest.mark.parametrize("width", [600, 700, 753, 754, 780, 1000, 1600])
def test_nothing_lies_on_anything_else_or_outside(width: int, one: float) -> None:
    given = placed(width * one, 560 * one, one)
    rects = [*given.nodes, *given.cards]
    for at, each in enumerate(rects):
        assert not any(each.intersects(other) for other in rects[at + 1 :])
        assert QRectF(0, 0, width * one, given.height).adjusted(-1, -1, 1, 1).contains(each)
    for arc in given.arcs:
        assert arc.begins < arc.cut_from < arc.dot < arc.cut_to < arc.ends
        along = [given.at(arc.begins + (arc.ends - arc.begins) * step / 20) for step in range(21)]
        assert not any(rect.contains(point) for rect in rects for point in along)


def test_cards_are_beside_it_where_there_is_room_and_else_below_it_in_the_same_corners() -> None:
    beside, below = placed(780), placed(700)
    assert beside.cards_are_beside
    assert not below.cards_are_beside
    assert min(each.top() for each in below.cards) > max(each.bottom() for each in below.nodes)
    for given in (beside, below):
        upper_right, lower_right, lower_left, upper_left = given.cards
        assert upper_right.left() > upper_left.right()
        assert lower_right.top() > upper_right.bottom()
        assert (lower_left.left(), lower_left.top()) == pytest.approx((upper_left.left(), lower_right.top()))
    assert card_width(700, 1) > card_width(780, 1)


def test_it_is_lower_where_less_is_in_sight() -> None:
    assert placed(780, 500).height < placed(780, 560).height <= 560
    assert placed(780, 100).height > 400
