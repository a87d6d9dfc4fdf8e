"""How a one-on-one is put into words, on a page and on paper: why something is on the agenda, whose it is, how old."""

from datetime import date, datetime, timedelta

from app.day_names import in_words, weekday_name
from app.one_on_ones.model import FollowUp, Topic
from app.one_on_ones.rules import Item, Origin
from app.people.model import Side
from app.translation import tr, trn


def heading(origin: Origin, person: str) -> str:
    """What the items of one origin stand below."""
    return {
        Origin.FROM_THEM: tr("From {person}").format(person=person),
        Origin.FROM_ME: tr("From me"),
        Origin.CARRIED_OVER: tr("Carried over"),
        Origin.DUE: tr("Due"),
        Origin.LATER: tr("Promised, not due yet"),
        Origin.NOTED: tr("Also talked about"),
    }[origin]


def look_again() -> str:
    """What an agreement that is to be looked at is called."""
    return tr("Working agreement, look at it again")


def hours(time: str | None, minutes: int) -> str:
    """ "10:30 to 11:00"; what is known of it."""
    if time is None:
        return tr("No time set")
    begin = datetime.combine(date(2000, 1, 1), datetime.strptime(time, "%H:%M").time())  # noqa: DTZ007  a wall clock
    return tr("{begin} to {end}").format(begin=time, end=f"{begin + timedelta(minutes=minutes):%H:%M}")


def full_day(day: date) -> str:
    """ "Thursday 12 March 2026"."""
    weekday = weekday_name(day.weekday())
    return tr("{weekday} {day} {year}").format(weekday=weekday, day=in_words(day), year=day.year)


def who(side: Side, person: str) -> str:
    """The name, or the owner of the journal."""
    return tr("Me") if side is Side.ME else person


def age(item: Item, on: date) -> str:
    """ "Twice, 14 days": how often it was carried over, and for how long."""
    days = max((on - item.since).days, 0)
    said = trn("{count} day", "{count} days", days).format(count=days)
    often = {1: tr("Once"), 2: tr("Twice")}.get(item.carried) or tr("{count} times").format(count=item.carried)
    return tr("{often}, {age}").format(often=often, age=said)


def on_paper(item: Item, person: str, on: date) -> str:
    """The small line of an item where nothing else shows whose it is."""
    if isinstance(item.of, Topic):
        return _of_topic(item, item.of, person, on)
    if not isinstance(item.of, FollowUp):
        return ""
    said = [who(item.whose, person)]
    if item.due_on is not None:
        said.append(tr("by {day}").format(day=in_words(item.due_on)))
    if item.is_closed:
        said.append(tr("done"))
    return ", ".join(said)


def _of_topic(item: Item, topic: Topic, person: str, on: date) -> str:
    if item.is_closed:
        return topic.answer.strip() or tr("closed")
    if not item.carried:
        return ""
    days = max((on - item.since).days, 0)
    often = {1: tr("carried over once"), 2: tr("carried over twice")}.get(item.carried)
    often = often or tr("carried over {count} times").format(count=item.carried)
    said = trn("{often}, {count} day", "{often}, {count} days", days).format(often=often, count=days)
    return tr("{who}, {age}").format(who=who(item.whose, person), age=said)
