"""One line of an agenda: a tick that closes it, its words, and how long it has been waiting."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.one_on_ones.model import FollowUp, Topic
from app.one_on_ones.rules import Item
from app.people.model import Side
from app.translation import tr, trn
from ui.clock import today
from ui.people.words import lately
from ui.widgets.choices import Check
from ui.widgets.excerpt import Excerpt
from ui.widgets.labels import Paragraph
from ui.widgets.panes import column, row
from ui.wording import day_name


class AgendaRow(QWidget):
    """What was closed today stays, struck through, until the day is over."""

    ticked = Signal(object, bool)  # the Item, and whether it is closed now

    def __init__(self, item: Item, name: str) -> None:
        super().__init__()
        self.item = item
        self.check = Check(name=words_of(item))
        self._words, self._about = Excerpt(), Paragraph("", "small", "ink3")
        kept = self.check.sizePolicy()
        kept.setRetainSizeWhenHidden(True)  # what cannot be ticked stands below the others
        self.check.setSizePolicy(kept)
        beside = row(column(self.check, ...), 10, column(self._words, self._about))
        beside.setStretch(2, 1)
        self.setLayout(beside)
        self.check.clicked.connect(lambda on: self.ticked.emit(self.item, on))
        self.show_item(item, name)

    def show_item(self, item: Item, name: str) -> None:
        """Shows how this one stands."""
        self.item = item
        self.check.setChecked(item.is_closed)
        self.check.setVisible(isinstance(item.of, Topic | FollowUp))
        about = about_item(item, name)
        self.check.setAccessibleName(words_of(item))
        self.check.setAccessibleDescription(about)
        self._words.say(words_of(item), "ink3" if item.is_closed else "ink", is_struck=item.is_closed)
        self._about.setText(about)

    def set_read_only(self, is_read_only: bool) -> None:
        """Whether it can be ticked."""
        self.check.setEnabled(not is_read_only)


def words_of(item: Item) -> str:
    """What it is about."""
    return item.text or tr("Look at the working agreement again")


def about_item(item: Item, name: str) -> str:
    """ "Carried over twice, 14 days"."""
    if item.is_closed:
        return tr("Done today")
    said = [_whose(item, name), _waiting(item)]
    if item.due_on is not None:
        due = tr("due {day}") if item.due_on >= today() else tr("was due {day}")
        said.append(due.format(day=lately(item.due_on)))
    words = ", ".join(filter(None, said))
    return words[:1].upper() + words[1:]


def _whose(item: Item, name: str) -> str:
    if isinstance(item.of, FollowUp):
        return tr("you promised it") if item.whose is Side.ME else tr("{name} promised it").format(name=name)
    if isinstance(item.of, Topic) and item.whose is Side.THEM:
        return tr("from {name}").format(name=name)
    return ""


def _waiting(item: Item) -> str:
    days = (today() - item.since).days
    ago = trn("{count} day", "{count} days", days).format(count=days)
    if item.carried == 1:
        return tr("carried over once, {ago}").format(ago=ago)
    if item.carried == 2:
        return tr("carried over twice, {ago}").format(ago=ago)
    if item.carried:
        return tr("carried over {count} times, {ago}").format(count=item.carried, ago=ago)
    if isinstance(item.of, FollowUp):
        return ""
    if not isinstance(item.of, Topic):
        return tr("agreed on {day}").format(day=day_name(item.since))
    return tr("added {day}").format(day=lately(item.since))
