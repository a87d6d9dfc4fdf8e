"""What the page of the cycle says: the loop with the owner's own numbers, each record behind them, and all as text."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from app.day_names import month_name, short_month_name
from app.delegation.coming_back import times_of
from app.delegation.cycle import Arrow, Cycle
from app.delegation.history import History
from app.delegation.model import HeldTask, Touch
from app.delegation.work import was_handed_over
from app.titles import one_line
from app.translation import tr, trn
from ui.cycle.reading import Found, work_name
from ui.wording import month_and_year

_LONGEST_NAME, _LONGEST_FEAR, _MOST_MONTHS = 32, 72, 3


class Node(NamedTuple):
    """A station of the loop: how much (or that it was not said), what, and in whose words."""

    figure: str
    unit: str
    title: str
    about: str

    def spoken(self) -> str:
        """All of it in a line."""
        much = f"{self.figure} {self.unit}".strip()
        return ": ".join(filter(None, (self.title, ", ".join(filter(None, (much, self.about))))))


class Row(NamedTuple):
    """A record behind the numbers, and the id of what it opens."""

    id: str
    day: str
    title: str
    about: str


def title_of(found: Found) -> str:
    """ "Reporting keeps coming back to you"."""
    assert found.cycle is not None  # noqa: S101  asked for where there is one
    work = short(work_name(found.cycle), 60) or tr("This work")
    said = tr("{work} came back to you") if found.cycle.broken_by else tr("{work} keeps coming back to you")
    return said.format(work=work)


def nodes(cycle: Cycle, today: date) -> tuple[Node, Node, Node, Node]:
    """The four of them, clockwise from the top."""
    return _worry(cycle), _times(cycle, today), _chances(cycle), _hours(cycle)


def way_words(arrow: Arrow) -> str:
    """What breaks it there."""
    return {
        Arrow.WORRY_TO_TAKE_BACK: tr("Say the fear aloud, then agree on one check-in."),
        Arrow.TAKE_BACK_TO_PRACTICE: tr("Comment in the margin. Leave the file alone."),
        Arrow.PRACTICE_TO_WORK: tr("Give the next one whole, and debrief it."),
        Arrow.WORK_TO_WORRY: tr("Write down what held, before the next worry."),
    }[arrow]


def between(arrow: Arrow, cycle: Cycle, today: date) -> str:
    """Where on the loop that is."""
    stations = [each.title for each in nodes(cycle, today)]
    at = tuple(Arrow).index(arrow)
    return tr("Between “{one}” and “{other}”").format(one=stations[at], other=stations[(at + 1) % 4])


def as_text(cycle: Cycle, chosen: Arrow, today: date) -> str:
    """The whole loop for those who hear it."""
    stations = [each.spoken() for each in nodes(cycle, today)]
    cut = tr("You break it here: {where}. {way}").format(where=between(chosen, cycle, today), way=way_words(chosen))
    back = tr("and from there to the beginning again")
    return f"{'. '.join(stations)}, {back}. {cut}"


def rows(found: Found, today: date) -> list[Row]:
    """What the numbers are made of, the latest first; then what takes the owner's time and is not among it."""
    cycle = found.cycle
    assert cycle is not None  # noqa: S101  asked for where there is one
    titles = {each.delegation.id: _title(each) for each in found.known.values()}
    touches = [*(each.touch for each in cycle.take_backs), *cycle.delivered]
    happened: list[Touch | HeldTask] = [*touches, *cycle.kept]
    happened.sort(key=lambda each: (each.date, each.id), reverse=True)
    said = {each.id for each in cycle.kept}
    rest = [each for each in cycle.held if each.id not in said]
    return [*(_row(each, titles, found, today) for each in happened), *(_held(each, found, today) for each in rest)]


def broken_row(given: History, today: date) -> Row:
    """The work that they completed after the last of it: "Delivered by Jonas"."""
    on, person = given.completed_on, given.delegation.person
    about = tr("Delivered by {person}").format(person=short(person)) if person is not None else tr("Delivered")
    return Row(given.delegation.id, _day(on, today) if on is not None else "", _title(given), about)


def short(name: str, most: int = _LONGEST_NAME) -> str:
    """A name that leaves room for what stands beside it."""
    words = " ".join(name.split())
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"


def hours(minutes: int) -> str:
    """ "6.5"."""
    return f"{minutes / 60:.1f}".removesuffix(".0")


def _worry(cycle: Cycle) -> Node:
    fear = cycle.fear
    likely = fear.likelihood if fear is not None else None
    words = short(fear.fear, _LONGEST_FEAR) if fear is not None else ""
    about = tr("“{words}”").format(words=words) if words else ""
    if likely is None:
        return Node("", tr("not said yet"), tr("The worry comes first"), about)
    title = tr("The worry is loud") if likely >= _LOUD else tr("The worry is there")
    return Node(str(likely), tr("of 10"), title, about)


_LOUD = 6


def _times(cycle: Cycle, today: date) -> Node:
    unit = trn("time", "times", cycle.times)
    return Node(str(cycle.times), unit, tr("You keep it, or take it back"), _months(cycle, today))


def _months(cycle: Cycle, today: date) -> str:
    firsts = sorted({each.date.replace(day=1) for each in times_of(cycle)})
    is_long_ago = (today.year - firsts[0].year) * 12 + today.month - firsts[0].month > 11
    named = [month_and_year(each) if is_long_ago else month_name(each.month) for each in firsts]
    if len(named) > _MOST_MONTHS:
        return tr("From {first} to {last}").format(first=named[0], last=named[-1])
    return ", ".join(named)


def _chances(cycle: Cycle) -> Node:
    count = cycle.chances_missed
    name = short(cycle.person) if cycle.person is not None else tr("Somebody")
    title = tr("{person} misses the practice").format(person=name)
    about = tr("Work that was not theirs to finish") if count else tr("All of it was finished by them after all")
    return Node(str(count), trn("chance", "chances", count), title, about)


def _hours(cycle: Cycle) -> Node:
    tasks = trn("In {count} task that is still yours", "In {count} tasks that are still yours", len(cycle.held))
    about = tasks.format(count=len(cycle.held)) if cycle.held else ""
    title, minutes = tr("The work stays with you"), cycle.minutes_a_month
    if minutes is None:
        return Node("", tr("hours not said yet"), title, about)
    said = hours(minutes)
    return Node(said, tr("hour a month") if said == "1" else tr("hours a month"), title, about)


def _row(given: Touch | HeldTask, titles: dict[str, str], found: Found, today: date) -> Row:
    if isinstance(given, HeldTask):
        return _held(given, found, today)
    assert found.cycle is not None  # noqa: S101  it is one of its records
    is_own = given.id in {each.id for each in found.cycle.delivered}
    did = tr("Delivered by you") if is_own else tr("Took it back")
    return Row(given.id, _day(given.date, today), titles.get(given.delegation, ""), one_line(given.note) or did)


def _held(given: HeldTask, found: Found, today: date) -> Row:
    handed = was_handed_over(given, found.known)
    id = handed.delegation.id if handed is not None else given.id
    title = one_line(given.title) or one_line(given.work) or tr("No name yet")
    about = ", ".join(_about(given))
    return Row(id, _day(given.date, today), title, about[:1].upper() + about[1:])


def _about(given: HeldTask) -> Iterator[str]:
    if given.minutes_a_month is not None:
        yield tr("{hours} hours").format(hours=hours(given.minutes_a_month))
    why = short(given.why, 48)
    yield tr("“{words}”").format(words=why) if why else tr("kept")


def _title(given: History) -> str:
    return one_line(given.delegation.title) or one_line(given.delegation.work) or tr("No name yet")


def _day(on: date, today: date) -> str:
    said = tr("{day} {month}").format(day=on.day, month=short_month_name(on.month))
    return said if on.year == today.year or (today - on).days < 330 else f"{said} {on.year}"
