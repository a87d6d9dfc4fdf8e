"""What handed-over work asks of a day, across its records: what is due, and what is worth a question."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING

from app.delegation import dues
from app.delegation.history import History, Stage
from app.delegation.hover import WEIGHTS
from app.delegation.work import practised
from app.moments import shifted
from app.prompts.model import Occasion
from app.reflections.model import Filter

if TYPE_CHECKING:
    from app.delegation.cycle import Cycle
    from app.journal import Records

_DAY = timedelta(days=1)
_LATELY = timedelta(days=7)
QUIET = timedelta(days=10)
# So long after a take-back a day says that a cycle closed: the days of `cycle` and `coming_back`, which are loaded no
# sooner than something came back.
CLOSES_WITHIN = timedelta(days=37)
OCCASIONS = (Occasion.TOOK_BACK, Occasion.DELIVERED, Occasion.STAYED_OUT)


def live(journal: "Records", today: date) -> list[History]:
    """What can be due today, or have come back lately."""
    return journal.delegations.outlines(today, shifted(today, -CLOSES_WITHIN))


def due_now(known: Iterable[History], today: date) -> list[tuple[History, dues.DueNow]]:
    """Agreed check-ins of today, deliveries that are due, and debriefs of what was delivered."""
    return [(each, due) for each in known for due in dues.due_now(each, today)]


def closed_lately(journal: "Records", live: Iterable[History], today: date) -> "Cycle | None":
    """The take-back cycle that closed last, in the week before today, and runs; None where it was put off. What else
    was handed over, and held work, is asked for only where something was taken back lately.
    """
    since = shifted(today, -CLOSES_WITHIN)
    came_back = (each for each in live if any(since <= touch.date <= today for touch in each.take_backs))
    lately = {practised(each.delegation) for each in came_back}
    if not lately:
        return None
    from app.delegation import coming_back, cycle  # most days nothing was

    alike = [each for each in journal.delegations.outlines(today) if practised(each.delegation) in lately]
    found = cycle.cycles(alike, journal.held_tasks.find(Filter()))
    last = next((each for each in found if coming_back.closed_lately(each, today)), None)
    put_off = journal.preferences.get().cycles_put_off if last is not None else {}
    return None if last is None or coming_back.closed_by(last) in put_off else last


def occasions(journal: "Records", day: date) -> set[Occasion]:
    """Work taken back or delivered in the week before, or ten days of staying out, as known when the day began."""
    since = shifted(day, -_LATELY)
    known = journal.delegations.outlines(day, since)
    true = set()
    if any(since <= touch.date < day for each in known for touch in each.take_backs):
        true.add(Occasion.TOOK_BACK)
    if any(each.stage is Stage.AWAITING_DEBRIEF and since <= (each.completed_on or day) < day for each in known):
        true.add(Occasion.DELIVERED)
    if _is_quiet(journal, known, day):
        true.add(Occasion.STAYED_OUT)
    return true


def _is_quiet(journal: "Records", known: Iterable[History], day: date) -> bool:
    begun = shifted(day, -QUIET)
    with_them = (each for each in known if each.stage is Stage.HANDED_OVER and each.strands[-1].begins <= begun)
    for_long = {each.delegation.id for each in with_them}
    if not for_long:
        return False
    lately = journal.touches.find(Filter(since=begun, until=shifted(day, -_DAY)))
    return bool(for_long.difference(each.delegation for each in lately if each.what in WEIGHTS))
