"""What is known of an entry, in one line: pillar, people, pull."""

from PySide6.QtWidgets import QWidget

from app.reflections.model import Content
from ui.reflection.flow import Flow
from ui.reflection.words import pull_in_words
from ui.widgets.chips import Avatar, PillarChip, PullDot
from ui.widgets.labels import ElidedLabel
from ui.widgets.panes import row

_AVATAR = 22


class Facts(QWidget):
    """Goes on in a second line where one is too short."""

    def __init__(self) -> None:
        super().__init__()
        self._flow = Flow(across=13, between=6)
        self.setLayout(self._flow)

    def show_facts(self, content: Content) -> None:
        """Shows those of another entry."""
        self._flow.clear()
        parts: list[QWidget] = [PillarChip(content.pillar)] if content.pillar else []
        parts += [_person(name) for name in content.people]
        if content.pull is not None or content.pull_kind is not None:
            parts.append(_pull(content))
        for part in parts:
            self._flow.addWidget(part)
            part.show()
        self.setVisible(bool(parts))
        self.updateGeometry()


def _person(name: str) -> QWidget:
    made = QWidget()
    made.setLayout(row(Avatar(name, _AVATAR), ElidedLabel(name, "control", "ink2"), spacing=6))
    return made


def _pull(content: Content) -> QWidget:
    said = ElidedLabel(pull_in_words(content.pull, content.pull_kind), "small", "ink2")
    made = QWidget()
    dot = [PullDot(content.pull)] if content.pull is not None else []
    made.setLayout(row(*dot, said, spacing=6))
    return made
