"""Session: the journal as the window sees it, locked or open; everything about it happens in the vault thread.

Only what has a connection of its own, as backups have, goes on beside that one, and keeps no save waiting.
"""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import shiboken6
from PySide6.QtCore import QObject, QTimer, Signal

from ui import clock
from ui.tasks import Failed, Worker

if TYPE_CHECKING:
    from app.journal import Journal as Journal  # pages name its type, and get it from here only
    from app.journal import Records as Records
    from app.preferences.model import Preferences
    from app.sample import Copy
    from app.today import Library
    from app.vault.slots import Secret
    from app.vault.stopping import Stop
    from app.vault.vault import Vault as Vault
    from ui.keeping import Keeping
    from ui.triggers.watch import Occasion

_T = TypeVar("_T")


class Change(NamedTuple):
    """What a write has touched: records of one kind, or the one with this id."""

    kind: str
    id: str | None = None


PREFERENCES = "preference"
EXPERIMENT = "experiment"
LOCKING = "locking"  # no record: on what this system has it lock
PROMPT = "prompt"
REFLECTION = "reflection"
PERSON, AGREEMENT, FEEDBACK, LEVEL = "person", "agreement", "feedback", "level"
TOPIC, FOLLOW_UP, ONE_ON_ONE = "topic", "follow-up", "one-on-one"
_PATIENCE = 2000  # milliseconds for a backup to end itself; the next start takes away what is left of it


def now() -> datetime:
    """This instant, in UTC, to the second, as records keep it."""
    return datetime.now(UTC).replace(microsecond=0)


class Session(QObject):
    """Locked at first; open from `open` or `create` on until `close`, after which the program ends or starts anew.

    The answers `done` and `failed` come on the GUI thread, and not at all once the owner that asked is gone.
    """

    awaited = Signal()  # somebody types what may open a journal, and the library for it is loaded
    opened = Signal()
    changed = Signal(object, object)  # a Change, and the QObject that made it
    faulted = Signal(object)  # an error that nobody took
    renewed = Signal(str)  # something went without a trace, as this says: what pages have in hand is not to be kept

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread, self._beside = Worker("vault"), Worker("backups")
        self._keyring = Worker("keyring")  # of its own, so that it is asked while the library is being loaded
        self._stop: Stop | None = None
        self.keeping: Keeping | None = None  # of an open journal that is to last
        self._journal: Journal | None = None
        self._preferences: Preferences | None = None
        self._prompts: Library | None = None
        self._left_out: dict[str, object] = {}  # preferences that could not be written
        self._is_awaited = False
        self._foreseen: list[_Question] | None = []  # until a journal is open
        self._sample: Copy | None = None
        self.locks_on: frozenset[Occasion] = frozenset()
        self.folder: Path | None = None
        self.returns_to: Path | None = None  # the folder that the program begins anew with: the sample is gone then

    @property
    def is_open(self) -> bool:
        """Whether a journal is open."""
        return self._journal is not None

    @property
    def is_sample(self) -> bool:
        """Whether what is open is a copy of the sample, of which nothing is kept."""
        return self._sample is not None

    @property
    def preferences(self) -> "Preferences":
        """What the open journal prefers, as last read or written."""
        assert self._preferences is not None  # noqa: S101  only pages of an open journal ask
        return self._preferences

    @property
    def prompts(self) -> "Library":
        """The prompts as the owner has them, as last read or written."""
        assert self._prompts is not None  # noqa: S101  only pages of an open journal ask
        return self._prompts

    def question_of(self, prompt: str | None) -> str:
        """The question of the prompt with this id; "" where there is none, or it is not known here."""
        found = self.prompts.known.get(prompt or "")
        return found.question if found is not None else ""

    def warm_up(self) -> None:
        """Loads what opening will need, while somebody types; from the second time on nothing."""
        if not self._is_awaited:
            self._is_awaited = True
            self._thread.submit(self, _load_library, lambda _: self.awaited.emit(), _ignore)

    def foresee(self, owner: QObject, ask: "Callable[[Records], _T]", done: Callable[[_T], None]) -> None:
        """Has opening ask this, too, so that `done` has the answer before `opened`; and has both done beforehand by an
        invented journal. From the moment on that one is open it is too late, and where anything that was foreseen goes
        wrong, nobody is answered: whoever asks again then hears of it.
        """

        def work() -> None:
            from app.rehearsal import rehearse

            if self._foreseen is not None:
                rehearse(ask, now())

        if self._foreseen is not None:
            self._foreseen.append(_Question(owner, ask, done))
            self._thread.submit(self, work, _ignore, _ignore)

    def open(self, folder: Path, secret: "Callable[[], Secret]", done: Callable[[], None], failed: Failed) -> None:
        """Opens the journal in `folder`; `opened` follows. Fails with what `secret`, which is made where the library is
        loaded, and `Journal.open` raise.
        """

        def work() -> _Opened:
            from app.journal import Journal

            journal = Journal.open(folder, secret(), now())
            foreseen = list(self._foreseen or ())  # also who came while the key was derived
            try:
                opened = _opened(journal, foreseen)
            except BaseException:
                journal.close()  # or nobody could open it any more while this program runs
                raise
            self._foreseen = None
            return opened

        def is_open(opened: _Opened) -> None:
            self._take(folder, opened)
            for question, answer in opened.answers:
                if shiboken6.isValid(question.owner):
                    question.done(answer)
            done()
            self.opened.emit()

        self.warm_up()
        self._thread.submit(self, work, is_open, failed)

    def open_with_computer(self, folder: Path, done: Callable[[], None], failed: Failed) -> None:
        """Opens it with the key that this computer keeps. Fails with a KeyringFailed in time, or as `open` does."""

        def work() -> "Secret":
            from app.vault import computer

            return computer.secret_for(folder)

        self._keyring.submit(self, work, lambda secret: self.open(folder, lambda: secret, done, failed), failed)
        self.warm_up()

    def create(self, folder: Path, passphrase: str, done: Callable[[str], None], failed: Failed) -> None:
        """Makes a journal and has it open at once, without `opened`: `done` gets the recovery key to show first."""

        def work() -> tuple[_Opened, str]:
            from app.journal import Journal

            journal, recovery_key = Journal.create(folder, passphrase)
            return _opened(journal), recovery_key

        def is_made(made: tuple[_Opened, str]) -> None:
            opened, recovery_key = made
            self._take(folder, opened)
            done(recovery_key)

        self._thread.submit(self, work, is_made, failed)

    def open_sample(self, returns_to: Path, failed: Failed) -> None:
        """Opens a copy of the sample, which ends with `close`; `opened` follows. Fails with what `Copy` raises."""

        def work() -> "tuple[Copy, _Opened]":
            from app.sample import Copy

            copy = Copy(clock.today(), now())
            return copy, _opened(copy.journal)

        def is_open(made: "tuple[Copy, _Opened]") -> None:
            self._sample, opened = made
            self._take(self._sample.folder, opened)
            self.returns_to = returns_to
            self.opened.emit()

        self.warm_up()
        self._thread.submit(self, work, is_open, failed)

    def will_lock_on(self, occasions: "frozenset[Occasion]", origin: QObject) -> None:
        """From now on the program notices these, and locks then; `changed` says so."""
        self.locks_on = occasions
        self.changed.emit(Change(LOCKING), origin)

    def enter(self) -> None:
        """Says `opened` for a journal that `create` made, once its recovery key is stored."""
        self.opened.emit()

    def read(
        self,
        owner: QObject,
        work: "Callable[[Journal], _T]",
        done: Callable[[_T], None],
        failed: Failed | None = None,
    ) -> None:
        """Asks the open journal, at one moment of it."""

        def reading() -> _T:
            journal = self._open_journal()
            with journal.reading():
                return work(journal)

        self._thread.submit(owner, reading, done, failed or self.faulted.emit)

    def write(
        self,
        owner: QObject,
        change: Change,
        work: "Callable[[Journal], _T]",
        done: Callable[[_T], None],
        failed: Failed | None = None,
    ) -> None:
        """Changes the open journal in one transaction; `changed` follows, with `owner` as its origin."""

        def is_written(result: _T) -> None:
            if shiboken6.isValid(owner):
                done(result)
            self.changed.emit(change, owner)

        def is_refused(error: Exception) -> None:
            if failed is not None and shiboken6.isValid(owner):
                failed(error)
            else:
                self.faulted.emit(error)

        # Whoever made the change may be gone when it is done: the others still have to hear of it.
        self._thread.submit(self, lambda: self._open_journal().write(work), is_written, is_refused)

    def prefer(
        self,
        owner: QObject,
        done: Callable[[None], None] | None = None,
        failed: Failed | None = None,
        /,
        **changes: object,
    ) -> None:
        """Changes what the journal prefers; `preferences` says so at once. What a full disk kept out goes along."""
        from dataclasses import replace

        self._preferences = replace(self.preferences, **changes)  # type: ignore[arg-type]  # checked by the dataclass
        given, self._left_out = self._left_out | changes, {}

        def work(journal: "Journal") -> None:
            journal.preferences.change(**given)

        def is_refused(error: Exception) -> None:
            from app.errors import AppError

            if isinstance(error, AppError):  # another one would come back with every change
                self._left_out = given | self._left_out
            (failed or self.faulted.emit)(error)

        self.write(owner, Change(PREFERENCES), work, done or _ignore, is_refused)

    def change_prompts(
        self,
        owner: QObject,
        work: "Callable[[Journal], object]",
        done: Callable[[], object],
        failed: Failed | None = None,
    ) -> None:
        """Changes the owner's own prompts; when `done` is called `prompts` has them."""

        def changed(journal: "Journal") -> "Library":
            from app.today import library

            work(journal)
            return library(journal)

        def is_changed(library: "Library") -> None:
            self._prompts = library
            done()

        self.write(owner, Change(PROMPT), changed, is_changed, failed)

    def change_anything(
        self, owner: QObject, work: "Callable[[Journal], _T]", done: Callable[[_T], None], failed: Failed
    ) -> None:
        """Has `work` change, in transactions of its own, whatever it changes: preferences and prompts are read anew,
        and `changed` follows for every kind of record, for the page of who asked, too.
        """

        def working() -> "tuple[_T, _Opened]":
            journal = self._open_journal()
            return work(journal), _opened(journal)

        def is_changed(given: "tuple[_T, _Opened]") -> None:
            result, opened = given
            self._preferences, self._prompts = opened.preferences, opened.prompts
            if shiboken6.isValid(owner):
                done(result)
            for kind in (*opened.journal.stores, PREFERENCES):
                self.changed.emit(Change(kind), self)

        def is_refused(error: Exception) -> None:
            (failed if shiboken6.isValid(owner) else self.faulted.emit)(error)

        self._thread.submit(self, working, is_changed, is_refused)

    def manage(
        self, owner: QObject, work: "Callable[[Journal], _T]", done: Callable[[_T], None], failed: Failed | None = None
    ) -> None:
        """What concerns the vault and not its records: backups, passphrase, health."""
        self._thread.submit(owner, lambda: work(self._open_journal()), done, failed or self.faulted.emit)

    def outside(
        self, owner: QObject, work: Callable[[], _T], done: Callable[[_T], None], failed: Failed | None = None
    ) -> None:
        """What touches files while no journal is open: restoring, listing backups, facts about damage."""
        self._thread.submit(owner, work, done, failed or self.faulted.emit)

    def beside(
        self,
        owner: QObject,
        work: "Callable[[Vault, Stop], _T]",
        done: Callable[[_T], None],
        failed: Failed | None = None,
    ) -> None:
        """What reads the vault by a connection of its own. Closing does not wait for it: it ends early, and unheard."""
        if self._stop is None:
            return
        vault, stop = self._open_journal().vault, self._stop

        def is_refused(error: Exception) -> None:
            from app.vault.stopping import Stopped

            if not isinstance(error, Stopped):
                (failed or self.faulted.emit)(error)

        def working() -> _T:
            stop.check()
            return work(vault, stop)

        self._beside.submit(owner, working, done, is_refused)

    def close(self, done: Callable[[], object]) -> None:
        """Ends it after all that was asked for before, but for what goes on beside."""
        if self._stop is None:
            self._close(done)
            return
        self._stop.ask()
        self._stop = None
        waiting = [done]

        def go_on(_: object = None) -> None:
            if waiting:
                self._close(waiting.pop())

        self._beside.submit(self, lambda: None, go_on, go_on)
        QTimer.singleShot(_PATIENCE, self, go_on)

    def _close(self, done: Callable[[], object]) -> None:
        def work() -> None:
            if self._sample is not None:
                self._sample.end()
            elif self._journal is not None:
                self._journal.close()

        def is_closed(_: object) -> None:
            self._journal = None
            done()

        self._thread.submit(self, work, is_closed, is_closed)

    def _take(self, folder: Path, opened: "_Opened") -> None:
        from app.vault.stopping import Stop
        from ui.keeping import Keeping

        self.folder = self.returns_to = folder
        self._journal, self._preferences, self._prompts = opened.journal, opened.preferences, opened.prompts
        self._foreseen = None
        self._stop = Stop()
        self.keeping = None if self.is_sample else Keeping(self)

    def _open_journal(self) -> "Journal":
        assert self._journal is not None  # noqa: S101  only pages of an open journal ask
        return self._journal


class _Question(NamedTuple):
    """What somebody will ask as soon as a journal is open."""

    owner: QObject
    ask: "Callable[[Records], Any]"
    done: Callable[[Any], None]


class _Opened(NamedTuple):
    """An open journal, what the window keeps of it at hand, and the answers to what was foreseen."""

    journal: "Journal"
    preferences: "Preferences"
    prompts: "Library"
    answers: "Sequence[tuple[_Question, object]]"


def _opened(journal: "Journal", foreseen: Sequence[_Question] = ()) -> _Opened:
    from app.today import library

    with journal.reading():
        return _Opened(journal, journal.preferences.get(), library(journal), _answers(journal, foreseen))


def _answers(journal: "Journal", foreseen: Sequence[_Question]) -> list[tuple[_Question, object]]:
    try:
        return [(each, each.ask(journal)) for each in foreseen]
    except Exception:  # noqa: BLE001  the journal is open all the same
        return []


def _load_library() -> None:
    import app.journal
    import app.today
    import app.vault.founding  # noqa: F401  they are needed in a moment
    from app.prompts.library import load, review

    load()
    review()


def _ignore(_: object) -> None:
    pass
