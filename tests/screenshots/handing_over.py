"""Drafts of hand-overs to take pictures of, and how to get to each of their steps."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import partial
from itertools import cycle
from typing import Any

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.delegation.model import Brief, CheckIn, Delegation, TouchKind
from app.journal import Journal
from app.people.model import Authority
from app.reflections.model import Filter
from ui.debrief.page import DebriefPage
from ui.handover.page import HandOverPage
from ui.handover.steps import Step
from ui.reference import DEBRIEF, HANDOVER, Reference
from ui.shell.inside import Inside

_NOW = datetime.now(UTC).replace(microsecond=0)
_TODAY = date.today()  # noqa: DTZ011  the day on the wall
_WEEK = timedelta(days=7)
_FULL, _HALF = (f"{number:032x}" for number in (0xDE1E6A7E1, 0xDE1E6A7E2))
_BRIEF = Brief(
    done=(
        "Six pages, to the board list by 20 April",
        "One sentence first: what changed and why",
        "Figures match the finance ledger",
    ),
    why="You can already build the numbers. This one is for learning to say what they mean.",
    support="Two check-ins. You bring questions, I bring no edits.",
    may_decide="Pages, order, wording",
    may_spend="up to €400",
    authority=Authority.DECIDE_WITH_ME,
)
_WHOLE = replace(
    _BRIEF,
    check_ins=(CheckIn(on=_TODAY + _WEEK, minutes=30), CheckIn(on=_TODAY + 2 * _WEEK, time="10:30", minutes=30)),
    due_on=_TODAY + 4 * _WEEK,
    due_time="12:00",
    second_eyes="Nadia in finance, the figures, by the 17th.",
)
_NAME = "Wolfeschlegelsteinhausenbergerdorff von und zu Hohenlohe-Sch"


def fill(journal: Journal, kind: str, hostile: tuple[str, ...]) -> None:
    """Two drafts, one of them as far as the fourth step; in the hostile journal with what breaks screens."""
    if kind == "empty":
        return
    lists = journal.checklists.find(Filter())
    brief = replace(_WHOLE, checklist=lists[-1].id if lists else None)
    full = _draft(_FULL, brief, fear="The board asks about churn, he has no answer, and I sit there.")
    if kind == "hostile":
        said = [" ".join(each.split())[:400] for each in hostile]
        brief = replace(brief, done=tuple(said[:5]), why="\n".join(hostile)[:4000], support=said[4] * 5)
        brief = replace(brief, may_decide=said[1], may_spend=said[4], second_eyes=said[5])
        full = _draft(_FULL, brief, title=said[4][:120], person=_NAME, work=said[3][:120], fear="\n".join(hostile))
    for each in (full, _draft(_HALF, _BRIEF, likelihood=None, quality=None)):
        journal.delegations.save(each, _NOW)


def _draft(id: str, brief: Brief, **more: Any) -> Delegation:
    known = {"title": "Board metrics report, April", "person": "Jonas", "work": "Reporting", "brief": brief}
    given = {"id": id, "date": _TODAY, "created_at": _NOW, "updated_at": _NOW, "likelihood": 7, "quality": 3}
    return Delegation(**{**given, **known, **more})


def _open(inside: Inside, id: str, step: Step | None) -> HandOverPage:
    inside.workspace.open(Reference(HANDOVER, id))
    page = inside.workspace.current
    assert isinstance(page, HandOverPage)
    for _ in range(100):
        QApplication.processEvents()
        if page.presenter.delegation.id == id:
            break
        QTest.qWait(10)
    page.presenter.turn(step)
    page.steps.focus_open()
    QTest.qWait(80)
    return page


def _begin(inside: Inside) -> None:
    inside.run(HANDOVER)
    QTest.qWait(150)


def _given(inside: Inside) -> None:
    _open(inside, _FULL, Step.FEAR).presenter.hand_over()
    QTest.qWait(150)


def _debrief(inside: Inside, *, scored: bool) -> None:
    answers: list[str] = []
    inside._session.read(inside, _delivered, answers.append)
    while not answers:
        QApplication.processEvents()
    inside.workspace.open(Reference(DEBRIEF, answers[0]))
    page = inside.workspace.current
    assert isinstance(page, DebriefPage)
    QTest.qWait(150)
    if scored:
        _talk(page)


def _bare(inside: Inside) -> None:
    """One of which next to nothing was said."""

    def find(journal: Journal) -> str:
        every = journal.delegations.find(Filter())
        return next((each.id for each in every if not each.brief.done and each.handed_over_on), _FULL)

    answers: list[str] = []
    inside._session.read(inside, find, answers.append)
    while not answers:
        QApplication.processEvents()
    inside.workspace.open(Reference(DEBRIEF, answers[0]))
    QTest.qWait(150)


def _closed(inside: Inside) -> None:
    _debrief(inside, scored=False)
    page = inside.workspace.current
    assert isinstance(page, DebriefPage)
    for choice in page.points.choices:
        choice.choose("not-met")
        choice.chosen.emit("not-met")
    _talk(page, scores=())
    page.presenter.close()
    QTest.qWait(200)


def _talk(page: DebriefPage, scores: tuple[str, ...] = ("met", "partly")) -> None:
    for choice, score in zip(page.points.choices, cycle(scores), strict=False):
        choice.choose(score)
        choice.chosen.emit(score)
    for area in (page.process.helped, page.process.broke, page.process.part, page.beside.slots[0].line):
        area.selectAll()
    page.process.helped.insertPlainText("Giving the reason for the cap. They needed no second round.")
    page.process.broke.insertPlainText("Legal got it late: nobody had written down who asks them.")
    page.process.part.insertPlainText("I assumed they knew to ask legal, and I never said so.")
    slot = page.beside.slots[0]
    slot.kind.show_name("Checklist")
    slot.line.insertPlainText("Policy change: add “who asks legal, and when”")
    page.flush()
    QTest.qWait(150)


def _delivered(journal: Journal) -> str:
    """One that is delivered and not talked through; without one, the draft."""
    delivered = [each.delegation for each in journal.touches.find(Filter()) if each.what is TouchKind.DELIVERED]
    talked = {each.delegation for each in journal.debriefs.find(Filter()) if each.closed_on is not None}
    return next((each for each in delivered if each not in talked), _FULL)


SCENES: list[tuple[str, Callable[[Inside], object]]] = [
    ("handover-new", _begin),
    ("handover-done", partial(_open, id=_HALF, step=Step.DONE)),
    ("handover-why", partial(_open, id=_FULL, step=Step.WHY)),
    ("handover-level", partial(_open, id=_HALF, step=Step.THEIRS)),
    ("handover-meetings", partial(_open, id=_FULL, step=Step.MEETINGS)),
    ("handover-eyes", partial(_open, id=_FULL, step=Step.EYES)),
    ("handover-last", partial(_open, id=_FULL, step=Step.FEAR)),
    ("handover-closed", partial(_open, id=_FULL, step=None)),
    ("debrief", partial(_debrief, scored=False)),
    ("debrief-scored", partial(_debrief, scored=True)),
    ("debrief-closed", _closed),
    ("debrief-bare", _bare),
    ("handover-given", _given),
]
