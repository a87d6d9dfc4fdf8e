"""The plan of a reflection: when this happens, I will do that, with whom, and whether to be asked about it."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.reflections.plans import advice
from app.reflections.wording import advice_words
from app.translation import tr
from ui.reflection.beside import Beside
from ui.reflection.draft import Draft
from ui.reflection.fields import show_line
from ui.reflection.people import PersonPill
from ui.session import Session
from ui.widgets.choices import Check
from ui.widgets.fields import LineField
from ui.widgets.labels import ElidedLabel, Label
from ui.widgets.panes import column, row

_PAUSE = 900  # milliseconds without a key: nothing changes under the hands of someone who types


class PlanFields(QWidget):
    """ "When … I will …", below each other where it is narrow.

    `hint` helps an if-then along, quietly and after a pause. It, `person` and `asks` belong to it and stand where the
    page puts them, which also says in what order Tab goes.
    """

    def __init__(self, draft: Draft, session: Session) -> None:
        super().__init__()
        self._draft = draft
        self.when = LineField(tr("When"), tr("this happens"), "reading")
        self.will = LineField(tr("I will"), tr("do what, in a few words"), "reading")
        self.person = PersonPill(session)
        self.hint = ElidedLabel(advice_words(None), "small", "ink2")
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._advise)
        self.asks = Check(tr("Ask me about it tomorrow"), style="small", tone="ink2")
        when = row(Label(tr("When"), "reading"), self.when, spacing=10)
        will = row(Label(tr("I will"), "reading"), self.will, spacing=10)
        self.setLayout(column(Beside(when, will, between=10)))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(self.when)
        self.when.textEdited.connect(self._on_edited)
        self.will.textEdited.connect(self._on_edited)
        self.asks.clicked.connect(self._on_edited)
        self.person.chosen.connect(self._on_edited)
        draft.replaced.connect(self._fill)
        self._fill()

    def _fill(self) -> None:
        plan = self._draft.commitment
        show_line(self.when, plan.when if plan else "")
        show_line(self.will, plan.will if plan else "")
        self.asks.setChecked(plan.asked if plan else True)
        self.person.show_person(plan.person if plan else None)
        self._advise()

    def _advise(self) -> None:
        self.hint.setText(advice_words(advice(self.when.text(), self.will.text())))

    def _on_edited(self) -> None:
        self._pause.start()
        self._draft.plan(
            when=self.when.text(),
            will=self.will.text(),
            person=self.person.person(),
            asked=self.asks.isChecked(),
        )
