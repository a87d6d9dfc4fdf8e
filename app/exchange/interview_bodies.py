"""The words of interviews, and of what belongs to them, as they stand in Markdown, below their facts."""

from collections.abc import Iterable, Iterator

from app.exchange.headed import indented, points, under
from app.interviews.model import (
    Alignment,
    Anchor,
    Asked,
    FollowUpQuestion,
    Interview,
    Kit,
    KitPart,
    Landed,
    Look,
    MockRun,
    OwnQuestion,
    Preparation,
    Prepared,
    Question,
)
from app.interviews.wording import clock, competency_name, landing_name, minutes, part_name
from app.translation import tr


def question(given: OwnQuestion) -> Iterator[str]:
    """The question, and what helps to hear the answer."""
    yield from under(tr("The question"), given.text)
    yield from about_question(given)


def about_question(given: OwnQuestion | Question) -> Iterator[str]:
    """What helps to hear the answer."""
    yield from under(tr("Why to ask it"), given.why)
    yield from under(tr("Follow up with"), points(given.follow_ups))
    yield from under(tr("Listen for"), points(given.listen_for))
    yield from under(tr("Watch for"), points(given.watch_for))
    yield from under(tr("What each rating means"), _numbered(map(_anchor, given.anchors)))


def kit(given: Kit) -> Iterator[str]:
    """What everybody is asked, in the words it had when it was put in."""
    yield from under(tr("What is asked"), _numbered(map(_part, given.parts)))


def interview(given: Interview) -> Iterator[str]:
    """Part by part what was asked and what was said, how our practices land, and the reason of the recommendation."""
    for number, each in enumerate(given.parts, start=1):
        name = competency_name(each.competency) if each.competency else part_name(each.what)
        yield f"## {number}. {name}"
        yield from _asked(each)
    yield from under(tr("How we work, and how it lands"), points(map(landed, given.sheet)))
    yield from under(tr("Reason for the recommendation"), given.reason)


def alignment(given: Alignment) -> Iterator[str]:
    """How each practice lands, and when that is looked at again."""
    yield from under(tr("How we work, and how it lands"), points(map(landed, given.rows)))
    yield from under(tr("Looked at again"), points(map(_look, given.looks)))


def preparation(given: Preparation) -> Iterator[str]:
    """Each question with its answer, and what came of going through them aloud."""
    for number, each in enumerate(given.questions, start=1):
        yield "## " + tr("Question {number}").format(number=number)
        yield from _prepared(each)
    yield from under(tr("Aloud"), points(map(_run, given.runs)))


def landed(given: Landed) -> str:
    """ "Checklists: Welcomes", and below it their words, and the id of the practice."""
    how = landing_name(given.landing) if given.landing else ""
    first = tr("{practice}: {landing}").format(practice=given.practice, landing=how) if how else given.practice
    about = tr("About {id}").format(id=given.about) if given.about else ""
    return "\n".join((first, *filter(None, (given.words, about))))


def _part(given: KitPart) -> str:
    facts = (part_name(given.what), minutes(given.minutes), given.question)
    return f"{given.text}\n{_joined(facts)}"


def _asked(given: Asked) -> Iterator[str]:
    took = tr("{time} taken").format(time=clock(given.seconds)) if given.seconds else ""
    left_out = tr("not asked") if given.not_asked else ""
    yield from filter(None, (given.text,))
    yield _joined((part_name(given.what), minutes(given.minutes), took, left_out, given.question))
    yield from filter(None, (points(map(_follow_up, given.follow_ups)),))
    if given.notes:
        yield "### " + tr("What was said and done")
        yield given.notes
    if given.rating is not None:
        yield "### " + tr("Rating: {number}").format(number=given.rating)
    elif given.anchors:
        yield "### " + tr("Not rated")
    yield from filter(None, (_numbered(map(_anchor, given.anchors)),))


def _follow_up(given: FollowUpQuestion) -> str:
    return tr("{question} (asked)").format(question=given.text) if given.asked else given.text


def _anchor(given: Anchor) -> str:
    return "\n".join(filter(None, (given.text, given.short)))


def _look(given: Look) -> str:
    when = given.on.isoformat()
    if given.done_on is not None:
        when = tr("{day}, done on {done}").format(day=when, done=given.done_on.isoformat())
    return f"{when}\n{given.note}" if given.note else when


def _prepared(given: Prepared) -> Iterator[str]:
    yield from filter(None, (given.text,))
    yield _joined((minutes(given.minutes), given.question))
    yield from filter(None, (given.answer,))
    if given.sources:
        yield tr("From {ids}").format(ids=", ".join(given.sources))


def _run(given: MockRun) -> str:
    took = ", ".join(map(clock, given.seconds))
    first = tr("{day}: {times}").format(day=given.date.isoformat(), times=took) if took else given.date.isoformat()
    return f"{first}\n{given.note}" if given.note else first


def _joined(facts: Iterable[str | None]) -> str:
    return " · ".join(filter(None, facts))


def _numbered(said: Iterable[str]) -> str:
    return "\n".join(indented(f"{number}. ", each) for number, each in enumerate(said, start=1))
