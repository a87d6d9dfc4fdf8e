"""What one person was handed: each delegation with its stage, and the numbers of the last year."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from app.delegation.history import History
from app.delegation.hover import Hover
from app.delegation.model import CameTrue
from app.delegation.numbers import of_person
from app.delegation.payback import Payback
from app.delegation.record import DELEGATION
from app.journal import Journal
from app.reflections.model import Filter
from app.titles import one_line
from app.translation import tr


class Handed:
    """Reads it once, and says it as a value and as text."""

    def __init__(self, journal: Journal, person: str, today: date) -> None:
        self._histories = journal.delegations.histories(person)
        self._numbers = of_person(self._histories, journal.held_tasks.find(Filter()), today)

    def value(self) -> dict[str, Any]:
        """`numbers` are of the days from `since` to `until`, but for `payback`, which is counted from the beginning.

        What is not enough yet is null.
        """
        found = self._numbers
        numbers = {
            "since": found.period.since.isoformat(),
            "until": found.period.until.isoformat(),
            "hover_index": found.hover.index,
            "touches": len(found.hover.touches),
            "unplanned": len(found.hover.unplanned),
            "completed": len(found.completed),
            "fears": {each.value: len(found.fears.that(each)) for each in CameTrue},
            "payback": _payback(found.payback),
        }
        records = [DELEGATION.to_record(each.delegation) | {"stage": each.stage.value} for each in self._histories]
        return {"delegations": records, "numbers": numbers}

    def parts(self) -> Iterator[str]:
        """What there is to say, headings and words."""
        if not self._histories:
            return
        yield "## " + tr("Handed-over work")
        yield "\n".join(_line(each) for each in self._histories)
        if any(each.strands for each in self._histories):
            yield "## " + tr("The last 12 months, from my own log")
            yield "\n".join(f"- {each}" for each in self._said())

    def _said(self) -> Iterator[str]:
        found = self._numbers
        yield tr("Hover index: {index}").format(index=_index(found.hover))
        yield tr("Completed: {count}").format(count=len(found.completed))
        feared = len(found.fears.fears)
        true = len(found.fears.that(CameTrue.YES))
        said = tr("{all}, {true} came true").format(all=feared, true=true) if feared else tr("not enough yet")
        yield tr("Fears with an outcome: {said}").format(said=said)
        yield tr("Minutes handed back, from the beginning: {said}").format(said=_paid(found.payback))


def _line(given: History) -> str:
    of = given.delegation
    due = tr("due {day}").format(day=of.brief.due_on.isoformat()) if of.brief.due_on else ""
    title = one_line(of.title) or one_line(of.work) or tr("Delegation without a name")
    return f"- {title}: {', '.join(filter(None, (given.stage.value, due)))}"


def _index(given: Hover) -> str:
    if given.index is not None:
        return f"{given.index:.1f}"
    if not given.lacking:
        return tr("not enough yet, no working day in their hands")
    return tr("not enough yet, touches still needed: {count}").format(count=given.lacking)


def _paid(given: Payback | None) -> str:
    if given is None:
        return tr("not enough yet, no task of mine with its hours was handed over")
    spent = tr("no minutes logged") if given.spent is None else tr("{count} spent").format(count=given.spent)
    even = tr("even on {day}").format(day=given.even_on.isoformat()) if given.even_on else ""
    return ", ".join(filter(None, (str(round(given.saved)), spent, even)))


def _payback(given: Payback | None) -> dict[str, Any] | None:
    if given is None:
        return None
    return {
        "minutes_spent": given.spent,
        "minutes_back": round(given.saved),
        "minutes_a_month": given.minutes_a_month,
        "even_on": given.even_on.isoformat() if given.even_on else None,
    }
