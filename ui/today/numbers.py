"""What there is to count, of a week and of the plans that wait."""

from app.reflections.plans import MOST_COUNTED
from app.today import Week
from app.translation import tr, trn
from ui.widgets.quiet_row import Figure

_MANY = MOST_COUNTED - 100  # as some of those counted are shown, and not said to wait


def numbers_of(week: Week) -> list[Figure]:
    """Each number with what it counts; what cannot be counted is left out."""
    shown = [
        Figure(str(week.days_written), trn("day you wrote", "days you wrote", week.days_written)),
        Figure(str(week.pulls), trn("pull noticed", "pulls noticed", week.pulls)),
    ]
    if week.strongest_pull is not None:
        shown.append(Figure(str(week.strongest_pull), tr("strongest pull")))
    if week.plans_answered:
        kept = tr("{kept} of {all}").format(kept=week.plans_kept, all=week.plans_answered)
        shown.append(Figure(kept, tr("plans kept")))
    return shown


def waiting(number: int) -> str:
    """So many plans wait; beyond some hundreds nobody needs to know."""
    return str(number) if number <= _MANY else tr("{count}+").format(count=_MANY)
