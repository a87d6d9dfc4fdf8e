"""What the program itself says in a pack."""

from dataclasses import replace
from datetime import date

import pytest

from app.pack.contents import Plan, choose
from app.pack.wording import pages, period
from app.reflections.model import Outcome, Pillar, PullKind
from tests.app.pack.records import commitment, entry, options, pack, reflection


@pytest.mark.parametrize(
    ("since", "until", "expected"),
    [
        (date(2026, 2, 1), date(2026, 3, 10), "1 February to 10 March 2026"),
        (date(2026, 3, 1), date(2026, 3, 10), "1 to 10 March 2026"),
        (date(2025, 12, 1), date(2026, 1, 3), "1 December 2025 to 3 January 2026"),
        (date(2026, 3, 10), date(2026, 3, 10), "10 March 2026"),
    ],
)
def test_a_period_names_nothing_twice(since: date, until: date, expected: str) -> None:
    assert period(since, until) == expected


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (0, ""),
        (1, "1 entry marked not for export stays out."),
        (2, "2 entries marked not for export stay out."),
    ],
)
def test_what_stays_out_is_counted(count: int, expected: str) -> None:
    assert pages(pack(left_out=count))["left_out"] == expected


def only(part: str, printed: dict[str, object]) -> dict[str, object]:
    section = printed[part]
    assert isinstance(section, dict)
    (item,) = section["items"]
    assert isinstance(item, dict)
    return item


def test_the_year_is_said_where_the_period_has_two() -> None:
    within = pack(entry("text"))
    assert only("entries", pages(within))["heading"] == "Tuesday, 3 March"
    assert only("entries", pages(replace(within, since=date(2025, 12, 1))))["heading"] == "Tuesday, 3 March 2026"


@pytest.mark.parametrize(
    ("pull", "kind", "expected"),
    [
        (6, PullKind.REDO, ["Pull 6 of 10, redo"]),
        (0, None, ["Pull 0 of 10"]),
        (None, PullKind.TAKE_BACK, ["Pull: take back"]),
        (None, None, []),
    ],
)
def test_the_pull_is_one_quiet_fact(pull: int | None, kind: PullKind | None, expected: list[str]) -> None:
    printed = pages(pack(replace(entry("text"), pull=pull, pull_kind=kind)))
    assert only("entries", printed)["facts"] == expected


def test_a_pillar_is_an_icon_with_its_name() -> None:
    for pillar in Pillar:
        item = only("entries", pages(pack(replace(entry("text"), pillar=pillar))))
        assert (item["pillar"], item["pillar_name"]) == (pillar.value, pillar.value.capitalize())


@pytest.mark.parametrize(
    ("when", "will", "expected"),
    [
        ("the report is late", "ask once", "When the report is late, I will ask once"),
        ("When it is late,", "I will ask.", "When it is late, I will ask."),
        ("", "ask\nonce", "I will ask once"),
        ("it is late", "", "When it is late"),
        ("whenever", "I willingly", "When whenever, I will I willingly"),
    ],
)
def test_a_plan_is_one_sentence(when: str, will: str, expected: str) -> None:
    chosen = choose([reflection(commitments=(commitment(when, will),))], [], options())
    item = only("plans", pages(chosen))
    assert item["sentence"] == [{"lines": (expected,), "rtl": False, "language": None, "gap": 0}]


@pytest.mark.parametrize(
    ("outcome", "state", "facts"),
    [
        (None, "Not asked yet", ["With J.", "Planned 3 March"]),
        (Outcome.DONE, "Done", ["With J.", "Planned 3 March", "Asked 5 March"]),
        (Outcome.PARTLY, "Partly", ["With J.", "Planned 3 March", "Asked 5 March"]),
        (Outcome.NOT_YET, "Not yet", ["With J.", "Planned 3 March", "Asked 5 March"]),
        (Outcome.LET_GO, "Let go", ["With J.", "Planned 3 March", "Asked 5 March"]),
    ],
)
def test_a_plan_says_how_it_went(outcome: Outcome | None, state: str, facts: list[str]) -> None:
    plan = commitment("late", "ask", "Jonas", outcome, "note")
    item = only("plans", pages(choose([reflection(commitments=(plan,))], [], options())))
    assert (item["state"], item["facts"]) == (state, facts)
    assert isinstance(item["note"], list)
    assert len(item["note"]) == 1


def test_a_plan_with_nobody_names_nobody() -> None:
    plan = Plan(
        asked=True,
        planned_on=date(2026, 3, 3),
        when="late",
        will="ask",
        person=None,
        outcome=None,
        outcome_note="",
        followed_up_on=None,
    )
    assert only("plans", pages(pack(plans=(plan,))))["facts"] == ["Planned 3 March"]
