"""Beside the sheet: whether the last changes held, and at most two that come out of this debrief."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from app import limits
from app.delegation.lasting import Decided
from app.delegation.model import ChangeKind, Lasted
from app.people.model import Authority
from app.people.wording import authority_name
from app.practices.wording import checklist_name
from app.translation import tr
from ui.advice.block import AdviceBlock
from ui.debrief.changed import Changed
from ui.debrief.presenter import DebriefPresenter, kind_name
from ui.reflection.flow import Flow
from ui.reflection.name_pill import NamePill
from ui.reflection.saved import SavedLine
from ui.widgets.buttons import Button
from ui.widgets.labels import Label, Line, Paragraph
from ui.widgets.panes import column, row
from ui.widgets.segmented import Segmented
from ui.widgets.tab_loop import put_after, stop_before
from ui.widgets.writing import WritingArea
from ui.wording import day_name

_ICONS = {
    ChangeKind.CHECKLIST: "checklist",
    ChangeKind.PRACTICE: "repeat",
    ChangeKind.AGREEMENT: "users",
    ChangeKind.LEVEL: "stairs",
}


class ChangeLine(WritingArea):
    """One line of words, over as many lines as it needs: Enter goes on to what comes next."""

    def __init__(self, name: str) -> None:
        self.is_filling = False
        words = tr("What is different from now on")
        super().__init__(name, words, 1, maximum_height=160, style="readingS", most=limits.LINE, lined=True)

    def show_words(self, words: str) -> None:
        """Shows these, unless they stand there already: the cursor then stays where it is."""
        if words != self.text():
            self.is_filling = True
            self.replace_text(words)
            self.is_filling = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.focusNextChild()
        else:
            super().keyPressEvent(event)


class Slot(QWidget):
    """One change: its type, where it is made, and a line."""

    def __init__(self, presenter: DebriefPresenter, at: int) -> None:
        super().__init__()
        self._presenter, self._at = presenter, at
        number = at + 1
        kinds = [kind_name(each) for each in ChangeKind]
        self.kind = NamePill(tr("Type of change {number}").format(number=number), tr("Type"), lambda: kinds, adds=False)
        self.where = NamePill(
            tr("Where change {number} is made").format(number=number), tr("A new one"), self._places, adds=False
        )
        self.line = ChangeLine(tr("Change {number}").format(number=number))
        self.level = NamePill(
            tr("Level from now on"), tr("Which level"), lambda: [authority_name(each) for each in Authority], adds=False
        )
        pills = QWidget()
        pills.setLayout(Flow(self.kind, self.where, self.level, between=6))
        self.setLayout(column(pills, 4, self.line))
        self.kind.chosen.connect(lambda _: self._tell())
        self.where.chosen.connect(lambda _: self._tell())
        self.line.textChanged.connect(self._on_typed)
        self.level.chosen.connect(self._on_level)
        presenter.taken.connect(self.fill)
        self.fill()

    def fill(self) -> None:
        """Shows what is in hand."""
        given = self._presenter.changes[self._at]
        self.kind.show_name(kind_name(given.what) if given is not None else "")
        if given is not None:
            names = dict(self._known())
            self.where.show_name(names.get(given.about or "", ""))
        self.line.show_words(given.text if given is not None else "")
        self.level.show_name(self.line.text() if given is not None and given.what is ChangeKind.LEVEL else "")
        self._fit()

    def _kind(self) -> ChangeKind | None:
        chosen = self.kind.chosen_name()
        return next((each for each in ChangeKind if kind_name(each) == chosen), None)

    def _known(self) -> list[tuple[str, str]]:
        found, kind = self._presenter.found, self._kind()
        if found is None:
            return []
        if kind is ChangeKind.CHECKLIST:
            return [(each.id, checklist_name(each.name)) for each in found.checklists]
        return [(each.id, each.name) for each in found.practices] if kind is ChangeKind.PRACTICE else []

    def _places(self) -> list[str]:
        return [name for _, name in self._known()]

    def _on_level(self, name: str) -> None:
        self.line.show_words(name)
        self._tell()

    def _on_typed(self) -> None:
        if not self.line.is_filling:
            self._tell()

    def _tell(self) -> None:
        about = next((id for id, name in self._known() if name == self.where.chosen_name()), None)
        kind = self._kind()
        if kind is None and self.line.text().strip():
            kind = ChangeKind.AGREEMENT  # what has no type yet is a promise of one's own
            self.kind.show_name(kind_name(kind))
        self._presenter.change(self._at, kind, self.line.text() if kind is not None else "", about)
        self._fit()

    def _fit(self) -> None:
        kind = self._kind()
        self.kind.show_icon(_ICONS[kind] if kind is not None else "")
        self.where.setVisible(kind in (ChangeKind.CHECKLIST, ChangeKind.PRACTICE))
        self.level.setVisible(kind is ChangeKind.LEVEL)
        self.line.setVisible(kind is not ChangeKind.LEVEL)


class Beside(QWidget):
    """The column at the right."""

    close_asked = Signal()

    def __init__(self, presenter: DebriefPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self._from = Label("", "small", "ink2")
        self._asked = QVBoxLayout()
        self._asked.setSpacing(14)
        self._last = QWidget()
        self._last.setLayout(
            column(Label(tr("Did the last changes hold?"), "heading"), 2, self._from, 12, self._asked, 20, Line(), 18)
        )
        self.slots = [Slot(presenter, at) for at in range(limits.CHANGES)]
        self.changed, self.advice = Changed(), AdviceBlock()
        self.finish = Button(tr("Close the debrief"), "primary")
        self._saved = SavedLine(presenter.autosave)
        head = row(Label(tr("What changes now"), "heading"), ..., Label(tr("at most two"), "small", "ink2"))
        enough = Paragraph(tr("Two is enough. The next debrief asks whether they held."), "small", "ink2")
        slots = [each for slot in self.slots for each in (slot, 14)]
        self._open, self._suggested = QWidget(), QWidget()
        self._open.setLayout(column(head, 12, *slots, enough))
        self._suggested.setLayout(column(4, Line(), 18, self.advice))
        self._foot = row(self._saved, self.finish, spacing=10)
        self._foot.setStretch(0, 1)
        self._foot.setAlignment(self.finish, Qt.AlignmentFlag.AlignRight)
        self.setLayout(column(self._last, self._open, self.changed, 18, self._foot, 14, self._suggested, ...))
        self.finish.clicked.connect(self.close_asked)
        presenter.taken.connect(self._fill)
        presenter.autosave.changed.connect(lambda _: self._fit())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Whether it is saved stands beside the button where there is room for it, else above it."""
        needed = self._saved.sizeHint().width() + self._foot.spacing() + self.finish.sizeHint().width()
        directions = QBoxLayout.Direction
        self._foot.setDirection(directions.LeftToRight if needed <= self.width() else directions.TopToBottom)

    def _fill(self) -> None:
        found, given = self._presenter.found, self._presenter.debrief
        asked = found.asked if found is not None else ()
        while (old := self._asked.takeAt(0)) is not None:
            if (widget := old.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for each in asked:
            self._asked.addWidget(self._question(each))
        put_after(stop_before(self._last), self._last)
        self._last.setVisible(bool(asked))
        if asked and asked[0].debrief.closed_on is not None:
            self._from.setText(tr("From the debrief of {day}").format(day=day_name(asked[0].debrief.closed_on)))
        is_closed = given is not None and given.closed_on is not None
        self.finish.setVisible(not is_closed)
        self._open.setVisible(not is_closed)
        self.changed.setVisible(is_closed)
        if given is not None:
            self.changed.show_debrief(given)
        suggested = found.advice if found is not None and is_closed else None
        self.advice.show_advice(suggested)
        self._suggested.setVisible(suggested is not None)

    def _question(self, asked: Decided) -> QWidget:
        options = [(Lasted.HELD, tr("Held")), (Lasted.PARTLY, tr("Partly")), (Lasted.SLIPPED, tr("Slipped"))]
        words = asked.change.text.strip() or kind_name(asked.change.what)
        choice = Segmented([(key.value, said) for key, said in options], words, allows_none=True, compact=True)
        choice.choose(asked.change.lasted.value if asked.change.lasted else "")
        choice.chosen.connect(partial(self._on_answered, asked))
        made = QWidget()
        kind = Label(kind_name(asked.change.what), "caption", "ink2")
        made.setLayout(column(Paragraph(words, "readingS", "ink"), 2, kind, 8, row(choice, ...)))
        return made

    def _on_answered(self, asked: Decided, key: str) -> None:
        self._presenter.answer(asked, Lasted(key) if key else None)
