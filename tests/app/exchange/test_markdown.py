"""Markdown: facts that any YAML reader reads, the text verbatim, and names safe on every system."""

import errno
import json
import re
import stat
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.errors import CannotWrite, DiskFull
from app.exchange import markdown
from app.exchange.kinds import AnyRecord
from app.experiments.model import Experiment
from app.experiments.record import to_record as to_record_of_experiment
from app.reflections.model import Commitment, Outcome, Pillar, Reflection
from app.reflections.record import to_record
from app.reflections.wording import intention
from tests.app.exchange.strategies import experiments, records, reflection, reflections

anything = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


def parse(rendered: str) -> tuple[dict[str, object], str]:
    """Facts and text, by the promise of the format alone: a line a fact, each value JSON."""
    head, _, body = rendered.removeprefix("---\n").partition("---\n\n")
    facts = (line.split(": ", 1) for line in head.split("\n")[:-1])
    return {name: json.loads(value) for name, value in facts}, body


def without_empty(value: object) -> object:
    if isinstance(value, list):
        return [without_empty(item) for item in value]
    if isinstance(value, dict):
        return {k: without_empty(v) for k, v in value.items() if not (v is None or v is False or v in ("", []))}
    return value


@anything
@given(reflections)
def test_facts_and_text_read_back(reflection: Reflection) -> None:
    facts, body = parse(markdown.render(reflection))
    assert body == reflection.content.text
    record = to_record(reflection)
    del record["text"], record["revisions"]
    assert facts == without_empty(record)


@anything
@given(experiments)
def test_an_experiment_reads_back_too_below_it_its_sentence(experiment: Experiment) -> None:
    facts, body = parse(markdown.render(experiment))
    assert facts == without_empty(to_record_of_experiment(experiment))
    assert body == intention(experiment.when, experiment.will)


@anything
@given(reflections)
def test_the_head_holds_nothing_that_yaml_cannot_read(reflection: Reflection) -> None:
    rendered = markdown.render(reflection)
    head = rendered[: len(rendered) - len(reflection.content.text)]
    assert re.fullmatch("[\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]*", head)
    assert head.count("---\n") >= 2


def test_what_it_looks_like() -> None:
    plan = Commitment(id="1" * 32, when="Ann asks", will="I ask back", outcome=Outcome.NOT_YET)
    given = reflection(text="# Title\n", pillar=Pillar.TRUST, pull=0, tags=("a b", "ü"), private=True)
    kept = {name: getattr(given, name) for name in Reflection.__dataclass_fields__}
    assert markdown.render(Reflection(**{**kept, "commitments": (plan,)})) == (
        "---\n"
        'id: "0123456789abcdef0123456789abcdef"\n'
        'kind: "reflection"\n'
        'date: "2026-03-10"\n'
        'created_at: "2026-03-10T09:15:00Z"\n'
        'updated_at: "2026-03-10T09:15:00Z"\n'
        'pillar: "trust"\n'
        "pull: 0\n"
        'tags: ["a b", "ü"]\n'
        "private: true\n"
        'commitments: [{"id": "11111111111111111111111111111111", "when": "Ann asks", "will": "I ask back",'
        ' "asked": true, "outcome": "not-yet"}]\n'
        "---\n"
        "\n"
        "# Title\n"
    )


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("# I let it stand!", "2026-03-10 I-let-it-stand 01234567.md"),
        ("../../etc/passwd", "2026-03-10 etc-passwd 01234567.md"),
        ("CON", "2026-03-10 CON 01234567.md"),
        ('a: <b> | "c" ? * \\ d...', "2026-03-10 a-b-c-d 01234567.md"),
        ("日本語 ／ Ελλάδα", "2026-03-10 日本語-Ελλάδα 01234567.md"),
        ("\u202eevil\u200b\x00 \x1b[2J", "2026-03-10 evil-2J 01234567.md"),
        ("🙂", "2026-03-10 01234567.md"),
        ("", "2026-03-10 01234567.md"),
        ("日" * 100, f"2026-03-10 {'日' * 19} 01234567.md"),
    ],
)
def test_file_names(title: str, name: str) -> None:
    assert markdown.file_name(reflection(text=title)) == name


@anything
@given(records)
def test_file_names_are_safe_whatever_the_title(given: AnyRecord) -> None:
    name = markdown.file_name(given)
    assert len(name.encode()) <= 80
    assert not re.search(r'[\x00-\x1f\x7f/\\:*?"<>|]', name)
    assert re.fullmatch(r"\d{4}-\d\d-\d\d (.* )?[0-9a-f]{8}\.md", name)


@anything
@given(given=st.lists(reflections, max_size=3, unique_by=lambda each: each.id))
def test_files_hold_what_is_rendered(tmp_path_factory: pytest.TempPathFactory, given: list[Reflection]) -> None:
    folder = tmp_path_factory.mktemp("export")
    assert markdown.write(folder, given) == len(given)
    files = {file.read_bytes().decode() for file in folder.glob("*/*.md")}
    assert files == {markdown.render(each) for each in given}
    assert "not encrypted" in (folder / "README.md").read_text("utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions")
def test_only_the_person_can_read_them(tmp_path: Path) -> None:
    markdown.write(tmp_path, [reflection(text="a")])
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in tmp_path.rglob("*")}
    assert modes == {"README.md": 0o600, "2026": 0o700, "2026-03-10 a 01234567.md": 0o600}


def test_two_of_the_same_name_are_both_written(tmp_path: Path) -> None:
    first = reflection(text="a")
    kept = {name: getattr(first, name) for name in Reflection.__dataclass_fields__}
    second = Reflection(**{**kept, "id": first.id[:8] + "f" * 24})
    assert markdown.write(tmp_path, [first, second]) == 2
    assert len(list((tmp_path / "2026").iterdir())) == 2


@pytest.mark.parametrize(("number", "error"), [(errno.ENOSPC, DiskFull), (errno.EACCES, CannotWrite)])
def test_a_disk_that_refuses(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, error: type[Exception]
) -> None:
    def refuse(_path: Path, _text: str) -> None:
        raise OSError(number, "")

    monkeypatch.setattr(markdown, "_write_file", refuse)
    with pytest.raises(error):
        markdown.write(tmp_path, [])


def test_a_folder_that_is_not_empty_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("mine")
    with pytest.raises(CannotWrite):
        markdown.write(tmp_path, [])
    assert (tmp_path / "README.md").read_text() == "mine"
