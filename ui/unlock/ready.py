"""The last step: a name, how it opens, a look, and one question, which may be left."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from app import limits
from app.settings import Look
from app.translation import tr
from ui.keys.below_field import below_field
from ui.session import REFLECTION, Change, Session, now
from ui.unlock.form import Form
from ui.unlock.steps import StepHeader
from ui.widgets.buttons import Button, LinkButton
from ui.widgets.chips import PillarChip
from ui.widgets.choices import LookCard, OptionCard
from ui.widgets.fields import Field, FieldError
from ui.widgets.labels import Label, Paragraph
from ui.widgets.panes import column, row
from ui.widgets.writing import WritingArea

if TYPE_CHECKING:
    from app.prompts.model import Prompt
    from ui.session import Journal


class Ready(Form):
    """Step 3. The journal is open already; `finished` says what it is called once the first words are saved."""

    finished = Signal(str)
    look_chosen = Signal(object)
    faulted = Signal(object)

    def __init__(
        self, session: Session, look: Look, name: str = "", text: str = "", *, opens_by_computer: bool = False
    ) -> None:
        self.skip = LinkButton(tr("Skip the question"))
        words = tr("All of it is easy to change in Settings. Then the first prompt.")
        go = Button(tr("Open my journal"), "primary", size="large")
        super().__init__(tr("Ready"), words, go, has_way_back=True, aside=self.skip)
        self._session = session
        self._prompt = _first_prompt()
        self.name = Field(tr("Name your journal"), placeholder=tr("Maya’s journal"))
        self.name.take_at_most(limits.JOURNAL_NAME)
        self.name.setText(name)
        self.asks = OptionCard(
            tr("Ask for the passphrase each time"), tr("Safest. You type it each time the journal opens.")
        )
        self.computer = OptionCard(
            tr("Unlock with this computer"),
            tr("Your system keeps a key while you are signed in. Other programs you run could use it too."),
        )
        self.computer_error = FieldError()
        self.looks = QButtonGroup(self)
        enough = tr("Three words are enough")
        self.answer = WritingArea(self._prompt.question, enough, 2, maximum_height=160, style="readingS")
        self.answer.replace_text(text)
        self.error = FieldError()
        self.fill(
            Label(tr("Name your journal"), "control"),
            6,
            self.name,
            16,
            Label(tr("How it opens"), "control"),
            6,
            self._ways(opens_by_computer=opens_by_computer),
            below_field(self.computer_error),
            12,
            Label(tr("How it looks"), "control"),
            6,
            self._look_cards(look),
            16,
            row(Label(tr("Your first prompt"), "control"), ..., PillarChip(self._prompt.pillar)),
            4,
            Paragraph(self._prompt.question, "title", "ink"),
            8,
            self.answer,
            below_field(self.error),
            above=(StepHeader(2), 36),
            before_foot=16,
        )
        self.looks.buttonClicked.connect(self._on_look)
        self.skip.clicked.connect(lambda: self._choose_way(""))

    def start(self) -> WritingArea:
        return self.answer

    def proceed(self) -> None:
        self._choose_way(self.answer.text())

    def _ways(self, *, opens_by_computer: bool) -> QWidget:
        holder = QWidget()
        holder.setLayout(column(self.asks, self.computer, spacing=8))
        (self.computer if opens_by_computer else self.asks).setChecked(True)
        self.computer.toggled.connect(lambda: self.computer_error.say(""))
        return holder

    def _look_cards(self, look: Look) -> QWidget:
        holder = QWidget()
        cards = row(spacing=8)
        for each in Look:
            card = LookCard(each)
            card.setChecked(each is look)
            self.looks.addButton(card)
            cards.addWidget(card)
        holder.setLayout(cards)
        return holder

    def _on_look(self, card: LookCard) -> None:
        self.look_chosen.emit(card.look)

    def _choose_way(self, text: str) -> None:
        chosen = self.computer.isChecked()

        def work(journal: "Journal") -> None:
            if chosen and not journal.vault.allows_computer:
                journal.vault.allow_computer()
            elif journal.vault.allows_computer and not chosen:
                journal.vault.forbid_computer()

        self.set_busy(tr("Saving"))
        self._session.manage(self, work, lambda _: self._finish(text), self._on_no_way)

    def _on_no_way(self, error: Exception) -> None:
        from ui.refusals import refusal

        self.set_busy("")
        self.asks.setChecked(True)
        self._tell(self.computer_error, refusal(error), error)
        self.asks.setFocus(Qt.FocusReason.OtherFocusReason)

    def _finish(self, text: str) -> None:
        if not text.strip():
            self._on_written(None)
            return
        from ui.reflection.draft import blank

        prompt = self._prompt
        first = blank(date.today(), text=text, prompt=prompt.id, pillar=prompt.pillar)  # noqa: DTZ011  on the wall

        def work(journal: "Journal") -> None:
            journal.reflections.save(first, now())

        self._session.write(self, Change(REFLECTION, first.id), work, self._on_written, self._on_failed)

    def _on_written(self, _: object) -> None:
        name = self.name.text().strip()
        self._session.prefer(self._session, name=name)
        self.finished.emit(name)

    def _on_failed(self, error: Exception) -> None:
        from ui.refusals import refusal

        self.set_busy("")
        self._tell(self.error, refusal(error), error)
        self.answer.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self, place: FieldError, said: str, error: Exception) -> None:
        from app.errors import AppError

        if not isinstance(error, AppError):
            self.faulted.emit(error)
        place.say(said)


def _first_prompt() -> "Prompt":
    from app.prompts import library, rules
    from app.prompts.model import Knowledge
    from app.reflections.model import Lately

    today = date.today()  # noqa: DTZ011  the day on the wall
    known = Knowledge(day=today, occasions=rules.occasions(Lately(), None, today))
    return rules.choose(library.load(), known).prompt
