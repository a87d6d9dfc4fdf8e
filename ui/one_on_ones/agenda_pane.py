"""Left: with whom and when, the agenda, and a line to add to it."""

from itertools import groupby

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.one_on_ones import wording
from app.one_on_ones.rules import Gone, Item
from app.people.model import Agreement
from app.translation import tr
from ui.clock import today
from ui.one_on_ones import words
from ui.one_on_ones.add_topic import AddTopic
from ui.one_on_ones.agenda_list import AgendaList, Group
from ui.one_on_ones.agenda_row import Row
from ui.one_on_ones.deeds import Deeds
from ui.one_on_ones.presenter import OneOnOnePresenter
from ui.one_on_ones.title import MeetingTitle
from ui.theme import tokens
from ui.widgets.buttons import LinkButton
from ui.widgets.labels import Label, Paragraph
from ui.widgets.panes import ScrollPage, column, row

WIDE, NARROW = 344, 300


class AgendaPane(QWidget):
    """Shows what the presenter has; closing and adding is done through it."""

    entered = Signal()  # Enter on a row
    look_again_asked = Signal(object)  # the check of an agreement was pressed

    def __init__(self, presenter: OneOnOnePresenter, deeds: Deeds) -> None:
        super().__init__()
        self._presenter, self._deeds = presenter, deeds
        self.title = MeetingTitle()
        self._mostly_mine = Paragraph("", "small", "ink2")
        self._nothing = Paragraph("", "small", "ink2")
        self.earlier = LinkButton("", style="small")
        self.earlier.clicked.connect(self._take_earlier)
        self.list = AgendaList()
        self.add = AddTopic(presenter, deeds)
        self._above = QWidget()
        self._above.setLayout(column(row(self.earlier, ...), self._mostly_mine, self._nothing, margins=(8, 0, 8, 12)))
        inside = QWidget()
        inside.setLayout(
            column(
                *(self._above, self.list, 10, self.add, ...),
                margins=(12, 0, 12 - ScrollPage.ROOM, 12),
            )
        )
        head = column(Label(tr("One-on-one"), "caption", "ink2"), 1, self.title, margins=(20, 20, 20, 0))
        self.setLayout(column(head, 14, ScrollPage(inside)))
        self.set_narrow(False)
        self.list.reached.connect(lambda id: presenter.select(id or None))
        self.list.ticked.connect(self._on_ticked)
        self.list.entered.connect(self.entered)
        presenter.shown.connect(self._show)

    def set_narrow(self, narrow: bool) -> None:
        """As wide as there is room for."""
        self._wanted = tokens.scaled(NARROW if narrow else WIDE)
        self.setFixedWidth(self._wanted)

    def keep_within(self, width: int) -> None:
        """At most so wide."""
        self.setFixedWidth(min(self._wanted, width))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), tokens.color("paper"))
        painter.fillRect(self.width() - 1, 0, 1, self.height(), tokens.color("line"))

    def _show(self) -> None:
        presenter = self._presenter
        if presenter.found is None:
            return
        person, items = presenter.person, presenter.items()
        self.title.show_meeting(person, presenter.meeting.date)
        self.add.show_person(person)
        _say(
            self._mostly_mine,
            tr("Most of this is yours so far. What would {person} like to talk about?").format(person=person)
            if presenter.is_mostly_mine()
            else "",
        )
        _say(
            self._nothing,
            "" if items else tr("Nothing is open between you. What is raised waits here until it is closed."),
        )
        earlier = presenter.unanswered()
        self.earlier.setVisible(earlier is not None)
        if earlier is not None:
            self.earlier.say(tr("Did {day} take place?").format(day=words.long_day(earlier.on)))
        self._above.setVisible(bool(earlier or self._mostly_mine.text() or self._nothing.text()))
        self.list.show_groups(self._groups())

    def _take_earlier(self) -> None:
        if (earlier := self._presenter.unanswered()) is not None:
            self._presenter.take(earlier)
            self.list.focus_chosen()

    def _groups(self) -> list[Group]:
        presenter = self._presenter
        person, chosen = presenter.person, presenter.item_id
        groups = []
        for origin, found in groupby(presenter.items(), key=lambda each: each.origin):
            rows = tuple(self._row(each, person, chosen) for each in found)
            groups.append(Group(wording.heading(origin, person), rows))
        in_general = Row("", tr("In general"), "", "", is_closed=False, is_chosen=chosen is None)
        return [*groups, Group("", (in_general,))]

    def _row(self, item: Item, person: str, chosen: str | None) -> Row:
        below = words.below_title(item, person, self._presenter.source(item), today())
        return Row(
            id=item.of.id,
            title=words.title(item),
            below=below,
            avatar=words.avatar_of(item.whose, person),
            is_closed=item.is_closed,
            is_chosen=item.of.id == chosen,
        )

    def _on_ticked(self, id: str) -> None:
        item = next((each for each in self._presenter.items() if each.of.id == id), None)
        if item is None:
            return
        if isinstance(item.of, Agreement):
            self.look_again_asked.emit(item.of)
        elif isinstance(item.of, Gone):
            return
        elif item.is_closed:
            self._deeds.reopen(item.of)
        else:
            self._deeds.close(item.of)


def _say(paragraph: Paragraph, text: str) -> None:
    if paragraph.text() != text:
        paragraph.setText(text)
    paragraph.setVisible(bool(text))
