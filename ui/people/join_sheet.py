"""Joining two who are one, over the dimmed page: who the other is, whose name stays, and what comes along."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.people.model import Person
from app.translation import tr
from ui.people.erase_words import all_counted
from ui.people.join_presenter import JoinPresenter
from ui.refusals import refusal
from ui.session import Session
from ui.shell.overlay import Overlay, SheetBody
from ui.theme import tokens
from ui.widgets.buttons import Button, IconButton
from ui.widgets.choices import Radio
from ui.widgets.fields import FieldError
from ui.widgets.labels import ElidedLabel, Label, Line, Paragraph
from ui.widgets.panes import ScrollPage, column, row

_WIDTH, _LEAST, _TOP = 600, 240, 48


class JoinSheet(Overlay):
    """Made for one person, opened once, over the page `parent`, whose words are saved."""

    joined = Signal(object)  # the Person who stays

    def __init__(self, session: Session, name: str, parent: QWidget) -> None:
        super().__init__(parent, tokens.scaled(_WIDTH), _TOP)
        self.presenter = JoinPresenter(session, name, self)
        self.name = name
        self.setAccessibleName(tr("Join {name} with somebody").format(name=name))
        self._close = IconButton("x", tr("Close"))
        self.others: dict[str, Radio] = {}
        self.first, self.second = _radio(name), _radio("")
        self.comes, self.differs = Paragraph("", "body", "ink"), Paragraph("", "small", "ink2")
        self.error = FieldError()
        self.join = Button(tr("Join them"), "primary")
        self.join.setEnabled(False)
        self._lay_out()
        self._connect()

    def open_sheet(self) -> None:
        """Opens it, and reads who there is."""
        self.open()
        self._close.setFocus(Qt.FocusReason.PopupFocusReason)
        self.presenter.ask()

    def close_overlay(self, *, give_focus_back: bool = True) -> None:
        if not self.presenter.is_busy:
            super().close_overlay(give_focus_back=give_focus_back)

    def _lay_out(self) -> None:
        title = ElidedLabel(tr("Join {name} with somebody").format(name=self.name), "title")
        head = row(24, title, 14, self._close, 14, margins=(0, 14, 0, 12))
        head.setStretch(1, 1)
        self._nobody = Paragraph(tr("There is nobody else in the journal."), "small", "ink2")
        self._nobody.hide()
        self._names = column(spacing=8)
        listed, staying = QWidget(), QWidget()  # the radios of each are a group by their parent
        listed.setLayout(self._names)
        staying.setLayout(column(self.first, self.second, spacing=8))
        self._further = QWidget()
        comes = Label(tr("What comes along"), "heading")
        stays = Label(tr("The name that stays"), "heading")
        self._further.setLayout(column(24, stays, 10, staying, 24, comes, 6, self.comes, 6, self.differs))
        self._further.hide()
        body = QWidget()
        same = Label(tr("Who is the same person?"), "heading")
        parts = (same, 10, self._nobody, listed, self._further, ...)
        body.setLayout(column(*parts, margins=(24, 16, 24 - ScrollPage.ROOM, 20)))
        self.inner.addLayout(head)
        self.inner.addWidget(Line())
        self._scroll = SheetBody(body, _WIDTH, _LEAST)
        self.inner.addWidget(self._scroll)
        self.inner.addWidget(Line())
        said = Paragraph(tr("Texts that mention either name stay as they are. It cannot be undone."), "small", "ink2")
        beside = column(..., said, ...)
        last = row(beside, 16, self.join)
        last.setStretch(0, 1)
        self.inner.addLayout(column(last, self.error, margins=(24, 14, 24, 16)))

    def _connect(self) -> None:
        presenter = self.presenter
        presenter.listed.connect(self._show_others)
        presenter.read.connect(self._show)
        presenter.refused.connect(self._refuse)
        presenter.done.connect(self._on_done)
        self.first.clicked.connect(lambda: presenter.let_stay(first=True))
        self.second.clicked.connect(lambda: presenter.let_stay(first=False))
        self.join.clicked.connect(self._join)
        self._scroll.changed.connect(self._place)
        self._close.clicked.connect(self.close_overlay)

    def _show_others(self) -> None:
        for each in self.presenter.others:
            made = _radio(each.name)
            made.clicked.connect(lambda _=False, other=each: self._choose(other))
            self.others[each.name] = made
            self._names.addWidget(made)
        self._nobody.setVisible(not self.others)
        if self.others and self.window().focusWidget() is self._close:  # the first thing to say is who it is
            next(iter(self.others.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, other: Person) -> None:
        self.second.say(other.name)
        if not self.second.isChecked():
            self.first.setChecked(True)
        self._further.show()
        self.presenter.choose(other)

    def _show(self) -> None:
        joining = self.presenter.joining
        assert joining is not None  # noqa: S101  it was just read
        self.join.setEnabled(True)
        moved = all_counted(joining.moved)
        self.comes.setText(", ".join(moved) if moved else tr("Nothing names them but the list of people."))
        said = [tr("What only one of the two has is kept, and the words about trust of both.")]
        if joining.gives_way:
            said.append(tr("Both have one-on-ones; the rhythm of {name} goes on.").format(name=joining.kept.name))
        self.differs.setText(" ".join(said))
        self._scroll.ensureWidgetVisible(self._further)  # below everybody else it may be out of sight

    def _join(self) -> None:
        self.error.say("")
        self.join.setEnabled(False)
        self.presenter.join()

    def _refuse(self, error: Exception) -> None:
        self.join.setEnabled(self.presenter.both is not None)
        self.error.say(refusal(error))

    def _on_done(self, kept: Person) -> None:
        super().close_overlay()
        self.joined.emit(kept)


def _radio(name: str) -> Radio:
    """One whose words end in an ellipsis where there is no room for them."""
    made = Radio(name)
    made.setMinimumWidth(tokens.scaled(120))
    return made
