"""The left side of the journal: its year, its filters, its entries."""

from datetime import timedelta

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.reflections.model import Day, Filter
from app.translation import tr
from ui import clock
from ui.journal.browser import Browser
from ui.journal.entry_list import EntryList
from ui.journal.filter_bar import FilterBar
from ui.session import Session
from ui.theme import tokens
from ui.widgets.buttons import Button, IconButton, LinkButton
from ui.widgets.days import WeekStrip
from ui.widgets.labels import Label, Paragraph
from ui.widgets.panes import column, row
from ui.wording import first_weekday

_YEAR = timedelta(days=53 * 7)
_WIDE, _NARROW = 24, 20
_WIDE_FROM = 970
_SHARE = 0.42  # of the page at most, where text is large


class ListPane(QWidget):
    """Shows what a Browser holds."""

    new_asked = Signal()
    trash_asked = Signal()

    def __init__(self, browser: Browser, session: Session) -> None:
        super().__init__()
        self._browser, self._session = browser, session
        self.list = EntryList(browser)
        self.filters = FilterBar(browser, session)
        self._strip = WeekStrip()
        self._new = Button(tr("New entry"), icon="plus", size="small")
        self._new.clicked.connect(self.new_asked)
        self._trash = IconButton("trash", tr("Look into the trash"))
        self._trash.clicked.connect(self.trash_asked)
        self._strip.day_chosen.connect(browser.go_to_day)
        self.nothing_found = self._make_nothing_found()
        self._below = QStackedWidget()
        self._below.addWidget(self.list)
        self._below.addWidget(self.nothing_found)
        self._above = column(
            row(Label(tr("Journal"), "page"), ..., self._trash, 6, self._new),
            self._strip,
            self.filters,
            spacing=17,
        )
        self.setLayout(column(self._above, 9, self._below))
        browser.loaded.connect(self._on_loaded)

    def fit(self, page: int) -> None:
        """Takes its share of a page of that width."""
        is_narrow = page < tokens.scaled(_WIDE_FROM)
        self.setFixedWidth(min(tokens.scaled(340 if is_narrow else 400), round(page * _SHARE)))
        side = _NARROW if is_narrow else _WIDE
        self._above.setContentsMargins(side, 20, side + 1, 0)
        self._below.setContentsMargins(side - 12, 0, 2, 0)
        self.filters.set_narrow(is_narrow)

    def refresh_year(self) -> None:
        """Asks the journal again for the days of the strip."""
        today = clock.today()
        begin = first_weekday(self._session.preferences.first_weekday)

        def show(found: list[Day]) -> None:
            self._strip.show_days(today, {each.date: each.pull for each in found}, begin)

        self._session.read(self, lambda journal: journal.reflections.days(today - _YEAR, today), show)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.width() - 1, 0, 1, self.height(), tokens.color("line"))

    def _make_nothing_found(self) -> QWidget:
        words = Paragraph(tr("Nothing fits these filters."), "readingS", "ink2")
        button = LinkButton(tr("Show everything"))
        button.clicked.connect(lambda: self._browser.filter_by(Filter()))
        made = QWidget()
        made.setLayout(column(words, 8, row(button, ...), ..., margins=(12, 28, 12, 0)))
        return made

    def _on_loaded(self) -> None:
        is_nothing = not self._browser.entries.headings and self._browser.is_filtered
        self._below.setCurrentIndex(1 if is_nothing else 0)
        self.filters.setVisible(bool(self._browser.entries.headings) or self._browser.is_filtered)
