"""What in a record is about one person, and goes with them."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.delegation.model import Debrief, Delegation, HeldTask, Touch
from app.delegation.record import DEBRIEF, DELEGATION, TOUCH
from app.experiments.model import KIND as EXPERIMENT
from app.experiments.model import Experiment
from app.interviews.model import Alignment, Interview
from app.interviews.record import ALIGNMENT, INTERVIEW
from app.one_on_ones.model import FollowUp, OneOnOne, Topic
from app.one_on_ones.record import FOLLOW_UP, ONE_ON_ONE, TOPIC
from app.people.model import Agreement, Feedback, Level, Person
from app.people.record import AGREEMENT, FEEDBACK, LEVEL, PERSON_KIND
from app.practices.model import Checklist, Practice, Run
from app.practices.record import RUN
from app.reflections.model import Reflection
from app.rewriting import AnyRecord

if TYPE_CHECKING:
    from app.journal import Journal

COMMITMENT, REACTION, SECOND_EYES, OWNER, MEANT_FOR = "commitment", "reaction", "second-eyes", "owner", "meant-for"
IsThem = Callable[[str], bool]
_KINDS = {
    Person: PERSON_KIND.name,
    Agreement: AGREEMENT.name,
    Feedback: FEEDBACK.name,
    Level: LEVEL.name,
    Topic: TOPIC.name,
    FollowUp: FOLLOW_UP.name,
    OneOnOne: ONE_ON_ONE.name,
    Run: RUN.name,
    Experiment: EXPERIMENT,
    Delegation: DELEGATION.name,
    Touch: TOUCH.name,
    Debrief: DEBRIEF.name,
    Alignment: ALIGNMENT.name,
    Interview: INTERVIEW.name,
}


@dataclass(frozen=True, slots=True)
class Theirs:
    """Whose records these are: by their name, and by the ids of the delegations in their hands."""

    is_them: IsThem
    delegations: frozenset[str] = frozenset()


def theirs(journal: "Journal", is_them: IsThem) -> Theirs:
    """What of this journal is theirs, the trash included. To be used inside a transaction."""
    held = (each.id for each in journal.delegations.every() if _is(each.person, is_them))
    return Theirs(is_them, frozenset(held))


def without(given: AnyRecord, them: Theirs) -> tuple[AnyRecord | None, Counter[str]]:
    """The record without what is about them, None where nothing of it is left, and what goes, counted.

    Where it only names them, and where they look at a step, own a checklist or are meant to get a task, it is left to
    who rewrites it.
    """
    if (kind := _KINDS.get(type(given))) is not None and _goes(given, them):
        return None, _count(kind, 1)
    is_them = them.is_them
    match given:
        case Reflection():
            plans = tuple(each for each in given.commitments if not _is(each.person, is_them))
            return replace(given, commitments=plans), _count(COMMITMENT, len(given.commitments) - len(plans))
        case Practice():
            said = tuple(each for each in given.reactions if not _is(each.person, is_them))
            return replace(given, reactions=said), _count(REACTION, len(given.reactions) - len(said))
        case Checklist():
            eyes = [step for each in given.versions for step in each.steps if _is(step.second_eyes, is_them)]
            return given, _count(SECOND_EYES, len(eyes)) + _count(OWNER, int(_is(given.owner, is_them)))
        case Person():
            names = tuple(each for each in given.earlier_names if not is_them(each))
            return replace(given, earlier_names=names), Counter()
        case HeldTask():
            return given, _count(MEANT_FOR, int(_is(given.person, is_them)))
    return given, Counter()


def _goes(given: AnyRecord, them: Theirs) -> bool:
    """Whether all of it is about them; of a kind of record that goes as a whole."""
    match given:
        case Touch() | Debrief():
            return given.delegation in them.delegations
        case Person():
            return them.is_them(given.name)
        case Run():  # with nobody named it would say that the owner of the journal did it
            return _is(given.by, them.is_them)
        case Interview():  # the conversation that they were hired after
            return _is(given.hired, them.is_them)
    return _is(getattr(given, "person", None), them.is_them)


def _is(name: str | None, is_them: IsThem) -> bool:
    return name is not None and is_them(name)


def _count(what: str, number: int) -> Counter[str]:
    return +Counter({what: number})
