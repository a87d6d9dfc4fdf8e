"""The list of sections at the left: follows where the page is, and goes there."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from app.translation import tr
from ui.settings.section import Section
from ui.widgets.contents import Contents
from ui.widgets.labels import Label, Line, Paragraph
from ui.widgets.panes import column, row

WIDTH = 232


class SectionList(QWidget):
    """The contents of the page, below its title."""

    def __init__(self, sections: Sequence[Section]) -> None:
        super().__init__()
        self.setFixedWidth(WIDTH)
        contents = Contents([(each.title, each.icon) for each in sections])
        self.entries, self.chosen, self.follow = contents.entries, contents.chosen, contents.follow
        kept = Paragraph(tr("Every change is kept as you make it."), "small", "ink3")
        heading = row(Label(tr("Settings"), "page"), margins=(20, 19, 12, 18))
        inner = column(heading, row(contents, margins=(12, 0, 12, 0)), ..., row(kept, margins=(20, 0, 20, 28)))
        self.setLayout(row(inner, Line(vertical=True)))
        self.setFocusProxy(contents)
