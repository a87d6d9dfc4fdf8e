"""What is chosen before somebody is erased, and the doing of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app import settings
from app.erasing.model import Choice, Choices, Mention, Preview, Way
from ui.keeping import clock_on_the_wall
from ui.session import Session, now

if TYPE_CHECKING:
    from app.vault.backup import Backup
    from app.vault.stopping import Stop
    from ui.session import Journal, Vault


@dataclass(frozen=True, slots=True)
class Erased:
    """What came of it: whether the files were wiped at once, and which backups could not be deleted."""

    is_wiped: bool
    left: Sequence[Path] = ()
    trouble: Exception | None = None


class ErasePresenter(QObject):
    """Reads what is to go, keeps what is chosen for each mention, and erases once it is told to."""

    read = Signal()  # there is a preview now, or another one
    found_backups = Signal()
    chosen = Signal()  # something else is chosen for the mentions
    refused = Signal(object)
    done = Signal(object)  # an Erased

    def __init__(self, session: Session, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self.name = session, name
        self._id = ""
        self.preview: Preview | None = None
        self.backups: Sequence[Backup] = ()
        self.choices = Choices()
        self.is_busy = False

    def ask(self) -> None:
        """Reads what there is, of the journal and of its backups."""

        def work(journal: "Journal") -> tuple[str, Preview]:
            from app.erasing.preview import preview
            from app.errors import NoSuchRecord

            person = next((each for each in journal.people.everyone() if each.name == self.name), None)
            if person is None:
                raise NoSuchRecord(self.name)
            return person.id, preview(journal, person.id)

        self._session.read(self, work, self._on_read, self.refused.emit)
        keeping = self._session.keeping
        if keeping is not None:
            keeper = keeping.keeper
            found = lambda vault, stop: keeper(vault, stop).all_there_are()  # noqa: E731  two words for one call
            self._session.beside(self, found, self._on_backups, self.refused.emit)

    def choose_for_all(self, choice: Choice) -> None:
        """For every mention that nothing is chosen for by itself."""
        self.choices = Choices(default=choice, each=self.choices.each)
        self.chosen.emit()

    def choose(self, mention: Mention, choice: Choice) -> None:
        """For this one alone."""
        self.choices = Choices(default=self.choices.default, each={**self.choices.each, mention: choice})
        self.chosen.emit()

    def call(self, alias: str) -> None:
        """What they are called wherever they get other words."""

        def called(choice: Choice) -> Choice:
            return Choice(Way.ALIAS, alias) if choice.way is Way.ALIAS else choice

        each = {mention: called(choice) for mention, choice in self.choices.each.items()}
        self.choices = Choices(default=called(self.choices.default), each=each)

    def erase(self, *, with_backups: bool) -> None:
        """Does it; `done` follows, or `refused` with nothing changed. Backups go once a new one is proven."""
        self.is_busy = True
        before, id, choices = self._session.preferences.name, self._id, self.choices

        def work(journal: "Journal") -> bool:
            from app.erasing.doing import erase

            return erase(journal, id, choices, now())

        def is_erased(is_wiped: bool) -> None:
            called = self._session.preferences.name
            if called != before and not self._session.is_sample:
                settings.keep(name=called)  # the window says it while the journal is locked
            if with_backups and self.backups:
                self._replace_backups(is_wiped)
            else:
                self._finish(Erased(is_wiped))

        self._session.change_anything(self, work, is_erased, self._on_refused)

    def _replace_backups(self, is_wiped: bool) -> None:
        keeping = self._session.keeping
        assert keeping is not None  # noqa: S101  there are backups only where something keeps them
        keeper, instant = keeping.keeper, clock_on_the_wall()
        paths = [each.path for each in self.backups]

        def work(vault: "Vault", stop: "Stop") -> list[Path]:
            return keeper(vault, stop).replace(paths, instant)

        def is_replaced(left: list[Path]) -> None:
            keeping.changed.emit()
            self._finish(Erased(is_wiped, left))

        self._session.beside(
            self, work, is_replaced, lambda error: self._finish(Erased(is_wiped, paths, trouble=error))
        )

    def _finish(self, erased: Erased) -> None:
        self.is_busy = False
        self.done.emit(erased)

    def _on_read(self, found: tuple[str, Preview]) -> None:
        self._id, self.preview = found
        self.read.emit()

    def _on_backups(self, found: "Sequence[Backup]") -> None:
        self.backups = found
        self.found_backups.emit()

    def _on_refused(self, error: Exception) -> None:
        self.is_busy = False
        self.refused.emit(error)
