"""What practices and checklists mean: how one reads on the whole, whom to talk to, how far a run is. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from app.practices.model import Checklist, Decision, Mark, Practice, Reaction, Reading, Run, Step, Version

FEWEST, MOST = 5, 9  # steps of a checklist that is read and not skipped: asked for, never forced
_WEIGHT = (Reading.DISTRUST, Reading.MIXED, Reading.CARE, Reading.NOT_ASKED)
_TALKED_ABOUT = (Decision.LOOSEN, Decision.EXPLAIN)


def current(reactions: Iterable[Reaction]) -> tuple[Reaction, ...]:
    """The newest of each person, and all of those whom nobody in particular said; in the order given."""
    given = tuple(reactions)
    newest: dict[str, int] = {}
    for at, each in enumerate(given):
        if each.person is not None and (each.person not in newest or each.date >= given[newest[each.person]].date):
            newest[each.person] = at
    return tuple(each for at, each in enumerate(given) if each.person is None or newest[each.person] == at)


def overall(reactions: Iterable[Reaction]) -> Reading:
    """How it reads on the whole: as all who were asked say, and mixed where they do not say the same."""
    said = {each.reading for each in current(reactions)} - {Reading.NOT_ASKED}
    if not said:
        return Reading.NOT_ASKED
    return said.pop() if len(said) == 1 else Reading.MIXED


def telling(reactions: Iterable[Reaction]) -> Reaction | None:
    """The one to quote: of those with words, what weighs most, and the newest of them."""
    worded = [each for each in current(reactions) if each.words.strip()]
    newest_first = sorted(worded, key=lambda each: each.date, reverse=True)
    return min(newest_first, key=lambda each: _WEIGHT.index(each.reading), default=None)


def is_due(practice: Practice, today: date) -> bool:
    """Whether the day has come on which it is looked at again."""
    return practice.look_again_on is not None and practice.look_again_on <= today


def to_talk_with(before: Practice | None, after: Practice) -> tuple[str, ...]:
    """With whom to talk because of what has just changed: those to whom it now reads as distrust, and where it is now
    to be loosened or explained, also those to whom it reads mixed.
    """
    was = _readings(before.reactions) if before is not None else {}
    decided = after.decision in _TALKED_ABOUT and (before is None or after.decision is not before.decision)
    found = []
    for person, reading in _readings(after.reactions).items():
        is_new = reading is Reading.DISTRUST and was.get(person) is not Reading.DISTRUST
        if is_new or (decided and reading in (Reading.DISTRUST, Reading.MIXED)):
            found.append(person)
    return tuple(found)


def _readings(reactions: Iterable[Reaction]) -> dict[str, Reading]:
    return {each.person: each.reading for each in current(reactions) if each.person is not None}


def steps_of(checklist: Checklist, version: int | None = None) -> tuple[Step, ...]:
    """The steps of the version with this number, from 1, or of the newest; none where there is no such version."""
    number = len(checklist.versions) if version is None else version
    return checklist.versions[number - 1].steps if 1 <= number <= len(checklist.versions) else ()


def with_steps(given: Checklist, steps: Sequence[Step], reason: str, today: date, *, is_used: bool) -> Checklist:
    """The checklist with these steps in force, for this reason.

    They are a new version, unless the newest is of today and not `is_used` by a run yet: then it changes in place.
    Where nothing is different, nothing changes. Versions before are never touched.
    """
    kept = tuple(each for each in steps if each.text.strip() or each.second_eyes)
    newest = given.versions[-1] if given.versions else None
    if newest is None and not kept:
        return given
    made = Version(date=today, reason=reason, steps=kept)
    if newest is not None and newest.date == today and not is_used:
        return replace(given, versions=(*given.versions[:-1], made))
    if newest is not None and newest.steps == kept:
        return given
    return replace(given, versions=(*given.versions, made))


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is: so many of `total` steps done; the numbers, from 1, of those left out, and of those not yet."""

    total: int
    done: int
    left_out: tuple[int, ...]
    not_yet: tuple[int, ...]
    is_finished: bool

    @property
    def is_complete(self) -> bool:
        """Whether it is finished, and each step was done."""
        return self.is_finished and self.done == self.total


def marks_of(run: Run, count: int) -> tuple[Mark, ...]:
    """A mark for each of so many steps, whatever the run has."""
    return (*run.marks[:count], *(Mark.NOT_YET for _ in range(count - len(run.marks))))


def progress(run: Run, count: int) -> Progress:
    """How far it is through so many steps."""
    marks = marks_of(run, count)
    numbers = {mark: tuple(at for at, each in enumerate(marks, 1) if each is mark) for mark in Mark}
    return Progress(
        total=count,
        done=len(numbers[Mark.FILLED]),
        left_out=numbers[Mark.LEFT_OUT],
        not_yet=numbers[Mark.NOT_YET],
        is_finished=run.finished_on is not None,
    )


def unfinished(runs: Iterable[Run]) -> Run | None:
    """The run to go on with: the newest that is not finished."""
    going_on = [each for each in runs if each.finished_on is None]
    return max(going_on, key=lambda each: (each.date, each.created_at), default=None)


def marked(run: Run, count: int, at: int, mark: Mark) -> Run:
    """The run with this mark at the step with this index; the same mark again takes it away."""
    marks = list(marks_of(run, count))
    marks[at] = Mark.NOT_YET if marks[at] is mark else mark
    return replace(run, marks=tuple(marks))
