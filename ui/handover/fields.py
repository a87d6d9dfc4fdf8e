"""What stands in a step while it is open: the points, the words, and who looks at it besides."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app import limits
from app.practices.wording import checklist_name
from app.translation import tr
from ui.handover.presenter import HandOverPresenter
from ui.reflection.fields import show_line
from ui.reflection.name_pill import NamePill
from ui.widgets.fields import LineField
from ui.widgets.labels import Label, Paragraph
from ui.widgets.panes import column, row
from ui.widgets.writing import WritingArea


class StepFields(QWidget):
    """The fields of one step. They show what the presenter has in hand, and edit it as one types."""

    def __init__(self, presenter: HandOverPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        presenter.taken.connect(self.fill)

    def fill(self) -> None:
        """Shows what is in hand."""
        raise NotImplementedError

    def start(self) -> QWidget:
        """Where one begins to type."""
        raise NotImplementedError


class _Point(LineField):
    gone_on = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.gone_on.emit()
        else:
            super().keyPressEvent(event)


class DoneFields(StepFields):
    """One to five points; another line comes with every one that is filled."""

    gone_on = Signal()  # from the last point

    def __init__(self, presenter: HandOverPresenter) -> None:
        super().__init__(presenter)
        self.points = [
            _Point(tr("Point {number}").format(number=number), tr("Something that both of you can check"))
            for number in range(1, limits.POINTS + 1)
        ]
        self.setLayout(column(*self.points, spacing=4))
        for at, each in enumerate(self.points):
            each.textEdited.connect(self._on_edited)
            each.gone_on.connect(lambda at=at: self._go_on(at))
        self.fill()

    def fill(self) -> None:
        done = self._presenter.delegation.brief.done
        for at, each in enumerate(self.points):
            show_line(each, done[at] if at < len(done) else "")
        self._show()

    def start(self) -> QWidget:
        return next((each for each in self.points if not each.text()), self.points[-1])

    def _on_edited(self) -> None:
        self._show()
        self._presenter.edit_brief(done=tuple(each.text() for each in self.points if each.text().strip()))

    def _go_on(self, at: int) -> None:
        after = self.points[at + 1] if at + 1 < len(self.points) else None
        if after is None or after.isHidden():
            self.gone_on.emit()
        else:
            after.setFocus(Qt.FocusReason.TabFocusReason)

    def _show(self) -> None:
        filled = max((at for at, each in enumerate(self.points) if each.text()), default=-1)
        for at, each in enumerate(self.points):
            each.setVisible(at <= filled + 1)


class WordsFields(StepFields):
    """A few sentences, which stand in the note as they are."""

    def __init__(self, presenter: HandOverPresenter, part: str, name: str, hint: str) -> None:
        super().__init__(presenter)
        self._part = part
        self.area = WritingArea(name, "", 2, maximum_height=220, style="readingS", most=limits.WORDS, lined=True)
        self.setLayout(column(Label(hint, "small", "ink2", wraps=True), 4, self.area))
        self._is_filling = False
        self.area.textChanged.connect(self._on_changed)
        self.fill()

    def fill(self) -> None:
        said = getattr(self._presenter.delegation.brief, self._part)
        if said != self.area.text():
            self._is_filling = True
            self.area.replace_text(said)
            self._is_filling = False

    def start(self) -> QWidget:
        return self.area

    def _on_changed(self) -> None:
        if not self._is_filling:
            self._presenter.edit_brief(**{self._part: self.area.text()})


class EyesFields(StepFields):
    """Who reads it before it leaves, and the checklist that goes with it."""

    def __init__(self, presenter: HandOverPresenter) -> None:
        super().__init__(presenter)
        self.eyes = LineField(tr("Second pair of eyes"), tr("Who reads what, and by when"), most=limits.LINE)
        self.checklist = NamePill(tr("Checklist"), tr("None"), self._names, adds=False)
        self._none = Paragraph(tr("A checklist of the page Practices can go with it, once there is one."), "small")
        self._has = QWidget()
        self._has.setLayout(row(Label(tr("Checklist"), "caption", "ink2"), 10, self.checklist, ...))
        self.setLayout(column(self.eyes, 14, self._has, self._none))
        self.eyes.textEdited.connect(lambda words: presenter.edit_brief(second_eyes=words))
        self.checklist.chosen.connect(self._on_chosen)
        presenter.loaded.connect(self._show_checklist)
        self.fill()

    def fill(self) -> None:
        show_line(self.eyes, self._presenter.delegation.brief.second_eyes)
        self._show_checklist()

    def start(self) -> QWidget:
        return self.eyes

    def _names(self) -> list[str]:
        return [checklist_name(each.name) for each in self._presenter.material.checklists]

    def _on_chosen(self, name: str) -> None:
        known = self._presenter.material.checklists
        found = next((each.id for each in known if name and checklist_name(each.name) == name), None)
        self._presenter.edit_brief(checklist=found)

    def _show_checklist(self) -> None:
        material = self._presenter.material
        found = material.checklist(self._presenter.delegation.brief.checklist)
        self.checklist.show_name(found.name if found is not None else "")
        self._has.setVisible(bool(material.checklists))
        self._none.setVisible(not material.checklists)
