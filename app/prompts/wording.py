"""Why a prompt was chosen, in words."""

from app.prompts.model import Choice, Reason
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
    return {
        Reason.ANOTHER: tr("You asked for another one"),
        Reason.UNUSED: tr("You have not had this one before"),
        Reason.LONG_AGO: tr("You had this one more than a month ago"),
        Reason.LONGEST_AGO: tr("All of them came up lately, and this one longest ago"),
    }[choice.reason]
