"""How the page says whose something is, how old it is, when it is due, and what state a meeting is in."""

from collections.abc import Sequence
from datetime import date

from app.agenda import Source
from app.day_names import short_weekday_name, weekday_name
from app.one_on_ones.model import FollowUp, Involvement, OneOnOne, State, Topic
from app.one_on_ones.rules import Gone, Item
from app.one_on_ones.wording import age, look_again
from app.people.model import Side
from app.translation import tr, trn
from ui.wording import day_name

_SHORT = 12  # letters of a name that still fit where a button has it


def person_and_day(person: str, on: date) -> str:
    """ "Jonas, Thursday 12 March"."""
    return tr("{person}, {day}").format(person=person, day=long_day(on))


def long_day(on: date) -> str:
    """ "Thursday 12 March"; with the year where it is not this one."""
    return tr("{weekday} {day}").format(weekday=weekday_name(on.weekday()), day=day_name(on))


def short_day(on: date, today: date) -> str:
    """ "Mon 16 March", or "today"."""
    if on == today:
        return tr("today")
    return tr("{weekday} {day}").format(weekday=short_weekday_name(on.weekday()), day=day_name(on))


def side_name(side: Side, person: str) -> str:
    """Who that is, where there is little room."""
    if side is Side.ME:
        return tr("Me")
    return person if len(person) <= _SHORT else tr("Them")


def avatar_of(side: Side, person: str) -> str:
    """The name whose first letter stands for them."""
    return tr("Me") if side is Side.ME else person


def title(item: Item) -> str:
    """What an item is about."""
    if isinstance(item.of, Topic | FollowUp):
        return item.text.strip() or tr("No words yet")
    return tr("Not on the agenda any more") if isinstance(item.of, Gone) else look_again()


def below_title(item: Item, person: str, source: Source | None, today: date) -> str:
    """The small line: how it ended, how old it is, or where it came from."""
    if isinstance(item.of, Gone):
        return tr("Your notes about it are still here")
    if item.closed_on is not None:
        return _ended(item, item.closed_on, today)
    if isinstance(item.of, Topic):
        return age(item, today) if item.carried else came_from(source) or _added(item, person, today)
    if item.due_on is None:
        return tr("Promised {day}").format(day=_day(item.since, today))
    if not isinstance(item.of, FollowUp):
        return tr("Date set {day}").format(day=_day(item.due_on, today))
    late = (today - item.due_on).days
    if late > 0:
        return trn("Due {day}, {count} day ago", "Due {day}, {count} days ago", late).format(
            day=_day(item.due_on, today), count=late
        )
    return tr("Due {day}").format(day=short_day(item.due_on, today))


def came_from(source: Source | None) -> str:
    """ "From your reflection, 5 March"; "" for what came from nowhere in particular."""
    if source is None:
        return ""
    if source.name:
        return tr("From “{name}”").format(name=source.name)
    if source.kind == "reflection":
        return tr("From your reflection, {day}").format(day=day_name(source.on))
    if source.kind == "debrief":
        return tr("From the debrief of {day}").format(day=day_name(source.on))
    return tr("From your notes of {day}").format(day=day_name(source.on))


def raised(item: Item, person: str) -> str:
    """Who raised or promised it."""
    if isinstance(item.of, Topic):
        return tr("You raised this") if item.whose is Side.ME else tr("{person} raised this").format(person=person)
    if isinstance(item.of, FollowUp):
        return tr("You promised this") if item.whose is Side.ME else tr("{person} promised this").format(person=person)
    if isinstance(item.of, Gone):
        return ""
    return tr("Agreed {day}").format(day=day_name(item.since))


def state_words(given: OneOnOne, today: date) -> str:
    """Whether it is to come, took place, or did not."""
    if given.state is State.HELD:
        return tr("It took place")
    if given.state is State.MISSED:
        return tr("It did not take place")
    days = (given.date - today).days
    if days == 0:
        return tr("Today")
    if days < 0:
        return tr("Did it take place?")
    return trn("In {count} day", "In {count} days", days).format(count=days)


def involvement_name(given: Involvement) -> str:
    """ "Too little", as it is chosen."""
    return {
        Involvement.TOO_LITTLE: tr("Too little"),
        Involvement.RIGHT: tr("Right"),
        Involvement.TOO_MUCH: tr("Too much"),
    }[given]


def last_times(given: Sequence[Involvement]) -> str:
    """ "Last three times: too much, too much, right"."""
    said = {
        Involvement.TOO_LITTLE: tr("too little"),
        Involvement.RIGHT: tr("right"),
        Involvement.TOO_MUCH: tr("too much"),
    }
    listed = ", ".join(said[each] for each in reversed(given))  # time runs from left to right
    if not given:
        return tr("Nobody was asked so far.")
    lead = {1: tr("Last time: {said}"), 2: tr("Last two times: {said}")}.get(len(given), tr("Last three times: {said}"))
    return lead.format(said=listed)


def stays_open(topics: int, promises: int) -> str:
    """What a meeting that has ended leaves on the agenda."""
    said = []
    if topics:
        said.append(trn("{count} topic", "{count} topics", topics).format(count=topics))
    if promises:
        said.append(trn("{count} promise", "{count} promises", promises).format(count=promises))
    if not said:
        return tr("Finished. Nothing is left open between you.")
    if topics + promises == 1:
        return tr("Finished. {what} stays on the agenda.").format(what=said[0])
    return tr("Finished. {what} stay on the agenda.").format(what=tr(" and ").join(said))


def _ended(item: Item, on: date, today: date) -> str:
    answer = item.of.answer.strip() if isinstance(item.of, Topic) else ""
    if answer:
        return tr("Answered: {answer}").format(answer=answer)
    if isinstance(item.of, Topic):
        return tr("Closed {day}").format(day=_day(on, today))
    return tr("Done {day}").format(day=_day(on, today))


def _added(item: Item, person: str, today: date) -> str:
    day = _day(item.since, today)
    if item.whose is Side.ME:
        return tr("Added {day}").format(day=day)
    return tr("Added by {person}, {day}").format(person=person, day=day)


def _day(on: date, today: date) -> str:
    return tr("today") if on == today else day_name(on)
