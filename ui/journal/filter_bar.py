"""The filters above the list: pillar, person, tag, what the pull wanted, and what is not for export."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QWidget

from app.reflections.model import Pillar, PullKind
from app.translation import tr
from ui.journal.browser import Browser
from ui.journal.filter_button import FilterButton
from ui.reflection import words
from ui.reflection.names import NameChoice
from ui.reflection.one_of import OneOf
from ui.session import Session
from ui.widgets.chips import pillar_name
from ui.widgets.labels import Label
from ui.widgets.panes import Panel, column, row


class FilterBar(QWidget):
    """Narrows what a Browser shows. Where it is narrow itself, the tag moves behind the last button but one."""

    def __init__(self, browser: Browser, session: Session) -> None:
        super().__init__()
        self._browser, self._session = browser, session
        self.pillar = FilterButton(tr("All pillars"))
        self.person = FilterButton(tr("Anyone"))
        self.tag = FilterButton(tr("Any tag"))
        self.more = FilterButton(tr("More filters"), icon="adjustments-horizontal")
        self.private = FilterButton(tr("Only what is not for export"), icon="lock")
        self.setLayout(row(self.pillar, self.person, self.tag, ..., self.more, self.private, spacing=7))
        self._pillars = OneOf([(None, tr("All pillars")), *((each, pillar_name(each)) for each in Pillar)])
        self._kinds = OneOf([(None, tr("anything")), *((each, words.kind_name(each)) for each in PullKind)])
        self._people = NameChoice(tr("Find a name"), nothing=tr("Anyone"))
        self._tags = NameChoice(tr("Find a tag"), nothing=tr("Any tag"))
        self._folded_tags = NameChoice(tr("Find a tag"), nothing=tr("Any tag"))
        self._folded = QWidget()
        self._folded.setLayout(column(Label(tr("Tag"), "caption", "ink2"), 10, self._folded_tags, 18))
        self._panels = [self._panel(each) for each in (self._pillars, self._people, self._tags)]
        wanted = Label(tr("What the pull wanted to do"), "caption", "ink2")
        self._panels.append(self._panel(self._folded, wanted, 10, self._kinds))
        self._connect()
        self.set_narrow(False)
        self._show_filter()

    def set_narrow(self, is_narrow: bool) -> None:
        """Whether there is no room for the tag."""
        self.tag.setVisible(not is_narrow)
        self._folded.setVisible(is_narrow)
        self._show_filter()

    def _panel(self, *items: QWidget | int) -> Panel:
        panel = Panel(self)
        panel.setLayout(column(*items, margins=18))
        return panel

    def _connect(self) -> None:
        pillars, people, tags, more = self._panels
        self.pillar.clicked.connect(lambda: pillars.open_at(self.pillar))
        self.person.clicked.connect(partial(self._ask_people, people))
        self.tag.clicked.connect(partial(self._ask_tags, self.tag, tags, self._tags))
        self.more.clicked.connect(partial(self._ask_tags, self.more, more, self._folded_tags))
        self.private.clicked.connect(lambda: self._change(private=None if self._browser.wanted.private else True))
        self._pillars.chosen.connect(lambda pillar: self._change(pillar=pillar))
        self._kinds.chosen.connect(lambda kind: self._change(pull_kind=kind))
        self._people.chosen.connect(lambda names: self._change(person=next(iter(names), None)))
        for each in (self._tags, self._folded_tags):
            each.chosen.connect(lambda names: self._change(tag=next(iter(names), None)))
        self._browser.filtered.connect(self._show_filter)

    def _ask_people(self, panel: Panel) -> None:
        def show(known: Sequence[str]) -> None:
            self._people.offer(known, _some(self._browser.wanted.person))
            panel.open_at(self.person)

        self._session.read(self, lambda journal: journal.people.names(), show)

    def _ask_tags(self, button: FilterButton, panel: Panel, names: NameChoice) -> None:
        def show(known: Sequence[str]) -> None:
            names.offer(known, _some(self._browser.wanted.tag))
            panel.open_at(button)

        self._session.read(self, lambda journal: journal.reflections.tags(), show)

    def _change(self, **changes: object) -> None:
        for panel in self._panels:
            panel.close_panel()
        self._browser.filter_by(replace(self._browser.wanted, **changes))  # type: ignore[arg-type]  # its own fields

    def _show_filter(self) -> None:
        wanted = self._browser.wanted
        self._pillars.choose(wanted.pillar)
        self._kinds.choose(wanted.pull_kind)
        pillar = pillar_name(wanted.pillar) if wanted.pillar else tr("All pillars")
        self.pillar.show_choice(pillar, is_active=wanted.pillar is not None)
        self.person.show_choice(wanted.person or tr("Anyone"), is_active=wanted.person is not None)
        self.tag.show_choice(wanted.tag or tr("Any tag"), is_active=wanted.tag is not None)
        folded = wanted.tag if self.tag.isHidden() else None
        kind = words.kind_name(wanted.pull_kind) if wanted.pull_kind else ""
        said = ", ".join(each for each in (folded, kind) if each)
        self.more.show_choice(said, is_active=bool(said))
        self.private.show_choice(tr("on") if wanted.private else tr("off"), is_active=bool(wanted.private))


def _some(name: str | None) -> tuple[str, ...]:
    return () if name is None else (name,)
