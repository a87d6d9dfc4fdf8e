"""The sample keeps to the model, holds together as a story, and ends lately whenever it is opened."""

import json
import re
import shutil
import stat
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pytest

from app import paths, sample
from app.errors import AppError, FolderNotEmpty, JournalInUse, WrongPassphrase
from app.exchange import json_file
from app.exchange.importing import bring_in
from app.exchange.kinds import AnyRecord, facts, to_record
from app.experiments.model import Experiment
from app.experiments.rules import day_number
from app.journal import Journal
from app.one_on_ones.model import OneOnOne, State
from app.people.model import Person
from app.prompts.library import load, review
from app.prompts.rules import RESTING, occasions
from app.reflections.model import Content, PullKind, Reflection
from app.reflections.rules import is_empty
from app.vault.slots import Passphrase
from app.vault.vault import open_vault
from tests.app.exchange.schemas import EVERY_KIND, validator
from tests.app.reflections.journals import new_journal

NOW = datetime(2026, 11, 26, 10, 30, tzinfo=UTC)
EVENING = NOW.replace(hour=21)
TODAY = date(2026, 11, 26)  # a Thursday, as is the last day of the story
AS_TOLD = json_file.read(sample.FILE).records
PROMPTS = {each.id: each for each in (*load(), review())}
FIVE = {"Aisha", "Jonas", "Nadia", "Tomás", "Wen"}
TO_COME = {"on", "look_again_on", "due_on", "ends_on", "since", "planned_for", "moved_from"}
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def reflections(records: list[AnyRecord]) -> list[Reflection]:
    found = [each for each in records if isinstance(each, Reflection)]
    return sorted(found, key=lambda each: (each.content.date, each.created_at))


def experiments(records: list[AnyRecord]) -> list[Experiment]:
    return sorted((each for each in records if isinstance(each, Experiment)), key=lambda each: each.begun_on)


WRITTEN, TRIED = reflections(AS_TOLD), experiments(AS_TOLD)
FIRST, LAST = WRITTEN[0].content.date, WRITTEN[-1].content.date


def last_day(today: date, now: datetime) -> date:
    return reflections(list(sample.told(today, now)))[-1].content.date


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Journal]:
    """A journal with the sample in it, as it was told."""
    with new_journal(tmp_path_factory.mktemp("sample") / "journal") as journal:
        sample.fill(journal, LAST, max(each.updated_at for each in AS_TOLD))
        yield journal


# The records themselves


def test_all_of_it_is_understood_and_nothing_of_it_is_empty() -> None:
    reading = json_file.read(sample.FILE)
    assert reading.problems == []
    assert len(json.loads(sample.FILE.read_text(encoding="utf-8"))["records"]) == len(reading.records)
    assert not [each.id for each in WRITTEN if is_empty(each)]
    assert len(WRITTEN) >= 120
    assert len(TRIED) >= 5


def test_the_file_is_as_described() -> None:
    file = json.loads(sample.FILE.read_text(encoding="utf-8"))
    assert [each.message for each in validator(EVERY_KIND).iter_errors(file)] == []


def test_the_model_is_made_use_of() -> None:
    contents = [each.content for each in WRITTEN]
    plans = [plan for each in WRITTEN for plan in each.commitments]
    assert {each.pull_kind for each in contents} >= set(PullKind)
    assert any(each.private for each in contents)
    assert any(each.tags for each in contents)
    assert any(each.revisions for each in WRITTEN)
    assert any(plan.is_open for plan in plans)
    assert any(plan.outcome_note for plan in plans)
    assert {each.outcome for each in TRIED} >= {None}


def test_the_people_are_five_reports_and_always_called_the_same() -> None:
    named = [name for each in WRITTEN for name in each.content.people]
    named += [plan.person for each in WRITTEN for plan in each.commitments if plan.person]
    named += [each.person for each in TRIED if each.person]
    assert set(named) == FIVE


def test_every_prompt_is_known_and_lends_its_pillar() -> None:
    asked = [each.content for each in WRITTEN if each.content.prompt]
    assert asked
    assert [each for each in asked if PROMPTS[each.prompt or ""].pillar is not each.pillar] == []


def test_no_prompt_is_asked_twice_in_thirty_days() -> None:
    days = defaultdict[str, list[date]](list)
    for each in WRITTEN:
        if each.content.prompt and each.content.prompt != review().id:
            days[each.content.prompt].append(each.content.date)
    assert [name for name, asked in days.items() for one, next_ in pairwise(asked) if next_ - one < RESTING] == []


def test_a_prompt_for_an_occasion_was_asked_where_that_was_true(made: Journal) -> None:
    astray = []
    for content in (each.content for each in WRITTEN):
        prompt = PROMPTS.get(content.prompt or "")
        if prompt is not None and prompt.occasions:
            with made.reading():
                lately = made.reflections.lately(content.date)
            true = occasions(lately, experiment_day(content.date), content.date)
            if set(true).isdisjoint(prompt.occasions):
                astray.append((content.date, prompt.id, true))
    assert astray == []


def experiment_day(day: date) -> int | None:
    running = [each for each in TRIED if each.begun_on <= day <= each.ends_on]
    return day_number(running[-1], day)[0] if running else None


def test_the_review_was_written_on_its_day() -> None:
    days = {each.content.date.weekday() for each in WRITTEN if each.content.prompt == review().id}
    assert days == {4}


def test_an_answer_came_on_or_after_the_day_of_the_plan() -> None:
    for each in WRITTEN:
        for plan in each.commitments:
            assert (plan.outcome is None) == (plan.followed_up_on is None)
            assert plan.followed_up_on is None or each.content.date <= plan.followed_up_on <= LAST


def test_one_experiment_ran_at_a_time_and_one_runs_still() -> None:
    for one, next_ in pairwise(TRIED):
        assert one.closed_on is not None
        assert one.begun_on < one.closed_on <= next_.begun_on
        assert one.ends_on < next_.begun_on
    assert [each.is_running for each in TRIED] == [False] * (len(TRIED) - 1) + [True]
    assert TRIED[-1].ends_on >= LAST


def test_everything_was_written_when_it_says() -> None:
    for each in AS_TOLD:
        assert each.created_at <= each.updated_at
        # A meeting that was moved was written of before it took place.
        at = each.updated_at if isinstance(each, OneOnOne) else each.created_at
        assert facts(each).day <= at.astimezone(sample.ZONE).date() or is_planned(each)
    for written in WRITTEN:
        content, at = written.content, written.created_at.astimezone(sample.ZONE)
        assert content.zone == sample.ZONE.key
        assert (content.date, content.time) <= (at.date(), f"{at:%H:%M}")


# Moved to a day


@pytest.mark.parametrize("days", range(-400, 800, 53))
def test_it_ends_within_the_last_seven_days(days: int) -> None:
    today = TODAY + timedelta(days=days)
    end = last_day(today, datetime.combine(today, datetime.max.time(), UTC))
    assert timedelta(0) <= today - end < timedelta(days=7)
    assert end.weekday() == LAST.weekday()


@pytest.mark.parametrize("hour", [0, 12, 23])
@pytest.mark.parametrize("days", [0, 1, 6])
def test_it_does_so_at_any_hour_and_nothing_was_written_later_than_now(days: int, hour: int) -> None:
    now = NOW.replace(hour=hour) + timedelta(days=days)
    today = now.date()
    assert timedelta(0) <= today - last_day(today, now) < timedelta(days=7)
    for each in sample.told(today, now):
        assert max(days_of(each), default=today) <= today
        assert max(instants_of(each)) <= now


def test_what_would_be_written_later_today_is_not_there_yet() -> None:
    assert last_day(TODAY, EVENING) == TODAY
    assert last_day(TODAY, NOW) == TODAY
    assert len(sample.told(TODAY, NOW)) == len(AS_TOLD) - 2


def test_the_calendar_may_be_at_its_end(tmp_path: Path) -> None:
    sample.make(tmp_path / "journal", "passphrase", date.max, datetime(9999, 12, 31, 23, 59, tzinfo=UTC))
    assert (tmp_path / "journal" / "vault.json").is_file()


def days_of(each: AnyRecord) -> list[date]:
    """Every day that is not still to come by plan."""
    return [] if is_planned(each) else [day for name, day in dated(to_record(each)) if name not in TO_COME]


def dated(value: object, name: str = "") -> Iterator[tuple[str, date]]:
    """Every day in a record with the name of its field, however deep."""
    match value:
        case dict():
            for key, item in value.items():
                yield from dated(item, key)
        case list():
            for item in value:
                yield from dated(item, name)
        case str() if DAY.fullmatch(value):
            yield name, date.fromisoformat(value)


def is_planned(each: AnyRecord) -> bool:
    return isinstance(each, OneOnOne) and each.state is State.PLANNED


def instants_of(each: AnyRecord) -> list[datetime]:
    saved = [earlier.saved_at for earlier in each.revisions] if isinstance(each, Reflection) else []
    return [each.created_at, each.updated_at, *saved]


def test_everything_moves_by_the_same_weeks_and_nothing_else_changes() -> None:
    moved = {each.id: each for each in sample.told(TODAY, EVENING)}
    weeks = timedelta(weeks=38)  # from 5 March to 26 November, a Thursday, too
    for each in AS_TOLD:
        days = [day for _, day in dated(to_record(each))]
        assert [day + weeks for day in days] == [day for _, day in dated(to_record(moved[each.id]))]
        for before, after in zip(instants_of(each), instants_of(moved[each.id]), strict=True):
            assert after.astimezone(sample.ZONE) == before.astimezone(sample.ZONE) + weeks
    assert experiments(list(moved.values()))[-1].ends_on == TRIED[-1].ends_on + weeks
    assert [words(each.content) for each in WRITTEN] == [
        words(each.content) for each in reflections(list(moved.values()))
    ]


def people(records: Sequence[AnyRecord]) -> dict[str, Person]:
    return {each.name: each for each in records if isinstance(each, Person)}


@pytest.mark.parametrize("weeks", [-70, -9, 0, 1, 2, 3, 38, 103, 260])
def test_a_rough_day_moves_by_as_much_of_it_as_is_known(weeks: int) -> None:
    today = LAST + timedelta(weeks=weeks)
    told = people(sample.told(today, datetime.combine(today, datetime.max.time(), UTC)))
    assert abs((today.year - int(told["Aisha"].since)) - 10) <= 1
    year, month = map(int, told["Wen"].since.split("-"))
    assert (today.year - year) * 12 + today.month - month in {12, 13, 14}  # "a year into her first job"
    assert date.fromisoformat(told["Nadia"].since) == date(2025, 8, 4) + timedelta(weeks=weeks)
    gone = told["Gerrit"].archived_on
    assert gone is not None
    assert told["Gerrit"].until <= f"{gone:%Y-%m}"


def words(content: Content) -> tuple[object, ...]:
    return content.text, content.notice, content.time, content.zone, content.tags, content.people, content.prompt


# In a journal


def test_the_journal_is_sound_and_says_whose_it_is(made: Journal) -> None:
    assert made.vault.findings() == []
    with made.reading():
        assert made.reflections.count() == (len(WRITTEN), 0)
        kept = made.preferences.get()
    assert kept.name == "Maya’s journal"
    assert kept.wish
    assert kept.finished_on is not None
    assert kept.finished_on < LAST
    assert kept.week_closed_on == LAST - timedelta(days=6)


def test_exported_and_imported_it_is_the_same(made: Journal, tmp_path: Path) -> None:
    exported = exported_from(made)
    (tmp_path / "out.json").write_bytes(exported)
    with new_journal(tmp_path / "journal") as other:
        reading = json_file.read(tmp_path / "out.json")
        report = bring_in(other, reading, NOW, dry_run=False, progress=lambda *_: None)
        assert (report.new, report.known, report.problems) == (len(AS_TOLD), 0, [])
        assert exported_from(other).splitlines()[1:] == exported.splitlines()[1:]


def exported_from(journal: Journal) -> bytes:
    stream = BytesIO()
    with journal.reading():
        every = [each for store in journal.stores.values() for each in store.every()]
    json_file.write(stream, every, "e" * 32, NOW)
    return stream.getvalue()


def test_a_journal_is_made_whole_and_opens_with_its_passphrase(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "journal"
    sample.make(folder, "passphrase", TODAY, EVENING)
    assert [each.name for each in folder.parent.iterdir()] == ["journal"]
    assert {"vault.json", "journal.db", "backups"} <= {each.name for each in folder.iterdir()}
    assert list((folder / "backups").iterdir()) == []
    with Journal.open(folder, Passphrase("passphrase"), NOW) as journal, journal.reading():
        assert journal.reflections.count()[0] == len(WRITTEN)
    with pytest.raises(FolderNotEmpty):
        sample.make(folder, "passphrase", TODAY, NOW)


def test_half_a_journal_is_never_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sample, "FILE", tmp_path / "missing.json")
    with pytest.raises(AppError):
        sample.make(tmp_path / "journal", "passphrase", TODAY, NOW)
    assert list(tmp_path.iterdir()) == []


# A copy to throw away


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("HOME", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path))
    assert paths.sample_folder().is_relative_to(tmp_path)
    return paths.sample_folder().parent


def test_a_copy_is_private_encrypted_and_gone_at_its_end(cache: Path) -> None:
    copy = sample.Copy(TODAY, EVENING)
    place = copy.folder.parent
    assert place.parent == cache
    if sys.platform != "win32":
        assert stat.S_IMODE(place.stat().st_mode) == stat.S_IMODE(copy.folder.stat().st_mode) == 0o700
    with copy.journal.reading():
        assert copy.journal.reflections.count()[0] == len(WRITTEN)
    assert not [each for each in copy.folder.rglob("*") if each.is_file() and b"Jonas" in each.read_bytes()]
    with pytest.raises(JournalInUse):
        open_vault(copy.folder, Passphrase("passphrase"))
    copy.end()
    assert not cache.exists()
    copy.end()  # as harmless as closing a journal twice


def test_nothing_opens_what_a_killed_process_left(cache: Path, tmp_path: Path) -> None:
    copy = sample.Copy(TODAY, NOW)
    left = cache / ".sample.0badcafe.partial"
    left.mkdir()
    shutil.copytree(copy.folder, left / "journal")
    with pytest.raises(WrongPassphrase):
        open_vault(left / "journal", Passphrase("passphrase"))
    mine = cache / "sample" / "mine"
    mine.mkdir(parents=True)
    sample.remove_left_behind()
    assert not left.exists()
    assert copy.folder.exists(), "a copy that is in use stays"
    assert mine.exists(), "what is not a copy stays"
    copy.end()


def test_a_copy_that_cannot_be_made_leaves_nothing(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sample, "FILE", cache / "missing.json")
    with pytest.raises(AppError):
        sample.Copy(TODAY, NOW)
    assert list(cache.iterdir()) == []
