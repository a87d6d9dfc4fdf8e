"""Locking: after how long, and now."""

from PySide6.QtCore import Signal

from app.preferences.model import LOCK_CHOICES, NEVER
from app.translation import tr
from ui.session import Session
from ui.settings.section import Section, Setting
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
        about = tr("Nothing of the journal stays in the memory of the program.")
        self.add(
            Setting(tr("Lock by itself"), idle, self.after),
            Setting(tr("Lock at once"), about, self.now, line=False),
        )
        self.after.chosen.connect(lambda key: self._session.prefer(self, lock_after=int(key)))
        self.now.clicked.connect(self.lock_asked)
        self.refresh()

    def refresh(self) -> None:
        self.after.choose(str(self._session.preferences.lock_after))


def _words(minutes: int) -> str:
    return tr("Never") if minutes == NEVER else tr("{minutes} min").format(minutes=minutes)
