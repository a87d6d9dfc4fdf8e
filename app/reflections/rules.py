"""What a reflection means: pure functions."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from app import limits
from app.fields import tidy_name
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


def check_lengths(reflection: Reflection) -> None:
    """Raises TooLong for what is longer than its field takes, in earlier versions, too."""
    limits.check(
        (
            ("source", reflection.source, limits.CODE),
            ("source_id", reflection.source_id, limits.CODE),
            ("commitments", reflection.commitments, limits.MANY),
        )
    )
    for content in (reflection.content, *(each.content for each in reflection.revisions)):
        limits.check(_measured(content))
    for plan in reflection.commitments:
        limits.check(
            (
                ("when", plan.when, limits.LINE),
                ("will", plan.will, limits.LINE),
                ("person", plan.person, limits.NAME),
                ("outcome_note", plan.outcome_note, limits.LINE),
            )
        )


def _measured(content: Content) -> limits.Measured:
    yield "text", content.text, limits.TEXT
    yield "notice", content.notice, limits.NOTICE
    yield "zone", content.zone, limits.CODE
    yield "prompt", content.prompt, limits.CODE
    yield "tags", content.tags, limits.MANY
    yield "people", content.people, limits.MANY
    yield from (("tags", each, limits.NAME) for each in content.tags)
    yield from (("people", each, limits.NAME) for each in content.people)


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


def names(given: Iterable[str]) -> tuple[str, ...]:
    """Names and tags as they are kept: no empty one, each once, in order."""
    return tuple(dict.fromkeys(tidy for each in given if (tidy := tidy_name(each))))


def begins_new_sitting(last_saved: datetime, now: datetime) -> bool:
    """Whether a save at `now` belongs to another sitting than the save before it; a clock put back parts them too."""
    return abs(now - last_saved) >= SITTING
