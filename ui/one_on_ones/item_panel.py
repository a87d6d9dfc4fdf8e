"""One topic or follow-up, opened beside where it stands: to change its words, to close it, or to put it away."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from PySide6.QtWidgets import QWidget

from app.one_on_ones import changes
from app.one_on_ones.model import FollowUp, Topic
from app.people.model import Agreement, Side
from app.translation import tr
from ui.clock import today
from ui.one_on_ones.day_field import DayField
from ui.one_on_ones.deeds import Deeds
from ui.reflection.fields import show_line
from ui.theme import tokens
from ui.widgets.buttons import Button
from ui.widgets.choices import Toggle
from ui.widgets.fields import LineField
from ui.widgets.labels import Label, Paragraph
from ui.widgets.panes import Panel, column, row
from ui.widgets.segmented import Segmented

_WIDTH = 400
_QUARTER = timedelta(days=91)


class ItemPanel(Panel):
    """Saves as it is typed."""

    def __init__(self, parent: QWidget, deeds: Deeds, first_weekday: int) -> None:
        super().__init__(parent)
        self._deeds = deeds
        self._given: Topic | FollowUp | None = None
        self._title = Label("", "heading")
        self.text = LineField(tr("What it is about"))
        self.side = Segmented(((Side.THEM, tr("Them")), (Side.ME, tr("Me"))), "")
        self.due = DayField(tr("By when"), first_weekday, today, nothing=tr("No date"))
        self.private = Toggle(tr("Only for me"))
        self._private = QWidget()
        only = Label(tr("Only for me: not on an agenda that I share"), "small", "ink2")
        self._private.setLayout(row(self.private, only, ..., spacing=10))
        self.done = Button("", "secondary", size="small")
        self.delete = Button(tr("Move to the trash"), "quiet", icon="trash", size="small")
        self.setFixedWidth(tokens.scaled(_WIDTH))
        self.setLayout(
            column(
                *(self._title, 10, self.text, 12, row(self.side, 10, self.due, ...), 12, self._private, 14),
                row(self.done, ..., self.delete),
                margins=(20, 16, 20, 14),
            )
        )
        self.text.textEdited.connect(lambda text: self._change(text=text))
        self.text.returnPressed.connect(self.close_panel)
        self.side.chosen.connect(self._on_side)
        self.due.chosen.connect(lambda day: self._change(due_on=day))
        self.private.clicked.connect(lambda on: self._change(private=on))
        self.done.clicked.connect(self._on_done)
        self.delete.clicked.connect(self._on_delete)

    def open_for(self, given: Topic | FollowUp, anchor: QWidget) -> None:
        """Opens on it."""
        self._given = given
        is_topic = isinstance(given, Topic)
        self._title.setText(tr("Topic") if is_topic else tr("Follow-up"))
        show_line(self.text, given.text)
        self.side.choose(given.raised_by if isinstance(given, Topic) else given.owner)
        self.side.setAccessibleName(tr("Who raised it") if is_topic else tr("Who promised it"))
        self.due.setVisible(not is_topic)
        if isinstance(given, FollowUp):
            self.due.show_day(given.due_on)
        self.private.setChecked(given.private)
        closes = tr("Close it") if is_topic else tr("It is done")
        self.done.say(closes if changes.is_open(given) else tr("Open it again"))
        self.open_at(anchor)

    def _change(self, **fields: Any) -> None:
        if self._given is not None:
            self._given = replace(self._given, **fields)
            # An empty line is not kept here: there is a button to put something away.
            if self._given.text.strip():
                self._deeds.write(self._given)

    def _on_side(self, key: str) -> None:
        field = "raised_by" if isinstance(self._given, Topic) else "owner"
        self._change(**{field: Side(key)})

    def _on_done(self) -> None:
        given = self._given
        self.close_panel()
        if given is not None:
            (self._deeds.close if changes.is_open(given) else self._deeds.reopen)(given)

    def _on_delete(self) -> None:
        given = self._given
        self.close_panel()
        if given is not None:
            self._deeds.put_away(given)


class LookAgainPanel(Panel):
    """The agreement was looked at: when is the next time?"""

    def __init__(self, parent: QWidget, deeds: Deeds, first_weekday: int) -> None:
        super().__init__(parent)
        self._given: Agreement | None = None
        self.day = DayField(tr("Look at it again on"), first_weekday, today, nothing=tr("No date"))
        self.done = Button(tr("We looked at it"), "secondary", size="small")
        self.setFixedWidth(tokens.scaled(320))
        words = tr("The agreement stays as it is until you change it on their page.")
        self.setLayout(
            column(
                *(Label(tr("Look at it again on"), "caption", "ink2"), 8, row(self.day, ...), 12),
                *(Paragraph(words, "small", "ink2"), 14, row(self.done, ...)),
                margins=(20, 16, 20, 14),
            )
        )
        self._deeds = deeds
        self.done.clicked.connect(self._on_done)

    def open_for(self, given: Agreement, anchor: QWidget) -> None:
        """Opens with a day three months ahead."""
        self._given = given
        self.day.show_day(today() + _QUARTER)
        self.open_at(anchor)

    def _on_done(self) -> None:
        given = self._given
        self.close_panel()
        if given is not None:
            self._deeds.look_again(given, self.day.day())
