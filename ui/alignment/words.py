"""What the sheet of a report says in words."""

from datetime import date

from app.interviews.model import Look
from app.titles import one_line
from app.translation import tr, trn
from ui.wording import day_name


def when(look: Look, on: date) -> str:
    """ "in 30 days", "today", "due for 3 days": when it is to be done, seen from this day."""
    days = (look.on - on).days
    if days < 0:
        return trn("due for {count} day", "due for {count} days", -days).format(count=-days)
    return trn("in {count} day", "in {count} days", days).format(count=days) if days else tr("today")


def done(look: Look) -> str:
    """ "Looked at on 12 March"."""
    return tr("Looked at on {day}").format(day=day_name(look.done_on or look.on))


def topic(practice: str) -> str:
    """What goes on the agenda about a practice that reads as distrust."""
    return tr("How “{practice}” lands, and what would make it useful").format(practice=one_line(practice))
