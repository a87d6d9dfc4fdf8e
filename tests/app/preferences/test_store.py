"""A journal remembers what its owner prefers, and is never stopped by what it does not understand."""

import json
from datetime import date

import pytest

from app.journal import Journal
from app.phrasing.model import OwnPhrase
from app.preferences.model import LOCK_CHOICES, NEVER, Preferences
from tests.app.reflections.journals import TODAY

ALL = {
    "name": "Grüße 日記",
    "lock_after": NEVER,
    "shows_prompt": False,
    "first_weekday": 6,
    "finished_on": TODAY,
    "daily_backup": False,
    "second_place": "/media/maya/Stick 日記/backups",
    "review_weekday": 2,
    "week_closed_on": TODAY,
    "passed_over": {"one": TODAY},
    "not_carried": {"a" * 32: TODAY},
    "wish": "Two things:\n\nto plan the April report, and 笑う",
    "notices_blame": False,
    "pack_naming": "aliases",
    "pack_paper": "letter",
    "pack_left_out": ("wish", "of a later version"),
    "signs_as": "Maya",
    "suggestions_put_off": {f"{'b' * 32}-{'c' * 32}": TODAY},
    "cycles_put_off": {"b" * 32: TODAY},
    "candidates_kept_months": 3,
    "candidates_erased": {"2026-09-10": 3},
    "phrases_off": ("my-fault", "of a later version"),
    "own_phrases": (OwnPhrase("1", "typical (sales / 営業)", "What do they “need”?"), OwnPhrase("2", "", "")),
}


def put(journal: Journal, key: str, value: str) -> None:
    journal.vault.connection.exec_driver_sql("INSERT OR REPLACE INTO preference VALUES (?, ?)", (key, value))


def rows(journal: Journal) -> dict[str, str]:
    found = journal.vault.connection.exec_driver_sql("SELECT key, value FROM preference")
    return {row.key: row.value for row in found}


def test_a_new_journal_has_the_defaults(journal: Journal) -> None:
    assert journal.preferences.get() == Preferences()
    assert Preferences().lock_after in LOCK_CHOICES


@pytest.mark.parametrize(("name", "value"), ALL.items(), ids=ALL)
def test_one_is_changed_and_the_others_stay(journal: Journal, name: str, value: object) -> None:
    before = journal.preferences.change(**{each: ALL[each] for each in ALL if each != name})
    now = journal.preferences.change(**{name: value})
    assert getattr(now, name) == value != getattr(before, name)
    assert now == journal.preferences.get() == Preferences(**ALL)  # type: ignore[arg-type]  # by name


def test_what_is_back_at_its_default_is_kept_as_such(journal: Journal) -> None:
    journal.preferences.change(**ALL)
    journal.preferences.change(first_weekday=None, finished_on=None)
    now = journal.preferences.get()
    assert (now.first_weekday, now.finished_on, now.lock_after) == (None, None, NEVER)


def test_nothing_to_change_writes_nothing(journal: Journal) -> None:
    assert journal.preferences.change() == Preferences()
    assert rows(journal) == {}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("name", None),
        ("name", "half \ud800"),
        ("lock_after", 2),
        ("lock_after", True),
        ("shows_prompt", 1),
        ("first_weekday", 7),
        ("finished_on", "2026-03-10T00:00"),
        ("daily_backup", "no"),
        ("wish", ["to plan"]),
        ("notices_blame", "yes"),
        ("phrases_off", "my-fault"),
        ("phrases_off", (7,)),
        ("own_phrases", ("typical",)),
        ("own_phrases", (OwnPhrase("1", "half \ud800", "What?"),)),
        ("own_phrases", (OwnPhrase("1", "typical", None),)),  # type: ignore[arg-type]  # what cannot be
        ("own_phrases", ({"id": "1", "phrase": "typical"},)),
        ("own_phrases", ({"id": "1", "phrase": "typical", "question": "", "colour": "red"},)),
        ("candidates_kept_months", 5),
        ("candidates_erased", {"10 September": 3}),
        ("candidates_erased", {"2026-09-10": -1}),
        ("candidates_erased", {"2026-09-10": True}),
        ("colour", "red"),
    ],
)
def test_what_cannot_be_is_refused_and_not_kept(journal: Journal, name: str, value: object) -> None:
    with pytest.raises((TypeError, ValueError)):
        journal.preferences.change(**{name: value})
    assert rows(journal) == {}


@pytest.mark.parametrize("text", ["", "{", "null", "7", '"red"', "[" * 5000, '"2026-02-30"', "1e999", '"a\\ud800"'])
@pytest.mark.parametrize("name", ["lock_after", "shows_prompt", "finished_on", "phrases_off", "own_phrases"])
def test_what_is_not_understood_is_the_default_alone(journal: Journal, name: str, text: str) -> None:
    journal.preferences.change(first_weekday=3)
    put(journal, name, text)
    assert journal.preferences.get() == Preferences(first_weekday=3)


def test_those_of_a_later_version_are_left_alone(journal: Journal) -> None:
    put(journal, "quiet_hours", '["22:00", "07:00"]')
    journal.preferences.change(finished_on=date(2026, 3, 9))
    assert rows(journal) == {"quiet_hours": '["22:00", "07:00"]', "finished_on": json.dumps("2026-03-09")}
    assert journal.preferences.get() == Preferences(finished_on=date(2026, 3, 9))
