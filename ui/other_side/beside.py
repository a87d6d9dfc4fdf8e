"""Right: one's own journal to look something up in, or what those who ask may listen for."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.interviews.model import Question
from app.translation import tr
from ui.other_side import lookup
from ui.other_side.deeds import Deeds
from ui.other_side.lookup import Own
from ui.other_side.presenter import OtherSidePresenter
from ui.questions.question_parts import ListenAndWatch, follow_ups, ratings
from ui.theme import tokens
from ui.widgets.buttons import Button, LinkButton, SearchButton
from ui.widgets.fields import Field
from ui.widgets.labels import Label, Paragraph
from ui.widgets.matches import without_marks
from ui.widgets.panes import ScrollPage, column, row
from ui.widgets.passage import Passage, as_typed
from ui.widgets.record_row import RecordRow
from ui.widgets.segmented import Segmented
from ui.widgets.tab_loop import put_after

SIDE, _PAUSE = 24, 150  # pixels; milliseconds between the last key and the question to the journal
_JOURNAL, _LISTENING = "journal", "listening"
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class Beside(QWidget):
    """Two things, one at a time."""

    back_asked = Signal()  # to the answer, where that is not beside it
    quoted = Signal()  # something stands below the answer now

    def __init__(self, presenter: OtherSidePresenter, deeds: Deeds) -> None:
        super().__init__()
        self._presenter = presenter
        self.back = LinkButton(tr("Answer"), icon="chevron-left", tone="ink2")
        options = [(_JOURNAL, tr("My journal")), (_LISTENING, tr("They listen for"))]
        self.which = Segmented(options, tr("What stands beside the answer"), compact=True)
        self.journal, self.listening = JournalView(presenter, deeds), ListeningView()
        self._views = QStackedWidget()
        for each in (self.journal, self.listening):
            self._views.addWidget(each)
        head = column(row(self.back, ...), 12, margins=(SIDE, 0, SIDE, 0))
        self.search = SearchButton(tr("Search or jump to…"), tr("Ctrl K"))
        self._search_line, self._back_line = QWidget(), QWidget()
        self._search_line.setLayout(column(self.search, 20, margins=(SIDE, 0, SIDE, 0)))
        self._back_line.setLayout(head)
        which = column(self.which, margins=(SIDE, 0, SIDE, 16))
        self.setLayout(column(20, self._search_line, self._back_line, which, self._views))
        self.setAccessibleName(tr("Beside the answer"))
        self.back.clicked.connect(self.back_asked)
        self.which.chosen.connect(self._turn)
        self.journal.quoted.connect(self.quoted)
        presenter.changed.connect(self.show_now)

    def arrange(self, *, has_answer: bool) -> None:
        """Whether the answer is beside it."""
        self._back_line.setVisible(not has_answer)
        self._search_line.setVisible(has_answer)

    def focus_widget(self) -> QWidget:
        """Where the keyboard comes to first."""
        return self.journal.start() if self._views.currentWidget() is self.journal else self.which.stop()

    def show_now(self) -> None:
        """What belongs to the question that is seen."""
        if self._views.currentWidget() is self.listening:
            self.listening.show_question(self._presenter.asks)
        self.journal.show_now()

    def open_record(self, id: str) -> None:
        """A record that is behind the answer, to be read."""
        self.which.choose(_JOURNAL)
        self._views.setCurrentWidget(self.journal)
        self.journal.open(id)

    def _turn(self, key: str) -> None:
        self._views.setCurrentWidget(self.listening if key == _LISTENING else self.journal)
        self.show_now()

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(0, 0, 1, self.height(), tokens.color("line"))


class JournalView(QWidget):
    """Finds by words, and shows one of what was found."""

    quoted = Signal()

    def __init__(self, presenter: OtherSidePresenter, deeds: Deeds) -> None:
        super().__init__()
        self._presenter, self._deeds = presenter, deeds
        self._own: Own | None = None
        self.field = _Find()
        self.rows: list[_Hit] = []
        self._hint = Paragraph("", "small", "ink2")
        self._list = QVBoxLayout()
        self._list.setSpacing(12)
        results = QWidget()
        results.setLayout(column(self._hint, self._list, ..., margins=(SIDE, 4, SIDE - ScrollPage.ROOM, 16)))
        self._results, self.peek = ScrollPage(results), _Peek()
        self._views = QStackedWidget()
        for each in (self._results, self.peek):
            self._views.addWidget(each)
        self.setLayout(column(column(self.field, margins=(SIDE, 0, SIDE, 12)), self._views))
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self._look)
        self.field.textChanged.connect(self._on_typed)
        self.field.left_down.connect(self._go_down)
        self.peek.back.clicked.connect(self.close_peek)
        self.peek.quote.clicked.connect(self._quote)
        self._say()

    def start(self) -> QWidget:
        """Where the keyboard comes to first."""
        return self.peek.text if self._views.currentWidget() is self.peek else self.field

    def show_now(self) -> None:
        """Whether there is an answer to put something below."""
        self.peek.quote.setVisible(self._presenter.prepared is not None)

    def open(self, id: str) -> None:
        """Shows all of one record."""
        lookup.whole(self._presenter.session, self, id, self._show_own)

    def close_peek(self) -> None:
        """Back to what was found."""
        id, self._own = self._own.id if self._own is not None else "", None
        self._views.setCurrentWidget(self._results)
        there = next((each for each in self.rows if each.id == id), None)
        (there or self.field).setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._views.currentWidget() is self.peek:
            self.close_peek()
        else:
            super().keyPressEvent(event)

    def _show_own(self, own: Own | None) -> None:
        if own is not None:
            self._own = own
            self.peek.show_own(own)
            self._views.setCurrentWidget(self.peek)
            self.peek.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _quote(self) -> None:
        if self._own is not None:
            self._deeds.quote(self.peek.wanted(), self._own.title, self._own.id)
            self.quoted.emit()

    def _on_typed(self) -> None:
        self._views.setCurrentWidget(self._results)
        self._timer.start()

    def _look(self) -> None:
        query = self.field.text()
        if not query.strip():
            self._show(query, [])
        else:
            lookup.find(self._presenter.session, self, query, lambda found: self._show(query, found))

    def _show(self, query: str, found: Sequence[Own]) -> None:
        if query != self.field.text():
            return
        for gone in self.rows:
            self._list.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        self.rows = [self._add(each) for each in found]
        put_after(self.field, self._results)
        self._say()
        self._results.verticalScrollBar().setValue(0)

    def _say(self) -> None:
        """What the list does not."""
        is_asked = bool(self.field.text().strip())
        hint = tr("Look for a moment to tell of: a name, a kind of work, what went wrong.")
        self._hint.setText(tr("Nothing of yours has these words.") if is_asked else hint)
        self._hint.setVisible(not self.rows)

    def _add(self, own: Own) -> "_Hit":
        made = _Hit(own, self.field.text())
        made.clicked.connect(lambda: self.open(own.id))
        made.stepped.connect(lambda by: self._step(self.rows.index(made) + by))
        self._list.addWidget(made)
        made.show()
        return made

    def _step(self, at: int) -> None:
        there = self.field if at < 0 else self.rows[min(at, len(self.rows) - 1)]
        there.setFocus(Qt.FocusReason.TabFocusReason)

    def _go_down(self) -> None:
        if self._timer.isActive():
            self._timer.stop()
            self._look()
        if self.rows:
            self.rows[0].setFocus(Qt.FocusReason.TabFocusReason)


class _Find(Field):
    left_down = Signal()

    def __init__(self) -> None:
        name = tr("Search what you wrote")
        super().__init__(name, placeholder=name, compact=True, leading_icon="search")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left_down.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


class _Hit(RecordRow):
    """One of what was found. Enter opens it, arrow keys go on."""

    stepped = Signal(int)

    def __init__(self, own: Own, query: str) -> None:
        self.id = own.id
        super().__init__(own.title, without_marks(own.passage, query)[0])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None:
            self.stepped.emit(step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class _Peek(ScrollPage):
    """One record, to be read; what is selected in it is what is put below the answer, else all of it."""

    def __init__(self) -> None:
        inside = QWidget()
        super().__init__(inside)
        self.back = LinkButton(tr("What was found"), icon="chevron-left", tone="ink2")
        self._title = Label("", "heading", wraps=True)
        self.text = Passage("", "readingS", "ink")
        self.text.setAccessibleName(tr("What you wrote"))
        self.quote = Button(tr("Put this below the answer"), icon="corner-down-right", size="small")
        self._advice = Label(tr("Select a part of it to take only that."), "caption", "ink3", wraps=True)
        inside.setLayout(
            column(
                *(row(self.back, ...), 14, self._title, 6, self.text, 16, row(self.quote, ...), 8, self._advice, ...),
                margins=(SIDE, 4, SIDE - ScrollPage.ROOM, 16),
            )
        )

    def show_own(self, own: Own) -> None:
        """Shows it from the beginning."""
        self._title.setText(own.title)
        self.text.setText(own.words)
        self.verticalScrollBar().setValue(0)

    def wanted(self) -> str:
        """What is selected, else all of it."""
        return as_typed(self.text.textCursor().selectedText()).strip() or self.text.text()


class ListeningView(ScrollPage):
    """What those who ask may listen for, as far as the bank says."""

    def __init__(self) -> None:
        inside = QWidget()
        super().__init__(inside)
        self._shown: Question | None = None
        self._said = QVBoxLayout()
        self._said.setSpacing(0)
        self._none = Paragraph(tr("The bank says nothing about a question of your own."), "small", "ink2")
        intro = Paragraph(tr("What those who ask it are told to listen for."), "small", "ink2")
        self._some = QWidget()
        self._some.setLayout(column(intro, 18, self._said))
        inside.setLayout(column(self._none, self._some, ..., margins=(SIDE, 4, SIDE - ScrollPage.ROOM, 16)))
        self._some.hide()

    def show_question(self, question: Question | None) -> None:
        """Of this one."""
        if question == self._shown:
            return
        self._shown = question
        while (old := self._said.takeAt(0)) is not None:
            if (widget := old.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for made in _parts(question) if question is not None else []:
            self._said.addWidget(made)
            made.show()
        self._some.setVisible(self._said.count() > 0)
        self._none.setVisible(self._said.count() == 0)
        self.verticalScrollBar().setValue(0)


def _parts(question: Question) -> list[QWidget]:
    made = list[QWidget]()
    if question.listen_for or question.watch_for:
        made.append(ListenAndWatch(question))
    if any(each.text.strip() or each.short.strip() for each in question.anchors):
        made.append(ratings(question.anchors))
    if question.follow_ups:
        made.append(follow_ups(question.follow_ups))
    return made
