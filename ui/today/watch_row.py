"""One thing to have an eye on: what it is, since when or until when, and a line about it. Pressing it goes there."""

from datetime import date, timedelta

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent

from app.reflections.model import OpenCommitment
from app.reflections.wording import intention
from app.translation import tr, trn
from app.watch import Due, Watched
from ui.kinds import shown
from ui.theme import icons, tokens
from ui.today.planned import plan_sentence
from ui.widgets.buttons import Pressable
from ui.widgets.drawing import text, width_of
from ui.widgets.labels import plain_tooltip
from ui.wording import day_name

KINDS = {
    Due.ONE_ON_ONE: "one-on-one",
    Due.CANDIDATES: "interview",
    Due.CHECK_IN: "touch",
    Due.DELIVERY: "delegation",
    Due.DEBRIEF: "debrief",
    Due.FOLLOW_UP: "follow-up",
    Due.AGREEMENT: "agreement",
    Due.ALIGNMENT: "alignment",
    Due.PRACTICE: "practice",
    Due.CYCLE: "held-task",
}


class WatchRow(Pressable):
    """An icon, the thing and its date in one line, and a line about it below."""

    ring_radius = 6

    def __init__(self, icon: str, what: str, about: str, when: str, spoken: str = "") -> None:
        super().__init__(what)
        self._icon, self._about, self._when = icon, about, when
        self.setAccessibleName(f"{spoken or what} {about}, {when}" if when else f"{spoken or what} {about}")
        self.setToolTip(plain_tooltip(spoken or what))

    def sizeHint(self) -> QSize:
        return QSize(tokens.scaled(200), tokens.scaled(42))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        line = tokens.line_height("control")
        icons.draw(painter, self._icon, QRectF(0, (line - 16) / 2, 16, 16), tokens.color("ink2"))
        small = tokens.font("small")
        when = width_of(self._when, small)
        width = self.width()
        tone = tokens.color("teal" if self.underMouse() else "ink")
        text(painter, QRectF(28, 0, width - 28 - when - 12, line), self.words(), tokens.font("control"), tone)
        text(painter, QRectF(width - when, 0, when + 1, line), self._when, small, tokens.color("ink2"))
        about = QRectF(28, line, width - 28, tokens.line_height("small"))
        text(painter, about, self._about, small, tokens.color("ink2"))


def of_plan(planned: OpenCommitment, today: date) -> WatchRow:
    """A plan of an earlier day that was not answered."""
    sentence = plan_sentence(planned.commitment)
    act = intention("", planned.commitment.will) if planned.commitment.will.strip() else sentence
    made_on = tr("Planned on {day}").format(day=day_name(planned.made_on))
    with_whom = planned.commitment.person
    about = tr("{planned}, with {person}").format(planned=made_on, person=with_whom) if with_whom else made_on
    return WatchRow("corner-down-right", act, about, _days(today - planned.made_on), sentence)


def of_watched(watched: Watched, today: date) -> WatchRow:
    """A meeting, a promise, or what was to be looked at again."""
    icon = shown(KINDS[watched.due]).icon
    match watched.due:
        case Due.ONE_ON_ONE:
            what = tr("One-on-one with {person}").format(person=watched.person)
            return WatchRow(icon, what, tr("Today") if watched.on == today else tr("Tomorrow"), watched.time or "")
        case Due.CHECK_IN:
            what = tr("Check-in you agreed with {person}").format(person=watched.person or tr("nobody yet"))
            return WatchRow(icon, what, watched.words, watched.time or tr("today"))
        case Due.DELIVERY:
            what = tr("Due from {person}").format(person=watched.person or tr("nobody yet"))
            return WatchRow(icon, what, watched.words, _due(watched.on, today))
        case Due.DEBRIEF:
            what = tr("Debrief with {person}").format(person=watched.person or tr("nobody yet"))
            about = tr("{work}, delivered {day}").format(work=watched.words, day=day_name(watched.on))
            return WatchRow(icon, what, about, tr("due"))
        case Due.FOLLOW_UP:
            by = tr("You promised {person}") if watched.mine else tr("{person} promised")
            return WatchRow(icon, watched.words, by.format(person=watched.person), _due(watched.on, today))
        case _:
            return _to_look_at(watched, icon, today)


def _to_look_at(watched: Watched, icon: str, today: date) -> WatchRow:
    when = _due(watched.on, today)
    match watched.due:
        case Due.AGREEMENT:
            what = tr("Working agreement with {person}").format(person=watched.person)
            return WatchRow(icon, what, tr("To be looked at together"), when)
        case Due.ALIGNMENT:
            what = tr("Alignment sheet with {person}").format(person=watched.person)
            return WatchRow(icon, what, tr("To be looked at together"), when)
        case Due.CANDIDATES:
            return _going(watched, icon, today)
        case Due.CYCLE:
            what = tr("{work} keeps coming back to you").format(work=watched.words)
            return WatchRow("repeat", what, tr("See the cycle, and a way out of it"), when)
        case _:
            return WatchRow(icon, watched.words, tr("A practice to be looked at again"), when)


def _going(watched: Watched, icon: str, today: date) -> WatchRow:
    what = trn("Candidate {names} is erased", "Candidates {names} are erased", watched.count)
    about = trn("The interview leaves the journal for good", "The interviews leave the journal for good", watched.count)
    when = tr("in {days}").format(days=_days(watched.on - today))
    return WatchRow(icon, what.format(names=watched.words), about, when)


def _due(on: date, today: date) -> str:
    return tr("today") if on == today else _days(today - on)


def _days(since: timedelta) -> str:
    return trn("{count} day", "{count} days", since.days).format(count=since.days)
