"""What the list says of each piece of work, in the order of the list: pure."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, partial

from app.day_names import month_name
from app.delegation.dues import due_now
from app.delegation.history import History, Stage
from app.delegation.model import HeldTask
from app.translation import tr
from ui.evidence.standing import standing

ORDER = (
    Stage.STILL_MINE,
    Stage.DRAFT,
    Stage.HANDED_OVER,
    Stage.AWAITING_DEBRIEF,
    Stage.DEBRIEFED,
    Stage.TAKEN_BACK,
)


@dataclass(frozen=True, eq=False)
class Line:
    """A row of the list: what it is, whose it is, and where it stands, which is worked out for those that are seen."""

    id: str
    title: str
    person: str | None
    stands: Callable[[], str]

    @cached_property
    def about(self) -> str:
        """Whose it is and where it stands."""
        return tr("{person} · {about}").format(person=self.person or tr("No one yet"), about=self.stands())


def lines(held: Iterable[HeldTask], outlines: Sequence[History], today: date) -> dict[Stage, list[Line]]:
    """By stage. What is due today comes first, then what is due soonest; of the rest, the newest.

    A held task is still the owner's until what it is handed over in is theirs; its draft has no line of its own.
    """
    drafts = {each.delegation.id for each in outlines if each.stage is Stage.DRAFT}
    handed = {each.delegation.id for each in outlines} - drafts
    mine = [each for each in held if each.delegation not in handed]
    linked = {each.delegation for each in mine}
    found: dict[Stage, list[Line]] = {each: [] for each in ORDER}
    found[Stage.STILL_MINE] = [_held(each, today, is_begun=each.delegation in drafts) for each in mine]
    for each in sorted(outlines, key=lambda each: _soonest(each, today)):
        if each.delegation.id not in linked:
            found[each.stage].append(_line(each, today))
    return found


def stage_name(stage: Stage) -> str:
    """ "Awaiting debrief"."""
    return {
        Stage.STILL_MINE: tr("Still mine"),
        Stage.DRAFT: tr("Drafts"),
        Stage.HANDED_OVER: tr("Handed over"),
        Stage.AWAITING_DEBRIEF: tr("Awaiting debrief"),
        Stage.DEBRIEFED: tr("Debriefed"),
        Stage.TAKEN_BACK: tr("Taken back"),
    }[stage]


def stage_words(stage: Stage) -> str:
    """What stands there while nothing does."""
    return {
        Stage.STILL_MINE: tr("Work you keep, for now"),
        Stage.DRAFT: "",
        Stage.HANDED_OVER: tr("Work someone else is carrying"),
        Stage.AWAITING_DEBRIEF: tr("Delivered, not yet talked through"),
        Stage.DEBRIEFED: tr("Finished, and learned from"),
        Stage.TAKEN_BACK: tr("Back with you, for now"),
    }[stage]


def kept_since(day: date, today: date) -> str:
    """ "Kept since January"; with the year where it is not this one."""
    month = month_name(day.month)
    return tr("Kept since {month}").format(month=month if day.year == today.year else f"{month} {day.year}")


def _soonest(given: History, today: date) -> tuple[bool, date]:
    if given.stage is not Stage.HANDED_OVER:
        return True, date.max  # as they come: the newest first
    return not due_now(given, today), given.delegation.brief.due_on or date.max


def _held(given: HeldTask, today: date, *, is_begun: bool) -> Line:
    def stands() -> str:
        return tr("A draft to hand it over") if is_begun else kept_since(given.date, today)

    return Line(given.id, given.title or given.work, given.person, stands)


def _line(given: History, today: date) -> Line:
    of = given.delegation
    return Line(of.id, of.title or of.work, of.person, partial(standing, given, today))
