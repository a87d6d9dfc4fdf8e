"""What a prompt is, and what is chosen for a day."""

from dataclasses import dataclass
from enum import StrEnum

from app.reflections.model import Pillar


class Moment(StrEnum):
    """What a prompt looks at."""

    NOTICING = "noticing"
    ACTING = "acting"
    DEBRIEFING = "debriefing"
    WEEK = "week"


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """One question from the library; `purpose` says what it is for. The id never changes: reflections keep it."""

    id: str
    pillar: Pillar
    moment: Moment
    question: str
    purpose: str


class Reason(StrEnum):
    """Why a prompt was chosen; the first of these that holds is the one that is told."""

    ANOTHER = "another"
    PILLAR_UNUSED = "pillar-unused"
    PILLAR_QUIET = "pillar-quiet"
    UNUSED = "unused"
    LONG_AGO = "long-ago"
    LONGEST_AGO = "longest-ago"


@dataclass(frozen=True, slots=True)
class Choice:
    """The prompt of a day, and why this one."""

    prompt: Prompt
    reason: Reason
