"""Whether the files in the folder are the ones that the last session left: nothing lost, swapped or rolled back.

The database and vault.json carry a generation, compared at each open. It moves at open, clean close and change of
secrets only, and the write-ahead log is emptied into the database at that moment and begun anew with one small
commit, which names the log's salt: so a log that has to be there is never empty, and can be told from any other.
"""

from contextlib import closing
from pathlib import Path

from app.errors import DamagedJournal
from app.vault import engine, log_frames
from app.vault.engine import RawConnection
from app.vault.key_file import Phase, State

DATABASE = "journal.db"
LOG = "journal.db-wal"
LOG_INDEX = "journal.db-shm"
# SQLite adds 1 to the first half of the salt each time it begins the log anew.
_RESTARTS = 2**20
_SALT = slice(16, 24)


def check_files(folder: Path, state: State, key: str) -> bool:
    """Whether there is a log with anything in it. Raises DamagedJournal.

    To be asked before SQLite opens the files, which takes a missing log for an empty one.
    """
    database = folder / DATABASE
    if not database.is_file() or database.stat().st_size == 0:
        raise DamagedJournal("database-missing")
    salt = log_salt(folder)
    if state.phase is Phase.CLEAN:
        if salt is not None:
            raise DamagedJournal("log-foreign")
        if database.stat().st_size % engine.PAGE_SIZE:
            raise DamagedJournal("database-truncated")
    elif salt is not None:
        _check_log(database, state, salt, key)
    return salt is not None


def check_generation(connection: RawConnection, state: State, *, had_log: bool) -> None:
    """Compares the database, its log included, with the state. Raises DamagedJournal."""
    found = generation(connection)
    if found not in _allowed(state):
        raise DamagedJournal("generation")
    is_logged = had_log and _value(connection, "log") == state.wal
    if state.phase is Phase.OPEN and found == state.generation and not is_logged:
        raise DamagedJournal("log-missing")


def generation(connection: RawConnection) -> int:
    """The generation in the database."""
    value = _value(connection, "generation")
    if value is None:
        raise DamagedJournal("generation")
    return int(value)


def move(connection: RawConnection, to: int) -> bool:
    """Makes `to` the generation. Whether nothing is left in the log: a backup that is reading it keeps it."""
    connection.execute("UPDATE meta SET value = ? WHERE key = 'generation'", (str(to),))
    busy: int = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    return not busy


def begin_log(connection: RawConnection, folder: Path) -> str:
    """Makes sure that the log is there and that its first words are its own salt, which is returned."""
    # A value that is there already would not be written.
    connection.execute("INSERT OR REPLACE INTO meta VALUES ('log', lower(hex(randomblob(8))))")
    salt = log_salt(folder)
    if salt is None:
        raise DamagedJournal("log-missing")
    connection.execute("UPDATE meta SET value = ? WHERE key = 'log'", (salt,))
    return salt


def log_salt(folder: Path) -> str | None:
    """The salt of the log in hex, or None where there is no log or an empty one.

    Zeros are an empty one: of a log that was just begun, a power cut may leave its length and nothing else.
    """
    try:
        with (folder / LOG).open("rb") as stream:
            header = stream.read(_SALT.stop)
    except FileNotFoundError:
        return None
    return header[_SALT].hex() if len(header) == _SALT.stop and any(header) else None


def _value(connection: RawConnection, key: str) -> str | None:
    row: tuple[str] | None = connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
    return row[0] if row else None


def _allowed(state: State) -> range:
    """The generations that a crash can leave in the database beside this state."""
    at = state.generation
    return {
        Phase.CLEAN: range(at, at + 1),
        Phase.OPENING: range(at - 1, at + 1),
        Phase.OPEN: range(at, at + 2),
    }[state.phase]


def _check_log(database: Path, state: State, salt: str, key: str) -> None:
    if state.phase is Phase.OPEN and state.wal is not None:
        restarts = (int(salt[:8], 16) - int(state.wal[:8], 16)) % 2**32
        if restarts >= _RESTARTS:
            raise DamagedJournal("log-foreign")
    if log_frames.has_lost_commits(database.with_name(LOG)):
        raise DamagedJournal("log-damaged")
    try:
        with closing(engine.connect(database, key, ignore_wal=True)) as alone:
            found = generation(alone)
    except (DamagedJournal, engine.Error):
        return  # a crash while the log was being emptied: the log itself mends that
    if found not in _allowed(state):
        raise DamagedJournal("generation")
