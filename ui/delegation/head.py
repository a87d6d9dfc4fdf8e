"""Whose it is, and its dates, below the title; the way to change what was agreed."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.delegation.history import History, Stage
from app.translation import tr, trn
from ui.reflection.flow import Flow
from ui.widgets.buttons import Button, LinkButton
from ui.widgets.chips import Avatar
from ui.widgets.labels import Label, Paragraph
from ui.widgets.panes import column, row
from ui.wording import day_name

_LONGEST = 32


class Head(QWidget):
    """Says what there is to say, and leaves out the rest."""

    edit_asked = Signal()
    person_asked = Signal(str)  # a name

    def __init__(self) -> None:
        super().__init__()
        self._name = ""
        self._title = Paragraph("", "page", "ink", weight=600)
        self._avatar = Avatar("", size=22)
        self.person = LinkButton("", tone="ink", weight=600)
        self._dates, self._kind = Label("", "small", "ink2"), Label("", "small", "ink2")
        self.edit = Button(tr("Edit"), "quiet", icon="pencil", size="small")
        self._whose, about = QWidget(), QWidget()
        self._whose.setLayout(row(self._avatar, 8, self.person))
        about.setLayout(Flow(self._whose, self._dates, self._kind, across=12, between=4))
        line = row(column(5, about, ...), 8, column(self.edit, ...))  # its first line stands beside the button
        line.setStretch(0, 1)
        self.setLayout(column(self._title, 8, line))
        self.edit.clicked.connect(self.edit_asked)
        self.person.clicked.connect(lambda: self.person_asked.emit(self._name))

    def show_history(self, told: History, today: date) -> None:
        """Says whose it is and when."""
        given = told.delegation
        self._title.setText(given.title.strip() or given.work.strip() or tr("No name yet"))
        self._avatar.show_name(given.person or "")
        self._whose.setVisible(bool(given.person))
        self._name = given.person or ""
        self.person.say(_short(self._name))
        self.person.setAccessibleName(self._name)
        self._dates.setText(_dates(told, today))
        self._kind.setText(tr("Kind: {work}").format(work=_short(given.work.strip())))
        self._kind.setVisible(bool(given.work.strip()))


def _dates(told: History, today: date) -> str:
    begun, due = told.delegation.handed_over_on, told.delegation.brief.due_on
    if begun is None:
        return tr("A draft, not handed over yet")
    said = tr("Handed over {day}").format(day=day_name(begun))
    if due is None:
        return said
    said = tr("{said}, due {day}").format(said=said, day=day_name(due))
    late = (today - due).days
    if told.stage is Stage.HANDED_OVER and late > 0:
        ago = trn("{said}, {count} day ago", "{said}, {count} days ago", late)
        return ago.format(said=said, count=late)
    return said


def _short(name: str) -> str:
    """A name that leaves room for what stands beside it."""
    return name if len(name) <= _LONGEST else name[: _LONGEST - 1] + "…"
