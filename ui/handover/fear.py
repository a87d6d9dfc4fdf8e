"""Before letting go: what the owner fears, how likely it feels and how good it will be. Only the owner sees it."""

from PySide6.QtWidgets import QWidget

from app import limits
from app.delegation.record import QUALITY
from app.translation import tr
from ui.handover.fields import StepFields
from ui.handover.presenter import HandOverPresenter
from ui.reflection.flow import Flow
from ui.theme import tokens
from ui.widgets.choices import PullSlider, Segmented
from ui.widgets.labels import Label
from ui.widgets.messages import Icon
from ui.widgets.panes import Card, column, row
from ui.widgets.writing import WritingArea

_LIKELY = 276  # pixels, so that both numbers stand beside each other


class FearFields(StepFields):
    """The private block. The note has no place for any of it."""

    def __init__(self, presenter: HandOverPresenter) -> None:
        super().__init__(presenter)
        self._is_filling = False
        name = tr("What I fear")
        placeholder = tr("The worst that you expect")
        self.area = WritingArea(name, placeholder, 1, style="readingS", most=limits.WORDS, lined=True)
        self.likely = PullSlider(tr("How likely does it feel?"), of_ten=True)
        self.likely.setMaximumWidth(tokens.scaled(_LIKELY))
        options = [(str(each), str(each)) for each in range(QUALITY[0], QUALITY[1] + 1)]
        self.quality = Segmented(options, tr("How good will it be?"), allows_none=True, compact=True)
        self._word = Label("", "small", "ink2")
        never = Label(tr("Only you see this. It never goes into the note."), "caption", "ink2", wraps=True)
        head = row(Icon("lock", size=14, tone="ink3"), never, spacing=9)
        head.setStretch(1, 1)
        likely, quality, numbers = QWidget(), QWidget(), QWidget()
        likely.setLayout(column(Label(tr("How likely does it feel?"), "control"), 8, self.likely, ...))
        good = row(Label(tr("How good will it be?"), "control"), 10, self._word, ...)
        quality.setLayout(column(good, 8, row(self.quality, ...), ...))
        numbers.setLayout(Flow(likely, quality, across=20, between=12))
        block = Card(fill="sunk")
        block.setLayout(column(head, 14, Label(name, "control"), 2, self.area, 16, numbers, margins=(18, 12, 18, 12)))
        self.setLayout(column(block))
        self.area.textChanged.connect(self._on_changed)
        self.likely.changed.connect(lambda value: presenter.edit(likelihood=value))
        self.quality.chosen.connect(self._on_quality)
        self.fill()

    def fill(self) -> None:
        given = self._presenter.delegation
        if given.fear != self.area.text():
            self._is_filling = True
            self.area.replace_text(given.fear)
            self._is_filling = False
        self.likely.set_value(given.likelihood)
        self.quality.choose("" if given.quality is None else str(given.quality))
        self._word.setText(quality_word(given.quality))

    def start(self) -> QWidget:
        return self.area

    def _on_changed(self) -> None:
        if not self._is_filling:
            self._presenter.edit(fear=self.area.text())

    def _on_quality(self, key: str) -> None:
        quality = int(key) if key else None
        self._word.setText(quality_word(quality))
        self._presenter.edit(quality=quality)


def quality_word(quality: int | None) -> str:
    """ "good enough": what a number from 1 to 5 says; "" for none."""
    words = (tr("cannot be used"), tr("needs work"), tr("good enough"), tr("good"), tr("better than mine"))
    return words[quality - 1] if quality is not None else ""
