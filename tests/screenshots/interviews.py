"""Kits and conversations to take pictures of, and how to get there."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.interviews import bank, conversation, kits, library
from app.interviews.model import Anchor, Competency, Kit, OwnQuestion
from app.journal import Journal
from ui.grounds.card import GroundsCard
from ui.interviews.page import InterviewsPage
from ui.interviews.sides import Side
from ui.shell.inside import Inside

_NOW = datetime.now(UTC).replace(microsecond=0)
_TODAY = date.today()  # noqa: DTZ011  the day on the wall
_ids = count(1)
_ROLES = (("Support engineer", 45), ("Team lead, operations", 60))
_PICKED = (Competency.RESPECT, Competency.ACCOUNTABILITY, Competency.OWNERSHIP)


def fill(journal: Journal, kind: str, texts: Sequence[str]) -> None:
    """Puts questions, kits and conversations into the journal of that kind; `texts` are those that break screens."""
    if kind == "real":
        _fill_real(journal)
    elif kind == "hostile":
        _fill_hostile(journal, texts)


def _fill_real(journal: Journal) -> None:
    questions = bank.by_id(library.load(), ())
    for role, minutes in reversed(_ROLES):
        kit = _kit(role, minutes)
        for about in _PICKED:
            picked = next(each for each in questions.values() if each.competency is about)
            kit = kits.with_question(kit, replace(picked, minutes=8))
        journal.kits.add_all([kit], _NOW)
    for letter, ago in (("A", 9), ("B", 6), ("C", 1)):
        begun = conversation.begin(_id(), kit, questions, (), letter, _TODAY - timedelta(ago), _NOW)
        ended = replace(begun, finished_on=begun.date) if letter != "C" else replace(begun, at=2)
        journal.interviews.add_all([ended], _NOW)
    own = bank.new(_id(), Competency.JUDGEMENT, _TODAY, _NOW)
    words = "Two customers call at once, and you can help one. What do you do first?"
    anchors = tuple(Anchor(text=each, short=each) for each in ("Guesses", "Asks one thing", "Weighs both", "Says why"))
    journal.questions.add_all([replace(own, text=words, follow_ups=("Whom did you tell?",), anchors=anchors)], _NOW)


def _fill_hostile(journal: Journal, texts: Sequence[str]) -> None:
    questions = bank.by_id(library.load(), ())
    one_line = [" ".join(each.split())[:450] for each in texts]
    own = []
    for at, words in enumerate(one_line):
        made = bank.new(_id(), [*Competency][at % 7], _TODAY, _NOW)
        lines = tuple(one_line[: at + 1])
        anchors = tuple(Anchor(text=words, short=words[:100]) for _ in range(4))
        more: dict[str, Any] = {"listen_for": lines, "watch_for": lines, "anchors": anchors, "why": words}
        own.append(replace(made, text=words, minutes=480 if at == 2 else 9, follow_ups=lines, **more))
    journal.questions.add_all(own, _NOW)
    for role in one_line[:6]:
        kit = _kit(role[:120], 30)
        parts = tuple(replace(each, text=role) if each.question is None else each for each in kit.parts)
        kit = replace(kit, parts=parts)
        for each in own:
            kit = kits.with_question(kit, bank.by_id((), [each])[each.id])
        journal.kits.add_all([kit], _NOW)
        for name in one_line[:4]:
            begun = conversation.begin(_id(), kit, questions, (), name[:120], _TODAY, _NOW)
            journal.interviews.add_all([begun], _NOW)


def _kit(role: str, minutes: int) -> Kit:
    made = _NOW - timedelta(days=60) + timedelta(minutes=next(_ids))
    return kits.new(_id(), role, minutes, _TODAY - timedelta(20), made)


def _id() -> str:
    return f"{next(_ids) + 9000:032x}"


def page_of(inside: Inside) -> InterviewsPage:
    """The page, read and at rest."""
    inside.run("interviews")
    page = inside.workspace.current
    assert isinstance(page, InterviewsPage)
    while not page.is_filled:
        QApplication.processEvents()
    for card in page.findChildren(GroundsCard):
        card.close_overlay()
    page.presenter.finish()
    page.bank.finding.clear()
    page.presenter.choose_kit(page.presenter.kits[-1].id if page.presenter.kits else None)
    page.presenter.choose_first()
    page.sides.bring_forward(Side.KIT)
    QTest.qWait(80)
    return page


def _own(page: InterviewsPage) -> OwnQuestion | None:
    return next((each for each in page.presenter.own), None)


def _look(inside: Inside) -> InterviewsPage:
    """The page with the keyboard where nothing is written."""
    page = page_of(inside)
    page.bank.list.setFocus(Qt.FocusReason.MouseFocusReason)
    return page


def _nothing_in_it(inside: Inside) -> None:
    page = page_of(inside)
    empty = [each.id for each in page.presenter.kits if not each.parts]
    page.presenter.choose_kit(empty[0] if empty else page.presenter.kit_id)
    page.presenter.choose_first()
    page.bank.list.setFocus(Qt.FocusReason.MouseFocusReason)


def _help(inside: Inside) -> None:
    _look(inside)
    inside.run("help")


def _question(inside: Inside) -> None:
    page = _look(inside)
    if (own := _own(page)) is not None:
        page.presenter.choose(own.id)
    QTest.keyClick(page.bank.list, Qt.Key.Key_Return)


def _edit(inside: Inside) -> None:
    page = _look(inside)
    if (own := _own(page)) is not None:
        page.presenter.choose(own.id)
    page.doings().get("edit", lambda: None)()
    QTest.qWait(80)


def _lower(inside: Inside) -> None:
    _edit(inside)
    page = inside.workspace.current
    assert isinstance(page, InterviewsPage)
    if page.question.editor is not None:
        bar = page.question.editor.verticalScrollBar()
        bar.setValue(bar.maximum())


def _keys(inside: Inside) -> None:
    page = page_of(inside)
    start = page.kit.focus_widget()
    start.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(start, Qt.Key.Key_Down)


def _narrowed(inside: Inside) -> None:
    page = page_of(inside)
    page.bank.finding.narrow.click()


def _found(inside: Inside) -> None:
    page = page_of(inside)
    page.bank.finding.field.setFocus()
    QTest.keyClicks(page.bank.finding.field, "mistake")


def _menu(inside: Inside) -> None:
    page_of(inside).kit.head.more.click()


def _others(inside: Inside) -> None:
    page_of(inside).kit.head.others.click()


def _grounds(inside: Inside) -> None:
    page_of(inside).kit.grounds.click()


SCENES: Sequence[tuple[str, Callable[[Inside], object]]] = (
    ("interviews", _look),
    ("interviews-keys", _keys),
    ("interviews-question", _question),
    ("interviews-bare", _nothing_in_it),
    ("interviews-help", _help),
    ("interviews-found", _found),
    ("interviews-narrowed", _narrowed),
    ("interviews-menu", _menu),
    ("interviews-others", _others),
    ("interviews-grounds", _grounds),
    ("interviews-edit", _edit),
    ("interviews-edit-lower", _lower),
)
