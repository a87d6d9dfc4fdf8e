"""Above the conversation: the kit and the candidate, the clock with its bar, and what else can be done."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.interviews import conversation
from app.interviews.wording import candidate_name, clock
from app.translation import tr
from ui.candidates import words
from ui.interview.presenter import InterviewPresenter
from ui.interview.time_bar import TimeBar
from ui.theme import tokens
from ui.widgets.buttons import Button, IconButton, LinkButton, Pressable
from ui.widgets.clock_face import ClockFace
from ui.widgets.drawing import text, width_of
from ui.widgets.labels import Label, plain_tooltip
from ui.widgets.panes import Panel, column, row
from ui.wording import day_name

_LEAST_NAME = 60


class CandidateName(Pressable):
    """ "Candidate C"; pressed, they can go by something else."""

    ring_radius = 6

    def __init__(self) -> None:
        super().__init__("")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def show_name(self, name: str) -> None:
        """What they go by."""
        self.say(name)
        self.setAccessibleName(tr("{name}, change what they go by").format(name=name))

    def enterEvent(self, event: QEnterEvent) -> None:
        """Where the name is cut, the tooltip has all of it."""
        super().enterEvent(event)
        is_cut = self.sizeHint().width() > self.width()
        self.setToolTip(plain_tooltip(self.words()) if is_cut else tr("Change what they go by"))

    def sizeHint(self) -> QSize:
        return QSize(width_of(self.words(), tokens.font("title")) + 2, tokens.line_height("title"))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(tokens.scaled(_LEAST_NAME), self.sizeHint().width()), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        tone = "teal" if self.underMouse() else "ink"
        text(QPainter(self), QRectF(self.rect()), self.words(), tokens.font("title"), tokens.color(tone))


class Head(QWidget):
    """One row. Of a conversation of another day, or one that is finished, the clock is only read."""

    def __init__(self, presenter: InterviewPresenter, deeds: list[tuple[str, str, Callable[[], None]]]) -> None:
        """`deeds` are the words, the icon and the doing of what else there is."""
        super().__init__()
        self._presenter = presenter
        self.kit, self.candidate = LinkButton("", tone="ink2", style="caption"), CandidateName()
        self.kit.setFixedHeight(tokens.scaled(18))
        self.kit.setMinimumWidth(tokens.scaled(_LEAST_NAME))  # a long role ends with an ellipsis
        self.time, self._of = ClockFace(), Label("", "small", "ink2", tabular=True)
        self.bar = TimeBar()
        self.pause = Button(tr("Pause"), "quiet", icon="player-pause")
        self._day = Label("", "small", "ink2")
        self.more = IconButton("dots", tr("More about this conversation"))
        self.menu = Panel(self)
        self.buttons: dict[str, Button] = {}
        for said, icon, do in deeds:
            self.buttons[icon] = self._button(said, icon, do)
        self.menu.setLayout(column(*(row(each, ...) for each in self.buttons.values()), margins=8, spacing=2))
        self._lay_out()
        self.pause.clicked.connect(presenter.pause)
        self.more.clicked.connect(lambda: self.menu.open_at(self.more))

    def set_narrow(self, narrow: bool) -> None:
        """The bar gives way first, since the figures say the same."""
        side = 28 if narrow else 40
        self._row.setContentsMargins(side, 0, side, 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(0, self.height() - 1, self.width(), 1, tokens.color("line"))

    def show_now(self) -> None:
        """The kit and the candidate."""
        given = self._presenter.interview
        if given is None:
            return
        self.kit.say(words.kit_words(self._presenter.kit))
        self.candidate.show_name(candidate_name(given.candidate))
        runs = self._presenter.can_run
        self.pause.setVisible(runs)
        self._day.setVisible(not runs)
        self._day.setText(day_name(given.date))
        self.buttons["user-plus"].setVisible(self._presenter.is_over and self._presenter.person is None)
        self.buttons["users"].setVisible(self._presenter.person is not None)
        for each in ("refresh", "printer"):
            self.buttons[each].setVisible(self._presenter.is_over)
        self.buttons["check"].setVisible(not self._presenter.is_over)
        self.buttons["table"].setVisible(self._presenter.others > 0)
        self.show_time()

    def show_time(self) -> None:
        """The clock went on, or stands."""
        given = self._presenter.interview
        if given is None:
            return
        seconds, minutes = conversation.elapsed(given), self._presenter.minutes
        self.time.setText(clock(seconds))
        self._of.setText(tr("of {time}").format(time=clock(minutes * 60)))
        self.bar.show_time([each.minutes for each in given.parts], conversation.progress(given))
        self.bar.setAccessibleName(words.clock_aloud(seconds, minutes))
        paused = self._presenter.is_paused
        if self.pause.words() != (said := tr("Go on") if paused else tr("Pause")):
            self.pause.say(said)
            self.pause.show_icon("player-play" if paused else "player-pause")

    def _lay_out(self) -> None:
        self.setFixedHeight(tokens.scaled(76))
        name = row(self.candidate, ...)
        name.setStretch(1, 1)
        left = column(..., row(self.kit, ...), name, 4, ...)
        time = row(self.time, 8, column(3, self._of), 12, self.bar)
        self._row = row(left, 24, time, 20, self.pause, self._day, 4, self.more)
        self._row.setStretch(0, 1)
        self.setLayout(self._row)
        self.set_narrow(False)

    def _button(self, said: str, icon: str, do: Callable[[], None]) -> Button:
        made = Button(said, "quiet", icon=icon)

        def close_and_do() -> None:
            self.menu.close_panel()
            do()

        made.clicked.connect(close_and_do)
        return made
