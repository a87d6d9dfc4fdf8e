"""Where delegations live: their touches and debriefs go to the trash with them, come back with them, end with them."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import TypeVar

from sqlalchemy import Connection, delete, select, text

from app.delegation import logged, outlines
from app.delegation.history import History, histories
from app.delegation.model import Debrief, Delegation, Touch
from app.delegation.record import DEBRIEF, DELEGATION, TOUCH
from app.records import trash
from app.records.kind import Kind
from app.records.names import Names
from app.records.storage import Storage
from app.search import index

_OUTLINES, _LOGGED = text(outlines.QUERY), text(logged.QUERY)
P = TypeVar("P", bound=Touch | Debrief)


class Parts(Storage[P]):
    """The touches, or the debriefs, of one open journal. To be used inside a transaction."""

    def __init__(self, connection: Connection, kind: Kind[P], names: Names, whole: Storage[Delegation]) -> None:
        super().__init__(connection, kind, names)
        self._whole = whole

    def trash(self) -> list[P]:
        """What was deleted by itself, latest first: what is of a delegation in the trash comes back with that."""
        gone = {each.id for each in self._whole.trash()}
        return [each for each in super().trash() if each.delegation not in gone]

    def of(self, delegations: Iterable[str]) -> list[P]:
        """Those of these delegations, in no order, without the trash."""
        return self._read(self._kept().where(self.table.c.delegation.in_(list(delegations))))

    def delete_of(self, delegation: str, now: datetime) -> None:
        """Moves those of this delegation to the trash."""
        for each in self.where(delegation=delegation):
            self.delete(each.id, now)

    def restore_of(self, delegation: str, gone_at: datetime | None, now: datetime) -> None:
        """Takes those of this delegation out of the trash that went there at this instant."""
        rows = self.table.c
        gone = self._all.where(rows.delegation == delegation, rows.deleted_at.is_not(None))
        for each in self._read(gone.order_by(rows.id)):
            if each.deleted_at == gone_at:
                self.restore(each.id, now)

    def remove_of(self, delegations: Sequence[str]) -> None:
        """Removes those of these delegations for good, in the trash or not, and what can be found of them."""
        rows = self.table.c
        for delegation in delegations:
            outside = select(rows.id).where(rows.delegation == delegation, rows.deleted_at.is_(None))
            for id in self._connection.scalars(outside).all():
                index.remove(self._connection, self.kind.name, id)
            self._connection.execute(delete(self.table).where(rows.delegation == delegation))


class Touches(Parts[Touch]):
    """The touches of one open journal. To be used inside a transaction."""

    def timed(self, delegations: Iterable[str]) -> list[Touch]:
        """Those of these delegations on which minutes were spent, in no order, without the trash."""
        rows = self.table.c
        return self._read(self._kept().where(rows.delegation.in_(list(delegations)), rows.minutes.is_not(None)))


class Delegations(Storage[Delegation]):
    """The delegations of one open journal, with their touches and debriefs. To be used inside a transaction."""

    def __init__(self, connection: Connection, names: Names) -> None:
        super().__init__(connection, DELEGATION, names)
        self.touches = Touches(connection, TOUCH, names, self)
        self.debriefs = Parts(connection, DEBRIEF, names, self)

    def delete(self, id: str, now: datetime) -> None:
        """Moves it to the trash, with its touches and debriefs; one that is there stays. Raises NoSuchRecord."""
        if self.get(id).deleted_at is not None:  # with another instant what went with it would not come back with it
            return
        super().delete(id, now)
        self.touches.delete_of(id, now)
        self.debriefs.delete_of(id, now)

    def restore(self, id: str, now: datetime) -> None:
        """Takes it out of the trash, with what went there with it. Raises NoSuchRecord."""
        gone_at = self.get(id).deleted_at
        super().restore(id, now)
        self.touches.restore_of(id, gone_at, now)
        self.debriefs.restore_of(id, gone_at, now)

    def empty_trash(self, now: datetime) -> int:
        """Removes for good what was deleted long enough ago, with all that is of it; returns how many delegations."""
        rows = self.table.c
        gone = self._connection.scalars(select(rows.id).where(trash.is_long_gone(self.table)), trash.at(now)).all()
        self.touches.remove_of(gone)
        self.debriefs.remove_of(gone)
        return super().empty_trash(now)

    def discard(self, id: str) -> None:
        """Removes for good one that was begun and left empty, with whatever is of it; nothing where there is none."""
        self.touches.remove_of([id])
        self.debriefs.remove_of([id])
        super().discard(id)

    def histories(self, person: str) -> list[History]:
        """All that became of what the person with this id was handed, and of their drafts, the newest first. Their
        touches have what a page shows of them, and what is counted.
        """
        rows = self.table.c
        given = self._read(self._kept().where(rows.person_id == person).order_by(*self._newest))
        by_id = {each.id: each for each in given}
        touches = logged.logged(self._connection.execute(_LOGGED, {"person": person}), by_id)
        return histories(given, touches, self.debriefs.of(by_id))

    def outlines(self, today: date, since: date | None = None) -> list[History]:
        """What a list shows of those outside the trash, handed over last first: see `outlines.outline`. With `since`,
        those are left out that were talked through, and were neither taken back, handed back nor delivered since then.
        """
        rows = self._connection.execute(_OUTLINES, outlines.parameters(today, since)).mappings()
        return [outlines.outline(row) for row in rows]
