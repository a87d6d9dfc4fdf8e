"""practices, checklists: standing ways of overseeing work, and the lists that belong to them."""

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, Any

from app.cli.answer import Answer, columns
from app.cli.page import Facts, page
from app.cli.request import Request
from app.practices.model import Checklist, Mark, Practice, Run
from app.titles import one_line
from app.translation import tr

if TYPE_CHECKING:
    from app.journal import Journal


def practices(request: Request) -> Answer:
    """All practices, or one of them. Raises NoSuchName and NameNotUnique."""
    from app.cli.lookup import called
    from app.practices.record import PRACTICE
    from app.reflections.model import Filter

    with request.open() as journal, journal.reading():
        found = sorted(journal.practices.find(Filter()), key=_by_name)
        if request.arguments.what == "show":
            given = called(request.arguments.name, found, PRACTICE.title)
            return Answer(PRACTICE.to_record(given), _practice_page(journal, given))
    lines = [
        columns((each.id, each.name, each.rhythm, each.decision or "", each.look_again_on or "")) for each in found
    ]
    return Answer([PRACTICE.to_record(each) for each in found], "\n".join(lines))


def checklists(request: Request) -> Answer:
    """All checklists, or one of them with its runs. Raises NoSuchName and NameNotUnique."""
    from app.cli.lookup import called
    from app.practices.record import CHECKLIST
    from app.reflections.model import Filter

    with request.open() as journal, journal.reading():
        found = sorted(journal.checklists.find(Filter()), key=_by_name)
        runs = {each.id: journal.runs.where(checklist=each.id) for each in found}
    if request.arguments.what == "show":
        given = called(request.arguments.name, found, CHECKLIST.title)
        return Answer(_checklist_value(given, runs[given.id]), _checklist_page(given, runs[given.id]))
    lines = [columns(_checklist_line(each, runs[each.id])) for each in found]
    return Answer([_checklist_value(each, runs[each.id]) for each in found], "\n".join(lines))


def _by_name(given: Practice | Checklist) -> tuple[str, str]:
    return given.name.casefold(), given.id


def _practice_page(journal: "Journal", given: Practice) -> str:
    from app.exchange.bodies import body
    from app.reflections.model import Filter

    names = {each.id: each.name for each in journal.checklists.find(Filter())}
    facts: Facts = [
        (tr("When"), given.rhythm),
        (tr("Since"), given.date),
        (tr("What to do about it"), " · ".join(filter(None, (given.decision, given.decision_note)))),
        (tr("Looked at again"), given.look_again_on),
        (tr("Checklist"), names.get(given.checklist or "")),
    ]
    return page(given.name or tr("Practice without a name"), facts, body(given))


def _checklist_line(given: Checklist, runs: list[Run]) -> tuple[object, ...]:
    steps = len(given.versions[-1].steps) if given.versions else 0
    return given.id, given.name, given.owner or "", len(given.versions), steps, _last(runs) or ""


def _checklist_value(given: Checklist, runs: list[Run]) -> dict[str, Any]:
    from app.practices.record import CHECKLIST, RUN

    return CHECKLIST.to_record(given) | {"runs": [RUN.to_record(each) for each in runs]}


def _checklist_page(given: Checklist, runs: list[Run]) -> str:
    from app.exchange.bodies import body

    facts: Facts = [(tr("Kept by"), given.owner or tr("me")), (tr("Version"), len(given.versions) or None)]
    words = [body(given)]
    if runs:
        words.append("## " + tr("Runs"))
        words.append("\n".join(f"- {_run(each)}" for each in runs))
    return page(given.name or tr("Checklist without a name"), facts, "\n\n".join(filter(None, words)))


def _run(given: Run) -> str:
    marked = Counter(given.marks)
    said = tr("{day}, version {number}, {who}: {filled} done, {left_out} left out, {not_yet} not yet").format(
        day=given.date.isoformat(),
        number=given.version,
        who=given.by or tr("me"),
        filled=marked[Mark.FILLED],
        left_out=marked[Mark.LEFT_OUT],
        not_yet=marked[Mark.NOT_YET],
    )
    finished = tr("goes on") if given.finished_on is None else ""
    return " · ".join(filter(None, (said, finished, one_line(given.note))))


def _last(runs: list[Run]) -> date | None:
    return max((each.date for each in runs), default=None)
