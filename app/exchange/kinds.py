"""Every kind of record that the journal's own files can hold, and how each is written and read."""

from collections.abc import Callable, Container, Mapping
from datetime import date
from typing import Any, NamedTuple, TypeAlias

from app.delegation.model import Debrief, Touch
from app.delegation.record import DEBRIEF, DELEGATION, HELD_TASK, TOUCH
from app.experiments import record as experiment_record
from app.experiments import rules as experiment_rules
from app.experiments.model import KIND as EXPERIMENT
from app.experiments.model import Experiment
from app.fields import MalformedRecord, Record
from app.interviews.record import KINDS as INTERVIEW_KINDS
from app.one_on_ones.record import FOLLOW_UP, ONE_ON_ONE, TOPIC
from app.people.record import AGREEMENT, FEEDBACK, LEVEL, PERSON_KIND
from app.practices.record import CHECKLIST, PRACTICE, RUN
from app.prompts import own
from app.prompts import record as prompt_record
from app.prompts.own import KIND as PROMPT
from app.prompts.own import OwnPrompt
from app.records.entry import Entry
from app.records.kind import Kind
from app.reflections import record as reflection_record
from app.reflections import rules as reflection_rules
from app.reflections.model import KIND as REFLECTION
from app.reflections.model import Reflection
from app.titles import one_line

AnyRecord: TypeAlias = Reflection | Experiment | OwnPrompt | Entry


class Facts(NamedTuple):
    """What every record has: its day, whether it is kept out of packs, and its first words."""

    kind: str
    day: date
    is_private: bool
    title: str


ENTRIES: tuple[Kind[Any], ...] = (
    PERSON_KIND,
    AGREEMENT,
    FEEDBACK,
    LEVEL,
    TOPIC,
    FOLLOW_UP,
    ONE_ON_ONE,
    PRACTICE,
    CHECKLIST,
    RUN,
    HELD_TASK,
    DELEGATION,
    TOUCH,
    DEBRIEF,
    *INTERVIEW_KINDS,
)
_KINDS: Mapping[type[Entry], Kind[Any]] = {each.make: each for each in ENTRIES}
_READ: Mapping[str, Callable[[object], AnyRecord]] = {
    EXPERIMENT: experiment_record.from_record,
    PROMPT: prompt_record.from_record,
    REFLECTION: reflection_record.from_record,
    **{each.name: each.from_record for each in ENTRIES},
}
KINDS = tuple(sorted(_READ))  # in the order of the file


def facts(given: AnyRecord) -> Facts:
    """What it has in common with all others."""
    match given:
        case Reflection():
            return Facts(REFLECTION, given.content.date, given.content.private, reflection_rules.title(given.content))
        case Experiment():
            return Facts(EXPERIMENT, given.begun_on, given.private, experiment_rules.title(given))
        case OwnPrompt():
            return Facts(PROMPT, given.created_at.date(), False, one_line(given.question))
        case Entry():
            kind = _KINDS[type(given)]
            return Facts(kind.name, given.date, given.private, kind.title(given))


def without_private(given: AnyRecord, hidden: Container[str] = ()) -> AnyRecord | None:
    """What is left of it where nothing private goes: None for a record that is private as a whole.

    `hidden` are the ids of private delegations, of which nothing is left.
    """
    if facts(given).is_private or (isinstance(given, Touch | Debrief) and given.delegation in hidden):
        return None
    return _KINDS[type(given)].without_private(given) if isinstance(given, Entry) else given


def check_lengths(given: AnyRecord) -> None:
    """Raises TooLong for what is longer than its field takes."""
    match given:
        case Reflection():
            reflection_rules.check_lengths(given)
        case Experiment():
            experiment_rules.check_lengths(given)
        case OwnPrompt():
            own.check_lengths(given)
        case Entry():
            _KINDS[type(given)].check_lengths(given)


def to_record(given: AnyRecord) -> Record:
    """The record, with its keys always in the same order."""
    match given:
        case Reflection():
            return reflection_record.to_record(given)
        case Experiment():
            return experiment_record.to_record(given)
        case OwnPrompt():
            return prompt_record.to_record(given)
        case Entry():
            return _KINDS[type(given)].to_record(given)


def from_record(record: object) -> AnyRecord:
    """What is in a record of any kind. Raises MalformedRecord."""
    kind = record.get("kind") if isinstance(record, Mapping) else REFLECTION
    read = _READ.get(kind) if isinstance(kind, str) else None
    if read is None:
        raise MalformedRecord("kind")
    return read(record)
