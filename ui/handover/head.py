"""Above the steps: the page's name, where one is, and what is handed over to whom."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app import limits
from app.delegation.model import Delegation
from app.titles import one_line
from app.translation import tr, trn
from ui.handover.presenter import HandOverPresenter
from ui.reflection.fields import show_line
from ui.reflection.name_pill import NamePill
from ui.reflection.people import PersonPill
from ui.session import Session
from ui.theme import tokens
from ui.widgets.buttons import Button, IconButton
from ui.widgets.chips import Pill
from ui.widgets.fields import LineField
from ui.widgets.folding import Folding
from ui.widgets.labels import Label
from ui.widgets.panes import Panel, column, row

_TITLE = 220  # pixels, however long the names beside it are
_MOST = 8  # drafts in the panel; the page Delegation has all of them


class TitleField(LineField):
    """What it is called. The line below it belongs to its whole row."""

    gone_on = Signal()

    def __init__(self) -> None:
        super().__init__(tr("What is handed over"), tr("What is handed over"), "title", most=limits.NAME)

        self.setMinimumWidth(_TITLE)

    def _paint_line(self) -> None:
        pass

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.gone_on.emit()
        else:
            super().keyPressEvent(event)


class _TitleRow(Folding):
    def __init__(self, title: TitleField, person: Pill, work: Pill) -> None:
        super().__init__(title, person, 10, work, least=lambda: tokens.scaled(_TITLE))
        self._title = title
        title.installEventFilter(self)

    def fit(self) -> None:
        super().fit()
        self.sides.setContentsMargins(0, 0, 0, 4 if self.is_beside else 10)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        width = 2 if self._title.hasFocus() else 1
        tone = "focus" if self._title.hasFocus() else "stroke"
        QPainter(self).fillRect(0, self.height() - width, self.width(), width, tokens.color(tone))


class Head(QWidget):
    """The fields of it save themselves, as all others do."""

    def __init__(self, presenter: HandOverPresenter, session: Session) -> None:
        super().__init__()
        self._presenter = presenter
        self._step = Label("", "small", "ink2", tabular=True)
        self.drafts = Pill("", name=tr("Other drafts"), size="small")
        self.trash = IconButton("trash", tr("Move this draft to the trash"), size=28, tone="ink3")
        self._panel: Panel | None = None
        self.title = TitleField()
        self.person = PersonPill(session, tr("To whom"), tr("To whom"))
        self.work = NamePill(tr("Kind of work"), tr("Kind of work"), self._works, adds=True)
        self._name = Label("", "page")
        top = row(self._name, ..., self.drafts, 12, self.trash, 8, self._step)
        holder = QWidget()
        holder.setLayout(top)
        holder.setFixedHeight(tokens.scaled(36))
        self._row = _TitleRow(self.title, self.person, self.work)
        self.setLayout(column(holder, 22, self._row))
        self._wire()

    def _wire(self) -> None:
        presenter = self._presenter
        self.title.textEdited.connect(lambda words: presenter.edit(title=words))
        self.person.chosen.connect(lambda: presenter.edit(person=self.person.person()))
        self.work.chosen.connect(lambda work: presenter.edit(work=work))
        self.drafts.clicked.connect(self._open_drafts)
        self.trash.clicked.connect(presenter.put_away)
        presenter.taken.connect(self._fill)
        for signal in (presenter.turned, presenter.edited, presenter.loaded):
            signal.connect(self._show)
        self._fill()

    def _fill(self) -> None:
        given = self._presenter.delegation
        show_line(self.title, given.title)
        self.person.show_person(given.person)
        self.work.show_name(" ".join(given.work.split()))
        self._row.setVisible(not self._presenter.was_just_handed)
        self.person.setEnabled(not self._presenter.is_handed_over)
        self._name.setText(tr("Change the brief") if self._presenter.is_amending else tr("Hand over"))
        self._show()

    def _show(self) -> None:
        at = self._presenter
        count = len(at.others())
        self.drafts.setVisible(count > 0)
        self.drafts.say(trn("{count} more draft", "{count} more drafts", max(count, 1)).format(count=count))
        self.trash.setVisible(at.is_begun and not at.is_handed_over)
        said = tr("Step {number} of {count}").format(number=int(at.step), count=len(at.steps)) if at.step else ""
        self._step.setText(said)
        self._row.fit()

    def _works(self) -> list[str]:
        return list(self._presenter.material.works)

    def _open_drafts(self) -> None:
        if self._panel is not None:
            self._panel.deleteLater()
        panel = self._panel = Panel(self)
        buttons = [self._button(each) for each in self._presenter.others()[:_MOST]]
        panel.setLayout(column(*buttons, margins=8))
        panel.open_at(self.drafts)

    def _button(self, given: Delegation) -> Button:
        made = Button(draft_name(given), "quiet")
        made.clicked.connect(lambda: self._take(given))
        return made

    def _take(self, given: Delegation) -> None:
        if self._panel is not None:
            self._panel.close_panel()
        self._presenter.take(given)


def draft_name(given: Delegation) -> str:
    """What a draft is called in a list: "Board report, for Jonas"."""
    name = one_line(given.title) or one_line(given.work) or tr("Without a title")
    return tr("{title}, for {person}").format(title=name, person=given.person) if given.person else name
