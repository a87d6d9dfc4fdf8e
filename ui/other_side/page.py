"""The other side: left the questions of a role, in the middle the answer, right what it can be made of."""

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.interviews import preparing
from app.interviews.record import OWN_QUESTION, PREPARATION
from app.translation import tr
from ui.autosave import Saving
from ui.clock import today
from ui.other_side.answer_pane import AnswerPane
from ui.other_side.beside import Beside
from ui.other_side.deeds import Deeds
from ui.other_side.nothing import Nothing
from ui.other_side.presenter import OtherSidePresenter
from ui.other_side.role_pane import RolePane
from ui.other_side.run_view import RunView
from ui.other_side.running import Running
from ui.other_side.sides import Front, Sides
from ui.page import Page
from ui.page_file import PageFile
from ui.reference import INTERVIEWS, Reference
from ui.refusals import printable
from ui.session import Session
from ui.widgets.panes import column


class _Whole(QStackedWidget):
    """The panes, or a run over them."""

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)  # where there is less room there are fewer panes


class OtherSidePage(Page):
    """Has no place in the rail: it is the other side of Interviews."""

    shows = frozenset({PREPARATION.name, OWN_QUESTION.name})
    beneath = INTERVIEWS

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.presenter = OtherSidePresenter(session, self)
        self.deeds, self.running = Deeds(self.presenter), Running(self.presenter)
        self.role = RolePane(self.presenter, self.deeds)
        self.answer = AnswerPane(self.presenter, self.deeds)
        self.beside = Beside(self.presenter, self.deeds)
        self.nothing = Nothing(offers_sample=not session.is_sample)
        self.run: RunView | None = None
        self._begins_when_filled = False
        self._file = PageFile(session, "answer-cards", self)
        self.sides, self._whole = Sides(self.presenter, self.role, self.answer, self.beside, self.nothing), _Whole()
        self._whole.addWidget(self.sides)
        self.setLayout(column(self._whole))
        self._wire()

    @property
    def is_settled(self) -> bool:
        return self.presenter.kept.is_settled and self._file.is_settled

    @property
    def is_filled(self) -> bool:
        return self.presenter.is_filled

    def refresh(self) -> None:
        self.presenter.ask()

    def flush(self) -> None:
        self.running.keep()
        self.presenter.flush()

    def go_to(self, reference: Reference) -> None:
        if reference.id is not None:
            self.presenter.want(reference.id)

    def focus_start(self) -> None:
        self._begins_when_filled = not self.is_filled
        (self if self._begins_when_filled else self._start()).setFocus(Qt.FocusReason.OtherFocusReason)

    def panes(self) -> list[QWidget]:
        if self.run is not None and self._whole.currentWidget() is self.run:
            return [self.run.focus_widget()]
        if not self.nothing.isHidden():
            return [*([self.role.focus_widget()] if not self.role.isHidden() else []), self.nothing.begin]
        there = (self.role, self.answer, self.beside)
        return [each.focus_widget() for each in there if not each.isHidden()]

    def foot_height(self) -> int:
        if self.run is not None and self._whole.currentWidget() is self.run:
            return self.run.foot_height()
        return self.role.foot_height() if not self.role.isHidden() else 0

    def doings(self) -> Mapping[str, Callable[[], None]]:
        running, is_running = self.running, self.running.run is not None
        if is_running and not running.is_over:
            return {
                "next-item": lambda: running.go(1),
                "previous-item": lambda: running.go(-1),
                "pause": running.pause,
                "answer": running.reveal,
                "finish": running.finish,
            }
        if is_running:
            return {"finish": running.close}
        done: dict[str, Callable[[], None]] = {"new-role": self.deeds.begin}
        if self.presenter.preparation is not None:
            done |= {"delete": self.deeds.put_away, "add-questions": self._choose}
            if self.presenter.prepared is not None:
                done |= {
                    "next-item": lambda: self._step(1),
                    "previous-item": lambda: self._step(-1),
                    "mock-run": self._begin_run,
                    "print": self._print,
                    "look-up": self._look_up,
                }
        return done

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.running.be_open(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.running.be_open(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._close_something():
            return
        super().keyPressEvent(event)

    def _close_something(self) -> bool:
        if self.running.run is not None and self.running.is_over:
            self.running.close()
        elif self.running.run is None and self.presenter.is_choosing:
            self._open_bank(False)
        else:
            return False
        return True

    def _wire(self) -> None:
        presenter, deeds = self.presenter, self.deeds
        presenter.changed.connect(self.sides.fit)
        presenter.loaded.connect(self._on_loaded)
        presenter.kept.autosave.changed.connect(self._on_saving)
        for each in (deeds, self.running):
            each.said.connect(self.said)
        deeds.begun.connect(self._name_role)
        deeds.line_added.connect(self._write_line)
        self.role.turned.connect(lambda: self._refer(Reference(INTERVIEWS)))
        self.role.bank_asked.connect(self._open_bank)
        self.role.entered.connect(self._enter)
        self.role.pressed.connect(lambda: self.sides.bring_forward(Front.ANSWER))
        self.role.run_asked.connect(self._begin_run)
        self.role.cards_asked.connect(self._print)
        self.role.earlier_asked.connect(self._open_run)
        self.answer.begin.clicked.connect(self._choose)
        self.answer.back_asked.connect(lambda: self.sides.go_to(Front.ROLE))
        self.answer.beside_asked.connect(lambda: self.sides.go_to(Front.BESIDE))
        self.answer.writing.sources.opened.connect(self._open_source)
        self.beside.back_asked.connect(lambda: self.sides.go_to(Front.ANSWER))
        self.beside.quoted.connect(self._on_quoted)
        self.running.over.connect(self._on_run_over)
        self.nothing.begin.clicked.connect(deeds.begin)
        self.nothing.sample_asked.connect(lambda: self.asked.emit("sample"))
        for button in (self.answer.search, self.beside.search):
            button.clicked.connect(lambda: self.asked.emit("search"))
        self.nothing.search_asked.connect(lambda: self.asked.emit("search"))
        self.nothing.back_asked.connect(lambda: self.sides.go_to(Front.ROLE))
        self._file.refused.connect(lambda why: self.said.emit(why, None))

    def _start(self) -> QWidget:
        if self.run is not None and self._whole.currentWidget() is self.run:
            return self.run.focus_widget()
        if self.presenter.preparation is None:
            return self.nothing.begin if not self.nothing.isHidden() else self.role.focus_widget()
        return self.role.focus_widget() if not self.role.isHidden() else self.answer.focus_widget()

    def _enter(self) -> None:
        self.sides.go_to(Front.ANSWER)
        if not self.answer.isHidden() and self.presenter.prepared is not None:
            self._write()

    def _write(self) -> None:
        self.answer.writing.answer.write_on()

    def _step(self, by: int) -> None:
        if self.presenter.step(by):
            self.sides.bring_forward(Front.ANSWER)
            self._write()

    def _choose(self) -> None:
        self._open_bank(True)

    def _open_bank(self, is_open: bool) -> None:
        self.presenter.open_bank(is_open=is_open)
        if self.sides.count == 1:
            self.sides.bring_forward(Front.ROLE)
        self.role.focus_widget().setFocus(Qt.FocusReason.OtherFocusReason)

    def _look_up(self) -> None:
        self.sides.go_to(Front.BESIDE)

    def _open_source(self, id: str) -> None:
        self.sides.bring_forward(Front.BESIDE)
        self.beside.open_record(id)

    def _on_quoted(self) -> None:
        self.sides.bring_forward(Front.ANSWER)
        self._write()

    def _name_role(self) -> None:
        self.presenter.open_bank(is_open=False)
        self.sides.bring_forward(Front.ROLE)
        self.role.head.role.setFocus(Qt.FocusReason.OtherFocusReason)
        self.role.head.role.selectAll()

    def _write_line(self) -> None:
        self.presenter.open_bank(is_open=False)
        self.sides.bring_forward(Front.ROLE)
        self.role.parts.write()

    def _begin_run(self) -> None:
        self.presenter.flush()
        self._run_view()
        self.running.begin()
        self._show_run()

    def _open_run(self, place: int) -> None:
        self._run_view()
        self.running.open(place)
        self._show_run()

    def _run_view(self) -> None:
        """Made when a run is first asked for."""
        if self.run is None:
            self.run = RunView(self.presenter, self.running)
            self._whole.addWidget(self.run)

    def _show_run(self) -> None:
        if self.run is not None and self.running.run is not None:
            self._whole.setCurrentWidget(self.run)
            self.run.focus_widget().setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_run_over(self) -> None:
        self._whole.setCurrentWidget(self.sides)
        if self.isVisible():
            self._start().setFocus(Qt.FocusReason.OtherFocusReason)

    def _print(self) -> None:
        from app.pack.answer_cards import cards_of, title_of  # once in a while

        given = self.presenter.preparation
        if given is None or not given.questions:
            return
        printed = preparing.in_words_of(given, self.presenter.questions)
        name = printable(title_of(printed)).replace(":", "")
        self._file.save(tr("Save the cards as PDF"), name, lambda paper: cards_of(printed, paper, today()), self._saved)

    def _saved(self, target: Path) -> None:
        self.said.emit(tr("Saved as {name}").format(name=printable(target.name)), None)

    def _refer(self, reference: Reference) -> None:
        self.flush()
        self.referred.emit(reference)

    def _on_loaded(self) -> None:
        self.sides.fit()
        if self._begins_when_filled and self.isVisible() and self.hasFocus():
            self.focus_start()
        self.filled.emit()

    def _on_saving(self, state: Saving) -> None:
        if state is Saving.FAILED and not self.answer.isHidden():  # beside the answer it is said anyway
            self.said.emit(tr("Not saved yet. Your words are still here."), None)
