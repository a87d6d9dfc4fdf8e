"""Right: how our practices land with them, and what they said about the chosen one."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.interviews.model import Landing
from app.titles import one_line
from app.translation import tr
from ui.interview.presenter import InterviewPresenter
from ui.landing.table import LandingTable
from ui.landing.words import WordsArea, more
from ui.widgets.buttons import LinkButton
from ui.widgets.labels import ElidedLabel, Label, Line, Paragraph
from ui.widgets.panes import column, row
from ui.widgets.tab_loop import put_after, stop_before


class Landings(QWidget):
    """What is said goes to the presenter at once."""

    practices_asked = Signal()

    def __init__(self, presenter: InterviewPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self._shown: tuple[str, int] | None = None
        self._is_filling = False
        self.table, self.words = LandingTable(), WordsArea()
        self._whose, self._more = ElidedLabel("", "caption", "ink2"), Paragraph("", "small", "ink2")
        self.to_practices = LinkButton(tr("Open practices"))
        self._lay_out()
        self.table.landed.connect(self._on_landed)
        self.table.row_chosen.connect(lambda _: self._show_words())
        self.words.textChanged.connect(self._on_words)
        self.to_practices.clicked.connect(self.practices_asked)

    def show_now(self) -> None:
        """The sheet as it is now."""
        given = self._presenter.interview
        if given is None:
            return
        self._some.setVisible(bool(given.sheet))
        self._none.setVisible(not given.sheet)
        if self.table.show_rows(given.sheet):
            put_after(stop_before(self.words), self.table)
        if self._shown is None or self._shown[0] != given.id:
            said = (at for at, each in enumerate(given.sheet) if each.landing is Landing.DISTRUST or each.words)
            self.table.choose_row(next(said, 0))
        self._show_words()

    def stop(self) -> QWidget:
        """What F6 comes to."""
        return self.table.stop() if self.table.rows else self.to_practices

    def forget(self) -> None:
        """Shows no words any more."""
        self._is_filling = True
        self.words.replace_text("")
        self._shown, self._is_filling = None, False

    def _lay_out(self) -> None:
        self._some, self._none = QWidget(), QWidget()
        self._some.setLayout(column(*(self.table, 12, Line(), 20, self._whose, 6, self.words, 10, self._more)))
        self._none.setLayout(
            column(
                Paragraph(tr("There was no practice yet when this conversation began."), "small", "ink2"),
                10,
                row(self.to_practices, ...),
            )
        )
        self.setLayout(
            column(
                *(Label(tr("How we work, and how it lands"), "heading"), 4),
                Paragraph(tr("Describe each practice plainly. Note the first reaction."), "small", "ink2"),
                *(12, self._some, self._none, ...),
            )
        )

    def _show_words(self) -> None:
        given, at = self._presenter.interview, self.table.row
        if given is None or at >= len(given.sheet):
            return
        place, chosen = (given.id, at), given.sheet[at]
        is_other, self._shown = place != self._shown, place
        self._whose.setText(tr("{practice}, in their words").format(practice=one_line(chosen.practice)))
        self._more.setText(more(chosen.landing))
        self._more.setVisible(bool(self._more.text()))
        self._is_filling = True
        if is_other or self.words.text().strip() != chosen.words.strip():
            self.words.replace_text(chosen.words)
        self._is_filling = False

    def _on_landed(self, at: int, landing: Landing) -> None:
        given = self._presenter.interview
        if given is not None:
            self._presenter.land(at, None if given.sheet[at].landing is landing else landing)

    def _on_words(self) -> None:
        if not self._is_filling:
            self._presenter.word(self.table.row, self.words.text())
