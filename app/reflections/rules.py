"""What a reflection means: pure functions."""

import re
from collections.abc import Iterable
from datetime import datetime, timedelta

from app.reflections.model import Content, Reflection

SITTING = timedelta(minutes=10)
TRASH_KEPT = timedelta(days=30)
_TITLE_LENGTH = 120
_BLANK = re.compile(r"\s+")


def title(content: Content) -> str:
    """The first line that says something, in one line of at most 120 characters; "" if nothing does."""
    for part in (content.text, content.notice):
        for line in part.splitlines():
            words = _BLANK.sub(" ", line).strip()
            if words:
                return words if len(words) <= _TITLE_LENGTH else words[: _TITLE_LENGTH - 1].rstrip() + "…"
    return ""


def is_empty(reflection: Reflection) -> bool:
    """Whether nothing at all was said: no words, no pull, no names, no plan."""
    content = reflection.content
    said = (content.text.strip(), content.notice.strip(), content.tags, content.people, reflection.commitments)
    return not any(said) and content.pull is None and content.pull_kind is None


def names(given: Iterable[str]) -> tuple[str, ...]:
    """Names and tags as they are kept: inner white space single, no empty one, each once, in order."""
    tidy = (" ".join(name.split()) for name in given)
    return tuple(dict.fromkeys(name for name in tidy if name))


def begins_new_sitting(last_saved: datetime, now: datetime) -> bool:
    """Whether a save at `now` belongs to a later sitting than the save before it."""
    return now - last_saved >= SITTING


def trash_ends(now: datetime) -> datetime:
    """Whatever was deleted before this instant leaves the trash for good."""
    return now - TRASH_KEPT
