"""people, one-on-ones, practices, checklists: a list of each, and one of them by its name or its id."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from app.exchange.kinds import AnyRecord, facts
from app.journal import Journal
from app.one_on_ones.model import FollowUp, Topic
from app.people.model import Agreement, Cadence, Person, Rhythm, Side
from app.practices.model import Practice
from app.records.entry import Entry
from app.vault.slots import Passphrase
from tests.app.reflections.journals import reflection
from tests.flows.conftest import WRITTEN
from tests.flows.program import PASSPHRASE, Owner, assert_refused
from tests.golden.entries import entries

TODAY = datetime.now().astimezone().date()
NEXT = TODAY + timedelta(days=3)
THEN = TODAY - timedelta(days=20)
HELD, PRACTICE, CHECKLIST = "a7" * 16, "a8" * 16, "a9" * 16
GROUPS = ("people", "one-on-ones", "practices", "checklists")


def lately(number: int) -> dict[str, Any]:
    return {"id": f"{number:02x}" * 16, "date": THEN, "created_at": WRITTEN, "updated_at": WRITTEN}


def current() -> list[Entry]:
    """Ann Lee meets the owner in three days; what is open between them."""
    rhythm = Rhythm(cadence=Cadence.WEEKLY, first=NEXT, time="14:00", minutes=45)
    kept = [each for each in entries() if each.deleted_at is None]
    ann = next(each for each in kept if isinstance(each, Person))
    return [
        replace(ann, archived_on=None, rhythm=rhythm),
        *(each for each in kept if each is not ann),
        Person(**lately(0xB0), name="Ravi", archived_on=THEN),
        Topic(**lately(0xB1), person="Ann Lee", raised_by=Side.ME, text="Holiday\n# and\x1b[31m"),
        Topic(**lately(0xB2), person="Ann Lee", raised_by=Side.THEM, text="The budget"),
        FollowUp(**lately(0xB3), person="Ann Lee", owner=Side.ME, text="Sign it", due_on=TODAY, one_on_one=HELD),
        Agreement(**lately(0xB4), person="Ann Lee", mine=("One\npromise", "## Another"), look_again_on=TODAY),
    ]


@pytest.fixture
def busy(blank: Owner) -> Owner:
    """Somebody with people, one-on-ones, a practice and a checklist."""
    with Journal.open(blank.folder, Passphrase(PASSPHRASE), WRITTEN) as journal, journal.transaction():
        named = reflection("Hm.", date(2026, 3, 10), people=("Ann Lee", "Bo"))
        given: list[AnyRecord] = [*current(), named]
        for each in given:
            journal.stores[facts(each).kind].add_all([each], WRITTEN)
    return blank


def rows(owner: Owner, group: str, *arguments: str) -> list[list[str]]:
    """The lines of a list, without the ids."""
    return [line.split("\t")[1:] for line in owner.done(group, *arguments).splitlines()]


@pytest.mark.parametrize("group", GROUPS)
def test_a_list_is_what_a_group_does_unless_it_is_asked_for_more(busy: Owner, group: str) -> None:
    assert busy.done(group) == busy.done(group, "list") != ""
    assert busy.value(group) == busy.value(group, "list") != []


@pytest.mark.parametrize("group", GROUPS)
def test_nothing_is_an_empty_list(blank: Owner, group: str) -> None:
    assert (blank.done(group), blank.value(group)) == ("", [])


@pytest.mark.parametrize("group", GROUPS)
def test_what_nobody_has_is_refused_and_show_wants_a_name(busy: Owner, group: str) -> None:
    assert_refused(busy.ask(group, "show", "Zoe"), "Zoe", "`list`")
    assert busy.ask(group, "show").status == 2
    assert busy.ask(group, "list", "Ann Lee").status == 2
    assert busy.ask(group, "forget", "Ann Lee").status == 2


# People


def test_people_with_their_next_one_on_one_and_their_last_day(busy: Owner) -> None:
    assert rows(busy, "people") == [
        ["Ann Lee", "Data analyst · 分析", NEXT.isoformat(), "2026-03-10"],
        ["Bo", "", "", "2026-03-10"],
        ["Ravi", "", "archived", ""],
        ["李雷", "", "", ""],
    ]
    ann, _, ravi, _ = busy.value("people")
    assert list(ann) == ["id", "name", "role", "archived_on", "next", "last", "open_items"]
    assert (ann["id"], ann["next"], ann["last"]) == ("a0" * 16, NEXT.isoformat(), "2026-03-10")
    assert ann["open_items"] == 3
    assert ravi["archived_on"] == THEN.isoformat()


def test_all_that_is_kept_of_somebody(busy: Owner) -> None:
    page = busy.done("people", "show", "ann  LEE")
    assert page == busy.done("people", "show", "a0" * 16)
    assert page.startswith("# Ann Lee\n\n- Role: Data analyst · 分析\n- Since: 2023-09\n- Until: 2026-12-31\n")
    for said in (
        f"- Next one-on-one: {NEXT} 14:00\n- Last in the journal: 2026-03-10\n- Mentioned in the journal: ",
        "\n\nSay what it is for,\nand leave the how to me.\n\n2026-03-12 · Asked over lunch.\n\n",
        f"## Working agreement, from {THEN} on\n\n### I will\n\n- One\n  promise\n- ## Another\n\n",
        f"Looked at again: {TODAY}\n\nEarlier versions: 1\n\n",
        "- Board report: decide-and-tell-me (since 2026-03-12): From April on.\n",
        "- 2026-03-12, from them, asked for, respect: You finished my sentence twice.\n",
        f"### From me\n\n- [ ] Holiday # and\x1b[31m (mine, since {THEN})\n",
        f"- [ ] Sign it (mine, since {THEN}, due {TODAY})\n",
    ):
        assert said in page
    assert "Private notes" not in page
    value = busy.value("people", "show", "Ann Lee")
    assert value["person"] == busy.value("show", "a0" * 16)
    assert [each["date"] for each in value["agreements"]] == [THEN.isoformat(), "2026-03-12"]
    assert [each["text"] for each in value["agenda"]] == ["The budget", "Holiday\n# and\x1b[31m", "Sign it", ""]
    assert value["next"]["date"] == NEXT.isoformat()
    assert value["pillars"].keys() == {"respect", "trust", "accountability"}
    assert all(each["state"] != "planned" for each in value["one_on_ones"])


def test_a_mere_name_is_somebody_too(busy: Owner) -> None:
    assert (
        busy.done("people", "show", "Bo")
        == "# Bo\n\n- Last in the journal: 2026-03-10\n- Mentioned in the journal: 1\n"
    )


# One-on-ones


def test_one_on_ones_to_come_and_those_that_were(busy: Owner) -> None:
    assert busy.done("one-on-ones").splitlines() == [
        f"\t{NEXT}\t14:00\tAnn Lee\tplanned",
        f"{HELD}\t2026-03-12\t14:00\tAnn Lee\theld",
    ]
    narrowed = {
        ("--limit", "1"): [None],
        ("--until", TODAY.isoformat()): [HELD],
        ("--since", TODAY.isoformat()): [None],
        ("--person", "ANN LEE"): [None, HELD],
        ("--person", "Bo"): [],
    }
    assert {asked: [each["id"] for each in busy.value("one-on-ones", *asked)] for asked in narrowed} == narrowed
    assert_refused(busy.ask("one-on-ones", "--since", "2026-03-02", "--until", "2026-03-01"), "2026-03-02")


def test_the_next_one_on_one_with_somebody_and_its_agenda(busy: Owner) -> None:
    assert busy.done("one-on-ones", "show", "Ann Lee") == (
        f"# Ann Lee, {NEXT}\n\n- Begins: 14:00\n- Minutes: 45\n- State: planned\n\n"
        f"## From them\n\n- [ ] The budget (theirs, since {THEN})\n\n"
        f"## From me\n\n- [ ] Holiday # and\x1b[31m (mine, since {THEN})\n\n"
        f"## Due\n\n- [ ] Sign it (mine, since {THEN}, due {TODAY})\n"
        f"- [ ] Working agreement, to be looked at again (mine, since {THEN}, due {TODAY})\n"
    )
    value = busy.value("one-on-ones", "show", "Ann Lee")
    assert (value["id"], value["record"], value["state"]) == (None, None, "planned")
    assert [each["section"] for each in value["agenda"]] == ["from-them", "from-me", "due", "due"]
    assert_refused(busy.ask("one-on-ones", "show", "Bo"), "Bo")


def test_a_one_on_one_that_was(busy: Owner) -> None:
    page = busy.done("one-on-ones", "show", HELD)
    assert page.startswith("# Ann Lee, 2026-03-12\n\n- Begins: 14:00\n- Minutes: 45\n- State: held\n- Moved from: ")
    assert "### Who the report is for\n\nShe drafts it,\nI read it once.\n\nHoliday in May.\n\n" in page
    assert "## Private notes\n\nI was short with her.\n\n" in page
    assert f"- [ ] Sign it (mine, due {TODAY})\n- [x] Ask finance for the figures" in page
    value = busy.value("one-on-ones", "show", HELD)
    assert value["record"] == busy.value("show", HELD)
    assert [each["id"] for each in value["follow_ups"]] == ["b3" * 16, "a6" * 16]


# Practices and checklists


def test_practices(busy: Owner) -> None:
    assert rows(busy, "practices") == [["Copied on every mail", "Daily", "loosen", "2026-05-07"]]
    assert busy.value("practices") == [busy.value("practices", "show", PRACTICE)] == [busy.value("show", PRACTICE)]
    page = busy.done("practices", "show", "copied on every mail")
    assert page.startswith(
        "# Copied on every mail\n\n- When: Daily\n- Since: 2026-03-12\n- What to do about it: loosen · "
    )
    assert "- Checklist: Before a report goes out\n\n## Whom it serves\n\nMe, when a client calls\n\n" in page
    assert page.endswith("- Somebody who is not in the journal, 2026-03-05: care\n  Somebody is there.\n")


def test_two_of_one_name_are_told_apart_by_their_ids(busy: Owner) -> None:
    with Journal.open(busy.folder, Passphrase(PASSPHRASE), WRITTEN) as journal:
        other = Practice(**lately(0xB5), name="Copied on every mail")
        journal.write(lambda journal: journal.practices.save(other, WRITTEN))
    assert_refused(busy.ask("practices", "show", "Copied on every mail"), "More than one", "id")
    assert busy.value("practices", "show", "b5" * 16)["date"] == THEN.isoformat()


def test_checklists(busy: Owner) -> None:
    assert rows(busy, "checklists") == [["Before a report goes out", "李雷", "2", "2", "2026-03-12"]]
    value = busy.value("checklists", "show", CHECKLIST)
    assert busy.value("checklists") == [value]
    assert value == busy.value("show", CHECKLIST) | {"runs": [busy.value("show", "aa" * 16)]}
    page = busy.done("checklists", "show", "Before a report goes out")
    assert page.startswith(
        "# Before a report goes out\n\n- Kept by: 李雷\n- Version: 2\n\n## Version 2, from 2026-03-12 on\n"
    )
    assert page.endswith(
        "## Runs\n\n- 2026-03-12, version 2, Ann Lee: 1 done, 1 left out, 0 not yet · No figures in this one.\n"
    )
