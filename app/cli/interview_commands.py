"""questions, kits, interviews: what is asked, the plans made of it, and the conversations there were."""

from operator import attrgetter
from typing import TYPE_CHECKING, Any

from app.cli.answer import Answer, columns
from app.cli.page import Facts, page
from app.cli.request import Request
from app.interviews.model import Competency, Interview, Kit, Question
from app.titles import one_line
from app.translation import tr

if TYPE_CHECKING:
    from app.interviews.bank import Entry
    from app.interviews.kits import Questions
    from app.journal import Journal

_ORDER = tuple(Competency)


def questions(request: Request) -> Answer:
    """The bank as its owner has it, or one question of it. Raises NoSuchName and NameNotUnique."""
    from app.cli.lookup import called
    from app.interviews import bank, library
    from app.reflections.model import Filter

    with request.open() as journal, journal.reading():
        every = bank.entries(library.load(), journal.questions.find(Filter()))
    by_id = {each.question.id: each for each in every}
    if request.arguments.what == "show":
        asked = [each.question for each in every]
        given = by_id[called(request.arguments.name, asked, lambda each: one_line(each.text)).id]
        return Answer(_question_value(given), _question_page(given))
    about = request.arguments.competency
    wanted = [each for each in every if about is None or each.question.competency is about]
    wanted.sort(key=lambda each: _ORDER.index(each.question.competency))
    lines = [columns((each.question.id, each.question.competency, each.question.text, _mark(each))) for each in wanted]
    return Answer([_question_value(each) for each in wanted], "\n".join(lines))


def kits(request: Request) -> Answer:
    """All kits, or one of them with its parts and its interviews. Raises NoSuchName and NameNotUnique."""
    from app.cli.lookup import called
    from app.interviews.record import KIT
    from app.reflections.model import Filter

    with request.open() as journal, journal.reading():
        found = sorted(journal.kits.find(Filter()), key=lambda each: (each.role.casefold(), each.id))
        known = _bank(journal)
        if request.arguments.what == "show":
            given = called(request.arguments.name, found, KIT.title)
            conversations = journal.interviews.where(kit=given.id)
            return Answer(_kit_value(given, known), _kit_page(given, known, conversations))
    lines = [columns(_kit_line(each, known)) for each in found]
    return Answer([_kit_value(each, known) for each in found], "\n".join(lines))


def interviews(request: Request) -> Answer:
    """All conversations by their day, the newest first, or one of them; those of one kit, if one is named.

    Raises NoSuchName and NameNotUnique.
    """
    from app.cli.lookup import called
    from app.interviews.record import INTERVIEW, KIT
    from app.reflections.model import Filter

    with request.open() as journal, journal.reading():
        by_id = {each.id: each for each in journal.kits.find(Filter())}
        found = journal.interviews.find(Filter())
    if request.arguments.kit is not None:
        kit = called(request.arguments.kit, list(by_id.values()), KIT.title)
        found = [each for each in found if each.kit == kit.id]
    if request.arguments.what == "show":
        given = called(request.arguments.name, found, INTERVIEW.title)
        return Answer(_interview_value(given), _interview_page(given, by_id.get(given.kit)))
    lines = [columns(_interview_line(each, by_id.get(each.kit))) for each in found]
    return Answer([_interview_value(each) for each in found], "\n".join(lines))


def _bank(journal: "Journal") -> "Questions":
    from app.interviews import bank, library
    from app.reflections.model import Filter

    return bank.by_id(library.load(), journal.questions.find(Filter()))


def _mark(given: "Entry") -> str:
    marks = ((given.is_own, tr("own")), (given.is_edited, tr("edited")), (given.is_retired, tr("retired")))
    return ", ".join(mark for is_so, mark in marks if is_so)


def _question_value(given: "Entry") -> dict[str, Any]:
    """`record` is the id of what the owner made of it."""
    asked = given.question
    return {
        "id": asked.id,
        "competency": asked.competency,
        "text": asked.text,
        "minutes": asked.minutes,
        "why": asked.why,
        "follow_ups": list(asked.follow_ups),
        "listen_for": list(asked.listen_for),
        "watch_for": list(asked.watch_for),
        "anchors": [{"text": each.text, "short": each.short} for each in asked.anchors],
        "own": given.is_own,
        "edited": given.is_edited,
        "retired": given.is_retired,
        "record": given.own.id if given.own else None,
    }


def _question_page(given: "Entry") -> str:
    from app.exchange.interview_bodies import about_question
    from app.interviews.wording import competency_name, minutes

    asked: Question = given.question
    facts: Facts = [
        (tr("About"), competency_name(asked.competency)),
        (tr("Takes"), minutes(asked.minutes)),
        (tr("In the bank"), _mark(given)),
    ]
    return page(asked.text, facts, "\n\n".join(about_question(asked)))


def _kit_value(given: Kit, known: "Questions") -> dict[str, Any]:
    from app.interviews import kits as rules
    from app.interviews.record import KIT

    return KIT.to_record(given) | {
        "planned": rules.planned(given),
        "covered": list(rules.covered(given, known)),
        "missing": list(rules.missing(given, known)),
    }


def _kit_line(given: Kit, known: "Questions") -> tuple[object, ...]:
    from app.interviews import kits as rules

    missing = ", ".join(rules.missing(given, known))
    lacks = tr("without {competencies}").format(competencies=missing) if missing else ""
    return given.id, given.role, _time(given), len(given.parts), ", ".join(rules.covered(given, known)), lacks


def _time(given: Kit) -> str:
    from app.interviews.kits import planned

    return tr("{planned} of {minutes} minutes").format(planned=planned(given), minutes=given.minutes)


def _kit_page(given: Kit, known: "Questions", conversations: list[Interview]) -> str:
    from app.interviews import kits as rules
    from app.interviews.wording import competency_name, minutes

    def names(about: tuple[Competency, ...]) -> str:
        return ", ".join(map(competency_name, about))

    facts: Facts = [
        (tr("Planned"), _time(given)),
        (tr("Covered"), names(rules.covered(given, known))),
        (tr("Missing"), names(rules.missing(given, known))),
    ]
    parts = [
        f"{number}. {one_line(rules.words(each, known))} ({minutes(each.minutes)})"
        for number, each in enumerate(given.parts, start=1)
    ]
    talks = [f"- {_conversation(each)}" for each in sorted(conversations, key=attrgetter("date", "created_at"))]
    words = ["\n".join(parts), *(["## " + tr("Interviews"), "\n".join(talks)] if talks else [])]
    return page(given.role or tr("Kit without a name"), facts, "\n\n".join(filter(None, words)))


def _conversation(given: Interview) -> str:
    day, candidate, *facts = _told(given)
    said = ", ".join(filter(None, facts))
    return tr("{day}, {candidate}: {said}").format(day=day, candidate=one_line(candidate), said=said)


def _told(given: Interview) -> tuple[str, str, str, str]:
    """Its day, the candidate, how far it is, and the recommendation in words."""
    from app.interviews.conversation import recommended
    from app.interviews.wording import recommendation_name, state_name

    said = recommended(given)
    return given.date.isoformat(), given.candidate, state_name(given), recommendation_name(said) if said else ""


def _interview_line(given: Interview, kit: Kit | None) -> tuple[object, ...]:
    day, candidate, state, said = _told(given)
    return given.id, day, candidate, kit.role if kit else "", state, said


def _interview_value(given: Interview) -> dict[str, Any]:
    """`missing` is what still has no rating with evidence, so that a recommendation does not count yet."""
    from app.interviews.conversation import missing
    from app.interviews.record import INTERVIEW

    return INTERVIEW.to_record(given) | {"missing": [each.competency for each in missing(given)]}


def _interview_page(given: Interview, kit: Kit | None) -> str:
    from app.exchange.bodies import body
    from app.interviews.conversation import missing
    from app.interviews.wording import candidate_name, competency_name

    _, _, state, said = _told(given)
    facts: Facts = [
        (tr("Day"), given.date),
        (tr("Kit"), kit.role if kit else None),
        (tr("State"), state),
        (tr("Recommendation"), said),
        (tr("No rating with evidence yet"), ", ".join(competency_name(each.competency) for each in missing(given))),
        (tr("In the journal as"), given.hired),
    ]
    return page(candidate_name(given.candidate), facts, body(given))
