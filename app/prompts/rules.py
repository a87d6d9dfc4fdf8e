"""Which prompt a day gets: rules that can be read, and no chance, so that a day keeps its prompt."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, timedelta

from app.prompts.model import Choice, Idea, Knowledge, Occasion, Prompt, Reason
from app.reflections.model import Lately, Outcome, Pillar, PullKind

RESTING = timedelta(days=30)
QUIET = timedelta(days=7)
PAUSE = timedelta(days=7)
STRONG = 7
NEW_BELOW = 3
_EVERY_FOURTH = 4


def choose(prompts: Sequence[Prompt], known: Knowledge, not_now: Collection[str] = ()) -> Choice:
    """The prompt of the day, by rules in this order. `not_now` are the ids for which another was asked for today.

    A prompt for an occasion is for days on which it is true. What was written about or passed over in the last 30 days
    rests while others are left; if all rest, the one that has rested longest comes. Then the pillar that was used least
    lately comes first. Of its prompts, those for an occasion of the day come first, and those never used before
    others; the day decides among the rest. What is in `not_now` comes again only after all others.
    Raises ValueError without prompts.
    """
    suitable = [each for each in prompts if is_suitable(each, known.occasions)] or list(prompts)
    left = [each for each in suitable if each.id not in not_now] or suitable
    rested = [each for each in left if has_rested(each, known)]
    if not rested:
        longest_ago = min(left, key=lambda each: _last(each, known))
        return Choice(longest_ago, Reason.ANOTHER if not_now else Reason.LONGEST_AGO)
    pillar = _quietest({each.pillar for each in rested}, known)
    within = [each for each in rested if each.pillar == pillar]
    occasion, wanted = _for_the_day(within, known.occasions)
    fresh = [each for each in wanted if each.id not in known.used] or wanted
    prompt = fresh[known.day.toordinal() % len(fresh)]
    if not_now:
        return Choice(prompt, Reason.ANOTHER)
    return Choice(prompt, _reason(prompt, known)) if occasion is None else Choice(prompt, Reason.OCCASION, occasion)


def three_ideas(ideas: Sequence[Idea], pillars: Mapping[Pillar, int], day: date) -> list[Idea]:
    """One of each pillar, that of the pillar used least this week first; other ones each week."""
    week, order = day.toordinal() // 7, list(Pillar)
    by_pillar = {pillar: [each for each in ideas if each.pillar == pillar] for pillar in order}
    wanted = sorted(order, key=lambda pillar: pillars.get(pillar, 0))
    return [of[week % len(of)] for pillar in wanted if (of := by_pillar[pillar])]


def is_suitable(prompt: Prompt, occasions: Collection[Occasion]) -> bool:
    """Whether what the question relies on is true of the day."""
    return not prompt.occasions or any(each in occasions for each in prompt.occasions)


def has_rested(prompt: Prompt, known: Knowledge) -> bool:
    """Whether it was neither written about nor passed over in the last 30 days."""
    last = _last(prompt, known)
    return last == date.min or known.day - last >= RESTING


def occasions(
    lately: Lately, experiment_day: int | None, day: date, also: Collection[Occasion] = ()
) -> tuple[Occasion, ...]:
    """Those that are true of a day, the most telling first.

    `experiment_day` counts the days of the trust experiment that is under way, from 1; it is asked about every fourth.
    `also` are those that other records make true, and that it is time to ask about.
    """
    is_back = lately.last_day is not None and day - lately.last_day >= PAUSE
    true = {
        Occasion.TOOK_BACK: Occasion.TOOK_BACK in also,
        Occasion.TAKE_BACK: not is_back and PullKind.TAKE_BACK in lately.pull_kinds,
        Occasion.STRONG_PULL: not is_back and (lately.pull or 0) >= STRONG,
        Occasion.PLAN_KEPT: not is_back and Outcome.DONE in lately.outcomes,
        Occasion.PLAN_WAITING: not is_back and not lately.outcomes.isdisjoint({Outcome.PARTLY, Outcome.NOT_YET}),
        Occasion.PAUSE: is_back,
        Occasion.EXPERIMENT: experiment_day is not None and experiment_day % _EVERY_FOURTH == 0,
        Occasion.DELIVERED: Occasion.DELIVERED in also,
        Occasion.ONE_ON_ONE: Occasion.ONE_ON_ONE in also,
        Occasion.STAYED_OUT: Occasion.STAYED_OUT in also,
        Occasion.BEGINNING: lately.number < NEW_BELOW,
    }
    return tuple(each for each, holds in true.items() if holds)


def is_time_for(occasion: Occasion, prompts: Iterable[Prompt], known: Mapping[str, date], day: date) -> bool:
    """Whether none of the questions for it was written about in the week before: what comes often is asked seldom."""
    last = max((known.get(each.id, date.min) for each in prompts if occasion in each.occasions), default=date.min)
    return day - last >= QUIET


def _last(prompt: Prompt, known: Knowledge) -> date:
    return max(known.used.get(prompt.id, date.min), known.passed_over.get(prompt.id, date.min))


def _quietest(pillars: Iterable[Pillar], known: Knowledge) -> Pillar:
    """The one used least lately; where several are alike, they take turns by the day."""
    turn, order = known.day.toordinal(), list(Pillar)
    return min(
        pillars,
        key=lambda each: (known.pillar_last.get(each, date.min), (order.index(each) - turn) % len(order)),
    )


def _for_the_day(within: Sequence[Prompt], true: Sequence[Occasion]) -> tuple[Occasion | None, Sequence[Prompt]]:
    for occasion in true:
        if wanted := [each for each in within if occasion in each.occasions]:
            return occasion, wanted
    return None, within


def _reason(prompt: Prompt, known: Knowledge) -> Reason:
    last = known.pillar_last.get(prompt.pillar)
    if last is None and known.pillar_last:
        return Reason.PILLAR_UNUSED
    if last is not None and known.day - last >= QUIET:
        return Reason.PILLAR_QUIET
    return Reason.LONG_AGO if prompt.id in known.used else Reason.UNUSED
