"""What happened in a delegation, in words: the names and labels of the marks, and all of it as text."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from app.day_names import short_month_name
from app.delegation.dues import Meeting, planned
from app.delegation.history import Ending, History
from app.delegation.model import CheckIn, Legitimate, Touch, TouchKind
from app.translation import tr, trn
from ui.rope.layout import Happening, Sign
from ui.wording import day_name

_SIGNS: Mapping[TouchKind, Sign] = {
    TouchKind.AGREED_CHECK_IN: Sign.CHECK_IN,
    TouchKind.ASKED: Sign.ASKED,
    TouchKind.HELD: Sign.HELD,
    TouchKind.DROPPED_IN: Sign.PEEK,
    TouchKind.EDITED: Sign.PEEK,
    TouchKind.OVERRULED: Sign.PEEK,
    TouchKind.TOOK_BACK: Sign.TOOK_BACK,
    TouchKind.HANDED_BACK: Sign.HANDED_BACK,
    TouchKind.MISTAKE: Sign.MISTAKE,
    TouchKind.NOTE: Sign.NOTE,
    TouchKind.DELIVERED: Sign.DELIVERED,
}
_UNMET = (Meeting.OPEN, Meeting.DUE, Meeting.MISSED)


def happenings(history: History, today: date) -> list[Happening]:
    """What is on the rope, in the order of time. While the work is with them, the rope comes to today."""
    delegation, goes_on = history.delegation, bool(history.strands) and history.strands[-1].ends is None
    begun = delegation.handed_over_on or delegation.date
    found = [_plain(Sign.HANDED_OVER, begun, tr("Handed over"))]
    found += [_touched(each) for each in history.touches]
    found += (
        [_planned(each.check_in, today) for each in planned(history, today) if each.state in _UNMET] if goes_on else []
    )
    if goes_on and not any(each.sign is Sign.DUE_NOW for each in found):
        found.append(Happening(Sign.TODAY, max(today, begun), "", tr("Today"), tr("Today")))
    if history.strands and history.strands[-1].ending is Ending.DEBRIEFED and history.strands[-1].ends is not None:
        found.append(_plain(Sign.DELIVERED, history.strands[-1].ends, tr("Debriefed")))
    if delegation.brief.due_on is not None:
        found.append(_due(delegation.brief.due_on, today, goes_on=goes_on))
    # The sort keeps the order of the history within a day; what is planned for a day comes after what happened on it.
    return sorted(found, key=lambda each: (each.on, _late(each)))


def _late(given: Happening) -> int:
    order = (Sign.TODAY, Sign.DUE_NOW, Sign.PLANNED, Sign.DUE)
    return 1 + order.index(given.sign) if given.sign in order else 0


def touch_name(kind: TouchKind) -> str:
    """ "Took it back"."""
    return {
        TouchKind.AGREED_CHECK_IN: tr("Agreed check-in"),
        TouchKind.ASKED: tr("They asked me"),
        TouchKind.HELD: tr("Felt the pull, held"),
        TouchKind.DROPPED_IN: tr("Dropped in"),
        TouchKind.EDITED: tr("Edited their work"),
        TouchKind.OVERRULED: tr("Overruled"),
        TouchKind.TOOK_BACK: tr("Took it back"),
        TouchKind.HANDED_BACK: tr("Handed back"),
        TouchKind.MISTAKE: tr("Mistake"),
        TouchKind.NOTE: tr("Note"),
        TouchKind.DELIVERED: tr("Delivered"),
    }[kind]


def reason_name(reason: Legitimate) -> str:
    """ "A date that cannot move"."""
    return {
        Legitimate.SAFETY: tr("Safety"),
        Legitimate.LAW: tr("Law"),
        Legitimate.FIXED_DATE: tr("A date that cannot move"),
    }[reason]


def short_day(day: date) -> str:
    """ "4 Mar"."""
    return tr("{day} {month}").format(day=day.day, month=short_month_name(day.month))


def label_words(given: Happening) -> str:
    """A label in one line, as it stands above the rope."""
    return tr("{what}, {day}").format(what=given.verb, day=given.day)


def as_text(title: str, found: Sequence[Happening]) -> str:
    """The whole rope for those who hear it or copy it: a line for each mark, with what was noted."""
    lines = [tr("{said}: {note}").format(said=each.name, note=each.note) if each.note else each.name for each in found]
    return "\n".join([title, *lines])


def summary(found: Sequence[Happening]) -> str:
    """What a screen reader says of the rope before it goes from mark to mark."""
    count = sum(each.touch is not None for each in found)
    said = trn("The rope, with {count} mark of what happened", "The rope, with {count} marks of what happened", count)
    lines = [each.name for each in found]
    return ". ".join([said.format(count=count), *lines])


def touch_and_day(touch: Touch) -> str:
    """ "Took it back, 4 March"; with the reason, where that is one for which it does not count."""
    name = tr("{what}, {day}").format(what=touch_name(touch.what), day=day_name(touch.date))
    if touch.reason is None:
        return name
    return tr("{said}, {reason}: it does not count").format(said=name, reason=reason_name(touch.reason).lower())


def _touched(touch: Touch) -> Happening:
    name = touch_and_day(touch)
    verb = {
        TouchKind.AGREED_CHECK_IN: tr("Check-in"),
        TouchKind.ASKED: tr("They asked"),
        TouchKind.HELD: tr("Held"),
        TouchKind.EDITED: tr("Edited"),
    }.get(touch.what, touch_name(touch.what))
    return Happening(_SIGNS[touch.what], touch.date, verb, short_day(touch.date), name, touch.note, touch.id)


def _plain(sign: Sign, on: date, words: str) -> Happening:
    return Happening(sign, on, words, short_day(on), tr("{what}, {day}").format(what=words, day=day_name(on)))


def _planned(given: CheckIn, today: date) -> Happening:
    words = tr("Check-in, {time}").format(time=given.time) if given.time else tr("Check-in")
    if given.on == today:
        name = (
            tr("Agreed check-in today, {time}").format(time=given.time) if given.time else tr("Agreed check-in today")
        )
        return Happening(Sign.DUE_NOW, given.on, words, tr("Today"), name)
    name = tr("Check-in planned, {day}") if given.on > today else tr("Check-in planned, {day}, not logged")
    return Happening(Sign.PLANNED, given.on, words, short_day(given.on), name.format(day=day_name(given.on)))


def _due(due: date, today: date, *, goes_on: bool) -> Happening:
    made = _plain(Sign.DUE, due, tr("Due"))
    if not goes_on or due >= today:
        return made
    late = (today - due).days
    over = trn("{said}, {count} day ago", "{said}, {count} days ago", late)
    return replace(made, name=over.format(said=made.name, count=late))
