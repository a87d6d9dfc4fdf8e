"""Reflections and packs made in one line, and a finished PDF read back by other people's tools."""

import subprocess
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path
from typing import Any

from app.pack.contents import Entry, Options, Pack, Paper, Plan
from app.reflections.model import Commitment, Content, Outcome, Reflection

SINCE, UNTIL = date(2026, 2, 1), date(2026, 3, 10)
_WRITTEN = datetime(2026, 3, 10, 20, tzinfo=UTC)
_ids = count(1)


def new_id() -> str:
    return f"{next(_ids):032x}"


def reflection(day: date = date(2026, 3, 3), *, commitments: tuple[Commitment, ...] = (), **content: Any) -> Reflection:
    return Reflection(
        id=new_id(),
        content=Content(date=day, **content),
        created_at=_WRITTEN,
        updated_at=_WRITTEN,
        commitments=commitments,
    )


def commitment(
    when: str, will: str, person: str | None = None, outcome: Outcome | None = None, note: str = ""
) -> Commitment:
    followed_up_on = date(2026, 3, 5) if outcome else None
    return Commitment(
        id=new_id(),
        when=when,
        will=will,
        person=person,
        outcome=outcome,
        outcome_note=note,
        followed_up_on=followed_up_on,
    )


def options(**given: Any) -> Options:
    return Options(**{"since": SINCE, "until": UNTIL, "prepared_on": UNTIL, **given})


def entry(text: str, notice: str = "", tags: tuple[str, ...] = (), people: tuple[str, ...] = ()) -> Entry:
    return Entry(
        day=date(2026, 3, 3),
        pillar=None,
        pull=None,
        pull_kind=None,
        people=people,
        tags=tags,
        notice=notice,
        text=text,
    )


def pack(
    *entries: Entry, wish: str = "", plans: tuple[Plan, ...] = (), left_out: int = 0, paper: Paper = Paper.A4
) -> Pack:
    return Pack(
        since=SINCE,
        until=UNTIL,
        prepared_on=UNTIL,
        paper=paper,
        wish=wish,
        plans=plans,
        entries=entries,
        left_out=left_out,
    )


def read(tool: str, *arguments: str | Path) -> str:
    done = subprocess.run([tool, *arguments], capture_output=True, check=True)
    assert not done.stderr, "a reader found fault with the file"
    return done.stdout.decode("utf-8")


def text_of(path: Path) -> str:
    """The text as it stands on the pages, blanks and line ends single."""
    return " ".join(read("pdftotext", "-raw", path, "-").split())
