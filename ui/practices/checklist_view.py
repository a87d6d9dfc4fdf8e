"""A checklist as it is read: its steps in one version, why they were changed, and its runs."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.practices import rules
from app.practices.comparing import added_in
from app.practices.model import Checklist, Run, Version
from app.practices.wording import checklist_name
from app.translation import tr
from ui.practices.checklists import ChecklistPresenter
from ui.practices.run_rows import RunRows
from ui.practices.step_rows import StepRows, clear
from ui.practices.words import go_on_words, version_name, version_said, who
from ui.reflection.one_of import OneOf
from ui.theme import tokens
from ui.widgets.buttons import Button, IconButton, LinkButton
from ui.widgets.chips import Pill
from ui.widgets.foot_line import FootLine
from ui.widgets.labels import Label, Paragraph
from ui.widgets.panes import Panel, ScrollPage, column, row

WIDE = 32  # pixels beside what is in a pane that is not narrow
_VERSIONS = 2  # of which the reasons are told; the others are in the menu and the comparison


class ChecklistView(QWidget):
    """Everything is done by its presenter."""

    compare_asked = Signal()
    print_asked = Signal()

    def __init__(self, presenter: ChecklistPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self._is_narrow = False
        self._going_on: Run | None = None
        self._reasons: tuple[Version, ...] = ()
        self._name = Paragraph("", "title", "ink", weight=600)
        self.all = LinkButton(tr("All checklists"), style="caption", tone="ink2", icon="chevron-left")
        self.version = Pill("", name=tr("Version"), boxed=True)
        self._owner = Paragraph("", "small", "ink2")
        self.steps, self.runs = StepRows(), RunRows()
        self._none = Paragraph(tr("It has no steps yet. Five to nine are enough."), "readingS", "ink2")
        self._why = QVBoxLayout()
        self._why.setSpacing(8)
        self.compare = LinkButton(tr("Compare versions"))
        self._runs_head = QWidget()
        squares = Label(tr("one square a step"), "caption", "ink2")
        self._runs_head.setLayout(row(Label(tr("Runs"), "heading"), ..., squares))
        self._no_runs = Paragraph(tr("Nobody has gone through it yet."), "small", "ink2")
        self.edit = Button(tr("Edit steps"), "quiet", icon="pencil")
        self.print = IconButton("file-export", tr("Save as a page to print"), size=36)
        self.go_on = Button("", "primary")
        self._compose()
        self._wire()

    def set_padding(self, side: int) -> None:
        """So much room at the left and the right; where it is little, the button says less."""
        self._is_narrow = side < WIDE
        self._body.setContentsMargins(side, 0, side - ScrollPage.ROOM, 24)
        self._foot.setContentsMargins(side - 11, 12, side, 22)
        self._say_going_on()

    def focus_start(self) -> QWidget:
        """Where the keyboard comes to first."""
        return self.go_on if self.go_on.isVisibleTo(self) else self.edit

    def _compose(self) -> None:
        titled = row(self._name, 12, column(self.version, ...))
        titled.setStretch(0, 1)
        head = column(row(self.all, ...), titled)
        holder = QWidget()
        self._body = column(
            *(head, 4, self._owner, 8, self.steps, self._none, 18, self._why, 8, row(self.compare, ...), 20),
            *(self._runs_head, 4, self._no_runs, self.runs, ...),
        )
        holder.setLayout(self._body)
        self._foot = row(self.edit, ..., self.print, 8, self.go_on)
        foot = QWidget()
        foot.setLayout(self._foot)
        self._scroll = ScrollPage(holder)
        self.setLayout(column(self._scroll, row(1, FootLine(self._scroll)), foot))
        self._panel: Panel | None = None

    def _wire(self) -> None:
        presenter = self._presenter
        presenter.changed.connect(self._show)
        presenter.turned.connect(lambda: self._scroll.verticalScrollBar().setValue(0))
        self.all.clicked.connect(presenter.show_list)
        self.version.clicked.connect(self._choose_version)
        self.compare.clicked.connect(self.compare_asked)
        self.edit.clicked.connect(presenter.edit)
        self.print.clicked.connect(self.print_asked)
        self.go_on.clicked.connect(presenter.begin_run)
        self.runs.opened.connect(presenter.open_run)

    def _show(self) -> None:
        checklist = self._presenter.checklist
        if checklist is None:
            return
        number, runs = self._presenter.version, self._presenter.shelf.runs_of(checklist.id)
        today = self._presenter.shelf.today
        self._name.setText(checklist_name(checklist.name))
        self.version.setVisible(bool(number))
        self.version.say(version_name(number))
        self._owner.setText(tr("Looked after by {person}").format(person=who(checklist.owner)))
        self._owner.setVisible(checklist.owner is not None)
        steps = rules.steps_of(checklist, number)
        self.steps.show_steps(steps, added_in(checklist.versions, number), number)
        self._none.setVisible(not steps)
        self._show_reasons(checklist)
        self.compare.setVisible(len(checklist.versions) > 1)
        self._runs_head.setVisible(bool(number))
        self._no_runs.setVisible(bool(number) and not runs)
        self.runs.show_runs(checklist, runs, today)
        self.print.setVisible(bool(steps))
        self.go_on.setVisible(bool(steps))
        self._going_on = rules.unfinished(runs)
        self._say_going_on()

    def _say_going_on(self) -> None:
        run, today = self._going_on, self._presenter.shelf.today
        self.go_on.say(tr("Continue the run") if run is not None and self._is_narrow else go_on_words(run, today))

    def _show_reasons(self, checklist: Checklist) -> None:
        if checklist.versions == self._reasons:
            return
        self._reasons = checklist.versions
        clear(self._why)
        newest = len(checklist.versions)
        for number in range(newest, max(newest - _VERSIONS, 0), -1):
            name = Label(version_name(number), "control", weight=600)
            name.setFixedWidth(max(tokens.scaled(72), name.sizeHint().width()))
            said = row(column(1, name, ...), 8, Paragraph(version_said(checklist, number), "small", "ink2"))
            said.setStretch(2, 1)
            shown = QWidget()
            shown.setLayout(said)
            self._why.addWidget(shown)
            shown.show()  # a layout would do so only in a while

    def _choose_version(self) -> None:
        checklist = self._presenter.checklist
        if checklist is None:
            return
        if self._panel is not None:
            self._panel.deleteLater()
        options: list[tuple[object, str]] = [
            (number, tr("{version}: {said}").format(version=version_name(number), said=version_said(checklist, number)))
            for number in range(len(checklist.versions), 0, -1)
        ]
        choice = OneOf(options)
        choice.choose(self._presenter.version)
        choice.chosen.connect(self._on_version)
        self._panel = Panel(self.version)
        self._panel.setLayout(column(choice, margins=18))
        self._panel.open_at(self.version)

    def _on_version(self, number: object) -> None:
        assert isinstance(number, int)  # noqa: S101  what the options were made of
        if self._panel is not None:
            self._panel.close_panel()
        self._presenter.show_version(number)
