"""Records as rows of a list: what each is called there, its words, and where it is opened."""

from collections.abc import Iterable, Mapping

from app.delegation.dues import Planned
from app.delegation.fears import Fears
from app.delegation.history import History
from app.delegation.model import CameTrue, Delegation, HeldTask, Touch
from app.delegation.payback import Payback
from app.people.model import Level
from app.titles import one_line
from app.translation import tr
from ui.evidence.spans import duration
from ui.reference import DEBRIEF, DELEGATION, Reference
from ui.rope.words import touch_and_day
from ui.widgets.behind import Record
from ui.wording import day_name

Titles = Mapping[str, str]  # of delegations, by their ids; without any, a list is of one and need not name it


def of_touches(given: Iterable[Touch], titles: Titles, *, timed: bool = False) -> list[Record]:
    """The newest first, each with its line; `timed`, with the minutes that it took."""
    return [_touch(each, titles, timed=timed) for each in sorted(given, key=lambda each: each.date, reverse=True)]


def of_meetings(given: Iterable[Planned], delegation: str) -> list[Record]:
    """Planned check-ins that were logged, and those that were not."""
    return [_meeting(each, delegation) for each in given]


def of_completed(given: Iterable[History]) -> list[Record]:
    """What was delivered, the last first."""
    return [
        Record(tr("Delivered {day}").format(day=day_name(each.completed_on)), _title(each.delegation), _work(each))
        for each in reversed(list(given))
        if each.completed_on is not None
    ]


def of_fears(given: Fears) -> list[Record]:
    """Each fear in its own words with what became of it, the last first; and what was expected of the result."""
    found = []
    for each in reversed(given.fears):
        became = tr("{outcome}, debrief of {day}").format(
            outcome=outcome(each.came_true), day=day_name(each.debrief.date)
        )
        feared = one_line(each.delegation.fear) or _title(each.delegation)
        found.append(Record(became, feared, Reference(DEBRIEF, id=each.debrief.id)))
    for one in given.expectations:
        expected = tr("Expected {expected} of 5, was {was} of 5").format(expected=one.expected, was=one.was)
        found.append(Record(expected, _title(one.delegation), Reference(DELEGATION, id=one.delegation.id)))
    return found


def of_payback(given: Payback, titles: Titles) -> list[Record]:
    """The tasks that were handed over, with what each took a month; then the touches that took time."""
    tasks = [
        Record(
            tr("{time} a month, handed over").format(time=duration(each.minutes_a_month))
            if each.is_now
            else tr("{time} a month, with you for now").format(time=duration(each.minutes_a_month)),
            _kept(each.task),
            _work(each.history),
        )
        for each in given.tasks
    ]
    return [*tasks, *of_touches(given.touches, titles, timed=True)]


def of_step(given: Level | Delegation, said: str) -> Record:
    """A step of a ladder."""
    if isinstance(given, Level):
        return Record(said, one_line(given.note), given)
    return Record(said, _title(given), Reference(DELEGATION, id=given.id))


def outcome(came_true: CameTrue) -> str:
    """ "Did not happen"."""
    return {
        CameTrue.NO: tr("Did not happen"),
        CameTrue.PARTLY: tr("Came true in part"),
        CameTrue.YES: tr("Came true"),
    }[came_true]


def _touch(given: Touch, titles: Titles, *, timed: bool) -> Record:
    said = touch_and_day(given)
    if timed and given.minutes is not None:
        said = tr("{said}, {time}").format(said=said, time=duration(given.minutes))
    note, title = one_line(given.note), titles.get(given.delegation, "")
    words = tr("{work}: {note}").format(work=title, note=note) if title and note else title or note
    return Record(said, words, Reference(DELEGATION, id=given.id))


def _meeting(given: Planned, delegation: str) -> Record:
    planned = tr("Planned for {day}").format(day=day_name(given.check_in.on))
    if given.met_by is None:
        said = tr("{planned}, not logged").format(planned=planned)
        return Record(said, "", Reference(DELEGATION, id=delegation))
    said = tr("{planned}, logged {day}").format(planned=planned, day=day_name(given.met_by.date))
    return Record(said, one_line(given.met_by.note), Reference(DELEGATION, id=given.met_by.id))


def _work(given: History) -> Reference:
    return Reference(DELEGATION, id=given.delegation.id)


def _title(given: Delegation) -> str:
    return one_line(given.title) or one_line(given.work) or tr("No name yet")


def _kept(given: HeldTask) -> str:
    return one_line(given.title) or one_line(given.work) or tr("No name yet")
