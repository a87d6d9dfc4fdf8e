"""SQLCipher through SQLAlchemy: one way to open the database, with every pragma that the promises rest on."""

import shutil
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

import sqlalchemy.dialects.sqlite  # noqa: F401  an engine would load it, while somebody waits for the journal
import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool
from sqlalchemy.util import LRUCache

from app.errors import AppError, CannotWrite, DamagedJournal, DiskFull
from app.vault import slots

PAGE_SIZE = 4096
_KEY_LABEL = "courage-journal database key"
_ALWAYS = (
    "foreign_keys = ON",
    "busy_timeout = 5000",
    "temp_store = MEMORY",
    "secure_delete = ON",
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "mmap_size = 0",
    "cache_size = -16384",
)
_WRITING = ("journal_mode = WAL", "synchronous = FULL")

RawConnection = Any  # sqlcipher3 has no types
_URL = make_url("sqlite://")
# Every engine speaks the same dialect and keeps here what was compiled for it: each statement once in a process, and
# not once more for each journal.
_DIALECT = create_engine(_URL, module=sqlcipher).dialect
COMPILED: Any = LRUCache(500)  # as many as an engine keeps for itself
Error: type[Exception] = sqlcipher.Error


def database_key(master_key: bytes) -> str:
    """The raw key of the database as 64 hex digits."""
    return slots.derive(master_key, _KEY_LABEL).hex()


def connect(path: Path, key: str, *, read_only: bool = False, ignore_wal: bool = False) -> RawConnection:
    """A keyed connection to a file that exists. Raises DamagedJournal if the key or the first page does not fit,
    DiskFull or CannotWrite.

    `ignore_wal` reads the database file alone, as if it had no write-ahead log and no other user.
    """
    # A malformed raw key would silently be taken as a passphrase.
    if len(key) != 64 or set(key) - set("0123456789abcdef"):
        raise ValueError("a raw key is 64 lowercase hex digits")
    mode = "?mode=ro" if read_only or ignore_wal else "?mode=rw"
    uri = path.absolute().as_uri() + mode + ("&immutable=1" if ignore_wal else "")
    with translating(path):
        connection = sqlcipher.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
    try:
        with translating(path):
            connection.execute("PRAGMA cipher_log_level = NONE")
            connection.execute(f"PRAGMA key = \"x'{key}'\"")
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
            for pragma in _ALWAYS + (() if mode == "?mode=ro" else _WRITING):
                connection.execute(f"PRAGMA {pragma}").fetchone()
            if sys.platform == "darwin":
                connection.execute("PRAGMA fullfsync = ON")
    except BaseException:
        connection.close()
        raise
    return connection


def in_memory() -> RawConnection:
    """A database that is never written anywhere, without a key, for what nobody has written."""
    connection = sqlcipher.connect(":memory:", isolation_level=None)
    connection.execute("PRAGMA temp_store = MEMORY")
    return connection


def close_keeping_log(connection: RawConnection, path: Path, key: str) -> None:
    """Closes as a crash would. The last connection to close empties the log and takes it away, unless it only reads."""
    with suppress(AppError), closing(connect(path, key, read_only=True)):
        connection.close()
    connection.close()


def engine(connection: RawConnection) -> Engine:
    """SQLAlchemy over this one connection; every transaction takes the write lock when it begins."""
    pool, options = StaticPool(lambda: connection, dialect=_DIALECT), {"compiled_cache": COMPILED}
    made = Engine(pool, _DIALECT, _URL, hide_parameters=True, execution_options=options)

    @event.listens_for(made, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return made


@contextmanager
def translating(path: Path) -> Iterator[None]:
    """Turns what the database at `path` says into the AppError that it means; a bug of ours stays what it is."""
    try:
        yield
    except (sqlcipher.Error, DBAPIError) as error:
        raise _translate(error, path) from None


def _translate(error: Exception, path: Path) -> Exception:
    cause = error.orig if isinstance(error, DBAPIError) and error.orig is not None else error
    return _by_code(getattr(cause, "sqlite_errorname", None) or "", path.parent) or error


def _by_code(code: str, folder: Path) -> AppError | None:
    if code.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_IOERR_READ", "SQLITE_IOERR_CORRUPTFS")):
        return DamagedJournal("database")
    if code == "SQLITE_FULL" or (code.startswith("SQLITE_IOERR") and _is_full(folder)):
        return DiskFull(folder)
    if code.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_IOERR")):
        return CannotWrite(folder)
    return None


def _is_full(folder: Path) -> bool:
    try:
        return shutil.disk_usage(folder).free < 2**20
    except OSError:
        return False
