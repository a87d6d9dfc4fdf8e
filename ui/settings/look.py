"""Look: colours and the size of text, on this computer."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from app import settings
from app.settings import TEXT_SIZES, Look
from app.translation import tr
from ui.settings.section import Section, Setting
from ui.widgets.choices import LookCard, Segmented
from ui.widgets.panes import row


class LookSection(Section):
    """Kept on this computer, not in the journal: it has to be known before the journal opens."""

    look_changed = Signal()

    def __init__(self) -> None:
        super().__init__(tr("Look"), "palette", tr("For this computer. Another one can look different."))
        self.looks = QButtonGroup(self)
        cards = row(spacing=8)
        for each in Look:
            card = LookCard(each)
            self.looks.addButton(card)
            cards.addWidget(card)
        cards.addStretch(1)
        holder = QWidget()
        holder.setLayout(cards)
        sizes = [(str(size), tr("{percent} %").format(percent=size)) for size in TEXT_SIZES]
        self.text_size = Segmented(sizes, tr("Text size"))
        self.add(holder, 10, Setting(tr("Text size"), tr("Everything grows with it."), self.text_size, line=False))
        self.looks.buttonClicked.connect(self._on_look)
        self.text_size.chosen.connect(self._on_size)
        self.refresh()

    def refresh(self) -> None:
        kept = settings.load()
        for card in self.looks.buttons():
            card.setChecked(isinstance(card, LookCard) and card.look is kept.look)
        self.text_size.choose(str(kept.text_size))

    def _on_look(self, card: LookCard) -> None:
        settings.keep(look=card.look)
        self.look_changed.emit()

    def _on_size(self, key: str) -> None:
        settings.keep(text_size=int(key))
        self.look_changed.emit()
