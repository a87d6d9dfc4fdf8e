"""What the review says of an experiment, of the log beside it, and of the pillars: plain counts, never a judgement."""

from collections.abc import Mapping
from datetime import date

from app.experiments import rules
from app.experiments.model import Experiment, Finding, Pulls
from app.reflections.model import Pillar
from app.reflections.wording import intention, pillar_name
from app.translation import tr, trn
from ui.today.week_presenter import ONE_MORE_WEEK
from ui.today.week_read import Compared
from ui.wording import day_name


def sentence_of(experiment: Experiment) -> str:
    """ "When the draft lands, I will leave it shut." """
    if not experiment.when.strip() and not experiment.will.strip():
        return tr("An experiment without a sentence yet.")
    said = intention(experiment.when, experiment.will)
    return said if said[-1:] in ".!?…" else said + "."


def findings() -> list[tuple[str, str]]:
    """The four answers to what was seen, by key."""
    return [
        (Finding.WORKED.value, tr("It worked")),
        (Finding.MIXED.value, tr("Mixed")),
        (Finding.NOT_THIS_TIME.value, tr("Not this time")),
        (ONE_MORE_WEEK, tr("One more week")),
    ]


def finding_name(finding: Finding) -> str:
    """ "Mixed"."""
    return dict(findings())[finding]


def day_of(experiment: Experiment, today: date) -> str:
    """ "Day 10 of 14", or when it begins, or that it has ended."""
    if experiment.closed_on is not None:
        return tr("Ended on {day}").format(day=day_name(experiment.closed_on))
    if experiment.begun_on > today:
        return tr("Begins on {day}").format(day=day_name(experiment.begun_on))
    number, days = rules.day_number(experiment, today)
    return tr("Day {number} of {days}").format(number=number, days=days)


def comparison(experiment: Experiment, compared: Compared) -> str:
    """What the log has of the time before and since; "" where there is nothing to compare with."""
    before, during, days = compared
    if not before.number:
        return ""
    person = experiment.person
    if person:
        said = tr("Pulls noted with {person} in the two weeks before: {pulls}.")
        first = said.format(person=person, pulls=_pulls(before))
    else:
        first = tr("Pulls noted in the two weeks before: {pulls}.").format(pulls=_pulls(before))
    so_far = trn("In its {count} day so far: {pulls}.", "In its {count} days so far: {pulls}.", days)
    return f"{first} {so_far.format(count=days, pulls=_pulls(during))}"


def _pulls(pulls: Pulls) -> str:
    if not pulls.number:
        return tr("none")
    strength = f"{pulls.strength / pulls.number:.1f}"
    return tr("{number}, strength {strength} on average").format(number=pulls.number, strength=strength)


def about_pillars(pillars: Mapping[Pillar, int]) -> str:
    """One sentence on what came up least."""
    least, most = min(pillars.values()), max(pillars.values())
    if least == most:
        return tr("All three came up equally often.") if most else tr("No pillar came up this week.")
    quiet = [pillar_name(each) for each, number in pillars.items() if number == least]
    both = tr("{one} and {other}")
    named = both.format(one=quiet[0], other=quiet[1]) if len(quiet) == 2 else quiet[0]
    if not least:
        return tr("{pillars} did not come up this week.").format(pillars=named)
    times = trn("{pillars} came up {count} time.", "{pillars} came up {count} times.", least)
    return times.format(pillars=named, count=least)
