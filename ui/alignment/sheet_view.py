"""Left: each of our practices and how it lands, and below it what they said about the chosen one."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.interviews.model import Landing
from app.titles import one_line
from app.translation import tr
from ui.alignment.presenter import AlignmentPresenter
from ui.landing.table import LandingTable
from ui.landing.words import WordsArea, more
from ui.reflection.flow import Flow
from ui.reflection.saved import SavedLine
from ui.theme import tokens
from ui.widgets.buttons import Button, LinkButton
from ui.widgets.labels import ElidedLabel, Label, Line, Paragraph
from ui.widgets.panes import column, row
from ui.widgets.rope import EmptyRope
from ui.widgets.tab_loop import put_after, stop_before

_MEASURE = 480


class SheetView(QWidget):
    """What is said goes to the presenter at once. Without a practice it says what one is for."""

    practices_asked = Signal()

    def __init__(self, presenter: AlignmentPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self._shown: tuple[str, int] | None = None
        self._is_filling = False
        self.table, self.words = LandingTable(shows_words=True), WordsArea()
        self._whose, self._more = ElidedLabel("", "caption", "ink2"), Label("", "small", "ink2")
        self.talk, self._raised = LinkButton(tr("Talk about it next time")), Label("", "small", "ink3")
        self.saved = SavedLine(presenter.kept.autosave)
        self.begin = Button(tr("Open practices"), "primary")
        self._some, self._none = QWidget(), QWidget()
        self._lay_out()
        self.table.landed.connect(presenter.land)
        self.table.row_chosen.connect(lambda _: self._show_words())
        self.words.textChanged.connect(self._on_words)
        self.talk.clicked.connect(lambda: presenter.talk(self.table.row))
        self.begin.clicked.connect(self.practices_asked)

    def stop(self) -> QWidget:
        """What the keyboard comes to."""
        return self.table.stop() if self.table.rows else self.begin

    def show_now(self) -> None:
        """The sheet as it is by now."""
        sheet = self._presenter.sheet
        if sheet is None:
            return
        self._some.setVisible(bool(sheet.rows))
        self._none.setVisible(not sheet.rows)
        if self.table.show_rows(sheet.rows):
            put_after(stop_before(self.words), self.table)
        if self._shown is None or self._shown[0] != sheet.id:
            distrust = (at for at, each in enumerate(sheet.rows) if each.landing is Landing.DISTRUST)
            self.table.choose_row(next(distrust, 0))
        self._show_words()

    def forget(self) -> None:
        """Shows no words any more."""
        self._is_filling = True
        self.words.replace_text("")
        self._shown, self._is_filling = None, False

    def _lay_out(self) -> None:
        behind = QWidget()
        behind.setLayout(Flow(self._more, self.talk, self._raised, across=10, between=2))
        self._behind = behind
        self._some.setLayout(
            column(
                Paragraph(tr("Describe each practice plainly. Note the first reaction."), "small", "ink2"),
                *(10, self.table, 12, Line(), 20, self._whose, 6, self.words, 10, behind, 18, self.saved, ...),
            )
        )
        words = Paragraph(
            tr(
                "The same act reads as care to one person and as distrust to another. Name what you do as a standing "
                "practice first: then each can be put to them here."
            ),
            "reading",
            "ink2",
            is_centred=True,
        )
        words.setMaximumWidth(tokens.scaled(_MEASURE))
        title = Paragraph(tr("No practice to ask about yet"), "display", "ink", is_centred=True)
        self._none.setLayout(
            column(
                *(40, row(..., EmptyRope(), ...), 36, title, 9, row(..., words, ...), 26),
                *(row(..., self.begin, ...), ...),
            )
        )
        self.setLayout(column(self._some, self._none))

    def _show_words(self) -> None:
        sheet, at = self._presenter.sheet, self.table.row
        if sheet is None or at >= len(sheet.rows):
            return
        place, chosen = (sheet.id, at), sheet.rows[at]
        is_other, self._shown = place != self._shown, place
        self._whose.setText(tr("{practice}, in their words").format(practice=one_line(chosen.practice)))
        self._show_behind(chosen.landing, at)
        self.words.setReadOnly(self._presenter.is_read_only)
        self._is_filling = True
        if is_other or self.words.text().strip() != chosen.words.strip():
            self.words.replace_text(chosen.words)
        self._is_filling = False

    def _show_behind(self, landing: Landing | None, at: int) -> None:
        said, is_raised = more(landing), self._presenter.raised(at)
        had_focus = self.talk.hasFocus()
        self._more.setText(said)
        self._raised.setText(tr("On the agenda for next time."))
        self.talk.setVisible(bool(said) and not is_raised and not self._presenter.is_read_only)
        self._raised.setVisible(bool(said) and is_raised)
        self._behind.setVisible(bool(said))
        if had_focus and not self.talk.isVisible():
            self.words.setFocus()

    def _on_words(self) -> None:
        if not self._is_filling:
            self._presenter.word(self.table.row, self.words.text())
