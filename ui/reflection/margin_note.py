"""The margin note: the question behind a phrase that blames, below the writing area; quiet, and soon dismissed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from app.phrasing.library import in_words, phrasebook
from app.phrasing.rules import Phrasebook
from app.translation import tr
from ui.reflection.draft import Draft
from ui.reflection.noticing import Noticing
from ui.session import PREFERENCES, Change, Session
from ui.widgets.buttons import LinkButton
from ui.widgets.labels import Paragraph
from ui.widgets.messages import announce
from ui.widgets.panes import row
from ui.widgets.writing import WritingArea

ABOVE = 6


class MarginNote(QWidget):
    """Hidden while there is nothing to ask. It never takes the focus, and gives it back to the text."""

    shown = Signal(bool)  # it takes room now, or none
    said = Signal(str, object)  # something done, and how to undo it

    def __init__(self, area: WritingArea, draft: Draft, session: Session) -> None:
        super().__init__()
        self._area, self._session = area, session
        self._book: Phrasebook | None = None
        self._made_for: object = None
        self.noticing = Noticing(area, self._phrasebook)
        self._question = Paragraph("", "readingS", "ink2")
        self.not_now = LinkButton(tr("Not now"), tone="ink2", style="caption")
        self.never = LinkButton(tr("Never for this phrase"), tone="ink2", style="caption")
        layout = row(self._question, 16, self.not_now, 16, self.never, margins=(0, ABOVE, 0, 0))
        layout.setStretch(0, 1)
        self.setLayout(layout)
        self.hide()
        self.noticing.changed.connect(self._show)
        self.not_now.clicked.connect(self._on_not_now)
        self.never.clicked.connect(self._on_never)
        draft.replaced.connect(self.noticing.look_soon)
        session.changed.connect(self._on_changed)

    def question(self) -> str:
        """What it asks; "" while it is hidden."""
        return "" if self.isHidden() else self._question.text()

    def _show(self) -> None:
        nearest, was_hidden = self.noticing.nearest, self.isHidden()
        if nearest is not None:
            self._question.setText(nearest.rule.question)
            words = nearest.words.selectedText()
            self.setAccessibleName(tr("“{phrase}”: {question}").format(phrase=words, question=nearest.rule.question))
        elif self.isAncestorOf(QApplication.focusWidget() or self._area):
            self._go_back()
        if was_hidden == (nearest is not None):
            self.setVisible(nearest is not None)
            self.shown.emit(nearest is not None)
        if nearest is not None:
            announce(self)

    def _on_not_now(self) -> None:
        self.noticing.dismiss()
        self._go_back()

    def _on_never(self) -> None:
        nearest = self.noticing.nearest
        if nearest is None:
            return
        rule, session = nearest.rule, self._session

        def undo() -> None:
            off = session.preferences.phrases_off
            session.prefer(session, phrases_off=tuple(each for each in off if each != rule.id))

        session.prefer(session, phrases_off=(*session.preferences.phrases_off, rule.id))
        self._go_back()
        self.said.emit(tr("“{phrase}” is not noticed any more").format(phrase=in_words(rule.phrase)), undo)

    def _go_back(self) -> None:
        self._area.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_changed(self, change: Change, _origin: object) -> None:
        if change.kind == PREFERENCES and self._made_for not in (None, self._wanted()):
            self.noticing.look_anew()

    def _wanted(self) -> object:
        kept = self._session.preferences
        return kept.notices_blame, kept.phrases_off, kept.own_phrases

    def _phrasebook(self) -> Phrasebook | None:
        """Made anew only when the owner prefers something else. Today is there before the journal is open."""
        if not self._session.is_open:
            return None
        kept, wanted = self._session.preferences, self._wanted()
        if wanted != self._made_for:
            self._made_for = wanted
            self._book = phrasebook(kept.phrases_off, kept.own_phrases) if kept.notices_blame else None
        return self._book
