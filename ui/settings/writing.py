"""Writing: what Today begins with, how weeks begin, what is noticed, and what the journal is called."""

from PySide6.QtCore import Signal

from app import limits, settings
from app.day_names import short_weekday_name
from app.translation import tr, trn
from ui.session import Session
from ui.settings.phrases import PhrasePanel
from ui.settings.section import Section, Setting
from ui.theme import tokens
from ui.widgets.buttons import Button
from ui.widgets.choices import Segmented, Toggle
from ui.widgets.fields import Field

_SYSTEM, _NEVER = "system", "never"
_MONDAY, _SATURDAY, _SUNDAY = 0, 5, 6


class WritingSection(Section):
    """Kept in the journal, and with it on every computer."""

    said = Signal(str, object)  # something done, and how to undo it
    prompts_asked = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(tr("Writing"), "pencil")
        self._session = session
        self.prompt = Toggle(tr("Begin with a prompt"))
        self.prompts = Button(tr("See and change the prompts…"), size="small")
        self.prompts.clicked.connect(self.prompts_asked)
        self.prompt_row = Setting(tr("Prompts"), " ", self.prompts)
        days = [
            (_SYSTEM, tr("As the system")),
            (str(_MONDAY), tr("Monday")),
            (str(_SATURDAY), tr("Saturday")),
            (str(_SUNDAY), tr("Sunday")),
        ]
        self.weekday = Segmented(days, tr("First day of the week"))
        self.blame = Toggle(tr("Notice blame while I write"))
        self.phrases = Button(tr("Edit the phrases…"), size="small")
        self.panel: PhrasePanel | None = None
        review_days = [(str(day), short_weekday_name(day)) for day in range(7)]
        self.review = Segmented([*review_days, (_NEVER, tr("Never"))], tr("Weekly review on"))
        self.name = Field(tr("Name of the journal"), placeholder=tr("Your journal"), compact=True)
        self.name.take_at_most(limits.JOURNAL_NAME)
        self.name.setFixedWidth(tokens.scaled(280))
        about_blame = tr(
            "A quiet line below a phrase, and the question behind it. It works in English, and never changes a word."
        )
        about_name = tr("Shown on the unlock window of this computer, so it is not secret.")
        if session.is_sample:
            about_name = ""
        self.add(
            Setting(tr("Begin with a prompt"), tr("Off, Today begins with free writing."), self.prompt),
            self.prompt_row,
            Setting(tr("First day of the week"), "", self.weekday),
            Setting(tr("Weekly review on"), tr("On that day it takes the place of the prompt."), self.review),
            Setting(tr("Notice blame while I write"), about_blame, self.phrases, self.blame),
            Setting(tr("Name of the journal"), about_name, self.name, line=False),
        )
        self.prompt.clicked.connect(lambda on: self._session.prefer(self, shows_prompt=on))
        self.weekday.chosen.connect(self._on_weekday)
        self.review.chosen.connect(self._on_review)
        self.blame.clicked.connect(lambda on: self._session.prefer(self, notices_blame=on))
        self.phrases.clicked.connect(self._open_phrases)
        self.name.editingFinished.connect(self.keep_name)
        self.refresh()

    def refresh(self) -> None:
        kept = self._session.preferences
        self.prompt.setChecked(kept.shows_prompt)
        self.blame.setChecked(kept.notices_blame)
        if self.panel is not None:
            self.panel.refresh()
        own = sum(each.is_own for each in self._session.prompts.entries)
        came = tr("{count} that came along").format(count=len(self._session.prompts.entries) - own)
        mine = trn("{count} of your own", "{count} of your own", own).format(count=own)
        mine = mine if own else tr("none of your own")
        self.prompt_row.words.setText(tr("{came}, {mine}.").format(came=came, mine=mine))
        self.weekday.choose(_SYSTEM if kept.first_weekday is None else str(kept.first_weekday))
        self.review.choose(_NEVER if kept.review_weekday is None else str(kept.review_weekday))
        if not self.name.hasFocus():
            self.name.setText(kept.name)

    def keep_name(self) -> None:
        """Keeps the name as it is typed now."""
        name = self.name.text().strip()
        if name != self._session.preferences.name:
            self._session.prefer(self, name=name)
            if not self._session.is_sample:
                settings.keep(name=name)

    def _open_phrases(self) -> None:
        if self.panel is None:
            self.panel = PhrasePanel(self._session, self)
            self.panel.said.connect(self.said)
        self.panel.open_below(self.phrases)

    def _on_weekday(self, key: str) -> None:
        self._session.prefer(self, first_weekday=None if key == _SYSTEM else int(key))

    def _on_review(self, key: str) -> None:
        self._session.prefer(self, review_weekday=None if key == _NEVER else int(key))
