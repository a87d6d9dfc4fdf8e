"""One person in the list, to go to: those of today in full, those who left in a line."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QResizeEvent

from app.one_on_ones.rules import Meeting
from app.people.wording import lack_in_words
from app.roster import Known
from app.translation import tr
from ui.people.columns import EDGE, Column, columns
from ui.people.pillar_marks import paint_marks
from ui.people.words import lately, meeting_day, mentions, role_and_time, row_in_words, when_it_is
from ui.theme import tokens
from ui.widgets import drawing
from ui.widgets.buttons import LinkButton
from ui.widgets.chips import paint_avatar
from ui.widgets.labels import plain_tooltip
from ui.widgets.rows import paint_row_ground
from ui.widgets.stepping import Stepping

_ROW, _SMALL_ROW, _AVATAR, _SMALL_AVATAR = 80, 48, 40, 28
_NAME = 18  # pixels: between two sizes of the scale


class ListRow(Stepping):
    """A row that arrow keys move between. It is the tab stop, with its links, only while it is the current one."""

    ring_radius = 10

    def __init__(self, known: Known, height: int) -> None:
        self.known, self._height = known, height
        super().__init__(known.person.name)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(row_in_words(known))

    @property
    def links(self) -> Sequence[LinkButton]:
        """What can be done in the row."""
        return self.findChildren(LinkButton)

    def set_stop(self, is_stop: bool) -> None:
        """Whether Tab stops here."""
        for each in (self, *self.links):
            each.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_stop else Qt.FocusPolicy.ClickFocus)

    def sizeHint(self) -> QSize:
        return QSize(tokens.scaled(300), tokens.scaled(self._height))

    def minimumSizeHint(self) -> QSize:
        return QSize(tokens.scaled(120), tokens.scaled(self._height))

    def paint_ground(self, painter: QPainter) -> None:
        """What is behind it, and the line below."""
        paint_row_ground(painter, QRectF(self.rect()).adjusted(0, 4, 0, -6), hovered=self.underMouse())
        painter.fillRect(EDGE, self.height() - 1, self.width() - 2 * EDGE, 1, tokens.color("line"))


class PersonRow(ListRow):
    """Somebody of today."""

    rhythm_asked = Signal(str)  # the id of the person

    def __init__(self, known: Known) -> None:
        super().__init__(known, _ROW)
        self._rhythm: LinkButton | None = None
        if known.next is None:
            self._rhythm = LinkButton(tr("Set a rhythm"))
            self._rhythm.setParent(self)
            self._rhythm.setAccessibleName(tr("Set a rhythm with {name}").format(name=known.person.name))
            self._rhythm.clicked.connect(lambda: self.rhythm_asked.emit(known.person.id))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        shown, name = columns(self.width() - 2 * EDGE), self.known.person.name
        room = shown["who"].width - tokens.scaled(_AVATAR) - 16
        about = role_and_time(self.known.person)
        cut = [name] if drawing.width_of(name, _name_font()) > room else []
        cut += [about] if drawing.width_of(about, tokens.font("small")) > room else []
        self.setToolTip(plain_tooltip("\n".join(cut)))
        if self._rhythm is not None:
            column, hint = shown["next"], self._rhythm.sizeHint()
            self._rhythm.setGeometry(
                EDGE + column.left, self.height() // 2, min(hint.width(), column.width), hint.height()
            )

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, middle = QPainter(self), (self.height() - 1) / 2
        self.paint_ground(painter)
        shown = columns(self.width() - 2 * EDGE)
        self._paint_who(painter, shown["who"], middle)
        meeting = self.known.next
        if meeting is None:
            self._pair(painter, shown["next"], (tr("No date yet"), ""), tone="ink3")
        else:
            self._pair(painter, shown["next"], meeting_in_lines(meeting, shown["next"].width))
        if "open" in shown:
            words = self.known.oldest or tr("Nothing open")
            self._pair(painter, shown["open"], (str(self.known.open_items), words))
        if "last" in shown:
            named = self.known.last_named
            said = lately(named) if named else tr("not yet")
            self._one(painter, shown["last"], said, tone="ink" if named else "ink3")
        if "pillars" in shown:
            self._paint_pillars(painter, shown["pillars"])
        size = tokens.scaled(16)
        drawing.icon(painter, "chevron-right", self.width() - EDGE - size, middle, size, tokens.color("ink2"))

    def _paint_who(self, painter: QPainter, column: Column, middle: float) -> None:
        side = tokens.scaled(_AVATAR)
        paint_avatar(painter, QRectF(EDGE, middle - side / 2, side, side), self.known.person.name)
        left = EDGE + side + 16
        room, about = column.width - side - 16, role_and_time(self.known.person)
        line = tokens.scaled(24)
        top = middle - (line if about else line / 2) + (1 if about else 0)
        drawing.text(painter, QRectF(left, top, room, line), self.known.person.name, _name_font(), tokens.color("ink"))
        area = QRectF(left, middle + 2, room, tokens.line_height("small"))
        drawing.text(painter, area, about, tokens.font("small"), tokens.color("ink2"))

    def _pair(self, painter: QPainter, column: Column, words: tuple[str, str], tone: str = "ink") -> None:
        line, middle = tokens.line_height("small"), self.height() // 2
        above, below = (QRectF(EDGE + column.left, top, column.width, line) for top in (middle - line + 1, middle + 1))
        font = tokens.font("control" if tone == "ink" else "small", tabular=True)
        drawing.text(painter, above, words[0], font, tokens.color(tone))
        drawing.text(painter, below, words[1], tokens.font("small"), tokens.color("ink2"))

    def _one(self, painter: QPainter, column: Column, words: str, tone: str) -> None:
        area = QRectF(EDGE + column.left, 0, column.width, self.height())
        drawing.text(painter, area, words, tokens.font("control" if tone == "ink" else "small"), tokens.color(tone))

    def _paint_pillars(self, painter: QPainter, column: Column) -> None:
        lack, line = lack_in_words(self.known.balance), tokens.scaled(20)
        middle = self.height() / 2
        top = middle - line if lack else middle - line / 2
        paint_marks(painter, QRectF(EDGE + column.left, top, column.width, line), self.known.balance)
        area = QRectF(EDGE + column.left, middle + 1, column.width + 10, tokens.scaled(18))
        drawing.text(painter, area, lack, tokens.font("caption"), tokens.color("ink3"))


def meeting_in_lines(meeting: Meeting, room: int) -> tuple[str, str]:
    """When it is, in two lines; the time goes to the second where the first has no room for it."""
    day, far = meeting_day(meeting), when_it_is(meeting.on)
    if not meeting.time or drawing.width_of(day, tokens.font("control", tabular=True)) <= room:
        return day, far
    return meeting_day(replace(meeting, time=None)), tr("{time}, {far}").format(time=meeting.time, far=far)


def _name_font() -> QFont:
    font = tokens.font("title")
    font.setPixelSize(tokens.scaled(_NAME))
    return font


class ArchivedRow(ListRow):
    """Somebody who is kept, and out of today."""

    back_asked = Signal(str)  # the id of the person
    erase_asked = Signal(str)

    def __init__(self, known: Known) -> None:
        super().__init__(known, _SMALL_ROW)
        name = known.person.name
        self.back = LinkButton(tr("Bring back"))
        self.back.setAccessibleName(tr("Bring back {name}").format(name=name))
        self.erase = LinkButton(tr("Erase…"), tone="ink2")
        self.erase.setAccessibleName(tr("Erase {name}…").format(name=name))
        for each, asked in ((self.back, self.back_asked), (self.erase, self.erase_asked)):
            each.setParent(self)
            each.clicked.connect(lambda _=False, asked=asked: asked.emit(known.person.id))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        right = self.width() - EDGE
        for link in reversed(self.links):
            hint = link.sizeHint()
            link.setGeometry(right - hint.width(), (self.height() - hint.height()) // 2, hint.width(), hint.height())
            right -= hint.width() + 20

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, middle = QPainter(self), (self.height() - 1) / 2
        self.paint_ground(painter)
        side, person = tokens.scaled(_SMALL_AVATAR), self.known.person
        paint_avatar(painter, QRectF(EDGE + 6, middle - side / 2, side, side), person.name)
        small, left = tokens.font("small"), EDGE + tokens.scaled(_AVATAR) + 16
        right = self.back.x() - 40
        said = mentions(self.known.mentions)
        width = drawing.width_of(said, small) + 1
        ink = tokens.color("ink2")
        room = right - left - width - 24
        name = min(drawing.width_of(person.name, tokens.font("control")), room)
        drawing.text(painter, QRectF(left, 0, name, self.height()), person.name, tokens.font("control"), ink)
        about = QRectF(left + name + 16, 0, room - name - 16, self.height())
        if about.width() > tokens.scaled(40):
            drawing.text(painter, about, role_and_time(person), small, ink)
        drawing.text(painter, QRectF(right - width, 0, width, self.height()), said, small, ink)
