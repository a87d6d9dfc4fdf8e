"""One prompt, read: the question, what it is for, when it is asked, and what can be done to it."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.prompts.own import Entry
from app.prompts.wording import comes_up, moment_name
from app.translation import tr
from ui.prompts.rows import marks
from ui.reflection.flow import Flow
from ui.theme import tokens
from ui.widgets.buttons import Button
from ui.widgets.chips import PillarChip
from ui.widgets.labels import Label, Paragraph
from ui.widgets.messages import Icon
from ui.widgets.panes import ScrollPage, column, row
from ui.wording import day_name


class Reading(ScrollPage):
    """Shows an entry."""

    def __init__(self) -> None:
        holder = QWidget()
        super().__init__(holder)
        self._facts = Flow(across=14, between=6)
        self.question = Paragraph("", "title", "ink", selectable=True)
        self.question.setAccessibleName(tr("Question"))
        self._shown: tuple[object, ...] = ()
        self._said = QVBoxLayout()
        self._said.setSpacing(0)
        room = 32 - ScrollPage.ROOM
        self._all = column(self._facts, 14, self.question, 22, self._said, ..., margins=(32, 24, room, 24))
        holder.setLayout(self._all)

    def show_entry(self, entry: Entry, used: Mapping[str, date], *, all_are_retired: bool) -> None:
        """Shows it, with the days on which each prompt was last written about; nothing is made anew that is there."""
        shown = (entry, used.get(entry.prompt.id), all_are_retired)
        if shown == self._shown:
            return
        self._shown = shown
        self._facts.clear()
        for part in (PillarChip(entry.prompt.pillar), *_marks(entry)):
            self._facts.addWidget(part)
            part.show()
        if self.question.text() != entry.prompt.question:
            self.question.setText(entry.prompt.question)
            self.verticalScrollBar().setValue(0)
        while (old := self._said.takeAt(0)) is not None:
            if (widget := old.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for title, words in self._facts_of(entry, used, all_are_retired=all_are_retired):
            self._say(title, words, "body")
        if entry.is_edited and entry.original is not None:
            self._say(tr("As it came along"), entry.original.question, "readingS")
        self._all.invalidate()

    def _say(self, title: str, words: str, style: str) -> None:
        said = QWidget()
        said.setLayout(column(Label(title, "caption", "ink3"), 3, Paragraph(words, style, "ink2"), 16))
        self._said.addWidget(said)
        said.show()

    def _facts_of(self, entry: Entry, used: Mapping[str, date], *, all_are_retired: bool) -> list[tuple[str, str]]:
        prompt = entry.prompt
        last = used.get(prompt.id)
        asked = comes_up(prompt)
        if entry.is_retired:
            asked = tr("Not any more. Reflections that answered it still show it.")
            if all_are_retired:
                asked = tr("All prompts are retired, so all of them are asked.")
        found = [
            (tr("What it is for"), prompt.purpose.strip()),
            (tr("What it looks at"), moment_name(prompt.moment)),
            (tr("When it is asked"), asked),
            (tr("Last written about"), day_name(last) if last else tr("Not yet")),
        ]
        return [(title, words) for title, words in found if words]


class Deeds(QWidget):
    """The buttons below it. `retire` says what it will do."""

    edit_asked = Signal()
    retire_asked = Signal(bool)  # to be retired, or to be asked again
    restore_asked = Signal()
    put_away_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._is_retired = False
        self.edit = Button(tr("Edit"), icon="pencil", size="small")
        self.retire = Button(tr("Retire"), "quiet", icon="circle-dashed", size="small")
        self.restore = Button(tr("Restore the original"), "quiet", icon="arrow-back-up", size="small")
        self.put_away = Button(tr("Move to the trash"), "quiet", icon="trash", size="small")
        self.edit.clicked.connect(self.edit_asked)
        self.retire.clicked.connect(lambda: self.retire_asked.emit(not self._is_retired))
        self.restore.clicked.connect(self.restore_asked)
        self.put_away.clicked.connect(self.put_away_asked)
        buttons = QWidget()
        buttons.setLayout(Flow(self.edit, self.retire, self.restore, self.put_away, across=6, between=6))
        self.setLayout(column(buttons, margins=(32, 12, 24, 12)))

    def show_entry(self, entry: Entry) -> None:
        """Offers what can be done to it."""
        self._is_retired = entry.is_retired
        self.retire.say(tr("Ask again") if entry.is_retired else tr("Retire"))
        for button, is_there in ((self.restore, entry.is_edited), (self.put_away, entry.is_own)):
            if not is_there and button.hasFocus():
                self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            button.setVisible(is_there)


def _marks(entry: Entry) -> list[QWidget]:
    made = []
    for icon, words in marks(entry):
        mark = QWidget()
        mark.setFixedHeight(tokens.scaled(24))
        mark.setLayout(row(Icon(icon, size=14, tone="ink3"), Label(words, "caption", "ink2"), spacing=5))
        made.append(mark)
    return made
