"""How long candidates are kept, and that some were erased lately, without a name."""

from PySide6.QtWidgets import QWidget

from app.interviews import wording
from app.preferences.model import KEPT_CHOICES
from app.translation import tr
from ui.session import Session, now
from ui.settings.section import Setting
from ui.settings.sides import Measured
from ui.widgets.choices import Segmented
from ui.widgets.labels import Paragraph
from ui.widgets.panes import column


class CandidatesKept(QWidget):
    """Kept in the journal, and with it on every computer."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        months = [(str(each), tr("{months} months").format(months=each)) for each in KEPT_CHOICES]
        self.after = Segmented(months, tr("Candidates are erased after their conversation"))
        self.erased = Paragraph("", "small", "ink2")
        about = tr("Counted from the day of their conversation, whatever came of it. {shorter}")
        about = about.format(shorter=wording.about_shorter())
        # The sample has no backups.
        backups = [] if session.is_sample else [Measured(wording.about_backups())]
        row = Setting(tr("Candidates are erased"), about, self.after, line=False)
        self.setLayout(column(row, *backups, self.erased, spacing=5))
        self.after.chosen.connect(lambda key: self._session.prefer(self, candidates_kept_months=int(key)))
        self.refresh()

    def refresh(self) -> None:
        """Shows what is so now; of candidates who were erased, how many and when, where there were any."""
        kept = self._session.preferences
        self.after.choose(str(kept.candidates_kept_months))
        said = wording.erased_lately(kept.candidates_erased, now().date())
        self.erased.setText(said)
        self.erased.setVisible(bool(said))
