"""The day once it is finished: what was written, what is planned, and a way back in."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.reflections import rules
from app.reflections.model import Reflection
from app.translation import tr
from ui.today.planned import plan_sentence
from ui.widgets.buttons import Button, LinkButton
from ui.widgets.chips import PillarChip, PullDot
from ui.widgets.labels import ElidedLabel, Label, Line, Paragraph
from ui.widgets.panes import Card, column, row


class Summary(Card):
    """Quiet: nothing is counted, and everything can be opened again."""

    reopened = Signal(object)  # a Reflection
    begun = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._plan = QVBoxLayout()
        self._again = Button(tr("Open it again"), "secondary", icon="pencil")
        self._more = Button(tr("Write another"), "quiet", icon="plus")
        self._latest: Reflection | None = None
        self._again.clicked.connect(lambda: self.reopened.emit(self._latest))
        self._more.clicked.connect(self.begun)
        self.setLayout(
            column(
                Label(tr("Done for today"), "title"),
                6,
                Paragraph(tr("It is saved and encrypted. The rest of the day is for other things."), "small", "ink2"),
                20,
                self._rows,
                self._plan,
                24,
                row(self._again, 8, self._more, ...),
                margins=(32, 28, 32, 28),
            )
        )

    def show_day(self, written: Sequence[Reflection]) -> None:
        """What was written on the day, newest first."""
        self._latest = next(iter(written), None)
        for layout in (self._rows, self._plan):
            while (old := layout.takeAt(0)) is not None:
                if (widget := old.widget()) is not None:
                    widget.deleteLater()
        for each in written:
            self._rows.addWidget(Line())
            self._rows.addWidget(self._row(each))
        plans = [plan for each in written for plan in each.commitments if plan.is_open]
        if plans:
            self._plan.addWidget(Line())
            self._plan.addSpacing(16)
            self._plan.addWidget(Label(tr("Planned next"), "caption", "ink3"))
            for plan in plans:
                self._plan.addSpacing(4)
                self._plan.addWidget(Paragraph(plan_sentence(plan), "readingS", "ink"))

    def focus_start(self) -> None:
        """Puts the focus on the way back in."""
        self._again.setFocus()

    def _row(self, written: Reflection) -> QWidget:
        content = written.content
        shown = rules.title(content) or tr("No words yet")
        words = ElidedLabel(shown, "readingS")
        open_again = LinkButton(tr("Open"))
        open_again.setAccessibleName(tr("Open {title}").format(title=shown))
        open_again.clicked.connect(lambda: self.reopened.emit(written))
        about = row(spacing=8)
        if content.time is not None:
            about.addWidget(Label(content.time, "caption", "ink2", tabular=True))
        if content.pillar is not None:
            about.addWidget(PillarChip(content.pillar, filled=False))
        if content.pull is not None:
            about.addWidget(PullDot(content.pull))
            about.addWidget(Label(str(content.pull), "caption", "ink2", tabular=True))
        about.addStretch(1)
        shown_row = QWidget()
        said = column(words, 2, about) if about.count() > 1 else column(words)
        both = row(said, 16, open_again, margins=(0, 12, 0, 12))
        both.setStretch(0, 1)
        shown_row.setLayout(both)
        return shown_row
