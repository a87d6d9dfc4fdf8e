"""Beside the sheet: this week's trust experiment in its sentence, or a quiet way to begin one."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.experiments import rules
from app.experiments.model import Experiment
from app.translation import tr
from ui.theme import tokens
from ui.today.week_read import Looked
from ui.today.week_words import day_of, sentence_of
from ui.widgets.buttons import LinkButton, Pressable
from ui.widgets.labels import Label, Paragraph
from ui.widgets.panes import column, row


class _Sentence(Pressable):
    """The sentence of an experiment, in as many lines as it takes; pressing it opens the experiment."""

    ring_radius = 6

    def __init__(self) -> None:
        self._inside: Paragraph | None = None
        super().__init__("")
        self._inside = Paragraph("", "readingS", "ink")
        self._inside.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._lines = column(self._inside)
        self.setLayout(self._lines)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_sentence(self, sentence: str) -> None:
        assert self._inside is not None  # noqa: S101  made in the constructor
        self.say(sentence)
        self._inside.setText(sentence)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._lines.totalHeightForWidth(width)

    def sizeHint(self) -> QSize:
        width = tokens.scaled(260)
        return QSize(width, self.heightForWidth(width) if self._inside is not None else 0)

    def minimumSizeHint(self) -> QSize:
        return QSize(tokens.scaled(120), tokens.line_height("readingS"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Its words are painted by the lines inside."""


class ExperimentNote(QWidget):
    """Says which experiment runs, and asks for it when it is pressed."""

    opened = Signal(str)  # the id of an experiment; "" to begin one

    def __init__(self) -> None:
        super().__init__()
        self._id = ""
        self.sentence = _Sentence()
        self._day, self._ask = Label("", "small", "ink2"), LinkButton("")
        self._begin = LinkButton(tr("Begin a trust experiment"))
        self._running = QWidget()
        self._running.setLayout(column(self.sentence, 6, row(self._day, ..., self._ask)))
        self.setLayout(
            column(Label(tr("This week’s trust experiment"), "heading"), 10, self._running, row(self._begin, ...))
        )
        self._running.hide()  # until it is known whether there is one
        self._begin.hide()
        self.sentence.clicked.connect(self._on_clicked)
        self._ask.clicked.connect(self._on_clicked)
        self._begin.clicked.connect(self._on_clicked)

    @property
    def way_in(self) -> LinkButton:
        """The link that opens the experiment, or begins one."""
        return self._ask if self._id else self._begin

    def show_week(self, looked: Looked) -> None:
        """Shows the one that runs, or the one that begins today or waits."""
        shown = running_of(looked)
        self._id = shown.id if shown is not None else ""
        self._running.setVisible(shown is not None)
        self._begin.setVisible(shown is None)
        self.setFocusProxy(self.way_in)
        if shown is not None:
            self.sentence.show_sentence(sentence_of(shown))
            self._day.setText(day_of(shown, looked.today))
            is_over = rules.is_over(shown, looked.today)
            self._ask.say(tr("What did you see?") if is_over else tr("Note what you see"))

    def _on_clicked(self) -> None:
        self.opened.emit(self._id)


def running_of(looked: Looked) -> Experiment | None:
    """The experiment that a person is in, or the one that they have begun for later."""
    current = looked.current
    return current if current is not None and current.is_running else looked.next


def beside_strip(looked: Looked) -> str:
    """A few words for the strip of a narrow page."""
    shown = running_of(looked)
    return day_of(shown, looked.today) if shown is not None else ""


def running_id(looked: Looked) -> str:
    """The id of that one; "" where there is none."""
    shown = running_of(looked)
    return shown.id if shown is not None else ""
