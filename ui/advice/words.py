"""How a suggestion is said: what it comes from, what it offers, and why."""

from app.advising import Advice
from app.delegation.history import History
from app.delegation.suggesting import Offer, Reason
from app.people.wording import authority_name
from app.titles import one_line
from app.translation import tr
from ui.wording import day_name


def heading(given: Advice) -> str:
    """ "One step up"."""
    return tr("One step up") if given.suggestion.reason is Reason.TWO_CLEAN else tr("What would help")


def reason(given: Advice) -> str:
    """One sentence about the two debriefs."""
    said = {
        Reason.TWO_CLEAN: tr("{work} with {person}: the last two were delivered with each point met."),
        Reason.TWO_MISSES: tr("{work} with {person}: in each of the last two, a point was not met."),
    }[given.suggestion.reason]
    return said.format(work=one_line(given.of.work), person=given.of.person)


def offer_name(offer: Offer) -> str:
    """What its button says."""
    return {
        Offer.LEVEL_UP: tr("Raise it"),
        Offer.CLARIFY: tr("Clarify"),
        Offer.TRAIN: tr("Train"),
        Offer.CHECKLIST: tr("Checklist"),
    }[offer]


def why(offer: Offer, given: Advice) -> str:
    """One sentence about what it does."""
    if offer is Offer.LEVEL_UP:
        return _step_up(given)
    if offer is Offer.TRAIN and given.topic is not None:
        return tr("It is on the agenda of your next one-on-one.")
    if offer is Offer.CHECKLIST and given.checklist is not None:
        said = tr("A step may be missing in “{name}”.")
        return said.format(name=one_line(given.checklist.name) or tr("Checklist"))
    return {
        Offer.CLARIFY: tr("Hand the next one over in points that both of you can tick."),
        Offer.TRAIN: tr("Ask at your next one-on-one what would help them to learn it."),
        Offer.CHECKLIST: tr("Write the steps down once, so that nobody has to keep them in mind."),
    }[offer]


def behind(given: History) -> str:
    """One of the two that it comes from: its name and the day of its debrief."""
    talk = given.talked_through
    title = one_line(given.delegation.title) or one_line(given.delegation.work)
    if talk is None or talk.closed_on is None:
        return title
    return tr("{title}, {day}").format(title=_short(title), day=day_name(talk.closed_on))


def _step_up(given: Advice) -> str:
    found = given.suggestion
    if found.now is None or found.to is None:
        return ""
    said = tr("“{now}” could become “{to}”.")
    return said.format(now=authority_name(found.now), to=authority_name(found.to))


def _short(title: str) -> str:
    return title if len(title) <= 28 else title[:27] + "…"
