"""The window around an open journal, without the gate before it."""

from datetime import date, timedelta
from typing import cast

from PySide6.QtWidgets import QMainWindow

from ui.page import Page
from ui.session import Session
from ui.shell.inside import Inside
from ui.today.page import TodayPage


def yesterday(days: int = 1) -> date:
    """So many days ago."""
    return date.today() - timedelta(days=days)  # noqa: DTZ011  the day on the wall


class Window(QMainWindow):
    """Counts how often it was asked to look otherwise."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.dressed = 0
        self.resize(1360, 828)
        self.inside = Inside(session, self)
        self.setCentralWidget(self.inside)

    def place(self) -> str:
        """Where it is."""
        return "here"

    def dress(self) -> None:
        """Counts."""
        self.dressed += 1

    def page(self) -> Page:
        """The page that is shown."""
        assert self.inside.workspace.current is not None
        return self.inside.workspace.current

    def today(self) -> TodayPage:
        """Today, where that is the page that is shown."""
        return cast(TodayPage, self.page())
