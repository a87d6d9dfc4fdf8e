"""One version of a working agreement to read: what each needs from the other, and how they signal that it slips."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.people.model import Agreement
from app.translation import tr
from ui.theme import tokens
from ui.widgets.labels import Label, Paragraph
from ui.widgets.panes import column, row


class AgreementText(QWidget):
    """Two lists beside each other, and a line below."""

    def __init__(self) -> None:
        super().__init__()
        self._captions = (Paragraph("", "caption", "ink3"), Paragraph("", "caption", "ink3"))
        self._sides = (QVBoxLayout(), QVBoxLayout())
        for side in self._sides:
            side.setSpacing(3)
        self._signal_head = Label(tr("How we signal that it slips"), "caption", "ink3")
        self._signal = Paragraph("", "readingS", "ink")
        halves = row(
            *(column(caption, 5, side, ...) for caption, side in zip(self._captions, self._sides, strict=True)),
            spacing=24,
        )
        halves.setStretch(0, 1)
        halves.setStretch(1, 1)
        self._slips = QWidget()
        self._slips.setLayout(column(16, self._signal_head, 4, self._signal))
        self.setLayout(column(halves, self._slips))

    def show_agreement(self, agreement: Agreement) -> None:
        """Shows this version."""
        they_need = tr("{name} needs from me").format(name=agreement.person)
        i_need = tr("I need from {name}").format(name=agreement.person)
        for caption, words in zip(self._captions, (they_need, i_need), strict=True):
            caption.setText(words)
        for side, promises, name in zip(
            self._sides, (agreement.mine, agreement.theirs), (they_need, i_need), strict=True
        ):
            _fill(side, promises, name)
        self._signal.setText(agreement.signal)
        self._slips.setVisible(bool(agreement.signal.strip()))


def _fill(side: QVBoxLayout, promises: Sequence[str], name: str) -> None:
    while (old := side.takeAt(0)) is not None:
        if (widget := old.widget()) is not None:
            widget.hide()
            widget.deleteLater()
    for words in filter(str.strip, promises):
        line = QWidget()
        dash = Label("–", "readingS", "ink2")
        said = Paragraph(words, "readingS", "ink")
        said.setAccessibleName(tr("{side}: {words}").format(side=name, words=words))
        inner = row(column(dash, ...), said)
        dash.setFixedSize(tokens.scaled(18), tokens.line_height("readingS"))
        inner.setStretch(1, 1)
        line.setLayout(inner)
        side.addWidget(line)
    if not any(map(str.strip, promises)):
        side.addWidget(Label(tr("Nothing yet"), "small", "ink3"))
