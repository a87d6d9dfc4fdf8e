"""What came out of a debrief that is closed: each change in its words, and the way to where it was made."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.delegation.model import Change, ChangeKind, Debrief
from app.translation import tr
from ui.debrief.presenter import kind_name
from ui.reference import PEOPLE, PRACTICES, Reference
from ui.widgets.buttons import LinkButton
from ui.widgets.labels import Label, Paragraph
from ui.widgets.panes import column, row
from ui.wording import day_name

_PAGES = {
    ChangeKind.CHECKLIST: PRACTICES,
    ChangeKind.PRACTICE: PRACTICES,
    ChangeKind.AGREEMENT: PEOPLE,
    ChangeKind.LEVEL: PEOPLE,
}


class Changed(QWidget):
    """Nothing of it can be changed here any more."""

    referred = Signal(object)  # a Reference

    def __init__(self) -> None:
        super().__init__()
        self._day, self._lines = Label("", "small", "ink2"), QVBoxLayout()
        self._lines.setSpacing(14)
        self.setLayout(column(Label(tr("What changed"), "heading"), 2, self._day, 12, self._lines))

    def show_debrief(self, given: Debrief) -> None:
        """Shows what came out of this one."""
        if given.closed_on is not None:
            self._day.setText(tr("Closed {day}").format(day=day_name(given.closed_on)))
        while (old := self._lines.takeAt(0)) is not None:
            if (widget := old.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for each in given.changes:
            self._lines.addWidget(self._line(each))
        if not given.changes:
            self._lines.addWidget(Paragraph(tr("Nothing, and that can be right."), "small", "ink2"))

    def _line(self, given: Change) -> QWidget:
        made = QWidget()
        words = given.text.strip() or kind_name(given.what)
        kind: QWidget = Label(kind_name(given.what), "caption", "ink2")
        if given.about is not None:
            kind = link = LinkButton(kind_name(given.what), style="caption")
            link.setAccessibleName(tr("{kind}: {words}").format(kind=kind_name(given.what), words=words))
            link.clicked.connect(partial(self._go, Reference(_PAGES[given.what], id=given.about)))
        made.setLayout(column(Paragraph(words, "readingS", "ink"), 2, row(kind, ...)))
        return made

    def _go(self, where: Reference) -> None:
        self.referred.emit(where)
