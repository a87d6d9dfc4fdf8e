"""Privacy: what the journal is kept from and what not, first in short, then all of it."""

from collections.abc import Sequence

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.translation import tr
from ui.settings.section import Section
from ui.theme import tokens
from ui.widgets import drawing
from ui.widgets.buttons import LinkButton
from ui.widgets.labels import Label, Paragraph
from ui.widgets.panes import column, row


class PrivacySection(Section):
    """Says what is promised, and as plainly what is not."""

    def __init__(self) -> None:
        super().__init__(tr("Privacy"), "shield-lock")
        self.more = LinkButton(tr("Read all of it"))
        self.all = QWidget()
        self.all.setLayout(
            column(*(Paragraph(each, "body") for each in _everything()), spacing=12, margins=(0, 14, 0, 0))
        )
        self.all.hide()
        columns = row(
            _column(tr("What it keeps your words from"), _kept_from()),
            _column(tr("What it cannot keep them from"), _not_kept_from()),
            spacing=40,
        )
        columns.setStretch(0, 1)
        columns.setStretch(1, 1)
        swap = tr("Memory that sleeps to disk can hold traces. Turn on disk encryption in your system as well.")
        last = row(Paragraph(swap, "small"), 40, self.more)
        last.setStretch(0, 1)
        self.add(columns, 24, last, self.all)
        self.more.clicked.connect(self._on_more)

    def _on_more(self) -> None:
        shown = not self.all.isVisible()
        self.all.setVisible(shown)
        self.more.say(tr("Show less") if shown else tr("Read all of it"))


class _Point(QWidget):
    def __init__(self, icon: str, words: str) -> None:
        super().__init__()
        self._icon = icon
        self.setLayout(row(Paragraph(words, "body"), margins=(28, 0, 0, 0)))

    def paintEvent(self, event: QPaintEvent) -> None:
        middle = tokens.line_height("body") / 2
        drawing.icon(QPainter(self), self._icon, 0, middle, tokens.scaled(16), tokens.color("ink2"))


def _column(title: str, points: Sequence[tuple[str, str]]) -> QWidget:
    made = QWidget()
    made.setLayout(column(Label(title, "heading"), *(_Point(*each) for each in points), ..., spacing=11))
    return made


def _kept_from() -> tuple[tuple[str, str], ...]:
    return (
        ("device-laptop", tr("Whoever finds or repairs the laptop")),
        ("user-off", tr("A colleague at your desk, once it is locked")),
        ("users", tr("Another person who signs in to this computer")),
        ("world-off", tr("Any network. The program never opens a connection")),
    )


def _not_kept_from() -> tuple[tuple[str, str], ...]:
    return (
        ("bug", tr("Malware, or an administrator, while it is unlocked")),
        ("keyboard", tr("Something that records your keys")),
        ("file-export", tr("What you exported or printed")),
        ("gavel", tr("A court’s order. Encrypted does not mean legally privileged")),
        ("key-off", tr("Losing the passphrase and the recovery key together")),
    )


def _everything() -> tuple[str, ...]:
    return (
        tr(
            "Everything you write is encrypted before it reaches the disk, with a random key that never changes. Your "
            "passphrase and your recovery key each unlock that key; nobody else has either, and nobody can reset them."
        ),
        tr(
            "So it is kept from whoever has the disk, a backup or a copy in a cloud, from a colleague at the "
            "unattended desk once it is locked, and from other people who sign in to this computer."
        ),
        tr(
            "A crash, a power cut, a full disk or a bad upgrade does not cost what was saved. If somebody changes the "
            "files, that is noticed when the journal is opened."
        ),
        tr(
            "What you paste or import is shown as plain text and never opened or run. No connection of any kind is "
            "made: no account, no cloud, no counting of how you use it."
        ),
        tr(
            "It cannot help against malware, an administrator or something that records your keys while it is "
            "unlocked, nor against somebody who makes you unlock it."
        ),
        tr(
            "Losing the passphrase and the recovery key together loses the journal. A backup opens with the secrets of "
            "its day, also after they were changed."
        ),
        tr(
            "Memory can be written to the disk by the system when it sleeps or runs short. Only the encryption of the "
            "whole disk covers that."
        ),
        tr(
            "Whoever can write to the folder can put the whole of it back to an older state, and that looks like an "
            "older state. What you export, print or copy leaves all of this protection."
        ),
        tr("Encrypted does not mean legally privileged: a court can order you to open it."),
    )
