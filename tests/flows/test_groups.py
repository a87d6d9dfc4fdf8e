"""Groups of commands, from people to interviews: a list of each, and one by its name or its id."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from app.delegation.model import Brief, CheckIn, Debrief, Delegation, HeldTask, Touch, TouchKind
from app.exchange.kinds import AnyRecord, facts
from app.interviews.model import Interview
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
TASK, DELEGATION = "ab" * 16, "ac" * 16
GROUPS = ("people", "one-on-ones", "practices", "checklists", "delegations", "held", "kits", "interviews")


def lately(number: int) -> dict[str, Any]:
    return {"id": f"{number:02x}" * 16, "date": THEN, "created_at": WRITTEN, "updated_at": WRITTEN}


def current() -> list[Entry]:
    """Ann Lee meets the owner in three days; what is open between them."""
    rhythm = Rhythm(cadence=Cadence.WEEKLY, first=NEXT, time="14:00", minutes=45)
    kept = [replace(each, delegation=None) if isinstance(each, HeldTask) else each for each in entries()]
    kept = [replace(each, date=THEN) if isinstance(each, Interview) else each for each in kept]
    kept = [each for each in kept if each.deleted_at is None]
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
        f"Looked at again: {TODAY}\n\nEarlier versions: 1\n\n## How we work, and how it lands\n\n- Copied on every",
        "- Board report: decide-and-tell-me (since 2026-03-12): From April on.\n",
        "- 2026-03-12, from them, asked for, respect: You finished my sentence twice.\n",
        f"### From me\n\n- [ ] Holiday # and\x1b[31m (mine, since {THEN})\n",
        f"- [ ] Sign it (mine, since {THEN}, due {TODAY})\n",
        "## Handed-over work\n\n- Board metrics: debriefed, due 2026-04-02\n\n",
        "- Hover index: not enough yet, touches still needed: ",
    ):
        assert said in page
    assert "Private notes" not in page
    value = busy.value("people", "show", "Ann Lee")
    assert value["person"] == busy.value("show", "a0" * 16)
    assert [each["date"] for each in value["agreements"]] == [THEN.isoformat(), "2026-03-12"]
    assert value["alignment"]["rows"][0]["words"] == "Fine by now."
    assert [each["text"] for each in value["agenda"]] == ["The budget", "Holiday\n# and\x1b[31m", "Sign it", ""]
    assert value["next"]["date"] == NEXT.isoformat()
    assert value["pillars"].keys() == {"respect", "trust", "accountability"}
    assert all(each["state"] != "planned" for each in value["one_on_ones"])
    assert value["delegations"] == busy.value("delegations")
    numbers = value["numbers"]
    assert (numbers["since"], numbers["until"]) == ((TODAY - timedelta(days=364)).isoformat(), TODAY.isoformat())
    assert (numbers["hover_index"], numbers["completed"], numbers["payback"]) == (None, 0, None)
    assert {"touches", "unplanned", "fears"} < numbers.keys()


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


# Delegations, touches and what is still mine


def add(owner: Owner, *given: Entry) -> None:
    with Journal.open(owner.folder, Passphrase(PASSPHRASE), WRITTEN) as journal, journal.transaction():
        for each in given:
            journal.stores[facts(each).kind].add_all([each], WRITTEN)


def test_delegations(busy: Owner) -> None:
    assert rows(busy, "delegations") == [
        ["2026-03-12", "debriefed", "Board metrics", "Ann Lee", "Reporting", "2026-04-02"]
    ]
    record, touch, debrief = (busy.value("show", each * 16) for each in ("ac", "ad", "ae"))
    assert busy.value("delegations") == [record | {"stage": "debriefed"}]
    value = busy.value("delegations", "show", "board  METRICS")
    assert value == record | {"stage": "debriefed", "touches": [touch], "debriefs": [debrief]}
    page = busy.done("delegations", "show", DELEGATION)
    assert page.startswith(
        "# Board metrics\n\n- Person: Ann Lee\n- Kind of work: Reporting\n- Handed over: 2026-03-12\n"
        "- Stage: debriefed\n- How likely it feels, of 10: 7\n- How good it will be, of 5: 3\n\n"
    )
    for said in (
        "## What done looks like\n\n- Six pages, to the board list\n",
        "## Checklist\n\nBefore a report goes out\n\n## What I fear\n\nThey ask about churn,\n",
        "## History\n\n- 2026-03-12, took-back (fixed-date) · A wrong axis · 25 minutes\n\n",
        "## Debrief of 2026-03-12\n\n### What done looked like\n\n- Six pages: met\n- One sentence first\n\n",
        "### What helped\n\nThe template.\n\n### What broke\n\n",
    ):
        assert said in page


def test_a_task_is_still_mine_until_its_delegation_is_there(busy: Owner) -> None:
    assert rows(busy, "held") == [["2026-03-12", "Quarterly plan, first draft", "Planning", "360", "Ann Lee"]]
    assert busy.value("held") == [busy.value("show", TASK)] == [busy.value("held", "show", TASK)]
    assert busy.done("held", "show", "quarterly plan, first draft") == (
        "# Quarterly plan, first draft\n\n- Kind of work: Planning\n- Since: 2026-03-12\n- Minutes a month: 360\n"
        "- Meant for: Ann Lee\n\nI know where the numbers come from.\n"
    )
    add(
        busy,
        HeldTask(**lately(0xC0), title="Handed over", delegation=DELEGATION),
        HeldTask(**lately(0xC1), title="Handed over, and that is gone", delegation="cc" * 16),
    )
    assert [each["title"] for each in busy.value("held")] == [
        "Handed over, and that is gone",
        "Quarterly plan, first draft",
    ]


def test_a_touch_is_logged(busy: Owner) -> None:
    before = len(busy.value("list"))
    id = busy.done("touch", "Board metrics", "held").strip()
    assert busy.value("show", id) | {"created_at": "", "updated_at": ""} == {
        "id": id,
        "kind": "touch",
        "date": TODAY.isoformat(),
        "created_at": "",
        "updated_at": "",
        "private": True,
        "deleted_at": None,
        "delegation": DELEGATION,
        "what": "held",
        "note": "",
        "minutes": None,
        "reason": None,
        "instead": None,
    }  # as private as the delegation
    more = ("--date", "2026-03-20", "--note", "The ledger\nfirst", "--minutes", "20", "--reason", "law")
    other = busy.value("touch", DELEGATION, "took-back", *more)["id"]
    found = busy.value("show", other)
    assert [found[each] for each in ("date", "what", "note", "minutes", "reason")] == [
        *("2026-03-20", "took-back", "The ledger\nfirst", 20, "law"),
    ]
    assert [each["id"] for each in busy.value("delegations", "show", DELEGATION)["touches"]] == ["ad" * 16, other, id]
    assert len(busy.value("list")) == before + 2
    assert [hit["id"] for hit in busy.value("search", "ledger")] == [other]


def test_a_touch_that_says_nothing_of_the_delegation_is_refused(busy: Owner) -> None:
    add(busy, Delegation(**lately(0xC2), title="Not yet"))
    before = busy.value("list")
    assert_refused(busy.ask("touch", "Zoe", "held"), "Zoe", "`list`")
    assert_refused(busy.ask("touch", "Not yet", "held"), "Not yet is a draft still")
    assert_refused(busy.ask("touch", DELEGATION, "held", "--date", "2026-03-11"), "handed over on 2026-03-12")
    assert_refused(busy.ask("touch", DELEGATION, "held", "--date", "2999-01-01"), "has not come yet")
    assert_refused(busy.ask("touch", DELEGATION, "held", "--note", "x" * 501), "note", "500")
    for wrong in (
        ("touch", DELEGATION),
        ("touch", DELEGATION, "peeked"),
        ("touch", DELEGATION, "held", "--minutes", "0"),
        ("touch", DELEGATION, "held", "--minutes", "1441"),
        ("touch", DELEGATION, "held", "--reason", "law"),
        ("touch", DELEGATION, "took-back", "--reason", "because"),
    ):
        assert busy.ask(*wrong).status == 2
    assert busy.value("list") == before


def test_check_ins_and_one_on_ones_go_into_a_calendar(busy: Owner, tmp_path: Path) -> None:
    agreed = Brief(check_ins=(CheckIn(on=TODAY, time="14:00"), CheckIn(on=NEXT)))
    given: dict[str, Any] = {"handed_over_on": THEN, "brief": agreed, "fear": "They ask about churn"}
    add(
        busy,
        Delegation(**lately(0xC3), title="On-call rota", person="Ann Lee", **given),
        Delegation(**lately(0xC4), title="The salary", person="Bo", private=True, **given),
    )
    path = tmp_path / "check-ins.ics"
    # And two one-on-ones of a private person: the rhythm, which begins on the next day, and one that took place.
    numbers = {("--force",): 6, ("--force", "--until", TODAY.isoformat()): 3, ("--force", "--without-private"): 2}
    for asked, number in numbers.items():
        assert busy.done("export", "--format", "ics", "--to", path, *asked) == f"{number}\n"
        said = path.read_text("utf-8")
        assert said.count("BEGIN:VEVENT") == number
        assert said.count("SUMMARY:Check-in: On-call rota (Ann Lee)") in (1, 2)
        assert not any(word in said for word in ("churn", "salary", "Bo)", "One-on-one with"))
    assert_refused(busy.ask("export", "--format", "ics", "--to", path), "--force")


def test_what_is_of_a_private_delegation_is_as_private(busy: Owner, tmp_path: Path) -> None:
    add(
        busy,
        Delegation(**lately(0xC5), title="The salary", handed_over_on=THEN, private=True),
        Touch(**lately(0xC6), delegation="c5" * 16, what=TouchKind.ASKED, note="Whether it is enough"),
        Debrief(**lately(0xC7), delegation="c5" * 16, helped="That it was said"),
    )
    path = tmp_path / "all.json"
    busy.done("export", "--format", "json", "--to", path, "--without-private")
    assert not any(word in path.read_text("utf-8") for word in ("salary", "enough", "That it was said"))
    busy.done("export", "--format", "json", "--to", path, "--force")
    assert all(word in path.read_text("utf-8") for word in ("salary", "enough", "That it was said"))
