"""The versions of a working agreement, one after the other: what each says, and what it changed."""

from collections.abc import Iterator, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.people.model import Agreement
from app.people.rules import changes
from app.translation import tr
from ui.people.agreement_text import AgreementText
from ui.theme import tokens
from ui.widgets.buttons import IconButton
from ui.widgets.labels import Label, Paragraph
from ui.widgets.panes import Panel, ScrollPage, column, row
from ui.wording import day_name

_WIDTH, _HEIGHT = 600, 260


class VersionPanel(Panel):
    """The newest first. Each says what it has that the one before it had not, and the other way round."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._at = 0
        self._versions: Sequence[Agreement] = ()
        self.newer, self.older = (
            IconButton("chevron-left", tr("Newer version")),
            IconButton("chevron-right", tr("Older version")),
        )
        self._day, self._text = Label("", "heading"), AgreementText()
        self._changes = QVBoxLayout()
        self._changes.setSpacing(4)
        inside = QWidget()
        inside.setLayout(column(self._text, 18, self._changes, ..., margins=(0, 0, 10, 0)))
        scroll = ScrollPage(inside)
        self.setFixedWidth(tokens.scaled(_WIDTH))
        scroll.setFixedHeight(tokens.scaled(_HEIGHT))
        self.setLayout(column(row(self._day, ..., self.newer, self.older), 14, scroll, margins=20))
        self.newer.clicked.connect(lambda: self._step(-1))
        self.older.clicked.connect(lambda: self._step(1))

    def show_versions(self, versions: Sequence[Agreement]) -> None:
        """Shows these, from the one before the newest on."""
        self._versions, self._at = versions, min(1, len(versions) - 1)
        self._show()

    def changed_words(self) -> list[str]:
        """What the version that is shown changed, in lines."""
        if self._at + 1 >= len(self._versions):
            return [tr("This is the first version.")]
        return list(_said(self._versions[self._at + 1], self._versions[self._at]))

    def _step(self, by: int) -> None:
        self._at = max(0, min(len(self._versions) - 1, self._at + by))
        self._show()

    def _show(self) -> None:
        shown = self._versions[self._at]
        since = tr("Agreed on {day}").format(day=day_name(shown.date))
        self._day.setText(tr("{day}, in force").format(day=since) if self._at == 0 else since)
        self._text.show_agreement(shown)
        self.newer.setEnabled(self._at > 0)
        self.older.setEnabled(self._at + 1 < len(self._versions))
        while (old := self._changes.takeAt(0)) is not None:
            if (widget := old.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for each in self.changed_words():
            self._changes.addWidget(Paragraph(each, "small", "ink2"))


def _said(before: Agreement, after: Agreement) -> Iterator[str]:
    found, name = changes(before, after), after.person
    if found.are_none:
        yield tr("It says the same as the version before.")
    for words in (*found.mine_added, *found.theirs_added):
        side = tr("{name} needs, new: {words}") if words in found.mine_added else tr("I need, new: {words}")
        yield side.format(name=name, words=words)
    for words in (*found.mine_gone, *found.theirs_gone):
        side = tr("{name} needs, no longer: {words}") if words in found.mine_gone else tr("I need, no longer: {words}")
        yield side.format(name=name, words=words)
    if found.signal is not None:
        was, now = found.signal
        said = tr("The signal was: {words}") if was else tr("The signal is new: {words}")
        yield said.format(words=was or now)
