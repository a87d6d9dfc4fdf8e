"""Whether the work that is looked at keeps coming back, and whether there is still something to say of it."""

from datetime import timedelta

from PySide6.QtCore import QObject

from app.delegation.coming_back import closed_by, of_delegation, of_task
from app.delegation.cycle import AGAIN, Cycle, cycles
from app.delegation.work import work_key
from app.translation import tr
from ui.clock import today
from ui.delegation.presenter import DelegationPresenter
from ui.session import Session


class ComesBack(QObject):
    """Reads nothing: what the list has of all work decides it."""

    def __init__(self, presenter: DelegationPresenter, session: Session) -> None:
        super().__init__(presenter)
        self._at, self._session = presenter, session
        self._state: tuple[object, ...] = ()
        self._running: Cycle | None = None

    @property
    def cycle(self) -> Cycle | None:
        """The running cycle of the chosen work, unless it was put off and has not closed again since."""
        at = self._at
        state = (at.kept.version, at.shelf.version, at.id, today())
        if state != self._state:
            self._state, self._running = state, self._found()
        found = self._running
        return None if found is None or closed_by(found) in self._session.preferences.cycles_put_off else found

    def put_off(self) -> None:
        """Says nothing more of it, until it closes once more."""
        found = self.cycle
        if found is not None:
            since = today() - AGAIN - timedelta(days=1)
            kept = {id: day for id, day in self._session.preferences.cycles_put_off.items() if day >= since}
            self._session.prefer(self, cycles_put_off={**kept, closed_by(found): today()})

    def _found(self) -> Cycle | None:
        """Of all work, only that of the kind is looked at: with each key typed into a held task it is asked anew."""
        at, told, task = self._at, self._at.history, self._at.held_task
        if told is None and task is None:
            return None
        work = work_key(task.work if task is not None else told.delegation.work if told is not None else "")
        alike = [each for each in at.shelf.outlines if work_key(each.delegation.work) == work]
        shown = [told if told and each.delegation.id == at.id else each for each in alike]
        found = [each for each in cycles(shown, at.held) if each.is_running(today())]
        if task is not None:
            return of_task(found, task)
        return of_delegation(found, told.delegation) if told is not None else None


def words_of(cycle: Cycle) -> str:
    """ "Third time this kind of task came back to you."."""
    if cycle.times == 1:
        return tr("This came back to you, and you finished it.")
    has_kind = bool(cycle.work.strip())
    said = {
        2: (tr("Second time this task came back to you."), tr("Second time this kind of task came back to you.")),
        3: (tr("Third time this task came back to you."), tr("Third time this kind of task came back to you.")),
        4: (tr("Fourth time this task came back to you."), tr("Fourth time this kind of task came back to you.")),
        5: (tr("Fifth time this task came back to you."), tr("Fifth time this kind of task came back to you.")),
    }.get(cycle.times)
    if said is not None:
        return said[has_kind]
    words = tr("This kind of task came back {count} times.") if has_kind else tr("This task came back {count} times.")
    return words.format(count=cycle.times)
