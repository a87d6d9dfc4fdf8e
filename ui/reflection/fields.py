"""The plain fields of a reflection: each shows what a Draft holds and edits it as one types."""

from PySide6.QtWidgets import QSizePolicy, QWidget

from app import limits
from app.translation import tr
from ui.reflection.draft import Draft
from ui.widgets.choices import PullSlider, Toggle
from ui.widgets.fields import LineField
from ui.widgets.labels import Label
from ui.widgets.panes import column, row
from ui.widgets.writing import WritingArea


class NoticeField(LineField):
    """One line: what pulled you to step in."""

    def __init__(self, draft: Draft) -> None:
        super().__init__(tr("What pulled you to step in?"), most=limits.NOTICE)
        self._draft = draft
        self.textEdited.connect(lambda typed: draft.edit(notice=typed))
        draft.replaced.connect(self._fill)
        self._fill()

    def _fill(self) -> None:
        show_line(self, self._draft.reflection.content.notice)


class PullField(QWidget):
    """How strong the pull was, below its caption."""

    def __init__(self, draft: Draft, *, between: int = 6) -> None:
        super().__init__()
        self._draft = draft
        self.slider = PullSlider(tr("Strength of the pull"))
        self.setLayout(column(Label(tr("Strength of the pull"), "small", "ink2"), between, self.slider, ...))
        self.setFocusProxy(self.slider)
        self.slider.changed.connect(lambda value: draft.edit(pull=value))
        draft.replaced.connect(self._fill)
        self._fill()

    def _fill(self) -> None:
        self.slider.set_value(self._draft.reflection.content.pull)


class _Area(WritingArea):
    """Is given another text only when that is another than the one that stands there."""

    def __init__(
        self, draft: Draft, part: str, name: str, placeholder: str, lines: int, height: int, style: str, most: int
    ) -> None:
        self._is_filling = True
        super().__init__(name, placeholder, lines, maximum_height=height, style=style, most=most)
        self._draft, self._part = draft, part
        self._shown_id = ""
        self.textChanged.connect(self._on_text_changed)
        draft.replaced.connect(self._fill)
        self._fill()

    def _on_text_changed(self) -> None:
        if not self._is_filling:
            self._draft.edit(**{self._part: self.text()})

    def _fill(self) -> None:
        reflection = self._draft.reflection
        text: str = getattr(reflection.content, self._part)
        if reflection.id == self._shown_id and text == self.text():
            return
        self._is_filling = True
        self._shown_id = reflection.id
        self.replace_text(text)
        self._is_filling = False


class TextField(_Area):
    """The large area, for the reflection itself."""

    def __init__(
        self, draft: Draft, *, placeholder: str = "", minimum_lines: int = 4, maximum_height: int = 480
    ) -> None:
        name, most = tr("Reflection"), limits.TEXT
        super().__init__(draft, "text", name, placeholder, minimum_lines, maximum_height, "reading", most)


class NoticeArea(_Area):
    """What pulled you to step in, where it may be longer than a line."""

    def __init__(self, draft: Draft) -> None:
        name, most = tr("What pulled you to step in?"), limits.NOTICE
        super().__init__(draft, "notice", name, "", 1, 200, "readingS", most)


class PrivateToggle(QWidget):
    """Whether this one stays out of every pack."""

    def __init__(self, draft: Draft, *, style: str = "caption") -> None:
        super().__init__()
        self._draft = draft
        self.toggle = Toggle(tr("Not for export"))
        self.setLayout(row(Label(tr("Not for export"), style, "ink2"), self.toggle, spacing=8))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(self.toggle)
        self.toggle.clicked.connect(lambda on: draft.edit(private=on))
        draft.replaced.connect(self._fill)
        self._fill()

    def _fill(self) -> None:
        self.toggle.setChecked(self._draft.reflection.content.private)


def show_line(field: LineField, text: str) -> None:
    """Puts the text in, unless it stands there already: the cursor then stays where it is."""
    if field.text() != text:
        field.setText(text)
        field.setCursorPosition(0)
