"""The phrases that are noticed: each can be left alone, and the owner's own stand before them."""

from collections.abc import Callable
from functools import partial
from itertools import groupby

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.phrasing.library import in_words, load
from app.phrasing.model import About, OwnPhrase
from app.translation import tr
from ui.session import Session
from ui.settings.own_phrase import OwnPhraseForm
from ui.theme import tokens
from ui.widgets.buttons import IconButton, LinkButton
from ui.widgets.choices import Check
from ui.widgets.labels import ElidedLabel, Label, Line, Paragraph
from ui.widgets.marks import MARK
from ui.widgets.panes import Panel, ScrollPage, column, row

_WIDTH, _HEIGHT = 520, 400
_AROUND = 150  # of the list in its panel and window
_RING = 4  # room for the ring of a box at the edge of the list


class PhrasePanel(Panel):
    """Every change is kept as it is made, in the journal."""

    said = Signal(str, object)  # something done, and how to undo it

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self.add = LinkButton(tr("Add your own"), icon="plus")
        self.form: OwnPhraseForm | None = None
        self.checks: dict[str, Check] = {}
        self._shown_own: tuple[OwnPhrase, ...] = ()
        self._form_place, self._own = column(), column()
        inside = QWidget()
        inside.setLayout(column(self._form_place, self._own, self._built_in(), ..., margins=(_RING, 0, _RING, 8)))
        self._scroll = ScrollPage(inside)
        head = row(Label(tr("Phrases that are noticed"), "small", weight=600), ..., self.add)
        words = tr("What has a tick gets a line below it. It works in English, and never changes a word.")
        above = column(head, 4, Paragraph(words, "small", "ink2"), 10, Line(), margins=(_RING, 0, _RING, 0))
        self.setLayout(column(above, self._scroll, margins=16))
        self.add.clicked.connect(lambda: self._open_form(None))
        self.refresh()

    def open_below(self, anchor: QWidget) -> None:
        """Opens as high as the window has room for."""
        self._close_form()
        self.refresh()
        room = anchor.window().height() - tokens.scaled(_AROUND)
        self._scroll.setFixedSize(tokens.scaled(_WIDTH), min(tokens.scaled(_HEIGHT), room))
        self.open_at(anchor)

    def refresh(self) -> None:
        """Shows what is so now."""
        kept = self._session.preferences
        if kept.own_phrases != self._shown_own:
            self._show_own(kept.own_phrases)
        for id, check in self.checks.items():
            check.setChecked(id not in kept.phrases_off)

    def _built_in(self) -> QVBoxLayout:
        parts = column()
        said = {About.OTHERS: tr("About others"), About.SELF: tr("About yourself")}
        for about, words in said.items():
            parts.addSpacing(16)
            parts.addWidget(Label(words, "heading"))
            rules = sorted((each for each in load() if each.about is about), key=lambda rule: rule.question)
            for question, under in groupby(rules, key=lambda rule: rule.question):
                parts.addSpacing(10)
                parts.addWidget(Paragraph(question, "readingS", "ink2"))
                for rule in under:
                    parts.addSpacing(6)
                    parts.addLayout(row(self._check(rule.id, in_words(rule.phrase)), ...))
        return parts

    def _check(self, id: str, words: str) -> Check:
        check = self.checks[id] = Check(words, style="small")
        check.clicked.connect(lambda on: self._tick(id, on=on))
        return check

    def _tick(self, id: str, *, on: bool) -> None:
        off = tuple(each for each in self._session.preferences.phrases_off if each != id)
        self._session.prefer(self, phrases_off=off if on else (*off, id))

    # The owner's own

    def _show_own(self, own: tuple[OwnPhrase, ...]) -> None:
        for each in self._shown_own:
            self.checks.pop(each.id)
        self._shown_own = own
        while (item := self._own.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        if own:
            self._own.addSpacing(16)
            self._own.addWidget(Label(tr("Your own"), "heading"))
        for each in own:
            self._own.addWidget(self._own_row(each))

    def _own_row(self, own: OwnPhrase) -> QWidget:
        check = self._check(own.id, own.phrase)
        edit = IconButton("pencil", tr("Edit “{phrase}”").format(phrase=own.phrase), size=28)
        remove = IconButton("trash", tr("Remove “{phrase}”").format(phrase=own.phrase), size=28)
        edit.clicked.connect(partial(self._open_form, own))
        remove.clicked.connect(partial(self._remove, own))
        question = ElidedLabel(own.question, "readingS", "ink2")
        shown = QWidget()
        head = row(check, 12, ..., edit, 4, remove)
        shown.setLayout(column(head, row(tokens.scaled(MARK) + 8, question), margins=(0, 8, 0, 0)))
        return shown

    def _open_form(self, own: OwnPhrase | None) -> None:
        self._close_form()
        form = self.form = OwnPhraseForm(own)
        form.kept.connect(self._on_kept)
        form.cancelled.connect(self._on_done)
        self._form_place.addWidget(form)
        form.show()
        form.phrase.setFocus()

    def _close_form(self) -> None:
        if self.form is not None:
            self.form.hide()
            self.form.deleteLater()
            self.form = None

    def _on_done(self) -> None:
        self._close_form()
        self.add.setFocus()

    def _on_kept(self, kept: OwnPhrase) -> None:
        own = self._session.preferences.own_phrases
        is_new = all(each.id != kept.id for each in own)
        self._change_own((*own, kept) if is_new else tuple(kept if each.id == kept.id else each for each in own))
        self._on_done()

    def _remove(self, own: OwnPhrase) -> None:
        self._change_own(tuple(each for each in self._session.preferences.own_phrases if each.id != own.id))
        self.add.setFocus()
        self.said.emit(tr("“{phrase}” is removed").format(phrase=own.phrase), _bring_back(self._session, own))

    def _change_own(self, own: tuple[OwnPhrase, ...]) -> None:
        self._session.prefer(self, own_phrases=own)
        self.refresh()


def _bring_back(session: Session, own: OwnPhrase) -> Callable[[], None]:
    def undo() -> None:
        session.prefer(session, own_phrases=(*session.preferences.own_phrases, own))

    return undo
