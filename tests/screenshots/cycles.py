"""The take-back cycle to take pictures of, and how to get there."""

from collections.abc import Callable, Sequence

from PySide6.QtTest import QTest

from app.delegation.cycle import Arrow
from tests.screenshots.delegations import page_of
from ui.cycle.page import CyclePage
from ui.reference import CYCLE, Reference
from ui.shell.inside import Inside

_REPORT = "Board metrics report, March"


def _cycle_of(inside: Inside, title: str, arrow: Arrow | None = None) -> None:
    """The page of the cycle, opened from the work that is called so; broken at this arrow."""
    page = page_of(inside, title)
    inside.workspace.open(Reference(CYCLE, id=page.presenter.id))
    cycle = inside.workspace.current
    assert isinstance(cycle, CyclePage)
    QTest.qWait(300)
    if cycle.presenter.move is None and title.startswith("Board"):  # in a journal without that work
        cycle.doings()["latest"]()
        QTest.qWait(300)
    for card in cycle.loop.cards:
        if card.arrow is arrow:
            card.click()
    QTest.qWait(100)


def _cycle_lower(inside: Inside) -> None:
    _cycle_of(inside, _REPORT)
    cycle = inside.workspace.current
    assert isinstance(cycle, CyclePage)
    cycle.scroller.verticalScrollBar().setValue(cycle.scroller.verticalScrollBar().maximum())


SCENES: Sequence[tuple[str, Callable[[Inside], object]]] = (
    ("cycle", lambda inside: _cycle_of(inside, _REPORT)),
    ("cycle-worry", lambda inside: _cycle_of(inside, _REPORT, Arrow.WORRY_TO_TAKE_BACK)),
    ("cycle-margin", lambda inside: _cycle_of(inside, _REPORT, Arrow.TAKE_BACK_TO_PRACTICE)),
    ("cycle-checklist", lambda inside: _cycle_of(inside, _REPORT, Arrow.WORK_TO_WORRY)),
    ("cycle-lower", _cycle_lower),
    ("cycle-nothing", lambda inside: _cycle_of(inside, "On-call")),
)
