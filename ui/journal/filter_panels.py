"""The panels that the filters open, each built when it is first wanted."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from app.reflections.model import Filter, Pillar, PullKind
from app.reflections.wording import kind_name, pillar_name
from app.translation import tr
from ui.reflection.names import NameChoice
from ui.reflection.one_of import OneOf
from ui.widgets.labels import Label
from ui.widgets.panes import Panel, column

Change = Callable[..., None]  # fields of Filter, by name


class PillarPanel(Panel):
    """One pillar, or all."""

    def __init__(self, parent: QWidget, change: Change) -> None:
        super().__init__(parent)
        self._choice = OneOf([(None, tr("All pillars")), *((each, pillar_name(each)) for each in Pillar)])
        self._choice.chosen.connect(lambda pillar: change(pillar=pillar))
        self.setLayout(column(self._choice, margins=18))

    def fill(self, wanted: Filter) -> None:
        """Shows what is chosen."""
        self._choice.choose(wanted.pillar)


class PersonPanel(Panel):
    """One person, or anyone."""

    def __init__(self, parent: QWidget, change: Change) -> None:
        super().__init__(parent)
        self._names = NameChoice(tr("Find a name"), nothing=tr("Anyone"))
        self._names.chosen.connect(lambda names: change(person=next(iter(names), None)))
        self.setLayout(column(self._names, margins=18))

    def fill(self, known: Sequence[str], wanted: Filter) -> None:
        """Shows who is chosen, among those that are known."""
        self._names.offer(known, _some(wanted.person))


class MorePanel(Panel):
    """A tag, and what the pull wanted: either, or both where there is no room for a button each."""

    def __init__(self, parent: QWidget, change: Change, *, has_tags: bool, has_kinds: bool) -> None:
        super().__init__(parent)
        self._tags = NameChoice(tr("Find a tag"), nothing=tr("Any tag"))
        self._tags.chosen.connect(lambda names: change(tag=next(iter(names), None)))
        self._kinds = OneOf([(None, tr("anything")), *((each, kind_name(each)) for each in PullKind)])
        self._kinds.chosen.connect(lambda kind: change(pull_kind=kind))
        tags = (Label(tr("Tag"), "caption", "ink2"), 10, self._tags) if has_tags else ()
        kinds = (Label(tr("What the pull wanted to do"), "caption", "ink2"), 10, self._kinds) if has_kinds else ()
        self.setLayout(column(*tags, *((18,) if tags and kinds else ()), *kinds, margins=18))

    def fill(self, known: Sequence[str], wanted: Filter) -> None:
        """Shows what is chosen, among the tags that are known."""
        self._tags.offer(known, _some(wanted.tag))
        self._kinds.choose(wanted.pull_kind)


def _some(name: str | None) -> tuple[str, ...]:
    return () if name is None else (name,)
