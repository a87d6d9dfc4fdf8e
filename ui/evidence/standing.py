"""Where a piece of work stands, in words."""

from datetime import date

from app.delegation.dues import Due, due_now
from app.delegation.history import History, Stage
from app.translation import tr
from ui.wording import day_name


def standing(given: History, today: date) -> str:
    """ "Due 19 March", "Check-in today, 14:00", "Delivered 6 March"; of what is over, its day."""
    return _handed_over(given, today) if given.stage is Stage.HANDED_OVER else _past(given)


def stage_of_one(stage: Stage) -> str:
    """ "Handed over"."""
    return {
        Stage.STILL_MINE: tr("Still mine"),
        Stage.DRAFT: tr("Draft"),
        Stage.HANDED_OVER: tr("Handed over"),
        Stage.AWAITING_DEBRIEF: tr("Awaiting debrief"),
        Stage.DEBRIEFED: tr("Debriefed"),
        Stage.TAKEN_BACK: tr("Taken back"),
    }[stage]


def title_of(given: History) -> str:
    """What it is called, or what kind of work it is."""
    of = given.delegation
    return of.title.strip() or of.work.strip() or tr("No name yet")


def _handed_over(given: History, today: date) -> str:
    for each in due_now(given, today):
        if each.what is Due.CHECK_IN:
            time = each.check_in.time if each.check_in else None
            return tr("Check-in today, {time}").format(time=time) if time else tr("Check-in today")
    due = given.delegation.brief.due_on
    if due is None:
        return tr("Since {day}").format(day=day_name(given.strands[-1].begins))
    return tr("Due today") if due == today else tr("Due {day}").format(day=day_name(due))


def _past(given: History) -> str:
    if given.stage is Stage.AWAITING_DEBRIEF and given.delivery is not None:
        return tr("Delivered {day}").format(day=day_name(given.delivery.touch.date))
    if given.stage is Stage.DEBRIEFED and given.talked_through is not None and given.talked_through.closed_on:
        return day_name(given.talked_through.closed_on)
    if given.stage is Stage.TAKEN_BACK and given.strands and given.strands[-1].ends:
        return day_name(given.strands[-1].ends)
    return tr("Not handed over yet")
