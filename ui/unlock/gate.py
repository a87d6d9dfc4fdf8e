"""All that is seen while no journal is open: which view, and what follows from each."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app import paths, settings
from app.settings import Settings
from app.translation import tr
from ui import places
from ui.refusals import printable
from ui.session import Session
from ui.unlock import secret_words, whereabouts
from ui.unlock.unlock import Unlock


class Gate(QWidget):
    """Fills the window until the session says `opened`. The first start where there is no journal, else the door."""

    look_chosen = Signal(object)  # a Look, kept already
    journal_chosen = Signal(object)  # the folder of another journal, chosen or made

    def __init__(self, session: Session, folder: Path, kept: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._folder, self._kept = session, folder, kept
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self.view: QWidget | None = None
        if whereabouts.holds_journal(folder) or folder == kept.journal:
            self.show_unlock()
        else:
            self.show_first_run(has_way_back=False)

    def focus_start(self) -> None:
        """Puts the cursor where typing begins."""
        start = getattr(self.view, "focus_start", None)
        if start is not None:
            start()

    def show_unlock(self, notice: str = "") -> None:
        """The door of the journal in hand."""
        view = Unlock(self._session, self._folder, self._name(), notice)
        view.unlocked.connect(self._on_unlocked)
        view.damaged.connect(self.show_damaged)
        view.faulted.connect(self._session.faulted)
        view.recovery_asked.connect(self.show_recover)
        view.restore_asked.connect(self.show_restore)
        view.another_asked.connect(self._on_another)
        view.new_asked.connect(self.show_first_run)
        self._show(view)

    def show_first_run(self, *, has_way_back: bool = True, notice: str = "") -> None:
        """The three steps to a new journal; `notice` is why there is no sample."""
        from ui.unlock.first_run import FirstRun

        view = FirstRun(self._session, self._place_for_new(), self._kept.look, has_way_back=has_way_back)
        view.made.connect(self._on_made)
        view.finished.connect(self._on_finished)
        view.look_chosen.connect(self._on_look)
        view.faulted.connect(self._session.faulted)
        view.went_back.connect(self.show_unlock)
        view.restore_asked.connect(self.show_restore)
        view.another_asked.connect(self._on_another)
        view.sample_asked.connect(self.open_sample)
        view.say_no_sample(notice)
        self._show(view)

    def show_opening(self) -> None:
        """Nothing to do but wait for the sample."""
        from ui.unlock.opening import Opening

        self._show(Opening())

    def open_sample(self) -> None:
        """A copy of the sample to look around in. This computer remembers nothing of it."""
        self._session.open_sample(self._folder, self._on_no_sample)

    def show_recover(self) -> None:
        """In with the recovery key."""
        from ui.unlock.recover import Recover

        view = Recover(self._session, self._folder)
        view.renewed.connect(self._on_renewed)
        view.damaged.connect(self.show_damaged)
        view.faulted.connect(self._session.faulted)
        view.went_back.connect(self.show_unlock)
        self._show(view)

    def show_restore(self, backup: Path | None = None) -> None:
        """A backup takes the journal's place."""
        from ui.unlock.restore import Restore

        view = Restore(self._session, self._folder, backup)
        view.restored.connect(self.show_unlock)
        view.faulted.connect(self._session.faulted)
        view.went_back.connect(self._go_back)
        self._show(view)

    def show_damaged(self, error: object) -> None:
        """The facts about a journal that is damaged."""
        from app.errors import DamagedJournal
        from ui.unlock.damaged import Damaged

        assert isinstance(error, DamagedJournal)  # noqa: S101  what the signal carries
        view = Damaged(self._session, self._folder, self._name(), error)
        view.restore_asked.connect(self.show_restore)
        view.went_back.connect(self.show_unlock)
        self._show(view)

    def _show(self, view: QWidget) -> None:
        if self.view is not None:
            self._layout.removeWidget(self.view)
            self.view.hide()
            self.view.deleteLater()
        self.view = view
        self._layout.addWidget(view)
        if self.isVisible():  # a layout shows what it was given only in a while, and only what is seen takes the focus
            view.show()
        self.focus_start()

    def _name(self) -> str:
        return self._kept.name if self._folder == self._kept.journal else ""

    def _place_for_new(self) -> Path:
        return self._folder if whereabouts.is_vacant(self._folder) else paths.journal_folder()

    def _go_back(self, notice: str = "") -> None:
        if whereabouts.holds_journal(self._folder) or self._folder == self._kept.journal:
            self.show_unlock(notice)
        else:
            self.show_first_run(has_way_back=False, notice=notice)

    def _on_unlocked(self) -> None:
        self._keep(self._folder, self._session.preferences.name)

    def _on_made(self, folder: Path) -> None:
        self._keep(folder, "")
        self.journal_chosen.emit(self._folder)

    def _on_finished(self, name: str) -> None:
        self._keep(self._folder, name)
        self._session.enter()

    def _on_look(self, look: object) -> None:
        self._kept = settings.keep(look=look)
        self.look_chosen.emit(look)

    def _keep(self, folder: Path, name: str) -> None:
        self._folder = folder.absolute()
        if (self._kept.journal, self._kept.name) != (self._folder, name):
            self._kept = settings.keep(journal=self._folder, name=name)

    def _on_no_sample(self, error: Exception) -> None:
        from app.errors import AppError
        from ui.refusals import refusal

        if not isinstance(error, AppError):
            self._session.faulted.emit(error)
        self._go_back(refusal(error))

    def _on_renewed(self, key: str) -> None:
        from ui.unlock.store_key import StoreKey

        view = StoreKey(self._session, key, is_first_run=False)
        view.stored.connect(lambda: self._open_with(key))
        self._show(view)

    def _open_with(self, key: str) -> None:
        """The new recovery key opens at once; the new passphrase would be derived again."""
        from ui.refusals import refusal

        def failed(error: Exception) -> None:
            self.show_unlock(refusal(error))

        self._session.open(self._folder, lambda: secret_words.recovery_key(key), self._on_unlocked, failed)

    def _on_another(self) -> None:
        near = self._folder.parent if self._folder.parent.is_dir() else Path.home()
        chosen = places.choose_folder(self, tr("Open another journal"), near)
        if chosen is None:
            return
        if whereabouts.holds_journal(chosen):
            self._take(chosen)
            self.show_unlock()
        elif whereabouts.is_vacant(chosen):
            self._take(chosen)
            self.show_first_run()
        else:
            said = tr("{folder} holds other files and no journal.").format(folder=printable(str(chosen)))
            self.show_unlock(said)

    def _take(self, folder: Path) -> None:
        self._folder = folder.absolute()
        self.journal_chosen.emit(self._folder)
