"""Every command answers as its documentation says: text for a person, one JSON value for a script, and nothing else."""

import json
import os
import re
import shutil
import stat
import sys
from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

import app
from app.experiments.model import Experiment
from app.journal import Journal
from app.reflections.model import Pillar
from app.vault.slots import Passphrase
from tests.flows.conftest import WRITTEN
from tests.flows.program import DATA, OTHER_PASSPHRASE, PASSPHRASE, Home, Owner, Said, assert_refused, contents, files

ID = re.compile(r"[0-9a-f]{32}")
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
RECOVERY_KEY = re.compile(r"([0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}\n")
COMMANDS = [
    *("init", "sample", "add", "list", "show", "search", "import", "export", "pack", "check", "backup", "backups"),
    *("restore", "passphrase", "recover", "stats", "prompt", "people", "one-on-ones", "practices", "checklists"),
    *("delegations", "touch", "held"),
]
RECORD = [
    *("id", "kind", "date", "created_at", "updated_at", "private", "deleted_at", "time", "zone", "prompt", "pillar"),
    *("notice", "pull", "pull_kind", "text", "tags", "people", "commitments", "source", "source_id", "revisions"),
]


def numbered(*numbers: int) -> list[str]:
    """The ids of these reflections of the made-up journal."""
    return [f"{number:032x}" for number in numbers]


def records(path: Path) -> list[str]:
    """The lines with the records of an exported file, byte for byte."""
    return path.read_text(encoding="utf-8").splitlines()[2:]


def read_pdf(path: Path, password: str | None = None) -> str:
    """All text of a PDF, its white space made single."""
    reader = PdfReader(BytesIO(path.read_bytes()), password=password)
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def mode(path: Path) -> int:
    """Who may do what with it."""
    return stat.S_IMODE(path.stat().st_mode)


# Without a journal


@pytest.mark.parametrize("asked", ["--version", "--help"])
def test_what_the_program_is_is_said_without_any_library(home: Home, asked: str) -> None:
    code = (
        "import sys\nfrom app.cli.main import main\n"
        "try: main(sys.argv[1:])\nfinally: print(*sys.modules, file=sys.stderr)"
    )
    said = home.run(asked, program=[sys.executable, "-c", code])
    assert said.status == 0
    assert not {"PySide6", "sqlalchemy", "sqlcipher3", "cryptography", "typst"} & set(said.err.split())
    assert home.run(asked).out == said.out


def test_the_version_is_one_line(home: Home) -> None:
    assert home.run("--version") == Said(0, f"courage-journal {app.__version__}\n", "")


def test_help_names_every_command_and_each_has_its_own(home: Home) -> None:
    said = home.run("--help")
    assert all(re.search(rf"^ +{command}\b", said.out, re.MULTILINE) for command in COMMANDS)
    each = home.run("restore", "--help")
    assert (each.status, each.err) == (0, "")
    assert "--force" in each.out


def test_a_command_loads_no_window(owner: Owner) -> None:
    code = (
        "import sys; from app.cli.main import main; status = main(sys.argv[1:]);"
        "print(*sys.modules, file=sys.stderr); sys.exit(status)"
    )
    said = owner.ask("list", program=[sys.executable, "-c", code])
    assert said.status == 0
    assert "sqlalchemy" in said.err.split()
    assert not [name for name in said.err.split() if name.split(".")[0] in ("PySide6", "shiboken6", "ui")]


# init and which journal is meant


def test_init_makes_a_private_journal_and_says_only_its_recovery_key(home: Home, tmp_path: Path) -> None:
    folder = tmp_path / "new" / "journal"
    said = home.run("init", "--journal", folder, "--passphrase-stdin", stdin=f"{PASSPHRASE}\n", umask=0)
    assert (said.status, said.err) == (0, "")
    assert RECOVERY_KEY.fullmatch(said.out)
    found = {each.name: mode(each) for each in folder.iterdir()}
    assert found.pop("backups") == 0o700
    assert found.pop("vault.lock") == 0o600
    assert found == {"vault.json": 0o600, "journal.db": 0o600, "reserve.bin": 0o600}
    assert mode(folder) == mode(folder.parent) == 0o700
    owner = Owner(home, folder)
    assert owner.done("check") == "ok\n"
    assert owner.value("stats")["counts"] == {"reflection": 0}


def test_init_in_json_is_the_recovery_key_by_name(home: Home, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    said = home.run("init", "--json", "--journal", tmp_path / "empty", "--passphrase-stdin", stdin="p\r\n")
    assert list(said.json()) == ["recovery_key"]
    assert Owner(home, tmp_path / "empty", "p").done("list") == ""


def test_sample_makes_a_journal_and_says_nothing(home: Home, tmp_path: Path) -> None:
    owner = Owner(home, tmp_path / "new" / "journal")
    said = home.run(*owner.command("sample"), stdin=f"{PASSPHRASE}\n", umask=0)
    assert said == Said(0, "", "")
    assert [each.name for each in owner.folder.parent.iterdir()] == ["journal"]
    assert {mode(each) for each in files([owner.folder])} == {0o600}
    assert mode(owner.folder) == mode(owner.folder.parent) == 0o700
    assert owner.done("check") == "ok\n"
    assert owner.value("stats")["counts"]["reflection"] >= 120
    newest = date.fromisoformat(owner.value("list", "--kind", "reflection", "--limit", "1")[0]["date"])
    assert timedelta(0) <= date.today() - newest <= timedelta(days=7)  # noqa: DTZ011  the day on the wall
    assert not (home.config / "courage-journal").exists(), "it is not remembered as somebody's own"
    assert owner.value("backups") == []
    assert int(owner.done("pack", "--output", tmp_path / "pack.pdf").split()[1].strip(",")) >= 2


def test_sample_in_json_says_where(home: Home, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    owner = Owner(home, tmp_path / "empty", "p")
    assert owner.value("sample") == {"made": str(tmp_path / "empty")}
    assert len(owner.ids()) >= 120


def test_the_journal_is_the_one_asked_for_then_the_environments_then_the_remembered_then_the_usual(
    owner: Owner, tmp_path: Path
) -> None:
    home, given = owner.home, f"{PASSPHRASE}\n"

    def ids(*arguments: str | Path, environment: str = "") -> str:
        said = home.run("list", "--passphrase-stdin", *arguments, stdin=given, COURAGE_JOURNAL=environment)
        assert said.status == 0, said
        return said.out

    usual = home.run("init", "--passphrase-stdin", stdin=given)
    assert usual.status == 0
    assert (home.data / "courage-journal" / "journal" / "vault.json").is_file()
    usual_id = home.run("add", "--text", "usual", "--passphrase-stdin", stdin=given).out.strip()
    shutil.copytree(home.data / "courage-journal" / "journal", tmp_path / "remembered")
    assert ids().startswith(usual_id)
    assert len(ids(environment=str(owner.folder)).splitlines()) == 5
    assert ids("--journal", tmp_path / "remembered", environment=str(owner.folder)).startswith(usual_id)
    settings = home.config / "courage-journal" / "settings.json"
    assert json.loads(settings.read_text()) == {
        "journal": str(home.data / "courage-journal" / "journal"),
        "name": "",
    }
    settings.write_text(json.dumps({"journal": str(owner.folder)}))
    assert len(ids().splitlines()) == 5
    settings.write_text("[not the settings")
    assert ids().startswith(usual_id)


# add


def test_all_that_was_given_with_a_reflection_is_in_its_record(blank: Owner) -> None:
    arguments = (
        *("--text", "Line one\nLine two", "--date", "2026-02-28", "--prompt", "check-4", "--pillar", "accountability"),
        *("--tag", "Work", "--tag", "  two   words ", "--tag", "Work", "--person", "Ann  Lee", "--person", "李雷"),
        *("--pull", "10", "--pull-kind", "take-back", "--notice", "Heat.", "--when", "asked", "--will", "wait"),
        "--private",
    )
    said = blank.add(*arguments)
    assert ID.fullmatch(said)
    [record] = blank.value("list")
    assert list(record) == RECORD
    assert INSTANT.fullmatch(record.pop("created_at"))
    assert INSTANT.fullmatch(record.pop("updated_at"))
    [plan] = record.pop("commitments")
    assert ID.fullmatch(plan.pop("id"))
    unset = {"person": None, "asked": True, "outcome": None, "outcome_note": "", "followed_up_on": None}
    assert plan == {"when": "asked", "will": "wait"} | unset
    assert record == {
        "id": said,
        "kind": "reflection",
        "date": "2026-02-28",
        "private": True,
        "deleted_at": None,
        "time": None,
        "zone": None,
        "prompt": "check-4",
        "pillar": "accountability",
        "notice": "Heat.",
        "pull": 10,
        "pull_kind": "take-back",
        "text": "Line one\nLine two",
        "tags": ["Work", "two words"],
        "people": ["Ann Lee", "李雷"],
        "source": None,
        "source_id": None,
        "revisions": [],
    }


def test_a_reflection_is_about_today_unless_another_day_is_given(blank: Owner) -> None:
    before = date.today()  # noqa: DTZ011  the day on the clock of this computer
    said = blank.value("add", "--pull", "0")
    assert list(said) == ["id"]
    found = blank.value("show", said["id"])
    assert before.isoformat() <= found["date"] <= date.today().isoformat()  # noqa: DTZ011
    assert (found["pull"], found["text"]) == (0, "")


def test_text_comes_whole_from_standard_input_after_the_passphrase(blank: Owner) -> None:
    text = "\ufeffFirst\r\n\r\n  zwölf 灯り 👩‍👩‍👧 e\u0301 \x07 end\n\n"
    said = blank.add("--text-file", "-", more=text)
    assert blank.value("show", said)["text"] == text.removeprefix("\ufeff")


def test_text_comes_whole_from_a_file(blank: Owner, tmp_path: Path) -> None:
    (tmp_path / "words.txt").write_bytes(b"ein Wort\n")
    assert blank.value("show", blank.add("--text-file", tmp_path / "words.txt"))["text"] == "ein Wort\n"


# prompt


def test_the_prompt_of_a_day_says_what_it_is_for_and_why_it_was_chosen(blank: Owner) -> None:
    asked = blank.value("prompt", "--date", "2026-03-10")
    assert list(asked) == ["id", "pillar", "text", "why_this", "reason"]
    assert asked == blank.value("prompt", "--date", "2026-03-10")
    assert asked["text"].endswith("?")
    assert asked["why_this"].startswith("To ")
    assert asked["reason"] == "This journal is new, and this is a gentle one"
    assert blank.done("prompt", "--date", "2026-03-10") == f"{asked['text']}\n{asked['reason']}\n"


def test_what_is_written_on_a_day_leaves_its_prompt_and_changes_the_next(blank: Owner) -> None:
    day, next_day = ("--date", "2026-03-10"), ("--date", "2026-03-11")
    asked = blank.value("prompt", *day)
    answer = ("--prompt", asked["id"], "--pillar", asked["pillar"], "--pull", "9", "--pull-kind", "take-back")
    blank.add("--text", "An answer", *answer, *day)
    assert blank.value("prompt", *day) == asked
    following = blank.value("prompt", *next_day)
    assert following["id"] != asked["id"]
    assert following["pillar"] != asked["pillar"]
    assert following["reason"] == "The last time you wrote, the pull was to take something back"


# list and show


def test_a_list_is_a_line_each_newest_first(owner: Owner) -> None:
    lines = owner.done("list").splitlines()
    assert lines == [
        f"{5:032x}\t2026-03-31\treflection\tA budget held.",
        f"{4:032x}\t2026-03-20\treflection\tNobody else reads this.",
        f"{3:032x}\t2026-03-10\treflection\tLet the plan stand — 灯り ✨.",
        f"{2:032x}\t2026-03-10\treflection\tAsked twice about the budget.",
        f"{1:032x}\t2026-03-01\treflection\tI rewrote the budget at night.",
    ]


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        (("--since", "2026-03-10", "--until", "2026-03-20"), (4, 3, 2)),
        (("--since", "2026-03-31"), (5,)),
        (("--until", "2026-03-01"), (1,)),
        (("--person", "ann lee"), (2, 1)),
        (("--person", "李雷"), (2,)),
        (("--tag", "PLAN"), (5, 3)),
        (("--tag", "ünïCODE"), (2,)),
        (("--pillar", "trust"), (5, 2)),
        (("--kind", "reflection", "--limit", "2"), (5, 4)),
        (("--pillar", "trust", "--until", "2026-03-30", "--limit", "5"), (2,)),
        (("--since", "2026-04-01"), ()),
    ],
)
def test_a_list_holds_what_was_asked_for(owner: Owner, arguments: tuple[str, ...], found: tuple[int, ...]) -> None:
    assert [each["id"] for each in owner.value("list", *arguments)] == numbered(*found)


def test_one_record_is_shown_as_markdown_and_as_a_value(owner: Owner) -> None:
    [second] = numbered(2)
    text = owner.done("show", second)
    assert text.startswith("---\n")
    assert text.endswith("---\n\nAsked twice about the budget.\n")
    assert '\ntags: ["budget", "Ünïcode"]\n' in text
    assert owner.value("show", second) == owner.value("list", "--person", "李雷")[0]


# trust experiments


def experimenting(owner: Owner) -> str:
    """Begins a trust experiment in this journal; its id."""
    begun_on, id = date(2026, 3, 15), "e" * 32
    given = Experiment(
        id=id,
        begun_on=begun_on,
        ends_on=date(2026, 3, 28),
        when="the draft lands",
        will="leave it shut until he asks",
        sign="he sends it himself",
        pillar=Pillar.TRUST,
        person="Ann Lee",
        created_at=WRITTEN,
        updated_at=WRITTEN,
    )
    with Journal.open(owner.folder, Passphrase(owner.secret), WRITTEN) as journal:
        journal.write(lambda journal: journal.experiments.save(given, WRITTEN))
    return id


def test_an_experiment_is_listed_shown_found_and_counted_like_everything_else(owner: Owner) -> None:
    id = experimenting(owner)
    title = "leave it shut until he asks"
    assert owner.done("list", "--kind", "experiment") == f"{id}\t2026-03-15\texperiment\t{title}\n"
    assert owner.ids() == [*numbered(5, 4), id, *numbered(3, 2, 1)]
    [listed] = owner.value("list", "--kind", "experiment", "--person", "ann lee", "--pillar", "trust")
    assert owner.value("show", id) == listed
    assert (listed["when"], listed["will"], listed["ends_on"]) == ("the draft lands", title, "2026-03-28")
    assert owner.done("list", "--kind", "experiment", "--tag", "plan") == ""
    text = owner.done("show", id)
    assert 'sign: "he sends it himself"\n' in text
    assert text.endswith(f"---\n\nWhen the draft lands, I will {title}\n")
    assert [hit["kind"] for hit in owner.value("search", "shut")] == ["experiment"]
    assert owner.value("stats")["counts"] == {"experiment": 1, "reflection": 5}


def test_an_experiment_that_is_not_for_export_stays_out(owner: Owner, tmp_path: Path) -> None:
    id = experimenting(owner)
    with Journal.open(owner.folder, Passphrase(owner.secret), WRITTEN) as journal:
        journal.write(
            lambda journal: journal.experiments.save(replace(journal.experiments.get(id), private=True), WRITTEN)
        )
    for form, name in (("json", "all.json"), ("markdown", "all")):
        owner.done("export", "--format", form, "--to", tmp_path / name, "--without-private")
    files = [each for each in tmp_path.rglob("*") if each.is_relative_to(tmp_path / "all") or each.suffix == ".json"]
    assert not [each for each in files if each.is_file() and "until he asks" in each.read_text("utf-8")]


def test_an_experiment_goes_out_and_comes_back(owner: Owner, tmp_path: Path) -> None:
    id = experimenting(owner)
    owner.done("export", "--format", "json", "--to", tmp_path / "all.json")
    kinds = [each["kind"] for each in json.loads((tmp_path / "all.json").read_text("utf-8"))["records"]]
    assert sorted(set(kinds)) == ["experiment", "reflection"]
    owner.done("export", "--format", "markdown", "--to", tmp_path / "texts")
    assert any("leave-it-shut" in each.name for each in (tmp_path / "texts" / "2026").iterdir())
    fresh = Home(tmp_path / "other")
    assert fresh.run("init", "--journal", tmp_path / "two", "--passphrase-stdin", stdin=f"{PASSPHRASE}\n").status == 0
    other = Owner(fresh, tmp_path / "two")
    other.done("import", "--from", "json", tmp_path / "all.json")
    assert other.value("show", id) == owner.value("show", id)


# search


def test_search_marks_what_it_finds_newest_first(owner: Owner) -> None:
    hits = owner.value("search", "BUDGET")
    assert [hit["id"] for hit in hits] == numbered(5, 2, 1)
    assert list(hits[0]) == ["id", "kind", "date", "title", "snippet"]
    assert hits[0] == {
        "id": f"{5:032x}",
        "kind": "reflection",
        "date": "2026-03-31",
        "title": "A budget held.",
        "snippet": "A [budget] held.",
    }
    lines = owner.done("search", "budget", "--limit", "1").splitlines()
    assert lines == [f"{5:032x}\t2026-03-31\treflection\tA [budget] held."]


@pytest.mark.parametrize("query", ["nowhere", "", "*", '"', "NEAR(", "budget nowhere"])
def test_nothing_found_is_an_empty_answer(owner: Owner, query: str) -> None:
    assert owner.value("search", query) == []


def test_search_finds_words_of_any_script(owner: Owner) -> None:
    assert [hit["id"] for hit in owner.value("search", "灯り")] == numbered(3)
    assert owner.done("search", "灯り").count("[") >= 1


# import, export


def test_an_import_counts_and_a_second_one_knows_all_of_it(blank: Owner) -> None:
    journal = DATA / "jrnl" / "tags.journal"
    before = contents(blank.folder)
    rehearsal = blank.done("import", "--from", "jrnl", journal, "--dry-run")
    assert contents(blank.folder) == before
    assert blank.done("import", "--from", "jrnl", journal) == rehearsal
    count = len(blank.ids())
    assert rehearsal == f"new {count}, known 0, not understood 0\n"
    assert blank.done("import", "--from", "jrnl", journal) == f"new 0, known {count}, not understood 0\n"
    assert blank.value("import", "--from", "jrnl", journal) == {
        "new": 0,
        "known": count,
        "not_understood": 0,
        "problems": [],
    }


def test_what_an_import_does_not_understand_is_counted_and_named(blank: Owner) -> None:
    export = DATA / "dayone" / "demo.json"
    before = contents(blank.folder)
    rehearsal = blank.value("import", "--from", "dayone", export, "--dry-run")
    assert contents(blank.folder) == before
    assert blank.value("import", "--from", "dayone", export) == rehearsal
    assert list(rehearsal) == ["new", "known", "not_understood", "problems"]
    assert rehearsal["not_understood"] == len(rehearsal["problems"]) > 0
    assert all(list(problem) == ["where", "what"] for problem in rehearsal["problems"])
    assert rehearsal["new"] == len(blank.ids()) > 0


def test_an_export_holds_what_was_asked_for(owner: Owner, tmp_path: Path) -> None:
    path = tmp_path / "out.json"
    period = ("--since", "2026-03-10", "--until", "2026-03-20")
    assert owner.done("export", "--format", "json", "--to", path, *period) == "3\n"
    document = json.loads(path.read_text(encoding="utf-8"))
    assert list(document) == ["format", "version", "exported_at", "journal_id", "records"]
    assert (document["format"], document["version"]) == ("courage-journal", 1)
    assert INSTANT.fullmatch(document["exported_at"])
    assert ID.fullmatch(document["journal_id"])
    assert [each["id"] for each in document["records"]] == numbered(2, 3, 4)
    assert mode(path) == 0o600
    assert_refused(owner.ask("export", "--format", "json", "--to", path), "--force")
    assert [each["id"] for each in json.loads(path.read_text())["records"]] == numbered(2, 3, 4)
    said = owner.value("export", "--format", "json", "--to", path, "--force", "--without-private")
    assert said == {"records": 4, "path": str(path)}
    assert [each["id"] for each in json.loads(path.read_text())["records"]] == numbered(1, 2, 3, 5)


def test_an_export_as_markdown_is_a_private_folder_with_a_file_each(owner: Owner, tmp_path: Path) -> None:
    folder = tmp_path / "plain"
    assert owner.done("export", "--format", "markdown", "--to", folder) == "5\n"
    written = sorted(each for each in folder.rglob("*.md") if each.parent != folder)
    assert len(written) == 5
    assert all(each.parent.name == "2026" and mode(each) == 0o600 for each in written)
    assert mode(folder) == mode(folder / "2026") == 0o700
    for each in written:
        text = each.read_text(encoding="utf-8")
        shown = owner.done("show", text.split('id: "')[1][:32])
        assert shown.removesuffix("\n") == text.removesuffix("\n")
    assert_refused(owner.ask("export", "--format", "markdown", "--to", folder), "--force")
    assert owner.done("export", "--format", "markdown", "--to", folder, "--force", "--without-private") == "4\n"
    assert len(list(folder.rglob("20*.md"))) == 4, "what was exported before is replaced, not added to"
    (folder / "letter.txt").write_text("not of this program")
    assert_refused(owner.ask("export", "--format", "markdown", "--to", folder, "--force"), "not empty")
    assert (folder / "letter.txt").exists()
    assert [each.name for each in tmp_path.iterdir() if each.name.endswith(".partial")] == []


# pack


def test_a_pack_holds_the_period_without_what_is_private(owner: Owner, tmp_path: Path) -> None:
    path = tmp_path / "pack.pdf"
    period = ("--since", "2026-03-01", "--until", "2026-03-31")
    said = owner.done("pack", "--output", path, *period, "--wish", "To ask less.")
    pages = len(PdfReader(path).pages)
    assert said == f"pages {pages}, left out 1\n"
    text = read_pdf(path)
    assert all(words in text for words in ("To ask less.", "Asked twice", "Let the plan stand", "ask one question"))
    assert "Nobody else reads this" not in text
    assert "Ann Lee" not in text
    assert mode(path) == 0o600
    assert_refused(owner.ask("pack", "--output", path, *period), "--force")
    value = owner.value("pack", "--output", path, *period, "--names", "full", "--force", "--sections", "reflections")
    assert value == {"pages": len(PdfReader(path).pages), "left_out": 1, "path": str(path)}
    text = read_pdf(path)
    assert "Ann Lee" in text
    assert "ask one question" not in text


def test_a_pack_is_closed_with_the_next_line_of_input(owner: Owner, tmp_path: Path) -> None:
    path = tmp_path / "pack.pdf"
    period = ("--since", "2026-03-01", "--until", "2026-03-10")
    arguments = ("pack", "--output", path, *period, "--pdf-password-stdin", "--paper", "letter", "--names", "aliases")
    owner.done(*arguments, more="sésame\n")
    assert PdfReader(path).is_encrypted
    assert "Asked twice" in read_pdf(path, "sésame")
    assert "Ann" not in read_pdf(path, "sésame")
    page = PdfReader(path, password="sésame").pages[0].mediabox
    assert (round(page.width), round(page.height)) == (612, 792)


def test_a_pack_is_about_the_last_month_unless_other_days_are_given(blank: Owner, tmp_path: Path) -> None:
    today = date.today()  # noqa: DTZ011
    blank.add("--text", "Quite recent.", "--date", (today - timedelta(days=27)).isoformat())
    blank.add("--text", "Long ago.", "--date", (today - timedelta(days=40)).isoformat())
    blank.done("pack", "--output", tmp_path / "pack.pdf")
    assert "Quite recent." in read_pdf(tmp_path / "pack.pdf")
    assert "Long ago." not in read_pdf(tmp_path / "pack.pdf")


# check, stats, backups, restore


def test_a_sound_journal_is_ok_and_reading_changes_no_file(owner: Owner) -> None:
    before = contents(owner.folder)
    assert owner.done("check") == "ok\n"
    assert owner.value("check") == {"ok": True, "findings": []}
    owner.done("search", "budget")
    assert contents(owner.folder) == before


def test_the_statistics_of_a_journal(owner: Owner) -> None:
    size = (owner.folder / "journal.db").stat().st_size
    assert owner.value("stats") == {
        "counts": {"reflection": 5},
        "in_trash": 0,
        "first_date": "2026-03-01",
        "last_date": "2026-03-31",
        "size": size,
        "last_backup": None,
    }
    lines = [line.split("\t")[1] for line in owner.done("stats").splitlines()]
    assert lines == ["5", "0", "2026-03-01", "2026-03-31", str(size), "none"]


def test_backups_are_listed_newest_first_each_with_its_proof(owner: Owner) -> None:
    assert owner.value("backups") == []
    first = Path(owner.done("backup").removesuffix("\n"))
    owner.add("--text", "one more")
    second = Path(owner.value("backup")["path"])
    assert first.parent == second.parent == owner.folder / "backups"
    assert mode(first) == 0o600
    found = owner.value("backups")
    assert [list(each) for each in found] == [["path", "time", "size", "records", "proven"]] * 2
    assert [(each["path"], each["records"], each["proven"]) for each in found] == [
        (str(second), 6, True),
        (str(first), 5, True),
    ]
    assert all(INSTANT.fullmatch(each["time"]) for each in found)
    assert [each["size"] for each in found] == [second.stat().st_size, first.stat().st_size]
    assert owner.value("stats")["last_backup"] == found[0]["time"]
    with first.open("r+b") as stream:
        stream.seek(-1, os.SEEK_END)
        stream.write(b"\0" if first.read_bytes()[-1:] != b"\0" else b"\1")
    lines = [line.split("\t") for line in owner.done("backups").splitlines()]
    assert [line[2:] for line in lines] == [["6", "proven"], ["5", "damaged"]]


def test_a_backup_goes_where_it_was_asked_for(owner: Owner, tmp_path: Path) -> None:
    before = contents(owner.folder)
    path = Path(owner.done("backup", "--to", tmp_path / "stick" / "keep").removesuffix("\n"))
    assert path.parent == tmp_path / "stick" / "keep"
    assert mode(path.parent) == 0o700
    assert contents(owner.folder) == before


def test_a_backup_is_restored_by_its_passphrase_and_by_its_recovery_key(owner: Owner, tmp_path: Path) -> None:
    backup = Path(owner.done("backup").removesuffix("\n"))
    for number, secret in enumerate([PASSPHRASE, owner.recovery_key, owner.recovery_key.lower().replace("-", " ")]):
        other = Owner(owner.home, tmp_path / "copies" / str(number), secret, owner.recovery_key)
        assert other.done("restore", backup) == ""
        other.secret = PASSPHRASE
        assert other.done("check") == "ok\n"
        assert other.ids() == owner.ids()


def test_a_forced_restore_keeps_the_journal_of_before_beside_it(owner: Owner) -> None:
    backup = Path(owner.done("backup").removesuffix("\n"))
    later = owner.add("--text", "after the backup")
    assert_refused(owner.ask("restore", backup), "not empty")
    assert later in owner.ids()
    before = contents(owner.folder)
    said = owner.value("restore", backup, "--force")
    assert said == {"restored": str(owner.folder)}
    assert later not in owner.ids()
    [aside] = [each for each in owner.folder.parent.iterdir() if each.name.startswith("journal before ")]
    assert contents(aside) == before
    assert later in Owner(owner.home, aside).ids()


# Secrets


def test_a_changed_passphrase_is_the_only_one_but_for_older_backups(owner: Owner, tmp_path: Path) -> None:
    backup = Path(owner.done("backup").removesuffix("\n"))
    assert owner.done("passphrase", more=f"{OTHER_PASSPHRASE}\n") == ""
    assert_refused(owner.ask("list"), "passphrase")
    changed = Owner(owner.home, owner.folder, OTHER_PASSPHRASE)
    assert len(changed.ids()) == 5
    restored = Owner(owner.home, tmp_path / "old", PASSPHRASE)
    restored.done("restore", backup)
    assert len(restored.ids()) == 5
    assert_refused(Owner(owner.home, tmp_path / "never", OTHER_PASSPHRASE).ask("restore", backup), "passphrase")
    assert not (tmp_path / "never").exists()


def test_the_recovery_key_sets_a_new_passphrase_and_is_replaced(owner: Owner) -> None:
    given = f"{owner.recovery_key}\n{OTHER_PASSPHRASE}\n"
    said = owner.home.run("recover", "--journal", owner.folder, stdin=given)
    assert (said.status, said.err) == (0, "")
    assert RECOVERY_KEY.fullmatch(said.out)
    assert len(Owner(owner.home, owner.folder, OTHER_PASSPHRASE).ids()) == 5
    assert_refused(owner.ask("list"), "passphrase")
    assert_refused(owner.home.run("recover", "--journal", owner.folder, stdin=given), "recovery key")
    again = Owner(owner.home, owner.folder, said.out.strip())
    value = again.value("recover", more=f"{PASSPHRASE}\n")
    assert list(value) == ["recovery_key"]
    assert len(owner.ids()) == 5


# The whole way


def test_a_journal_goes_from_its_first_day_to_another_program_and_back(home: Home, tmp_path: Path) -> None:
    one, two = Owner(home, tmp_path / "one"), Owner(home, tmp_path / "two", OTHER_PASSPHRASE)
    assert RECOVERY_KEY.fullmatch(one.done("init"))
    first = one.add("--text", "Kept my hands off.", "--date", "2026-03-05", "--tag", "hands", "--person", "Ann")
    one.add("--text-file", "-", "--date", "2026-03-06", "--when", "she asks", "--will", "listen", more="Zwölf 灯り\n")
    one.done("import", "--from", "jrnl", DATA / "jrnl" / "basic_onefile.journal")
    one.done("import", "--from", "dayone", DATA / "dayone" / "demo.json")
    assert one.value("search", "hands off")[0]["id"] == first
    count = int(one.done("export", "--format", "json", "--to", tmp_path / "one.json"))
    assert count == len(one.ids()) > 4
    assert RECOVERY_KEY.fullmatch(two.done("init"))
    said = two.done("import", "--from", "json", tmp_path / "one.json")
    assert said == f"new {count}, known 0, not understood 0\n"
    two.done("export", "--format", "json", "--to", tmp_path / "two.json")
    assert records(tmp_path / "two.json") == records(tmp_path / "one.json")
    assert len(records(tmp_path / "one.json")) == count + 1
    two.done("pack", "--output", tmp_path / "pack.pdf", "--since", "2026-03-01", "--until", "2026-03-31")
    assert "Kept my hands off." in read_pdf(tmp_path / "pack.pdf")
    assert (one.done("check"), two.done("check")) == ("ok\n", "ok\n")
