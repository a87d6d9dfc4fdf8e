"""One question to the typesetter, which can be taken back at any moment."""

from threading import Event

from app.pack.child import Pages, Typesetting, TypesettingStopped
from app.pack.contents import Pack


class Setting:
    """`pages` is called once, in a worker; `cancel` at any time before or meanwhile, in another thread."""

    def __init__(self, pack: Pack, ppi: int) -> None:
        self._pack, self._ppi = pack, ppi
        self._cancelled = Event()
        self._running: Typesetting | None = None

    def pages(self) -> Pages:
        """The pages, drawn too. Raises TypesettingStopped."""
        if self._cancelled.is_set():
            raise TypesettingStopped
        running = self._running = Typesetting(self._pack, pages=True, ppi=self._ppi)
        if self._cancelled.is_set():  # since the line before: then nobody else has seen that it runs
            running.cancel()
        return running.wait()

    def cancel(self) -> None:
        """Nobody wants the answer any more. Returns at once."""
        self._cancelled.set()
        if (running := self._running) is not None:
            running.cancel()
