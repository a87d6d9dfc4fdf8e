"""How our practices land with somebody, in a line: all of it is a page of its own."""

from PySide6.QtCore import Signal

from app.interviews.alignment import next_look
from app.interviews.model import Alignment
from app.interviews.wording import landed_in_words
from app.roster import Whole
from app.translation import tr
from ui.clock import today
from ui.people.block import Block
from ui.reference import ALIGNMENT, Reference
from ui.widgets.buttons import LinkButton
from ui.widgets.labels import Label, Paragraph
from ui.wording import day_name


class LandingBlock(Block):
    """What was said so far, when it is looked at again, and the way there."""

    referred = Signal(object)  # a Reference to go to

    def __init__(self) -> None:
        self._again, self.open = Label("", "caption", "ink3"), LinkButton("")
        super().__init__(tr("How we work, and how it lands"), self._again, self.open)
        self._person = ""
        self._said = Paragraph("", "small", "ink2")
        self.inner.addSpacing(8)
        self.inner.addWidget(self._said)
        self.open.clicked.connect(lambda: self.referred.emit(Reference(ALIGNMENT, person=self._person)))

    def show_whole(self, whole: Whole) -> None:
        self._person = whole.person.name
        said = landed_in_words(whole.sheet.rows) if whole.sheet is not None else ""
        is_archived = whole.person.archived_on is not None
        self._said.setText(tr("{landed}.").format(landed=said) if said else _asking(is_archived=is_archived))
        self._again.setText(_again(whole.sheet) if not is_archived else "")
        self._again.setVisible(bool(self._again.text()))
        self.open.set_tone("ink2" if said else "teal")
        self.open.say(tr("Open") if said else tr("Ask them"))
        self.name_after(self.open, self.title.text())
        self.open.setVisible(bool(said) or not is_archived)


def _again(sheet: Alignment | None) -> str:
    look = next_look(sheet) if sheet is not None else None
    if look is None:
        return ""
    if look.on <= today():
        return tr("To be looked at together")
    return tr("Looked at again on {day}").format(day=day_name(look.on))


def _asking(*, is_archived: bool) -> str:
    if is_archived:
        return tr("Nothing noted.")
    return tr("Which of your practices they welcome, and which read to them as distrust.")
