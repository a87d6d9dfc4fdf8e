"""The right side of the page: one question, read or changed, and what can be done to it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from app.interviews.bank import Entry
from app.translation import tr
from ui.interviews.presenter import InterviewsPresenter
from ui.interviews.question_deeds import QuestionDeeds
from ui.interviews.question_editor import EditorFoot, QuestionEditor
from ui.interviews.question_view import QuestionView
from ui.reflection.flow import Flow
from ui.theme import tokens
from ui.widgets.buttons import Button, LinkButton, SearchButton
from ui.widgets.foot_line import FootLine
from ui.widgets.keyboard import has_keyboard
from ui.widgets.labels import Paragraph
from ui.widgets.panes import ScrollPage, column, row

SIDE = 28
_NOTHING, _READING, _EDITING = range(3)


class QuestionPane(QWidget):
    """Shows what its presenter says. Where it lies over the kit, there is a way back to that."""

    search_asked = Signal()
    closed = Signal()
    not_asked = Signal(str)  # the id of a ground of what may not be asked

    def __init__(self, presenter: InterviewsPresenter, deeds: QuestionDeeds) -> None:
        super().__init__()
        self._presenter, self._deeds = presenter, deeds
        self.view = QuestionView(SIDE)
        self.editor: QuestionEditor | None = None
        self.doings = _Doings(deeds)
        self._bodies, self._feet = QStackedWidget(), QStackedWidget()
        nothing = QWidget()
        words = Paragraph(tr("Choose a question to see what to listen for."), "readingS", "ink2")
        nothing.setLayout(column(words, ..., margins=(SIDE, 0, SIDE, 0)))
        self._bodies.addWidget(nothing)
        self._bodies.addWidget(_above_foot(self.view))
        self._feet.addWidget(self.doings)
        self._feet.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.back = LinkButton(tr("Kit"), icon="chevron-left", tone="ink2")
        self._search = SearchButton(tr("Search or jump to…"), tr("Ctrl K"))
        self._search.setMaximumWidth(tokens.scaled(272))
        head = row(self.back, ..., self._search, margins=(SIDE, 20, SIDE, 0))
        head.setStretchFactor(self._search, 1000)
        self.setLayout(column(head, 26, self._bodies, self._feet))
        self.layout().setStretch(2, 1)  # type: ignore[union-attr]  # it was given one in the line above
        self.setAccessibleName(tr("Question"))
        self.be_over(False)
        self.back.clicked.connect(self.closed)
        self.view.ground.opened.connect(self.not_asked)
        self._search.clicked.connect(self.search_asked)
        presenter.editing_changed.connect(self._turn)
        presenter.changed.connect(self._show)

    def be_over(self, is_over: bool) -> None:
        """Whether it lies over the kit."""
        self.back.setVisible(is_over)

    def focus_widget(self) -> QWidget:
        """Where the keyboard comes to first."""
        if self.editor is not None and self._presenter.is_editing:
            return self.editor.text
        return self.view.text if self._presenter.entry is not None else self._search

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), tokens.color("surface"))
        painter.fillRect(0, 0, 1, self.height(), tokens.color("line"))

    def _turn(self) -> None:
        """To the fields, or back to reading."""
        if self._presenter.is_editing:
            fields = self._fields()
            self._bodies.setCurrentIndex(_EDITING)
            self._feet.setCurrentIndex(1)
            fields.focus_start()
            return
        had_focus = has_keyboard(self)
        self._show()
        if had_focus and self.isVisible():
            self.doings.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fields(self) -> QuestionEditor:
        """Made when something is first edited."""
        if self.editor is None:
            self.editor = QuestionEditor(self._presenter, self._deeds, SIDE)
            self.editor.ground.opened.connect(self.not_asked)
            self._bodies.addWidget(_above_foot(self.editor))
            self._feet.addWidget(EditorFoot(self._presenter, SIDE))
            self._presenter.editing_changed.emit()  # which it has missed
        return self.editor

    def _show(self) -> None:
        if self._presenter.is_editing:
            return
        entry = self._presenter.entry
        if entry is not None:
            self.view.show_entry(entry)
            self.doings.show_entry(entry)
        elif has_keyboard(self._feet):
            self._search.setFocus(Qt.FocusReason.OtherFocusReason)
        self._bodies.setCurrentIndex(_NOTHING if entry is None else _READING)
        self._feet.setCurrentIndex(0)
        self._feet.setVisible(entry is not None)


class _Doings(QWidget):
    """The buttons below it. `retire` says what it will do."""

    def __init__(self, deeds: QuestionDeeds) -> None:
        super().__init__()
        self._is_retired = False
        self.edit = Button(tr("Edit"), icon="pencil", size="small")
        self.retire = Button(tr("Retire"), "quiet", icon="circle-dashed", size="small")
        self.restore = Button(tr("As it came"), "quiet", icon="arrow-back-up", size="small")
        self.put_away = Button(tr("Move to the trash"), "quiet", icon="trash", size="small")
        self.edit.clicked.connect(deeds.edit)
        self.retire.clicked.connect(lambda: deeds.retire(retired=not self._is_retired))
        self.restore.clicked.connect(deeds.restore)
        self.put_away.clicked.connect(deeds.put_away)
        buttons = QWidget()
        buttons.setLayout(Flow(self.edit, self.retire, self.restore, self.put_away, across=6, between=6))
        self.setLayout(column(buttons, margins=(SIDE, 10, SIDE - 8, 20)))

    def show_entry(self, entry: Entry) -> None:
        """Offers what can be done to it."""
        self._is_retired = entry.is_retired
        self.retire.say(tr("Bring back") if entry.is_retired else tr("Retire"))
        for button, is_there in ((self.restore, entry.is_edited), (self.put_away, entry.is_own)):
            if not is_there and button.hasFocus():
                self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            button.setVisible(is_there)


def _above_foot(scroll: ScrollPage) -> QWidget:
    made = QWidget()
    made.setLayout(column(scroll, row(1, FootLine(scroll))))
    return made
