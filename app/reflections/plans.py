"""What a plan means: when it is time to let it go, and how an if-then is helped along; pure functions."""

import re
from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum

from app.reflections.model import Commitment, OpenCommitment

STALE = timedelta(weeks=3)
MOST_COUNTED = 1000  # open ones, of which nobody needs to know how many more there are

_VAGUE_MOMENT = re.compile(
    r"(?:always|often|more often|in general|generally|from now on|sometimes|soon|someday|in (?:the )?future"
    r"|(?:this|next) (?:week|month|quarter))\b[\s,.]*",
    re.IGNORECASE,
)
_INTENTION = r"(?:i will |i’ll |i'll )?"
_NOTHING_TO_DO = re.compile(_INTENTION + r"(?:not|never|stop|avoid|no longer|don’t|don't|refrain)\b", re.IGNORECASE)
_UNSEEN = re.compile(
    _INTENTION + r"(?:try|aim|do my best|do better|be (?:more|less|better|a better)|become|remember|think about"
    r"|work on|focus on|keep in mind)\b",
    re.IGNORECASE,
)


class Advice(StrEnum):
    """What would make an if-then easier to keep; never more than a line beside it."""

    NAME_THE_MOMENT = "name-the-moment"
    SAY_WHAT_INSTEAD = "say-what-instead"
    SAY_WHAT_IS_SEEN = "say-what-is-seen"


def advice(when: str, will: str) -> Advice | None:
    """The one thing that would help most, in English only; None where the plan needs nothing, or is not begun."""
    moment, act = " ".join(when.split()), " ".join(will.split())
    if not act:
        return None
    if not moment or _VAGUE_MOMENT.fullmatch(moment):
        return Advice.NAME_THE_MOMENT
    if _NOTHING_TO_DO.match(act):
        return Advice.SAY_WHAT_INSTEAD
    return Advice.SAY_WHAT_IS_SEEN if _UNSEEN.match(act) else None


def is_stale(plan: Commitment, made_on: date, today: date) -> bool:
    """Whether nothing was said about it for three weeks, so that it may be time to let it go."""
    return plan.is_open and today - max(made_on, plan.followed_up_on or made_on) >= STALE


def may_be_let_go(made_on: date, today: date) -> bool:
    """Whether it is old enough for that choice."""
    return today - made_on >= STALE


def one_to_let_go(
    stale: Iterable[OpenCommitment], answered: Iterable[OpenCommitment], today: date
) -> list[OpenCommitment]:
    """The one that was silent longest, unless one as old was answered today already: one a day is enough."""
    if any(may_be_let_go(each.made_on, today) for each in answered):
        return []
    waiting = [each for each in stale if is_stale(each.commitment, each.made_on, today)]
    return sorted(waiting, key=lambda each: each.commitment.followed_up_on or each.made_on)[:1]
