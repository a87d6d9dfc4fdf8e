"""How the page says when something is, how long ago it was, and what a screen reader hears of a whole row."""

from datetime import date

from app.day_names import short_weekday_name
from app.one_on_ones.rules import Meeting
from app.people.model import Person
from app.people.rules import Balance
from app.people.wording import is_to_come, lack_in_words, roughly
from app.reflections.model import Pillar
from app.reflections.wording import pillar_name
from app.roster import Known
from app.translation import tr, trn
from ui.clock import today
from ui.wording import day_name


def when_it_is(day: date) -> str:
    """ "tomorrow", "in 3 days"; of the past, as `how_long_ago`."""
    days = (day - today()).days
    if days < 0:
        return how_long_ago(day)
    if days < 2:
        return tr("tomorrow") if days else tr("today")
    return trn("in {count} day", "in {count} days", days).format(count=days)


def how_long_ago(day: date) -> str:
    """ "today", "yesterday", "3 days ago"."""
    days = (today() - day).days
    if days < 2:
        return tr("yesterday") if days > 0 else tr("today")
    return trn("{count} day ago", "{count} days ago", days).format(count=days)


def lately(day: date) -> str:
    """ "today", "yesterday", else the day."""
    return how_long_ago(day) if 0 <= (today() - day).days < 2 else day_name(day)


def meeting_day(meeting: Meeting) -> str:
    """ "Wed 11 March, 09:30"."""
    said = tr("{weekday} {day}").format(weekday=short_weekday_name(meeting.on.weekday()), day=day_name(meeting.on))
    return tr("{day}, {time}").format(day=said, time=meeting.time) if meeting.time else said


def role_and_time(person: Person) -> str:
    """ "Data analyst, since April 2025", or from when; of who is archived, until when."""
    if person.archived_on is not None:
        until = roughly(person.until or person.archived_on.isoformat()[:7], today())
        return _with_role(person.role, tr("{role}, until {day}"), tr("Until {day}"), until)
    since = roughly(person.since, today())
    if is_to_come(person.since, today()):
        return _with_role(person.role, tr("{role}, from {day}"), tr("From {day}"), since)
    return _with_role(person.role, tr("{role}, since {day}"), tr("Since {day}"), since) if since else person.role


def _with_role(role: str, both: str, alone: str, day: str) -> str:
    return both.format(role=role, day=day) if role else alone.format(day=day)


def open_items(count: int) -> str:
    """ "3 open items"."""
    return trn("{count} open item", "{count} open items", count).format(count=count)


def mentions(count: int) -> str:
    """ "31 mentions"."""
    return trn("{count} mention", "{count} mentions", count).format(count=count)


def pillars_in_words(balance: Balance) -> str:
    """Each pillar with how often it showed: what the marks show to those who see them."""
    said = (tr("{pillar} {count}").format(pillar=pillar_name(each), count=balance.times[each]) for each in Pillar)
    return tr("In 30 days: {pillars}").format(pillars=", ".join(said))


def row_in_words(known: Known) -> str:
    """All of a row as sentences for those who hear it."""
    meeting, named = known.next, known.last_named
    said = [known.person.name, role_and_time(known.person)]
    if known.person.archived_on is not None:
        return ". ".join(filter(None, [*said, mentions(known.mentions)]))
    said += [
        tr("Next one-on-one {day}").format(day=meeting_day(meeting)) if meeting else tr("No one-on-one planned"),
        open_items(known.open_items),
        tr("Last in your journal {day}").format(day=lately(named)) if named else tr("Not in your journal yet"),
        pillars_in_words(known.balance),
        lack_in_words(known.balance),
    ]
    return ". ".join(filter(None, said))
