"""Erasing somebody, over the dimmed page: what goes, what mentions become, older backups, and the name to type."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QLayout, QWidget

from app import limits
from app.erasing.model import Choice, Way
from app.search.words import folded
from app.translation import tr, trn
from ui.people.erase_presenter import Erased, ErasePresenter
from ui.people.erase_words import about_erasing, about_mentions, all_counted, not_reached, places_left, said_of
from ui.people.mention_rows import MentionRows, ways
from ui.refusals import refusal
from ui.session import Session, now
from ui.shell.overlay import Overlay, SheetBody
from ui.theme import tokens
from ui.widgets.buttons import Button, IconButton
from ui.widgets.choices import Check, Segmented
from ui.widgets.fields import Field, FieldError
from ui.widgets.labels import ElidedLabel, Label, Line, Paragraph
from ui.widgets.panes import ScrollPage, column, row
from ui.wording import moment_name

_WIDTH, _LEAST, _TOP = 680, 240, 32
_BACKUPS = 4


class EraseSheet(Overlay):
    """Made for one person, opened once, over the page `parent`, whose words are saved.

    `erased` says what was done; then the window makes its pages anew, and says it.
    """

    erased = Signal(str)

    def __init__(self, session: Session, name: str, parent: QWidget) -> None:
        super().__init__(parent, tokens.scaled(_WIDTH), _TOP)
        self._session = session
        self.presenter = ErasePresenter(session, name, self)
        self.name = name
        self.setAccessibleName(tr("Erase {name}").format(name=name))
        self._make_parts()
        self._lay_out()
        self._connect()

    def open_sheet(self) -> None:
        """Opens it, and reads what there is."""
        self.open()
        self._close.setFocus(Qt.FocusReason.PopupFocusReason)
        self.presenter.ask()

    def close_overlay(self, *, give_focus_back: bool = True) -> None:
        if not self.presenter.is_busy:  # what was begun is told of when it is done
            super().close_overlay(give_focus_back=give_focus_back)

    def _make_parts(self) -> None:
        self._close = IconButton("x", tr("Close"))
        self.goes, self.stays = Paragraph("", "body", "ink"), Paragraph("", "small", "ink2")
        self.heading, self.backups_heading = Label("", "heading"), Label("", "heading")
        self.for_all = Segmented(ways(), tr("What becomes of every mention"))
        self.alias = Field(tr("What they are called instead"), compact=True)
        self.alias.setText(tr("a colleague"))
        self.alias.take_at_most(limits.NAME)
        self.alias_error, self.error = FieldError(), FieldError()
        self.mentions = MentionRows()
        self.with_backups = Check(tr("Delete earlier backups, too, once a new one without the name is made"))
        self.typed = Field(tr("Their name, to say that you mean it"), placeholder=self.name, compact=True)
        self.erase = Button(tr("Erase for good"), "danger")

    def _lay_out(self) -> None:
        title = ElidedLabel(tr("Erase {name}").format(name=self.name), "title")
        head = row(24, title, 14, self._close, 14, margins=(0, 14, 0, 12))
        head.setStretch(1, 1)
        self._backups, self._mentioned = QWidget(), QWidget()
        self._backup_lines = column()
        self._backups.setLayout(column(28, self.backups_heading, 8, self._backup_lines, 8, self.with_backups))
        beside = row(self.for_all, 12, self.alias)
        beside.setStretch(2, 1)
        how = Paragraph(about_mentions(), "small", "ink2")
        said = (28, self.heading, 4, how, 10, beside, self.alias_error, 8, self.mentions)
        self._mentioned.setLayout(column(*said))
        self._body = QWidget()
        first = (Paragraph(about_erasing(), "body", "ink"), 14, self.goes, 6, self.stays)
        beyond, where = Label(tr("What this does not reach"), "heading"), Paragraph(not_reached(), "small", "ink2")
        parts = (*first, self._mentioned, self._backups, 28, beyond, 4, where, ...)
        self._body.setLayout(column(*parts, margins=(24, 16, 24 - ScrollPage.ROOM, 20)))
        asked = Label(tr("Type their name to say that you mean it"), "control")
        last = row(self.typed, 12, self.erase)
        last.setStretch(0, 1)
        foot = column(asked, 6, last, self.error, margins=(24, 14, 24, 18))
        self.inner.addLayout(head)
        self.inner.addWidget(Line())
        scroll = SheetBody(self._body, _WIDTH, _LEAST)
        scroll.changed.connect(self._place)
        self.inner.addWidget(scroll)
        self.inner.addWidget(Line())
        self.inner.addLayout(foot)
        for each in (self._mentioned, self._backups):
            each.hide()
        self._show_alias()

    def _connect(self) -> None:
        presenter = self.presenter
        presenter.read.connect(self._show)
        presenter.found_backups.connect(self._show_backups)
        presenter.chosen.connect(lambda: self.mentions.show_choices(presenter.choices))
        presenter.refused.connect(self._refuse)
        presenter.done.connect(self._on_done)
        self.for_all.chosen.connect(lambda key: presenter.choose_for_all(self._choice(key)))
        self.for_all.chosen.connect(self._show_alias)
        self.mentions.chosen.connect(lambda mention, key: presenter.choose(mention, self._choice(key)))
        self.mentions.chosen.connect(self._show_alias)
        self.alias.textEdited.connect(self._on_alias)
        self.typed.textEdited.connect(lambda: self.error.say(""))
        self.typed.returnPressed.connect(self._erase)
        self.erase.clicked.connect(self._erase)
        self._close.clicked.connect(self.close_overlay)

    def _choice(self, key: str) -> Choice:
        way = Way(key)
        return Choice(way, self.alias.text().strip() if way is Way.ALIAS else "")

    def _on_alias(self) -> None:
        self.alias_error.say("")
        self.alias.set_error(False)
        self.presenter.call(self.alias.text().strip())

    def _show_alias(self) -> None:
        chosen = self.presenter.choices
        self.alias.setEnabled(any(each.way is Way.ALIAS for each in (chosen.default, *chosen.each.values())))

    def _show(self) -> None:
        found = self.presenter.preview
        assert found is not None  # noqa: S101  it was just read
        goes = all_counted(found.goes)
        self.goes.setText(", ".join(goes) if goes else tr("Nothing but the name is kept about them alone."))
        self.stays.setText(" ".join(self._staying()))
        number = len(found.mentions)
        heading = trn(
            "{count} place in other texts mentions them", "{count} places in other texts mention them", number
        )
        self.heading.setText(heading.format(count=number))
        self._mentioned.setVisible(bool(number))
        self.mentions.show_mentions(found.mentions, self.presenter.choices)

    def _staying(self) -> list[str]:
        found = self.presenter.preview
        assert found is not None  # noqa: S101  it was just read
        said = places_left(found.goes)
        if found.named_in:
            named = trn(
                "{count} reflection names them; it stays, without the name.",
                "{count} reflections name them; they stay, without the name.",
                found.named_in,
            )
            said.insert(0, named.format(count=found.named_in))
        if found.also:
            said.append(tr("The same goes for {names}.").format(names=", ".join(found.also)))
        return said

    def _show_backups(self) -> None:
        found = self.presenter.backups
        _empty(self._backup_lines)
        today = now().astimezone().date()
        for each in found[:_BACKUPS]:
            line = tr("{moment}: {path}").format(moment=moment_name(each.created_at, today), path=each.path)
            self._backup_lines.addWidget(ElidedLabel(line, "small", "ink2", tabular=True))
        if (more := len(found) - _BACKUPS) > 0:
            self._backup_lines.addWidget(Label(tr("and {count} more").format(count=more), "small", "ink2"))
        heading = trn(
            "{count} earlier backup may have the name", "{count} earlier backups may have the name", len(found)
        )
        self.backups_heading.setText(heading.format(count=len(found)))
        self._backups.setVisible(bool(found))

    def _erase(self) -> None:
        if self.presenter.is_busy or self.presenter.preview is None:
            return
        if folded(self.typed.text()) != folded(self.name):
            self.error.say(tr("Type the name as it stands above first."))
            self.typed.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.error.say("")
        self._set_busy(True)
        self.presenter.erase(with_backups=self.with_backups.isChecked())

    def _set_busy(self, busy: bool) -> None:
        for each in (self._body, self.typed, self.erase, self._close):
            each.setEnabled(not busy)
        self.erase.say(tr("Erasing") if busy else tr("Erase for good"))

    def _refuse(self, error: Exception) -> None:
        from app.errors import AliasNamesThem

        self._set_busy(False)
        self.typed.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(error, AliasNamesThem):
            self.alias.set_error(True)
            self.alias_error.say(refusal(error))
            self.alias.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.error.say(refusal(error))

    def _on_done(self, erased: Erased) -> None:
        self._set_busy(False)
        super().close_overlay()
        said = said_of(self.name, erased)
        self.erased.emit(said)
        self._session.renewed.emit(said)


def _empty(layout: QLayout | QBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
