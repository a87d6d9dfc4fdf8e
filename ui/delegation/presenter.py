"""Which piece of work is looked at, and what there is of it, with what was just logged and typed."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Signal

from app.delegation.history import History, Stage, history
from app.delegation.logged import filled
from app.delegation.model import Delegation, HeldTask, Touch
from app.delegation.numbers import OfOne, of_one
from app.delegation.record import DELEGATION, HELD_TASK, TOUCH
from app.delegation.work import alike, work_key
from ui.clock import today
from ui.delegation.lines import ORDER, Line, lines
from ui.delegation.shelf import Shelf
from ui.kept import Kept
from ui.session import Session

_KINDS = {HeldTask: HELD_TASK.name, Delegation: DELEGATION.name, Touch: TOUCH.name}
_FIRST = (Stage.HANDED_OVER, Stage.AWAITING_DEBRIEF, Stage.TAKEN_BACK, Stage.STILL_MINE, Stage.DRAFT, Stage.DEBRIEFED)


class DelegationPresenter(QObject):
    """One of them is chosen as long as there are any."""

    changed = Signal()  # of what is shown, something
    chosen = Signal()  # another one, or none

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.shelf, self.kept = Shelf(session, self), Kept(session, _KINDS, self)
        self.id: str | None = None
        self.new: HeldTask | None = None  # begun, and without a word yet: it is kept from the first one on
        self._asked: Mapping[tuple[str, str], object] = {}  # what was on the disk when the journal was asked last
        self._state: tuple[object, ...] = ()  # which the groups were made of
        self._groups: Mapping[Stage, list[Line]] = {}
        self._wanted: str | None = None  # to be chosen once it is there
        self.shelf.loaded.connect(self._on_loaded)
        self.kept.saved.connect(self.ask)

    @property
    def is_filled(self) -> bool:
        """Whether the journal has answered."""
        return self.shelf.is_loaded

    @property
    def is_awaiting(self) -> bool:
        """Whether another one is to be chosen as soon as the journal has answered."""
        return self._wanted is not None

    @property
    def is_empty(self) -> bool:
        """Whether there is neither held work nor a delegation."""
        return not any(self.groups().values())

    @property
    def held(self) -> list[HeldTask]:
        """All of them as they were last typed, those kept longest first."""
        found = self.kept.over(HELD_TASK.name, [*self.shelf.held, *([self.new] if self.new else [])])
        return sorted(found, key=lambda each: (each.date, each.created_at, each.id))

    @property
    def held_task(self) -> HeldTask | None:
        """The chosen one, if it is held work."""
        return next((each for each in self.held if each.id == self.id), None)

    @property
    def history(self) -> History | None:
        """What became of the chosen one, if it is a delegation and the journal has answered."""
        whole = self.shelf.whole
        if whole is None or whole.delegation.id != self.id:
            return None
        of = whole.delegation.id
        touches = self.kept.over(TOUCH.name, whole.touches, lambda each: each.delegation == of)
        newest = self.kept.over(DELEGATION.name, [whole.delegation], lambda each: each.id == of)
        return history(newest[0] if newest else whole.delegation, touches, whole.debriefs)

    def numbers(self) -> tuple[OfOne, Sequence[History]] | None:
        """What is true of the chosen one, if it was handed over, and all work of its kind with its person."""
        shown = self.history
        if shown is None or shown.stage is Stage.DRAFT:
            return None
        others = (each for each in self.shelf.outlines if each.delegation.id != shown.delegation.id)
        work = [shown, *filled(alike(others, shown.delegation), self.shelf.timed)]
        return of_one(shown, work, self.held, today()), work

    @property
    def works(self) -> list[str]:
        """The kinds of work that were named here, each once, as it was written last."""
        named = [*(each.work for each in self.held), *(each.delegation.work for each in self.shelf.outlines)]
        by_key = {work_key(each): each for each in reversed(named) if work_key(each)}
        return sorted(by_key.values(), key=str.casefold)

    def groups(self) -> Mapping[Stage, list[Line]]:
        """The list; made anew only where something is otherwise."""
        state = (self.kept.version, self.shelf.version, self.id, self.new, today())
        if state != self._state:
            self._state, self._groups = state, self._grouped()
        return self._groups

    def ask(self) -> None:
        """Asks the journal again."""
        self._asked = self.kept.saved_by_now()
        self.shelf.refresh(self.id, lambda held, outlines: _first(lines(held, outlines, today())))

    def choose(self, id: str) -> None:
        """This one is looked at."""
        if id != self.id:
            self.kept.flush()
            if self.new is not None and id != self.new.id:
                self.new = None
            self._choose(id)
            self.ask()

    def step(self, by: int) -> None:
        """Chooses the next one (1) or the one before (-1)."""
        ids = self._ids()
        if self.id in ids and 0 <= (at := ids.index(self.id) + by) < len(ids):
            self.choose(ids[at])

    def want(self, id: str) -> None:
        """This one is to be looked at as soon as the journal says that it is there."""
        self._wanted = id
        self.id = id  # so that it is read whole
        self.ask()

    def leave(self) -> None:
        """The chosen one goes: the next takes its place, or the one before."""
        ids = self._ids()
        at = ids.index(self.id) if self.id in ids else 0
        beside = [*ids[at + 1 : at + 2], *ids[max(at - 1, 0) : at]]
        self._choose(next(iter(beside), None))

    def _grouped(self) -> Mapping[Stage, list[Line]]:
        outlines = list(self.shelf.outlines)
        away = {each.delegation.id for each in outlines} - {each.id for each in self._delegations()}
        shown = self.history
        if shown is not None:
            outlines = [shown if each.delegation.id == shown.delegation.id else each for each in outlines]
        return lines(self.held, [each for each in outlines if each.delegation.id not in away], today())

    def _delegations(self) -> list[Delegation]:
        return self.kept.over(DELEGATION.name, (each.delegation for each in self.shelf.outlines))

    def _ids(self) -> list[str]:
        groups = self.groups()
        return [line.id for stage in ORDER for line in groups[stage]]

    def _choose(self, id: str | None) -> None:
        self.id = id
        self.chosen.emit()
        self.changed.emit()

    def _on_loaded(self) -> None:
        self.kept.is_read(self._asked)
        groups = self.groups()
        ids = {line.id for of_stage in groups.values() for line in of_stage}
        known = ids | {each.delegation.id for each in self.shelf.outlines}
        wanted, self._wanted = self._wanted, None
        if wanted is not None and wanted not in known and self.shelf.whole is not None:
            wanted = self.shelf.whole.delegation.id  # what is wanted is something of it
        if wanted is not None and wanted in known:
            self._choose(wanted)
        elif self.id not in known:
            self.id = _first(groups)
            self.chosen.emit()
            if self.history is None and self.held_task is None and self.id is not None:
                self.ask()
        self.changed.emit()


def _first(groups: Mapping[Stage, list[Line]]) -> str | None:
    """The one that is looked at where none is meant."""
    return next((line.id for stage in _FIRST for line in groups[stage]), None)
