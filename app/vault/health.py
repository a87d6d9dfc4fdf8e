"""The health check: every way in which SQLCipher, SQLite, the index or the record counts can be unsound."""

from pathlib import Path

from app.errors import AppError, DiskFull
from app.vault.engine import PAGE_SIZE, Error, RawConnection, translating

Findings = list[str]


def findings(connection: RawConnection, database: Path) -> Findings:
    """What is wrong, most basic first; empty when all is well.

    The connection has to be a writing one, though nothing is changed, and the only one. Raises DiskFull.
    """
    try:
        with translating(database):
            return _examine(connection, database)
    except DiskFull:
        raise
    except (AppError, Error):
        return ["database"]


def row_counts(connection: RawConnection) -> dict[str, int]:
    """Rows of each table of ours, by name."""
    tables = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%~_index%' ESCAPE '~'"
        " AND name NOT LIKE 'sqlite_%' ORDER BY name"
    ).fetchall()
    return {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for (name,) in tables}  # noqa: S608


def _examine(connection: RawConnection, database: Path) -> Findings:
    # Before a checkpoint the integrity check reads pages that the log is about to replace.
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    if database.stat().st_size != pages * PAGE_SIZE:
        return ["database-truncated"]
    if connection.execute("PRAGMA cipher_integrity_check").fetchall():
        return ["pages"]
    found: Findings = []
    if connection.execute("PRAGMA quick_check").fetchall() != [("ok",)]:
        found.append("structure")
    if connection.execute("PRAGMA foreign_key_check").fetchall():
        found.append("references")
    if not _index_is_sound(connection):
        found.append("index")
    if connection.execute(_unindexed(connection)).fetchone()[0]:
        found.append("unindexed")
    return found


# The tables of records by the step of the schema that brought them; each is named after its kind.
_BROUGHT: tuple[tuple[str, ...], ...] = (
    ("reflection", "experiment", "prompt"),
    (
        *("agreement", "checklist", "checklist_run", "debrief", "delegation", "feedback", "follow_up", "held_task"),
        *("level", "one_on_one", "practice", "topic", "touch"),
    ),
    ("alignment", "interview", "kit", "preparation", "question"),
)
_RECORDS = "SELECT '{kind}' AS kind, id FROM {table} WHERE deleted_at IS NULL"
_PEOPLE = "SELECT 'person' AS kind, id FROM person WHERE deleted_at IS NULL AND is_record = 1"  # not mere names
_UNINDEXED = """
    WITH record AS ({records}), document AS (SELECT kind, id FROM documents UNION ALL SELECT kind, id FROM draft)
    SELECT (SELECT count(*) FROM (SELECT * FROM record EXCEPT SELECT * FROM document))
         + (SELECT count(*) FROM (SELECT * FROM document EXCEPT SELECT * FROM record))
"""
_CHECK_INDEXES = (
    "INSERT INTO documents_index (documents_index, rank) VALUES ('integrity-check', 1)",
    "INSERT INTO draft_index (draft_index, rank) VALUES ('integrity-check', 1)",
)


def _unindexed(connection: RawConnection) -> str:
    """The question how many records are not in the index, or the other way round; of a journal of any schema."""
    step: int = connection.execute("PRAGMA user_version").fetchone()[0]
    tables = [table for brought in _BROUGHT[:step] for table in brought]
    records = [_RECORDS.format(kind=table.replace("_", "-"), table=table) for table in tables]
    return _UNINDEXED.format(records=" UNION ALL ".join([*records, *([_PEOPLE] if step > 1 else [])]))


def _index_is_sound(connection: RawConnection) -> bool:
    try:
        for check in _CHECK_INDEXES:
            connection.execute(check)
    except Error:
        return False
    return True
