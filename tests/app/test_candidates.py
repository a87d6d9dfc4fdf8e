"""Candidates are erased when their time is over: with a moved clock, and a word that then stands nowhere any more."""

from datetime import date, timedelta
from io import BytesIO
from pathlib import Path

import pytest

from app import candidates
from app.exchange import json_file
from app.interviews.model import Interview, Kit
from app.journal import Journal
from app.vault import engine
from tests.app.erasing.pages import traces
from tests.app.interviews.making import alignment, interview, kit, seen
from tests.app.reflections.journals import NOW, TODAY, found, reflection
from tests.app.vault.journals import Made, copy
from tests.app.vault.test_independent_reader import unpacked

DAY = timedelta(days=1)
CANARY, KEPT = "Zwyrtkovský", "heron"
DUE = date(2026, 9, 10)  # six months after TODAY


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """Three conversations of one day with a word in each field that takes one: one in the trash, one hired; and later
    one without it.
    """
    folder = tmp_path_factory.mktemp("candidates") / "journal"
    made = Made(folder, found(folder))
    with made.open() as journal, journal.transaction():
        plan = journal.kits.save(kit(role=KEPT), NOW)
        for each in _talks(plan):
            journal.interviews.save(each, NOW)
            journal.interviews.save(_said_otherwise(each), NOW)  # an earlier wording leaves nothing behind either
        trashed = journal.interviews.save(_talks(plan)[0], NOW)
        journal.interviews.delete(trashed.id, NOW)
        journal.alignments.save(alignment("Jonas"), NOW)
        journal.interviews.save(interview(seen(notes=KEPT), kit=plan.id, date=TODAY + DAY, candidate="D"), NOW)
        journal.reflections.add_all([reflection(f"{KEPT} {number}") for number in range(9)], NOW)
    return made


def _talks(plan: Kit) -> list[Interview]:
    part = seen(notes=f"{CANARY} said so. " * 300)
    return [
        interview(part, kit=plan.id, candidate=candidate, reason=CANARY, hired=hired)
        for candidate, hired in (("A", None), (CANARY, "Jonas"))
    ]


def _said_otherwise(given: Interview) -> Interview:
    (part,) = given.parts
    return interview(
        seen(notes=f"{part.notes} {KEPT}"), id=given.id, kit=given.kit, candidate=given.candidate, hired=given.hired
    )


@pytest.fixture
def made(whole: Made, tmp_path: Path) -> Made:
    return whole.copy(tmp_path / "journal")


def exported(journal: Journal) -> bytes:
    stream = BytesIO()
    with journal.reading():
        every = [each for _, store in sorted(journal.stores.items()) for each in store.every()]
    json_file.write(stream, every, "0" * 32, NOW)
    return stream.getvalue()


def test_before_their_day_nothing_happens(made: Made) -> None:
    with made.open() as journal:
        before = exported(journal)
        assert candidates.erase_due(journal, DUE - DAY) == 0
        assert exported(journal) == before
        assert not journal.vault.scrub_is_due


def test_no_page_no_log_and_no_later_backup_has_a_word_of_them(made: Made, tmp_path: Path) -> None:
    key = bytes.fromhex(engine.database_key(made.master_key()))
    assert len(traces(made.folder / "journal.db", key, (CANARY,))) > 1
    with made.open() as journal:
        before = journal.vault.back_up(NOW)
        assert candidates.erase_due(journal, DUE) == 3
        still_open = copy(made.folder, tmp_path / "open")
        after = journal.vault.back_up(NOW)
        with journal.reading():
            assert journal.search(CANARY, 9) == []
            assert len(journal.search(KEPT, 99)) == 11
            assert [each.candidate for each in journal.interviews.every()] == ["D"]
            assert journal.preferences.get().candidates_erased == {"2026-09-10": 3}
            assert len(journal.alignments.where(person="Jonas")) == 1
        assert CANARY.encode() not in exported(journal)
        assert journal.vault.findings() == []
    for folder in (still_open, made.folder):
        assert traces(folder / "journal.db", key, (CANARY,)) == set()
    for backup, has_it in ((before, True), (after, False)):
        unpacked(backup, tmp_path / "unpacked.db", "recovery-key", made.recovery.text)
        assert bool(traces(tmp_path / "unpacked.db", key, (CANARY,))) is has_it


def test_each_has_a_day_of_its_own_and_the_days_are_counted(made: Made) -> None:
    with made.open() as journal:
        assert [candidates.erase_due(journal, DUE + number * DAY) for number in range(3)] == [3, 1, 0]
        with journal.reading():
            assert journal.preferences.get().candidates_erased == {"2026-09-10": 3, "2026-09-11": 1}
            assert journal.interviews.count() == (0, 0)


def test_the_months_are_the_owners_choice(made: Made) -> None:
    with made.open() as journal:
        journal.write(lambda journal: journal.preferences.change(candidates_kept_months=12))
        assert candidates.erase_due(journal, date(2027, 3, 9)) == 0
        assert candidates.erase_due(journal, date(2027, 3, 10)) == 3


def test_the_week_before_says_so_without_the_trash(made: Made) -> None:
    with made.open() as journal, journal.reading():
        (today, tomorrow) = candidates.erased_soon(journal, DUE - DAY)
        assert (today.on, len(today.interviews)) == (DUE, 2)
        assert (tomorrow.on, [each.candidate for each in tomorrow.interviews]) == (DUE + DAY, ["D"])
        assert candidates.erased_soon(journal, DUE - 9 * DAY) == []


def test_cut_off_before_the_wiping_the_next_opening_makes_it_good(made: Made, tmp_path: Path) -> None:
    key = bytes.fromhex(engine.database_key(made.master_key()))
    with made.open() as journal:
        journal.write(lambda journal: candidates._erase(journal, DUE))
        cut_off = Made(copy(made.folder, tmp_path / "cut-off"), made.recovery)
    with cut_off.open() as journal:
        assert not journal.vault.scrub_is_due
    assert traces(cut_off.folder / "journal.db", key, (CANARY,)) == set()
