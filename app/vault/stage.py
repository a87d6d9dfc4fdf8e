"""A database in memory that has every table and no word in it: to rehearse on, never to keep anything."""

from sqlalchemy import Connection

from app.vault import engine, migrations


class Stage:
    """Stands there until it is closed, and leaves nothing behind."""

    def __init__(self) -> None:
        self._raw = engine.in_memory()
        migrations.migrate(self._raw)
        self.connection: Connection = engine.engine(self._raw).connect()

    def close(self) -> None:
        """Takes it away."""
        self.connection.close()
        self._raw.close()
