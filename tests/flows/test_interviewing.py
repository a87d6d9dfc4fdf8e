"""questions, kits, interviews: the bank as its owner has it, plans, and conversations without a number for anybody."""

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from app.interviews import kits, library
from app.interviews.model import Asked, Competency, Interview, Kit, OwnQuestion, Recommendation
from app.journal import Journal
from app.vault.slots import Passphrase
from tests.app.interviews.making import own
from tests.flows.conftest import WRITTEN
from tests.flows.program import PASSPHRASE, Owner, assert_refused
from tests.golden.entries import entries

TRUST = "what-trust-looks-like"
KIT, INTERVIEW = "c0" * 16, "c1" * 16
TODAY = datetime.now().astimezone().date()
DAYS = [TODAY - timedelta(days=each) for each in (2, 1, 0)]


@pytest.fixture
def asking(blank: Owner) -> Owner:
    """Somebody with a question of their own, one in other words, and three conversations by a kit."""
    (kit,) = [each for each in entries() if isinstance(each, Kit)]
    (edited,) = [each for each in entries() if isinstance(each, OwnQuestion)]
    (last,) = [replace(each, date=DAYS[2]) for each in entries() if isinstance(each, Interview)]
    seen = replace(last.parts[0], not_asked=False)
    open_ = Asked(**{name: getattr(seen, name) for name in ("what", "text", "competency", "minutes")})
    talks = [
        replace(last, parts=(seen,), at=0),
        replace(last, id="d1" * 16, candidate="A", parts=(open_,), at=0, hired=None, date=DAYS[0]),
        replace(last, id="d2" * 16, candidate="B", parts=(seen,), at=0, hired=None, date=DAYS[1]),
    ]
    talks[2] = replace(talks[2], recommendation=Recommendation.NO, finished_on=None)
    other = replace(kits.new("d0" * 16, "Analyst", 30, last.date, WRITTEN))
    with Journal.open(blank.folder, Passphrase(PASSPHRASE), WRITTEN) as journal, journal.transaction():
        journal.questions.add_all([own("Mine?\nReally?", id="d3" * 16), edited], WRITTEN)
        journal.kits.add_all([kit, other], WRITTEN)
        journal.interviews.add_all(talks, WRITTEN)
    return blank


def test_the_bank_is_listed_as_its_owner_has_it(asking: Owner) -> None:
    lines = [line.split("\t") for line in asking.done("questions").splitlines()]
    assert len(lines) == len(library.load()) + 1
    about = [list(Competency).index(Competency(line[1])) for line in lines]
    assert about == sorted(about)
    marked = {line[0]: line[2:] for line in lines if line[3]}
    assert marked == {
        TRUST: ["What is trust to you, on a Tuesday?", "edited, retired"],
        "d3" * 16: ["Mine? Really?", "own"],
    }
    only = asking.value("questions", "--competency", "learning")
    assert {each["competency"] for each in only} == {"learning"}
    assert only[-1] | {"own": True, "edited": False, "record": "d3" * 16, "text": "Mine?\nReally?"} == only[-1]
    assert asking.ask("questions", "--competency", "courage").status == 2


def test_a_question_is_shown_with_what_helps_to_hear_the_answer(asking: Owner) -> None:
    page = asking.done("questions", "show", TRUST)
    assert page == asking.done("questions", "show", "what is trust to you, on a tuesday?")
    assert page.startswith("# What is trust to you, on a Tuesday?\n\n- About: Trust\n- Takes: 9 minutes\n")
    assert "\n\n## What each rating means\n\n1. Trust means not being checked.\n" in page
    assert_refused(asking.ask("questions", "show", "Why?"), "Why?")


def test_kits_say_what_they_cover_and_lack(asking: Owner) -> None:
    analyst, support = [line.split("\t")[1:] for line in asking.done("kits").splitlines()]
    lacks = "without respect, ownership, accountability, judgement, collaboration, learning"
    assert analyst == ["Analyst", "20 of 30 minutes", "3", "trust", lacks]
    assert support[:2] == ["Support engineer · 支持", "21 of 45 minutes"]
    value = asking.value("kits", "show", KIT)
    assert (value["planned"], value["covered"], len(value["missing"])) == (21, ["trust"], 6)
    page = asking.done("kits", "show", KIT)
    assert "2. What is trust to you, on a Tuesday? (9 minutes)\n" in page
    said = f"- {DAYS[0]}, A: Finished\n- {DAYS[1]}, B: Going on, No\n- {DAYS[2]}, C: Hired, Strong yes\n"
    assert page.endswith(f"## Interviews\n\n{said}")


def test_interviews_go_by_day_and_a_recommendation_by_evidence(asking: Owner) -> None:
    assert [line.split("\t")[1:] for line in asking.done("interviews").splitlines()] == [
        [str(DAYS[2]), "C", "Support engineer · 支持", "Hired", "Strong yes"],
        [str(DAYS[1]), "B", "Support engineer · 支持", "Going on", "No"],
        [str(DAYS[0]), "A", "Support engineer · 支持", "Finished", ""],
    ]
    assert [each["missing"] for each in asking.value("interviews")] == [[], [], ["trust"]]
    assert asking.done("interviews", "--kit", "analyst") == ""
    assert_refused(asking.ask("interviews", "--kit", "Cook"), "Cook")
    page = asking.done("interviews", "show", "A")
    assert page.startswith(f"# Candidate A\n\n- Day: {DAYS[0]}\n- Kit: Support engineer · 支持\n- State: Finished\n")
    assert "- No rating with evidence yet: Trust\n" in page
    assert "Sam owned escalations.\nOne message at 02:00.\n" in asking.done("interviews", "show", INTERVIEW)


def test_whoever_went_to_an_interview_long_ago_is_gone_with_the_next_command(asking: Owner, tmp_path: Path) -> None:
    with Journal.open(asking.folder, Passphrase(PASSPHRASE), WRITTEN) as journal, journal.transaction():
        old = replace(journal.interviews.get(INTERVIEW), id="d4" * 16, date=TODAY - timedelta(days=200), candidate="Z")
        notes = replace(old.parts[0], notes="zwyrtk")
        journal.interviews.save(replace(old, parts=(notes,)), WRITTEN)
    assert asking.value("search", "zwyrtk") == []
    assert [each["candidate"] for each in asking.value("interviews")] == ["C", "B", "A"]
    asking.done("export", "--format", "json", "--to", tmp_path / "all.json")
    assert b"zwyrtk" not in (tmp_path / "all.json").read_bytes()
    assert asking.done("check") == "ok\n"


def test_an_old_export_does_not_bring_back_whose_time_is_over(asking: Owner, tmp_path: Path) -> None:
    asking.done("export", "--format", "json", "--to", tmp_path / "all.json")
    old = (TODAY - timedelta(days=200)).isoformat()
    (tmp_path / "old.json").write_bytes(
        (tmp_path / "all.json").read_bytes().replace(str(DAYS[0]).encode(), old.encode())
    )
    with Journal.open(asking.folder, Passphrase(PASSPHRASE), WRITTEN) as journal, journal.transaction():
        journal.interviews.discard("d1" * 16)
    for dry_run in (["--dry-run"], []):
        brought = asking.value("import", "--from", "json", *dry_run, tmp_path / "old.json")
        assert (brought["new"], brought["not_understood"]) == (0, 1)
        (problem,) = brought["problems"]
        assert problem["where"] == "d1" * 16
        assert problem["what"].startswith("It was left out: a candidate is kept for six months after the conversation")
    assert [each["candidate"] for each in asking.value("interviews")] == ["C", "B"]
    assert asking.value("import", "--from", "json", tmp_path / "all.json")["new"] == 1
