"""Every kind of record as the window names it: in words, by its icon, and the page that shows it."""

from typing import NamedTuple

from app.translation import tr
from ui.reference import (
    ALIGNMENT,
    DEBRIEF,
    DELEGATION,
    INTERVIEW,
    INTERVIEWS,
    JOURNAL,
    ONE_ON_ONE,
    OTHER_SIDE,
    PEOPLE,
    PRACTICES,
    PROMPTS,
    TODAY,
)


class Shown(NamedTuple):
    """How a kind is shown."""

    icon: str
    page: str
    words: str


def shown(kind: str) -> Shown:
    """How this kind is shown. Raises KeyError for one that does not exist."""
    return {
        "alignment": Shown("users", ALIGNMENT, tr("Alignment sheet")),
        "agreement": Shown("users", PEOPLE, tr("Working agreement")),
        "checklist": Shown("checklist", PRACTICES, tr("Checklist")),
        "checklist-run": Shown("checklist", PRACTICES, tr("Run of a checklist")),
        "debrief": Shown("messages", DEBRIEF, tr("Debrief")),
        "delegation": Shown("transfer", DELEGATION, tr("Delegation")),
        "experiment": Shown("repeat", TODAY, tr("Trust experiment")),
        "feedback": Shown("messages", PEOPLE, tr("Feedback")),
        "follow-up": Shown("corner-down-right", ONE_ON_ONE, tr("Follow-up")),
        "held-task": Shown("transfer", DELEGATION, tr("Task you still do")),
        "interview": Shown("messages", INTERVIEW, tr("Interview")),
        "kit": Shown("messages", INTERVIEWS, tr("Kit")),
        "level": Shown("users", PEOPLE, tr("Level")),
        "one-on-one": Shown("messages", ONE_ON_ONE, tr("One-on-one")),
        "person": Shown("users", PEOPLE, tr("Person")),
        "practice": Shown("checklist", PRACTICES, tr("Practice")),
        "preparation": Shown("messages", OTHER_SIDE, tr("Preparation")),
        "prompt": Shown("feather", PROMPTS, tr("Prompt")),
        "question": Shown("messages", INTERVIEWS, tr("Interview question")),
        "reflection": Shown("notebook", JOURNAL, tr("Reflection")),
        "topic": Shown("messages", ONE_ON_ONE, tr("Topic")),
        "touch": Shown("transfer", DELEGATION, tr("History of a delegation")),
    }[kind]
