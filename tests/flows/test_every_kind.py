"""Records of every kind, in the commands that treat all of them alike: list, show, search, stats, export, import."""

import json
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from app.exchange.kinds import ENTRIES, KINDS, AnyRecord, facts
from app.interviews.model import Interview
from app.journal import Journal
from app.vault.slots import Passphrase
from tests.app.experiments.experiments import experiment
from tests.app.prompts.prompts import own
from tests.app.reflections.journals import reflection
from tests.flows.conftest import WRITTEN
from tests.flows.program import PASSPHRASE, Home, Owner
from tests.golden.entries import entries

ANN = "Ann Lee"
NAMELESS = {"checklist", "debrief", "kit", "person", "preparation", "prompt", "question", "touch"}


@pytest.fixture
def whole(blank: Owner) -> Owner:
    """Somebody with one record of every kind: who was in the trash left it when the journal was opened today."""
    with Journal.open(blank.folder, Passphrase(PASSPHRASE), WRITTEN) as journal, journal.transaction():
        given: list[AnyRecord] = [replace(each, private=False) for each in entries()]
        today = datetime.now().astimezone().date()  # an interview is kept for six months
        given = [replace(each, date=today) if isinstance(each, Interview) else each for each in given]
        for each in (*given, experiment(person=ANN), own(), reflection("Between us.", people=(ANN, "Bo"))):
            journal.stores[facts(each).kind].add_all([each], WRITTEN)
    return blank


def test_each_kind_is_listed_shown_and_counted(whole: Owner) -> None:
    kinds = [record["kind"] for record in whole.value("list")]
    assert sorted(kinds) == list(KINDS)
    line_of = {line.split("\t")[0]: line.split("\t")[1:3] for line in whole.done("list").splitlines()}
    for kind in KINDS:
        (listed,) = whole.value("list", "--kind", kind)
        assert whole.value("show", listed["id"]) == listed
        assert line_of[listed["id"]] == [listed["date"], kind]
    assert whole.value("stats")["counts"] == dict.fromkeys(KINDS, 1)
    assert len(whole.done("stats").splitlines()) == len(KINDS) + 5
    assert whole.done("check") == "ok\n"


def test_what_names_a_person_is_listed_with_them(whole: Owner) -> None:
    kinds = {record["kind"] for record in whole.value("list", "--person", "ann lee")}
    assert kinds == set(KINDS) - NAMELESS
    assert {record["kind"] for record in whole.value("list", "--person", "Bo")} == {
        "checklist",
        "practice",
        "reflection",
    }


def test_each_is_found_by_its_words(whole: Owner) -> None:
    words = {
        "agreement": "slips",
        "alignment": "half of them",
        "checklist": "aloud",
        "checklist-run": "figures in this one",
        "debrief": "finance heard",
        "delegation": "churn sit",
        "feedback": "sentence twice",
        "follow-up": "finance figures",
        "held-task": "numbers come from",
        "interview": "sam owned",
        "kit": "Support engineer",
        "level": "April",
        "one-on-one": "short with her",
        "person": "lunch",
        "practice": "copied money",
        "preparation": "rota alone",
        "question": "on a Tuesday",
        "topic": "who the report is for",
        "touch": "axis",
    }
    assert set(words) == {kind.name for kind in ENTRIES}
    assert {kind: [hit["kind"] for hit in whole.value("search", said)] for kind, said in words.items()} == {
        kind: [kind] for kind in words
    }


def test_a_journal_goes_to_another_without_loss(whole: Owner, home: Home, tmp_path: Path) -> None:
    one, other = tmp_path / "one.json", tmp_path / "other.json"
    number = len(KINDS)
    assert whole.done("export", "--format", "json", "--to", one) == f"{number}\n"
    records = json.loads(one.read_bytes())["records"]
    assert [(each["kind"], each["id"]) for each in records] == sorted((each["kind"], each["id"]) for each in records)
    fresh = Owner(home, tmp_path / "fresh")
    fresh.ask("init")
    assert fresh.done("import", "--from", "json", one, "--dry-run") == f"new {number}, known 0, not understood 0\n"
    assert fresh.done("import", "--from", "json", one) == f"new {number}, known 0, not understood 0\n"
    assert fresh.done("import", "--from", "json", one) == f"new 0, known {number}, not understood 0\n"
    fresh.done("export", "--format", "json", "--to", other)
    assert other.read_bytes().splitlines()[2:] == one.read_bytes().splitlines()[2:]
    assert fresh.done("check") == "ok\n"
    assert fresh.done("backup")


def test_what_is_private_is_not_exported_and_the_rest_comes_back(whole: Owner, home: Home, tmp_path: Path) -> None:
    with Journal.open(whole.folder, Passphrase(PASSPHRASE), WRITTEN) as journal:
        journal.write(
            lambda journal: journal.topics.save(replace(journal.topics.get("a5" * 16), private=True), WRITTEN)
        )
    path, folder = tmp_path / "one.json", tmp_path / "markdown"
    whole.done("export", "--format", "json", "--to", path, "--without-private")
    records = {each["kind"]: each for each in json.loads(path.read_bytes())["records"]}
    assert set(records) == set(KINDS) - {"topic"}
    assert records["one-on-one"]["private_notes"] == ""
    assert records["one-on-one"]["notes"] != []
    assert b"short with her" not in path.read_bytes()
    fear = [records["delegation"][each] for each in ("fear", "likelihood", "quality")]
    assert (fear, records["debrief"]["happened"], records["debrief"]["came_true"]) == (["", None, None], "", None)
    assert b"churn" not in path.read_bytes()
    fresh = Owner(home, tmp_path / "fresh")
    fresh.ask("init")
    assert fresh.value("import", "--from", "json", path)["problems"] == []
    whole.done("export", "--format", "markdown", "--to", folder, "--without-private")
    texts = "".join(each.read_text("utf-8") for each in folder.rglob("*.md"))
    assert "Holiday in May." in texts
    assert "short with her" not in texts
    assert "churn" not in texts
    assert "Private notes" not in texts


def test_an_export_as_tables_has_one_for_each_kind_and_takes_the_place_of_another(whole: Owner, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    whole.done("export", "--format", "markdown", "--to", folder)
    for _ in range(2):
        assert whole.done("export", "--format", "csv", "--to", folder, "--force") == f"{len(KINDS)}\n"
        assert {path.name for path in folder.iterdir()} == {"README.md", *(f"{each}.csv" for each in KINDS)}
    whole.done("export", "--format", "csv", "--to", folder, "--force", "--without-private")
    assert "churn" not in "".join(path.read_text("utf-8") for path in folder.iterdir())


def test_an_export_as_markdown_has_a_file_for_each(whole: Owner, tmp_path: Path) -> None:
    folder = tmp_path / "markdown"
    assert whole.done("export", "--format", "markdown", "--to", folder) == f"{len(KINDS)}\n"
    heads = [path.read_text("utf-8").splitlines()[2] for path in folder.glob("*/*.md")]
    assert sorted(heads) == sorted(f'kind: "{kind}"' for kind in KINDS)
    assert whole.done("export", "--format", "markdown", "--to", folder, "--force")
