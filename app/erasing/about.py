"""What in a record is about one person, and goes with them."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace

from app.experiments.model import KIND as EXPERIMENT
from app.experiments.model import Experiment
from app.one_on_ones.model import FollowUp, OneOnOne, Topic
from app.one_on_ones.record import FOLLOW_UP, ONE_ON_ONE, TOPIC
from app.people.model import Agreement, Feedback, Level, Person
from app.people.record import AGREEMENT, FEEDBACK, LEVEL, PERSON_KIND
from app.practices.model import Checklist, Practice, Run
from app.practices.record import RUN
from app.reflections.model import Reflection
from app.rewriting import AnyRecord

COMMITMENT, REACTION, SECOND_EYES, OWNER = "commitment", "reaction", "second-eyes", "owner"
IsThem = Callable[[str], bool]
_ABOUT_ONE = {
    Agreement: AGREEMENT.name,
    Feedback: FEEDBACK.name,
    Level: LEVEL.name,
    Topic: TOPIC.name,
    FollowUp: FOLLOW_UP.name,
    OneOnOne: ONE_ON_ONE.name,
    Experiment: EXPERIMENT,
}


def without(given: AnyRecord, is_them: IsThem) -> tuple[AnyRecord | None, Counter[str]]:
    """The record without what is about them, None where nothing of it is left, and what goes, counted.

    Where it only names them, and where they look at a step or own a checklist, it is left to who rewrites it.
    """
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
        case Person() if is_them(given.name):
            return None, _count(PERSON_KIND.name, 1)
        case Run() if _is(given.by, is_them):  # with nobody named it would say that the owner of the journal did it
            return None, _count(RUN.name, 1)
        case Agreement() | Feedback() | Level() | Topic() | FollowUp() | OneOnOne() | Experiment():
            return (None, _count(_ABOUT_ONE[type(given)], 1)) if _is(given.person, is_them) else (given, Counter())
    return given, Counter()


def _is(name: str | None, is_them: IsThem) -> bool:
    return name is not None and is_them(name)


def _count(what: str, number: int) -> Counter[str]:
    return +Counter({what: number})
