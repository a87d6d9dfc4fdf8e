"""The last step: a name, how it opens, a look, and one question, which may be left."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from app.settings import Look
from app.translation import tr
from ui import clock
from ui.keys.below_field import below_field
from ui.session import REFLECTION, Change, Session, now
from ui.unlock.choices import Choices
from ui.unlock.form import Form
from ui.unlock.steps import StepHeader
from ui.widgets.buttons import Button, LinkButton
from ui.widgets.chips import PillarChip
from ui.widgets.fields import FieldError
from ui.widgets.labels import Label, Paragraph
from ui.widgets.panes import ScrollPage, row
from ui.widgets.writing import WritingArea

if TYPE_CHECKING:
    from app.prompts.model import Prompt
    from ui.session import Journal

_BELOW = 24  # pixels below the button


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
        self.choices = Choices(look, name, opens_by_computer=opens_by_computer)
        self.name, self.looks = self.choices.name, self.choices.looks
        self.asks, self.computer, self.computer_error = (
            self.choices.asks,
            self.choices.computer,
            self.choices.computer_error,
        )
        enough = tr("Three words are enough")
        self.answer = WritingArea(self._prompt.question, enough, 2, maximum_height=160, style="readingS")
        self.answer.replace_text(text)
        self.error = FieldError()
        self.fill(
            self.choices,
            row(Label(tr("Your first prompt"), "control"), ..., PillarChip(self._prompt.pillar)),
            4,
            Paragraph(self._prompt.question, "title", "ink"),
            8,
            self.answer,
            below_field(self.error),
            above=(StepHeader(2), 36),
            before_foot=16,
        )
        self._place = self._column.indexOf(self.choices)
        self.choices.look_chosen.connect(self.look_chosen)
        self.skip.clicked.connect(lambda: self._choose_way(""))

    def start(self) -> WritingArea:
        return self.answer

    def focus_start(self) -> None:
        """Puts the cursor there, with what goes on in sight, too, where the window is too low for all of it."""
        super().focus_start()
        page = self.findChild(ScrollPage)
        if page is not None:
            page.ensureWidgetVisible(self.go, 0, _BELOW)

    def proceed(self) -> None:
        self._choose_way(self.answer.text())

    def set_busy(self, said: str) -> None:
        super().set_busy(said)
        self.choices.setEnabled(not said)  # which need not stand in the form

    def whole_height(self) -> int:
        """How high it has to be for all of it to be in sight, with the choices in it."""
        if self._column.indexOf(self.choices) >= 0:
            return self.needed_height()
        return self.needed_height() + self.choices.height_at(self._body.width())

    def give_choices(self) -> Choices:
        """The choices, which are to stand somewhere else."""
        self._column.removeWidget(self.choices)
        self.choices.arrange(across=2)
        return self.choices

    def take_choices(self) -> None:
        """Has the choices in their place again."""
        self._column.insertWidget(self._place, self.choices)
        self.choices.arrange(across=len(Look))

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
        first = blank(clock.today(), text=text, prompt=prompt.id, pillar=prompt.pillar)

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

    today = clock.today()
    known = Knowledge(day=today, occasions=rules.occasions(Lately(), None, today))
    return rules.choose(library.load(), known).prompt
