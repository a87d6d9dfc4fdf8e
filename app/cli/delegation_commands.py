"""delegations, touch, held: work in the hands of others, a line in its history, and what is still the owner's."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from app.cli.answer import Answer, columns
from app.cli.page import Facts, page
from app.cli.request import Request
from app.delegation.model import Debrief, Delegation, HeldTask, Touch
from app.errors import BeforeHandingOver, FutureDate, StillDraft
from app.titles import one_line
from app.translation import tr, trn

if TYPE_CHECKING:
    from app.delegation.history import History
    from app.journal import Journal


def delegations(request: Request) -> Answer:
    """All delegations, newest first, or one with its history. Raises NoSuchName and NameNotUnique."""
    from app.cli.lookup import called
    from app.delegation.history import histories, history
    from app.delegation.record import DELEGATION
    from app.reflections.model import Filter

    every = Filter()
    with request.open() as journal, journal.reading():
        found = journal.delegations.find(every)
        if request.arguments.what == "show":
            given = called(request.arguments.name, found, DELEGATION.title)
            touches = journal.touches.where(delegation=given.id)
            known = history(given, touches, journal.debriefs.where(delegation=given.id))
            return _shown(known, _checklist(journal, given))
        all_of_them = histories(found, journal.touches.find(every), journal.debriefs.find(every))
    lines = [columns(_line(each)) for each in all_of_them]
    return Answer([_value(each) for each in all_of_them], "\n".join(lines))


def touch(request: Request) -> Answer:
    """Logs one line in the history of a delegation and answers its id.

    Raises FutureDate, TooLong, NoSuchName, NameNotUnique, StillDraft and BeforeHandingOver.
    """
    from app.delegation.record import TOUCH

    asked = request.arguments
    made = Touch(
        id=uuid4().hex,
        date=asked.date or request.today,
        created_at=request.now,
        updated_at=request.now,
        delegation="",
        what=asked.kind,
        note=asked.note or "",
        minutes=asked.minutes,
        reason=asked.reason,
    )
    if made.date > request.today:
        raise FutureDate(made.date)
    TOUCH.check_lengths(made)
    with request.open() as journal:
        journal.write(lambda journal: _log(journal, made, asked.id, request))
    return Answer({"id": made.id}, made.id)


def held(request: Request) -> Answer:
    """The tasks that are still the owner's, or one of them. Raises NoSuchName and NameNotUnique."""
    from app.cli.lookup import called
    from app.delegation.record import HELD_TASK
    from app.reflections.model import Filter

    with request.open() as journal, journal.reading():
        handed_over = {each.id for each in journal.delegations.find(Filter())}
        found = [each for each in journal.held_tasks.find(Filter()) if each.delegation not in handed_over]
    if request.arguments.what == "show":
        given = called(request.arguments.name, found, HELD_TASK.title)
        return Answer(HELD_TASK.to_record(given), _held_page(given))
    lines = [columns(_held_line(each)) for each in found]
    return Answer([HELD_TASK.to_record(each) for each in found], "\n".join(lines))


def _log(journal: "Journal", made: Touch, asked: str, request: Request) -> None:
    """Of a delegation that is private the touch is, too."""
    from app.cli.lookup import called
    from app.delegation.record import DELEGATION
    from app.reflections.model import Filter

    given = called(asked, journal.delegations.find(Filter()), DELEGATION.title)
    if given.handed_over_on is None:
        raise StillDraft(DELEGATION.title(given) or given.id)
    if made.date < given.handed_over_on:
        raise BeforeHandingOver(made.date, given.handed_over_on)
    journal.touches.save(replace(made, delegation=given.id, private=given.private), request.now)


def _value(given: "History") -> dict[str, Any]:
    from app.delegation.record import DELEGATION

    return DELEGATION.to_record(given.delegation) | {"stage": given.stage.value}


def _line(given: "History") -> tuple[object, ...]:
    of = given.delegation
    return of.id, of.date, given.stage, of.title, of.person or "", of.work, of.brief.due_on or ""


def _held_line(given: HeldTask) -> tuple[object, ...]:
    minutes = "" if given.minutes_a_month is None else given.minutes_a_month
    return given.id, given.date, given.title, given.work, minutes, given.person or ""


def _held_page(given: HeldTask) -> str:
    facts: Facts = [
        (tr("Kind of work"), given.work),
        (tr("Since"), given.date),
        (tr("Minutes a month"), given.minutes_a_month),
        (tr("Meant for"), given.person),
    ]
    return page(given.title or tr("Task without a name"), facts, given.why)


def _shown(given: "History", checklist: str) -> Answer:
    from app.delegation.record import DEBRIEF, TOUCH

    value = _value(given) | {
        "touches": [TOUCH.to_record(each) for each in given.touches],
        "debriefs": [DEBRIEF.to_record(each) for each in given.debriefs],
    }
    return Answer(value, _page(given, checklist))


def _page(given: "History", checklist: str) -> str:
    from app.exchange import work_bodies

    of = given.delegation
    named = replace(of, brief=replace(of.brief, checklist=checklist))  # by its name, not by its id
    facts: Facts = [
        (tr("Person"), of.person),
        (tr("Kind of work"), of.work),
        (tr("Handed over"), of.handed_over_on),
        (tr("Stage"), given.stage),
        (tr("How likely it feels, of 10"), of.likelihood),
        (tr("How good it will be, of 5"), of.quality),
    ]
    parts = [
        *work_bodies.delegation(named),
        *_history(given.touches),
        *(part for each in given.debriefs for part in _debrief(each)),
    ]
    return page(of.title or tr("Delegation without a name"), facts, "\n\n".join(filter(None, parts)))


def _history(given: tuple[Touch, ...]) -> Iterator[str]:
    if given:
        yield "## " + tr("History")
        yield "\n".join(f"- {_touch(each)}" for each in given)


def _touch(given: Touch) -> str:
    what = f"{given.what} ({given.reason})" if given.reason else str(given.what)
    said = tr("{day}, {what}").format(day=given.date.isoformat(), what=what)
    minutes = ""
    if given.minutes is not None:
        minutes = trn("{count} minute", "{count} minutes", given.minutes).format(count=given.minutes)
    return " · ".join(filter(None, (said, one_line(given.note), minutes)))


def _debrief(given: Debrief) -> Iterator[str]:
    from app.exchange import work_bodies

    yield "## " + tr("Debrief of {day}").format(day=given.date.isoformat())
    for number, said in enumerate(work_bodies.debrief(given)):
        yield said if number % 2 else f"#{said}"  # headings and words come by turns


def _checklist(journal: "Journal", given: Delegation) -> str:
    """What the checklist that goes with it is called; "" where there is none, or none any more."""
    id = given.brief.checklist
    return next((each.name for each in journal.checklists.where(id=id)), "") if id else ""
