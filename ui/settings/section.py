"""What every section of the settings is made of: a title, rows with a control at their right, hairlines."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.settings.sides import Measured, Sides
from ui.theme import tokens
from ui.widgets.labels import Label, Line, Paragraph
from ui.widgets.panes import Item, column, row

HEADER = 72
TOP = 19


class Section(QWidget):
    """One part of the page. `title` and `icon` stand in the list of sections, too."""

    def __init__(self, title: str, icon: str, words: str = "") -> None:
        super().__init__()
        self.title, self.icon = title, icon
        self.body: QVBoxLayout = column(_Title(title))
        if words:
            self.add(Measured(words), 10)
        self.setLayout(self.body)
        self.setAccessibleName(title)

    def add(self, *items: Item) -> None:
        """Puts more below."""
        for item in items:
            if isinstance(item, QWidget):
                self.body.addWidget(item)
            elif isinstance(item, int):
                self.body.addSpacing(item)
            elif item is ...:
                self.body.addStretch(1)
            else:
                self.body.addLayout(item)

    def refresh(self) -> None:
        """Shows what is so now."""


class _Title(Label):
    """As high as the header that covers it when the page is scrolled there."""

    def __init__(self, title: str) -> None:
        super().__init__(title, "page")
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), tokens.scaled(HEADER) - TOP - 2)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class Setting(QWidget):
    """A row: what it is, what that means, and at its right what changes it."""

    def __init__(self, title: str, words: str, *controls: QWidget, line: bool = True) -> None:
        super().__init__()
        self.words = Paragraph(words, "small", "ink2")
        if not words:
            self.words.hide()
        told = column(Label(title, "body"), 1, self.words)
        parts = column(Sides(told, row(*controls, spacing=8), padding=9))
        if line:
            parts.addWidget(Line())
        self.setLayout(parts)
