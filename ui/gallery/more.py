"""The second half of the gallery: what the pages of the first window are made of beside the components."""

from datetime import date, timedelta

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.settings import Look
from app.translation import tr
from ui.gallery.ropes import as_designed, crowded
from ui.theme import tokens
from ui.widgets.buttons import Button, IconButton, KeyCap, LinkButton, SearchButton
from ui.widgets.cards import LookCard, OptionCard
from ui.widgets.chips import Pill, Tag
from ui.widgets.days import Calendar, FiveWeeks, WeekStrip
from ui.widgets.excerpt import Excerpt
from ui.widgets.fields import Field, LineField, PassphraseField
from ui.widgets.labels import ElidedLabel, Paragraph
from ui.widgets.panes import Card
from ui.widgets.quiet_row import Figure, QuietRow
from ui.widgets.record_row import RecordRow
from ui.widgets.rope import EmptyRope, OnboardingRope
from ui.widgets.strip import StripItem
from ui.widgets.writing import WritingArea

_TODAY = date(2026, 3, 10)
_PULLS = (4, 6, 5, None, 8, 6, 4, 2, 5, 4, 7, 5, 2, 9, 8, 6, 4, 1, 5)


class More(QWidget):
    """Fields, cards, days and ropes, in the sizes that the pages give them."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(1360, 1080)
        self._put_first_start()
        self._put_today()
        self._put_days()
        self._put(as_designed(_TODAY), 570, 690, 780)
        self._put(crowded(_TODAY), 570, 845, 780)
        self._put_numbers()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), tokens.color("paper"))
        painter.fillRect(QRectF(0, 0, 480, 200), tokens.color("rail"))

    def _put(self, widget: QWidget, left: int, top: int, width: int = 0, height: int = 0) -> QWidget:
        widget.setParent(self)
        width = width or widget.sizeHint().width()
        tall = widget.heightForWidth(width) if widget.hasHeightForWidth() else widget.sizeHint().height()
        widget.setGeometry(left, top, width, height or tall)
        return widget

    def _put_first_start(self) -> None:
        self._put(OnboardingRope(), 0, 0)
        passphrase = PassphraseField(tr("Passphrase"))
        passphrase.setText("quiet ladder pepper harbour")
        passphrase.show_typed(True)
        again = PassphraseField(tr("Type it again"))
        again.setText("quiet ladder pepper harbour")
        again.mark_matching(True)
        self._put(passphrase, 40, 220, 480)
        self._put(again, 40, 270, 480)
        folder = Field(tr("Where your journal lives"), leading_icon="folder")
        folder.setText("/home/maya/.local/share/courage-journal")
        self._put(folder, 40, 320, 382)
        self._put(Button(tr("Change…"), size="large"), 430, 320)
        opens = OptionCard(
            tr("Ask for the passphrase each time"), tr("Safest. You type it each time the journal opens.")
        )
        opens.setChecked(True)
        keeps = OptionCard(
            tr("Unlock with this computer"),
            tr("Your system keeps a key while you are signed in. Other programs you run could use it too."),
        )
        self._put(opens, 40, 376, 480)
        self._put(keeps, 40, 443, 480)
        for number, look in enumerate(Look):
            card = LookCard(look)
            card.setChecked(look is Look.SYSTEM)
            card.setAutoExclusive(False)
            self._put(card, 40 + 122 * number, 534, 114)
        self._put(Button(tr("Unlock"), "primary", keys="↵", size="wide"), 40, 636, 360)
        self._put(Button(tr("Finish for today"), "primary", keys="Ctrl ↵"), 40, 696)
        self._put(LinkButton(tr("Another prompt"), icon="refresh"), 240, 702)
        self._put(Button(tr("New entry"), icon="plus", size="small"), 390, 698)
        self._put(IconButton("lock", tr("Not for export"), bordered=True), 520, 698)
        self._put(EmptyRope(), 40, 750)

    def _put_today(self) -> None:
        self._put(Card(), 560, 20, 400, 540)
        self._put(Pill("redo, Jonas", size="small"), 584, 40)
        self._put(Pill(tr("All pillars"), boxed=True), 700, 37)
        self._put(Tag("writing", removable=True), 820, 40)
        line = LineField(tr("What pulled you to step in?"))
        line.setText("The chart still used last year’s colours.")
        self._put(line, 584, 80, 348)
        self._put(LineField(tr("I will"), tr("do what, in a few words"), "reading"), 584, 126, 266)
        self.area = WritingArea(tr("Reflection"), tr("Three words are enough"))
        self.area.replace_text(
            "Honestly, not the numbers. Those have been right.\nPerhaps it is one sentence: who it is for"
        )
        self._put(self.area, 584, 180, 352, 162)
        self._put(WritingArea(tr("First"), tr("Three words are enough"), 2, style="readingS"), 584, 356, 352)
        self._put(Paragraph(tr("Begin with one piece of work that can survive a mistake.")), 584, 450, 352)
        self._put(ElidedLabel("A very long line that has no room to be said to its end here", "small"), 584, 520, 200)
        said = Excerpt(struck := tr("Conference budget, answer either way"))
        said.say(struck, "ink3", is_struck=True)
        self._put(said, 584, 580, 300)
        self._put(Excerpt("A topic that takes more lines than an agenda has room for. " * 4), 584, 610, 300)
        strip = StripItem(tr("On your watch today"))
        strip.say_beside(tr("3 due"))
        self._put(strip, 584, 690)
        self._put(SearchButton(tr("Search or jump to…"), "Ctrl K"), 990, 20, 304)
        self._put(KeyCap("Esc"), 990, 66)

    def _put_numbers(self) -> None:
        numbers = QuietRow()
        numbers.show_numbers(
            [
                Figure("1.4", tr("hover index"), "hover"),
                Figure("3 of 4", tr("check-ins kept"), "check-ins"),
                Figure(tr("not enough yet"), tr("hours handed back"), "payback", is_known=False),
                Figure("4", tr("days you wrote")),
            ]
        )
        self._put(numbers, 570, 1004, 780)
        self._put(RecordRow(tr("Dropped in, 3 March"), "It was only a look, and it was not agreed."), 40, 1014, 480)

    def _put_days(self) -> None:
        days = {_TODAY - timedelta(number * 5 // 3): pull for number, pull in enumerate(_PULLS)}
        weeks, strip, month = FiveWeeks(), WeekStrip(), Calendar()
        for widget in (weeks, month):
            widget.show_days(_TODAY, days)
        strip.show_days(_TODAY, days | {_TODAY - timedelta(5 * n): n % 11 for n in range(8, 60)})
        self._put(weeks, 990, 110, 304)
        self._put(strip, 990, 340, 352)
        self._put(month, 990, 410, 304)
