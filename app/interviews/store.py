"""Where kits and interviews live: the interviews of a kit go to the trash with it, and come back with it."""

from contextlib import suppress
from datetime import date, datetime

from sqlalchemy import Connection, func, select

from app.errors import NoSuchRecord
from app.interviews.model import Interview, Kit, Outline
from app.interviews.record import INTERVIEW, KIT
from app.interviews.retention import Dated
from app.records.names import Names
from app.records.storage import Storage
from app.search import index


class Interviews(Storage[Interview]):
    """The interviews of one open journal. To be used inside a transaction."""

    def __init__(self, connection: Connection, names: Names) -> None:
        super().__init__(connection, INTERVIEW, names)
        self._kits = Storage(connection, KIT, names)

    def restore(self, id: str, now: datetime) -> None:
        """Takes it out of the trash, with its kit, by which it is found. Raises NoSuchRecord."""
        super().restore(id, now)
        with suppress(NoSuchRecord):
            kit = self._kits.get(self.get(id).kit)
            if kit.deleted_at is not None:
                self._kits.restore(kit.id, now)

    def dated(self) -> list[Dated]:
        """All of them, the trash included, as far as their keeping needs them; what was said is not read."""
        rows = self.table.c
        wanted = select(rows.id, rows.candidate, rows.entry_date, rows.deleted_at.is_not(None).label("is_in_trash"))
        return [
            Dated(row.id, row.candidate, date.fromisoformat(row.entry_date), row.is_in_trash)
            for row in self._connection.execute(wanted)
        ]

    def outlines(self) -> list[Outline]:
        """All of them without the trash, in the order of the conversations; what was said is not taken apart."""
        rows = self.table.c
        wanted = select(
            *(rows.id, rows.kit, rows.candidate, rows.entry_date, rows.at, rows.finished_on),
            func.json_array_length(rows.parts).label("how_many"),
            rows.hired_id.is_not(None).label("is_hired"),
        )
        ordered = wanted.where(rows.deleted_at.is_(None)).order_by(rows.entry_date, rows.created_at, rows.id)
        return [
            Outline(
                id=row.id,
                kit=row.kit,
                candidate=row.candidate,
                date=date.fromisoformat(row.entry_date),
                parts=row.how_many,
                at=row.at,
                finished_on=date.fromisoformat(row.finished_on) if row.finished_on else None,
                is_hired=bool(row.is_hired),
            )
            for row in self._connection.execute(ordered)
        ]

    def document(self, given: Interview) -> index.Document:
        """What can be found of it: what was said, not what the kit has for everybody."""
        heard = (part.notes for part in given.parts)
        landed = (each.words for each in given.sheet)
        return index.Document(
            kind=self.kind.name,
            id=given.id,
            day=given.date,
            time=None,
            title=self.kind.title(given),
            body="\n".join(filter(None, (given.candidate, *heard, *landed, given.reason))),
            names=self.kind.people(given),
        )


class Kits(Storage[Kit]):
    """The kits of one open journal. To be used inside a transaction."""

    def __init__(self, connection: Connection, names: Names, interviews: Interviews) -> None:
        super().__init__(connection, KIT, names)
        self._interviews = interviews

    def delete(self, id: str, now: datetime) -> None:
        """Moves it to the trash, with its interviews; one that is there stays. Raises NoSuchRecord."""
        if self.get(id).deleted_at is not None:  # with another instant what went with it would not come back with it
            return
        super().delete(id, now)
        for each in self._interviews.where(kit=id):
            self._interviews.delete(each.id, now)

    def restore(self, id: str, now: datetime) -> None:
        """Takes it out of the trash, with the interviews that went there with it. Raises NoSuchRecord."""
        gone_at = self.get(id).deleted_at
        super().restore(id, now)
        for each in self._interviews.trash():
            if each.kit == id and each.deleted_at == gone_at:
                self._interviews.restore(each.id, now)
