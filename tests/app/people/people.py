"""People and what is kept about working with them, made in one line."""

from datetime import date
from typing import Any

from app.people.model import Agreement, Authority, Feedback, Level, Person, Side
from tests.app.reflections.journals import NOW, TODAY, new_id


def person(name: str = "Jonas", **more: Any) -> Person:
    return Person(id=new_id(), date=TODAY, name=name, created_at=NOW, updated_at=NOW, **more)


def agreement(day: date = TODAY, name: str = "Jonas", **more: Any) -> Agreement:
    return Agreement(id=new_id(), date=day, person=name, created_at=NOW, updated_at=NOW, **more)


def level(work: str, authority: Authority | None, day: date = TODAY, name: str = "Jonas", note: str = "") -> Level:
    return Level(
        id=new_id(), date=day, person=name, work=work, authority=authority, note=note, created_at=NOW, updated_at=NOW
    )


def feedback(text: str, day: date = TODAY, name: str = "Jonas", giver: Side = Side.ME, **more: Any) -> Feedback:
    return Feedback(id=new_id(), date=day, person=name, giver=giver, text=text, created_at=NOW, updated_at=NOW, **more)
