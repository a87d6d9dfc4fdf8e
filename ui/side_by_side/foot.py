"""Below the table: when the candidates are erased, what may not be asked, and the summaries to print."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.interviews.model import Interview
from app.interviews.wording import when_erased
from app.translation import tr
from ui.session import Session
from ui.widgets.buttons import Button, LinkButton
from ui.widgets.labels import Line, Paragraph
from ui.widgets.messages import Icon
from ui.widgets.panes import column, row


class Foot(QWidget):
    """One sentence for all of them."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._mark = Icon("clock", size=16, tone="ink3")
        self._said = Paragraph("", "small", "ink2")
        self.not_asked = LinkButton(tr("What may not be asked"), tone="ink2")
        self.print = Button(tr("Print the summaries"), "primary", icon="printer")
        line = row(self._mark, self._said, self.not_asked, 9, self.print, spacing=10)
        line.setStretch(1, 1)
        line.setAlignment(self._said, Qt.AlignmentFlag.AlignVCenter)
        self.setLayout(column(row(Line(), margins=(32, 0, 32, 0)), row(line, margins=(32, 16, 32, 18))))

    def text(self) -> str:
        """What it says of erasing."""
        return self._said.text()

    def show_interviews(self, interviews: Sequence[Interview]) -> None:
        """When these go."""
        months = self._session.preferences.candidates_kept_months
        self._said.setText(when_erased((each.date for each in interviews), months))
        self._mark.setVisible(bool(interviews))
        self.print.say(tr("Print the summary") if len(interviews) == 1 else tr("Print the summaries"))
        self.print.setVisible(bool(interviews))
