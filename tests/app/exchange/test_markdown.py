"""Markdown: facts that any YAML reader reads, the text verbatim, and names safe on every system."""

import errno
import json
import re
import stat
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.delegation.model import Debrief, Delegation
from app.errors import CannotWrite, DiskFull
from app.exchange import markdown
from app.exchange.bodies import body, fields_said
from app.exchange.kinds import ENTRIES, AnyRecord
from app.experiments.model import Experiment
from app.experiments.record import to_record as to_record_of_experiment
from app.interviews.model import Alignment, Interview, Kit, OwnQuestion, Preparation
from app.one_on_ones.model import OneOnOne
from app.people.model import Agreement, Person
from app.practices.model import Checklist, Practice
from app.records.entry import Entry
from app.records.kind import Kind
from app.reflections.model import Commitment, Outcome, Pillar, Reflection
from app.reflections.record import to_record
from app.reflections.wording import intention
from tests.app.exchange.strategies import entries, experiments, records, reflection, reflections
from tests.golden.entries import entries as full_entries

anything = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


def parse(rendered: str) -> tuple[dict[str, object], str]:
    """Facts and text, by the promise of the format alone: a line a fact, each value JSON."""
    head, _, body = rendered.removeprefix("---\n").partition("---\n\n")
    facts = (line.split(": ", 1) for line in head.split("\n")[:-1])
    return {name: json.loads(value) for name, value in facts}, body


def kind_of(given: Entry) -> Kind[Any]:
    return next(each for each in ENTRIES if each.make is type(given))


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
@given(st.one_of(entries))
def test_every_fact_of_any_kind_reads_back_and_every_word_is_there(entry: Entry) -> None:
    rendered = markdown.render(entry)
    facts, words = parse(rendered)
    record = kind_of(entry).to_record(entry)
    told = fields_said(entry)
    assert facts == without_empty({name: value for name, value in record.items() if name not in told})
    written = [text for name in told for text in texts(record[name])]
    assert [each for each in written if without_indents(each) not in without_indents(words)] == []


@anything
@given(st.one_of(entries))
def test_a_kind_with_one_text_has_it_exactly(entry: Entry) -> None:
    (first, *others) = fields_said(entry)
    if not others and isinstance(getattr(entry, first), str):
        assert markdown.render(entry).endswith(f"\n---\n\n{getattr(entry, first)}")


CHOICES = ("reading", "authority", "score", "what", "lasted", "competency", "landing")


def texts(value: object) -> list[str]:
    """Every text in a value, however deep, but for what is one word of a few."""
    if isinstance(value, dict):
        return [each for key, item in value.items() if key not in CHOICES for each in texts(item)]
    if isinstance(value, list):
        return [each for item in value for each in texts(item)]
    return [value] if isinstance(value, str) else []


def without_indents(text: str) -> str:
    """The lines of an item of a list stand below each other."""
    return re.sub("(\r\n|\r|\n) *", "\\1", text)


@anything
@given(records)
def test_the_head_holds_nothing_that_yaml_cannot_read(given: AnyRecord) -> None:
    rendered = markdown.render(given)
    head = rendered[: len(rendered) - len(body(given))]
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


HEAD = """---
id: "{id}"
kind: "{kind}"
date: "2026-03-12"
created_at: "2026-03-12T10:00:00Z"
updated_at: "2026-03-12T10:00:00Z"
private: true
"""
LOOKS = {
    Person: """name: "Ann Lee"
role: "Data analyst · 分析"
since: "2023-09"
until: "2026-12-31"
archived_on: "2026-03-19"
trust_on: "2026-03-12"
trust_note: "Asked over lunch."
rhythm: {"cadence": "fortnightly", "first": "2026-03-12", "time": "14:00", "minutes": 45}
earlier_names: ["Jonas"]
---

Say what it is for,
and leave the how to me.""",
    Agreement: """person: "Ann Lee"
look_again_on: "2026-05-07"
---

## I will

- I ask before I read along.
- I answer within a day.

## They will

- She says early when it slips.

## How we signal that it slips

“Yellow” in the subject.""",
    OneOnOne: """person: "Ann Lee"
state: "held"
time: "14:00"
minutes: 45
planned_for: "2026-03-05"
moved_from: ["2026-03-05", "2026-03-11"]
involvement: "too-much"
---

## Notes for both

About a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5:

She drafts it,
I read it once.

Holiday in May.

## Private notes

I was short with her.""",
    Practice: """name: "Copied on every mail"
rhythm: "Daily"
decision: "loosen"
decision_note: "Only where money is named."
look_again_on: "2026-05-07"
checklist: "a9a9a9a9a9a9a9a9a9a9a9a9a9a9a9a9"
---

## Whom it serves

Me, when a client calls

## How it reads

- Ann Lee, 2026-03-12: distrust
  You read along.
- Bo, 2026-03-12: not asked
- Somebody who is not in the journal, 2026-03-05: care
  Somebody is there.""",
    Checklist: """name: "Before a report goes out"
owner: "李雷"
---

## Version 2, from 2026-03-12 on

A figure was from last year.

1. Read it aloud
2. Check the date of each figure
   Second pair of eyes: Bo

## Version 1, from 2026-03-05 on

1. Read it aloud
   Second pair of eyes: Bo""",
    Delegation: """title: "Board metrics"
person: "Ann Lee"
work: "Reporting"
handed_over_on: "2026-03-12"
earlier: [{"until": "2026-03-13", "brief": {"done": ["Six pages"], \
"why": "The numbers are no news; what they mean is.", \
"support": "Two check-ins,\\nand I bring no edits.", "may_decide": "Pages, order, wording", "may_spend": "Up to €400", \
"authority": "decide-with-me", \
"check_ins": [{"on": "2026-03-19", "time": "14:00", "minutes": 30}, {"on": "2026-03-26"}], \
"due_on": "2026-04-02", "due_time": "12:00", "second_eyes": "Nadia, the figures, by the 17th", \
"checklist": "a9a9a9a9a9a9a9a9a9a9a9a9a9a9a9a9"}}]
likelihood: 7
quality: 3
---

## What done looks like

- Six pages, to the board list
- One sentence first: what changed

## Why them, and what they will learn

The numbers are no news; what they mean is.

## Support we agreed

Two check-ins,
and I bring no edits.

## How much is theirs to decide

Decide with me

## What they may decide

Pages, order, wording

## What they may spend

Up to €400

## Check-ins

- 2026-03-19 14:00, 30 minutes
- 2026-03-26

## Due

2026-04-02 12:00

## Second pair of eyes

Nadia, the figures, by the 17th

## Checklist

a9a9a9a9a9a9a9a9a9a9a9a9a9a9a9a9

## What I fear

They ask about churn,
and I sit there.""",
    Debrief: """delegation: "acacacacacacacacacacacacacacacac"
involvement: "right"
came_true: "no"
quality: 4
closed_on: "2026-03-26"
---

## What done looked like

- Six pages: met
- One sentence first

## What helped

The template.

## What broke

Finance heard of it late.

## My part in it

I never said whom to ask.

## What did happen

Nobody mentioned churn.

## What changes

- Checklist: Add who asks finance
  Made in a9a9a9a9a9a9a9a9a9a9a9a9a9a9a9a9
  Asked about on 2026-05-07
  It held
- Level: Decide and tell me""",
    OwnQuestion: """competency: "trust"
minutes: 9
replaces: "what-trust-looks-like"
retired: true
---

## The question

What is trust to you, on a Tuesday?

## Why to ask it

An answer about a day says more than one about a virtue.

## Follow up with

- Who was it?
- How did you know,
  without looking?

## Listen for

- A person, a date

## Watch for

- Only “they left me alone”

## What each rating means

1. Trust means not being checked.
   not being checked
2. Describes being trusted, little about trusting.
   being trusted
3. One real case, with what was agreed.
   one real case
4. Names the check, the risk and the repair.
   check, risk, repair""",
    Kit: """role: "Support engineer · 支持"
minutes: 45
---

## What is asked

1. Welcome, and how this works
   Opening · 5 minutes
2. What is trust to you?
   Question · 9 minutes · what-trust-looks-like
3. Their questions
   Closing · 7 minutes""",
    Interview: """kit: "c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0"
candidate: "C"
at: 1
finished_on: "2026-03-12"
recommendation: "strong-yes"
hired: "Ann Lee"
---

## 1. Trust

What is trust to you?

Question · 9 minutes · 8:31 taken · not asked · what-trust-looks-like

- Who was it? (asked)
- When?

### What was said and done

Sam owned escalations.
One message at 02:00.

### Rating: 4

1. Trust means not being checked.
   not being checked
2. Describes being trusted, little about trusting.
   being trusted
3. One real case, with what was agreed.
   one real case
4. Names the check, the risk and the repair.
   check, risk, repair

## 2. Closing

Their questions

Closing · 7 minutes

## How we work, and how it lands

- Copied on every mail: Reads it as distrust
  At my last place that meant you were being managed out.
  About a8a8a8a8a8a8a8a8a8a8a8a8a8a8a8a8
- Checklists

## Reason for the recommendation

Told it early, twice.""",
    Alignment: """person: "Ann Lee"
---

## How we work, and how it lands

- Copied on every mail: Neutral
  Fine by now.
  About a8a8a8a8a8a8a8a8a8a8a8a8a8a8a8a8

## Looked at again

- 2026-03-19, done on 2026-03-26
  Half of them have gone.
- 2026-05-07""",
    Preparation: """role: "Head of support"
---

## Question 1

What is trust to you?

3 minutes · what-trust-looks-like

The week in which I left the rota alone,
and said so.

From aeaeaeaeaeaeaeaeaeaeaeaeaeaeaeae

## Aloud

- 2026-03-12: 2:50, 0:00
  Too long before the point.""",
}


@pytest.mark.parametrize("make", LOOKS, ids=lambda make: str(make.__name__))
def test_what_a_kind_with_several_texts_looks_like(make: type[Entry]) -> None:
    given = next(each for each in full_entries() if type(each) is make)
    kind = kind_of(given).name
    assert markdown.render(given) == HEAD.format(id=given.id, kind=kind) + LOOKS[make]


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
