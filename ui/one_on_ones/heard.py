"""What they say to the owner: the newest of it, a place to write the next, and how much involvement they see."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QWidget

from app import limits
from app.one_on_ones.model import Involvement
from app.people.model import Feedback
from app.translation import tr
from ui.one_on_ones import words
from ui.one_on_ones.deeds import Deeds
from ui.one_on_ones.presenter import OneOnOnePresenter
from ui.widgets.buttons import LinkButton
from ui.widgets.labels import Label, Paragraph
from ui.widgets.panes import column, row
from ui.widgets.segmented import Segmented
from ui.widgets.writing import WritingArea
from ui.wording import day_name

_LONGEST = 280  # letters of a piece of feedback that are shown here; its page has all of it


class Heard(QWidget):
    """Their feedback to the owner of the last weeks."""

    def __init__(self, presenter: OneOnOnePresenter, deeds: Deeds) -> None:
        super().__init__()
        self._presenter, self._deeds = presenter, deeds
        self._feedback: Feedback | None = None
        self.add = LinkButton(tr("Add"))
        self.add.setAccessibleName(tr("Add what they say to you"))
        self._said, self._when = Paragraph("", "readingS", "ink"), Label("", "caption", "ink2")
        self._nothing = Paragraph(tr("Nothing in the last six weeks. You could ask."), "small", "ink2")
        self.area = WritingArea(
            tr("What they say to you"),
            tr("In their words"),
            2,
            maximum_height=160,
            style="readingS",
            most=limits.WORDS,
        )
        self.setLayout(
            column(
                row(Label(tr("Their feedback to you"), "heading"), ..., self.add),
                *(6, self._said, self._nothing, 4, self._when, self.area),
            )
        )
        self.area.hide()
        self.add.clicked.connect(self.begin)
        self.area.textChanged.connect(self._on_typed)
        self.area.installEventFilter(self)

    def show_now(self) -> None:
        """Shows the newest."""
        listed = self._presenter.feedback()
        self._nothing.setVisible(not listed)
        for each in (self._said, self._when):
            each.setVisible(bool(listed))
        if not listed:
            return
        newest = listed[0]
        text = " ".join(newest.text.split())
        shown = text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"
        self._said.setText(tr("“{words}”").format(words=shown))
        asked = tr("{day}, you asked").format(day=day_name(newest.date))
        self._when.setText(asked if newest.asked else day_name(newest.date))

    def begin(self) -> None:
        """Opens the area, with the cursor in it."""
        self.area.show()
        self.area.setFocus(Qt.FocusReason.OtherFocusReason)

    def end(self) -> None:
        """Closes it. What was typed is kept."""
        given, self._feedback = self._feedback, None
        self.area.replace_text("")
        self.area.hide()
        if given is not None:
            self._presenter.typing.discard(given.id)
            self._presenter.written.flush()
            self._presenter.shown.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut and not self.area.text().strip():
            self.end()
        if event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:  # type: ignore[attr-defined]
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)
            self.end()
            return True
        return False

    def _on_typed(self) -> None:
        text = self.area.text()
        if self._feedback is None:
            if not text.strip():
                return
            self._feedback = self._deeds.new_feedback()
            self._presenter.typing.add(self._feedback.id)
        self._feedback = replace(self._feedback, text=text)
        self._deeds.write(self._feedback)


class Involved(QWidget):
    """My involvement lately, as they say it, and the last three times."""

    def __init__(self, presenter: OneOnOnePresenter, deeds: Deeds) -> None:
        super().__init__()
        self._presenter = presenter
        self.choice = Segmented(
            [(each, words.involvement_name(each)) for each in Involvement],
            tr("My involvement lately"),
            allows_none=True,
        )
        self._before = Paragraph("", "caption", "ink2")
        self.setLayout(
            column(
                Label(tr("My involvement lately"), "heading"),
                2,
                Paragraph(tr("Ask, then mark what they say."), "small", "ink2"),
                10,
                self.choice,
                8,
                self._before,
            )
        )
        self.choice.chosen.connect(lambda key: deeds.involve(Involvement(key) if key else None))

    def show_now(self) -> None:
        """Shows what was marked."""
        said = self._presenter.meeting.involvement
        self.choice.choose(said or "")
        self._before.setText(words.last_times(self._presenter.lately()))
