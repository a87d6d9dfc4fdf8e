"""Where the columns of the map are: kinds of work left and the owner right stay, people between them can move."""

from dataclasses import dataclass

from ui.theme import tokens

ROW = 62  # how high a kind of work is
SIDE, BEYOND = 32, 16  # pixels at both sides of the words; rows that stand out reach further
_KIND, _KIND_SHARE, _YOU, _PERSON, _PERSON_MOST = 236, 0.34, 104, 100, 220


@dataclass(frozen=True, slots=True)
class Columns:
    """For a map so wide, with so many people, who are moved by so many pixels to the left."""

    width: int
    people: int
    moved: int = 0

    @property
    def left(self) -> int:
        """Where people begin."""
        return SIDE + min(tokens.scaled(_KIND), round((self.width - 2 * SIDE) * _KIND_SHARE))

    @property
    def right(self) -> int:
        """Where people end, and the owner begins."""
        return max(self.left, self.width - SIDE - tokens.scaled(_YOU))

    @property
    def each(self) -> float:
        """How wide one of them is."""
        shared = (self.right - self.left) / max(self.people, 1)
        return min(max(shared, tokens.scaled(_PERSON)), tokens.scaled(_PERSON_MOST))

    @property
    def overflow(self) -> int:
        """So far people can be moved at most."""
        return max(0, round(self.people * self.each) - (self.right - self.left))

    def left_of(self, column: int) -> float:
        """Where a column of the table begins."""
        if column == 0:
            return SIDE
        return self.right if column > self.people else self.left + (column - 1) * self.each - self.moved

    def width_of(self, column: int) -> float:
        """How wide a column of the table is."""
        if column == 0:
            return self.left - SIDE
        return self.width - SIDE - self.right if column > self.people else self.each

    def shows(self, left: float) -> bool:
        """Whether anything is in sight of a person whose column begins there."""
        return left + self.each > self.left and left < self.right

    def at(self, x: float) -> int:
        """The column there; -1 where there is none."""
        if x < self.left:
            return 0
        if x >= self.right:
            return self.people + 1
        column = int((x - self.left + self.moved) // self.each) + 1
        return column if column <= self.people else -1

    def moved_to_show(self, column: int) -> int:
        """By how much people have to be moved, so that this one is in sight; no more than that."""
        if not 0 < column <= self.people:
            return self.moved
        begins, ends = round((column - 1) * self.each), round(column * self.each)
        return min(max(self.moved, ends - (self.right - self.left)), begins)
