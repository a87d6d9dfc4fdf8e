"""The working agreement: the version in force, a review of it together, and the versions before."""

from uuid import uuid4

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.people import rules
from app.people.model import Agreement
from app.roster import Whole
from app.translation import tr, trn
from ui.clock import today
from ui.people.agreement_form import AgreementForm
from ui.people.agreement_text import AgreementText
from ui.people.block import Block
from ui.people.keeping import Typed
from ui.people.version_panel import VersionPanel
from ui.people.words import how_long_ago
from ui.session import now
from ui.widgets.buttons import LinkButton
from ui.widgets.labels import Label, Paragraph
from ui.widgets.panes import column, row
from ui.wording import day_name


class AgreementBlock(Block):
    """Reading, and behind a link the form of today's version."""

    said = Signal(str, object)  # something done, and how to undo it
    turned = Signal()  # from reading to the form, or back

    def __init__(self, typed: Typed, weekday: int | None) -> None:
        self._reviewed, self.review = Label("", "caption", "ink3"), LinkButton("")
        super().__init__(tr("Working agreement"), self._reviewed, self.review)
        self._typed, self._weekday = typed, weekday
        self._whole: Whole | None = None
        self._text = AgreementText()
        self._nothing = Paragraph("", "small", "ink3")
        self._again, self.earlier = Label("", "caption", "ink3"), LinkButton("", tone="ink2", style="caption")
        self._foot = QWidget()
        self._foot.setLayout(column(14, row(self._again, 16, self.earlier, ...)))
        self._below = QVBoxLayout()
        self.form: AgreementForm | None = None
        self._before: Agreement | None = None  # the version of today as it was before the form was opened
        self._versions: VersionPanel | None = None
        self.inner.addLayout(column(12, self._text, self._nothing, self._foot, self._below))
        self.review.clicked.connect(self.begin)
        self.earlier.clicked.connect(self._show_versions)

    @property
    def in_force(self) -> Agreement | None:
        """The newest version, as it was last typed."""
        found = self._whole.agreements[0] if self._whole and self._whole.agreements else None
        return self._typed.newest(found) if found is not None else None

    def show_whole(self, whole: Whole) -> None:
        if self._whole is not None and self._whole.person.id != whole.person.id:
            self._drop_form()
        self._whole = whole
        self._show()

    def begin(self) -> None:
        """Opens the form: of today's version, or of a new one with the words of the one in force."""
        assert self._whole is not None  # noqa: S101  whoever is shown
        in_force, id = self.in_force, uuid4().hex
        name = self._whole.person.name
        draft = (
            rules.next_version(in_force, today(), id, now())
            if in_force is not None
            else rules.first_version(name, today(), id, now())
        )
        self._drop_form()
        self._before = in_force if draft is in_force else None
        self.form = AgreementForm(self._typed, name, self._weekday)
        self.form.finished.connect(self._on_finished)
        self._below.addWidget(self.form)
        self.form.show_draft(draft)
        self._show()
        self.form.show()
        self.turned.emit()
        self.form.mine.lines[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def finish(self) -> None:
        """Back to reading; what was typed is kept."""
        if self.form is not None:
            self._on_finished(False)

    def _on_finished(self, agreed: bool) -> None:
        draft = self.form.draft if self.form is not None else None
        self._drop_form()
        self._typed.flush()
        self._show()
        self.turned.emit()
        self.review.setFocus(Qt.FocusReason.OtherFocusReason)
        if agreed and draft is not None and not rules.is_blank(draft):
            before = self._before
            words = tr("Agreed on {day}").format(day=day_name(draft.date))
            self.said.emit(words, lambda: self._typed.put(before) if before else self._typed.delete(draft))

    def _drop_form(self) -> None:
        if self.form is not None:
            self._below.removeWidget(self.form)
            self.form.hide()
            self.form.deleteLater()
            self.form = None

    def _show(self) -> None:
        assert self._whole is not None  # noqa: S101  whoever is shown
        shown, is_editing = self.in_force, self.form is not None
        is_read_only = self._whole.person.archived_on is not None
        if shown is not None:
            self._text.show_agreement(shown)
        self._text.setVisible(shown is not None and not is_editing)
        self._nothing.setText(tr("Nothing noted.") if is_read_only else _nothing_yet())
        self._nothing.setVisible(shown is None and not is_editing)
        self._reviewed.setText(_reviewed(shown) if shown else "")
        self.review.say(tr("Review together") if shown else tr("Write it down"))
        self.name_after(self.review, tr("Working agreement"))
        self.review.setVisible(not is_editing and not is_read_only)
        self._show_foot(shown, is_editing=is_editing)

    def _show_foot(self, shown: Agreement | None, *, is_editing: bool) -> None:
        assert self._whole is not None  # noqa: S101  whoever is shown
        again, count = shown.look_again_on if shown else None, len(self._whole.agreements) - 1
        self._again.setText(_again(shown) if shown and again else "")
        self._again.setVisible(again is not None)
        self.earlier.say(trn("{count} earlier version", "{count} earlier versions", count).format(count=count))
        self.earlier.setVisible(count > 0)
        self._foot.setVisible((again is not None or count > 0) and not is_editing)

    def _show_versions(self) -> None:
        assert self._whole is not None  # noqa: S101  whoever is shown
        if self._versions is None:
            self._versions = VersionPanel(self)
        self._versions.show_versions(self._whole.agreements)
        self._versions.open_at(self.earlier)


def _nothing_yet() -> str:
    return tr("Nothing is agreed on yet. Say out loud what each of you needs from the other, and write it down here.")


def _reviewed(agreement: Agreement) -> str:
    return tr("Last reviewed {day}, {ago}").format(day=day_name(agreement.date), ago=how_long_ago(agreement.date))


def _again(agreement: Agreement) -> str:
    day = agreement.look_again_on or today()
    said = tr("To be looked at again since {day}") if day <= today() else tr("Looked at again on {day}")
    return said.format(day=day_name(day))
