"""What is theirs: what they may decide and spend, and how much of the rest."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from app import limits
from app.people.model import Authority
from app.people.rules import AUTHORITIES
from app.people.wording import authority_name
from app.translation import tr
from ui.handover.fields import StepFields
from ui.handover.presenter import HandOverPresenter
from ui.reflection.fields import show_line
from ui.theme import tokens
from ui.widgets.cards import StepCard
from ui.widgets.fields import LineField
from ui.widgets.labels import Label, Paragraph
from ui.widgets.panes import column, row

_GAP, _CARD, _FEWER = 8, 94, 3


class AuthorityChoice(QWidget):
    """The five steps beside each other. Choosing the chosen one again lets go of it."""

    chosen = Signal(object)  # an Authority, or None

    def __init__(self, name: str) -> None:
        super().__init__()
        self._authority: Authority | None = None
        self.setAccessibleName(name)
        self.cards = {each: StepCard(authority_name(each)) for each in AUTHORITIES}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_GAP)
        self._columns = 0
        self._arrange(len(self.cards))
        for each, card in self.cards.items():
            card.setAccessibleDescription(name)
            card.clicked.connect(partial(self._on_clicked, each))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        needed = len(self.cards) * (tokens.scaled(_CARD) + _GAP) - _GAP
        self._arrange(len(self.cards) if event.size().width() >= needed else _FEWER)

    def choose(self, authority: Authority | None) -> None:
        """Shows this one as chosen, without a signal."""
        self._authority = authority
        for card in self.cards.values():
            card.setAutoExclusive(False)  # so that a choice can be let go
        for each, card in self.cards.items():
            card.setChecked(each is authority)
        for card in self.cards.values():
            card.setAutoExclusive(True)

    def _arrange(self, columns: int) -> None:
        """Where the words have no room beside each other, the cards stand in two lines."""
        if columns != self._columns:
            self._columns = columns
            for at, card in enumerate(self.cards.values()):
                self._grid.addWidget(card, at // columns, at % columns)

    def _on_clicked(self, authority: Authority, _checked: bool = False) -> None:
        self.choose(None if authority is self._authority else authority)
        self.chosen.emit(self._authority)


class TheirsFields(StepFields):
    """May decide, may spend, and the level; below it, where they are now with this kind of work."""

    def __init__(self, presenter: HandOverPresenter) -> None:
        super().__init__(presenter)
        self.decide = LineField(tr("May decide"), tr("Pages, order, wording"), most=limits.LINE)
        self.spend = LineField(tr("May spend"), tr("up to €400"), most=limits.LINE)
        self.level = AuthorityChoice(tr("How much is theirs to decide"))
        self._now = Paragraph("", "small", "ink2")
        lines = row(
            column(Label(tr("May decide"), "caption", "ink2"), 2, self.decide),
            16,
            column(Label(tr("May spend"), "caption", "ink2"), 2, self.spend),
        )
        lines.setStretch(0, 366)
        lines.setStretch(2, 200)
        said = Label(tr("How much is theirs to decide"), "caption", "ink2")
        self.setLayout(column(lines, 16, said, 8, self.level, 10, self._now))
        self.decide.textEdited.connect(lambda words: presenter.edit_brief(may_decide=words))
        self.spend.textEdited.connect(lambda words: presenter.edit_brief(may_spend=words))
        self.level.chosen.connect(lambda authority: presenter.edit_brief(authority=authority))
        for signal in (presenter.edited, presenter.loaded):
            signal.connect(self._show_now)
        self.fill()

    def fill(self) -> None:
        brief = self._presenter.delegation.brief
        show_line(self.decide, brief.may_decide)
        show_line(self.spend, brief.may_spend)
        self.level.choose(brief.authority)
        self._show_now()

    def start(self) -> QWidget:
        return self.decide

    def _show_now(self) -> None:
        given = self._presenter.delegation
        level = self._presenter.material.level(given.person, given.work)
        now = level.authority if level is not None else None
        said = ""
        if now is not None and now is not given.brief.authority:
            said = tr("Where they are now, for {work}: {level}.").format(work=given.work, level=authority_name(now))
        elif now is not None:
            said = tr("Where they are now, for {work}.").format(work=given.work)
            if now is not Authority.YOURS:
                said = tr("{said} Two clean deliveries would suggest one step up.").format(said=said)
        self._now.setText(said)
        self._now.setVisible(bool(said))
