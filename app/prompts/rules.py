"""Which prompt a day gets: rules that can be read, and no chance, so that a day keeps its prompt."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta

from app.prompts.model import Choice, Prompt, Reason
from app.reflections.model import Pillar

RESTING = timedelta(days=30)
QUIET = timedelta(days=7)


def choose(
    prompts: Sequence[Prompt],
    used: Mapping[str, date],
    pillar_last: Mapping[Pillar, date],
    today: date,
    skipped: Collection[str] = (),
) -> Choice:
    """The prompt of the day. `used` and `pillar_last` say when each was last written about.

    First, what was used in the last 30 days rests while others are left; if all rest, the one that has rested longest
    comes. Then the pillar that was used least lately comes first. Of its prompts, those never used come first, and the
    day decides among the rest. What is in `skipped` (the owner asked for another) comes again only after all others.
    Raises ValueError without prompts.
    """
    left = [each for each in prompts if each.id not in skipped] or list(prompts)
    rested = [each for each in left if each.id not in used or today - used[each.id] >= RESTING]
    if not rested:
        longest_ago = min(left, key=lambda each: used[each.id])
        return Choice(longest_ago, Reason.ANOTHER if skipped else Reason.LONGEST_AGO)
    turn = today.toordinal()
    pillar = min(
        {each.pillar for each in rested},
        key=lambda each: (pillar_last.get(each, date.min), (list(Pillar).index(each) - turn) % len(Pillar)),
    )
    within = [each for each in rested if each.pillar == pillar]
    fresh = [each for each in within if each.id not in used] or within
    prompt = fresh[turn % len(fresh)]
    return Choice(prompt, Reason.ANOTHER if skipped else _reason(prompt, used, pillar_last, today))


def _reason(prompt: Prompt, used: Mapping[str, date], pillar_last: Mapping[Pillar, date], today: date) -> Reason:
    last = pillar_last.get(prompt.pillar)
    if last is None and pillar_last:
        return Reason.PILLAR_UNUSED
    if last is not None and today - last >= QUIET:
        return Reason.PILLAR_QUIET
    return Reason.LONG_AGO if prompt.id in used else Reason.UNUSED
