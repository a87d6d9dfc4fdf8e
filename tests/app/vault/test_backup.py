"""A backup is proven when it is made, told apart when it is damaged, and becomes a journal whole or not at all."""

import json
import os
import shutil
import sys
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.errors import (
    AppError,
    CannotRead,
    DamagedBackup,
    DamagedJournal,
    FolderNotEmpty,
    JournalInUse,
    NewerVersion,
    NoSuchBackup,
    WrongPassphrase,
    WrongRecoveryKey,
)
from app.journal import Journal
from app.vault import backup, founding, slots, staging
from app.vault.slots import SMALL_COST, Passphrase, Secret
from app.vault.vault import open_vault
from tests.app.vault.journals import FIRST, NOW, PASSPHRASE, Images, Made, contents, copy, save, texts

MAGIC = b"courage-journal backup\n"
fuzz = settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(scope="module")
def sealed(original: Made, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of one backup."""
    folder = tmp_path_factory.mktemp("sealed")
    with original.copy(folder / "journal").open() as journal:
        return journal.vault.back_up(NOW).read_bytes()


@pytest.fixture
def file(sealed: bytes, tmp_path: Path) -> Path:
    """One backup as a file somewhere."""
    path = tmp_path / "elsewhere.backup"
    path.write_bytes(sealed)
    return path


def restored(file: Path, folder: Path, secret: Secret) -> list[str]:
    founding.restore(file, folder, secret)
    with Journal.open(folder, secret, NOW) as journal:
        assert journal.vault.findings() == []
        return texts(journal)


# Made and listed


def test_a_backup_is_made_while_the_journal_is_open_and_is_proven(made: Made) -> None:
    with made.open() as journal:
        save(journal, 1000, "not yet in the database file")
        path = journal.vault.back_up(NOW)
        assert path == made.folder / "backups" / "20260310T091500Z.backup"
        assert [path.name for path in path.parent.iterdir()] == [path.name]
        (listed,) = journal.vault.backups()
        assert (listed.path, listed.created_at, listed.size) == (path, NOW, path.stat().st_size)
        assert (listed.records, listed.proven) == (len(FIRST) + 1, True)
        assert journal.vault.last_backup() == NOW


@pytest.mark.parametrize(
    "now",
    [datetime(2026, 3, 10, 9, 15, 0, 987654, UTC), datetime(2026, 3, 10, 11, 15, tzinfo=timezone(timedelta(hours=2)))],
)
def test_a_backup_is_made_at_any_moment_on_any_clock(made: Made, now: datetime) -> None:
    with made.open() as journal:
        assert journal.vault.back_up(now).name == "20260310T091500Z.backup"
        assert journal.vault.last_backup() == NOW


def test_backups_are_listed_newest_first_and_never_overwritten(made: Made) -> None:
    with made.open() as journal:
        assert journal.vault.last_backup() is None
        paths = [journal.vault.back_up(NOW + timedelta(days=days)) for days in (1, 0, 0, 0, 2)]
        listed = [each.path for each in journal.vault.backups()]
        assert listed == [paths[4], paths[0], paths[3], paths[2], paths[1]]
        assert journal.vault.last_backup() == NOW + timedelta(days=2)


def test_a_backup_goes_to_any_folder_and_touches_nothing_else_there(made: Made, tmp_path: Path) -> None:
    folder = tmp_path / "stick" / "deep"
    folder.mkdir(parents=True)
    stranger = folder / ".somebody.else.partial"
    stranger.write_text("theirs")
    ours = folder / ".20260101T000000Z.backup.0badcafe.partial-wal"
    ours.write_text("left by an interrupted backup")
    with made.open() as journal:
        path = journal.vault.back_up(NOW, folder)
    assert sorted(folder.iterdir()) == sorted([stranger, path])


def test_where_the_folder_is_gone_no_backup_makes_another(made: Made) -> None:
    with made.open() as journal:
        elsewhere = made.folder.rename(made.folder.with_name("elsewhere"))
        with pytest.raises(CannotRead):
            journal.vault.back_up(NOW)
        assert not made.folder.exists()
        elsewhere.rename(made.folder)
        assert journal.vault.back_up(NOW).exists()


def test_a_journal_that_is_not_sound_gets_no_backup(made: Made) -> None:
    made.damage()
    vault = open_vault(made.folder, made.recovery)
    with pytest.raises(DamagedJournal):
        vault.back_up(NOW)
    assert list((made.folder / "backups").iterdir()) == []
    vault.close()


# Damaged


def listed_as(made: Made, data: bytes) -> list[bool]:
    (made.folder / "backups" / "20260310T091500Z.backup").write_bytes(data)
    with made.open() as journal:
        return [each.proven for each in journal.vault.backups()]


def test_an_unchanged_backup_is_restored_by_each_secret(file: Path, original: Made, tmp_path: Path) -> None:
    assert restored(file, tmp_path / "one", PASSPHRASE) == list(FIRST)
    assert restored(file, tmp_path / "two", original.recovery) == list(FIRST)


@fuzz
@given(st.data())
def test_a_flipped_bit_is_refused(
    sealed: bytes, file: Path, original: Made, tmp_path: Path, data: st.DataObject
) -> None:
    start = sealed.index(b"SQL") if b"SQL" in sealed[:4000] else 2000
    place = data.draw(st.integers(0, start * 8) | st.integers(0, len(sealed) * 8 - 1))
    flipped = bytearray(sealed)
    flipped[place // 8] ^= 1 << place % 8
    file.write_bytes(flipped)
    with pytest.raises(AppError):
        founding.restore(file, tmp_path / "restored", original.recovery)
    assert [path.name for path in tmp_path.iterdir()] == [file.name]


@fuzz
@given(st.data())
def test_bytes_cut_off_put_in_or_replaced_are_refused(
    sealed: bytes, file: Path, original: Made, tmp_path: Path, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, 3000) | st.integers(0, len(sealed)))
    end = data.draw(st.integers(start, min(start + 50, len(sealed))) | st.just(len(sealed)))
    changed = sealed[:start] + data.draw(st.binary(max_size=20)) + sealed[end:]
    if changed != sealed:
        file.write_bytes(changed)
        with pytest.raises(AppError):
            founding.restore(file, tmp_path / "restored", original.recovery)
        assert [path.name for path in tmp_path.iterdir()] == [file.name]


def test_damaged_backups_are_listed_as_such(made: Made, another: Made, sealed: bytes) -> None:
    assert listed_as(made, sealed) == [True]
    for place in (0, 30, 40, 600, 1200, len(sealed) // 2, len(sealed) - 1):
        flipped = bytearray(sealed)
        flipped[place] ^= 1
        assert listed_as(made, bytes(flipped)) == [False]
    for data in (b"", MAGIC, sealed[:-1], sealed + b"\0", sealed[:2000], MAGIC + b"\xff" * 8, os.urandom(5000)):
        assert listed_as(made, data) == [False]
    with another.copy(made.folder.parent / "another").open() as journal:
        foreign = journal.vault.back_up(NOW).read_bytes()
    assert listed_as(made, foreign) == [False]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has neither pipes nor links in folders")
def test_what_is_no_file_is_listed_as_damaged_without_waiting(made: Made) -> None:
    folder = made.folder / "backups"
    os.mkfifo(folder / "pipe.backup")
    (folder / "folder.backup").mkdir()
    (folder / "dangling.backup").symlink_to(folder / "nowhere")
    with made.open() as journal:
        assert [each.proven for each in journal.vault.backups()] == [False] * 3
        assert journal.vault.last_backup() is None
    for name, error in (("pipe", CannotRead), ("folder", CannotRead), ("dangling", NoSuchBackup)):
        with pytest.raises(error):
            backup.read_header(folder / f"{name}.backup")


def with_header(sealed: bytes, **changes: object) -> bytes:
    """As an attacker writes it who knows everything but the key: the old MAC, or none at all."""
    at = len(MAGIC)
    length = int.from_bytes(sealed[at : at + 8], "big")
    document = json.loads(sealed[at + 8 : at + 8 + length]) | changes
    data = slots.canonical(document)
    return MAGIC + len(data).to_bytes(8, "big") + data + sealed[at + 8 + length :]


VALUES: list[object] = [
    None,
    True,
    0,
    -1,
    2**70,
    1.5,
    "",
    "x",
    "ab" * 16,
    [],
    {},
    [[]],
    {"reflection": "many"},
    {"reflection": 5},
]


@pytest.mark.parametrize("key", ["journal_id", "slots", "created_at", "size", "sha256", "rows", "format", "extra"])
def test_every_part_of_a_header_replaced_by_anything_is_refused(
    sealed: bytes, file: Path, made: Made, tmp_path: Path, key: str
) -> None:
    for value in VALUES:
        data = with_header(sealed, **{key: value})
        file.write_bytes(data)
        with pytest.raises(AppError):
            founding.restore(file, tmp_path / "restored", made.recovery)
        assert not (tmp_path / "restored").exists()
        assert listed_as(made, data) == [False]


def test_a_header_with_the_slots_of_another_journal_is_refused(
    sealed: bytes, file: Path, another: Made, original: Made, tmp_path: Path
) -> None:
    keys = json.loads((another.folder / "vault.json").read_bytes())
    for changes in ({"slots": keys["slots"]}, {"slots": keys["slots"], "journal_id": keys["journal_id"]}):
        file.write_bytes(with_header(sealed, **changes))
        for secret in (another.recovery, original.recovery):
            with pytest.raises((DamagedBackup, WrongRecoveryKey)):
                founding.restore(file, tmp_path / "restored", secret)


def test_a_newer_backup_is_said_to_be_newer(sealed: bytes, file: Path, original: Made, tmp_path: Path) -> None:
    file.write_bytes(with_header(sealed, format=2))
    with pytest.raises(NewerVersion):
        founding.restore(file, tmp_path / "restored", original.recovery)


def test_deep_nesting_in_a_header_is_refused(sealed: bytes, file: Path) -> None:
    for depth in (300, 900, 20_000):
        data = with_header(sealed, rows="@").replace(b'"@"', b"[" * depth + b"]" * depth)
        start, end = len(MAGIC) + 8, data.index(b"]" * depth) + depth
        file.write_bytes(MAGIC + (end - start + 200).to_bytes(8, "big") + data[start:])
        with pytest.raises(DamagedBackup):
            backup.read_header(file)


@settings(deadline=None, max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=200), st.booleans())
def test_any_bytes_are_no_header(file: Path, data: bytes, begins_well: bool) -> None:
    file.write_bytes((MAGIC + len(data).to_bytes(8, "big") if begins_well else b"") + data)
    with pytest.raises(DamagedBackup):
        backup.read_header(file)


# Restored


def test_wrong_secrets_restore_nothing(file: Path, another: Made, tmp_path: Path) -> None:
    with pytest.raises(WrongPassphrase):
        founding.restore(file, tmp_path / "restored", Passphrase("wrong"))
    with pytest.raises(WrongRecoveryKey):
        founding.restore(file, tmp_path / "restored", another.recovery)
    with pytest.raises(NoSuchBackup):
        founding.restore(tmp_path / "nowhere.backup", tmp_path / "restored", another.recovery)
    assert [path.name for path in tmp_path.iterdir()] == [file.name]


def test_nothing_is_restored_over_anything(file: Path, made: Made) -> None:
    before = contents(made.folder)
    with pytest.raises(FolderNotEmpty):
        founding.restore(file, made.folder, made.recovery)
    assert contents(made.folder) == before


def test_a_journal_that_is_replaced_is_kept_aside(file: Path, made: Made) -> None:
    with made.open() as journal:
        save(journal, 1000, "newer than the backup")
    before = contents(made.folder)
    aside = founding.aside_name(made.folder, NOW)
    founding.restore(file, made.folder, made.recovery, aside=aside)
    with made.open() as journal:
        assert texts(journal) == list(FIRST)
    assert contents(aside) == before
    with Made(aside, made.recovery).open() as journal:
        assert texts(journal) == [*FIRST, "newer than the backup"]


def test_replaced_twice_within_a_second_both_are_kept_aside(file: Path, made: Made) -> None:
    asides = []
    for _ in range(2):
        asides.append(founding.aside_name(made.folder, NOW))
        founding.restore(file, made.folder, made.recovery, aside=asides[-1])
    for folder in (made.folder, *asides):
        with Made(folder, made.recovery).open() as journal:
            assert texts(journal) == list(FIRST)


def test_a_journal_in_use_is_not_replaced(file: Path, made: Made) -> None:
    with made.open() as journal:
        with pytest.raises(JournalInUse):
            founding.restore(file, made.folder, made.recovery, aside=founding.aside_name(made.folder, NOW))
        assert texts(journal) == list(FIRST)
    assert sorted(path.name for path in made.folder.parent.iterdir()) == sorted([file.name, made.folder.name])


def test_what_is_aside_already_is_not_lost_and_nothing_is_left_behind(file: Path, made: Made) -> None:
    aside = founding.aside_name(made.folder, NOW)
    aside.mkdir()
    (aside / "letter.txt").write_text("words")
    before = contents(made.folder)
    with pytest.raises(AppError):
        founding.restore(file, made.folder, made.recovery, aside=aside)
    assert contents(made.folder) == before
    assert (aside / "letter.txt").read_text() == "words"
    assert sorted(path.name for path in made.folder.parent.iterdir()) == sorted(
        [file.name, made.folder.name, aside.name]
    )


def test_a_restore_cut_off_at_any_rename_leaves_the_old_journal_or_the_new(
    file: Path, made: Made, tmp_path: Path
) -> None:
    with made.open() as journal:
        save(journal, 1000, "newer than the backup")
    place = tmp_path / "place"
    place.mkdir()
    journal_folder = place / "journal"
    made.folder.rename(journal_folder)
    aside = place / "aside"
    images = Images(place, tmp_path / "images")
    images.during(lambda: founding.restore(file, journal_folder, made.recovery, aside=aside))
    assert len(images.taken) > 3
    seen = []
    for image, _ in images.taken:
        with Made(image / "journal", made.recovery).open() as journal:
            seen.append(texts(journal))
            assert journal.vault.findings() == []
        assert not list(image.glob(".*.restored")) or seen[-1] == [*FIRST, "newer than the backup"]
    assert seen[0] == [*FIRST, "newer than the backup"]
    assert seen[-1] == list(FIRST)


def test_a_restore_cut_off_between_its_two_moves_is_finished_by_whatever_comes_next(
    file: Path, made: Made, tmp_path: Path
) -> None:
    founding.restore(file, tmp_path / "ready", made.recovery)
    shutil.move(tmp_path / "ready", staging._ready(made.folder))
    made.folder.rename(tmp_path / "aside")
    other = copy(tmp_path, tmp_path.with_name(tmp_path.name + "-other"))
    with made.open() as journal:
        assert texts(journal) == list(FIRST)
    with pytest.raises(FolderNotEmpty):
        founding.create(other / made.folder.name, "words", SMALL_COST)


def test_a_backup_opens_with_the_secrets_of_its_day(made: Made, tmp_path: Path) -> None:
    with made.open() as journal:
        old = journal.vault.back_up(NOW)
        key = journal.vault.renew_secrets("new words", SMALL_COST)
        new = journal.vault.back_up(NOW + timedelta(days=1))
        assert [each.proven for each in journal.vault.backups()] == [True, True]
    assert restored(old, tmp_path / "old", PASSPHRASE) == list(FIRST)
    assert restored(new, tmp_path / "new", Passphrase("new words")) == list(FIRST)
    assert restored(new, tmp_path / "by key", slots.RecoveryKey(key)) == list(FIRST)
    with pytest.raises(WrongPassphrase):
        founding.restore(new, tmp_path / "refused", PASSPHRASE)


def test_the_database_of_another_backup_under_a_sealed_header_is_refused(made: Made, tmp_path: Path) -> None:
    with made.open() as journal:
        old = journal.vault.back_up(NOW)
        save(journal, 0, "written since")
        new = journal.vault.back_up(NOW + timedelta(days=1))
    size = backup.read_header(new).size
    mixed = tmp_path / "mixed.backup"
    mixed.write_bytes(new.read_bytes()[:-size] + old.read_bytes()[-backup.read_header(old).size :])
    with pytest.raises(DamagedBackup):
        founding.restore(mixed, tmp_path / "restored", made.recovery)
    assert restored(new, tmp_path / "new", made.recovery)[0] == "written since"
