"""No trace: whoever is erased stands in no decrypted page of the journal, its log, or a backup made from then on."""

import unicodedata
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from app.erasing import doing
from app.erasing.doing import erase
from app.erasing.model import Choice, Choices, Way
from app.erasing.preview import preview
from app.journal import Journal
from app.vault import engine
from tests.app.erasing.crowded import KEPT, churn, crowd
from tests.app.erasing.pages import traces
from tests.app.reflections.journals import NOW
from tests.app.vault.journals import Images, Made, copy
from tests.app.vault.test_independent_reader import unpacked

NAMES = {
    "accents": ("Zwyrtkovský Brûlhaart", ("Zwyrtkovský", "Brûlhaart")),
    "cjk": ("鷲嶋魁龍", ("鷲嶋魁龍",)),
    "emoji": ("🦑🪬", ("🦑🪬",)),
}
ALIAS = Choices(default=Choice(Way.ALIAS, "a colleague"))


def spellings(name: str) -> tuple[str, ...]:
    return (name, unicodedata.normalize("NFD", name), name.lower(), name.split()[0].upper())


def crowded(made: Made, name: str) -> str:
    """Fills the journal with the name; the id of who has it."""
    with made.open() as journal:
        person = journal.write(lambda journal: crowd(journal, name, spellings(name)))
        if name == NAMES["accents"][0]:
            churn(journal, name)
    return person.id


def without_doubt(journal: Journal, id: str) -> Choices:
    with journal.reading():
        return Choices(default=ALIAS.default, each=dict.fromkeys(preview(journal, id).mentions, ALIAS.default))


def key_of(made: Made) -> bytes:
    return bytes.fromhex(engine.database_key(made.master_key()))


@pytest.mark.parametrize(("name", "words"), NAMES.values(), ids=NAMES)
def test_no_page_no_log_and_no_later_backup_has_the_name(
    made: Made, tmp_path: Path, name: str, words: tuple[str, ...]
) -> None:
    id = crowded(made, name)
    key, wanted = key_of(made), (name, *words)
    assert len(traces(made.folder / "journal.db", key, wanted)) > 1
    with made.open() as journal:
        before = journal.vault.back_up(NOW)
        assert erase(journal, id, without_doubt(journal, id), NOW)
        still_open = copy(made.folder, tmp_path / "open")
        after = journal.vault.back_up(NOW)
        with journal.reading():
            assert journal.search(words[0], 9) == []
            assert len(journal.search(KEPT, 999)) > 9
        assert journal.vault.findings() == []
    assert traces(still_open / "journal.db", key, wanted) == set()
    assert traces(made.folder / "journal.db", key, wanted) == set()
    for backup, has_it in ((before, True), (after, False)):
        unpacked(backup, tmp_path / "unpacked.db", "recovery-key", made.recovery.text)
        assert bool(traces(tmp_path / "unpacked.db", key, wanted)) is has_it
        assert traces(tmp_path / "unpacked.db", key, ("heron",))


def test_without_the_scrub_the_files_still_have_it(made: Made, tmp_path: Path) -> None:
    """So the search can find what it looks for; the next opening makes it good."""
    name, words = NAMES["accents"]
    id = crowded(made, name)
    key = key_of(made)
    with made.open() as journal:
        choices = without_doubt(journal, id)
        journal.write(lambda journal: doing._erase(journal, id, choices, NOW))
        assert journal.vault.scrub_is_due
        cut_off = Made(copy(made.folder, tmp_path / "cut-off"), made.recovery)
    assert traces(cut_off.folder / "journal.db", key, (name, *words))
    with cut_off.open() as journal:
        assert not journal.vault.scrub_is_due
        opened = copy(cut_off.folder, tmp_path / "opened")
    for folder in (opened, cut_off.folder):
        assert traces(folder / "journal.db", key, (name, *words)) == set()


def test_a_crash_at_any_moment_leaves_all_of_it_or_nothing(made: Made, tmp_path: Path) -> None:
    name, words = NAMES["accents"]
    id = crowded(made, name)
    key = key_of(made)
    images = Images(made.folder, tmp_path / "images")
    with made.open() as journal:
        choices = without_doubt(journal, id)
        images.during(lambda: _is_done(erase, journal, id, choices), journal.vault._raw)
    gone = 0
    for folder, _ in images.taken:
        with Made(folder, made.recovery).open() as journal:
            with journal.reading():
                is_there = name in journal.people.names()
                found = len(journal.search(words[0], 999))
            assert journal.vault.findings() == []
            assert (found > 0) is is_there
        if not is_there:
            gone += 1
            assert traces(folder / "journal.db", key, (name, *words)) == set()
    assert 2 < gone < len(images.taken)


def _is_done(work: Callable[..., bool], *given: Any) -> None:
    with suppress(AssertionError):
        assert work(*given, NOW)


def test_while_something_reads_the_log_stays_and_the_next_opening_makes_it_good(made: Made) -> None:
    name, words = NAMES["cjk"]
    id, key = crowded(made, name), key_of(made)
    with made.open() as journal:
        choices = without_doubt(journal, id)
        journal.vault._raw.execute("PRAGMA busy_timeout = 20")
        with closing(made.connect(read_only=True)) as reader:
            reader.execute("BEGIN")
            reader.execute("SELECT count(*) FROM person").fetchone()
            assert not erase(journal, id, choices, NOW)
            assert journal.vault.scrub_is_due
    with made.open() as journal:
        assert not journal.vault.scrub_is_due
        assert journal.vault.findings() == []
    assert traces(made.folder / "journal.db", key, (name, *words)) == set()


def test_a_backup_waits_for_an_erasing_that_is_under_way(made: Made) -> None:
    """It would have the name, and be finished later."""
    with made.open() as journal:
        thread = Thread(target=journal.vault.back_up, args=(NOW,))
        with journal.vault.without_backups():
            thread.start()
            thread.join(0.2)
            assert thread.is_alive()
            assert journal.vault.backups() == []
        thread.join()
        assert len(journal.vault.backups()) == 1
