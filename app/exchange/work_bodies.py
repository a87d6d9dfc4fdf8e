"""The words of a delegation and its debrief as they stand in Markdown, below their facts."""

from collections.abc import Iterator

from app.delegation.model import Brief, Change, ChangeKind, CheckIn, Debrief, Delegation, Lasted, Score, Scored
from app.exchange.headed import points, under
from app.people.wording import authority_name
from app.translation import tr


def delegation(given: Delegation) -> Iterator[str]:
    """The brief as it is now, and what is feared, where that is in it."""
    yield from _brief(given.brief)
    yield from under(tr("What I fear"), given.fear)


def debrief(given: Debrief) -> Iterator[str]:
    """In the order in which it is talked through."""
    yield from under(tr("What done looked like"), points(map(_scored, given.points)))
    yield from under(tr("What helped"), given.helped)
    yield from under(tr("What broke"), given.broke)
    yield from under(tr("My part in it"), given.my_part)
    yield from under(tr("What did happen"), given.happened)
    yield from under(tr("What changes"), points(map(_change, given.changes)))


def _brief(given: Brief) -> Iterator[str]:
    yield from under(tr("What done looks like"), points(given.done))
    yield from under(tr("Why them, and what they will learn"), given.why)
    yield from under(tr("Support we agreed"), given.support)
    yield from under(tr("How much is theirs to decide"), authority_name(given.authority) if given.authority else "")
    yield from under(tr("What they may decide"), given.may_decide)
    yield from under(tr("What they may spend"), given.may_spend)
    yield from under(tr("Check-ins"), points(map(check_in, given.check_ins)))
    due = (given.due_on.isoformat() if given.due_on else "", given.due_time or "")
    yield from under(tr("Due"), " ".join(filter(None, due)))
    yield from under(tr("Second pair of eyes"), given.second_eyes)
    yield from under(tr("Checklist"), given.checklist or "")


def check_in(given: CheckIn) -> str:
    """ "2026-04-01 14:00, 30 minutes"."""
    when = " ".join(filter(None, (given.on.isoformat(), given.time)))
    return when if given.minutes is None else tr("{when}, {count} minutes").format(when=when, count=given.minutes)


def _scored(given: Scored) -> str:
    if given.score is None:
        return given.point
    said = {Score.MET: tr("met"), Score.PARTLY: tr("partly"), Score.NOT_MET: tr("not met")}[given.score]
    return tr("{point}: {score}").format(point=given.point, score=said)


def _change(given: Change) -> str:
    where = {
        ChangeKind.CHECKLIST: tr("Checklist"),
        ChangeKind.PRACTICE: tr("Practice"),
        ChangeKind.AGREEMENT: tr("Working agreement"),
        ChangeKind.LEVEL: tr("Level"),
    }[given.what]
    lines = [tr("{kind}: {words}").format(kind=where, words=given.text)]
    if given.about is not None:
        lines.append(tr("Made in {id}").format(id=given.about))
    if given.asked_on is not None:
        lines.append(tr("Asked about on {day}").format(day=given.asked_on.isoformat()))
    if given.lasted is not None:
        lines.append(_lasted(given.lasted))
    return "\n".join(lines)


def _lasted(given: Lasted) -> str:
    return {Lasted.HELD: tr("It held"), Lasted.PARTLY: tr("It held in part"), Lasted.SLIPPED: tr("It slipped")}[given]
