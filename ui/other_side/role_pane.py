"""Left: the role, its questions in their order, and the times that they were gone through aloud; or the bank."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from app import limits
from app.interviews import preparing
from app.interviews.model import MockRun, Preparation
from app.translation import tr
from ui.other_side import words
from ui.other_side.deeds import Deeds
from ui.other_side.presenter import OtherSidePresenter
from ui.questions.bank_list import BankList
from ui.questions.bank_row import EDGE
from ui.questions.finding import Finding
from ui.questions.part_list import PartList
from ui.questions.quiet_fields import RoleLine
from ui.questions.side_switch import OTHER, SideSwitch
from ui.reflection.flow import Flow
from ui.reflection.one_of import OneOf
from ui.widgets.buttons import Button, IconButton, LinkButton
from ui.widgets.folding import Folding
from ui.widgets.foot_line import FootLine
from ui.widgets.labels import Label, Paragraph
from ui.widgets.panes import Panel, ScrollPage, column, row
from ui.widgets.record_row import RecordRow
from ui.widgets.tab_loop import put_after

_SIDE = 20


class RolePane(QWidget):
    """Shows what a presenter holds; what is asked for here is done by others."""

    turned = Signal()  # to the side of candidates
    bank_asked = Signal(bool)  # to be opened, or closed
    entered = Signal()  # the answer of the question in hand is wanted
    pressed = Signal()  # a question was chosen by the mouse
    run_asked = Signal()
    cards_asked = Signal()
    earlier_asked = Signal(int)  # one of the runs

    def __init__(self, presenter: OtherSidePresenter, deeds: Deeds) -> None:
        super().__init__()
        self._presenter, self._deeds = presenter, deeds
        self.new, self.switch = Button(tr("New role"), icon="plus", size="small"), SideSwitch(OTHER)
        self.head, self.body, self.bank = _Head(presenter, deeds), QWidget(), _Bank(presenter)
        self.parts = PartList(presenter, deeds, tr("Questions that you may be asked"), self.head.role)
        self.add = LinkButton(tr("Add from the bank"), icon="plus")
        self.write = LinkButton(tr("A question of your own"), icon="pencil")
        self.to_answer = LinkButton(tr("Answer"), icon="arrow-right", tone="ink2")
        self._nothing = Paragraph(tr("No question yet. What may they ask you?"), "small", "ink2")
        self.runs = _Runs(self.write)
        self.planned = Label("", "small", "ink2")
        self.run, self.cards = (
            Button(tr("Begin a mock run"), "primary", icon="player-play"),
            LinkButton(tr("Print the cards"), icon="printer", tone="ink2"),
        )
        self._below = QStackedWidget()
        self._lay_out()
        self._wire()

    def focus_widget(self) -> QWidget:
        """Where the keyboard comes to first."""
        if self._presenter.is_choosing:
            return self.bank.focus_widget()
        if self._presenter.preparation is None:
            return self.switch.stop()
        return self.parts.focus_widget() or self.add

    def be_alone(self, *, is_alone: bool) -> None:
        """Whether the answer is not beside it."""
        self.to_answer.setVisible(is_alone and self._presenter.prepared is not None)

    def foot_height(self) -> int:
        """How high what stays at its foot is."""
        return self._foot.height()

    def show_now(self) -> None:
        """The role that is in hand, as it is by now."""
        given, is_choosing = self._presenter.preparation, self._presenter.is_choosing
        self.new.setVisible(given is not None)
        self._below.setVisible(given is not None)
        self._below.setCurrentWidget(self.bank if is_choosing else self.body)
        if given is None:
            return
        self.head.show_role(given, self._presenter.preparations)
        notes = [words.answered(each) for each in given.questions]
        self.parts.show_parts(preparing.parts(given), notes)
        has_questions = bool(given.questions)
        self._nothing.setVisible(not has_questions)
        self._foot.setVisible(has_questions)
        self.planned.setText(words.planned(preparing.planned(given)))
        self._said.fit()
        self.runs.show_runs(given.runs)

    def _lay_out(self) -> None:
        title = row(Label(tr("Interviews"), "page"), ..., self.new)
        above = column(title, 15, self.switch, margins=(_SIDE, 21, _SIDE, 14))
        ways = QWidget()
        ways.setLayout(Flow(self.add, self.write, self.to_answer, across=18, between=6))
        inside = QWidget()
        room = _SIDE - EDGE
        lower = column(self._nothing, 8, ways, 24, self.runs, margins=(EDGE, 10, EDGE, 0))
        inside.setLayout(column(self.parts, lower, ..., margins=(room, 0, room - ScrollPage.ROOM, 12)))
        scroll = ScrollPage(inside)
        self._foot = QWidget()
        self._said = Folding(self.planned, self.cards, least=lambda: self.planned.sizeHint().width())
        self._foot.setLayout(column(self._said, 12, self.run, margins=(_SIDE, 10, _SIDE, 20)))
        self._foot.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        head = column(self.head, margins=(_SIDE, 0, _SIDE, 10))
        self.body.setLayout(column(head, scroll, row(1, FootLine(scroll)), self._foot))
        self._below.addWidget(self.body)
        self._below.addWidget(self.bank)
        whole = column(above, self._below, ...)
        whole.setStretch(1, 100)
        self.setLayout(whole)
        self.setAccessibleName(tr("Questions"))

    def _wire(self) -> None:
        self.new.clicked.connect(self._deeds.begin)
        self.switch.turned.connect(self.turned)
        self.parts.entered.connect(self.entered)
        self.parts.pressed.connect(self.pressed)
        self.add.clicked.connect(lambda: self.bank_asked.emit(True))
        self.bank.back.clicked.connect(lambda: self.bank_asked.emit(False))
        self.bank.list.toggled.connect(self._deeds.toggle)
        self.bank.list.clicked.connect(lambda _: self.pressed.emit())
        self.bank.list.entered.connect(self.entered)
        self.write.clicked.connect(self._deeds.add_line)
        self.to_answer.clicked.connect(self.entered)
        self.run.clicked.connect(self.run_asked)
        self.cards.clicked.connect(self.cards_asked)
        self.runs.opened.connect(self.earlier_asked)
        self._presenter.changed.connect(self.show_now)


class _Bank(QWidget):
    """The questions to choose from, with the way back."""

    def __init__(self, presenter: OtherSidePresenter) -> None:
        super().__init__()
        self.back = LinkButton(tr("What you chose"), icon="chevron-left", tone="ink2")
        self.finding, self.list = Finding(presenter), BankList(presenter, words.into_answers())
        self._presenter = presenter
        self._nothing = Paragraph(tr("No question fits this."), "readingS", "ink2")
        above = column(row(self.back, ...), 12, self.finding, self._nothing, margins=(_SIDE, 0, _SIDE, 10))
        below = column(self.list, margins=(_SIDE - EDGE, 0, 2, 12))
        self.setLayout(column(above, below))
        self.finding.left_down.connect(lambda: self.focus_widget().setFocus(Qt.FocusReason.TabFocusReason))
        presenter.changed.connect(self._show)

    def focus_widget(self) -> QWidget:
        """The list, or, where it is empty, the field."""
        return self.list if self.list.rows.rows else self.finding.field

    def _show(self) -> None:
        self._nothing.setVisible(self._presenter.is_filled and not self.list.rows.rows)


class _Head(QWidget):
    """The role, which is written here, the other roles, and what else can be done."""

    def __init__(self, presenter: OtherSidePresenter, deeds: Deeds) -> None:
        super().__init__()
        self._presenter, self._deeds = presenter, deeds
        self._roles: Sequence[Preparation] = ()
        self._panel: Panel | None = None
        self.menu: Panel | None = None
        self.others = LinkButton(tr("Other roles"), style="caption")
        self.more = IconButton("dots", tr("More about this role"), size=24)
        self.role = RoleLine(tr("Role"), tr("Which role?"), most=limits.NAME)
        above = row(Label(tr("Getting ready for"), "caption", "ink2"), 10, self.others, ..., self.more)
        self.setLayout(column(above, row(self.role, ...)))
        self.role.textEdited.connect(deeds.rename)
        self.others.clicked.connect(self._open_others)
        self.more.clicked.connect(self._open_menu)

    def show_role(self, given: Preparation, roles: Sequence[Preparation]) -> None:
        """Shows this one; the others can be gone to."""
        self._roles = roles
        self.role.show_words(given.role)
        self.others.setVisible(len(roles) > 1)

    def _open_others(self) -> None:
        if self._panel is not None:
            self._panel.deleteLater()
        choice = OneOf([(each.id, words.role_name(each)) for each in self._roles])
        choice.choose(self._presenter.id)
        choice.chosen.connect(self._on_chosen)
        self._panel = Panel(self.others)
        self._panel.setAccessibleName(tr("Other roles"))
        self._panel.setLayout(column(choice, margins=18))
        self._panel.open_at(self.others)

    def _on_chosen(self, id: object) -> None:
        if self._panel is not None and self._panel.underMouse():  # arrow keys go on choosing
            self._panel.close_panel()
        self._presenter.choose_role(str(id))

    def _open_menu(self) -> None:
        if self.menu is None:
            self.menu = Panel(self.more)
            self.menu.setAccessibleName(tr("More about this role"))
            away = Button(tr("Move to the trash"), "quiet", icon="trash")
            away.clicked.connect(lambda: self._close_and(self._deeds.put_away))
            self.menu.setLayout(column(row(away, ...), margins=8))
        self.menu.open_at(self.more)

    def _close_and(self, do: Callable[[], object]) -> None:
        if self.menu is not None:
            self.menu.close_panel()
        do()


class _Runs(QWidget):
    """The times that it was gone through aloud, the newest first; nothing counts or compares them."""

    opened = Signal(int)

    def __init__(self, before: QWidget) -> None:
        """`before` is where Tab stops before it."""
        super().__init__()
        self._before = before
        self.rows: list[RecordRow] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        self.setLayout(column(Label(tr("Mock runs"), "heading"), 6, self._list))
        self.hide()

    def show_runs(self, given: Sequence[MockRun]) -> None:
        """Shows these."""
        self.setVisible(bool(given))
        if len(given) != len(self.rows):
            for gone in self.rows:
                self._list.removeWidget(gone)
                gone.hide()
                gone.deleteLater()
            self.rows = [self._add(at) for at in reversed(range(len(given)))]
            put_after(self._before, self)
        for made, run in zip(self.rows, reversed(given), strict=True):
            made.show_record(words.took(run), run.note.strip())

    def _add(self, at: int) -> RecordRow:
        made = RecordRow()
        made.clicked.connect(lambda: self.opened.emit(at))
        self._list.addWidget(made)
        made.show()
        return made
