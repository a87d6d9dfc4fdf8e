"""One record of every kind that is kept by its shape, every field of it filled: for journals that stay for ever."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

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
    Instead,
    Lasted,
    Legitimate,
    Score,
    Scored,
    Touch,
    TouchKind,
)
from app.one_on_ones.model import FollowUp, Involvement, Note, OneOnOne, State, Topic
from app.people.model import Agreement, Authority, Cadence, Feedback, Level, Person, Rhythm, Side
from app.practices.model import Checklist, Decision, Mark, Practice, Reaction, Reading, Run, Step, Version
from app.records.entry import Entry
from app.reflections.model import Pillar

_DAY = date(2026, 3, 12)
_WEEK = timedelta(days=7)
_AT = datetime(2026, 3, 12, 10, 0, tzinfo=UTC)
_ANN = "Ann Lee"
_BRIEF = Brief(
    done=("Six pages, to the board list", "One sentence first: what changed"),
    why="The numbers are no news; what they mean is.",
    support="Two check-ins,\nand I bring no edits.",
    may_decide="Pages, order, wording",
    may_spend="Up to €400",
    authority=Authority.DECIDE_WITH_ME,
    check_ins=(CheckIn(on=_DAY + _WEEK, time="14:00", minutes=30), CheckIn(on=_DAY + 2 * _WEEK)),
    due_on=_DAY + 3 * _WEEK,
    due_time="12:00",
    second_eyes="Nadia, the figures, by the 17th",
    checklist="a9" * 16,
)


def _id(number: int) -> str:
    return f"{number:02x}" * 16


def entries() -> list[Entry]:
    """Ann Lee has a record, and so has Åsa, in the trash; Bo and 李雷 are names and nothing else."""
    kept: dict[str, Any] = {"date": _DAY, "created_at": _AT, "updated_at": _AT}
    return [
        Person(
            id=_id(0xA0),
            **kept,
            name=_ANN,
            role="Data analyst · 分析",
            since="2023-09",
            until="2026-12-31",
            archived_on=_DAY + _WEEK,
            trust="Say what it is for,\nand leave the how to me.",
            trust_on=_DAY,
            trust_note="Asked over lunch.",
            rhythm=Rhythm(cadence=Cadence.FORTNIGHTLY, first=_DAY, time="14:00", minutes=45),
            earlier_names=("Jonas",),
            private=True,
        ),
        Person(id=_id(0xA1), **kept, name="Åsa", deleted_at=_AT + timedelta(hours=1)),
        Agreement(
            id=_id(0xA2),
            **kept,
            person=_ANN,
            mine=("I ask before I read along.", "I answer within a day."),
            theirs=("She says early when it slips.",),
            signal="“Yellow” in the subject.",
            look_again_on=_DAY + 8 * _WEEK,
            private=True,
        ),
        Feedback(
            id=_id(0xA3),
            **kept,
            person=_ANN,
            giver=Side.THEM,
            text="You finished my sentence twice.",
            asked=True,
            pillar=Pillar.RESPECT,
            private=True,
        ),
        Level(
            id=_id(0xA4),
            **kept,
            person=_ANN,
            work="Board report",
            authority=Authority.DECIDE_AND_TELL_ME,
            note="From April on.",
            private=True,
        ),
        Topic(
            id=_id(0xA5),
            **kept,
            person=_ANN,
            raised_by=Side.THEM,
            text="Who the report is for",
            about=_id(0xA8),
            closed_on=_DAY + _WEEK,
            answer="For the board alone.",
            private=True,
        ),
        FollowUp(
            id=_id(0xA6),
            **kept,
            person=_ANN,
            owner=Side.ME,
            text="Ask finance for the figures",
            due_on=_DAY + _WEEK,
            done_on=_DAY + _WEEK,
            one_on_one=_id(0xA7),
            private=True,
        ),
        OneOnOne(
            id=_id(0xA7),
            **kept,
            person=_ANN,
            state=State.HELD,
            time="14:00",
            minutes=45,
            planned_for=_DAY - _WEEK,
            moved_from=(_DAY - _WEEK, _DAY - timedelta(days=1)),
            notes=(Note(about=_id(0xA5), text="She drafts it,\nI read it once."), Note(text="Holiday in May.")),
            private_notes="I was short with her.",
            involvement=Involvement.TOO_MUCH,
            private=True,
        ),
        Practice(
            id=_id(0xA8),
            **kept,
            name="Copied on every mail",
            rhythm="Daily",
            serves="Me, when a client calls",
            decision=Decision.LOOSEN,
            decision_note="Only where money is named.",
            look_again_on=_DAY + 8 * _WEEK,
            checklist=_id(0xA9),
            reactions=(
                Reaction(person=_ANN, reading=Reading.DISTRUST, words="You read along.", date=_DAY),
                Reaction(person="Bo", reading=Reading.NOT_ASKED, date=_DAY),
                Reaction(reading=Reading.CARE, words="Somebody is there.", date=_DAY - _WEEK),
            ),
            private=True,
        ),
        Checklist(
            id=_id(0xA9),
            **kept,
            name="Before a report goes out",
            owner="李雷",
            versions=(
                Version(date=_DAY - _WEEK, steps=(Step(text="Read it aloud", second_eyes="Bo"),)),
                Version(
                    date=_DAY,
                    reason="A figure was from last year.",
                    steps=(Step(text="Read it aloud"), Step(text="Check the date of each figure", second_eyes="Bo")),
                ),
            ),
            private=True,
        ),
        Run(
            id=_id(0xAA),
            **kept,
            checklist=_id(0xA9),
            version=2,
            by=_ANN,
            marks=(Mark.FILLED, Mark.LEFT_OUT),
            finished_on=_DAY + _WEEK,
            note="No figures in this one.",
            private=True,
        ),
        HeldTask(
            id=_id(0xAB),
            **kept,
            title="Quarterly plan, first draft",
            work="Planning",
            minutes_a_month=360,
            why="I know where the numbers come from.",
            person=_ANN,
            delegation=_id(0xAC),
            private=True,
        ),
        Delegation(
            id=_id(0xAC),
            **kept,
            title="Board metrics",
            person=_ANN,
            work="Reporting",
            handed_over_on=_DAY,
            brief=_BRIEF,
            earlier=(EarlierBrief(until=_DAY + timedelta(days=1), brief=replace(_BRIEF, done=("Six pages",))),),
            fear="They ask about churn,\nand I sit there.",
            likelihood=7,
            quality=3,
            private=True,
        ),
        Touch(
            id=_id(0xAD),
            **kept,
            delegation=_id(0xAC),
            what=TouchKind.TOOK_BACK,
            note="A wrong axis",
            minutes=25,
            reason=Legitimate.FIXED_DATE,
            instead=Instead.PAIR,
            private=True,
        ),
        Debrief(
            id=_id(0xAE),
            **kept,
            delegation=_id(0xAC),
            points=(Scored(point="Six pages", score=Score.MET), Scored(point="One sentence first")),
            helped="The template.",
            broke="Finance heard of it late.",
            my_part="I never said whom to ask.",
            involvement=Involvement.RIGHT,
            happened="Nobody mentioned churn.",
            came_true=CameTrue.NO,
            quality=4,
            changes=(
                Change(
                    what=ChangeKind.CHECKLIST,
                    text="Add who asks finance",
                    about=_id(0xA9),
                    lasted=Lasted.HELD,
                    asked_on=_DAY + 8 * _WEEK,
                ),
                Change(what=ChangeKind.LEVEL, text="Decide and tell me"),
            ),
            closed_on=_DAY + 2 * _WEEK,
            private=True,
        ),
    ]
