"""An older journal is brought up to date after a proven backup, whole or not at all; a newer one is left alone."""

from contextlib import closing
from pathlib import Path

import pytest

from app.errors import AppError, DamagedJournal, NewerVersion
from app.exchange.kinds import facts
from app.vault import engine, founding, health, migrations
from app.vault.vault import open_vault
from tests.app.vault.journals import FIRST, NOW, Images, Made, contents, reflection, save, texts
from tests.golden.entries import entries

KNOWN = len(migrations.STEPS)
CHANGE = "ALTER TABLE person ADD COLUMN mood TEXT;\nUPDATE person SET mood = 'someone';\n"
REBUILD = """
CREATE TABLE reflection_new (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, entry_date TEXT NOT NULL, entry_time TEXT, zone TEXT,
    created_at TEXT NOT NULL, updated_at TEXT NOT NULL, written_at TEXT NOT NULL, deleted_at TEXT,
    private INTEGER NOT NULL, prompt TEXT, pillar TEXT, pull INTEGER, pull_kind TEXT, source TEXT, source_id TEXT,
    title TEXT NOT NULL, notice TEXT NOT NULL, text TEXT NOT NULL, mood TEXT
);
INSERT INTO reflection_new SELECT *, NULL FROM reflection;
DROP TABLE reflection;
ALTER TABLE reflection_new RENAME TO reflection;
"""


DOCUMENTS_ANEW = """
DROP TRIGGER documents_added;
DROP TRIGGER documents_removed;
CREATE TABLE documents_new (
    position INTEGER PRIMARY KEY, kind TEXT NOT NULL, id TEXT NOT NULL, entry_date TEXT NOT NULL, title TEXT NOT NULL,
    body TEXT NOT NULL, names TEXT NOT NULL, person TEXT, UNIQUE (kind, id)
) STRICT;
INSERT INTO documents_new SELECT *, NULL FROM documents;
DROP TABLE documents;
ALTER TABLE documents_new RENAME TO documents;
CREATE TRIGGER documents_added AFTER INSERT ON documents BEGIN
    INSERT INTO documents_index (rowid, body, names) VALUES (new.position, new.body, new.names);
END;
CREATE TRIGGER documents_removed AFTER DELETE ON documents BEGIN
    INSERT INTO documents_index (documents_index, rowid, body, names)
        VALUES ('delete', old.position, old.body, old.names);
END;
UPDATE documents SET body = body || ' anew';
INSERT INTO documents_index (documents_index) VALUES ('rebuild');
ALTER TABLE draft ADD COLUMN person TEXT;
"""


def newer_by(monkeypatch: pytest.MonkeyPatch, *steps: str) -> None:
    """The program of a later day."""
    monkeypatch.setattr(migrations, "STEPS", (*migrations.STEPS, *steps))


def set_pragma(made: Made, pragma: str) -> None:
    with closing(made.connect()) as raw:
        raw.execute(f"PRAGMA {pragma}")


def version(made: Made) -> int:
    with closing(made.connect()) as raw:
        return int(raw.execute("PRAGMA user_version").fetchone()[0])


def test_a_newer_schema_is_said_to_be_newer_and_nothing_is_touched(made: Made) -> None:
    set_pragma(made, f"user_version = {len(migrations.STEPS) + 1}")
    before = contents(made.folder)
    with pytest.raises(NewerVersion) as caught:
        made.open()
    assert caught.value.found == caught.value.known + 1
    assert contents(made.folder) == before


def test_the_database_of_another_program_is_refused(made: Made) -> None:
    set_pragma(made, "application_id = 1")
    with pytest.raises(DamagedJournal):
        made.open()


def test_an_older_schema_is_migrated_after_a_proven_backup(
    made: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    newer_by(monkeypatch, CHANGE)
    with made.open() as journal:
        (backup,) = journal.vault.backups()
        assert backup.proven
        assert backup.records == len(FIRST)
        assert texts(journal) == list(FIRST)
        assert journal.vault.findings() == []
        save(journal, 1000, "in the new schema")
    assert version(made) == KNOWN + 1
    monkeypatch.undo()
    founding.restore(backup.path, tmp_path / "old", made.recovery)
    old = Made(tmp_path / "old", made.recovery)
    assert version(old) == KNOWN
    with old.open() as journal:
        assert texts(journal) == list(FIRST)


def test_a_backup_in_an_older_schema_is_restored_and_migrated(
    made: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with made.open() as journal:
        backup = journal.vault.back_up(NOW)
    newer_by(monkeypatch, CHANGE)
    founding.restore(backup, tmp_path / "restored", made.recovery)
    restored = Made(tmp_path / "restored", made.recovery)
    with restored.open() as journal:
        assert texts(journal) == list(FIRST)
    assert version(restored) == KNOWN + 1


@pytest.mark.parametrize(
    "failing",
    [
        "CREATE TABLE mood (id TEXT);\nINSERT INTO nowhere VALUES (1);\n",
        "INSERT INTO reflection_tag VALUES ('nobody', 0, 'a', 'a');\n",
        "DELETE FROM reflection_revision;\nDELETE FROM reflection WHERE number = 7;\n",
        "DROP TABLE documents_index;\nDROP TABLE documents;\n",
        "CREATE TABLE mood (id TEXT);\nINSERT INTO mood SELECT 1 WHERE (SELECT abs(-9223372036854775808));\n",
    ],
    ids=["an error", "a dangling reference", "a row less", "a table less", "an error in the data"],
)
def test_a_step_that_fails_leaves_the_old_journal(made: Made, monkeypatch: pytest.MonkeyPatch, failing: str) -> None:
    newer_by(monkeypatch, CHANGE, failing)
    with pytest.raises((AppError, engine.Error)):
        made.open()
    monkeypatch.undo()
    assert version(made) == KNOWN
    with made.open() as journal:
        assert texts(journal) == list(FIRST)
        assert journal.vault.findings() == []
    with closing(made.connect()) as raw:
        assert "mood" not in [row[1] for row in raw.execute("PRAGMA table_info(person)")]


@pytest.mark.parametrize("steps", [(CHANGE,), (REBUILD + DOCUMENTS_ANEW,)], ids=["a change", "tables rebuilt"])
def test_a_crash_at_any_step_of_a_migration_leaves_the_old_or_the_new(
    made: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, steps: tuple[str, ...]
) -> None:
    newer_by(monkeypatch, *steps)
    images = Images(made.folder, tmp_path / "images")
    connect = engine.connect
    raws: list[engine.RawConnection] = []

    def watched(path: Path, key: str, *, read_only: bool = False, ignore_wal: bool = False) -> engine.RawConnection:
        raw = connect(path, key, read_only=read_only, ignore_wal=ignore_wal)
        if path.parent == made.folder and not read_only:
            raw.set_trace_callback(lambda _statement: images.take())
            raws.append(raw)
        return raw

    with monkeypatch.context() as patch:
        patch.setattr(engine, "connect", watched)
        images.during(lambda: made.open().close())
    assert len(images.taken) > 5
    for folder, _ in images.taken:
        image = Made(folder, made.recovery)
        with image.open() as journal:
            assert texts(journal) == list(FIRST)
            assert journal.vault.findings() == []
        assert version(image) == KNOWN + 1


def test_rebuilding_a_table_takes_no_children_away(made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    tags = [("0" * 32, place, f"tag {place}", f"tag {place}") for place in range(5)]
    with closing(made.connect()) as raw:
        raw.executemany("INSERT INTO reflection_tag VALUES (?, ?, ?, ?)", tags)
    newer_by(monkeypatch, REBUILD)
    vault = open_vault(made.folder, made.recovery)
    assert vault._raw.execute("SELECT * FROM reflection_tag").fetchall() == tags
    assert vault._raw.execute("PRAGMA foreign_keys").fetchone() == (1,)
    with vault.transaction():
        vault.connection.exec_driver_sql("DELETE FROM reflection WHERE id = ?", ("0" * 32,))
    assert vault._raw.execute("SELECT count(*) FROM reflection_tag").fetchone() == (0,)
    vault.close()


def test_a_step_can_be_stopped_at_any_statement(made: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One that rebuilds tables, and the search index with them: the old journal then, to the last row."""
    step = REBUILD + DOCUMENTS_ANEW
    statements = migrations._statements(step)
    before, known = rows(made), migrations.STEPS
    for number in range(1, len(statements) + 1):
        stopped = "\n".join([*statements[:number], "SELECT * FROM nowhere;"])
        monkeypatch.setattr(migrations, "STEPS", (*known, stopped))
        with closing(made.connect()) as raw, pytest.raises(engine.Error):
            migrations.migrate(raw)
        assert rows(made) == before
    monkeypatch.setattr(migrations, "STEPS", (*known, step))
    with made.open() as journal:
        assert journal.vault.findings() == []
        with journal.reading():
            assert len(journal.search("anew", 100)) == len(FIRST)


def rows(made: Made) -> list[object]:
    """Version, schema and every row of every table."""
    with closing(made.connect()) as raw:
        names = [name for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
        found = [raw.execute(f'SELECT * FROM "{name}"').fetchall() for name in names]  # noqa: S608
        schema = raw.execute("SELECT type, name, sql FROM sqlite_master ORDER BY type, name").fetchall()
        return [raw.execute("PRAGMA user_version").fetchone(), schema, found]


def test_every_table_keeps_to_its_types(made: Made) -> None:
    with closing(made.connect()) as raw:
        tables = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%/_index%' ESCAPE '/'"
        names = [name for (name,) in raw.execute(tables) if not name.startswith("sqlite_")]
        strict = {row[1]: row[5] for row in raw.execute("PRAGMA table_list")}
        assert [name for name in names if not strict[name]] == []


@pytest.mark.parametrize(
    "wrong",
    [
        "UPDATE reflection SET id = 'A' || substr(id, 2)",
        "UPDATE reflection SET entry_date = '2026-02-30'",
        "UPDATE reflection SET entry_date = '2026-3-01'",
        "UPDATE reflection SET entry_time = '24:00'",
        "UPDATE reflection SET created_at = '2026-03-01 09:00:00'",
        "UPDATE reflection SET deleted_at = '2026-03-01T09:00:00.5Z'",
        "UPDATE reflection SET pull = 'strong'",
        "UPDATE reflection SET source = 'jrnl'",
        "UPDATE reflection SET text = x'00'",
    ],
)
def test_a_form_that_is_not_the_one_form_is_refused_by_the_table(made: Made, wrong: str) -> None:
    with closing(made.connect()) as raw, pytest.raises(engine.Error):
        raw.execute(wrong)


def test_a_schema_is_taken_apart_into_its_statements() -> None:
    for step in migrations.STEPS:
        statements = migrations._statements(step)
        assert "\n".join(statements).split() == step.split()
        assert all(statement.strip().startswith(("CREATE", "INSERT", "DROP", "ALTER")) for statement in statements)
        triggers = [statement for statement in statements if "CREATE TRIGGER" in statement]
        assert len(triggers) == step.count("CREATE TRIGGER")
        assert all(statement.endswith("END;") for statement in triggers)


def test_a_record_without_its_search_document_is_found_by_the_check(made: Made) -> None:
    with made.open() as journal:
        journal.vault.begin_writing()
        journal.vault._raw.execute("DELETE FROM documents WHERE id = ?", (reflection(3, "").id,))
        assert journal.vault.findings() == ["unindexed"]
        journal.vault._raw.execute("INSERT INTO documents_index (documents_index) VALUES ('delete-all')")
        assert journal.vault.findings() == ["index", "unindexed"]
        journal.vault._raw.execute("PRAGMA foreign_keys = OFF")
        journal.vault._raw.execute("INSERT INTO reflection_tag VALUES ('nobody', 0, 'a', 'a')")
        assert journal.vault.findings() == ["references", "index", "unindexed"]


def test_the_check_asks_for_the_document_of_every_kind(made: Made) -> None:
    with made.open() as journal:
        with journal.transaction():
            for each in entries():
                journal.stores[facts(each).kind].add_all([each], NOW)
        assert journal.vault.findings() == []
        kept = sum(store.count()[0] for store in journal.stores.values())
        journal.vault._raw.execute("DELETE FROM documents")
        journal.vault._raw.execute("DELETE FROM draft")
        assert journal.vault._raw.execute(health._unindexed(journal.vault._raw)).fetchone() == (kept,)
