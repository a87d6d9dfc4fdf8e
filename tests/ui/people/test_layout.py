"""Names of sixty characters, other scripts, emoji: everything keeps its place, and nothing is wider than the page."""

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.delegation.model import TouchKind
from app.one_on_ones.model import Topic
from app.people.model import Authority, Side
from app.settings import Look
from tests.app.delegation.making import delegation, touch
from tests.app.people.people import agreement, feedback, level, person
from tests.app.reflections.journals import NOW, new_id
from tests.ui.people.conftest import Open, look_at
from ui.theme import appearance
from ui.widgets.panes import ScrollPage

TODAY = date.today()  # noqa: DTZ011  the page shows this day
LONG = "Wolfeschlegelsteinhausenbergerdorff von und zu Hohenlohe-Sch"
NAMES = (LONG, "سارة عبد الرحمن", "👩🏽‍💻🏳️‍🌈", "שרה")


def wider_than_its_page(page: QWidget) -> list[str]:
    """What is in sight and reaches beyond the page that it scrolls with, by its class."""
    return [
        type(each).__name__
        for scroll in page.findChildren(ScrollPage)
        if scroll.isVisible()
        for each in scroll.findChildren(QWidget)
        if each.isVisible() and each.mapTo(scroll, each.rect().topRight()).x() > scroll.width()
    ]


@pytest.mark.parametrize(("width", "text_size"), [(1152, 100), (964, 100), (1048, 150)])
def test_nothing_is_wider_than_the_page(qtbot: QtBot, open_people: Open, width: int, text_size: int) -> None:
    appearance.apply(Look.LIGHT, text_size)
    given = [person(name, role=LONG, since="2019-11-30", trust=f"{LONG} " * 3, trust_note=LONG) for name in NAMES]
    kept = [
        agreement(TODAY, LONG, mine=(LONG, NAMES[1]), theirs=(NAMES[2] * 9, LONG * 3), signal=LONG),
        level(LONG, Authority.YOURS, name=LONG),
        level(NAMES[1], Authority.RECOMMEND, name=LONG, note=LONG),
        feedback(LONG * 3, name=LONG, asked=True),
    ]
    topic = Topic(
        id=new_id(), date=TODAY, person=LONG, raised_by=Side.THEM, text=NAMES[1] * 6, created_at=NOW, updated_at=NOW
    )
    handed = delegation(LONG, TODAY, LONG, title=LONG * 3)
    page = open_people([*given, *kept, topic, handed, touch(handed, TouchKind.HELD, TODAY, note=LONG)])
    page.resize(width, 700)
    QApplication.processEvents()
    assert wider_than_its_page(page) == []
    assert {each.height() for each in page.list.rows} == {page.list.rows[0].sizeHint().height()}
    look_at(qtbot, page, LONG)
    view = page.person
    assert view is not None
    qtbot.waitUntil(lambda: bool(view.work.rows))
    QApplication.processEvents()
    assert wider_than_its_page(page) == []
    view.agreement.begin()
    view.trust.edit()
    QApplication.processEvents()
    assert wider_than_its_page(page) == []
    appearance.apply(Look.LIGHT, 100)
