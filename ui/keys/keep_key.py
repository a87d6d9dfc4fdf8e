"""The recovery key is shown once: to be stored somewhere else, and one group of it typed back."""

import os
from pathlib import Path
from random import SystemRandom

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.translation import tr
from app.vault.files import complete_file, writing
from ui import places
from ui.keys.below_field import below_field
from ui.keys.brief_copy import BriefCopy
from ui.keys.key_sheet import KeySheet
from ui.refusals import printable, refusal
from ui.session import Session
from ui.theme import tokens
from ui.widgets import drawing
from ui.widgets.buttons import Button
from ui.widgets.choices import Check
from ui.widgets.fields import Field, FieldError
from ui.widgets.labels import Label, Line, Paragraph
from ui.widgets.panes import column, row

_LOOKALIKES = str.maketrans("OIL", "011", "- \t")


class KeepKey(QWidget):
    """Whoever shows it asks `accepts` before going on. Printing is not offered: it goes through the print system's own
    files and, on some systems, over the network.
    """

    changed = Signal()

    def __init__(self, session: Session, key: str) -> None:
        super().__init__()
        self._session = session
        self._key = key
        groups = key.split("-")
        asked = SystemRandom().randrange(len(groups))
        self._wanted = groups[asked]
        self.save = Button(tr("Save to a drive…"), icon="device-usb", size="large")
        self.copy = Button(tr("Copy for 30 seconds"), "quiet", icon="copy", size="large")
        self.told = Paragraph(style="small", tone="ink2")
        self.told.hide()
        self.group = _GroupField(tr("The {which} group of the key").format(which=_ordinals()[asked]))
        self.matches = _Matches()
        self.matches.hide()
        self.group_error = FieldError()
        self.stored = Check(tr("I have stored it away from this computer"))
        self.stored_error = FieldError()
        question = tr("To be sure your copy is readable, type its {which} group").format(which=_ordinals()[asked])
        self.setLayout(
            column(
                2,
                KeySheet(key),
                12,
                Paragraph(tr("The letters I, L, O and U never appear, so it is easy to copy by hand."), "small"),
                20,
                row(self.save, self.copy, ..., spacing=8),
                self.told,
                32,
                Line(),
                24,
                Paragraph(question, "control", "ink"),
                6,
                row(self.group, 14, self.matches, ...),
                below_field(self.group_error),
                20,
                row(self.stored, ...),
                below_field(self.stored_error),
                2,
            )
        )
        self.group.setMaxLength(16)
        self.group.textChanged.connect(self._on_typed)
        self.stored.toggled.connect(self._on_stored)
        self.save.clicked.connect(self._on_save)
        self.copy.clicked.connect(self._on_copy)

    def accepts(self) -> bool:
        """Whether the key is known to be stored; if not, says what is missing and goes there."""
        if not self._is_typed():
            empty = not self.group.text().strip()
            said = (
                tr("Type that group from your copy first.")
                if empty
                else tr("Your copy differs there. Compare it once more.")
            )
            self._refuse(self.group, self.group_error, said)
            self.group.set_error(True)
            self.group.selectAll()
            return False
        if not self.stored.isChecked():
            self._refuse(self.stored, self.stored_error, tr("Tick this once the key is stored: it is not shown again."))
            return False
        return True

    def _is_typed(self) -> bool:
        return self.group.text().upper().translate(_LOOKALIKES) == self._wanted

    def _refuse(self, field: QWidget, error: FieldError, said: str) -> None:
        error.say(said)
        field.setFocus()

    def _on_typed(self) -> None:
        self.group.set_error(False)
        self.group_error.say("")
        self.matches.setVisible(self._is_typed())
        self.changed.emit()

    def _on_stored(self) -> None:
        self.stored_error.say("")
        self.changed.emit()

    def _on_copy(self) -> None:
        BriefCopy(self._key)
        self._tell(tr("Copied. It leaves the clipboard in 30 seconds."))

    def _on_save(self) -> None:
        name = tr("Courage Journal recovery key.txt")
        path = places.save_file(self, tr("Save the recovery key"), Path.home() / name)
        if path is not None:
            text = note(self._key)
            saved = tr("Saved as {name}. Keep that drive away from this computer.").format(name=printable(path.name))
            self._session.outside(
                self, lambda: _write(path, text), lambda _: self._tell(saved), lambda error: self._tell(refusal(error))
            )

    def _tell(self, said: str) -> None:
        self.told.setText(said)
        self.told.setAccessibleName(said)
        self.told.show()


class _GroupField(Field):
    """Four symbols, set apart as on the sheet."""

    def dress(self) -> None:
        super().dress()
        font = tokens.font("heading")
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, tokens.scaled(2))
        self.setFont(font)
        self.setFixedWidth(tokens.scaled(132))


class _Matches(QWidget):
    """A check, and that it matches."""

    def __init__(self) -> None:
        super().__init__()
        self.setLayout(row(Label(tr("That matches"), "control", "teal"), margins=(tokens.scaled(18) + 4, 0, 0, 0)))

    def paintEvent(self, event: QPaintEvent) -> None:
        drawing.icon(QPainter(self), "check", 0, self.height() / 2, tokens.scaled(18), tokens.color("teal"))


def note(key: str) -> str:
    """What stands in the file: the key, and what it is for whoever finds it."""
    groups = key.split("-")
    return "\n".join(
        [
            tr("Recovery key of a Courage Journal"),
            "",
            "  ".join(groups[:4]),
            "  ".join(groups[4:]),
            "",
            tr("It opens the journal if the passphrase is lost, and so it does for whoever else finds it."),
            tr("Keep it away from the computer that the journal is on."),
            "",
        ]
    )


def _write(path: Path, text: str) -> None:
    with writing(path.parent), complete_file(path) as partial:
        partial.write_text(text, encoding="utf-8", newline=os.linesep)


def _ordinals() -> tuple[str, ...]:
    return (
        tr("first"),
        tr("second"),
        tr("third"),
        tr("fourth"),
        tr("fifth"),
        tr("sixth"),
        tr("seventh"),
        tr("eighth"),
    )
