"""Why a prompt was chosen, in words."""

from app.prompts.model import Choice, Moment, Occasion, Prompt, Reason
from app.reflections.model import Pillar
from app.translation import tr


def reason(choice: Choice) -> str:
    """One short sentence without a full stop, to stand beside the question."""
    if choice.reason is Reason.PILLAR_QUIET:
        return {
            Pillar.RESPECT: tr("Respect has been quiet for a while"),
            Pillar.TRUST: tr("Trust has been quiet for a while"),
            Pillar.ACCOUNTABILITY: tr("Accountability has been quiet for a while"),
        }[choice.prompt.pillar]
    if choice.reason is Reason.PILLAR_UNUSED:
        return {
            Pillar.RESPECT: tr("You have not written about respect lately"),
            Pillar.TRUST: tr("You have not written about trust lately"),
            Pillar.ACCOUNTABILITY: tr("You have not written about accountability lately"),
        }[choice.prompt.pillar]
    if choice.occasion is not None:
        return _of_occasion(choice.occasion)
    return {
        Reason.ANOTHER: tr("You asked for another one"),
        Reason.UNUSED: tr("You have not had this one before"),
        Reason.LONG_AGO: tr("You had this one more than a month ago"),
        Reason.LONGEST_AGO: tr("All of them came up lately, and this one longest ago"),
    }[choice.reason]


def moment_name(moment: Moment) -> str:
    """ "Noticing"."""
    return {
        Moment.NOTICING: tr("Noticing"),
        Moment.ACTING: tr("Acting"),
        Moment.DEBRIEFING: tr("Debriefing"),
        Moment.WEEK: tr("The week"),
    }[moment]


def comes_up(prompt: Prompt) -> str:
    """On which days it may be asked: "On any day"."""
    if not prompt.occasions:
        return tr("On any day")
    return "; ".join(map(_after, prompt.occasions))


def _after(occasion: Occasion) -> str:
    return {
        Occasion.BEGINNING: tr("While the journal is new"),
        Occasion.TOOK_BACK: tr("After you took work back"),
        Occasion.TAKE_BACK: tr("After a pull to take something back"),
        Occasion.STRONG_PULL: tr("After a strong pull"),
        Occasion.PLAN_KEPT: tr("After a plan that was done"),
        Occasion.PLAN_WAITING: tr("After a plan that is still waiting"),
        Occasion.EXPERIMENT: tr("During a trust experiment"),
        Occasion.DELIVERED: tr("After a delivery"),
        Occasion.STAYED_OUT: tr("After ten days of staying out"),
        Occasion.ONE_ON_ONE: tr("On the day before a one-on-one"),
        Occasion.PAUSE: tr("After a week or more without writing"),
    }[occasion]


def _of_occasion(occasion: Occasion) -> str:
    return {
        Occasion.TOOK_BACK: tr("You took work back in the last days"),
        Occasion.TAKE_BACK: tr("The last time you wrote, the pull was to take something back"),
        Occasion.STRONG_PULL: tr("The pull was strong the last time you wrote"),
        Occasion.PLAN_KEPT: tr("The last time you wrote, a plan was done"),
        Occasion.PLAN_WAITING: tr("The last time you wrote, a plan was still waiting"),
        Occasion.PAUSE: tr("It is a week or more since you wrote"),
        Occasion.EXPERIMENT: tr("Your trust experiment is under way"),
        Occasion.DELIVERED: tr("Work that you handed over was delivered"),
        Occasion.STAYED_OUT: tr("You have stayed out of it for ten days"),
        Occasion.ONE_ON_ONE: tr("You have a one-on-one tomorrow"),
        Occasion.BEGINNING: tr("This journal is new, and this is a gentle one"),
    }[occasion]
