"""What became of the steps of a checklist from one version to another. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from app.practices.model import Step, Version

_ALIKE = 0.6  # of two wordings: from here on it is one step that was changed, below it another step


@dataclass(frozen=True, slots=True)
class Difference:
    """One step that is not as it was. `was` and `at` are its index before and after, None where it was not there.

    `is_moved` says that others, which kept their order, went past it.
    """

    was: int | None
    at: int | None
    before: Step | None
    after: Step | None
    is_moved: bool = False

    @property
    def is_added(self) -> bool:
        """Whether it was not there before."""
        return self.before is None

    @property
    def is_removed(self) -> bool:
        """Whether it is not there any more."""
        return self.after is None

    @property
    def is_changed(self) -> bool:
        """Whether it says something else, or somebody else looks at it."""
        return self.before is not None and self.after is not None and self.before != self.after


def differences(old: Sequence[Step], new: Sequence[Step]) -> tuple[Difference, ...]:
    """All that is different: what is in the new version in its order, then what was removed."""
    pairs = _pairs(old, new)
    staying = _longest_rising([pairs[at] for at in sorted(pairs)])
    found = []
    for at, step in enumerate(new):
        was = pairs.get(at)
        before = old[was] if was is not None else None
        is_moved = was is not None and was not in staying
        if before != step or is_moved:
            found.append(Difference(was, at, before, step, is_moved))
    kept = set(pairs.values())
    gone = [Difference(was, None, step, None) for was, step in enumerate(old) if was not in kept]
    return (*found, *gone)


def applied(old: Sequence[Step], given: Iterable[Difference]) -> tuple[Step, ...]:
    """The old steps with these differences: the new ones."""
    placed: dict[int, Step] = {}
    rest = dict(enumerate(old))
    for each in given:
        if each.was is not None and each.at is not None and not each.is_moved and each.after is not None:
            rest[each.was] = each.after
            continue
        if each.was is not None:
            del rest[each.was]
        if each.at is not None and each.after is not None:
            placed[each.at] = each.after
    others = iter(rest[was] for was in sorted(rest))
    return tuple(placed[at] if at in placed else next(others) for at in range(len(placed) + len(rest)))


def added_in(versions: Sequence[Version], number: int) -> frozenset[int]:
    """The indexes of the steps that are new in the version with this number, from 1; none in the first."""
    if not 2 <= number <= len(versions):
        return frozenset()
    old, new = versions[number - 2].steps, versions[number - 1].steps
    return frozenset(each.at for each in differences(old, new) if each.is_added and each.at is not None)


def _pairs(old: Sequence[Step], new: Sequence[Step]) -> dict[int, int]:
    """For the index of each new step that was there before, its old index; the surest pairs first."""
    pairs: dict[int, int] = {}
    for likeness in (_is_same, _says_the_same):
        for at, step in enumerate(new):
            if at not in pairs:
                taken = set(pairs.values())
                same = (was for was, each in enumerate(old) if was not in taken and likeness(each, step))
                if (was := next(same, None)) is not None:
                    pairs[at] = was
    taken = set(pairs.values())
    left = [(was, at) for was in range(len(old)) for at in range(len(new)) if was not in taken and at not in pairs]
    ranked = sorted((-_ratio(old[was], new[at]), was, at) for was, at in left)
    for unlike, was, at in ranked:
        if -unlike >= _ALIKE and at not in pairs and was not in set(pairs.values()):
            pairs[at] = was
    return pairs


def _is_same(one: Step, other: Step) -> bool:
    return one == other


def _says_the_same(one: Step, other: Step) -> bool:
    return one.text == other.text


def _ratio(one: Step, other: Step) -> float:
    return SequenceMatcher(None, one.text.casefold(), other.text.casefold(), autojunk=False).ratio()


def _longest_rising(numbers: Sequence[int]) -> frozenset[int]:
    """The most of these numbers that rise in this order: they stayed, and the others moved."""
    best: list[list[int]] = []
    for at, number in enumerate(numbers):
        before = [best[earlier] for earlier in range(at) if numbers[earlier] < number]
        best.append([*_longest(before), number])
    return frozenset(_longest(best))


def _longest(given: Sequence[list[int]]) -> list[int]:
    return max(given, key=len) if given else []
