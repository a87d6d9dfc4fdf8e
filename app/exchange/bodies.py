"""The words of a record as they stand in Markdown, below its facts."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from app.delegation.model import Debrief, Delegation, HeldTask, Touch
from app.exchange import interview_bodies, work_bodies
from app.exchange.headed import indented, points, under
from app.exchange.kinds import AnyRecord
from app.experiments.model import Experiment
from app.interviews.model import Alignment, Interview, Kit, OwnQuestion, Preparation
from app.one_on_ones.model import FollowUp, Note, OneOnOne, Topic
from app.people.model import Agreement, Feedback, Level, Person
from app.practices.model import Checklist, Practice, Reaction, Reading, Run, Step, Version
from app.prompts.own import OwnPrompt
from app.records.entry import Entry
from app.reflections.model import Reflection
from app.reflections.wording import intention
from app.translation import tr


def body(given: AnyRecord) -> str:
    """Its words: of a kind with one text that text, exactly; of another each under a heading of its own."""
    match given:
        case Reflection():
            return given.content.text
        case Experiment():
            return intention(given.when, given.will)
        case OwnPrompt():
            return given.question
        case Entry():
            field = _TEXTS.get(type(given))
            return "\n\n".join(_WRITTEN[type(given)](given)) if field is None else str(getattr(given, field))


def fields_said(given: Entry) -> frozenset[str]:
    """The fields that `body` has, so that they need not stand among the facts."""
    field = _TEXTS.get(type(given))
    return _SAID[type(given)] if field is None else frozenset([field])


def _agreement(given: Agreement) -> Iterator[str]:
    yield from under(tr("I will"), points(given.mine))
    yield from under(tr("They will"), points(given.theirs))
    yield from under(tr("How we signal that it slips"), given.signal)


def _one_on_one(given: OneOnOne) -> Iterator[str]:
    yield from under(tr("Notes for both"), "\n\n".join(map(_note, given.notes)))
    yield from under(tr("Private notes"), given.private_notes)


def _note(given: Note) -> str:
    if given.about is None:
        return given.text
    return tr("About {id}:").format(id=given.about) + "\n\n" + given.text


def _practice(given: Practice) -> Iterator[str]:
    yield from under(tr("Whom it serves"), given.serves)
    yield from under(tr("How it reads"), points(map(_reaction, given.reactions)))


def _reaction(given: Reaction) -> str:
    who = given.person or tr("Somebody who is not in the journal")
    said = tr("{who}, {day}: {reading}").format(
        who=who, day=given.date.isoformat(), reading=reading_name(given.reading)
    )
    return f"{said}\n{given.words}" if given.words else said


def reading_name(reading: Reading) -> str:
    """ "care"."""
    return {
        Reading.CARE: tr("care"),
        Reading.MIXED: tr("mixed"),
        Reading.DISTRUST: tr("distrust"),
        Reading.NOT_ASKED: tr("not asked"),
    }[reading]


def _checklist(given: Checklist) -> Iterator[str]:
    numbered = list(enumerate(given.versions, start=1))
    for number, version in reversed(numbered):
        since = tr("Version {number}, from {day} on").format(number=number, day=version.date.isoformat())
        yield f"## {since}"
        yield from _version(version)


def _version(given: Version) -> Iterator[str]:
    if given.reason:
        yield given.reason
    if given.steps:
        yield "\n".join(indented(f"{number}. ", _step(step)) for number, step in enumerate(given.steps, start=1))


def _step(given: Step) -> str:
    if given.second_eyes is None:
        return given.text
    return given.text + "\n" + tr("Second pair of eyes: {name}").format(name=given.second_eyes)


# Of these kinds the words are one text; what else is said of them in a line stands among the facts.
_TEXTS: Mapping[type[Entry], str] = {
    Person: "trust",
    Feedback: "text",
    Level: "note",
    Topic: "text",
    FollowUp: "text",
    Run: "note",
    HeldTask: "why",
    Touch: "note",
}
_WRITTEN: Mapping[type[Entry], Callable[[Any], Iterator[str]]] = {
    Agreement: _agreement,
    OneOnOne: _one_on_one,
    Practice: _practice,
    Checklist: _checklist,
    Delegation: work_bodies.delegation,
    Debrief: work_bodies.debrief,
    OwnQuestion: interview_bodies.question,
    Kit: interview_bodies.kit,
    Interview: interview_bodies.interview,
    Alignment: interview_bodies.alignment,
    Preparation: interview_bodies.preparation,
}
_SAID: Mapping[type[Entry], frozenset[str]] = {
    Agreement: frozenset({"mine", "theirs", "signal"}),
    OneOnOne: frozenset({"notes", "private_notes"}),
    Practice: frozenset({"serves", "reactions"}),
    Checklist: frozenset({"versions"}),
    Delegation: frozenset({"brief", "fear"}),
    Debrief: frozenset({"points", "helped", "broke", "my_part", "happened", "changes"}),
    OwnQuestion: frozenset({"text", "why", "follow_ups", "listen_for", "watch_for", "anchors"}),
    Kit: frozenset({"parts"}),
    Interview: frozenset({"parts", "sheet", "reason"}),
    Alignment: frozenset({"rows", "looks"}),
    Preparation: frozenset({"questions", "runs"}),
}
