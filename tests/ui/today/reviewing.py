"""A journal with a week to look back on, and what a person does in its review."""

from collections.abc import Iterable
from datetime import date, timedelta

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.experiments.model import Experiment
from app.reflections.model import Filter, Reflection
from tests.app.experiments.experiments import experiment
from tests.app.reflections.journals import NOW
from tests.ui.sessions import ask
from tests.ui.today.conftest import Open
from ui.session import EXPERIMENT, Change, Session
from ui.today.page import TodayPage
from ui.today.review import Review
from ui.widgets.buttons import Pressable

TODAY = date.today()  # noqa: DTZ011  the day on the wall


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def running(will: str = "wait until they have finished", **given: object) -> Experiment:
    """On its tenth day."""
    return experiment(will, begun_on=ago(9), **given)


def begin_review(
    qtbot: QtBot,
    session: Session,
    open_today: Open,
    given: Iterable[Reflection] = (),
    experiments: Iterable[Experiment] = (),
) -> TodayPage:
    """Opens Today on the day of the review."""
    session.prefer(session, review_weekday=TODAY.weekday())
    keep(qtbot, session, *experiments)
    page = open_today(given)
    qtbot.waitUntil(lambda: any(each.isVisible() for each in page.findChildren(Review)))
    return page


def keep(qtbot: QtBot, session: Session, *experiments: Experiment) -> None:
    """The journal has these."""
    done: list[object] = []
    session.write(
        session,
        Change(EXPERIMENT),
        lambda journal: [journal.experiments.save(each, NOW) for each in experiments],
        done.append,
    )
    qtbot.waitUntil(lambda: bool(done))


def kept(qtbot: QtBot, session: Session) -> list[Experiment]:
    """The experiments that the journal has, newest first."""
    return ask(qtbot, session, lambda journal: journal.experiments.find(Filter()))


def visible(holder: QWidget, name: str) -> QWidget:
    """The visible widget with that accessible name."""
    (found,) = (each for each in holder.findChildren(QWidget) if each.accessibleName() == name and each.isVisible())
    return found


def press(holder: QWidget, name: str) -> None:
    """Presses the visible button with that name."""
    found = visible(holder, name)
    assert isinstance(found, Pressable)
    found.click()


def saved(qtbot: QtBot, page: TodayPage) -> None:
    page.flush()
    qtbot.waitUntil(lambda: page.is_settled)
