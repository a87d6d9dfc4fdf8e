"""Which words stand beside the marks of a rope, and where: pure, from places and the width of words."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from ui.rope.layout import ABOVE, Happening, Mark, Room, Rope, Sign


@dataclass(frozen=True, slots=True)
class Label:
    """Words beside a mark: the verb is "" where there was room for the day only."""

    of: Happening
    verb: str
    day: str
    left: float
    width: float

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.left + self.width


Measure = Callable[[Happening, str], float]
_BETWEEN = 8  # pixels between two labels
_IMPORTANT = (Sign.DUE_NOW, Sign.DELIVERED, Sign.DUE, Sign.HANDED_OVER, Sign.TOOK_BACK, Sign.HANDED_BACK, Sign.TODAY)


def label(rope: Rope, measure: Measure, room: Room) -> tuple[list[Label], list[Label]]:
    """The labels above and below. On collision the verb goes and the day stays; a day is said once where it is crowded.

    `measure` is the width of a label with that verb.
    """

    def sided(marks: list[Mark]) -> list[Label]:
        return _fitted(marks, measure, (room.left, room.right))

    above = [each for each in rope.marks if each.of.sign in ABOVE]
    return sided(above), sided([each for each in rope.marks if each.of.sign not in ABOVE and each.of.day])


def _fitted(marks: list[Mark], measure: Measure, ends: tuple[float, float]) -> list[Label]:
    full = {id(each): _label(each, each.of.verb, measure, ends) for each in marks}
    short = {id(each): _label(each, "", measure, ends) for each in marks}
    _make_room_for_due(full, short)
    said: set[date] = set()
    protected: dict[int, Label] = {}
    for others in (full, short):  # one day of each crowd is kept, where verbs leave room for it, or whatever they like
        for each in sorted(marks, key=_rank):
            if each.of.on not in said and not any(_collide(short[id(each)], others[key]) for key in protected):
                said.add(each.of.on)
                protected[id(each)] = short[id(each)]
    placed: list[Label] = []
    for each in sorted(marks, key=_rank):
        kept = [other for key, other in protected.items() if key != id(each)]
        if not any(_collide(full[id(each)], other) for other in (*placed, *kept)):
            placed.append(full[id(each)])
        elif id(each) in protected:
            placed.append(short[id(each)])
    return placed


def _make_room_for_due(*sizes: dict[int, Label]) -> None:
    """A delivery shortly before the due date moves its words aside, as far as they still stand below its mark."""
    (full, *_) = sizes
    due = next((each for each in full.values() if each.of.sign is Sign.DUE), None)
    for key, each in full.items():
        over = 0.0 if due is None else each.right + _BETWEEN - due.left
        if each.of.sign is Sign.DELIVERED and due is not None and each.left < due.left and 0 < over <= each.width / 2:
            for labels in sizes:
                labels[key] = replace(labels[key], left=labels[key].left - over)


def _rank(mark: Mark) -> tuple[int, float]:
    sign = mark.of.sign
    return (_IMPORTANT.index(sign) if sign in _IMPORTANT else len(_IMPORTANT), mark.x)


def _label(mark: Mark, verb: str, measure: Measure, ends: tuple[float, float]) -> Label:
    width = measure(mark.of, verb)
    left = min(max(mark.x - width / 2, ends[0]), max(ends[1] - width, ends[0]))
    return Label(mark.of, verb, mark.of.day, left, width)


def _collide(one: Label, other: Label) -> bool:
    return one.left < other.right + _BETWEEN and other.left < one.right + _BETWEEN
