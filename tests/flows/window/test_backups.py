"""A real window backs its journal up by itself, once a day; a kill or a lock in the middle of it costs nothing."""

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.journal import Journal
from app.vault.slots import Passphrase
from tests.benchmarks.corpus import reflections
from tests.flows.program import Owner
from tests.flows.window import steps
from tests.flows.window.desk import Desk

# What is given up after; nothing is measured by it.
_PATIENCE = 60


def wait_until(judge: Callable[[], object], what: str) -> None:
    begin = time.monotonic()
    while not judge():
        assert time.monotonic() < begin + _PATIENCE, f"there was no {what}"
        time.sleep(0.002)


def opened(owner: Owner) -> Journal:
    return Journal.open(owner.folder, Passphrase(owner.secret), datetime.now(UTC))


def backups(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.glob("*.backup"))


def test_a_journal_gets_its_backup_by_itself_and_one_a_day(desk: Desk, owner: Owner, tmp_path: Path) -> None:
    home, drive = owner.folder / "backups", tmp_path / "drive"
    window = steps.opened(desk, owner)
    wait_until(lambda: backups(home), "backup")
    steps.close(window)
    with opened(owner) as journal:
        assert [each.proven for each in journal.vault.backups()] == [True]
        # A drive that was away since last month: what comes to it now was looked for after the backup of the day.
        old = journal.vault.back_up(datetime.now(UTC) - timedelta(days=30), drive)
        journal.write(lambda journal: journal.preferences.change(second_place=str(drive)))
    again = steps.opened(desk, owner)
    wait_until(lambda: len(backups(drive)) == 2, "copy in the second place")
    steps.lock(again)
    assert len(backups(home)) == 1
    assert backups(drive) == [old.name, *backups(home)]
    assert (drive / backups(home)[0]).read_bytes() == (home / backups(home)[0]).read_bytes()


@pytest.mark.parametrize("end", ["killed", "locked"])
def test_ended_while_a_backup_is_made_it_is_made_the_next_time(desk: Desk, owner: Owner, end: str) -> None:
    with opened(owner) as journal:
        journal.write(lambda journal: journal.reflections.add_all(list(reflections(200, words=600)), datetime.now(UTC)))
    home, before = owner.folder / "backups", owner.ids()
    window = steps.opened(desk, owner)
    window.type("Kept before the kill.")
    window.wait_for_words("Saved ")
    wait_until(lambda: list(home.iterdir()), "beginning of a backup")
    if end == "killed":
        window.kill()
        again = steps.opened(desk, owner)
    else:
        steps.lock(window)
        again = window
        steps.unlock(again, owner.secret)
    wait_until(lambda: backups(home), "backup")
    wait_until(lambda: len(list(home.iterdir())) == 1, "end of what was left")
    steps.close(again)
    assert len(owner.ids()) == len(before) + 1
    with opened(owner) as journal:
        assert journal.vault.findings() == []
        assert [each.proven for each in journal.vault.backups()] == [True]
