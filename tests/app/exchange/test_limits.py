"""What is longer than its field is left out of an import as a whole; the schema names the same numbers.

Those of the kinds that are kept by their shape are in test_schema.
"""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app import limits
from app.errors import NotUnderstood, TooLong
from app.exchange import jrnl, json_file
from app.exchange.kinds import check_lengths, to_record
from app.experiments.model import Experiment
from app.prompts.model import Moment
from app.prompts.own import OwnPrompt
from app.reflections.model import Commitment, Pillar, Revision
from tests.app.exchange.schemas import FROZEN, load
from tests.app.exchange.strategies import reflection
from tests.app.vault.journals import NOW

DAY = NOW.date()
PLAN = Commitment(id="a" * 32, when="", will="")
EXPERIMENT = Experiment(id="b" * 32, begun_on=DAY, ends_on=DAY, when="", will="", created_at=NOW, updated_at=NOW)
PROMPT = OwnPrompt(id="c" * 32, pillar=Pillar.TRUST, moment=Moment.ACTING, question="", created_at=NOW, updated_at=NOW)


def planned(**changes: Any) -> Any:
    return replace(reflection(), commitments=(replace(PLAN, **changes),))


def of_source(source: str) -> Any:
    return replace(reflection(), source=source, source_id="1")


def of_revision(text: str) -> Any:
    earlier = Revision(id="d" * 32, saved_at=NOW, content=reflection(text=text).content)
    return replace(reflection(), revisions=(earlier,))


FIELDS: dict[str, tuple[int, Callable[[str], Any]]] = {
    "text": (limits.TEXT, lambda text: reflection(text=text)),
    "text of an earlier version": (limits.TEXT, of_revision),
    "notice": (limits.NOTICE, lambda text: reflection(notice=text)),
    "tag": (limits.NAME, lambda text: reflection(tags=(text,))),
    "person": (limits.NAME, lambda text: reflection(people=(text,))),
    "prompt": (limits.CODE, lambda text: reflection(prompt=text)),
    "zone": (limits.CODE, lambda text: reflection(zone=text)),
    "source": (limits.CODE, of_source),
    "when": (limits.LINE, lambda text: planned(when=text)),
    "will": (limits.LINE, lambda text: planned(will=text)),
    "with whom": (limits.NAME, lambda text: planned(person=text)),
    "how it went": (limits.LINE, lambda text: planned(outcome_note=text)),
    "when of an experiment": (limits.LINE, lambda text: replace(EXPERIMENT, when=text)),
    "will of an experiment": (limits.LINE, lambda text: replace(EXPERIMENT, will=text)),
    "sign": (limits.LINE, lambda text: replace(EXPERIMENT, sign=text)),
    "stop": (limits.LINE, lambda text: replace(EXPERIMENT, stop=text)),
    "person of an experiment": (limits.NAME, lambda text: replace(EXPERIMENT, person=text)),
    "question": (limits.QUESTION, lambda text: replace(PROMPT, question=text)),
    "purpose": (limits.PURPOSE, lambda text: replace(PROMPT, purpose=text)),
}


def read(records: list[dict[str, Any]], folder: Path) -> Any:
    head = {"format": "courage-journal", "version": 1, "exported_at": "2026-03-10T09:15:00Z", "journal_id": "e" * 32}
    path = folder / "journal.json"
    path.write_text(json.dumps({**head, "records": records}), encoding="utf-8")
    return json_file.read(path)


@pytest.mark.parametrize("field", FIELDS)
def test_a_field_takes_its_length_and_not_one_more(field: str, tmp_path: Path) -> None:
    most, made = FIELDS[field]
    longest = made("🐎" * most)
    check_lengths(longest)
    with pytest.raises(TooLong) as caught:
        check_lengths(made("a" * (most + 1)))
    assert caught.value.most == most
    other = to_record(reflection(text="words")) | {"id": "9" * 32}
    reading = read([to_record(made("a" * (most + 1))), other, to_record(longest)], tmp_path)
    assert [each.id for each in reading.records] == ["9" * 32, longest.id]
    (problem,) = reading.problems
    assert problem.where == "journal.json, entry 1"
    assert str(most) in problem.what
    assert "aa" not in problem.what


def test_too_many_of_something(tmp_path: Path) -> None:
    tags = tuple(f"tag {number}" for number in range(limits.MANY + 1))
    reading = read(
        [to_record(reflection(tags=tags[1:])), to_record(reflection(tags=tags)) | {"id": "9" * 32}], tmp_path
    )
    assert [len(each.content.tags) for each in reading.records] == [limits.MANY]
    assert len(reading.problems) == 1


def test_an_entry_of_another_program_that_is_too_long_is_left_out_whole(tmp_path: Path) -> None:
    path = tmp_path / "work.txt"
    long = "word " * (limits.TEXT // 5) + "and more"
    path.write_text(f"[2020-08-29 11:11] First.\n{long}\n[2020-08-30 11:11] Second.\nwords\n", encoding="utf-8")
    reading = jrnl.read(path)
    assert [each.content.text for each in reading.records] == ["Second.\n\nwords"]
    (problem,) = reading.problems
    assert problem.where == "work.txt, 2020-08-29"
    path.write_text(f"[2020-08-29 11:11] First.\n{long}\n", encoding="utf-8")
    with pytest.raises(NotUnderstood):
        jrnl.read(path)


def test_a_name_that_comes_decomposed_is_composed(tmp_path: Path) -> None:
    record = to_record(reflection()) | {"people": ["Jo\u0308rg"]}
    (found,) = read([record], tmp_path).records
    assert found.content.people == ("J\u00f6rg",)
    reading = read([record | {"id": "9" * 32}, record | {"tags": ["\u00f6", "o\u0308"]}], tmp_path)
    assert [each.id for each in reading.records] == ["9" * 32]


def test_the_schema_names_the_same_numbers() -> None:
    kinds = load(FROZEN)["$defs"]
    content, experiment, prompt = (
        kinds[each]["properties"] for each in ("commitment", "experiment", "prompt_of_ones_own")
    )
    numbers = {
        limits.TEXT: [kinds["text"]],
        limits.NOTICE: [kinds["notice"]],
        limits.NAME: [kinds["name"]],
        limits.CODE: [kinds["zone"], kinds["prompt"], prompt["replaces"]]
        + [kinds["reflection"]["properties"][each] for each in ("source", "source_id")],
        limits.LINE: [content[each] for each in ("when", "will", "outcome_note")]
        + [experiment[each] for each in ("when", "will", "sign", "stop", "outcome_note")]
        + [prompt["question"]],
        limits.PURPOSE: [prompt["purpose"]],
    }
    assert {most: {each["maxLength"] for each in parts} for most, parts in numbers.items()} == {
        most: {most} for most in numbers
    }
    assert kinds["names"]["maxItems"] == kinds["reflection"]["properties"]["commitments"]["maxItems"] == limits.MANY
