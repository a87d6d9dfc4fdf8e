"""Files that were lost, cut, swapped or rolled back are noticed at the open; what a crash leaves opens whole."""

import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from app.errors import AppError, DamagedJournal, NoJournal
from app.journal import Journal
from app.vault import continuity, engine, key_file
from app.vault.continuity import DATABASE, LOG
from app.vault.slots import SMALL_COST, Passphrase, RecoveryKey, Secret
from app.vault.vault import open_vault
from tests.app.vault.journals import FIRST, NOW, PAGE, Images, Made, contents, copy, save, texts, troubles

FILES = (DATABASE, LOG, key_file.NAME)


def refused(made: Made) -> str:
    """The finding with which the journal is refused; the refusal changes nothing."""
    before = contents(made.folder)
    with pytest.raises(DamagedJournal) as caught:
        open_vault(made.folder, made.recovery)
    assert contents(made.folder) == before
    return caught.value.finding


# What a crash leaves


def opens_whole(images: Images, *secrets: Secret) -> None:
    """Every image opens with everything that had been acknowledged, is sound, and opens again after a clean close."""
    assert len(images.taken) > 1
    for folder, acknowledged in images.taken:
        for _ in range(2):
            with _opened(folder, *secrets) as journal:
                assert set(acknowledged) <= set(texts(journal))
                assert journal.vault.findings() == []
                save(journal, 5000, "after the crash")
            acknowledged = [*acknowledged, "after the crash"]


def _opened(folder: Path, *secrets: Secret) -> Journal:
    for secret in secrets[:-1]:
        try:
            return Journal.open(folder, secret, NOW)
        except AppError:
            continue
    return Journal.open(folder, secrets[-1], NOW)


def session(images: Images, made: Made, words: tuple[str, ...]) -> None:
    """A session that saves, is closed, and is copied at each of its steps."""
    journal = made.open()

    def steps() -> None:
        for number, text in enumerate(words, start=1000 + 10 * len(images.acknowledged)):
            save(journal, number, text)
            images.acknowledged.append(text)
        journal.close()

    images.during(steps, journal.vault._raw)


def test_a_crash_at_any_step_of_a_session_loses_nothing(made: Made, tmp_path: Path) -> None:
    images = Images(made.folder, tmp_path / "images")
    session(images, made, ("one", "two"))
    opens_whole(images, made.recovery)


def test_a_crash_at_any_step_after_a_crash_loses_nothing(crashed: Made, tmp_path: Path) -> None:
    images = Images(crashed.folder, tmp_path / "images")
    images.acknowledged.append("the last words")
    images.during(lambda: crashed.open().close())
    session(images, crashed, ("one",))
    opens_whole(images, crashed.recovery)


def test_crash_after_crash_after_crash_loses_nothing(crashed: Made, tmp_path: Path) -> None:
    expected = {*FIRST, "the last words"}
    for turn in range(5):
        with crashed.open() as journal:
            save(journal, 2000 + turn, f"turn {turn}")
            expected.add(f"turn {turn}")
            crashed = crashed.copy(tmp_path / f"turn {turn}")
    with crashed.open() as journal:
        assert set(texts(journal)) == expected


def test_a_crash_at_any_step_of_new_secrets_leaves_the_old_or_the_new(made: Made, tmp_path: Path) -> None:
    images = Images(made.folder, tmp_path / "images")
    journal = made.open()
    new: list[str] = []
    images.during(lambda: new.append(journal.vault.renew_secrets("new", SMALL_COST)), journal.vault._raw)
    images.during(journal.close)
    opens_whole(images, made.recovery, RecoveryKey(new[0]))


def test_a_crash_while_the_log_is_emptied_is_mended_by_the_log(made: Made, tmp_path: Path) -> None:
    journal = made.open()
    for number in range(30):
        save(journal, number, f"changed {number} " * 200)
    crash = made.copy(tmp_path / "crash")
    journal.close()
    old, new = ((each / DATABASE).read_bytes() for each in (crash.folder, made.folder))
    source = random.Random(2)
    for turn in range(20):
        torn = bytearray(new)
        for start in range(0, len(old), PAGE):
            end = start + source.choice([0, 0, 512, PAGE])  # sectors of a page that were not written yet
            torn[start:end] = old[start:end]
        image = crash.copy(tmp_path / f"torn {turn}")
        (image.folder / DATABASE).write_bytes(torn)
        with image.open() as again:
            assert again.vault.findings() == []
            assert texts(again)[:30] == [f"changed {number} " * 200 for number in range(30)]


@pytest.mark.parametrize("step", ["first save", "new passphrase", "close"])
def test_a_backup_that_reads_meanwhile_makes_no_false_alarm(made: Made, tmp_path: Path, step: str) -> None:
    journal = made.open()
    journal.vault._raw.execute("PRAGMA busy_timeout = 0")
    if step != "first save":
        save(journal, 999, "words")
    reader = made.connect(read_only=True)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM reflection").fetchone()
    images = Images(made.folder, tmp_path / "images")
    if step == "new passphrase":
        images.during(lambda: journal.vault.change_passphrase("new", SMALL_COST), journal.vault._raw)
    images.during(lambda: save(journal, 1000, "words meanwhile"), journal.vault._raw)
    images.acknowledged.append("words meanwhile")
    images.during(journal.close, journal.vault._raw)
    reader.close()
    images.take()
    opens_whole(images, made.recovery)


def test_an_open_that_fails_leaves_what_the_crash_left(crashed: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise PermissionError

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", fails)  # as on a disk that is full or has become read-only
        with pytest.raises(AppError):
            crashed.open()
    with crashed.open() as journal:
        assert texts(journal)[-1] == "the last words"


def test_a_close_that_fails_leaves_what_a_crash_would(made: Made) -> None:
    journal = made.open()
    save(journal, 999, "the last words")
    journal.vault._raw.execute("PRAGMA query_only = ON")  # the generation cannot be moved
    journal.close()
    with made.open() as again:
        assert texts(again)[-1] == "the last words"


# The database


def test_a_missing_or_empty_database_is_no_empty_journal(made: Made) -> None:
    (made.folder / DATABASE).write_bytes(b"")
    assert refused(made) == "database-missing"
    (made.folder / DATABASE).unlink()
    assert refused(made) == "database-missing"
    (made.folder / DATABASE).mkdir()
    assert refused(made) == "database-missing"


def test_an_empty_folder_is_no_journal(made: Made) -> None:
    shutil.rmtree(made.folder)
    made.folder.mkdir()
    with pytest.raises(NoJournal):
        open_vault(made.folder, made.recovery)
    assert not list(made.folder.iterdir())


@pytest.mark.parametrize("how", ["closed", "crashed"])
def test_a_database_cut_off_at_any_page_is_noticed(made: Made, crashed: Made, tmp_path: Path, how: str) -> None:
    given = made if how == "closed" else crashed
    whole = (given.folder / DATABASE).read_bytes()
    pages = len(whole) // PAGE
    for page in sorted({1, 2, 3, *range(4, pages, 6), pages - 1}):
        cut = given.copy(tmp_path / f"page {page}")
        (cut.folder / DATABASE).write_bytes(whole[: page * PAGE])
        assert troubles(cut) or is_mended_by_its_log(cut, how)
    for size in (1, 16, 100, PAGE - 1, PAGE + 1, len(whole) - 1, len(whole) - 80):
        cut = given.copy(tmp_path / f"size {size}")
        (cut.folder / DATABASE).write_bytes(whole[:size])
        assert troubles(cut) or is_mended_by_its_log(cut, how)


def is_mended_by_its_log(cut: Made, how: str) -> bool:
    """Whether all that was cut off stands in the log that a crash has left, and so nothing is missing."""
    if how != "crashed":
        return False
    with cut.open() as journal:
        return sorted(texts(journal)) == sorted([*FIRST, "the last words"])


@pytest.mark.parametrize("more", [b"\0", b"\0" * PAGE, b"x" * PAGE])
def test_a_database_with_more_at_its_end_is_noticed(made: Made, more: bytes) -> None:
    with (made.folder / DATABASE).open("ab") as stream:
        stream.write(more)
    assert troubles(made)


def test_a_flipped_bit_anywhere_in_the_database_is_noticed(made: Made, tmp_path: Path) -> None:
    whole = (made.folder / DATABASE).read_bytes()
    source = random.Random(3)
    ends = [page * PAGE + offset for page in (0, 1, len(whole) // PAGE - 1) for offset in (0, 15, 16, 4015, 4016, 4095)]
    for place in [*ends, *(source.randrange(len(whole)) for _ in range(50))]:
        flipped = bytearray(whole)
        flipped[place] ^= 1 << source.randrange(8)
        (made.folder / DATABASE).write_bytes(flipped)
        assert troubles(made), place
        shutil.copyfile(made.folder / key_file.NAME, tmp_path / "last.json")
        assert (tmp_path / "last.json").read_bytes() == (made.folder / key_file.NAME).read_bytes()
    (made.folder / DATABASE).write_bytes(whole)
    assert troubles(made) == []


def test_pages_that_changed_places_are_noticed(made: Made) -> None:
    whole = bytearray((made.folder / DATABASE).read_bytes())
    one, two = slice(5 * PAGE, 6 * PAGE), slice(9 * PAGE, 10 * PAGE)
    whole[one], whole[two] = whole[two], whole[one]
    (made.folder / DATABASE).write_bytes(whole)
    assert troubles(made)


def test_the_database_of_another_journal_is_refused(made: Made, another: Made) -> None:
    shutil.copyfile(another.folder / DATABASE, made.folder / DATABASE)
    assert refused(made) == "database"


# The log


def cut_off(size: int) -> Callable[[Path], None]:
    def cut(log: Path) -> None:
        log.write_bytes(log.read_bytes()[:size])

    return cut


def flip(place: int) -> Callable[[Path], None]:
    def flipped(log: Path) -> None:
        data = bytearray(log.read_bytes())
        data[place] ^= 1
        log.write_bytes(data)

    return flipped


def zeroed(log: Path) -> None:
    log.write_bytes(bytes(log.stat().st_size))


LOST: dict[str, Callable[[Path], None]] = {
    "missing": Path.unlink,
    "empty": cut_off(0),
    "a piece of its header": cut_off(20),
    "its header alone": cut_off(32),
    "half a frame": cut_off(2000),
    "a wrong salt": flip(17),
    "a wrong header": flip(5),
    "a wrong first frame": flip(100),
    "zeros": zeroed,
}


@pytest.mark.parametrize("lose", LOST.values(), ids=LOST)
def test_a_lost_log_is_noticed_and_can_be_put_back(crashed: Made, lose: Callable[[Path], None]) -> None:
    log = crashed.folder / LOG
    whole = log.read_bytes()
    lose(log)
    assert refused(crashed) in {"log-missing", "log-foreign", "log-damaged"}
    log.write_bytes(whole)
    with crashed.open() as journal:
        assert texts(journal)[-1] == "the last words"


def test_a_damaged_frame_before_the_last_saves_is_noticed_and_a_torn_end_is_not(made: Made, tmp_path: Path) -> None:
    journal = made.open()
    for number in range(1000, 1006):
        save(journal, number, f"{number} {'words ' * 500}")
    crash = made.copy(tmp_path / "crash")
    journal.close()
    whole = (crash.folder / LOG).read_bytes()
    for place in range(32 + 24, len(whole) // 2, 1999):
        flip(place)(crash.folder / LOG)
        assert refused(crash) in {"log-damaged", "log-missing", "database"}, place
        (crash.folder / LOG).write_bytes(whole)
    cut_off(len(whole) - 4096 - 24)(crash.folder / LOG)  # the last frame of the last save: as a power cut leaves it
    with crash.open() as journal:
        assert [text[:4] for text in texts(journal)[-5:]] == ["1000", "1001", "1002", "1003", "1004"]


def test_a_log_that_was_just_begun_anew_may_be_found_as_zeros(made: Made, tmp_path: Path) -> None:
    journal = made.open()
    save(journal, 1000, "words")
    # As a change of passphrase does, and then the power goes: the log has its new length, and nothing of its content.
    continuity.move(journal.vault._raw, journal.vault._next_generation())
    crash = made.copy(tmp_path / "crash")
    journal.close()
    (crash.folder / LOG).write_bytes(bytes(32))
    with crash.open() as again:
        assert texts(again)[-1] == "words"


def test_a_log_beside_a_clean_journal_is_noticed(made: Made, crashed: Made) -> None:
    shutil.copyfile(crashed.folder / LOG, made.folder / LOG)
    assert refused(made) == "log-foreign"


def crash_of(made: Made, target: Path, text: str) -> Made:
    """A crash of one more session; the journal itself is closed."""
    with made.open() as journal:
        save(journal, 3000, text)
        return made.copy(target)


def test_the_log_of_an_earlier_session_or_of_another_journal_is_noticed(
    made: Made, another: Made, tmp_path: Path
) -> None:
    earlier = crash_of(made, tmp_path / "earlier", "early")
    later = crash_of(made, tmp_path / "later", "late")
    foreign = crash_of(another.copy(tmp_path / "another"), tmp_path / "foreign", "foreign")
    right = (later.folder / LOG).read_bytes()
    for other in (earlier, foreign):
        shutil.copyfile(other.folder / LOG, later.folder / LOG)
        assert refused(later) in {"log-foreign", "database", "generation", "log-missing"}
    (later.folder / LOG).write_bytes(right)
    with later.open() as journal:
        assert texts(journal)[-1] == "late"


# Some files from another time


def test_an_old_database_with_a_new_log_is_noticed(made: Made, tmp_path: Path) -> None:
    before = (made.folder / DATABASE).read_bytes()
    crash_of(made, tmp_path / "earlier", "early")
    later = crash_of(made, tmp_path / "later", "late")
    (later.folder / DATABASE).write_bytes(before)
    assert refused(later) == "generation"


def test_any_mixture_of_two_sessions_is_noticed(made: Made, tmp_path: Path) -> None:
    moments = [made.copy(tmp_path / "first")]
    for turn in range(2):
        moments.append(crash_of(made, tmp_path / f"crash {turn}", f"words {turn}"))
        moments.append(made.copy(tmp_path / f"closed {turn}"))
    for base in moments:
        assert troubles(base.copy(tmp_path / f"{base.folder.name} whole")) == []
        for other in moments:
            for name in FILES:
                if _is_same(base.folder / name, other.folder / name):
                    continue
                mixed = base.copy(tmp_path / f"{base.folder.name} with {name} of {other.folder.name}")
                _replace(mixed.folder / name, other.folder / name)
                _loses_nothing_silently(mixed, base)


def _is_same(one: Path, two: Path) -> bool:
    return (one.read_bytes() if one.exists() else None) == (two.read_bytes() if two.exists() else None)


def _replace(target: Path, source: Path) -> None:
    target.unlink(missing_ok=True)
    if source.exists():
        shutil.copyfile(source, target)


def _loses_nothing_silently(mixed: Made, whole: Made) -> None:
    with copy_opened(whole) as journal:
        expected = texts(journal)
    try:
        with mixed.open() as journal:
            assert texts(journal) == expected, mixed.folder.name
    except DamagedJournal:
        return
    assert troubles(mixed) == []


def copy_opened(made: Made) -> Journal:
    target = made.folder.with_name(made.folder.name + " to read")
    shutil.rmtree(target, ignore_errors=True)
    return Journal.open(copy(made.folder, target), made.recovery, NOW)


def test_an_old_key_file_alone_is_noticed_and_the_right_one_can_be_put_back(made: Made, tmp_path: Path) -> None:
    old = (made.folder / key_file.NAME).read_bytes()
    crash = crash_of(made, tmp_path / "crash", "late")
    for given in (made, crash):
        right = (given.folder / key_file.NAME).read_bytes()
        (given.folder / key_file.NAME).write_bytes(old)
        assert refused(given) in {"generation", "log-foreign"}
        (given.folder / key_file.NAME).write_bytes(right)
        with given.open() as journal:
            assert texts(journal)[-1] == "late"


def test_an_old_passphrase_does_not_come_back_with_an_old_key_file(made: Made) -> None:
    old = (made.folder / key_file.NAME).read_bytes()
    with made.open() as journal:
        journal.vault.change_passphrase("new", SMALL_COST)
    (made.folder / key_file.NAME).write_bytes(old)
    assert refused(made) == "generation"


def test_a_passphrase_changed_while_open_does_not_come_back_after_a_crash(made: Made, tmp_path: Path) -> None:
    with made.open() as journal:
        save(journal, 1, "words")
        old = (made.folder / key_file.NAME).read_bytes()
        for turn in range(2):
            journal.vault.change_passphrase(f"new {turn}", SMALL_COST)
        crash = made.copy(tmp_path / "crash")
    (crash.folder / key_file.NAME).write_bytes(old)
    assert refused(crash) == "generation"


# Reading


def test_reading_alone_changes_no_file(made: Made) -> None:
    before, names = contents(made.folder), sorted(made.folder.iterdir())
    with made.open() as journal:
        with journal.reading():
            assert journal.search("reflection", 5)
        assert texts(journal) == list(FIRST)
        assert journal.vault.findings() == []
        assert journal.vault.backups() == []
    assert contents(made.folder) == before
    assert sorted(made.folder.iterdir()) == names


def test_a_refused_secret_changes_no_file(made: Made, crashed: Made, another: Made) -> None:
    for given in (made, crashed):
        before = contents(given.folder)
        for secret in (another.recovery, RecoveryKey("short"), Passphrase("wrong"), Passphrase("")):
            with pytest.raises(AppError):
                open_vault(given.folder, secret)
        assert contents(given.folder) == before


def test_the_ignored_log_is_really_ignored(crashed: Made) -> None:
    key = engine.database_key(crashed.master_key())
    alone = engine.connect(crashed.folder / DATABASE, key, ignore_wal=True)
    assert alone.execute("SELECT count(*) FROM reflection").fetchone() == (len(FIRST),)
    alone.close()
