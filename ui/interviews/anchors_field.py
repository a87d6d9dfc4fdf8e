"""What each rating means: for each of the four what an answer does, and the same in two or three words."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app import limits
from app.interviews.model import ANCHORS, Anchor
from app.translation import tr
from ui.theme import tokens
from ui.widgets.fields import LineField
from ui.widgets.labels import Label
from ui.widgets.panes import column, row

_NUMBER = 22


class AnchorsField(QWidget):
    """Four, from 1 to 4. Where nothing is written there are none."""

    changed = Signal(object)  # a tuple of Anchors

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("What each rating means"))
        self.texts: list[LineField] = []
        self.shorts: list[LineField] = []
        rows = []
        for rating in range(1, ANCHORS + 1):
            number = Label(str(rating), "control", "ink2", tabular=True, weight=600)
            named = {"rating": rating}
            text = LineField(tr("Rating {rating}: what the answer does").format(**named))
            short = LineField(tr("Rating {rating}, in short").format(**named), "", "small", most=limits.NAME)
            text.setPlaceholderText(tr("What the answer does"))
            short.setPlaceholderText(tr("In two or three words"))
            number.setFixedSize(tokens.scaled(_NUMBER), text.sizeHint().height() - 3)
            self.texts.append(text)
            self.shorts.append(short)
            line = row(number, column(text, 2, short))
            line.setAlignment(number, Qt.AlignmentFlag.AlignTop)
            line.setStretch(1, 1)
            rows.append(line)
        self.setLayout(column(*rows, spacing=12))
        for field in (*self.texts, *self.shorts):
            field.textEdited.connect(lambda _: self.changed.emit(self.anchors()))

    def anchors(self) -> tuple[Anchor, ...]:
        """As they are written now."""
        both = zip(self.texts, self.shorts, strict=True)
        given = tuple(Anchor(text=text.text(), short=short.text()) for text, short in both)
        return given if any(each.text.strip() or each.short.strip() for each in given) else ()

    def show_anchors(self, given: Sequence[Anchor]) -> None:
        """Shows these, without a signal."""
        filled = [*given, *[Anchor()] * ANCHORS][:ANCHORS]
        for text, short, anchor in zip(self.texts, self.shorts, filled, strict=True):
            for field, words in ((text, anchor.text), (short, anchor.short)):
                field.setText(words)
                field.setCursorPosition(0)
