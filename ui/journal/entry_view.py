"""One entry, read."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.reflections.model import Reflection
from app.translation import tr
from ui.journal.facts import Facts
from ui.journal.plan_quote import PlanQuote
from ui.journal.reading_text import ReadingText
from ui.reflection.draft import Draft
from ui.reflection.fields import PrivateToggle
from ui.session import Session
from ui.widgets.labels import Label, Line, Paragraph
from ui.widgets.messages import Icon
from ui.widgets.panes import column, row
from ui.widgets.tab_loop import put_after
from ui.wording import weekday_and_day


class EntryView(QWidget):
    """Shows what a draft holds. The only thing to change here is whether it is for export, and that at once."""

    def __init__(self, draft: Draft, session: Session) -> None:
        super().__init__()
        self._draft, self._session = draft, session
        self._date = Label("", "page", wraps=True)
        self._facts = Facts()
        self._body = QVBoxLayout()
        self._body.setSpacing(0)
        self._text: ReadingText | None = None
        self._question = ""
        self.private = PrivateToggle(draft, style="small")
        self.private.toggle.clicked.connect(lambda _: draft.flush())
        aside = row(Icon("lock", tone="ink3"), self.private, spacing=10, margins=(0, 2, 0, 0))
        facts = row(spacing=12)
        facts.addWidget(self._facts, 1, Qt.AlignmentFlag.AlignTop)
        facts.addStretch(0)
        facts.addLayout(aside)
        facts.setAlignment(aside, Qt.AlignmentFlag.AlignTop)
        self.setLayout(column(16, self._date, 10, facts, 22, Line(), 26, self._body, 40, ...))

    @property
    def text(self) -> QWidget | None:
        """The widget with the words, to be walked by keyboard."""
        return self._text

    def show_entry(self) -> None:
        """Shows the draft as it is now."""
        reflection = self._draft.reflection
        content = reflection.content
        self._date.setText(weekday_and_day(content.date))
        self._facts.show_facts(content)
        _clear(self._body)
        self._text = None
        if content.notice.strip():
            self._add(tr("What pulled you to step in?"), content.notice)
        if content.text.strip():
            self._question = self._session.question_of(content.prompt)
            self._text = self._add(self._question, content.text)
        if not content.notice.strip() and not content.text.strip():
            self._body.addWidget(Paragraph(tr("No words yet"), "reading", "ink3"))
        self._add_plans(reflection)
        put_after(self.private.toggle, self)

    def show_question(self) -> None:
        """Shows the entry anew where its question is asked in other words now, or is gone."""
        question = self._session.question_of(self._draft.reflection.content.prompt)
        if self._text is not None and question != self._question:
            self.show_entry()

    def _add(self, label: str, text: str) -> ReadingText:
        if self._body.count():
            self._body.addSpacing(24)
        if label:
            self._body.addWidget(Paragraph(label, "caption", "ink3"))
            self._body.addSpacing(4)
        passage = ReadingText(text)
        passage.setAccessibleName(label or tr("Reflection"))
        self._body.addWidget(passage)
        return passage

    def _add_plans(self, reflection: Reflection) -> None:
        for plan in reflection.commitments:
            self._body.addSpacing(25)
            self._body.addWidget(PlanQuote(plan))


def _clear(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
