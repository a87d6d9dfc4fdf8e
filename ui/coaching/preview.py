"""The right side of the pack's page: the pages themselves, one at a time."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.errors import EmptyPeriod
from app.translation import tr
from ui.coaching.presenter import CoachingPresenter
from ui.coaching.sheet_view import Desk
from ui.coaching.words import contents_in_words, reason
from ui.theme import tokens
from ui.widgets.buttons import IconButton, LinkButton, SearchButton
from ui.widgets.labels import Label, Paragraph
from ui.widgets.messages import announce
from ui.widgets.panes import column, row

_DESK, _REASON = range(2)


class Preview(QWidget):
    """Shows what the presenter has; a sentence stands in place of pages that cannot be."""

    search_asked = Signal()
    begin_asked = Signal()

    def __init__(self, presenter: CoachingPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self._page = 0
        self._shown: bytes | None = None
        self._refused: Exception | None = None
        self.desk = Desk(presenter.choice.paper)
        self.sheet = self.desk.sheet
        self.sentence = Paragraph("", "readingS", "ink2", is_centred=True)
        self.again = LinkButton(tr("Try again"))
        self.begin = LinkButton(tr("Write something first"))
        self._body = QStackedWidget()
        self._compose()
        self.again.clicked.connect(presenter.ask_again)
        self.begin.clicked.connect(self.begin_asked)
        self.desk.fitted.connect(presenter.fit)
        self.sheet.stepped.connect(self.turn)
        presenter.changed.connect(self._show)
        self._show()

    @property
    def page(self) -> int:
        """The page that is seen, from 0."""
        return self._page

    def turn(self, pages: int) -> None:
        """Goes so many pages on, as far as there are any."""
        self._page += pages
        self._show_page()

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), tokens.color("desk"))

    def _compose(self) -> None:
        self.back, self.on = (
            IconButton("chevron-left", tr("Page before"), size=28),
            IconButton("chevron-right", tr("Next page"), size=28),
        )
        self.number = Label("", "control", "ink2", tabular=True)
        self.state = Label("", "caption", "ink3")
        search = SearchButton(tr("Search or jump to…"), tr("Ctrl K"))
        search.setMaximumWidth(tokens.scaled(304))
        search.clicked.connect(self.search_asked)
        self.back.clicked.connect(lambda: self.turn(-1))
        self.on.clicked.connect(lambda: self.turn(1))
        head = row(self.back, 6, self.number, 6, self.on, 10, self.state, ..., search, margins=(24, 20, 32, 0))
        head.setStretchFactor(search, 1000)
        reason_page = QWidget()
        self.sentence.setMaximumWidth(tokens.scaled(380))
        reason_page.setLayout(
            column(
                ..., row(..., self.sentence, ...), 12, row(..., self.again, self.begin, ...), ..., margins=(0, 0, 0, 76)
            )
        )
        self._body.addWidget(self.desk)
        self._body.addWidget(reason_page)
        self.setLayout(column(head, row(self._body, margins=(32, 20, 32, 21))))

    def _show(self) -> None:
        shown = self._presenter.shown
        self.desk.lay(self._presenter.choice.paper)
        self.state.setText(tr("Setting the pages") if shown.is_setting else "")
        if shown.refused is not None and shown.refused is not self._refused:
            self.sentence.setText(reason(shown.refused))
            self.sentence.setAccessibleName(self.sentence.text())
            announce(self.sentence)
        self._refused = shown.refused
        is_empty = isinstance(shown.refused, EmptyPeriod)
        self.again.setVisible(shown.refused is not None and not is_empty)
        self.begin.setVisible(is_empty)
        self._body.setCurrentIndex(_DESK if shown.refused is None else _REASON)
        self._show_page()

    def _show_page(self) -> None:
        pages = self._presenter.shown.pages
        count = len(pages.pngs) if pages else 0
        self._page = max(0, min(self._page, count - 1))
        for each in (self.back, self.number, self.on):
            each.setVisible(bool(count))
        self.back.setEnabled(self._page > 0)
        self.on.setEnabled(self._page < count - 1)
        place = {"page": self._page + 1, "count": count}
        self.number.setText(tr("{page} of {count}").format(**place))
        name = tr("Page {page} of {count}").format(**place) if count else tr("Setting the pages")
        self.sheet.setAccessibleName(name)
        self.sheet.setAccessibleDescription(contents_in_words(self._presenter.shown))
        png = pages.pngs[self._page] if pages else b""
        if png is not self._shown:
            self._shown = png
            self.sheet.show_png(png)
