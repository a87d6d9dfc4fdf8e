"""The left side of the page: the practices, and what becomes of a decision."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from app.translation import tr
from ui.practices.practice_list import PracticeList
from ui.practices.practice_row import EDGE
from ui.practices.presenter import PracticesPresenter
from ui.practices.words import footnote
from ui.session import Session
from ui.widgets.buttons import Button
from ui.widgets.foot_line import FootLine
from ui.widgets.labels import Label, Paragraph
from ui.widgets.panes import ScrollPage, column, row

_SIDE = 32


class ListPane(QWidget):
    """Shows what a presenter holds."""

    def __init__(self, presenter: PracticesPresenter, session: Session) -> None:
        super().__init__()
        self._presenter = presenter
        self.add = Button(tr("Add a practice"), icon="plus", size="small")
        self.add.clicked.connect(presenter.begin)
        self.list = PracticeList(presenter, session, self.add)
        self._none = Paragraph(tr("No practice yet. The checklists beside this belong to none."), "readingS", "ink2")
        self.note = Paragraph("", "small", "ink2")
        about = tr("How work is looked after when you are not looking. Ask how each one reads.")
        holder = QWidget()
        holder.setLayout(
            column(self.list, self._none, ..., margins=(_SIDE - EDGE, 0, _SIDE - EDGE - ScrollPage.ROOM, 12))
        )
        head = column(row(Label(tr("Practices"), "page"), ..., self.add), 10, Paragraph(about, "small", "ink2"))
        head.setContentsMargins(_SIDE, 20, _SIDE, 8)
        foot = column(self.note, margins=(_SIDE, 13, _SIDE, 23))
        self._scroll = ScrollPage(holder)
        self.setLayout(column(head, self._scroll, FootLine(self._scroll), foot))
        self.list.editing.connect(lambda fields: QTimer.singleShot(0, fields, lambda: self._bring_into_sight(fields)))
        presenter.changed.connect(self._show)

    def _bring_into_sight(self, fields: QWidget) -> None:
        """All of it where there is room, else its beginning."""
        self._scroll.ensureVisible(0, fields.geometry().bottom(), 0, 12)
        self._scroll.ensureVisible(0, fields.y(), 0, 12)

    def _show(self) -> None:
        shown = self._presenter.shown
        self._none.setVisible(not shown)
        self.note.setText(footnote(shown, self._presenter.shelf.today) if shown else "")
