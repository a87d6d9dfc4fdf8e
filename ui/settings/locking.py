"""Locking: after how long, on what the system says, and now."""

from PySide6.QtCore import Signal

from app.preferences.model import LOCK_CHOICES, NEVER
from app.translation import tr
from ui.session import Session
from ui.settings.section import Section, Setting
from ui.triggers.watch import Occasion
from ui.widgets.buttons import Button
from ui.widgets.choices import Segmented


class LockingSection(Section):
    """Locking ends the program and starts it anew, so that nothing of the journal stays in its memory."""

    lock_asked = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(tr("Locking"), "lock")
        self._session = session
        choices = [(str(each), _words(each)) for each in LOCK_CHOICES]
        self.after = Segmented(choices, tr("Lock by itself"))
        self.now = Button(tr("Lock now"), icon="lock", keys=tr("Ctrl L"), size="small")
        idle = tr("When nothing was typed or moved for so long. What you write is saved first.")
        if session.is_sample:
            idle = tr("When nothing was typed or moved for so long. The sample ends with it.")
        self.with_system = Setting(tr("Lock with the computer"), " ")
        about = tr("Nothing of the journal stays in the memory of the program.")
        self.add(
            Setting(tr("Lock by itself"), idle, self.after),
            self.with_system,
            Setting(tr("Lock at once"), about, self.now, line=False),
        )
        self.after.chosen.connect(lambda key: self._session.prefer(self, lock_after=int(key)))
        self.now.clicked.connect(self.lock_asked)
        self.refresh()

    def refresh(self) -> None:
        self.after.choose(str(self._session.preferences.lock_after))
        self.with_system.words.setText(sentence(self._session.locks_on))


def sentence(on: frozenset[Occasion]) -> str:
    """What the system tells of, as one sentence."""
    if not on:
        return tr(
            "This computer does not say when its screen locks or it sleeps. Only the time above and Ctrl L lock here."
        )
    said = {
        Occasion.SCREEN: tr("when the screen locks"),
        Occasion.SLEEP: tr("when the computer sleeps or is shut down"),
        Occasion.SWITCH: tr("when somebody else signs in"),
    }
    *before, last = (words for occasion, words in said.items() if occasion in on)
    whole = tr("{these} and {last}").format(these=", ".join(before), last=last) if before else last
    return tr("Also {occasions}.").format(occasions=whole)


def _words(minutes: int) -> str:
    return tr("Never") if minutes == NEVER else tr("{minutes} min").format(minutes=minutes)
