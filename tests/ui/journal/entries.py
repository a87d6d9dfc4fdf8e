"""A journal to look at: a day's entry every third day, and one that has everything."""

from datetime import date, timedelta

from app.reflections.model import Commitment, Outcome, Pillar, PullKind, Reflection
from tests.app.reflections.journals import new_id, reflection

NEWEST = date(2026, 3, 9)


def entries(count: int, newest: date = NEWEST) -> list[Reflection]:
    """So many, newest first, three days apart, told apart by their words."""
    pillars, people = list(Pillar), ("Jonas", "Aiko")
    return [
        reflection(
            f"Entry {number}.",
            newest - timedelta(days=3 * number),
            pillar=pillars[number % 3],
            pull=number % 11,
            people=(people[number % 2],),
            tags=("even",) if number % 2 == 0 else (),
            private=number % 10 == 0,
        )
        for number in range(count)
    ]


def full_entry() -> Reflection:
    """One with something in every field."""
    plan = Commitment(
        id=new_id(),
        when="I want to open the draft",
        will="write the worry here first",
        person="Tomás",
        outcome=Outcome.PARTLY,
        outcome_note="I wrote it down.",
        followed_up_on=NEWEST,
    )
    return reflection(
        "Me, standing next to it.\n\nJonas noticed.",
        date(2026, 2, 27),
        plan,
        time="17:51",
        zone="Europe/Berlin",
        notice="I opened his file just to look.",
        pillar=Pillar.TRUST,
        pull=8,
        pull_kind=PullKind.REDO,
        people=("Jonas",),
        tags=("writing", "silence"),
    )
