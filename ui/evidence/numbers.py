"""The numbers of one delegation, and of one person, in words: the figure, how it is counted, what it still needs."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import NamedTuple

from app.delegation.fears import Fears
from app.delegation.history import History
from app.delegation.hover import Hover
from app.delegation.model import CameTrue
from app.delegation.numbers import OfOne, OfPerson
from app.delegation.payback import Payback
from app.translation import tr, trn
from ui.evidence import records
from ui.evidence.records import Titles
from ui.evidence.spans import decimal, duration
from ui.evidence.standing import title_of
from ui.rope.words import short_day
from ui.widgets.behind import Behind, Record
from ui.widgets.quiet_row import Figure
from ui.wording import day_name

HOVER, UNPLANNED, HELD, CHECK_INS, PAYBACK = "hover", "unplanned", "held", "check-ins", "payback"
COMPLETED, FEAR = "completed", "fear"


class Shown(NamedTuple):
    """A number as it is shown, and what is behind it: the title of that, how it is counted, and the records, which are
    put into words only where somebody asks for them.
    """

    figure: Figure
    title: str
    said: Sequence[str]
    listed: Callable[[], Sequence[Record]]

    def behind(self) -> Behind:
        """All of it."""
        return Behind(self.title, self.said, self.listed())


def numbers_of_one(given: OfOne, of: History, alike: Sequence[History], today: date) -> list[Shown]:
    """What is true of one delegation, and of work that is `alike`; where no check-in was planned or no fear was
    answered, there is no number of it.
    """
    shown = [_hover(given.hover, {}), _unplanned(given.hover), _held(given)]
    if given.over or given.to_come:
        shown.append(_check_ins(given, of))
    titles = {each.delegation.id: title_of(each) for each in alike}
    shown.append(_payback(given.payback, titles, of.delegation.person, today))
    if given.fears.fears:
        shown.append(_fear(given.fears))
    return shown


def numbers_of_person(given: OfPerson, of: Sequence[History], name: str, today: date) -> list[Shown]:
    """What is true of the work that one person was handed."""
    titles = {each.delegation.id: title_of(each) for each in of}
    return [
        _hover(given.hover, titles),
        _completed(given),
        _fears(given.fears),
        _payback(given.payback, titles, name, today),
    ]


def _hover(given: Hover, titles: Titles) -> Shown:
    counted = tr(
        "What you did unplanned, for each 10 working days in their hands: dropped in counts 1, edited 2, overruled 3, "
        "took back 5. What was agreed counts nothing."
    )
    if given.index is None:
        figure, said = _hover_to_come(given.lacking)
    else:
        figure = Figure(decimal(given.index), tr("hover index"), HOVER)
        told = trn("So far: {weight} in {count} working day.", "So far: {weight} in {count} working days.", given.days)
        said = told.format(weight=given.weight, count=given.days)
    listed = partial(records.of_touches, given.unplanned or given.touches, titles)
    return Shown(figure, tr("Hover index"), (counted, said), listed)


def _hover_to_come(lacking: int) -> tuple[Figure, str]:
    if not lacking:
        return _not_enough(tr("hover index, a working day more"), HOVER), tr("It needs a working day in their hands.")
    caption = trn("hover index, {count} more touch", "hover index, {count} more touches", lacking)
    needs = trn(
        "It needs {count} more touch to say anything.", "It needs {count} more touches to say anything.", lacking
    )
    return _not_enough(caption.format(count=lacking), HOVER), needs.format(count=lacking)


def _unplanned(given: Hover) -> Shown:
    number = len(given.unplanned)
    counted = tr(
        "Each time you dropped in, edited, overruled or took it back. Safety, law and a date that cannot move do not "
        "count."
    )
    figure = Figure(str(number), trn("unplanned touch", "unplanned touches", number), UNPLANNED)
    return Shown(figure, tr("Unplanned touches"), (counted,), partial(records.of_touches, given.unplanned, {}))


def _held(given: OfOne) -> Shown:
    number = len(given.held)
    counted = tr("Each time you felt the pull to step in, and held.")
    figure = Figure(str(number), trn("pull held", "pulls held", number), HELD)
    return Shown(figure, tr("Pulls held"), (counted,), partial(records.of_touches, given.held, {}))


def _check_ins(given: OfOne, of: History) -> Shown:
    counted = tr("The check-ins you agreed on whose day has come, and those of them that were logged.")
    ahead = trn("{count} is still to come.", "{count} are still to come.", given.to_come).format(count=given.to_come)
    said = (counted, ahead) if given.to_come else (counted,)
    listed = partial(records.of_meetings, given.over, of.delegation.id)
    if given.over:
        kept = tr("{kept} of {all}").format(kept=len(given.kept), all=len(given.over))
        figure = Figure(kept, tr("check-ins kept"), CHECK_INS)
    else:
        figure = Figure(
            tr("not yet"), tr("check-ins, {count} to come").format(count=given.to_come), CHECK_INS, is_known=False
        )
    return Shown(figure, tr("Check-ins kept"), said, listed)


def _payback(given: Payback | None, titles: Titles, person: str | None, today: date) -> Shown:
    title = tr("Time spent, and handed back")
    if given is None:
        needs = tr("It needs work that you noted as still yours, with its hours a month, and then handed over to them.")
        return Shown(_not_enough(tr("hours handed back"), PAYBACK), title, (needs,), list)
    counted = tr(
        "The hours a month that this work took you, since it went to {whom}, against the minutes you logged on work "
        "like it. It is counted from the beginning."
    ).format(whom=person or tr("them"))
    figure = Figure(duration(given.saved), _back(given, today), PAYBACK)
    return Shown(figure, title, (counted, _even(given, today)), partial(records.of_payback, given, titles))


def _back(given: Payback, today: date) -> str:
    """ "back for 25 min, even since 15 Nov"."""
    if given.spent is None:
        return tr("handed back")
    on, time = given.even_on, duration(given.spent)
    if on is None:
        return tr("back for {time}").format(time=time)
    said = tr("back for {time}, even since {day}") if on <= today else tr("back for {time}, even on {day}")
    day = short_day(on)
    return said.format(time=time, day=day if on.year == today.year else f"{day} {on.year}")


def _even(given: Payback, today: date) -> str:
    if given.spent is None:
        return tr("No minutes were logged yet.")
    if given.even_on is None:
        return tr("As things are, it does not break even yet.")
    said = (
        tr("It broke even on {day}.")
        if given.even_on <= today
        else tr("If all stays as it is, it breaks even on {day}.")
    )
    return said.format(day=day_name(given.even_on))


def _fear(given: Fears) -> Shown:
    (fear,) = given.fears
    felt = tr("what I feared, {number} in 10").format(number=fear.likelihood)
    caption = tr("what I feared") if fear.likelihood is None else felt
    counted = tr("What you wrote down before handing over, beside what the debrief says of it.")
    figure = Figure(records.outcome(fear.came_true), caption, FEAR)
    return Shown(figure, tr("Fear and outcome"), (counted,), partial(records.of_fears, given))


def _fears(given: Fears) -> Shown:
    title, number = tr("Fear and outcome"), len(given.fears)
    counted = tr("What you wrote down before handing over, beside what the debriefs of the last 12 months say of it.")
    if not number:
        needs = tr("It needs a debrief that answers a fear.")
        figure = _not_enough(tr("fears against what happened"), FEAR)
        return Shown(figure, title, (counted, needs), partial(records.of_fears, given))
    true, partly = len(given.that(CameTrue.YES)), len(given.that(CameTrue.PARTLY))
    said = tr("{all} feared: {true} came true, {partly} in part, {none} did not happen.").format(
        all=number, true=true, partly=partly, none=number - true - partly
    )
    figure = Figure(tr("{true} of {all}").format(true=true, all=number), tr("fears came true"), FEAR)
    return Shown(figure, title, (counted, said), partial(records.of_fears, given))


def _completed(given: OfPerson) -> Shown:
    counted = tr("What was delivered out of their hands in the last 12 months.")
    figure = Figure(str(len(given.completed)), tr("completed"), COMPLETED)
    return Shown(figure, tr("Completed"), (counted,), partial(records.of_completed, given.completed))


def _not_enough(caption: str, key: str) -> Figure:
    return Figure(tr("not enough yet"), caption, key, is_known=False)
