"""Practices, checklists and runs made in one line."""

from typing import Any

from app.practices.model import Checklist, Practice, Reaction, Reading, Run, Step, Version
from tests.app.reflections.journals import NOW, TODAY, new_id


def practice(name: str = "Second pair of eyes", **more: Any) -> Practice:
    return Practice(**{"id": new_id(), "date": TODAY, "created_at": NOW, "updated_at": NOW, "name": name, **more})


def reaction(person: str | None, reading: Reading, words: str = "", **more: Any) -> Reaction:
    return Reaction(**{"person": person, "reading": reading, "words": words, "date": TODAY, **more})


def steps(*texts: str) -> tuple[Step, ...]:
    return tuple(Step(text=each) for each in texts)


def checklist(*versions: tuple[Step, ...], name: str = "Monthly report", **more: Any) -> Checklist:
    made = tuple(Version(date=TODAY, steps=each) for each in versions)
    given = {"id": new_id(), "date": TODAY, "created_at": NOW, "updated_at": NOW, "name": name, "versions": made}
    return Checklist(**{**given, **more})


def run(of: Checklist, **more: Any) -> Run:
    given = {"id": new_id(), "date": TODAY, "created_at": NOW, "updated_at": NOW, "checklist": of.id}
    return Run(**{**given, "version": len(of.versions), **more})
