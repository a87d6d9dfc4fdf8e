"""What those who ask may listen for, as far as the bank says."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.interviews.model import Question
from app.translation import tr
from ui.other_side.journal_view import SIDE
from ui.questions.question_parts import ListenAndWatch, follow_ups, ratings
from ui.widgets.labels import Paragraph
from ui.widgets.panes import ScrollPage, column


class ListeningView(ScrollPage):
    """What those who ask may listen for, as far as the bank says."""

    def __init__(self) -> None:
        inside = QWidget()
        super().__init__(inside)
        self._shown: Question | None = None
        self._said = QVBoxLayout()
        self._said.setSpacing(0)
        self._none = Paragraph(tr("The bank says nothing about a question of your own."), "small", "ink2")
        intro = Paragraph(tr("What those who ask it are told to listen for."), "small", "ink2")
        self._some = QWidget()
        self._some.setLayout(column(intro, 18, self._said))
        inside.setLayout(column(self._none, self._some, ..., margins=(SIDE, 4, SIDE - ScrollPage.ROOM, 16)))
        self._some.hide()

    def show_question(self, question: Question | None) -> None:
        """Of this one."""
        if question == self._shown:
            return
        self._shown = question
        while (old := self._said.takeAt(0)) is not None:
            if (widget := old.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for made in _parts(question) if question is not None else []:
            self._said.addWidget(made)
            made.show()
        self._some.setVisible(self._said.count() > 0)
        self._none.setVisible(self._said.count() == 0)
        self.verticalScrollBar().setValue(0)


def _parts(question: Question) -> list[QWidget]:
    made = list[QWidget]()
    if question.listen_for or question.watch_for:
        made.append(ListenAndWatch(question))
    if any(each.text.strip() or each.short.strip() for each in question.anchors):
        made.append(ratings(question.anchors))
    if question.follow_ups:
        made.append(follow_ups(question.follow_ups))
    return made
