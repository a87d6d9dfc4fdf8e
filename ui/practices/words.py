"""How the page says what was decided, what was raised, and when something was."""

from collections.abc import Sequence
from datetime import date

from app.day_names import month_name, short_month_name
from app.one_on_ones.model import Topic
from app.practices.model import Checklist, Decision, Practice, Run
from app.practices.rules import is_due
from app.practices.wording import decision_name, practice_name
from app.translation import tr, trn
from ui.wording import day_name

_NAMED = 2


def people(names: Sequence[str]) -> str:
    """ "Priya", "Priya and Ravi", "Priya, Ravi and 2 more"."""
    more = len(names) - _NAMED
    if more > 0:
        return tr("{names} and {count} more").format(names=", ".join(names[:_NAMED]), count=more)
    return tr("{one} and {other}").format(one=names[0], other=names[1]) if len(names) == _NAMED else "".join(names)


def raised(topics: Sequence[Topic]) -> str:
    """ "A topic for the next one-on-one with Priya"."""
    return tr("A topic for the next one-on-one with {people}").format(people=people([each.person for each in topics]))


def decided(decision: Decision | None, topics: Sequence[Topic]) -> str:
    """What was decided, and what was raised because of it."""
    said = tr("Nothing decided") if decision is None else decision_name(decision)
    return tr("{decision}. {topic}").format(decision=said, topic=raised(topics)) if topics else said


def look_again(practice: Practice, today: date) -> str:
    """The quiet mark of a practice whose day has come; "" before."""
    if practice.look_again_on is None or not is_due(practice, today):
        return ""
    if practice.look_again_on == today:
        return tr("To be looked at again today")
    return tr("To be looked at again since {day}").format(day=day_name(practice.look_again_on))


def footnote(practices: Sequence[Practice], today: date) -> str:
    """What the decisions do, and when practices are looked at again."""
    said = tr("“Loosen” and “Explain” put a topic on the next one-on-one.")
    days = [each.look_again_on for each in practices if each.look_again_on is not None]
    if len(days) == len(practices) > 1 and len(set(days)) == 1 and days[0] > today:
        return f"{said} " + tr("All of them are looked at again on {day}.").format(day=day_name(days[0]))
    coming = [each for each in practices if each.look_again_on is not None and each.look_again_on > today]
    if not coming:
        return said
    first = min(coming, key=lambda each: each.look_again_on or today)
    assert first.look_again_on is not None  # noqa: S101  only those that have a day were taken
    also = tr("“{practice}” is looked at again on {day}.")
    return f"{said} " + also.format(practice=practice_name(first.name), day=day_name(first.look_again_on))


def run_name(run: Run, today: date) -> str:
    """ "March run": by its month, with the year where that is another one."""
    if run.date.year == today.year:
        return tr("{month} run").format(month=month_name(run.date.month))
    return tr("{month} {year} run").format(month=month_name(run.date.month), year=run.date.year)


def go_on_words(run: Run | None, today: date) -> str:
    """What the button says: "Continue the March run"."""
    return tr("Begin a run") if run is None else tr("Continue the {run}").format(run=run_name(run, today))


def short_day(day: date, today: date) -> str:
    """ "9 Mar"; with the year where that is another one."""
    said = tr("{day} {month}").format(day=day.day, month=short_month_name(day.month))
    return said if day.year == today.year else f"{said} {day.year}"


def who(person: str | None) -> str:
    """A name, or the owner of the journal."""
    return person if person is not None else tr("Me")


def version_name(number: int) -> str:
    """ "Version 4"."""
    return tr("Version {number}").format(number=number)


def version_said(checklist: Checklist, number: int) -> str:
    """Why this version is as it is, and since when."""
    version = checklist.versions[number - 1]
    day = day_name(version.date)
    reason = " ".join(version.reason.split())
    return tr("{reason}, {day}").format(reason=reason.rstrip(".,"), day=day) if reason else day


def steps_counted(checklist: Checklist) -> str:
    """ "7 steps, version 4"."""
    if not checklist.versions:
        return tr("no steps yet")
    count = len(checklist.versions[-1].steps)
    steps = trn("{count} step", "{count} steps", count).format(count=count)
    return tr("{steps}, version {number}").format(steps=steps, number=len(checklist.versions))
