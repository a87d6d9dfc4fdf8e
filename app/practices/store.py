"""Where checklists live: their runs go to the trash with them, and come back with them."""

from datetime import datetime

from sqlalchemy import Connection

from app.practices.model import Checklist, Run
from app.practices.record import CHECKLIST
from app.records.names import Names
from app.records.storage import Storage


class Checklists(Storage[Checklist]):
    """The checklists of one open journal. To be used inside a transaction."""

    def __init__(self, connection: Connection, names: Names, runs: Storage[Run]) -> None:
        super().__init__(connection, CHECKLIST, names)
        self._runs = runs

    def delete(self, id: str, now: datetime) -> None:
        """Moves it to the trash, with its runs. Raises NoSuchRecord."""
        super().delete(id, now)
        for run in self._runs.where(checklist=id):
            self._runs.delete(run.id, now)

    def restore(self, id: str, now: datetime) -> None:
        """Takes it out of the trash, with the runs that went there with it. Raises NoSuchRecord."""
        gone_at = self.get(id).deleted_at
        super().restore(id, now)
        for run in self._runs.trash():
            if run.checklist == id and run.deleted_at == gone_at:
                self._runs.restore(run.id, now)
