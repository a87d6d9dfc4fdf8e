"""Practices, checklists and runs to take pictures of, and how to get there."""

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.journal import Journal
from app.practices.model import Checklist, Decision, Mark, Practice, Reaction, Reading, Run, Step, Version
from ui.practices.page import PracticesPage
from ui.shell.inside import Inside

_NOW = datetime.now(UTC).replace(microsecond=0)
_TODAY = date.today()  # noqa: DTZ011  the day on the wall
_ids = count(1)
_CARE, _MIXED, _DISTRUST, _NOT_ASKED = Reading.CARE, Reading.MIXED, Reading.DISTRUST, Reading.NOT_ASKED
_KEEP, _LOOSEN, _EXPLAIN = Decision.KEEP, Decision.LOOSEN, Decision.EXPLAIN
_AGAIN = _TODAY + timedelta(days=60)

_Said = tuple[str | None, Reading, str]
_PRACTICES: Sequence[tuple[str, str, str, Decision, Sequence[_Said]]] = (
    (
        *("Second pair of eyes", "Before anything leaves the team", "Customers, and whoever wrote it", _KEEP),
        (("Jonas", _CARE, ""), ("Ravi", _NOT_ASKED, "")),
    ),
    (
        *("Written hand-over", "With every delegation", "The person taking it on", _KEEP),
        (("Tomás", _CARE, "I know what is mine now."),),
    ),
    (
        *("Checklist for the monthly report", "Once a month", "Jonas, and me on a tired day", _KEEP),
        (("Jonas", _MIXED, "Fine, if I may change it."),),
    ),
    (
        *("Weekly one-on-one", "Each person, 30 minutes", "Them first, then me", _EXPLAIN),
        (("Aiko", _CARE, ""), (None, _DISTRUST, "A candidate heard “managed out”.")),
    ),
    (
        *("Copy me on customer mail", "Every mail, all day", "Mostly me", _LOOSEN),
        (("Priya", _DISTRUST, "You read along, so I write for you."),),
    ),
    (
        *("Debrief after delivery", "Within a week", "Both of us", _KEEP),
        ((None, _CARE, "“My part first” was your change."),),
    ),
)
_STEPS = (
    ("Pull the numbers, freeze the date", None),
    ("Compare with last month, mark what moved", None),
    ("Check against the finance ledger", "Nadia"),
    ("Write the one sentence for page one", None),
    ("Ask: what would the board ask first?", None),
    ("Second pair of eyes on the figures", "Nadia"),
    ("Send by noon, note what to change", None),
)
_LONG = "Wolfeschlegelsteinhausenbergerdorff von und zu Hohenlohe-Sch"
_TEXTS = (
    "<b>Bold</b> & <img src='file:///etc/passwd'> [link](x) //server",
    "شكرًا لك على المساعدة اليوم، لقد كان الأمر صعبًا",
    "תודה רבה על העזרה היום, זה היה קשה",
    "👩🏽‍💻🏳️‍🌈 émoji and ẑ̴̧̛̺͝algo, then 李雷 and 灯り",
    "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenpoliturbeauftragter" * 2,
    "\u202eright to left, forced\u202c, then on\u200b\u200b\u200b",
)


def fill(journal: Journal, kind: str) -> None:
    """Puts practices into the journal of that kind."""
    if kind == "real":
        _fill_real(journal)
    elif kind == "hostile":
        _fill_hostile(journal)


def _fill_real(journal: Journal) -> None:
    versions = (
        Version(date=_TODAY - timedelta(120), reason="", steps=_steps(0, 1, 2, 3, 6)),
        Version(date=_TODAY - timedelta(100), reason="The figures are read twice", steps=_steps(0, 1, 2, 3, 5, 6)),
        Version(date=_TODAY - timedelta(70), reason="Nadia reads the ledger step", steps=_steps(0, 1, 3, 2, 5, 6)),
        Version(date=_TODAY - timedelta(20), reason="Step 5 added, after the debrief", steps=_steps(*range(7))),
    )
    kept = Checklist(versions=versions, name="Monthly report", owner=None, **_entry(_TODAY - timedelta(120)))
    other = Checklist(versions=versions[:1], name="New colleague, first week", owner="Aiko", **_entry(_TODAY))
    journal.checklists.add_all([kept, other], _NOW)
    done, out, not_yet = Mark.FILLED, Mark.LEFT_OUT, Mark.NOT_YET
    runs = (
        (2, "Jonas", 4, (done,) * 4 + (not_yet,) * 3, False),
        (30, "Jonas", 3, (done,) * 6, True),
        (61, None, 3, (done, done, out, done, done, done), True),
        (92, "Jonas", 2, (done,) * 6, True),
    )
    for ago, by, version, marks, is_over in runs:
        day = _TODAY - timedelta(ago)
        given = _entry(day) | {"checklist": kept.id, "version": version, "by": by, "marks": marks}
        journal.runs.add_all([Run(**given, finished_on=day if is_over else None)], _NOW)
    for name, rhythm, serves, decision, reactions in _PRACTICES:
        checklist = kept.id if "monthly" in name else None
        said = tuple(Reaction(person=who, reading=how, words=words, date=_TODAY) for who, how, words in reactions)
        more: dict[str, Any] = {"rhythm": rhythm, "serves": serves, "decision": decision, "reactions": said}
        more["look_again_on"] = _AGAIN
        journal.practices.add_all([Practice(name=name, checklist=checklist, **more, **_entry(_TODAY))], _NOW)


def _fill_hostile(journal: Journal) -> None:
    steps = tuple(Step(text=_TEXTS[at % 6] * (1 + at % 2), second_eyes=_LONG if at % 3 else None) for at in range(20))
    versions = tuple(Version(date=_TODAY, reason=_TEXTS[at % 6], steps=steps[at:]) for at in range(7))
    kept = Checklist(versions=versions, name=_LONG + _LONG, owner="שרה", **_entry(_TODAY))
    journal.checklists.add_all([kept], _NOW)
    for at in range(12):
        marks = tuple((Mark.FILLED, Mark.LEFT_OUT, Mark.NOT_YET)[(at + each) % 3] for each in range(20))
        given = _entry(_TODAY - timedelta(at * 40)) | {"checklist": kept.id, "version": 1, "by": _LONG, "marks": marks}
        journal.runs.add_all([Run(**given, finished_on=_TODAY if at else None)], _NOW)
    for at, text in enumerate(_TEXTS * 3):
        said = tuple(
            Reaction(person=who, reading=tuple(Reading)[(at + n) % 4], words=text * 2, date=_TODAY)
            for n, who in enumerate((_LONG, "שרה", "👩🏽‍💻", None))
        )
        more = {"rhythm": text, "serves": text * 2, "decision": _LOOSEN, "decision_note": text, "reactions": said}
        again = _TODAY - timedelta(at) if at % 2 else None
        name = (_LONG, *_TEXTS)[at % 7][:120]
        given = {"name": name, "checklist": kept.id if at == 0 else None, "look_again_on": again, **more}
        journal.practices.add_all([Practice(**given, **_entry(_TODAY))], _NOW)


def _steps(*numbers: int) -> tuple[Step, ...]:
    return tuple(Step(text=_STEPS[at][0], second_eyes=_STEPS[at][1]) for at in numbers)


def _entry(day: date) -> dict[str, Any]:
    number = next(_ids)
    made = _NOW - timedelta(days=300) + timedelta(minutes=number)
    return {"id": f"{number + 5000:032x}", "date": day, "created_at": made, "updated_at": made}


def page_of(inside: Inside, practice: int | None = None) -> PracticesPage:
    """The page, with the practice of this number chosen."""
    inside.run("practices")
    page = inside.workspace.current
    assert isinstance(page, PracticesPage)
    while not page.shelf.is_loaded:
        QApplication.processEvents()
    page.practices.finish()
    page.checklists.finish()
    page.show_practices()
    shown = page.shelf.practices
    if practice is not None and practice < len(shown):
        page.practices.choose(shown[practice].id)
        page.checklists.follow()
    QTest.qWait(80)
    return page


def _with_checklist(inside: Inside) -> PracticesPage:
    page = page_of(inside)
    at = next((at for at, each in enumerate(page.shelf.practices) if each.checklist), None)
    return page_of(inside, at)


def _edit(inside: Inside) -> None:
    page = page_of(inside, 3)
    page.practices.edit()
    QTest.qWait(80)


def _compare(inside: Inside) -> None:
    page = _with_checklist(inside)
    page.compare()


def _run(inside: Inside) -> None:
    page = _with_checklist(inside)
    page.doings().get("run", lambda: None)()
    QTest.qWait(80)
    if page.pane.run.ticks:
        QTest.keyClick(page.pane.run.ticks[4].tick, Qt.Key.Key_Delete)
    QTest.qWait(80)


def _steps_edited(inside: Inside) -> None:
    page = _with_checklist(inside)
    page.checklists.edit()
    page.show_checklist()


def _checklist(inside: Inside) -> None:
    page = _with_checklist(inside)
    page.show_checklist()


def _lists(inside: Inside) -> None:
    page = page_of(inside, 0)
    page.checklists.show_list()
    page.show_checklist()


def _keys(inside: Inside) -> None:
    page = page_of(inside, 1)
    row = page.list_pane.list.focus_widget()
    row.setFocus(Qt.FocusReason.TabFocusReason)


SCENES: Sequence[tuple[str, Callable[[Inside], object]]] = (
    ("practices", _with_checklist),
    ("practices-keys", _keys),
    ("practices-none", lambda inside: page_of(inside, 0)),
    ("practices-edit", _edit),
    ("practices-checklist", _checklist),
    ("practices-lists", _lists),
    ("practices-compare", _compare),
    ("practices-run", _run),
    ("practices-steps", _steps_edited),
)
