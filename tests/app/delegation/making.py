"""Held tasks, delegations, touches and debriefs made in one line, and whole journals of them made at random."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from app.delegation.model import (
    Brief,
    CameTrue,
    Change,
    ChangeKind,
    CheckIn,
    Debrief,
    Delegation,
    EarlierBrief,
    HeldTask,
    Lasted,
    Legitimate,
    Score,
    Scored,
    Touch,
    TouchKind,
)
from app.people.model import Authority, Level
from tests.app.reflections.journals import NOW, TODAY, new_id

DAY = timedelta(days=1)
EDGES = [date.min, date.min + DAY, date.max - DAY, date.max]


def _new(**given: Any) -> dict[str, Any]:
    return {"id": new_id(), "date": TODAY, "created_at": NOW, "updated_at": NOW, **given}


def held(title: str = "Monthly report", **more: Any) -> HeldTask:
    return HeldTask(**_new(title=title, **more))


def delegation(
    person: str | None = "Jonas", begun: date | None = TODAY, work: str = "Reporting", **more: Any
) -> Delegation:
    given = {"title": "Board metrics", "person": person, "work": work, "handed_over_on": begun, "date": begun or TODAY}
    return Delegation(**_new(**{**given, **more}))


def brief(*check_ins: date, **more: Any) -> Brief:
    return Brief(check_ins=tuple(CheckIn(on=each) for each in check_ins), **more)


def touch(of: Delegation, what: TouchKind, day: date, **more: Any) -> Touch:
    return Touch(**_new(delegation=of.id, what=what, date=day, **more))


def debrief(of: Delegation, closed: date | None, *scores: Score | None, **more: Any) -> Debrief:
    points = tuple(Scored(point="It is done", score=each) for each in scores)
    return Debrief(
        **_new(**{"delegation": of.id, "date": closed or TODAY, "points": points, "closed_on": closed, **more})
    )


@dataclass(frozen=True)
class Written:
    """What somebody wrote about handing work over."""

    held: list[HeldTask]
    delegations: list[Delegation]
    touches: list[Touch]
    debriefs: list[Debrief]
    levels: list[Level]


# So that much falls on one day, and enough 30 or 60 days apart, or just not.
_ago = st.integers(-8, 0) | st.sampled_from([0, -1, -25, -30, -31, -55, -60, -61, -90]) | st.integers(-150, 10)
days = _ago.map(lambda ago: TODAY + ago * DAY) | st.sampled_from(EDGES)
begun = st.integers(-150, -30).map(lambda ago: TODAY + ago * DAY)
works = st.sampled_from(["Reporting", " reporting", "Reporting  ", "Rota", ""])
names = st.sampled_from(["Jonas", "Jonas", "Jonas", "Priya", None])
reasons = st.sampled_from([None, None, None, *Legitimate])
scores = st.sampled_from([[Score.MET], [Score.NOT_MET]]) | st.lists(st.none() | st.sampled_from(Score), max_size=3)
TURNS = (TouchKind.TOOK_BACK, TouchKind.HANDED_BACK, TouchKind.DELIVERED)
kinds = st.sampled_from(TouchKind) | st.sampled_from(TURNS)
_authorities = st.none() | st.sampled_from(Authority)
_changes = st.builds(
    Change,
    what=st.just(ChangeKind.LEVEL),
    text=st.sampled_from(["", "Say it first"]),
    lasted=st.none() | st.sampled_from(Lasted),
)
_earlier = st.builds(EarlierBrief, until=days, brief=st.builds(Brief, authority=_authorities))


@st.composite
def touches_of(draw: st.DrawFn, of: Delegation, most: int = 12) -> list[Touch]:
    made = st.builds(
        lambda what, day, reason, minutes: touch(
            of, what, day, reason=reason if what is TouchKind.TOOK_BACK else None, minutes=minutes
        ),
        kinds,
        days,
        reasons,
        st.none() | st.integers(1, 90),
    )
    number = draw(st.integers(0, most))
    return draw(st.lists(made, min_size=number, max_size=number))


@st.composite
def delegations_made(draw: st.DrawFn) -> Delegation:
    told = Brief(
        check_ins=tuple(CheckIn(on=each) for each in draw(st.lists(days, max_size=3))),
        due_on=draw(st.none() | days),
        authority=draw(_authorities),
    )
    return delegation(
        draw(names),
        draw(st.none() | days | begun | begun),
        draw(works),
        brief=told,
        earlier=tuple(draw(st.lists(_earlier, max_size=2))),
        fear=draw(st.sampled_from(["", "They will ask"])),
        likelihood=draw(st.none() | st.integers(0, 10)),
        quality=draw(st.none() | st.integers(1, 5)),
    )


@st.composite
def debriefs_of(draw: st.DrawFn, of: Delegation) -> Debrief:
    return debrief(
        of,
        draw(st.none() | days),
        *draw(scores),
        came_true=draw(st.none() | st.sampled_from(CameTrue)),
        quality=draw(st.none() | st.integers(1, 5)),
        date=draw(days),
        changes=tuple(draw(st.lists(_changes, max_size=1))),
    )


@st.composite
def journals(draw: st.DrawFn) -> Written:
    number = draw(st.integers(0, 5))
    given = draw(st.lists(delegations_made(), min_size=number, max_size=number))
    ids = st.none() | st.sampled_from([each.id for each in given]) if given else st.none()
    tasks = st.builds(
        lambda work, day, minutes, where: held(work=work, date=day, minutes_a_month=minutes, delegation=where),
        works,
        days,
        st.none() | st.integers(0, 900),
        ids,
    )
    levels = st.builds(
        lambda person, work, authority, day: Level(**_new(person=person, work=work, authority=authority, date=day)),
        st.sampled_from(["Jonas", "Priya"]),
        works,
        _authorities,
        days,
    )
    return Written(
        held=draw(st.lists(tasks, max_size=4)),
        delegations=given,
        touches=[each for of in given for each in draw(touches_of(of))],
        debriefs=[each for of in given for each in draw(st.lists(debriefs_of(of), max_size=2))],
        levels=draw(st.lists(levels, max_size=4)),
    )
