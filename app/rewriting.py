"""A record of any kind with other words and other names in it, wherever it has any."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, TypeAlias

from app import limits
from app.delegation.record import DEBRIEF, DELEGATION, HELD_TASK, TOUCH
from app.experiments.model import Experiment
from app.interviews.record import KINDS as INTERVIEW_KINDS
from app.one_on_ones.record import FOLLOW_UP, ONE_ON_ONE, TOPIC
from app.people.record import AGREEMENT, FEEDBACK, LEVEL, PERSON_KIND
from app.practices.record import CHECKLIST, PRACTICE, RUN
from app.prompts.own import OwnPrompt
from app.records.entry import Entry
from app.records.shape import Part, Shape
from app.reflections import rules
from app.reflections.model import Commitment, Content, Reflection, Revision

AnyRecord: TypeAlias = Reflection | Experiment | OwnPrompt | Entry
# What somebody is called instead; None for nobody.
Called = Callable[[str], str | None]
# Where a text stands in its record ("notes/2/text"), the text, how long it may be: what is to stand there instead.
Said = Callable[[str, str, int], str]

_SHAPES: Mapping[type[Entry], Shape] = {
    kind.make: kind.shape
    for kind in (
        *(PERSON_KIND, AGREEMENT, FEEDBACK, LEVEL, TOPIC, FOLLOW_UP, ONE_ON_ONE, PRACTICE, CHECKLIST, RUN),
        *(HELD_TASK, DELEGATION, TOUCH, DEBRIEF),
        *INTERVIEW_KINDS,
    )
}


def rewritten(given: AnyRecord, called: Called, said: Said) -> Any:
    """The same with whom it names called otherwise, and its texts said otherwise: those of earlier versions, too.

    Lists of names that change have each name once. The name of a person is no text of their record.
    """
    match given:
        case Reflection():
            return _reflection(given, called, said)
        case Experiment():
            lines: dict[str, Any] = {field: said(field, getattr(given, field), limits.LINE) for field in _LINES}
            return replace(given, person=given.person and called(given.person), **lines)
        case OwnPrompt():
            question = said("question", given.question, limits.QUESTION)
            return replace(given, question=question, purpose=said("purpose", given.purpose, limits.PURPOSE))
        case Entry():

            def change(part: Part, at: str, text: str) -> str | None:
                return called(text) if part.is_person else said(at, text, part.most or limits.TEXT)

            return _SHAPES[type(given)].rewritten(given, change)


_LINES = ("when", "will", "sign", "stop", "outcome_note")
_PLAN_LINES = ("when", "will", "outcome_note")


def _reflection(given: Reflection, called: Called, said: Said) -> Reflection:
    return replace(
        given,
        content=_content(given.content, "", called, said),
        commitments=tuple(_commitment(each, called, said) for each in given.commitments),
        revisions=tuple(_revision(each, called, said) for each in given.revisions),
    )


def _content(given: Content, at: str, called: Called, said: Said) -> Content:
    tags = tuple(said(f"{at}tags/{number}", tag, limits.NAME) for number, tag in enumerate(given.tags))
    people = tuple(called(name) or "" for name in given.people)
    return replace(
        given,
        text=said(f"{at}text", given.text, limits.TEXT),
        notice=said(f"{at}notice", given.notice, limits.NOTICE),
        tags=given.tags if tags == given.tags else rules.names(tags),
        people=given.people if people == given.people else rules.names(people),
    )


def _commitment(given: Commitment, called: Called, said: Said) -> Commitment:
    at = f"commitments/{given.id}"
    lines: dict[str, Any] = {field: said(f"{at}/{field}", getattr(given, field), limits.LINE) for field in _PLAN_LINES}
    return replace(given, person=given.person and called(given.person), **lines)


def _revision(given: Revision, called: Called, said: Said) -> Revision:
    return replace(given, content=_content(given.content, f"revisions/{given.id}/", called, said))
