"""The sheet of a report and the other side, to take pictures of, and how to get there."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.interviews import library
from app.interviews.model import Alignment, Landed, Landing, Look, MockRun, Preparation, Prepared
from app.journal import Journal
from app.practices.model import Practice
from app.reflections.model import Filter
from ui.alignment.page import AlignmentPage
from ui.other_side.page import Front, OtherSidePage
from ui.reference import ALIGNMENT, OTHER_SIDE, Reference
from ui.shell.inside import Inside

_NOW = datetime.now(UTC).replace(microsecond=0)
_TODAY = date.today()  # noqa: DTZ011  the day on the wall
_DAY = timedelta(days=1)
_ids = count(0xD000)
_LANDED = (Landing.WELCOMES, Landing.NEUTRAL, Landing.DISTRUST, Landing.WELCOMES, Landing.NOT_ASKED)
_SAID = {
    0: "I like it when somebody else has looked. Then it is ours.",
    2: "At my last place, weekly meant you were being managed out.",
}


def fill(journal: Journal, kind: str, texts: Sequence[str]) -> None:
    """What a journal of that kind has of it: to be asked for once there are people and practices."""
    if kind == "real":
        people = {each.name for each in journal.people.everyone()}
        practices = journal.practices.find(Filter())
        journal.preparations.add_all(_roles(_sources(journal)), _NOW)
        if "Jonas" in people:
            journal.alignments.save(_sheet("Jonas", practices), _NOW)
    elif kind == "hostile":
        journal.preparations.add_all(_hostile_roles(texts, _sources(journal)), _NOW)
        for each in journal.people.everyone():
            journal.alignments.save(_hostile_sheet(each.name, journal.practices.find(Filter()), texts), _NOW)


def _sheet(person: str, practices: Sequence[Practice]) -> Alignment:
    begun = _TODAY - 62 * _DAY
    known = sorted((each for each in practices if each.name.strip()), key=lambda each: (each.date, each.created_at))
    rows = tuple(
        Landed(practice=each.name, about=each.id, landing=_LANDED[at % 5], words=_SAID.get(at, ""))
        for at, each in enumerate(known[:5])
    )
    looks = (
        Look(on=begun + 30 * _DAY, done_on=begun + 31 * _DAY, note="The second pair of eyes is asked for by now."),
        Look(on=begun + 60 * _DAY),
        Look(on=begun + 90 * _DAY),
    )
    return Alignment(**_entry(begun), person=person, rows=rows, looks=looks)


def _hostile_sheet(person: str, practices: Sequence[Practice], texts: Sequence[str]) -> Alignment:
    said = [" ".join(each.split())[:480] for each in texts]
    rows = tuple(
        Landed(practice=each.name, about=each.id, landing=Landing.DISTRUST, words=said[at % len(said)])
        for at, each in enumerate(practices)
    )
    looks = tuple(Look(on=_TODAY - _DAY, done_on=_TODAY, note=each) for each in said[:6])
    return Alignment(**_entry(_TODAY - _DAY), person=person, rows=rows, looks=(*looks, Look(on=_TODAY, note=said[0])))


_ANSWER = (
    "The month we moved the ledger, Jonas was new to it. I wanted to check every figure myself, and had told him so "
    "without noticing.\n\nWe agreed what done looks like, one look on the Tuesday, and that he calls me if a total is "
    "off. He called once. The report went out a day early, with one mistake, which he found and told the board about "
    "himself."
)


def _sources(journal: Journal) -> list[str]:
    return [each.id for each in journal.reflections.find(Filter(), 2)]


def _roles(sources: Sequence[str]) -> list[Preparation]:
    bank = {each.id: each for each in library.load()}
    trust = bank["what-trust-looks-like"]
    others = [each for each in bank.values() if each.id != trust.id][::17][:4]
    asked = [
        Prepared(question=trust.id, text=trust.text, minutes=3, answer=_ANSWER, sources=tuple(sources)),
        *(Prepared(question=each.id, text=each.text, minutes=3) for each in others),
        Prepared(text="Why this team, and why now?", minutes=2, answer="Because it is asked for."),
    ]
    runs = (
        MockRun(date=_TODAY - 9 * _DAY, seconds=(231, 190, 0, 0, 0, 0), note="Too long before the point."),
        MockRun(date=_TODAY - 2 * _DAY, seconds=(164, 171, 188, 140, 133, 95)),
    )
    role = Preparation(**_entry(), role="Head of operations", questions=tuple(asked), runs=runs)
    earlier = Preparation(**_entry(_TODAY - _DAY), role="Team lead, payments")
    return [replace(earlier, created_at=_NOW - _DAY), role]


def _hostile_roles(texts: Sequence[str], sources: Sequence[str]) -> list[Preparation]:
    said = [" ".join(each.split())[:480] for each in texts]
    asked = [
        Prepared(text=each, minutes=480 if at == 1 else 3, answer=texts[at][:9_000], sources=(*sources, "f" * 32))
        for at, each in enumerate(said)
    ]
    runs = tuple(MockRun(date=_TODAY, seconds=(86_400,) * 12, note=each) for each in said[:4])
    given = [replace(Preparation(**_entry(), role=each[:120]), created_at=_NOW - _DAY) for each in said[:5]]
    return [*given, Preparation(**_entry(), role=said[0][:120], questions=tuple(asked), runs=runs)]


def _entry(on: date = _TODAY) -> dict[str, Any]:
    return {"id": f"{next(_ids):032x}", "date": on, "created_at": _NOW, "updated_at": _NOW}


def _settle(page: QWidget | None) -> None:
    while page is not None and (not page.is_filled or getattr(page, "is_awaited", False)):  # type: ignore[attr-defined]
        QApplication.processEvents()
    QTest.qWait(80)


def _alignment(inside: Inside, name: str = "Jonas") -> AlignmentPage | None:
    people: list[list[str]] = []
    inside._session.read(inside, lambda journal: [each.name for each in journal.people.everyone()], people.append)
    while not people:
        QApplication.processEvents()
    if not people[0]:
        return None
    inside.workspace.open(Reference(ALIGNMENT, person=name if name in people[0] else people[0][0]))
    page = inside.workspace.current
    _settle(page)
    return page if isinstance(page, AlignmentPage) else None


def _other(inside: Inside) -> OtherSidePage:
    inside.workspace.open(Reference(OTHER_SIDE))
    page = inside.workspace.current
    _settle(page)
    assert isinstance(page, OtherSidePage)
    page.running.close()
    page.presenter.open_bank(is_open=False)
    if page.presenter.preparations:
        page.presenter.choose_role(page.presenter.preparations[-1].id)
    page._bring(Front.ANSWER)
    if page.presenter.preparation is not None:
        page.presenter.choose_part(0)
    QTest.qWait(80)
    return page


def _bank(page: OtherSidePage) -> None:
    if page.presenter.preparation is not None:
        page.presenter.open_bank(is_open=True)
        page.presenter.choose(page.presenter.listed[3].question.id)
        page.role.bank.list.setFocus()


def _find(page: OtherSidePage) -> None:
    page._bring(Front.BESIDE)
    page.beside.journal.field.setText("report")
    QTest.qWait(400)


def _peek(page: OtherSidePage) -> None:
    _find(page)
    for each in page.beside.journal.rows[:1]:
        each.click()
    QTest.qWait(100)


def _hear(page: OtherSidePage) -> None:
    page._bring(Front.BESIDE)
    page.beside.which.choose("listening")
    page.beside.which.chosen.emit("listening")


def _run(page: OtherSidePage) -> None:
    if page.presenter.prepared is not None:
        page._begin_run()


def _reveal(page: OtherSidePage) -> None:
    _run(page)
    page.running._on_counted(83)
    page.running.reveal()


def _ended(page: OtherSidePage) -> None:
    _run(page)
    for _ in range(3):
        page.running._on_counted(140)
        page.running.go(1)
    page.running.finish()


def _do(find: Callable[[Inside], Any], do: Callable[[Any], object]) -> Callable[[Inside], object]:
    def go(inside: Inside) -> None:
        page = find(inside)
        if page is not None:
            do(page)
            QTest.qWait(80)

    return go


def _bare(page: OtherSidePage) -> None:
    if page.presenter.preparations:
        page.presenter.choose_role(page.presenter.preparations[0].id)


SCENES: Sequence[tuple[str, Callable[[Inside], object]]] = (
    ("alignment", _alignment),
    ("alignment-new", lambda inside: _alignment(inside, "Priya")),
    ("other", _other),
    ("other-bare", _do(_other, _bare)),
    ("other-role", _do(_other, lambda page: page._bring(Front.ROLE))),
    ("other-bank", _do(_other, _bank)),
    ("other-found", _do(_other, _find)),
    ("other-peek", _do(_other, _peek)),
    ("other-hear", _do(_other, _hear)),
    ("other-run", _do(_other, _run)),
    ("other-reveal", _do(_other, _reveal)),
    ("other-earlier", _do(_other, lambda page: page._open_run(0))),
    ("other-ended", _do(_other, _ended)),
    ("alignment-lower", _do(_alignment, lambda page: page.looks.note.setFocus())),
)
