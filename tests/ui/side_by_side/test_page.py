"""The conversations of a kit stand beside each other in the order of their days, and what is recommended is kept."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.interviews.model import Interview, Landed, Landing, Recommendation
from app.reflections.model import Filter
from tests.app.reflections.journals import NOW
from tests.ui.interview.talk import DAY, KIT, seen_to, talk, today
from tests.ui.saving import Saving
from tests.ui.sessions import ask, ask_to_write
from tests.ui.test_names import nameless
from ui.reference import INTERVIEW, INTERVIEWS, SIDE_BY_SIDE, Reference
from ui.session import Session
from ui.side_by_side.cells import LandedCell, SaidCell
from ui.side_by_side.page import SideBySidePage
from ui.widgets.labels import Label


def three() -> list[Interview]:
    """The last of them has nothing yet; the first was rated lower than the second."""
    first, second = seen_to(talk(candidate="A", date=today() - 6 * DAY)), seen_to(talk(candidate="B"))
    low = tuple(replace(each, rating=1) if each.rating else each for each in first.parts)
    return [
        replace(first, parts=low, sheet=(Landed(practice="Checklists", landing=Landing.DISTRUST, words="Why?"),)),
        replace(second, date=today() - 3 * DAY),
        talk(candidate="C"),
    ]


class Table:
    """The page, on the conversations of a kit."""

    def __init__(self, qtbot: QtBot, session: Session, *given: Interview) -> None:
        self.qtbot, self.session = qtbot, session

        def fill(journal: Any) -> None:
            journal.kits.save(KIT, NOW)
            for each in reversed(given):
                journal.interviews.save(each, NOW)

        ask_to_write(qtbot, session, fill)
        self.page = SideBySidePage(session)
        self.went: list[Reference] = []
        self.page.referred.connect(self.went.append)
        qtbot.addWidget(self.page)
        self.page.resize(1300, 828)
        self.page.show()
        with qtbot.waitActive(self.page):
            self.page.activateWindow()
        self.page.go_to(Reference(SIDE_BY_SIDE, KIT.id))
        qtbot.waitUntil(lambda: self.page.is_filled)

    def kept(self, candidate: str) -> Interview:
        def find(journal: Any) -> list[Interview]:
            found: list[Interview] = journal.interviews.find(Filter())
            return found

        self.qtbot.waitUntil(lambda: self.page.is_settled)
        return next(each for each in ask(self.qtbot, self.session, find) if each.candidate == candidate)


def test_columns_go_by_the_day_whatever_was_rated(qtbot: QtBot, session: Session) -> None:
    table = Table(qtbot, session, *three())
    assert [each.accessibleName().split(",")[0] for each in table.page.table.heads] == [
        "Candidate A",
        "Candidate B",
        "Candidate C",
    ]
    assert nameless(table.page) == []


def test_nothing_of_it_is_a_sum(qtbot: QtBot, session: Session) -> None:
    page = Table(qtbot, session, *three()).page
    said = " ".join(each.text() for each in page.findChildren(Label)).casefold()
    assert not any(each in said for each in ("total", "average", "score", "rank", "best"))


def test_a_recommendation_is_given_and_let_go(qtbot: QtBot, session: Session) -> None:
    table = Table(qtbot, session, *three())
    choice = table.page.recommended[0].choice
    assert choice is not None
    choice.choices[3].click()
    assert table.kept("A").recommendation is Recommendation.STRONG_YES
    choice.choices[3].click()
    kept = table.kept("A")
    assert kept.recommendation is None
    assert kept.parts[1].notes


def test_what_is_missing_leads_to_its_question(qtbot: QtBot, session: Session) -> None:
    given = three()
    table = Table(qtbot, session, *given)
    block = table.page.recommended[2].block
    assert table.page.recommended[2].choice is None
    assert block is not None
    block.links[1].click()
    assert table.went == [Reference(INTERVIEW, given[2].id, part=2)]


def test_how_it_lands_takes_the_place_of_the_answers(qtbot: QtBot, session: Session) -> None:
    page = Table(qtbot, session, *three()).page
    assert page.findChildren(SaidCell)
    page.lands.click()
    assert [each.accessibleName() for each in page.table.rows[0][1]] == [
        "Candidate A: Reads it as distrust",
        "Candidate B: Not asked yet",
        "Candidate C: Not asked yet",
    ]
    assert all(isinstance(each, LandedCell) for each in page.table.rows[0][1])


def test_a_long_note_is_folded_and_unfolded(qtbot: QtBot, session: Session) -> None:
    long = seen_to(talk(candidate="A"))
    parts = tuple(replace(each, notes="A long answer. " * 60) if each.rating else each for each in long.parts)
    page = Table(qtbot, session, replace(long, parts=parts)).page
    cell = page.table.rows[0][1][0]
    assert isinstance(cell, SaidCell)
    assert cell._notes is not None
    before = page.table.height()
    cell._notes.more.click()
    assert page.table.height() > before
    cell._notes.more.click()
    assert page.table.height() == before


def test_more_than_three_scroll_sideways_to_where_the_keyboard_is(qtbot: QtBot, session: Session) -> None:
    given = [seen_to(talk(candidate=each, date=today() - at * DAY)) for at, each in enumerate("EDCBA")]
    page = Table(qtbot, session, *given).page
    bar = page.table._scroll.horizontalScrollBar()
    assert bar.maximum() > 0
    assert page.table.column_width * 3 < page.table._scroll.width() - 40  # the next one shows that there is more
    page.table.heads[-1].setFocus()
    qtbot.waitUntil(lambda: bar.value() == bar.maximum())
    assert page.table.bar.value() == bar.maximum()
    assert not page.table.bar.visibleRegion().isEmpty()  # however far down the last row is
    page.table.bar.setValue(0)
    assert bar.value() == 0


def test_a_kit_that_is_gone_leads_back(qtbot: QtBot, session: Session) -> None:
    table = Table(qtbot, session, *three())
    ask_to_write(qtbot, session, lambda journal: journal.kits.delete(KIT.id, NOW))
    table.page.refresh()
    qtbot.waitUntil(lambda: bool(table.went))
    assert table.went == [Reference(INTERVIEWS)]


def test_before_the_first_conversation_it_says_so(qtbot: QtBot, session: Session) -> None:
    page = Table(qtbot, session).page
    assert page.nothing.isVisible()
    assert not page.table.isVisible()


def test_one_sentence_says_when_all_of_them_are_erased(qtbot: QtBot, session: Session) -> None:
    given = [replace(each, date=date(2020, 3, 4 + at)) for at, each in enumerate(three())]
    page = Table(qtbot, session, *given).page
    said = "Each is erased six months after its conversation: the first on 4 September, the last on 6 September."
    assert page.foot.text() == said


def test_the_summaries_are_printed_in_the_order_of_the_days(
    qtbot: QtBot, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = Table(qtbot, session, *three()).page
    said: list[str] = []
    page.said.connect(lambda words, _: said.append(words))
    saving = Saving(tmp_path, monkeypatch)
    page.foot.print.click()
    qtbot.waitUntil(lambda: bool(said) and page.is_settled)
    assert said[0].endswith("It is not encrypted, and does not erase itself.")
    found = saving.read()
    assert sorted("ABC", key=lambda each: found.index(f"Candidate {each}")) == ["A", "B", "C"]


def test_of_many_what_does_not_fit_comes_in_pieces_and_in_order(qtbot: QtBot, session: Session) -> None:
    given = [seen_to(talk(candidate=f"C{number}", date=today() - number * DAY)) for number in range(20)]
    page = Table(qtbot, session, *given).page
    first, *_, last = page.table.rows
    assert len(last[1]) < 20
    with qtbot.waitSignal(page.table.completed):
        before = [cell.accessibleName() for cell in first[1]]
    *_, (_, cells) = page.table.rows
    assert [len(row) for _, row in page.table.rows] == [20] * 3
    assert page.recommended == cells
    assert [cell.accessibleName() for cell in first[1]] == before
    assert cells[-1].isVisible()
    assert page.table.height() > cells[-1].geometry().bottom()
    order, at = list[int](), page.table.heads[-1].nextInFocusChain()
    while at is not None and at is not page.back:
        if at.focusPolicy() & Qt.FocusPolicy.TabFocus:
            order += [number for number, cell in enumerate(cells) if cell.isAncestorOf(at)]
            order += [20] if page.foot.isAncestorOf(at) else []
        at = at.nextInFocusChain()
    assert order == sorted(order)
    assert set(order) == set(range(21))
