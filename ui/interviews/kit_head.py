"""The head of a kit: the role and the minutes, which are written here, the other kits, and what else can be done."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app import limits
from app.interviews.model import Kit
from app.translation import tr
from ui.interviews.words import kit_name, shortened
from ui.questions.quiet_fields import MinutesField, RoleLine
from ui.reflection.one_of import OneOf
from ui.theme import tokens
from ui.widgets.buttons import Button, IconButton, LinkButton
from ui.widgets.labels import Label
from ui.widgets.panes import Panel, ScrollPage, column, row

_MANY, _HIGH = 12, 360  # kits, and the pixels that a list of more has
_LONG = 56  # characters


class KitHead(QWidget):
    """Says what was typed and what is asked for."""

    renamed = Signal(str)
    retimed = Signal(int)
    chosen = Signal(str)  # the id of another kit
    line_asked = Signal()
    sheet_asked = Signal()  # to be printed
    scorecard_asked = Signal()
    copy_asked = Signal()
    trash_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._kits: Sequence[Kit] = ()
        self._kit: Kit | None = None
        self._panel: Panel | None = None
        self._label = Label(tr("Kit"), "caption", "ink2")
        self.others = LinkButton(tr("Other kits"), style="caption")
        self.more = IconButton("dots", tr("More about this kit"), size=24)
        self.menu: _Menu | None = None
        self.role = RoleLine(tr("Role"), tr("Which role?"), most=limits.NAME)
        self.minutes = MinutesField("title", "ink", beside=2)
        self.minutes.setAccessibleName(tr("Minutes of the whole conversation"))
        above = row(self._label, 10, self.others, ..., self.more)
        self.setLayout(column(above, 0, row(self.role, Label(",", "title"), self.minutes, ...)))
        self.role.textEdited.connect(self.renamed)
        self.role.returnPressed.connect(self.minutes.setFocus)
        self.minutes.given.connect(self.retimed)
        self.others.clicked.connect(self._open_others)
        self.more.clicked.connect(self._open_menu)

    def show_kit(self, kit: Kit, kits: Sequence[Kit]) -> None:
        """Shows this one; the others can be gone to."""
        self._kit, self._kits = kit, kits
        self.role.show_words(kit.role)
        self.minutes.show_minutes(kit.minutes)
        self.others.setVisible(len(kits) > 1)

    def _open_others(self) -> None:
        if self._panel is not None:
            self._panel.deleteLater()
        if self._kit is None:
            return
        choice = OneOf([(each.id, shortened(kit_name(each), _LONG)) for each in self._kits])
        choice.choose(self._kit.id)
        choice.chosen.connect(self._on_chosen)
        self._panel = Panel(self.others)
        self._panel.setAccessibleName(tr("Other kits"))
        shown: QWidget = choice
        if len(self._kits) > _MANY:
            holder = QWidget()
            holder.setLayout(column(choice, margins=6))
            shown = ScrollPage(holder)
            shown.setFixedSize(holder.sizeHint().width() + ScrollPage.ROOM, tokens.scaled(_HIGH))
        self._panel.setLayout(column(shown, margins=18))
        self._panel.open_at(self.others)

    def _on_chosen(self, id: object) -> None:
        if self._panel is not None and self._panel.underMouse():  # arrow keys go on choosing
            self._panel.close_panel()
        self.chosen.emit(str(id))

    def _open_menu(self) -> None:
        if self.menu is None:
            self.menu = _Menu(self.more)
            self.menu.add(tr("Add a line of your own"), "plus", self.line_asked.emit)
            self.menu.add(tr("Print the interviewer’s sheet"), "printer", self.sheet_asked.emit)
            self.menu.add(tr("Print the scorecard"), "printer", self.scorecard_asked.emit)
            self.menu.add(tr("Copy this kit"), "copy", self.copy_asked.emit)
            self.menu.add(tr("Move to the trash"), "trash", self.trash_asked.emit)
        self.menu.open_at(self.more)


class _Menu(Panel):
    """One line for each of them: whatever else is done with a whole kit gets its line here."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("More about this kit"))
        self._lines = column(margins=8, spacing=2)
        self.setLayout(self._lines)
        self.buttons: list[Button] = []

    def add(self, words: str, icon: str, do: Callable[[], object]) -> None:
        """One more line."""
        made = Button(words, "quiet", icon=icon)

        def chosen() -> None:
            self.close_panel()
            do()

        made.clicked.connect(chosen)
        self._lines.addLayout(row(made, ...))
        self.buttons.append(made)
