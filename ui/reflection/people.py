"""Who a reflection is about, and what the pull wanted: small pills that open a panel."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.reflections.model import PullKind
from app.reflections.wording import kind_name
from app.translation import tr
from ui.reflection.draft import Draft
from ui.reflection.names import NameChoice
from ui.reflection.one_of import OneOf
from ui.session import Session
from ui.widgets.chips import Pill
from ui.widgets.labels import Label
from ui.widgets.panes import Panel, column

_NAMED = 2


class PullKindPill(Pill):
    """ "redo, Jonas": opens the choice of what the pull wanted to do, and of who it was about."""

    def __init__(self, draft: Draft, session: Session) -> None:
        super().__init__("", name=tr("What the pull wanted, and who it was about"), size="small")
        self._draft, self._session = draft, session
        self._panel: _PullPanel | None = None
        self.clicked.connect(self._on_clicked)
        draft.replaced.connect(self._fill)
        draft.edited.connect(self._fill)
        self._fill()

    def _fill(self) -> None:
        content = self._draft.reflection.content
        said = [kind_name(content.pull_kind)] if content.pull_kind else []
        self.say(", ".join([*said, *_shortened(content.people)]) or tr("Kind, who"))

    def _on_clicked(self) -> None:
        if self._panel is None:
            self._panel = _PullPanel(self, self._draft)
        self._session.read(self, lambda journal: journal.people.suggested(), self._on_names)

    def _on_names(self, known: list[str]) -> None:
        assert self._panel is not None  # noqa: S101  made before the names were asked for
        self._panel.fill(known)
        self._panel.open_at(self)


class _PullPanel(Panel):
    def __init__(self, parent: QWidget, draft: Draft) -> None:
        super().__init__(parent)
        self._draft = draft
        self._kinds = OneOf([*((kind, kind_name(kind)) for kind in PullKind), (None, tr("not said"))])
        self._people = NameChoice(tr("Find or add a name"), adds=True)
        self.setLayout(
            column(
                Label(tr("What the pull wanted to do"), "caption", "ink2"),
                10,
                self._kinds,
                18,
                Label(tr("Who it was about"), "caption", "ink2"),
                10,
                self._people,
                margins=18,
            )
        )
        self._kinds.chosen.connect(lambda kind: draft.edit(pull_kind=kind))
        self._people.chosen.connect(lambda names: draft.edit(people=names))

    def fill(self, known: Sequence[str]) -> None:
        """Shows what the draft holds, among the names that are known."""
        content = self._draft.reflection.content
        self._kinds.choose(content.pull_kind)
        self._people.offer(known, content.people)


class PersonPill(Pill):
    """One person or nobody: opens the choice of names. It is called by its `name`; `nobody` says that it is none."""

    chosen = Signal()

    def __init__(self, session: Session, name: str = "", nobody: str = "") -> None:
        self._nobody = nobody or name or tr("With whom")
        super().__init__("", name=name or tr("With whom"))
        self._session = session
        self._person: str | None = None
        self._panel = Panel(self)
        self._names = NameChoice(tr("Find or add a name"), nothing=nobody or tr("Nobody"), adds=True)
        self._panel.setLayout(column(self._names, margins=18))
        self._names.chosen.connect(self._on_chosen)
        self.clicked.connect(self._on_clicked)
        self.show_person(None)

    def person(self) -> str | None:
        """Who is chosen."""
        return self._person

    def show_person(self, person: str | None) -> None:
        """Shows this one as chosen, without a signal."""
        self._person = person
        self.say(person or self._nobody)
        self.show_avatar(person)

    def _on_clicked(self) -> None:
        self._session.read(self, lambda journal: journal.people.suggested(), self._on_names)

    def _on_names(self, known: list[str]) -> None:
        self._names.offer(known, (self._person,) if self._person else ())
        self._panel.open_at(self)

    def _on_chosen(self, names: tuple[str, ...]) -> None:
        self.show_person(next(iter(names), None))
        self.chosen.emit()
        self._panel.close_panel()


def _shortened(names: Sequence[str]) -> list[str]:
    more = len(names) - _NAMED
    return [*names[:_NAMED], tr("{count} more").format(count=more)] if more > 0 else list(names)
