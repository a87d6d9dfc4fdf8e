"""How long work in a thread of its own is told to end early: it asks between its pieces, and never ends by itself."""

from collections.abc import Iterator
from contextlib import contextmanager

from app.vault.engine import Error, RawConnection

# Steps of SQLite's machine between two questions: some milliseconds.
_STEPS = 20_000


class Stopped(Exception):
    """The work was asked to end and left nothing behind."""


class Stop:
    """One for each piece of work. Any thread may ask; asking twice is as good as once."""

    def __init__(self) -> None:
        self._is_asked = False

    def ask(self) -> None:
        """The work is to end as soon as it can."""
        self._is_asked = True

    def check(self) -> None:
        """Raises Stopped once that was asked for."""
        if self._is_asked:
            raise Stopped

    @contextmanager
    def inside(self, connection: RawConnection) -> Iterator[None]:
        """Ends the statements of this connection, too. Raises Stopped."""
        connection.set_progress_handler(lambda: self._is_asked, _STEPS)
        try:
            yield
        except Error:
            self.check()
            raise
        finally:
            connection.set_progress_handler(None, _STEPS)
        self.check()
