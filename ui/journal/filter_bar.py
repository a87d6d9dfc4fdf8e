"""The filters above the list: pillar, person, tag, what the pull wanted, and what is not for export."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from app.reflections.wording import kind_name, pillar_name
from app.translation import tr
from ui.journal.browser import Browser
from ui.journal.filter_button import FilterButton
from ui.journal.filter_panels import MorePanel, PersonPanel, PillarPanel
from ui.session import Session
from ui.widgets.panes import Panel, row


class FilterBar(QWidget):
    """Narrows what a Browser shows. Where it is narrow itself, the tag moves behind the last button but one."""

    def __init__(self, browser: Browser, session: Session) -> None:
        super().__init__()
        self._browser, self._session = browser, session
        self._panels: dict[str, Panel] = {}
        self.pillar = FilterButton(tr("All pillars"))
        self.person = FilterButton(tr("Anyone"))
        self.tag = FilterButton(tr("Any tag"))
        self.more = FilterButton(tr("More filters"), icon="adjustments-horizontal")
        self.private = FilterButton(tr("Only what is not for export"), icon="lock")
        self.setLayout(row(self.pillar, self.person, self.tag, ..., self.more, self.private, spacing=7))
        self.pillar.clicked.connect(self._on_pillar_clicked)
        self.person.clicked.connect(self._on_person_clicked)
        self.tag.clicked.connect(self._on_tag_clicked)
        self.more.clicked.connect(self._on_more_clicked)
        self.private.clicked.connect(lambda: self._change(private=None if self._browser.wanted.private else True))
        browser.filtered.connect(self._show_filter)
        self._show_filter()

    def set_narrow(self, is_narrow: bool) -> None:
        """Whether there is no room for the tag."""
        self.tag.setVisible(not is_narrow)
        self._show_filter()

    def _on_pillar_clicked(self) -> None:
        panel = self._panel("pillar", lambda: PillarPanel(self, self._change))
        assert isinstance(panel, PillarPanel)  # noqa: S101  the one of this name
        panel.fill(self._browser.wanted)
        panel.open_at(self.pillar)

    def _on_person_clicked(self) -> None:
        panel = self._panel("person", lambda: PersonPanel(self, self._change))
        assert isinstance(panel, PersonPanel)  # noqa: S101  the one of this name

        def show(known: list[str]) -> None:
            panel.fill(known, self._browser.wanted)
            panel.open_at(self.person)

        self._session.read(self, lambda journal: journal.people.names(), show)

    def _on_tag_clicked(self) -> None:
        self._open_more("tag", self.tag, has_tags=True, has_kinds=False)

    def _on_more_clicked(self) -> None:
        if self.tag.isHidden():
            self._open_more("both", self.more, has_tags=True, has_kinds=True)
        else:
            self._open_more("kind", self.more, has_tags=False, has_kinds=True)

    def _open_more(self, key: str, button: FilterButton, *, has_tags: bool, has_kinds: bool) -> None:
        panel = self._panel(key, lambda: MorePanel(self, self._change, has_tags=has_tags, has_kinds=has_kinds))
        assert isinstance(panel, MorePanel)  # noqa: S101  the one of this name

        def show(known: list[str]) -> None:
            panel.fill(known, self._browser.wanted)
            panel.open_at(button)

        self._session.read(self, lambda journal: journal.reflections.tags(), show)

    def _panel(self, key: str, build: Callable[[], Panel]) -> Panel:
        if key not in self._panels:
            self._panels[key] = build()
        return self._panels[key]

    def _change(self, **changes: object) -> None:
        for panel in self._panels.values():
            panel.close_panel()
        self._browser.filter_by(replace(self._browser.wanted, **changes))  # type: ignore[arg-type]  # its own fields

    def _show_filter(self) -> None:
        wanted = self._browser.wanted
        pillar = pillar_name(wanted.pillar) if wanted.pillar else tr("All pillars")
        self.pillar.show_choice(pillar, is_active=wanted.pillar is not None)
        self.person.show_choice(wanted.person or tr("Anyone"), is_active=wanted.person is not None)
        self.tag.show_choice(wanted.tag or tr("Any tag"), is_active=wanted.tag is not None)
        folded = wanted.tag if self.tag.isHidden() else None
        kind = kind_name(wanted.pull_kind) if wanted.pull_kind else ""
        said = ", ".join(each for each in (folded, kind) if each)
        self.more.show_choice(said, is_active=bool(said))
        self.private.show_choice(tr("on") if wanted.private else tr("off"), is_active=bool(wanted.private))
