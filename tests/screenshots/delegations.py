"""Delegations with their ropes to take pictures of, and how to get there."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.delegation.model import (
    Brief,
    Change,
    ChangeKind,
    CheckIn,
    Debrief,
    Delegation,
    EarlierBrief,
    HeldTask,
    Legitimate,
    Score,
    Scored,
    Touch,
)
from app.delegation.model import TouchKind as Kind
from app.journal import Journal
from app.people.model import Authority
from ui.delegation.page import DelegationPage
from ui.shell.inside import Inside

_NOW = datetime.now(UTC).replace(microsecond=0)
_TODAY = date.today()  # noqa: DTZ011  the day on the wall
_ids = count(1)
_MANY = (Kind.HELD, Kind.EDITED, Kind.DROPPED_IN, Kind.ASKED, Kind.AGREED_CHECK_IN, Kind.MISTAKE)
_REFUND = (
    *((Kind.HELD, 22), (Kind.DROPPED_IN, 18), (Kind.HELD, 13), (Kind.AGREED_CHECK_IN, 10), (Kind.NOTE, 8)),
    *((Kind.HELD, 6), (Kind.DELIVERED, 4)),
)
_What = Sequence[tuple[Kind, int]]  # what happened, so many days ago


def fill(journal: Journal, kind: str, texts: Sequence[str], names: Sequence[str]) -> None:
    """Puts held tasks and delegations into the journal of that kind."""
    if kind == "real":
        _fill_real(journal)
    elif kind == "hostile":
        _fill_hostile(journal, texts, names)


def _fill_real(journal: Journal) -> None:
    why = "Nobody has seen all of the numbers but me."
    held = (
        HeldTask(
            title="Quarterly plan, first draft", work="Planning", minutes_a_month=360, why=why, **_entry(_ago(70))
        ),
        HeldTask(title="Design review sign-off", work="Review", person="Priya", **_entry(_ago(40))),
    )
    journal.held_tasks.add_all(held, _NOW)
    told = Brief(
        done=(
            f"Six pages, sent to the board list by {_ago(-9):%d %B}, noon",
            "One sentence on page one: what changed and why",
            "Figures match the finance ledger",
        ),
        why="He can already build the numbers. This is where he learns to say what they mean.",
        support="Three check-ins. He brings questions, I bring no edits.",
        may_decide="Pages, order and wording, up to €400.",
        authority=Authority.DECIDE_WITH_ME,
        check_ins=(CheckIn(on=_ago(7)), CheckIn(on=_TODAY, time="14:00"), CheckIn(on=_ago(-6))),
        due_on=_ago(-9),
        second_eyes="Nadia reads the figures.",
    )
    fear = {"fear": "The board asks about churn and he has no answer.", "likelihood": 7, "quality": 3}
    before = (EarlierBrief(until=_ago(7), brief=Brief(why=told.why, due_on=_ago(-5))),)
    what = (
        (Kind.DROPPED_IN, 11),
        (Kind.AGREED_CHECK_IN, 7),
        (Kind.TOOK_BACK, 6),
        (Kind.HANDED_BACK, 4),
        (Kind.HELD, 1),
    )
    _add(journal, ("Board metrics report, March", "Jonas", "Reporting"), 14, told, what, **fear, earlier=before)
    once = "Only this once."
    kept = HeldTask(title="Board report, notes", work="Reporting", why=once, minutes_a_month=390, **_entry(_ago(35)))
    journal.held_tasks.add_all([kept], _NOW)
    for title, ago in (("Board metrics report, February", 46), ("Board metrics report, January", 100)):
        _add(journal, (title, "Jonas", "Reporting"), ago + 12, _due(ago - 2), ((Kind.TOOK_BACK, ago),))
    _add(journal, ("On-call rota", "Tomás", "Rota"), 20, _due(-3), ((Kind.HELD, 6),))
    crowd = tuple((_MANY[at % 6], 9 - at // 14) for at in range(40))
    _add(journal, ("Onboarding emails", "Priya", "Writing"), 16, _due(-17), crowd)
    _add(journal, ("Vendor comparison", "Aiko", "Research"), 0, Brief(), ((Kind.HELD, 0),))
    _add(journal, ("Access review", "Ravi", "Security"), 40, _due(5), ((Kind.ASKED, 20), (Kind.MISTAKE, 9)))
    _add(journal, ("Refund policy rewrite", "Tomás", "Writing"), 30, _due(2), _REFUND)
    for title, ago in (("Billing export fix", 18), ("Search ranking trial", 32)):
        made = _add(journal, (title, "Aiko", "Fixes"), ago + 20, _due(ago), ((Kind.DELIVERED, ago + 2),))
        _talk(journal, made, ago, Score.MET)
    made = _add(journal, ("Returns page", "Tomás", "Writing"), 70, _due(50), ((Kind.DELIVERED, 52),))
    _talk(journal, made, 48, Score.NOT_MET)
    twice = (
        (Kind.TOOK_BACK, 50),
        (Kind.HANDED_BACK, 47),
        (Kind.TOOK_BACK, 40),
        (Kind.HANDED_BACK, 33),
        (Kind.TOOK_BACK, 30),
    )
    _add(journal, ("Pricing page copy", "Priya", "Writing"), 60, _due(25), twice)
    _add(journal, ("Team offsite, agenda", "Emil", "Planning"), None, Brief(), ())
    _hand_back_hours(journal, "Board metrics report, March")


def _hand_back_hours(journal: Journal, title: str) -> None:
    """That work was the owner's before, and a check-in took time."""
    (of,) = journal.delegations.where(title=title)
    kept = HeldTask(title="Board metrics", minutes_a_month=300, delegation=of.id, **_entry(_ago(60)))
    journal.held_tasks.add_all([kept], _NOW)
    for each in journal.touches.where(delegation=of.id, what=Kind.AGREED_CHECK_IN):
        journal.touches.save(replace(each, minutes=25), _NOW)


def _fill_hostile(journal: Journal, texts: Sequence[str], names: Sequence[str]) -> None:
    for at, text in enumerate((*texts, *texts)):
        title, who = " ".join(text.split())[:120], names[at % len(names)]
        told = Brief(
            done=tuple(" ".join(each.split())[:500] for each in texts[:5]),
            why=text[:4000],
            support=text[:4000],
            may_decide=title,
            authority=tuple(Authority)[at % 5],
            due_on=_ago(at - 8),
            second_eyes=title,
        )
        what = tuple((tuple(Kind)[(at + each) % 10], (each * 7) % 40) for each in range(at * 5))
        _add(journal, (title, who, title[:60]), 40, told, what, fear=text[:4000], likelihood=10, quality=1)
        journal.held_tasks.add_all([HeldTask(title=title, person=who, why=text[:4000], **_entry(_ago(at)))], _NOW)


def _add(
    journal: Journal, named: tuple[str, str, str], ago: int | None, told: Brief, what: _What, **more: Any
) -> Delegation:
    title, person, work = named
    begun = None if ago is None else _ago(ago)
    more |= _entry(begun or _TODAY)
    made = Delegation(title=title, person=person, work=work, handed_over_on=begun, brief=told, **more)
    journal.delegations.add_all([made], _NOW)
    touches = [_touch(made, kind, days, number) for number, (kind, days) in enumerate(what)]
    journal.touches.add_all(touches, _NOW)
    return made


def _talk(journal: Journal, of: Delegation, ago: int, score: Score) -> None:
    points = (Scored(point="It is there, and both of us have said so", score=score),)
    change = Change(what=ChangeKind.AGREEMENT, text="Write who signs off into the hand-over note")
    talk: dict[str, Any] = {"delegation": of.id, "closed_on": _ago(ago), "points": points, "changes": (change,)}
    journal.debriefs.add_all([Debrief(**talk, **_entry(_ago(ago)))], _NOW)


def _touch(of: Delegation, kind: Kind, ago: int, number: int) -> Touch:
    reason = Legitimate.FIXED_DATE if kind is Kind.TOOK_BACK and (number, ago) == (2, 40) else None
    note = {Kind.DROPPED_IN: "Page one still says nothing.", Kind.TOOK_BACK: "Rewrote the summary"}.get(kind, "")
    return Touch(delegation=of.id, what=kind, note=note, reason=reason, **_entry(_ago(ago)))


def _due(ago: int) -> Brief:
    return Brief(due_on=_ago(ago), done=("It is there, and both of us have said so",), authority=Authority.RECOMMEND)


def _ago(days: int) -> date:
    return _TODAY - timedelta(days)


def _entry(day: date) -> dict[str, Any]:
    number = next(_ids)
    made = _NOW - timedelta(days=200) + timedelta(minutes=number)
    return {"id": f"{number + 90000:032x}", "date": day, "created_at": made, "updated_at": made}


def page_of(inside: Inside, title: str = "") -> DelegationPage:
    """The page, with the work that is called so chosen."""
    inside.run("delegation")
    page = inside.workspace.current
    assert isinstance(page, DelegationPage)
    while not page.is_filled:
        QApplication.processEvents()
    lines = [line for each in page.presenter.groups().values() for line in each]
    wanted = next((each.id for each in lines if each.title.startswith(title)), None)
    if wanted is not None:
        page.go_to_work(wanted)
    QTest.qWait(120)
    return page


def _took_back(inside: Inside) -> None:
    page = page_of(inside, "Board metrics report, March")
    page.detail.take_back()
    if page.detail.sheet is not None and page.detail.sheet.isVisible():
        page.detail.sheet.note.setText("Page one still says nothing.")
        page.detail.sheet.instead[2].click()


def _mark(inside: Inside) -> None:
    page = page_of(inside, "Board metrics report, March")
    for each in page.detail.rope.marks[1:2]:
        each.setFocus()
        each.click()


def _log(inside: Inside) -> None:
    page = page_of(inside, "On-call")
    page.detail.row.held.click()
    QTest.qWait(120)


def _list(inside: Inside) -> None:
    page = page_of(inside)
    page.show_list()


def _number(inside: Inside, key: str) -> None:
    detail = page_of(inside, "Board metrics report, March").detail
    QTest.qWait(300)
    detail.scroller.verticalScrollBar().setValue(detail.scroller.verticalScrollBar().maximum())
    for each in [button for name, button in detail.evidence.numbers.buttons.items() if name == key]:
        each.setFocus()
        each.click()


def _lower(inside: Inside) -> None:
    bar = page_of(inside, "Board metrics report, March").detail.scroller.verticalScrollBar()
    bar.setValue(bar.maximum())


def _step_up(inside: Inside) -> None:
    """The debrief beside which it stands whole what the line suggests."""
    line = page_of(inside, "Billing").detail.advice
    if line.isVisible():
        line.look.click()
        QTest.qWait(200)


SCENES: Sequence[tuple[str, Callable[[Inside], object]]] = (
    ("delegation", lambda inside: page_of(inside, "Board metrics report, March")),
    ("delegation-lower", _lower),
    ("delegation-number", lambda inside: _number(inside, "unplanned")),
    ("delegation-payback", lambda inside: _number(inside, "payback")),
    ("delegation-list", _list),
    ("delegation-crowded", lambda inside: page_of(inside, "Onboarding")),
    ("delegation-first-day", lambda inside: page_of(inside, "Vendor")),
    ("delegation-late", lambda inside: page_of(inside, "Access")),
    ("delegation-delivered", lambda inside: page_of(inside, "Refund")),
    ("delegation-back", lambda inside: page_of(inside, "Pricing")),
    ("delegation-draft", lambda inside: page_of(inside, "Team offsite")),
    ("delegation-held", lambda inside: page_of(inside, "Quarterly")),
    ("delegation-mark", _mark),
    ("delegation-steps", lambda inside: page_of(inside, "Board metrics report, March").detail.row.stepped_in.click()),
    ("delegation-more", lambda inside: page_of(inside, "Board metrics report, March").detail.row.more.click()),
    ("delegation-take-back", _took_back),
    ("delegation-logged", _log),
    ("debrief-step-up", _step_up),
    ("delegation-advice", lambda inside: page_of(inside, "Billing")),
)
