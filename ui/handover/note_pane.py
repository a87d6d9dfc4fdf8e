"""The note that grows beside the steps, as the one who gets it will read it."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app import limits
from app.delegation.note import HandOverNote, Part, Section, as_text, heading, whose
from app.translation import tr
from ui.handover.steps import Step
from ui.theme import tokens
from ui.widgets import drawing
from ui.widgets.buttons import IconButton, LinkButton, SearchButton
from ui.widgets.fields import LineField
from ui.widgets.folding import Folding
from ui.widgets.labels import ElidedLabel, Label, Paragraph
from ui.widgets.messages import Icon
from ui.widgets.panes import ScrollPage, column, row

_COMES_WITH = {
    Section.DONE: Step.DONE,
    Section.WHY: Step.WHY,
    Section.SUPPORT: Step.SUPPORT,
    Section.THEIRS: Step.THEIRS,
    Section.MEETINGS: Step.MEETINGS,
    Section.SECOND_EYES: Step.EYES,
}
_BOX = 14


class _Line(QWidget):
    """A paragraph of the note; a point has a box before it."""

    def __init__(self, text: str, *, ticked: bool) -> None:
        super().__init__()
        self._ticked = ticked
        left = tokens.scaled(_BOX) + 9 if ticked else 0
        self.setLayout(column(Paragraph(text, "readingS", "ink"), margins=(left, 0, 0, 0)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._ticked:
            side = tokens.scaled(_BOX)
            top = (tokens.line_height("readingS") - side) / 2
            drawing.box(QPainter(self), QRectF(0, top, side, side), 3, None, tokens.color("stroke"))


class _PartView(QWidget):
    """One section. While nothing is agreed, its heading is faint and says where it comes from."""

    def __init__(self, section: Section) -> None:
        super().__init__()
        self._section = section
        self._part: Part | None = None
        self._heading = Label("", "caption", "ink2", weight=600)
        self._later = Label(tr("Comes with step {number}").format(number=int(_COMES_WITH[section])), "small")
        self._later.set_tone("inkDisabled")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(2)
        self.setLayout(column(self._heading, 4, self._later, self._lines))

    def show_part(self, part: Part) -> None:
        """Shows it, where it is another one."""
        if part == self._part:
            return
        self._part = part
        while (old := self._lines.takeAt(0)) is not None:
            if (widget := old.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for each in part.lines:
            self._lines.addWidget(_Line(each, ticked=part.ticked))
        self._heading.setText(part.heading)
        self._heading.set_tone("ink2" if part.lines else "inkDisabled")
        self._later.setVisible(not part.lines)


class NoteSheet(QWidget):
    """The sheet of paper."""

    def __init__(self) -> None:
        super().__init__()
        self._title, self._whose = Paragraph("", "title", "ink"), Paragraph("", "small", "ink2")
        self._parts = {each: _PartView(each) for each in Section}
        inside = [each for part in self._parts.values() for each in (part, 14)][:-1]
        self.setLayout(column(self._title, 4, self._whose, 14, *inside, margins=(28, 26, 28, 22)))

    def show_note(self, given: HandOverNote) -> None:
        """Shows it as it is now."""
        self._title.setText(heading(given))
        self._whose.setText(whose(given))
        for part in given.parts:
            self._parts[part.section].show_part(part)
        self.setAccessibleName(tr("The note"))
        self.setAccessibleDescription(as_text(given))

    def paintEvent(self, _event: QPaintEvent) -> None:
        area = QRectF(self.rect())
        drawing.box(QPainter(self), area, tokens.radius("s"), tokens.color("surface"), tokens.color("lineStrong"))


class NotePane(QWidget):
    """The search, the note, and what can be done with it."""

    search_asked = Signal()
    signed = Signal(str)  # how the owner's name stands on it

    def __init__(self) -> None:
        super().__init__()
        self.search = SearchButton(tr("Search or jump to…"), tr("Ctrl K"))
        self._heading = ElidedLabel("", "heading")
        self.copy, self.print = LinkButton(tr("Copy"), icon="copy"), LinkButton(tr("Print…"), icon="printer")
        self.save = IconButton("file-export", tr("Save as PDF"), size=28, tone="teal")
        self.sheet = NoteSheet()
        self.owner = LineField(tr("Your name, as it stands on the note"), tr("Your name"), most=limits.NAME)
        self._compose()
        self.search.clicked.connect(self.search_asked)
        self.owner.textEdited.connect(self.signed)

    def show_note(self, given: HandOverNote) -> None:
        """Shows it as it is now."""
        said = tr("The note {person} gets").format(person=given.person) if given.person else tr("The note they get")
        self._heading.setText(said)
        self._head.fit()
        self.sheet.show_note(given)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), tokens.color("desk"))

    def _wide(self) -> int:
        return drawing.width_of(self._heading.text(), tokens.font("heading"))

    def _compose(self) -> None:
        self._head = Folding(self._heading, self.copy, 14, self.print, 6, self.save, least=self._wide)
        stays = tr(
            "What you fear, how likely it feels, and the quality you expect are not in this note, not in its "
            "copy, and not on the print."
        )
        private = column(Label(tr("Stays with you"), "control", "ink2"), 2, Paragraph(stays, "small", "ink2"))
        lock = column(2, Icon("lock", size=16, tone="ink3"), ...)
        signed = row(Label(tr("From"), "caption", "ink2"), 10, self.owner)
        inside = QWidget()
        below = row(lock, 12, private)
        below.setStretch(2, 1)
        inside.setLayout(column(self.sheet, 14, signed, 18, below, ..., margins=(0, 0, 22, 24)))
        right = row(self._head, margins=(0, 0, 32, 0))
        search = row(self.search, margins=(0, 0, 32, 0))
        self.setLayout(column(search, 26, right, 10, ScrollPage(inside), margins=(33, 20, 0, 0)))
