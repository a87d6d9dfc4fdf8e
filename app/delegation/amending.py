"""A brief is changed while the work is with somebody: what it said before is kept. Pure."""

from dataclasses import replace
from datetime import date

from app.delegation.model import Brief, Delegation, EarlierBrief


def amended(given: Delegation, brief: Brief, today: date) -> Delegation:
    """The same with another brief. A draft has no history; of a handed-over one each day's first change keeps how it
    was until then, and a day on which it came out as it was before has changed nothing.
    """
    if given.handed_over_on is None:
        return replace(given, brief=brief)
    earlier = given.earlier
    if not earlier or earlier[-1].until != today:
        earlier = (*earlier, EarlierBrief(until=today, brief=given.brief))
    if earlier[-1].brief == brief:
        earlier = earlier[:-1]
    return replace(given, brief=brief, earlier=earlier)
