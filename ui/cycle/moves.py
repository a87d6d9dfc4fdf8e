"""The next move at each arrow: what it is in words, and whether it is begun, gone on with, or opened."""

from enum import Enum, auto
from typing import NamedTuple

from app.delegation.cycle import BREAKS, Arrow, Starts
from app.experiments.model import Experiment
from app.practices.wording import checklist_name
from app.reflections.wording import intention
from app.translation import tr, trn
from ui.cycle.reading import Found, work_name
from ui.cycle.words import short
from ui.reference import HANDOVER, ONE_ON_ONE, PRACTICES, TODAY, Reference


class Makes(Enum):
    """What a press makes at once."""

    TOPIC = auto()
    EXPERIMENT = auto()
    CHECKLIST = auto()


class Step(NamedTuple):
    """A button or a link: its words, and what it makes or where it goes."""

    words: str
    does: Makes | Reference


class Move(NamedTuple):
    """A way out of the cycle, one press away."""

    title: str
    text: str
    step: Step
    link: Step | None = None


def move(arrow: Arrow, found: Found) -> Move:
    """What comes next at this arrow, as things stand."""
    match BREAKS[arrow]:
        case Starts.TOPIC:
            return _topic(found)
        case Starts.EXPERIMENT:
            return _experiment(found)
        case Starts.DELEGATION:
            return _hand_over(found)
        case Starts.CHECKLIST:
            return _checklist(found)


def topic_text(found: Found) -> str:
    """What stands on the agenda. What is feared has no place there: they may be given the page."""
    return tr("{work}: what worries me about it, and one check-in that is enough").format(work=_work(found))


def act() -> str:
    """What is tried for two weeks."""
    return tr("comment in the margin and leave the file alone")


def occasion(found: Found) -> str:
    """When that is."""
    return tr("a draft of {work} comes in").format(work=_work(found))


def points(found: Found) -> tuple[str, ...]:
    """What done looked like the last time that it was said: a list of what has held begins with that."""
    assert found.cycle is not None  # noqa: S101  asked for where there is one
    said = (each.history.delegation.brief.done for each in reversed(found.cycle.take_backs))
    given = next((each for each in said if any(point.strip() for point in each)), ())
    return tuple(point for point in given if point.strip())


def _work(found: Found) -> str:
    assert found.cycle is not None  # noqa: S101  asked for where there is one
    return short(work_name(found.cycle), 60) or tr("this work")


def _topic(found: Found) -> Move:
    if found.person is None:
        text = tr("A worry is said to somebody, and nobody is named for this. Hand it over, and agree on one check-in.")
        return Move(tr("Find somebody for it"), text, Step(tr("Hand it over"), _to_hand_over(found)))
    person = short(found.person)
    if found.topic is not None:
        text = tr("It waits for your next one-on-one with {person}.").format(person=person)
        return Move(tr("It is on the agenda"), text, _open_topic(found.topic.id))
    text = tr(
        "Tell {person} what worries you about {work}, and agree on one check-in that is enough for you. In between, "
        "it stays with them."
    )
    step = Step(tr("Put it on the agenda"), Makes.TOPIC)
    return Move(tr("Say it out loud"), text.format(person=person, work=_work(found)), step)


def _experiment(found: Found) -> Move:
    running = found.experiment
    if running is None:
        text = tr("For two weeks: when {when}, I will {act}. The words are yours to change.")
        step = Step(tr("Begin the experiment"), Makes.EXPERIMENT)
        said = text.format(when=occasion(found), act=act())
        return Move(tr("Comment, and leave it alone"), said, step)
    step = Step(tr("Open the experiment"), Reference(TODAY, id=running.id))
    if running.will.strip() == act():
        return Move(tr("The experiment is under way"), tr("“{words}”").format(words=_sentence(running)), step)
    text = tr("“{words}” is not answered yet. Once you have said what you saw of it, there is room for this one.")
    return Move(tr("One experiment at a time"), text.format(words=_sentence(running)), step)


def _hand_over(found: Found) -> Move:
    person = short(found.person) if found.person is not None else tr("somebody")
    text = tr(
        "The next piece of this work goes to {person} from the first step to the last. One check-in, and a debrief "
        "whatever happens."
    )
    words = tr("Plan the hand-over") if found.draft is None else tr("Go on with the hand-over")
    step = Step(words, _to_hand_over(found))
    return Move(tr("Give the next one whole"), text.format(person=person), step, _link(found))


def _link(found: Found) -> Step | None:
    if found.person is None:
        return None
    if found.topic is not None:
        return _open_topic(found.topic.id)
    return Step(tr("Bring it to your next one-on-one"), Makes.TOPIC)


def _checklist(found: Found) -> Move:
    title = tr("Write down what held")
    if found.checklist is not None:
        text = tr("“{name}” is there already. Add what held the last time, before the next worry comes.")
        name = short(checklist_name(found.checklist.name), 60)
        step = Step(tr("Open the checklist"), Reference(PRACTICES, id=found.checklist.id))
        return Move(title, text.format(name=name), step)
    text = tr("What made {work} good goes into a checklist, once. The next worry then has a list to look at.")
    said, count = text.format(work=_work(found)), len(points(found))
    if count:
        more = trn(
            "It begins with the {count} point of what done looked like.",
            "It begins with the {count} points of what done looked like.",
            count,
        )
        said = f"{said} {more.format(count=count)}"
    return Move(title, said, Step(tr("Begin the checklist"), Makes.CHECKLIST))


def _open_topic(id: str) -> Step:
    return Step(tr("Open the one-on-one"), Reference(ONE_ON_ONE, id=id))


def _to_hand_over(found: Found) -> Reference:
    assert found.cycle is not None  # noqa: S101  asked for where there is one
    if found.draft is not None:
        return Reference(HANDOVER, id=found.draft.id)
    return Reference(HANDOVER, person=found.person, work=found.cycle.work)


def _sentence(given: Experiment) -> str:
    return short(intention(given.when, given.will), 160)
