"""What a reflection means: pure functions."""

import unicodedata
from collections.abc import Iterable
from datetime import datetime, timedelta

from app.reflections.model import Commitment, Content, Outcome, Reflection
from app.titles import one_line

SITTING = timedelta(minutes=10)


def title(content: Content) -> str:
    """The first line that says something, in one line of at most 120 characters; "" if nothing does."""
    for part in (content.text, content.notice):
        for line in part.splitlines():
            if words := one_line(line):
                return words
    return ""


def is_empty(reflection: Reflection) -> bool:
    """Whether nothing at all was said: no words, no pull, no names, no plan."""
    content = reflection.content
    said = (content.text.strip(), content.notice.strip(), content.tags, content.people, reflection.commitments)
    return not any(said) and content.pull is None and content.pull_kind is None


def outcome_after_week(plan: Commitment, *, is_carried: bool) -> Outcome | None:
    """How a plan stands once its week is closed: what is carried is asked about again, what is open else is let go."""
    if is_carried:
        return Outcome.NOT_YET if plan.outcome in (Outcome.PARTLY, Outcome.LET_GO) else plan.outcome
    return Outcome.LET_GO if plan.is_open else plan.outcome


def name(given: str) -> str:
    """A name or tag as it is kept: composed, inner white space single; "" where nothing is left."""
    return " ".join(unicodedata.normalize("NFC", given).split())


def names(given: Iterable[str]) -> tuple[str, ...]:
    """Names and tags as they are kept: no empty one, each once, in order."""
    return tuple(dict.fromkeys(tidy for each in given if (tidy := name(each))))


def begins_new_sitting(last_saved: datetime, now: datetime) -> bool:
    """Whether a save at `now` belongs to another sitting than the save before it; a clock put back parts them too."""
    return abs(now - last_saved) >= SITTING
